// SPDX-License-Identifier: Apache-2.0
import Link from '@cloudscape-design/components/link';
import Table from '@cloudscape-design/components/table';
import { useResources } from '../../api/resources.ts';
import { paths } from '../../app/paths.ts';
import { Answer } from '../../parts/Answer.tsx';
import { Empty } from '../../parts/Empty.tsx';
import { resourceType } from '../../parts/format.ts';
import { SeverityCounts } from '../../parts/SeverityCounts.tsx';
import { strings } from '../../strings.ts';
import { Widget } from './Widget.tsx';

const SHOWN = 6;

/** The resources with the most and the worst exposures. */
export function MostExposed() {
  const resources = useResources({ limit: SHOWN });
  return (
    <Widget
      title={strings.summary.resources}
      footer={{ text: strings.summary.allResources, href: paths.resources() }}
    >
      <Answer query={resources}>
        {({ rows }) => (
          <Table
            variant="embedded"
            contentDensity="compact"
            items={rows}
            trackBy="uid"
            ariaLabels={{ tableLabel: strings.summary.resources }}
            empty={<Empty title={strings.summary.noResources} />}
            columnDefinitions={[
              {
                id: 'resource',
                header: strings.summary.resource,
                isRowHeader: true,
                cell: ({ uid, name, type }) => (
                  <>
                    <Link href={paths.resource(uid)}>{name}</Link>
                    <div className="bw-quiet">{resourceType(type)}</div>
                  </>
                ),
              },
              {
                id: 'account',
                header: strings.summary.account,
                width: 140,
                cell: ({ account }) => <span className="bw-numbers">{account}</span>,
              },
              {
                id: 'open',
                header: strings.summary.exposures,
                width: 200,
                cell: ({ open }) => <SeverityCounts counts={open} />,
              },
            ]}
          />
        )}
      </Answer>
    </Widget>
  );
}
