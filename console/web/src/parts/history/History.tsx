// SPDX-License-Identifier: Apache-2.0
import Box from '@cloudscape-design/components/box';
import Container from '@cloudscape-design/components/container';
import FormField from '@cloudscape-design/components/form-field';
import Header from '@cloudscape-design/components/header';
import Select from '@cloudscape-design/components/select';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState } from 'react';
import type { Past } from '../../api/revisions.ts';
import { strings } from '../../strings.ts';
import { exactTime } from '../format.ts';
import { type Compared, Comparison } from './Comparison.tsx';
import './history.css';
import { activityName, RevisionTable } from './RevisionTable.tsx';

const words = strings.history;

interface HistoryProps<Finding, Aspect extends string> {
  of: Compared<Finding, Aspect>;
  uid: string;
  /** The latest first. */
  revisions: Past[];
}

/** All revisions, and what any of them says otherwise than another. */
export function History<Finding, Aspect extends string>({
  of,
  uid,
  revisions,
}: HistoryProps<Finding, Aspect>) {
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
            <Comparison of={of} uid={uid} from={earlier.sequence} to={later.sequence} />
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
