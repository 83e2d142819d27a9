// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { TraitRule } from '../../src/api/rules.ts';
import { levelLabel } from '../../src/pages/rules/labels.ts';
import {
  chosenIn,
  counts,
  inAddress,
  isAnythingChosen,
  othersOf,
  traitsLike,
} from '../../src/pages/rules/traits.ts';
import { secondsOf } from '../../src/parts/iso-duration.ts';

function trait(some: Partial<TraitRule>): TraitRule {
  return {
    uid: 'internet-reachable',
    category: 'Reachability',
    resourceType: 'AWS::EC2::Instance',
    title: 'The EC2 instance can be reached from the internet',
    role: 'amplifier',
    origin: 'reference',
    indicators: ['Internet Reachable'],
    window: null,
    factors: {},
    impacts: {},
    remediation: { text: 'Close the path.', url: '' },
    ...some,
  };
}

const REACHABLE = trait({});
const ROLE = trait({ uid: 'admin', category: 'Impact', title: 'Its role is an administrator' });
const BUCKET = trait({ resourceType: 'AWS::S3::Bucket', title: 'Everybody can read the bucket' });
const ALL = [REACHABLE, ROLE, BUCKET];

describe('the browser of traits', () => {
  it('what is chosen goes through the address', () => {
    const some = ['AWS::EC2::Instance', 'AWS::S3::Bucket'];
    const values = new URLSearchParams({ resourceType: inAddress(some), category: 'Impact' });

    const chosen = chosenIn(values);

    assert.deepEqual(chosen.resourceType, some);
    assert.deepEqual(traitsLike(ALL, chosen, ''), [ROLE]);
    assert.ok(isAnythingChosen(chosen, ''));
    assert.ok(!isAnythingChosen(chosenIn(new URLSearchParams()), ' '));
  });

  it('each word has to be somewhere in a trait, in any case', () => {
    const any = chosenIn(new URLSearchParams());

    assert.deepEqual(traitsLike(ALL, any, 'ADMINISTRATOR ec2'), [ROLE]);
    assert.deepEqual(traitsLike(ALL, any, 'close bucket'), [BUCKET]);
    assert.deepEqual(traitsLike(ALL, any, 'administrator bucket'), []);
  });

  it('a facet counts what the others leave, so that more of it can be chosen', () => {
    const chosen = chosenIn(new URLSearchParams({ category: 'Impact' }));

    assert.deepEqual(counts(traitsLike(ALL, chosen, '', 'category'), 'category'), [
      { value: 'Reachability', count: 2 },
      { value: 'Impact', count: 1 },
    ]);
    assert.deepEqual(counts(traitsLike(ALL, chosen, '', 'resourceType'), 'resourceType'), [
      { value: 'AWS::EC2::Instance', count: 1 },
    ]);
  });

  it('the same trait of other types is found by its id', () => {
    assert.deepEqual(othersOf(ALL, REACHABLE), [BUCKET]);
  });

  it('a level reads as a level, a source as where it is read, others as they are', () => {
    assert.equal(levelLabel('very-high'), 'Very High');
    assert.equal(levelLabel('epss'), 'by EPSS');
    assert.equal(levelLabel('new-source'), 'new-source');
  });
});

describe('durations in ISO 8601', () => {
  it('are read in seconds', () => {
    assert.equal(secondsOf('PT36H'), 36 * 3600);
    assert.equal(secondsOf('P7DT1H30M'), 7 * 86400 + 5400);
    assert.equal(secondsOf('PT0.5S'), 0.5);
  });

  it('what is none is told apart', () => {
    for (const text of ['', 'P', 'PT', 'P1M', '7 days']) assert.equal(secondsOf(text), undefined);
  });
});
