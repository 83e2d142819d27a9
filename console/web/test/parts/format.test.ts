// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  duration,
  relativeTime,
  resourceType,
  shortened,
  webAddress,
} from '../../src/parts/format.ts';

const NOW = Date.parse('2026-11-03T12:00:00Z');

describe('how things are written', () => {
  it('a duration has its two largest parts', () => {
    assert.equal(duration(45), '45 s');
    assert.equal(duration(12 * 60), '12 min');
    assert.equal(duration(3 * 3600 + 20 * 60), '3 h 20 min');
    assert.equal(duration(5 * 86400 + 4 * 3600), '5 d 4 h');
    assert.equal(duration(86400), '1 d');
  });

  it('a part that is rounded up is carried over', () => {
    assert.equal(duration(2 * 3600 - 1), '2 h');
  });

  it('a time is said from now, before and after', () => {
    assert.equal(relativeTime('2026-11-03T11:55:00Z', NOW), '5 min. ago');
    assert.equal(relativeTime(NOW + 3 * 86400_000, NOW), 'in 3 days');
  });

  it('a type of CloudFormation is written for people, any other as it is', () => {
    assert.equal(resourceType('AWS::EC2::Instance'), 'EC2 Instance');
    assert.equal(resourceType('Network path'), 'Network path');
  });

  it('what is long is cut in the middle, to the length that is given', () => {
    assert.equal(shortened('abcdefghij', 5), 'ab…ij');
    assert.equal(shortened('abc', 5), 'abc');
  });

  it('only addresses of the web are followed', () => {
    assert.equal(webAddress('https://example.com/a'), 'https://example.com/a');
    assert.equal(webAddress('javascript:alert(1)'), undefined);
    assert.equal(webAddress('data:text/html,x'), undefined);
    assert.equal(webAddress(undefined), undefined);
  });
});
