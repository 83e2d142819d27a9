// SPDX-License-Identifier: Apache-2.0
import Container from '@cloudscape-design/components/container';
import Grid from '@cloudscape-design/components/grid';
import Header from '@cloudscape-design/components/header';
import Link from '@cloudscape-design/components/link';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import { type ReactNode, useState } from 'react';
import type { CertificateRow } from '../../api/certificates.ts';
import { paths } from '../../app/paths.ts';
import { date } from '../../parts/format.ts';
import { SeverityBadge } from '../../parts/SeverityBadge.tsx';
import { strings } from '../../strings.ts';
import { End } from './End.tsx';
import { byUrgency, type Group, groupsOf, unannounced } from './standing.ts';

const FIRST = 5;
const HALVES = [{ colspan: { default: 12, m: 6 } }, { colspan: { default: 12, m: 6 } }];

interface ActFirstProps {
  rows: readonly CertificateRow[];
  now: number;
}

/** What is late, and what comes without a word. */
export function ActFirst({ rows, now }: ActFirstProps) {
  const among = (...wanted: Group[]) =>
    rows
      .filter((row) => groupsOf(row, now).some((group) => wanted.includes(group)))
      .sort(byUrgency);
  return (
    <Grid gridDefinition={HALVES}>
      <Few
        title={strings.certificates.actFirst}
        description={strings.certificates.actFirstDescription}
        none={strings.certificates.nothingOverdue}
        rows={among('over', 'late')}
        now={now}
        say={({ title }) => title}
      />
      <Few
        title={strings.certificates.unannounced}
        description={strings.certificates.unannouncedDescription}
        none={strings.certificates.nothingUnannounced}
        rows={among('unannounced')}
        now={now}
        say={(row) => because(row, now)}
      />
    </Grid>
  );
}

function because(row: CertificateRow, now: number): string {
  const { because: reasons } = strings.certificates;
  const reason = unannounced(row, now);
  if (reason === undefined) return row.title;
  return reason === 'silent' ? reasons.silent(date(row.silentSince ?? now)) : reasons[reason];
}

interface FewProps {
  title: string;
  description: string;
  none: string;
  rows: readonly CertificateRow[];
  now: number;
  say: (row: CertificateRow) => ReactNode;
}

function Few({ title, description, none, rows, now, say }: FewProps) {
  const [whole, setWhole] = useState(false);
  return (
    <Container
      fitHeight
      header={
        <Header variant="h2" counter={`(${rows.length})`} description={description}>
          {title}
        </Header>
      }
      footer={
        rows.length > FIRST && (
          <Link onFollow={() => setWhole(!whole)}>
            {whole ? strings.parts.less : strings.certificates.showMore(rows.length)}
          </Link>
        )
      }
    >
      {rows.length === 0 ? (
        <StatusIndicator type="success">{none}</StatusIndicator>
      ) : (
        <ol className="bw-cert-few">
          {(whole ? rows : rows.slice(0, FIRST)).map((row) => (
            <li key={row.uid}>
              <div className="bw-cert-line">
                <Link variant="secondary" href={paths.certificate(row.uid)}>
                  {row.commonName || row.arn}
                </Link>
                <End row={row} now={now} />
              </div>
              <div className="bw-cert-line bw-quiet">
                <span>{say(row)}</span>
                <SeverityBadge severity={row.severity} />
              </div>
            </li>
          ))}
        </ol>
      )}
    </Container>
  );
}
