// SPDX-License-Identifier: Apache-2.0
import Button from '@cloudscape-design/components/button';
import Link from '@cloudscape-design/components/link';
import Pagination from '@cloudscape-design/components/pagination';
import Table, { type TableProps } from '@cloudscape-design/components/table';
import { useState } from 'react';
import { type ResourceRow, type ResourceSearch, useResources } from '../../api/resources.ts';
import { paths } from '../../app/paths.ts';
import { Answer } from '../../parts/Answer.tsx';
import { Empty } from '../../parts/Empty.tsx';
import { count, resourceType } from '../../parts/format.ts';
import { SeverityCounts } from '../../parts/SeverityCounts.tsx';
import { strings } from '../../strings.ts';

const PAGE = 50;
const { columns: names } = strings.resources;

interface ResourceListProps {
  search: Omit<ResourceSearch, 'limit' | 'after'>;
  /** Takes back what was chosen. */
  onAll: () => void;
}

/** Resources page by page. */
export function ResourceList({ search, onAll }: ResourceListProps) {
  const [cursors, setCursors] = useState<(string | undefined)[]>([undefined]);
  const [index, setIndex] = useState(0);
  const resources = useResources({ ...search, limit: PAGE, after: cursors[index] });
  return (
    <Answer query={resources}>
      {({ rows, next }) => {
        const go = (to: number) => {
          if (to === cursors.length && next) setCursors([...cursors, next]);
          setIndex(to);
        };
        return (
          <Table
            items={rows}
            trackBy="uid"
            wrapLines
            columnDefinitions={columns}
            ariaLabels={{ tableLabel: strings.resources.title }}
            empty={<NoResource search={search} onAll={onAll} />}
            pagination={
              (next !== null || cursors.length > 1) && (
                <Pagination
                  currentPageIndex={index + 1}
                  pagesCount={Math.max(cursors.length, next ? index + 2 : index + 1)}
                  openEnd={next !== null}
                  onChange={({ detail }) => go(detail.currentPageIndex - 1)}
                />
              )
            }
          />
        );
      }}
    </Answer>
  );
}

function NoResource({ search, onAll }: ResourceListProps) {
  if (!search.q && !search.type && !search.account) {
    return <Empty title={strings.resources.none} hint={strings.resources.noneHint} />;
  }
  return (
    <Empty
      title={strings.resources.noneFound}
      hint={strings.resources.noneFoundHint}
      action={<Button onClick={onAll}>{strings.resources.showAll}</Button>}
    />
  );
}

const columns: TableProps.ColumnDefinition<ResourceRow>[] = [
  {
    id: 'resource',
    header: names.resource,
    isRowHeader: true,
    minWidth: 220,
    cell: ({ uid, name, type }) => (
      <>
        <Link href={paths.resource(uid)}>{name}</Link>
        <div className="bw-quiet">{resourceType(type)}</div>
      </>
    ),
  },
  {
    id: 'open',
    header: names.open,
    minWidth: 170,
    cell: ({ open }) => <SeverityCounts counts={open} />,
  },
  {
    id: 'exposures',
    header: names.exposures,
    minWidth: 80,
    cell: ({ exposures }) => <span className="bw-numbers">{count(exposures)}</span>,
  },
  {
    id: 'account',
    header: names.account,
    minWidth: 140,
    cell: ({ account }) => <span className="bw-numbers">{account || '–'}</span>,
  },
  {
    id: 'region',
    header: names.region,
    minWidth: 130,
    cell: ({ region }) => region || strings.resources.global,
  },
];
