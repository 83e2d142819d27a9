// SPDX-License-Identifier: Apache-2.0
import Alert from '@cloudscape-design/components/alert';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useExposures } from '../../api/exposures.ts';
import { paths } from '../../app/paths.ts';
import { usePanel } from '../../app/slots.ts';
import { useAddress } from '../../app/use-address.ts';
import { count } from '../../parts/format.ts';
import { Page } from '../../parts/Page.tsx';
import { strings } from '../../strings.ts';
import { ExportMenu } from './ExportMenu.tsx';
import { ExposureGroups } from './ExposureGroups.tsx';
import { ExposureList } from './ExposureList.tsx';
import { ExposurePreview } from './ExposurePreview.tsx';
import './exposures.css';
import { FilterBar } from './FilterBar.tsx';
import { GroupingBar } from './GroupingBar.tsx';
import { QuickFilters } from './QuickFilters.tsx';
import { filterChange, UNGROUPED, viewOf } from './view.ts';
import { ViewsMenu } from './ViewsMenu.tsx';

export default function ExposuresPage() {
  const [values, change] = useAddress();
  const view = viewOf(values);
  const selection = { state: view.state, q: view.q, filter: view.filter };
  const { data: counted } = useExposures(selection, { limit: 1 });
  usePanel(
    view.show === null
      ? null
      : {
          title: strings.exposure.title,
          content: <ExposurePreview key={view.show} uid={view.show} />,
          onClose: () => {
            change({ show: undefined });
            focusLinkTo(view.show);
          },
        },
  );
  return (
    <Page
      title={strings.exposures.title}
      counter={counted && `(${count(counted.total)})`}
      actions={
        <SpaceBetween direction="horizontal" size="xs">
          <ViewsMenu />
          <ExportMenu selection={selection} />
        </SpaceBetween>
      }
    >
      <div className="bw-exposures-room">
        <div className="bw-exposures">
          <QuickFilters
            selection={selection}
            folded={view.show !== null}
            onChange={(filter) => change(filterChange(filter))}
          />
          <SpaceBetween size="m">
            {view.unreadable && <Alert type="warning">{strings.exposures.unreadable}</Alert>}
            <FilterBar view={view} onChange={(filter, q) => change(filterChange(filter, q))} />
            <GroupingBar view={view} onChange={change} />
            {view.by === UNGROUPED ? (
              <ExposureList selection={selection} />
            ) : (
              <ExposureGroups
                selection={selection}
                by={view.by}
                then={view.then === UNGROUPED ? undefined : view.then}
              />
            )}
          </SpaceBetween>
        </div>
      </div>
    </Page>
  );
}

/** Whoever closes the panel goes on where they have opened it. */
function focusLinkTo(uid: string | null): void {
  if (uid === null) return;
  document.querySelector<HTMLElement>(`.bw-exposures a[href="${paths.exposure(uid)}"]`)?.focus();
}
