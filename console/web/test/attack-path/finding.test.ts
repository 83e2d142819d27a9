// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { attackPathOf } from '../../src/attack-path/finding.ts';
import { ALONE, edge, finding, GROUP, INSTANCE, NETWORK, node, SIX, STEPS } from './findings.ts';

test('nodes have the role and the traits that the finding gives them', () => {
  const path = attackPathOf(SIX);

  assert.deepEqual(
    path.nodes.map((one) => one.role),
    ['primary', 'internet', 'network-path', 'involved', 'involved', 'involved'],
  );
  const group = path.nodes.find((one) => one.uid === GROUP);
  assert.deepEqual(group?.traits, [
    {
      uid: 'open-security-group',
      name: 'The security group of the EC2 instance lets the whole internet in',
      category: 'Misconfiguration',
      contributing: true,
    },
  ]);
});

test('an edge has one reason and who says so', () => {
  const [first, , third] = attackPathOf(SIX).edges;

  assert.equal(first?.restsOn, 'a finding of Inspector');
  assert.equal(third?.reason, 'i-0aa11bb22cc33dd44 is protected by sg-0aa11bb22cc33dd44.');
  assert.equal(third?.restsOn, 'configuration in Config');
});

test('an edge that was worked out and one whose way is unknown are told apart', () => {
  const path = attackPathOf(
    finding({
      nodes: [node(INSTANCE, 'AWS::EC2::Instance', 'primary'), node(GROUP, '', 'involved')],
      edges: [
        edge(INSTANCE, 'a', GROUP, 'a', { computed: true }),
        edge(INSTANCE, 'b', GROUP, 'b', { unknown: true }),
        edge(INSTANCE, 'c', GROUP, 'c'),
      ],
    }),
  );

  assert.deepEqual(
    path.edges.map((one) => one.certainty),
    ['computed', 'unknown', 'told'],
  );
});

test('an exposure without a graph is its primary resource with all of its traits', () => {
  const path = attackPathOf(ALONE);

  assert.equal(path.nodes.length, 1);
  assert.equal(path.nodes[0]?.role, 'primary');
  assert.equal(path.nodes[0]?.traits.length, 5);
  assert.deepEqual(path.edges, []);
});

test('a network path ends before the resource that it leads to', () => {
  const network = attackPathOf(SIX).nodes.find((one) => one.uid === NETWORK);

  assert.deepEqual(
    network?.steps.map((step) => step.uid),
    STEPS.slice(0, -1).map((step) => step.uid),
  );
});

test('of ends that help as much, the choke point is the one to be mended first', () => {
  const point = attackPathOf(SIX).chokePoint;

  assert.equal(point?.node, GROUP);
  assert.equal(point?.closes, true);
  assert.equal(point?.remedy, 'Narrow the security group to the sources that need the port.');
  assert.deepEqual(point?.path, [`${INSTANCE} protectedBy ${GROUP}`]);
});

test('the end that leaves the least severity is the choke point, whatever the order', () => {
  const point = attackPathOf(
    finding(undefined, {
      remediation_steps: [{ trait: 'internet-reachable', desc: 'Close it.' }],
      choke_points: [
        { trait: 'internet-reachable', origins: [{ uid: INSTANCE, severity_after: 'High' }] },
        { trait: 'administrative-policy', origins: [{ uid: INSTANCE, severity_after: 'Medium' }] },
      ],
    }),
  ).chokePoint;

  assert.equal(point?.trait.uid, 'administrative-policy');
  assert.equal(point?.severityAfter, 'Medium');
});

test('where no single end lowers the severity there is no choke point', () => {
  const path = attackPathOf(
    finding(undefined, {
      choke_points: [
        { trait: 'internet-reachable', origins: [{ uid: INSTANCE, severity_after: 'Critical' }] },
      ],
    }),
  );

  assert.equal(path.chokePoint, undefined);
});

test('whatever is no finding makes a path of nothing', () => {
  for (const nothing of [undefined, null, 7, 'text', [], {}, { finding_info: [] }]) {
    assert.deepEqual(attackPathOf(nothing).nodes, []);
  }
});

test('edges that lead nowhere, and what comes twice, are left out', () => {
  const path = attackPathOf(
    finding({
      nodes: [
        node(INSTANCE, 'AWS::EC2::Instance', 'primary'),
        node(INSTANCE, 'AWS::EC2::Instance', 'involved'),
      ],
      edges: [edge(INSTANCE, 'to', 'nowhere', 'x'), edge(INSTANCE, 'to', INSTANCE, 'x')],
    }),
  );

  assert.deepEqual(
    path.nodes.map((one) => one.role),
    ['primary'],
  );
  assert.deepEqual(path.edges, []);
});

test('characters that no file can hold or that turn the text around are replaced', () => {
  const path = attackPathOf(
    finding({
      nodes: [node('x', 'T', 'primary', { name: 'a\u0000b\u202ec\ud800d' })],
      edges: [],
    }),
  );

  assert.equal(path.nodes[0]?.name, 'a\ufffdb\ufffdc\ufffdd');
});
