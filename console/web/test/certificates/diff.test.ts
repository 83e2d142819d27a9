// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import type { CertificateFinding } from '../../src/api/certificates.ts';
import { differences } from '../../src/pages/certificates/diff.ts';

const example = readFileSync(
  new URL('../../../../docs/siem/certificate.json', import.meta.url),
  'utf8',
);

function revision(change: (finding: CertificateFinding) => void = () => {}): CertificateFinding {
  const finding = JSON.parse(example) as CertificateFinding;
  change(finding);
  return finding;
}

describe('what changed between two revisions of an alert', () => {
  it('nothing, when a day has passed and nobody has said anything', () => {
    const later = revision((finding) => {
      finding.time += 86_400_000;
      finding.unmapped.certificate.days_left = 8;
    });

    assert.deepEqual(differences(revision(), later), []);
  });

  it('a state is told in the words of the page, with the severity that came of it', () => {
    const after = revision((finding) => {
      finding.severity = 'Critical';
      finding.unmapped.certificate.state = 'expired';
    });

    const moved = differences(revision(), after).flatMap((difference) => difference.moved);

    assert.deepEqual(
      moved.map(({ name, from, to }) => [name, from, to]),
      [
        ['Severity', 'Medium', 'Critical'],
        ['State', 'Needs action', 'Expired'],
      ],
    );
  });

  it('a close says why', () => {
    const closed = revision((finding) => {
      finding.status = 'Resolved';
      finding.unmapped.closed = { reason: 'renewed', confirmed: true };
    });

    const [status] = differences(revision(), closed);

    assert.deepEqual(status?.moved, [
      { name: 'Status', from: 'New', to: 'Resolved', why: 'It was renewed.' },
    ]);
  });

  it('causes that are gone, and events and resources that have come, are told', () => {
    const listener = 'arn:aws:elasticloadbalancing:eu-central-1:111122223333:loadbalancer/app/shop';
    const after = revision((finding) => {
      finding.unmapped.causes = [];
      finding.unmapped.used_by.resources.push({ uid: listener });
      finding.finding_info.related_events.push({
        uid: 'e2',
        title: 'ACM Certificate Expired',
        type: 'Event',
        modified_time: Date.UTC(2026, 4, 14),
      });
    });

    const found = new Map(
      differences(revision(), after).map((difference) => [difference.aspect, difference]),
    );

    assert.match(found.get('causes')!.removed[0]!, /^Add a CAA record/);
    assert.deepEqual(found.get('usedBy')!.added, [listener]);
    assert.deepEqual(found.get('heard')!.added, [
      'ACM Certificate Expired, 14 May 2026, 00:00:00 UTC',
    ]);
  });

  it('what nobody had said and somebody says is a change', () => {
    const after = revision((finding) => {
      finding.unmapped.certificate.internet = true;
    });

    const [internet] = differences(revision(), after);

    assert.deepEqual(internet?.moved, [
      { name: 'On the internet', from: 'Unknown', to: 'Yes', why: undefined },
    ]);
  });
});
