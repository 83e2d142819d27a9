// SPDX-License-Identifier: Apache-2.0
import Header from '@cloudscape-design/components/header';
import Table from '@cloudscape-design/components/table';
import type { RelatedEvent } from '../../api/finding.ts';
import { Copyable } from '../../parts/Copyable.tsx';
import { Empty } from '../../parts/Empty.tsx';
import { SeverityBadge } from '../../parts/SeverityBadge.tsx';
import { TimeAgo } from '../../parts/TimeAgo.tsx';
import { strings } from '../../strings.ts';
import { isContributing } from './traits.ts';

const words = strings.exposure;

/** The findings behind the exposure, the worst first, each with the traits that it gives. */
export function SignalTable({ events, leftOut }: { events: RelatedEvent[]; leftOut: number }) {
  return (
    <Table
      items={events}
      trackBy="uid"
      wrapLines
      header={
        <Header variant="h2" counter={`(${events.length})`}>
          {words.givenBy}
        </Header>
      }
      ariaLabels={{ tableLabel: words.givenBy }}
      empty={<Empty title={words.noTraits} />}
      footer={leftOut > 0 && words.leftOut(leftOut)}
      columnDefinitions={[
        {
          id: 'finding',
          header: words.finding,
          isRowHeader: true,
          minWidth: 240,
          cell: ({ title, uid, count }) => (
            <>
              {title && <div>{title}</div>}
              <Copyable text={uid} length={44} />
              {count > 1 && <div className="bw-quiet">{words.copies(count)}</div>}
            </>
          ),
        },
        {
          id: 'product',
          header: words.product,
          cell: ({ product, type }) => (
            <>
              {product.name}
              <div className="bw-quiet">{words.kinds[type] ?? type}</div>
            </>
          ),
        },
        {
          id: 'severity',
          header: words.facts.severity,
          cell: ({ severity }) => <SeverityBadge severity={severity} />,
        },
        {
          id: 'traits',
          header: words.traits,
          minWidth: 260,
          cell: ({ traits }) => (
            <ul className="bw-traits">
              {traits.map((trait) => (
                <li key={trait.uid} className={isContributing(trait) ? undefined : 'bw-quiet'}>
                  <span className="bw-trait-category">{trait.category}</span> {trait.name}
                </li>
              ))}
            </ul>
          ),
        },
        {
          id: 'first',
          header: words.firstSeen,
          cell: ({ first_seen_time }) => <TimeAgo time={first_seen_time} />,
        },
        {
          id: 'last',
          header: words.lastUpdated,
          cell: ({ modified_time }) => <TimeAgo time={modified_time} />,
        },
      ]}
    />
  );
}
