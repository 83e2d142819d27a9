// SPDX-License-Identifier: Apache-2.0
import Alert from '@cloudscape-design/components/alert';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { type CertificateRow, useCertificates } from '../../api/certificates.ts';
import { useAddress } from '../../app/use-address.ts';
import { Answer } from '../../parts/Answer.tsx';
import { date } from '../../parts/format.ts';
import { useNow } from '../../parts/now.ts';
import { Page } from '../../parts/Page.tsx';
import { strings } from '../../strings.ts';
import { ActFirst } from './ActFirst.tsx';
import { CertificateViews } from './CertificateViews.tsx';
import './certificates.css';
import { GroupTiles } from './GroupTiles.tsx';
import { asOf, groupsOf } from './standing.ts';
import { type CertificatesView, viewOf } from './view.ts';

export default function CertificatesPage() {
  const [values] = useAddress();
  const view = viewOf(values);
  const certificates = useCertificates(view.search);
  return (
    <Page title={strings.certificates.title} description={strings.certificates.description}>
      <Answer query={certificates}>
        {({ rows, next }) => <Loaded rows={rows} more={next !== null} view={view} />}
      </Answer>
    </Page>
  );
}

interface LoadedProps {
  rows: CertificateRow[];
  more: boolean;
  view: CertificatesView;
}

function Loaded({ rows, more, view }: LoadedProps) {
  const clock = useNow();
  const [, change] = useAddress();
  const now = asOf(rows, clock);
  const { only } = view;
  const shown = only ? rows.filter((row) => groupsOf(row, now).includes(only)) : rows;
  const choose = (group: string) => change({ only: group === only ? undefined : group });
  return (
    <SpaceBetween size="l">
      {now !== clock && <Alert type="info">{strings.certificates.ahead(date(now))}</Alert>}
      {more && <Alert type="warning">{strings.certificates.truncated(rows.length)}</Alert>}
      <GroupTiles rows={rows} now={now} chosen={only} onChoose={choose} />
      {!only && <ActFirst rows={rows} now={now} />}
      <CertificateViews rows={shown} now={now} view={view} />
    </SpaceBetween>
  );
}
