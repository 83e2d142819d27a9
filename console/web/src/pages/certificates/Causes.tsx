// SPDX-License-Identifier: Apache-2.0
import Alert from '@cloudscape-design/components/alert';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import type { CertificateFinding } from '../../api/certificates.ts';
import { OutsideLink } from '../../parts/OutsideLink.tsx';
import { strings } from '../../strings.ts';

/** What to do, the first thing first; of an alert that is closed, why it is. */
export function Causes({ finding }: { finding: CertificateFinding }) {
  const { causes = [], closed } = finding.unmapped;
  if (closed) {
    return (
      <Alert type={closed.confirmed ? 'success' : 'warning'} header={strings.certificate.closed}>
        {strings.certificate.closedBecause[closed.reason] ?? finding.status_detail}
      </Alert>
    );
  }
  if (causes.length === 0) return null;
  return (
    <Container header={<Header variant="h2">{strings.certificate.causes}</Header>}>
      <ol className="bw-cert-causes">
        {causes.map(({ id, reason, remedy, url }) => (
          <li key={id}>
            {reason && <strong>{capitalized(reason)}</strong>}
            <p>{remedy}</p>
            {url && <OutsideLink href={url}>{strings.certificate.documentation}</OutsideLink>}
          </li>
        ))}
      </ol>
    </Container>
  );
}

function capitalized(clause: string): string {
  return clause.charAt(0).toUpperCase() + clause.slice(1);
}
