// SPDX-License-Identifier: Apache-2.0
import Link from '@cloudscape-design/components/link';
import KeyValuePairs, {
  type KeyValuePairsProps,
} from '@cloudscape-design/components/key-value-pairs';
import type { ReactNode } from 'react';
import type { ExposureDetail } from '../../api/exposures.ts';
import { equals, field } from '../../api/filter.ts';
import { paths } from '../../app/paths.ts';
import { Copyable } from '../../parts/Copyable.tsx';
import { duration, exactTime, resourceType } from '../../parts/format.ts';
import { OutsideLink } from '../../parts/OutsideLink.tsx';
import { Status } from '../../parts/Status.tsx';
import { TimeAgo } from '../../parts/TimeAgo.tsx';
import { strings } from '../../strings.ts';

const words = strings.exposure;

interface FactsProps {
  detail: ExposureDetail;
  columns: number;
}

/** What is known of an exposure, in short. */
export function Facts({ detail, columns }: FactsProps) {
  return <KeyValuePairs columns={columns} minColumnWidth={190} items={factsOf(detail)} />;
}

function factsOf({ exposure, finding }: ExposureDetail): KeyValuePairsProps.Item[] {
  const { resource, ticket } = exposure;
  const info = finding.finding_info;
  const attack = info.attacks?.[0];
  return [
    fact(words.facts.status, <Status status={exposure.status} />),
    fact(
      words.facts.resource,
      <>
        <Link href={paths.resource(resource.uid)}>{resource.name}</Link>
        <div className="bw-quiet">{resourceType(resource.type)}</div>
      </>,
    ),
    fact(words.facts.arn, <Copyable text={resource.uid} length={21} />),
    fact(words.facts.account, filtered(field.account, exposure.account)),
    fact(words.facts.region, filtered(field.region, exposure.region, words.global)),
    fact(words.facts.owner, filtered(field.owner, exposure.owner, words.unknown)),
    fact(words.facts.opened, <TimeAgo time={exposure.opened} />),
    fact(words.facts.changed, <TimeAgo time={exposure.changed} />),
    ...(exposure.openForSeconds === null
      ? []
      : [fact(words.facts.took, duration(exposure.openForSeconds))]),
    ...(info.first_seen_time === undefined
      ? []
      : [fact(words.facts.firstSeen, <TimeAgo time={info.first_seen_time} />)]),
    fact(words.facts.episode, episode(finding.unmapped.episode)),
    fact(
      words.facts.ticket,
      ticket ? (
        <>
          <OutsideLink href={ticket.url}>{ticket.id}</OutsideLink>{' '}
          <span className="bw-quiet">{ticket.status}</span>
        </>
      ) : (
        '–'
      ),
    ),
    fact(words.facts.type, exposure.type),
    ...(attack
      ? [
          fact(
            words.facts.technique,
            `${attack.tactic.name} (${attack.tactic.uid}), ${attack.technique.name} (${attack.technique.uid})`,
          ),
        ]
      : []),
    fact(words.facts.rule, filtered(field.rule, exposure.rule)),
    ...(info.data_sources ? [fact(words.facts.sources, info.data_sources.join(', '))] : []),
    fact(words.facts.id, <Copyable text={exposure.uid} length={18} />),
  ];
}

function fact(label: string, value: ReactNode): KeyValuePairsProps.Item {
  return { label, value };
}

/** A value that leads to all exposures with it. */
function filtered(name: string, value: string, absent = '–'): ReactNode {
  if (value === '') return absent;
  return <Link href={paths.exposures({ filter: equals(name, value) })}>{value}</Link>;
}

function episode(of: { number: number; reopened_after?: number; closed_before_as?: string }) {
  const time = words.time(of.number);
  if (of.reopened_after === undefined) return time;
  return (
    <span title={words.reopened(exactTime(of.reopened_after), of.closed_before_as ?? '')}>
      {time}
    </span>
  );
}
