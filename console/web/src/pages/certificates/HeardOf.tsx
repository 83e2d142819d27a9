// SPDX-License-Identifier: Apache-2.0
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import Table from '@cloudscape-design/components/table';
import type { CertificateFinding } from '../../api/certificates.ts';
import { exactTime } from '../../parts/format.ts';
import { strings } from '../../strings.ts';

/** The events that the alert rests on. */
export function HeardOf({ finding }: { finding: CertificateFinding }) {
  const { related_events: events, related_events_count: all } = finding.finding_info;
  if (events.length === 0) return null;
  return (
    <Container
      header={
        <Header variant="h2" counter={`(${all})`}>
          {strings.certificate.heard}
        </Header>
      }
    >
      <Table
        variant="embedded"
        contentDensity="compact"
        items={[...events].sort((a, b) => b.modified_time - a.modified_time)}
        trackBy="uid"
        ariaLabels={{ tableLabel: strings.certificate.heard }}
        columnDefinitions={[
          {
            id: 'time',
            header: strings.certificate.heardAt,
            width: 240,
            cell: ({ modified_time }) => exactTime(modified_time),
          },
          {
            id: 'event',
            header: strings.certificate.event,
            isRowHeader: true,
            cell: ({ title, type }) => title ?? type,
          },
        ]}
      />
    </Container>
  );
}
