// SPDX-License-Identifier: Apache-2.0
import Badge from '@cloudscape-design/components/badge';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import type { CertificateFinding } from '../../api/certificates.ts';
import { Copyable } from '../../parts/Copyable.tsx';
import { strings } from '../../strings.ts';

/** What would suffer with the certificate. */
export function UsedBy({ usedBy }: { usedBy: CertificateFinding['unmapped']['used_by'] }) {
  const { count, or_more, left_out = 0, resources } = usedBy;
  return (
    <Container
      header={
        <Header variant="h2" counter={`(${count})`}>
          {strings.certificate.usedBy}
        </Header>
      }
    >
      {count === 0 && <span className="bw-quiet">{strings.certificate.usedByNone}</span>}
      <ul className="bw-cert-used-by">
        {resources.map(({ uid, internet, owner }) => (
          <li key={uid}>
            <Copyable text={uid} length={56} />
            <span className="bw-cert-tags">
              {internet && <Badge color="red">{strings.certificate.presented}</Badge>}
              {owner && <span className="bw-quiet">{owner}</span>}
            </span>
          </li>
        ))}
      </ul>
      {left_out > 0 && <p className="bw-quiet">{strings.certificate.usedByMore(left_out)}</p>}
      {or_more && <p className="bw-quiet">{strings.certificate.orMore}</p>}
    </Container>
  );
}
