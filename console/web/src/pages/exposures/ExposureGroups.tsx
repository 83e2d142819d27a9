// SPDX-License-Identifier: Apache-2.0
import Container from '@cloudscape-design/components/container';
import ExpandableSection from '@cloudscape-design/components/expandable-section';
import { useState } from 'react';
import { type ExposureGroup, type Selection, useGroups } from '../../api/exposures.ts';
import { equals, type Filter } from '../../api/filter.ts';
import { Answer } from '../../parts/Answer.tsx';
import { SeverityBadge } from '../../parts/SeverityBadge.tsx';
import { TimeAgo } from '../../parts/TimeAgo.tsx';
import { strings } from '../../strings.ts';
import { ExposureList } from './ExposureList.tsx';
import { valueLabel } from './field-label.ts';
import { NoExposure } from './NoExposure.tsx';

const MOST_GROUPS = 100;

interface ExposureGroupsProps {
  selection: Selection;
  by: string;
  then: string | undefined;
}

/** Exposures by what they have in common, the worst first. */
export function ExposureGroups({ selection, by, then }: ExposureGroupsProps) {
  const groups = useGroups(selection, { by, then, limit: MOST_GROUPS });
  return (
    <Answer query={groups}>
      {({ groups: found, more }) => (
        <Container>
          {found.length === 0 && <NoExposure selection={selection} />}
          <Groups groups={found} selection={selection} by={by} then={then} />
          {more && <p className="bw-quiet">{strings.exposures.groupsMore}</p>}
        </Container>
      )}
    </Answer>
  );
}

function Groups(props: ExposureGroupsProps & { groups: ExposureGroup[] }) {
  const { groups, by } = props;
  return (
    <ul className="bw-groups">
      {groups.map((group) => (
        <li key={group.value}>
          <Group {...props} group={group} open={groups.length === 1} key={by} />
        </li>
      ))}
    </ul>
  );
}

function Group({
  group,
  selection,
  by,
  then,
  open,
}: ExposureGroupsProps & { group: ExposureGroup; open: boolean }) {
  const [expanded, setExpanded] = useState(open);
  const within = narrowed(selection, equals(by, group.value));
  return (
    <ExpandableSection
      headerText={<GroupHeading group={group} label={valueLabel(by, group.value)} />}
      expanded={expanded}
      onChange={({ detail }) => setExpanded(detail.expanded)}
    >
      {expanded &&
        (then === undefined ? (
          <ExposureList selection={within} embedded />
        ) : (
          <Groups groups={group.within ?? []} selection={within} by={then} then={undefined} />
        ))}
    </ExpandableSection>
  );
}

function GroupHeading({ group, label }: { group: ExposureGroup; label: string }) {
  return (
    <span className="bw-group">
      <span className="bw-group-title">{label}</span>
      <span className="bw-group-facts">
        <SeverityBadge severity={group.worst} />
        <span className="bw-numbers">
          {strings.summary.criticalOf(group.critical, group.exposures)}
        </span>
        <TimeAgo time={group.latest} />
      </span>
    </span>
  );
}

function narrowed(selection: Selection, condition: Filter): Selection {
  const { filter } = selection;
  return { ...selection, filter: filter ? { all: [filter, condition] } : condition };
}
