// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { attackPathOf } from '../../src/attack-path/finding.ts';
import { viewOf } from '../../src/attack-path/view.ts';
import { bucket, edge, finding, FORTY, INSTANCE, NETWORK, node, ROLE, SIX } from './findings.ts';

const NOTHING = new Set<string>();
const BUCKETS = 'group/AWS::S3::Bucket';

test('a network path is one node until it is expanded to its components', () => {
  const path = attackPathOf(SIX);

  const before = viewOf(path, NOTHING);
  const after = viewOf(path, new Set([NETWORK]));

  assert.equal(before.nodes.find((one) => one.uid === NETWORK)?.caption, '4 components');
  assert.deepEqual(
    after.nodes.filter((one) => one.frame === NETWORK).map((one) => one.name),
    ['igw-0aa11bb22', 'acl-0aa11bb22', 'sg-0aa11bb22cc33dd44', 'eni-0aa11bb22cc33dd44'],
  );
  assert.deepEqual(
    after.edges.slice(0, 5).map((one) => [one.source, one.target]),
    [
      ['internet', `${NETWORK}#0`],
      [`${NETWORK}#0`, `${NETWORK}#1`],
      [`${NETWORK}#1`, `${NETWORK}#2`],
      [`${NETWORK}#2`, `${NETWORK}#3`],
      [`${NETWORK}#3`, INSTANCE],
    ],
  );
});

test('many buckets within reach are one group, with how many there are in all', () => {
  const group = viewOf(attackPathOf(FORTY), NOTHING).nodes.find((one) => one.uid === BUCKETS);

  assert.equal(group?.name, '12 S3 buckets');
  assert.equal(group?.caption, 'the worst of 312 or more, 2 with sensitive data');
});

test('few of a type are not grouped', () => {
  const view = viewOf(attackPathOf(FORTY), NOTHING);

  assert.equal(view.nodes.filter((one) => one.caption === 'DynamoDB table').length, 3);
});

test('a group has one edge from each source, which covers those of its members', () => {
  const into = viewOf(attackPathOf(FORTY), NOTHING).edges.filter((one) => one.target === BUCKETS);

  assert.equal(into.length, 2);
  assert.equal(into[0]?.source, ROLE);
  assert.equal(into[0]?.covers.length, 10);
  assert.equal(into[0]?.reasons[0], 'web-orders-production can access 10 of them.');
});

test('an expanded group shows each of its members with its own edge', () => {
  const view = viewOf(attackPathOf(FORTY), new Set([BUCKETS]));

  const members = view.nodes.filter((one) => one.frame === BUCKETS);
  assert.equal(members.length, 12);
  assert.equal(members[0]?.caption, 'S3 bucket, sensitive data');
  assert.deepEqual(view.frames, [{ uid: BUCKETS, title: '12 S3 buckets', role: 'blast-radius' }]);
});

test('edges are numbered as one walks from the internet outwards', () => {
  const view = viewOf(attackPathOf(SIX), NOTHING);

  assert.deepEqual(
    view.edges.map((one) => one.number),
    [1, 2, 3, 4, 5],
  );
  assert.equal(view.edges[0]?.source, 'internet');
  assert.equal(view.edges.at(-1)?.target, ROLE);
});

test('what leads on from a bucket keeps it out of the group', () => {
  const names = Array.from({ length: 5 }, (_, at) => bucket(`b${at}`));
  const path = attackPathOf(
    finding({
      nodes: [
        node(INSTANCE, 'AWS::EC2::Instance', 'primary'),
        ...names.map((uid) => node(uid, 'AWS::S3::Bucket', 'blast-radius')),
      ],
      edges: [
        ...names.map((uid) => edge(INSTANCE, 'canAccess', uid, 'It can.')),
        edge(names[0]!, 'leadsTo', INSTANCE, 'It does.'),
      ],
    }),
  );

  assert.equal(
    viewOf(path, NOTHING).nodes.filter((one) => one.kind === 'group').length,
    0,
    'four are left, which is few',
  );
});
