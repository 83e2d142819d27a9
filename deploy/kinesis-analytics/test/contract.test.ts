// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { FLINK } from '../lib/metrics';
import { committed } from '../lib/templates';
import { contract } from './contract';
import { measuredByAlarms, measuredByDashboard } from './measured';

const template = committed('breakwater');
const { settings, metrics } = contract('correlation');
const jobMetrics = new Set(metrics.map(({ name }) => name));
const serviceMetrics = new Set<string>(Object.values(FLINK));

/** What the job is told, as group.key. */
const told = new Map<string, any>(
  (
    template.Resources.Correlation!.Properties!.ApplicationConfiguration as any
  ).EnvironmentProperties.PropertyGroups.flatMap(({ PropertyGroupId, PropertyMap }: any) =>
    Object.entries(PropertyMap).map(([key, value]) => [`${PropertyGroupId}.${key}`, value]),
  ),
);

test('the job is told nothing that it does not know', () => {
  const known = settings.map(({ group, key }) => `${group}.${key}`);

  assert.deepEqual(
    [...told.keys()].filter((name) => !known.includes(name)),
    [],
  );
});

test('the job is told all that it has to be told', () => {
  const required = settings.filter((setting) => setting.required);

  assert.deepEqual(
    required.map(({ group, key }) => `${group}.${key}`).filter((name) => !told.has(name)),
    [],
  );
});

test('only another endpoint, which the service has no use for, cannot be set', () => {
  assert.deepEqual(
    settings.map(({ group, key }) => `${group}.${key}`).filter((name) => !told.has(name)),
    ['Source.endpoint'],
  );
});

test('a parameter has the default of the setting that it is for', () => {
  const differing = settings.filter(({ group, key, default: expected }) => {
    const parameter = template.Parameters![told.get(`${group}.${key}`)?.Ref];
    return parameter && String(parameter.Default) !== expected;
  });

  assert.deepEqual(differing, []);
});

test('alarms and dashboard look at nothing that the job or the service does not measure', () => {
  const measured = [...measuredByAlarms(template).values()].flat();

  assert.deepEqual(
    [...measured, ...measuredByDashboard(template)]
      .filter(({ namespace }) => namespace === 'AWS/KinesisAnalytics')
      .map(({ name }) => name)
      .filter((name) => !jobMetrics.has(name) && !serviceMetrics.has(name)),
    [],
  );
});

test('the dashboard shows all that the job measures', () => {
  const shown = new Set(measuredByDashboard(template).map(({ name }) => name));

  assert.deepEqual(
    [...jobMetrics].filter((name) => !shown.has(name)),
    [],
  );
});

test('no name stands both for something of the job and something of the service', () => {
  assert.deepEqual(
    [...jobMetrics].filter((name) => serviceMetrics.has(name)),
    [],
  );
});
