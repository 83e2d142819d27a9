// SPDX-License-Identifier: Apache-2.0
import Container from '@cloudscape-design/components/container';
import ExpandableSection from '@cloudscape-design/components/expandable-section';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { type CertificateDetail, useCertificate } from '../../api/certificates.ts';
import { paths } from '../../app/paths.ts';
import { useAddress } from '../../app/use-address.ts';
import { Answer } from '../../parts/Answer.tsx';
import { Empty } from '../../parts/Empty.tsx';
import { History } from '../../parts/history/History.tsx';
import { useNow } from '../../parts/now.ts';
import { Page } from '../../parts/Page.tsx';
import { RawRecord } from '../../parts/RawRecord.tsx';
import { Responses } from '../../parts/Responses.tsx';
import { SeverityBadge } from '../../parts/SeverityBadge.tsx';
import { Status } from '../../parts/Status.tsx';
import { strings } from '../../strings.ts';
import './certificates.css';
import { Causes } from './Causes.tsx';
import { differences } from './diff.ts';
import { End } from './End.tsx';
import { Facts } from './Facts.tsx';
import { HeardOf } from './HeardOf.tsx';
import { Life } from './Life.tsx';
import { asOf } from './standing.ts';
import { UsedBy } from './UsedBy.tsx';
import { WhySeverity } from './WhySeverity.tsx';

const compared = {
  kind: 'certificates' as const,
  names: strings.certificate.changes,
  differences,
};

export default function CertificatePage() {
  const [values] = useAddress();
  const uid = values.get('uid') ?? '';
  const certificate = useCertificate(uid);
  const row = certificate.data?.certificate;
  const name = row?.commonName || row?.arn || uid;
  return (
    <Page
      title={name}
      description={row?.title}
      breadcrumbs={[
        { text: strings.certificates.title, href: paths.certificates },
        { text: name, href: '' },
      ]}
    >
      {certificate.error?.status === 404 ? (
        <Empty title={strings.certificate.notThere} hint={strings.certificate.notThereHint} />
      ) : (
        <Answer query={certificate}>{(detail) => <Loaded detail={detail} />}</Answer>
      )}
    </Page>
  );
}

function Loaded({ detail }: { detail: CertificateDetail }) {
  const { certificate, finding, revisions, tickets, reports } = detail;
  const now = asOf([certificate], useNow());
  return (
    <SpaceBetween size="l">
      <Container>
        <SpaceBetween size="m">
          <div className="bw-cert-head">
            <SeverityBadge severity={certificate.severity} />
            <Status status={certificate.status} />
            <End row={certificate} now={now} />
          </div>
          <Life row={certificate} issued={issuedAt(detail)} now={now} />
        </SpaceBetween>
      </Container>
      <Causes finding={finding} />
      <div className="bw-cert-columns">
        <Facts detail={detail} />
        <SpaceBetween size="l">
          <WhySeverity finding={finding} />
          <UsedBy usedBy={finding.unmapped.used_by} />
        </SpaceBetween>
      </div>
      <History of={compared} uid={certificate.uid} revisions={revisions} />
      <HeardOf finding={finding} />
      <Responses tickets={tickets} reports={reports} />
      <ExpandableSection headerText={strings.certificate.raw}>
        <RawRecord finding={finding} />
      </ExpandableSection>
    </SpaceBetween>
  );
}

function issuedAt({ finding }: CertificateDetail): number | undefined {
  return finding.evidences[0]?.tls?.certificate?.created_time;
}
