// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { EVENT_SOURCES } from '../lib/eventSources';
import { Template } from '../lib/template';
import { committed } from '../lib/templates';

const central = committed('breakwater');
const member = committed('member-account');

function rulesOf(template: Template, prefix: string): any[] {
  return Object.entries(template.Resources)
    .filter(([id, { Type }]) => Type === 'AWS::Events::Rule' && id.startsWith(prefix))
    .map(([, resource]) => resource);
}

const rules = rulesOf(central, 'EventsRule');
const membersRules = rulesOf(central, 'EventsMembersRule');
const memberRules = rulesOf(member, 'Rule');

test('every source has a rule on each bus and in each member, with the same pattern', () => {
  const patterns = EVENT_SOURCES.map(({ pattern }) => JSON.parse(JSON.stringify(pattern)));

  for (const bus of [rules, membersRules, memberRules]) {
    assert.deepEqual(
      bus.map(({ Properties }) => Properties.EventPattern),
      patterns,
    );
  }
});

test('every rule is there exactly where its source is switched on', () => {
  const names = EVENT_SOURCES.map(({ parameter }) => parameter);

  assert.deepEqual(
    rules.map(({ Condition }) => Condition),
    names.map((name) => `Reads${name}`),
  );
  assert.deepEqual(
    membersRules.map(({ Condition }) => Condition),
    names.map((name) => `ReadsMembers${name}`),
  );
  assert.deepEqual(
    memberRules.map(({ Condition }) => Condition),
    names.map((name) => `Sends${name}`),
  );
});

test('events are delivered whole, again for a day, and after that to a queue', () => {
  for (const { Properties } of [...rules, ...membersRules, ...memberRules]) {
    const [target, ...others] = Properties.Targets;
    assert.deepEqual(others, []);
    assert.deepEqual(
      Object.keys(target).sort(),
      ['Arn', 'DeadLetterConfig', 'Id', 'RetryPolicy', 'RoleArn'],
      'no input, no transformer, no partition key that may be missing',
    );
    assert.deepEqual(target.RetryPolicy, {
      MaximumEventAgeInSeconds: 86_400,
      MaximumRetryAttempts: 185,
    });
  }
});

test('archives keep what the rules read, source by source as it is switched on', () => {
  for (const id of ['EventsArchive', 'EventsMembersArchive']) {
    const pattern = central.Resources[id]!.Properties!.EventPattern as any;

    assert.deepEqual(
      pattern['detail-type'].map((choice: any) => choice['Fn::If']),
      EVENT_SOURCES.flatMap(({ parameter, pattern: read }) =>
        read['detail-type'].map((type) => [`Reads${parameter}`, type, { Ref: 'AWS::NoValue' }]),
      ),
    );
    assert.deepEqual(
      new Set(pattern.source),
      new Set(EVENT_SOURCES.flatMap(({ pattern: read }) => [...read.source])),
    );
  }
});

test('members send by default only what a delegated administrator does not receive', () => {
  const sent = EVENT_SOURCES.filter(
    ({ parameter }) => member.Parameters![parameter]!.Default === 'true',
  );

  assert.deepEqual(
    sent.map(({ rule }) => rule),
    ['access-analyzer', 'config', 'certificate-manager', 'health'],
  );
});
