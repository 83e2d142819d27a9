// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { attackPathOf } from '../../src/attack-path/finding.ts';
import { frameBox, layoutOf, type Box } from '../../src/attack-path/layout.ts';
import { neighbour } from '../../src/attack-path/neighbour.ts';
import { routesOf } from '../../src/attack-path/routes.ts';
import { viewOf } from '../../src/attack-path/view.ts';
import { Viewport } from '../../src/attack-path/viewport.ts';
import { ALONE, FORTY, GROUP, INSTANCE, NETWORK, PROFILE, SIX } from './findings.ts';

const VIEWS = {
  one: viewOf(attackPathOf(ALONE), new Set()),
  six: viewOf(attackPathOf(SIX), new Set()),
  forty: viewOf(attackPathOf(FORTY), new Set()),
  expanded: viewOf(
    attackPathOf(FORTY),
    new Set([NETWORK, 'group/AWS::S3::Bucket', 'group/AWS::SecretsManager::Secret']),
  ),
};

function overlap(one: Box, other: Box): boolean {
  return (
    Math.abs(one.x - other.x) < (one.width + other.width) / 2 &&
    Math.abs(one.y - other.y) < (one.height + other.height) / 2
  );
}

for (const [name, view] of Object.entries(VIEWS)) {
  test(`no node lies on another: ${name}`, () => {
    const boxes = [...layoutOf(view).nodes];

    const touching = boxes.flatMap(([uid, box], at) =>
      boxes
        .slice(at + 1)
        .filter(([, other]) => overlap(box, other))
        .map(([other]) => [uid, other]),
    );
    assert.deepEqual(touching, []);
  });

  test(`edges lead from left to right: ${name}`, () => {
    const { nodes } = layoutOf(view);

    const back = view.edges.filter(
      (edge) => nodes.get(edge.source)!.x >= nodes.get(edge.target)!.x,
    );
    assert.deepEqual(back, []);
  });

  test(`the frame around what was expanded holds nothing else: ${name}`, () => {
    const { nodes } = layoutOf(view);

    for (const frame of view.frames) {
      const inside = view.nodes.filter((node) => node.frame === frame.uid);
      const around = frameBox(inside.map((node) => nodes.get(node.uid)!));
      const strangers = view.nodes.filter(
        (node) => node.frame !== frame.uid && overlap(around, nodes.get(node.uid)!),
      );
      assert.deepEqual(strangers, []);
    }
  });
}

test('an edge begins at the side of its source and ends at that of its target', () => {
  const boxes = new Map([
    ['a', { x: 0, y: 0, width: 100, height: 40 }],
    ['b', { x: 300, y: 0, width: 100, height: 40 }],
  ]);
  const edge = { ...VIEWS.six.edges[0]!, source: 'a', target: 'b', uid: 'ab' };

  const route = routesOf([edge], boxes, () => []).get('ab')!;

  assert.match(route.line, /^M50 0C/);
  assert.match(route.arrow, /^M250 0L/);
  assert.deepEqual(route.middle, { x: 145, y: 0 });
});

test('an edge to a node that was moved to the left enters it from the right', () => {
  const boxes = new Map([
    ['a', { x: 0, y: 0, width: 100, height: 40 }],
    ['b', { x: -300, y: 0, width: 100, height: 40 }],
  ]);
  const edge = { ...VIEWS.six.edges[0]!, source: 'a', target: 'b', uid: 'ab' };

  const route = routesOf([edge], boxes, () => []).get('ab')!;

  assert.match(route.line, /^M-50 0C/);
  assert.match(route.arrow, /^M-250 0L/);
});

test('arrow keys lead along the edges, and up and down to what is near', () => {
  const { nodes } = layoutOf(VIEWS.six);
  const go = (from: string, direction: 'left' | 'right' | 'up' | 'down') =>
    neighbour(VIEWS.six, nodes, from, direction);

  assert.equal(go('internet', 'right'), NETWORK);
  assert.equal(go(INSTANCE, 'left'), NETWORK);
  assert.equal(go('internet', 'left'), undefined);
  const [upper, lower] = [GROUP, PROFILE].sort(
    (one, other) => nodes.get(one)!.y - nodes.get(other)!.y,
  );
  assert.equal(go(upper!, 'down'), lower);
  assert.equal(go(lower!, 'up'), upper);
});

test('what is under the pointer stays there when one zooms', () => {
  const viewport = new Viewport();
  viewport.pan(30, -12);
  const at = { x: 200, y: 90 };
  const place = {
    x: (at.x - viewport.x) / viewport.scale,
    y: (at.y - viewport.y) / viewport.scale,
  };

  viewport.zoom(1.7, at);

  const seen = viewport.seen(place);
  assert.ok(Math.abs(seen.x - at.x) < 1e-9 && Math.abs(seen.y - at.y) < 1e-9);
});

test('all of it is to be seen once it is fitted, and at no more than its size', () => {
  const viewport = new Viewport();
  const size = { width: 800, height: 400 };

  viewport.fit({ x: 500, y: 500, width: 3000, height: 600 }, size);
  const left = viewport.seen({ x: -1000, y: 500 });
  const right = viewport.seen({ x: 2000, y: 500 });
  assert.ok(left.x >= 0 && right.x <= size.width);

  viewport.fit({ x: 0, y: 0, width: 100, height: 50 }, size);
  assert.equal(viewport.scale, 1);
});
