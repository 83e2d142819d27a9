// SPDX-License-Identifier: Apache-2.0
import Badge from '@cloudscape-design/components/badge';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import KeyValuePairs, {
  type KeyValuePairsProps,
} from '@cloudscape-design/components/key-value-pairs';
import type { ReactNode } from 'react';
import type { CertificateDetail } from '../../api/certificates.ts';
import { Copyable } from '../../parts/Copyable.tsx';
import { date, exactTime } from '../../parts/format.ts';
import { strings } from '../../strings.ts';
import { CertificateState } from './CertificateState.tsx';

const { names, days, toTheDay } = strings.certificate;

/** What is known of the certificate; what nobody has said is left out. */
export function Facts({ detail }: { detail: CertificateDetail }) {
  return (
    <Container header={<Header variant="h2">{strings.certificate.facts}</Header>}>
      <KeyValuePairs columns={2} minColumnWidth={190} items={facts(detail)} />
    </Container>
  );
}

function facts({ certificate, finding }: CertificateDetail): KeyValuePairsProps.Pair[] {
  const { certificate: standing, episode } = finding.unmapped;
  const tls = finding.evidences[0]?.tls?.certificate;
  const tags = finding.resources[0]?.tags ?? [];
  const given: [string, ReactNode][] = [
    [names.state, <CertificateState state={certificate.state} />],
    [names.expires, expiry(certificate.expires, standing.expiry_known_to)],
    [names.origin, strings.certificates.origins[certificate.origin] ?? certificate.origin],
    [names.issuer, tls?.issuer],
    [names.validity, standing.validity_days && days(standing.validity_days)],
    [names.silent, standing.silent_since && exactTime(standing.silent_since)],
    [names.account, <Copyable text={certificate.account} />],
    [names.region, certificate.region],
    [names.arn, <Copyable text={certificate.arn} length={38} />],
    [names.names, tls?.sans?.map(({ name }) => name).join(', ')],
    [names.inUse, yesOrNo(standing.in_use)],
    [names.internet, yesOrNo(standing.internet)],
    [names.exported, yesOrNo(standing.exported)],
    [names.owner, standing.owner],
    [names.validation, standing.validation_method],
    [names.renewalStatus, standing.renewal_status],
    [names.revocation, standing.revocation_reason],
    [names.confidence, finding.confidence],
    [names.episode, episode.number > 1 && episode.number],
    [names.tags, tags.length > 0 && <Tags tags={tags} />],
  ];
  return given
    .filter(([, value]) => value !== undefined && value !== false && value !== '')
    .map(([label, value]) => ({ label, value }));
}

function expiry(expires: string | null, knownTo: 'second' | 'day' | undefined): string {
  if (expires === null) return strings.certificates.unknownEnd;
  return knownTo === 'day' ? `${date(expires)} (${toTheDay})` : exactTime(expires);
}

function yesOrNo(value: boolean | undefined): string | undefined {
  if (value === undefined) return undefined;
  return value ? strings.certificates.yes : strings.certificates.no;
}

function Tags({ tags }: { tags: { name: string; value: string }[] }) {
  return (
    <span className="bw-cert-tags">
      {tags.map(({ name, value }) => (
        <Badge key={name}>{value === '' ? name : `${name}: ${value}`}</Badge>
      ))}
    </span>
  );
}
