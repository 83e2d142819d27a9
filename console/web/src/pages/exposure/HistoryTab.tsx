// SPDX-License-Identifier: Apache-2.0
import Badge from '@cloudscape-design/components/badge';
import Box from '@cloudscape-design/components/box';
import Container from '@cloudscape-design/components/container';
import FormField from '@cloudscape-design/components/form-field';
import Header from '@cloudscape-design/components/header';
import Select from '@cloudscape-design/components/select';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Table from '@cloudscape-design/components/table';
import { useState } from 'react';
import type { Past } from '../../api/exposures.ts';
import { Empty } from '../../parts/Empty.tsx';
import { exactTime } from '../../parts/format.ts';
import { SeverityBadge } from '../../parts/SeverityBadge.tsx';
import { TimeAgo } from '../../parts/TimeAgo.tsx';
import { strings } from '../../strings.ts';
import { Comparison } from './Comparison.tsx';

const words = strings.exposure;

interface HistoryTabProps {
  uid: string;
  /** The latest first. */
  revisions: Past[];
}

/** All revisions, and what any of them says otherwise than another. */
export function HistoryTab({ uid, revisions }: HistoryTabProps) {
  const [from, setFrom] = useState<string>();
  const [to, setTo] = useState<string>();
  const later = revisions.find(({ sequence }) => sequence === to) ?? revisions[0];
  const earlier = revisions.find(({ sequence }) => sequence === from) ?? revisions[1];
  return (
    <SpaceBetween size="l">
      <Container header={<Header variant="h2">{words.compare}</Header>}>
        {earlier && later ? (
          <SpaceBetween size="m">
            <div className="bw-compare">
              <RevisionSelect
                label={words.from}
                revisions={revisions}
                chosen={earlier}
                onChoose={setFrom}
              />
              <RevisionSelect
                label={words.to}
                revisions={revisions}
                chosen={later}
                onChoose={setTo}
              />
            </div>
            <Comparison uid={uid} from={earlier.sequence} to={later.sequence} />
          </SpaceBetween>
        ) : (
          <Box color="text-body-secondary">{words.onlyOne}</Box>
        )}
      </Container>
      <RevisionTable revisions={revisions} />
    </SpaceBetween>
  );
}

interface RevisionSelectProps {
  label: string;
  revisions: Past[];
  chosen: Past;
  onChoose: (sequence: string | undefined) => void;
}

function RevisionSelect({ label, revisions, chosen, onChoose }: RevisionSelectProps) {
  return (
    <FormField label={label}>
      <Select
        selectedOption={optionOf(chosen)}
        options={revisions.map(optionOf)}
        onChange={({ detail }) => onChoose(detail.selectedOption.value)}
      />
    </FormField>
  );
}

function optionOf({ sequence, time, activity, severity }: Past) {
  return {
    value: sequence,
    label: words.revisionOf(exactTime(time), activityName(activity), severity),
  };
}

function RevisionTable({ revisions }: { revisions: Past[] }) {
  return (
    <Table
      items={revisions}
      trackBy="sequence"
      contentDensity="compact"
      header={
        <Header variant="h2" counter={`(${revisions.length})`}>
          {words.revisions}
        </Header>
      }
      ariaLabels={{ tableLabel: words.revisions }}
      empty={<Empty title={words.noRevisions} />}
      columnDefinitions={[
        {
          id: 'when',
          header: words.when,
          isRowHeader: true,
          cell: ({ time }) => (
            <>
              {exactTime(time)}{' '}
              <span className="bw-quiet">
                (<TimeAgo time={time} />)
              </span>
            </>
          ),
        },
        { id: 'activity', header: words.activity, cell: ({ activity }) => activityName(activity) },
        {
          id: 'severity',
          header: words.facts.severity,
          cell: ({ severity }) => <SeverityBadge severity={severity} />,
        },
        {
          id: 'outcome',
          header: words.outcomes,
          cell: ({ outcome, replay }) => (
            <>
              {words.outcomeNames[outcome] ?? outcome}{' '}
              {replay && <Badge>{strings.exposures.replay}</Badge>}
            </>
          ),
        },
      ]}
    />
  );
}

function activityName(activity: string): string {
  return words.activities[activity.toUpperCase()] ?? activity;
}
