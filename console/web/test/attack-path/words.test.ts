// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { shortened, widthOf } from '../../src/attack-path/measure.ts';
import { describe } from '../../src/attack-path/resource-types.ts';
import { relationInWords } from '../../src/attack-path/words.ts';

test('types are called what people call them, one and many', () => {
  const cases: [string, string, string][] = [
    ['AWS::S3::Bucket', 'S3 bucket', 'S3 buckets'],
    ['AWS::IAM::Policy', 'IAM policy', 'IAM policies'],
    ['AWS::EC2::EIP', 'elastic IP address', 'elastic IP addresses'],
    ['AWS::SecretsManager::Secret', 'secret', 'secrets'],
    ['AWS::KMS::Key', 'KMS key', 'KMS keys'],
    ['AWS::::Account', 'AWS account', 'AWS accounts'],
    ['AWS::ECS::TaskDefinition', 'ECS task definition', 'ECS task definitions'],
    ['Something', 'Something', 'Somethings'],
    ['', 'resource', 'resources'],
  ];

  for (const [type, one, many] of cases) {
    const described = describe(type);
    assert.deepEqual([described.one, described.many], [one, many]);
  }
});

test('a type that nobody has drawn has an icon all the same', () => {
  assert.equal(describe('AWS::New::Thing').family, 'other');
  assert.equal(describe('AWS::DynamoDB::Table').family, 'database');
});

test('a relation is read as words', () => {
  assert.equal(relationInWords('canAccess'), 'can access');
});

test('a long name is cut in the middle, and fits', () => {
  const name = 'a-role-with-a-long-name-that-does-not-fit-into-its-card-prod';

  const short = shortened(name, 160, 12);

  assert.match(short, /^a-role-.+\u2026.+-prod$/);
  assert.ok(widthOf(short, 12) <= 160);
  assert.equal(shortened('web', 160, 12), 'web');
});

test('characters of two code units are not cut in half', () => {
  const short = shortened('\u{1F600}'.repeat(40), 100, 12);

  assert.doesNotMatch(short, /\p{Cs}/u);
});
