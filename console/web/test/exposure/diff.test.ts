// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import type { ExposureFinding } from '../../src/api/finding.ts';
import { differences } from '../../src/pages/exposure/diff.ts';

const example = readFileSync(
  new URL('../../../../docs/siem/exposure.json', import.meta.url),
  'utf8',
);

function revision(change: (finding: ExposureFinding) => void = () => {}): ExposureFinding {
  const finding = JSON.parse(example) as ExposureFinding;
  change(finding);
  return finding;
}

describe('what changed between two revisions', () => {
  it('nothing, when both say the same at different times', () => {
    const later = revision((finding) => {
      finding.time += 1000;
      finding.finding_info.modified_time += 1000;
    });

    assert.deepEqual(differences(revision(), later), []);
  });

  it('a severity that moved says from what to what, why, and by which factor', () => {
    const before = revision((finding) => {
      finding.severity = 'High';
      const factor = finding.unmapped.severity_explained!.factors[3]!;
      factor.value = 'Moderate';
      factor.reason = 'EPSS 0.02';
    });

    const found = differences(before, revision());

    assert.deepEqual(
      found.map(({ aspect }) => aspect),
      ['severity', 'factors'],
    );
    assert.deepEqual(found[0]?.moved, [
      {
        name: 'Severity',
        from: 'High',
        to: 'Critical',
        why: 'Very High likelihood, unknown impact: Critical',
      },
    ]);
    assert.equal(found[1]?.moved[0]?.from, 'Moderate');
    assert.equal(found[1]?.moved[0]?.to, 'Very High');
  });

  it('a factor that became unknown is a change as well', () => {
    const after = revision((finding) => {
      finding.unmapped.severity_explained!.factors[0]!.value = 'Unknown';
    });

    const [factors] = differences(revision(), after);

    assert.equal(factors?.aspect, 'factors');
    assert.equal(factors?.moved[0]?.to, 'Unknown');
  });

  it('traits, findings and edges of the path that went away are told by name', () => {
    const after = revision((finding) => {
      finding.finding_info.traits = finding.finding_info.traits?.filter(
        ({ uid }) => uid !== 'internet-reachable',
      );
      finding.finding_info.related_events!.pop();
      finding.finding_info.attack_graph = undefined;
    });

    const removed = new Map(
      differences(revision(), after).map(({ aspect, removed: names }) => [aspect, names]),
    );

    assert.deepEqual(removed.get('traits'), ['The EC2 instance can be reached from the internet']);
    assert.deepEqual(removed.get('findings'), [
      'Inspector: Port range 22-23 is reachable from an Internet Gateway - TCP',
    ]);
    assert.deepEqual(removed.get('path'), [
      'Internet enters Network path',
      'Network path reaches i-0aa11bb22cc33dd44',
    ]);
  });

  it('a trait that only was good to know and now contributes is told', () => {
    const after = revision((finding) => {
      finding.finding_info.traits![2]!.type = 'Contributing Trait';
    });

    const [traits] = differences(revision(), after);

    assert.deepEqual(traits?.moved, [
      {
        name: 'The EC2 instance has an instance profile and acts with its role',
        from: 'contextual',
        to: 'contributing',
      },
    ]);
  });

  it('a resource that plays another part has gone as the one and come as the other', () => {
    const bucket = {
      uid: 'arn:aws:s3:::customer-data',
      name: 'customer-data',
      type: 'AWS::S3::Bucket',
    };
    const before = revision((finding) => finding.resources.push({ ...bucket, role: 'Related' }));
    const after = revision((finding) => finding.resources.push({ ...bucket, role: 'Affected' }));

    const [resources] = differences(before, after);

    assert.deepEqual(resources?.removed, ['arn:aws:s3:::customer-data (Can be reached)']);
    assert.deepEqual(resources?.added, ['arn:aws:s3:::customer-data (Involved)']);
  });

  it('a close, which has no traits any more, says why', () => {
    const closed = revision((finding) => {
      finding.status = 'Resolved';
      finding.status_detail = 'The finding was fixed.';
    });

    const [status] = differences(revision(), closed);

    assert.deepEqual(status?.moved, [
      { name: 'Status', from: 'New', to: 'Resolved', why: 'The finding was fixed.' },
    ]);
  });
});
