// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { MODULE } from '../lib/paths';
import { committed, TEMPLATES } from '../lib/templates';

const guide = readFileSync(join(MODULE, '../../docs/deploy.md'), 'utf8');

for (const name of TEMPLATES) {
  const { Parameters: parameters = {}, Metadata: metadata = {} } = committed(name);

  test(`every parameter of ${name} has a label, a group and a description`, () => {
    const shown = (metadata['AWS::CloudFormation::Interface'] ?? {
      ParameterGroups: [],
      ParameterLabels: {},
    }) as any;

    assert.deepEqual(
      shown.ParameterGroups.flatMap((group: any) => group.Parameters),
      Object.keys(parameters),
    );
    assert.deepEqual(Object.keys(shown.ParameterLabels), Object.keys(parameters));
    for (const [id, { Description }] of Object.entries(parameters)) {
      assert.match(Description ?? '', /\.$/, `${id} is not described in a sentence`);
    }
  });

  test(`every parameter of ${name} is in the guide`, () => {
    assert.deepEqual(
      Object.keys(parameters).filter((id) => !guide.includes(`\`${id}\``)),
      [],
    );
  });
}

const { Parameters: parameters } = committed('breakwater');

test('only the jar has to be named', () => {
  assert.deepEqual(
    Object.keys(parameters!).filter((id) => parameters![id]!.Default === undefined),
    ['CodeBucket', 'CodeVersion'],
  );
});

const examples: [parameter: string, taken: string[], refused: string[]][] = [
  ['CodeVersion', ['3HL4kqtJvjVBH40Nrjfkd', '.a_b-c'], ['', 'null', 'a b']],
  ['CodeKey', ['breakwater-correlation.jar', 'a/b.jar'], ['', '*', 'a?b', 'a b']],
  ['NamePrefix', ['breakwater', 'b2', 'exposure-prod'], ['B', 'a-', '-a', 'a'.repeat(21)]],
  ['OrganizationId', ['', 'o-a1b2c3d4e5'], ['o-1', 'org']],
  ['MemberAccounts', ['', '111122223333', '111122223333,444455556666'], ['1', '111122223333,']],
  [
    'SubnetIds',
    ['', 'subnet-0a1b', 'subnet-0a1b,subnet-1c2d'],
    ['subnet-', 'vpc-1', 'subnet-0a1b,'],
  ],
  ['SecurityGroupIds', ['', 'sg-0a1b', 'sg-0a1b,sg-1c2d'], ['sg-', 'subnet-1']],
  ['AlarmEmail', ['', 'on-call@example.com'], ['on-call', '@example.com', 'a b@example.com']],
  [
    'StartPosition',
    ['TRIM_HORIZON', 'LATEST', '2026-11-05T10:00:00Z', '2026-11-05T10:00:00.123Z'],
    ['', 'trim_horizon', '2026-11-05', '2026-11-05T10:00:00+01:00'],
  ],
  ['Settle', ['PT0S', 'PT5S', 'PT1M30S', 'PT1H', 'PT0.5S'], ['', 'PT', '5S', 'P1D', 'PT5']],
  ['MaintenanceWindowStart', ['', '02:00', '23:59'], ['2:00', '24:00', '02:60']],
];

for (const [parameter, taken, refused] of examples) {
  test(`${parameter} takes what it should and nothing else`, () => {
    const pattern = new RegExp(`^(?:${parameters![parameter]!.AllowedPattern!})$`);

    assert.deepEqual(
      [...taken, ...refused].filter((text) => pattern.test(text)),
      taken,
    );
  });
}
