// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { MODULE } from '../lib/paths';
import { committed } from '../lib/templates';

const RUNBOOK = 'docs/runbook.md';

const alarms = (['breakwater', 'response'] as const).flatMap((template) =>
  Object.values(committed(template).Resources)
    .filter(({ Type }) => Type === 'AWS::CloudWatch::Alarm')
    .map(({ Properties }) => Properties as any)
    .map((properties) => ({
      ...properties,
      template,
      name: properties.AlarmName['Fn::Sub'].replace('${NamePrefix}-', '') as string,
      section: properties.AlarmDescription.replace(/^.*#/, '') as string,
    })),
);

/** Sections of the runbook: those of the second level are called as the alarms are. */
const sections = [
  ...readFileSync(join(MODULE, '../..', RUNBOOK), 'utf8').matchAll(/^## ([a-z-]+)$\n+([^#]*)/gm),
].map(([, name, text]) => ({ name: name!, text: text! }));

test('every alarm has a section of the runbook, and every section an alarm', () => {
  assert.deepEqual(
    sections.map(({ name }) => name),
    [...new Set(alarms.map(({ section }) => section))],
  );
});

test('an alarm of the response job that has no section of its own is called as the one that has it', () => {
  for (const { template, name, section } of alarms) {
    const names = template === 'response' ? [section, `response-${section}`] : [section];
    assert.ok(names.includes(name), `${name} is explained in ${section}`);
  }
});

test('no alarm is called as another one', () => {
  assert.equal(new Set(alarms.map(({ name }) => name)).size, alarms.length);
});

test('every section says what it means, what to look at and what to do', () => {
  const incomplete = sections.filter(
    ({ text }) =>
      !['**What it means.**', '**Look at.**', '**Do.**'].every((part) => text.includes(part)),
  );

  assert.deepEqual(incomplete, []);
});

test('every alarm says in words what is the case, and where its section is', () => {
  for (const { section, AlarmDescription } of alarms) {
    assert.match(AlarmDescription, new RegExp(`^[A-Z].*\\. What to do: ${RUNBOOK}#${section}$`));
  }
});

test('every alarm tells the topic when it begins and when it ends', () => {
  for (const { template, AlarmActions, OKActions } of alarms) {
    const topic = { Ref: template === 'response' ? 'AlarmTopicArn' : 'AlarmTopic' };
    assert.deepEqual(AlarmActions, [topic]);
    assert.deepEqual(OKActions, [topic]);
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
    ['job-not-running', 'findings-silent', 'response-job-not-running'],
  );
});
