// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { MODULE } from '../lib/paths';
import { committed } from '../lib/templates';

const RUNBOOK = 'docs/runbook.md';

const alarms = Object.values(committed('breakwater').Resources)
  .filter(({ Type }) => Type === 'AWS::CloudWatch::Alarm')
  .map(({ Properties }) => Properties as any)
  .map((properties) => ({
    ...properties,
    name: properties.AlarmName['Fn::Sub'].replace('${NamePrefix}-', '') as string,
  }));

/** Sections of the runbook: those of the second level are called as the alarms are. */
const sections = [
  ...readFileSync(join(MODULE, '../..', RUNBOOK), 'utf8').matchAll(/^## ([a-z-]+)$\n+([^#]*)/gm),
].map(([, name, text]) => ({ name: name!, text: text! }));

test('every alarm has a section of the runbook, and every section an alarm', () => {
  assert.deepEqual(
    sections.map(({ name }) => name),
    alarms.map(({ name }) => name),
  );
});

test('every section says what it means, what to look at and what to do', () => {
  const incomplete = sections.filter(
    ({ text }) =>
      !['**What it means.**', '**Look at.**', '**Do.**'].every((part) => text.includes(part)),
  );

  assert.deepEqual(incomplete, []);
});

test('every alarm says in words what is the case, and where its section is', () => {
  for (const { name, AlarmDescription } of alarms) {
    assert.match(AlarmDescription, new RegExp(`^[A-Z].*\\. What to do: ${RUNBOOK}#${name}$`));
  }
});

test('every alarm tells the topic when it begins and when it ends', () => {
  for (const { AlarmActions, OKActions } of alarms) {
    assert.deepEqual(AlarmActions, [{ Ref: 'AlarmTopic' }]);
    assert.deepEqual(OKActions, [{ Ref: 'AlarmTopic' }]);
  }
});

// https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutMetricAlarm.html
test('no alarm looks at more metrics, or further back, than CloudWatch lets it', () => {
  const A_DAY = 86_400;
  for (const { name, Metrics = [], Period, EvaluationPeriods } of alarms) {
    const metrics = Metrics.filter(({ MetricStat }: any) => MetricStat);
    const periods = [Period, ...metrics.map(({ MetricStat }: any) => MetricStat.Period)].filter(
      Boolean,
    );
    assert.ok(metrics.length <= 10, `${name} looks at ${metrics.length} metrics`);
    assert.ok(Math.max(...periods) * EvaluationPeriods <= A_DAY, `${name} looks back too far`);
    assert.equal(new Set(periods).size, 1, `${name} mixes periods`);
  }
});

test('only what should always be measured is an alarm when it is not', () => {
  assert.deepEqual(
    alarms
      .filter(({ TreatMissingData }) => TreatMissingData === 'breaching')
      .map(({ name }) => name),
    ['job-not-running', 'findings-silent'],
  );
});
