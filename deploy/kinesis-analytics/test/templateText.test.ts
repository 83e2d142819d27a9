// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withSubstitutions } from '../lib/substitutions';
import { Json } from '../lib/template';
import { templateText } from '../lib/templateText';

test('what fits is on one line, and sections are in the order in which they are read', () => {
  const long = 'n'.repeat(90);

  const text = templateText({
    Resources: { Stream: { Type: 'AWS::Kinesis::Stream', Properties: { Name: [long] } } },
    Parameters: { Prefix: { Type: 'String' } },
  });

  assert.deepEqual(text.split('\n'), [
    '{',
    '  "AWSTemplateFormatVersion": "2010-09-09",',
    '  "Parameters": { "Prefix": { "Type": "String" } },',
    '  "Resources": {',
    '    "Stream": {',
    '      "Type": "AWS::Kinesis::Stream",',
    '      "Properties": {',
    '        "Name": [',
    `          "${long}"`,
    '        ]',
    '      }',
    '    }',
    '  }',
    '}',
    '',
  ]);
});

test('a text that is joined is written with placeholders', () => {
  const joined: Json = {
    'Fn::Join': [
      '',
      [
        'arn:',
        { Ref: 'AWS::Partition' },
        ':s3:::',
        { 'Fn::GetAtt': ['Bucket', 'Name'] },
        '/',
        { 'Fn::Sub': '${Prefix}-a' },
      ],
    ],
  };

  assert.deepEqual(withSubstitutions({ Arn: joined }), {
    Arn: { 'Fn::Sub': 'arn:${AWS::Partition}:s3:::${Bucket.Name}/${Prefix}-a' },
  });
});

test('what looks like a placeholder and is none is kept as it is', () => {
  const joined = { 'Fn::Join': ['', ['a ${literal} ', { Ref: 'B' }]] };

  assert.deepEqual(withSubstitutions(joined), { 'Fn::Sub': 'a ${!literal} ${B}' });
});

test('what cannot be a placeholder stays joined', () => {
  const list = { 'Fn::Join': [',', ['a', 'b']] };
  const choice = { 'Fn::Join': ['', ['a', { 'Fn::If': ['C', 'b', 'c'] }]] };

  assert.deepEqual(withSubstitutions([list, choice]), [list, choice]);
});
