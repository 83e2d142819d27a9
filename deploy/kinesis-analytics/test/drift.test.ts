// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { drift, firstDifference } from '../lib/drift';

// Synthesis fails as well where cdk-nag or CDK's own rules find anything that nobody acknowledged.
test('the committed templates are those that the constructs make', () => {
  const drifted = drift();

  assert.deepEqual(drifted, [], 'write them anew with: npm run synth');
});

test('a difference is told by its line, and what is around it', () => {
  const long = 'x'.repeat(1000);

  assert.equal(firstDifference('a\nb\n', 'a\nb\n'), undefined);
  assert.equal(firstDifference('a\nb\n', 'a\nc\n'), 'line 2 has "b", should have "c"');
  assert.equal(firstDifference('a\nb\nc', 'a\nb'), 'line 3 has "c", should have ""');
  assert.equal(
    firstDifference(`${long}1`, `${long}2`),
    `line 1 has "${'x'.repeat(30)}1", should have "${'x'.repeat(30)}2"`,
  );
});
