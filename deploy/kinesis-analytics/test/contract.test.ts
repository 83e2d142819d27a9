// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { FLINK } from '../lib/metrics';
import { committed } from '../lib/templates';
import { contract } from './contract';
import { measuredByAlarms, measuredByDashboard } from './measured';

const serviceMetrics = new Set<string>(Object.values(FLINK));

/** Each job, by its template and the logical id that its application has there. */
const JOBS = [
  {
    job: 'correlation',
    template: committed('breakwater'),
    id: 'Correlation',
    endpoints: ['Source.endpoint'],
  },
  {
    job: 'response',
    template: committed('response'),
    id: 'Response',
    endpoints: ['Source.endpoint', 'Response.plan-endpoint'],
  },
];

for (const { job, template, id, endpoints } of JOBS) {
  const { settings, metrics } = contract(job);
  const jobMetrics = new Set(metrics.map(({ name }) => name));

  /** What the job is told, as group.key. */
  const told = new Map<string, any>(
    (
      template.Resources[id]!.Properties!.ApplicationConfiguration as any
    ).EnvironmentProperties.PropertyGroups.flatMap(({ PropertyGroupId, PropertyMap }: any) =>
      Object.entries(PropertyMap).map(([key, value]) => [`${PropertyGroupId}.${key}`, value]),
    ),
  );

  test(`the ${job} job is told nothing that it does not know`, () => {
    const known = settings.map(({ group, key }) => `${group}.${key}`);

    assert.deepEqual(
      [...told.keys()].filter((name) => !known.includes(name)),
      [],
    );
  });

  test(`the ${job} job is told all that it has to be told`, () => {
    const required = settings.filter((setting) => setting.required);

    assert.notEqual(required.length, 0);
    assert.deepEqual(
      required.map(({ group, key }) => `${group}.${key}`).filter((name) => !told.has(name)),
      [],
    );
  });

  test(`only other endpoints, which the service has no use for, cannot be set of the ${job} job`, () => {
    assert.deepEqual(
      settings.map(({ group, key }) => `${group}.${key}`).filter((name) => !told.has(name)),
      endpoints,
    );
  });

  test(`a parameter has the default of the setting of the ${job} job that it is for`, () => {
    const differing = settings.filter(({ group, key, default: expected }) => {
      const parameter = template.Parameters![told.get(`${group}.${key}`)?.Ref];
      return parameter && String(parameter.Default) !== expected;
    });

    assert.deepEqual(differing, []);
  });

  test(`alarms and dashboard look at nothing that the ${job} job or the service does not measure`, () => {
    const measured = [...measuredByAlarms(template).values()].flat();

    assert.deepEqual(
      [...measured, ...measuredByDashboard(template)]
        .filter(({ namespace }) => namespace === 'AWS/KinesisAnalytics')
        .map(({ name }) => name)
        .filter((name) => !jobMetrics.has(name) && !serviceMetrics.has(name)),
      [],
    );
  });

  test(`the dashboard shows all that the ${job} job measures`, () => {
    const shown = new Set(measuredByDashboard(template).map(({ name }) => name));

    assert.notEqual(jobMetrics.size, 0);
    assert.deepEqual(
      [...jobMetrics].filter((name) => !shown.has(name)),
      [],
    );
  });

  test(`no name stands both for something of the ${job} job and something of the service`, () => {
    assert.deepEqual(
      [...jobMetrics].filter((name) => serviceMetrics.has(name)),
      [],
    );
  });
}
