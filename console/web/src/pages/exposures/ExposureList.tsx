// SPDX-License-Identifier: Apache-2.0
import Pagination from '@cloudscape-design/components/pagination';
import Table from '@cloudscape-design/components/table';
import { useState } from 'react';
import { type Selection, selectionQuery, useExposures } from '../../api/exposures.ts';
import { Answer } from '../../parts/Answer.tsx';
import { strings } from '../../strings.ts';
import { columns } from './columns.tsx';
import { ListPreferences, useListPreferences } from './ListPreferences.tsx';
import { NoExposure } from './NoExposure.tsx';

interface ExposureListProps {
  selection: Selection;
  /** Within a group, which has a frame already. */
  embedded?: boolean;
}

/** The exposures themselves, page by page. */
export function ExposureList(props: ExposureListProps) {
  return <Paged key={selectionQuery(props.selection)} {...props} />;
}

function Paged({ selection, embedded = false }: ExposureListProps) {
  const [preferences, setPreferences] = useListPreferences();
  const [cursors, setCursors] = useState<(string | undefined)[]>([undefined]);
  const [index, setIndex] = useState(0);
  const exposures = useExposures(selection, {
    limit: preferences.pageSize,
    after: cursors[index],
  });
  return (
    <Answer query={exposures}>
      {({ rows, next }) => {
        const go = (to: number) => {
          if (to === cursors.length && next) setCursors([...cursors, next]);
          setIndex(to);
        };
        const several = next !== null || cursors.length > 1;
        return (
          <Table
            variant={embedded ? 'embedded' : 'container'}
            items={rows}
            trackBy="uid"
            columnDefinitions={columns}
            columnDisplay={preferences.columns}
            wrapLines={preferences.wrap}
            contentDensity={preferences.dense ? 'compact' : 'comfortable'}
            resizableColumns
            ariaLabels={{ tableLabel: strings.exposures.table }}
            empty={<NoExposure selection={selection} />}
            pagination={
              several && (
                <Pagination
                  currentPageIndex={index + 1}
                  pagesCount={Math.max(cursors.length, next ? index + 2 : index + 1)}
                  openEnd={next !== null}
                  onChange={({ detail }) => go(detail.currentPageIndex - 1)}
                />
              )
            }
            preferences={<ListPreferences preferences={preferences} onChange={setPreferences} />}
          />
        );
      }}
    </Answer>
  );
}
