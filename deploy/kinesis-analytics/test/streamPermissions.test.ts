// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { committed } from '../lib/templates';
import { statementsOf } from './policies';
import { rendered } from './render';

/** What the job may do with streams, and with what they are encrypted, once the option is chosen. */
function streamsOfTheJob(liveRules: string): [actions: string, on: readonly string[]][] {
  const parameters = { LiveRules: liveRules, CustomerManagedKey: 'true' };
  return statementsOf(rendered(committed('breakwater'), parameters))
    .filter(({ of, may }) => of === 'CorrelationRole' && /^(kinesis|kms):/.test(may[0]!))
    .map(({ may, on, when }) => [
      may.join(' '),
      when?.StringEquals?.['kms:EncryptionContext:aws:kinesis:arn'] ?? on,
    ]);
}

test('without rules that change, the job reads findings only, and writes its outputs only', () => {
  const outputs = [
    'StreamExposures',
    'StreamCertificates',
    'StreamChokePoints',
    'StreamDeadLetters',
  ];

  assert.deepEqual(streamsOfTheJob('false'), [
    ['kinesis:GetRecords kinesis:GetShardIterator kinesis:ListShards', ['StreamFindings']],
    ['kinesis:PutRecords', outputs],
    ['kms:Decrypt', ['StreamFindings']],
    ['kms:GenerateDataKey', outputs],
  ]);
});

test('with rules that change, the job reads those as well, and writes its answers as well', () => {
  const inputs = ['StreamFindings', 'StreamRules'];
  const outputs = [
    'StreamExposures',
    'StreamCertificates',
    'StreamChokePoints',
    'StreamDeadLetters',
    'StreamRuleAnswers',
  ];

  assert.deepEqual(streamsOfTheJob('true'), [
    ['kinesis:GetRecords kinesis:GetShardIterator kinesis:ListShards', inputs],
    ['kinesis:PutRecords', outputs],
    ['kms:Decrypt', inputs],
    ['kms:GenerateDataKey', outputs],
  ]);
});
