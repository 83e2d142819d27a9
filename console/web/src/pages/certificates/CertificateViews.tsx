// SPDX-License-Identifier: Apache-2.0
import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { CertificateRow } from '../../api/certificates.ts';
import { useAddress } from '../../app/use-address.ts';
import { Choice } from '../../parts/Choice.tsx';
import { Empty } from '../../parts/Empty.tsx';
import { strings } from '../../strings.ts';
import { Calendar } from './Calendar.tsx';
import { dayOf } from './calendar.ts';
import { CertificateFilters } from './CertificateFilters.tsx';
import { CertificateList } from './CertificateList.tsx';
import { SaveCalendar } from './SaveCalendar.tsx';
import { Timeline } from './Timeline.tsx';
import type { CertificatesView } from './view.ts';

interface CertificateViewsProps {
  rows: CertificateRow[];
  now: number;
  view: CertificatesView;
}

/** The same certificates on a line of time, in a calendar, or as a list. */
export function CertificateViews({ rows, now, view }: CertificateViewsProps) {
  const [, change] = useAddress();
  return (
    <Container
      header={
        <Header
          variant="h2"
          counter={`(${rows.length})`}
          actions={
            <SpaceBetween direction="horizontal" size="xs" alignItems="center">
              <Choice
                label={strings.certificates.view}
                options={strings.certificates.views}
                chosen={view.view}
                onChoose={(chosen) => change({ view: chosen })}
              />
              <SaveCalendar rows={rows} />
            </SpaceBetween>
          }
        >
          {view.only
            ? strings.certificates.groups[view.only]
            : strings.certificates.views[view.view]}
        </Header>
      }
    >
      <SpaceBetween size="l">
        <CertificateFilters view={view} rows={rows} />
        {rows.length === 0 ? <NoCertificate view={view} /> : <Chosen {...{ rows, now, view }} />}
      </SpaceBetween>
    </Container>
  );
}

function Chosen({ rows, now, view }: CertificateViewsProps) {
  const [, change] = useAddress();
  switch (view.view) {
    case 'timeline':
      return <Timeline rows={rows} now={now} range={view.range} />;
    case 'calendar':
      return (
        <Calendar
          rows={rows}
          today={dayOf(now)}
          day={view.day ?? dayOf(now)}
          scale={view.scale}
          onDay={(day) => change({ day }, { replace: true })}
          onScale={(scale) => change({ scale: scale === 'month' ? undefined : scale })}
        />
      );
    case 'list':
      return <CertificateList rows={rows} now={now} />;
  }
}

function NoCertificate({ view }: { view: CertificatesView }) {
  const [, change] = useAddress();
  const { q, account, state } = view.search;
  if (!q && !account && !view.only && state === 'open') {
    return <Empty title={strings.certificates.none} hint={strings.certificates.noneHint} />;
  }
  const all = { q: undefined, account: undefined, only: undefined, state: undefined };
  return (
    <Empty
      title={strings.certificates.noneFound}
      hint={strings.certificates.noneFoundHint}
      action={<Button onClick={() => change(all)}>{strings.certificates.showAll}</Button>}
    />
  );
}
