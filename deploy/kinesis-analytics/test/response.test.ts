// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { MOST_ARNS } from '../lib/responseParameters';
import { committed } from '../lib/templates';
import { Validation } from '../lib/validation';
import { Statement, statementsOf } from './policies';
import { rendered } from './render';

const template = committed('response');
const central = committed('breakwater');
const validation = new Validation();

const SECRET = 'arn:aws:secretsmanager:eu-central-1:111122223333:secret:breakwater/jira-a1B2c3';
const TOPIC = 'arn:aws:sns:eu-central-1:111122223333:on-call.fifo';
const KEY = 'arn:aws:kms:eu-central-1:111122223333:key/1a2b3c4d-0000-1111-2222-333344445555';
const ROLE = 'arn:aws:iam::444455556666:role/breakwater/import-findings';

const OPTIONS: Record<string, Record<string, string>> = {
  'a key': { DataKeyArn: KEY },
  'a VPC': { SubnetIds: 'subnet-0a1b,subnet-2c3d', SecurityGroupIds: 'sg-0a1b' },
  'on demand, and a window': { StreamMode: 'ON_DEMAND', MaintenanceWindowStart: '02:00' },
  secrets: { SecretArns: SECRET },
  topics: { TopicArns: TOPIC },
  keys: { KeyArns: KEY },
  'roles of members': { MemberRoleArns: ROLE },
  'a role of an organisation': {
    MemberRole: 'breakwater/import-findings',
    OrganizationId: 'o-a1b2c3d4e5',
  },
  'imports here': { ImportsHere: 'true' },
};

/** What the job may do beyond reading, writing and logging, once the options are chosen. */
function reached(...options: string[]): Pick<Statement, 'may' | 'on'>[] {
  const parameters = Object.assign({}, ...options.map((option) => OPTIONS[option]));
  return statementsOf(rendered(template, parameters))
    .filter(({ of, in: policy }) => of === 'ResponseRole' && /^(With|Imports)/.test(policy))
    .map(({ may, on }) => ({ may, on }));
}

test('whatever is chosen of the options, all that is mentioned is there, and all that is needed', () => {
  const options = Object.values(OPTIONS);

  for (let choice = 0; choice < 2 ** options.length; choice++) {
    const parameters = Object.assign({}, ...options.filter((_, i) => choice & (1 << i)));
    const faults = validation
      .faults(rendered(template, parameters))
      .filter((fault) => !fault.endsWith('is used nowhere'));
    assert.deepEqual(faults, [], JSON.stringify(parameters));
  }
});

test('by default the job may reach nobody', () => {
  assert.deepEqual(reached(), []);
});

test('each option lets the job reach what it names, and nothing else', () => {
  assert.deepEqual(reached('secrets'), [
    { may: ['secretsmanager:GetSecretValue'], on: ['each of SecretArns'] },
  ]);
  assert.deepEqual(reached('topics'), [{ may: ['sns:Publish'], on: ['each of TopicArns'] }]);
  assert.deepEqual(reached('roles of members'), [
    { may: ['sts:AssumeRole'], on: ['each of MemberRoleArns'] },
  ]);
  assert.deepEqual(reached('a role of an organisation'), [
    {
      may: ['sts:AssumeRole'],
      on: ['arn:${AWS::Partition}:iam::*:role/${MemberRole}'],
    },
  ]);
  assert.deepEqual(
    reached('imports here').map(({ may }) => may),
    [['securityhub:BatchImportFindings']],
  );
});

test('keys are used for secrets where there are secrets, and for topics where there are topics', () => {
  assert.deepEqual(reached('keys'), []);
  assert.deepEqual(
    reached('keys', 'secrets').map(({ may }) => may.join(' ')),
    ['secretsmanager:GetSecretValue', 'kms:Decrypt'],
  );
  assert.deepEqual(
    reached('keys', 'topics').map(({ may }) => may.join(' ')),
    ['sns:Publish', 'kms:Decrypt kms:GenerateDataKey'],
  );
});

// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html
test('the policies of the role are within what IAM takes, with as many ARNs as can be given', () => {
  const parameters = Object.assign({}, ...Object.values(OPTIONS));
  const { Policies } = rendered(template, parameters).Resources.ResponseRole!.Properties!;
  const longest = JSON.stringify('x'.repeat(100));
  const given = Array<string>(MOST_ARNS).fill(longest).join(',');
  const text = (Policies as { PolicyDocument: unknown }[])
    .map(({ PolicyDocument }) => JSON.stringify(PolicyDocument))
    .join('')
    .replace(/\{"Fn::Split":\[",",\{"Ref":"[A-Za-z]*Arns"\}\]\}/g, `[${given}]`);

  assert.equal(text.split(given).length - 1, 5, 'lists in the policies');
  assert.ok(text.length <= 10_240, `${text.length} characters`);
});

test('what the job reads is called as the other stack calls it', () => {
  const written = ['StreamExposures', 'StreamCertificates'].map(
    (id) => central.Resources[id]!.Properties!.Name,
  );
  const { PropertyMap } = (
    template.Resources.Response!.Properties!.ApplicationConfiguration as any
  ).EnvironmentProperties.PropertyGroups.find(
    ({ PropertyGroupId }: any) => PropertyGroupId === 'Source',
  );

  assert.deepEqual([PropertyMap['exposure-stream'], PropertyMap['certificate-stream']], written);
});

test('nothing that it makes is called as something that the other stack makes', () => {
  const NAMES = ['Name', 'ApplicationName', 'FunctionName', 'LogGroupName', 'DashboardName'];
  const names = ({ Resources }: typeof template) =>
    Object.values(Resources).flatMap(({ Type, Properties = {} }) =>
      NAMES.filter((name) => name in Properties && (Properties[name] as any)['Fn::Sub']).map(
        (name) => `${Type} ${(Properties[name] as any)['Fn::Sub']}`,
      ),
    );
  const others = names(central);

  assert.ok(names(template).length >= 6);
  assert.deepEqual(
    names(template).filter((name) => others.includes(name)),
    [],
  );
});

test('the key of the other stack knows the application and the logs of this one', () => {
  const policy = JSON.stringify(central.Resources.DataKey!.Properties!.KeyPolicy);

  assert.match(policy, /application\/\$\{NamePrefix\}-response/);
  for (const { Type, Properties } of Object.values(template.Resources)) {
    if (Type === 'AWS::Logs::LogGroup') {
      assert.ok(policy.includes(`log-group:${(Properties!.LogGroupName as any)['Fn::Sub']}`));
    }
  }
});

test('controls keep their order: one shard, however many others have', () => {
  const { Resources } = rendered(template, { OutputShards: '4' });

  assert.equal(Resources.Controls!.Properties!.ShardCount, 1);
  assert.deepEqual(Resources.Reports!.Properties!.ShardCount, { Ref: 'OutputShards' });
});

test('the jar, the plan and where alarms go have to be named, and nothing else', () => {
  const { Parameters: parameters } = template;

  assert.deepEqual(
    Object.keys(parameters!).filter((id) => parameters![id]!.Default === undefined),
    ['CodeBucket', 'CodeVersion', 'PlanKey', 'AlarmTopicArn'],
  );
});

const examples: [parameter: string, taken: string[], refused: string[]][] = [
  ['PlanKey', ['plan.json', 'plans/2026-11-27.json'], ['', '*', 'a?b', 'a b']],
  [
    'SecretArns',
    ['', SECRET, `${SECRET},${SECRET}`],
    [
      'breakwater/jira',
      `${SECRET},`,
      SECRET.slice(0, -7),
      `${SECRET}*`,
      SECRET.replace('jira', '*'),
    ],
  ],
  ['TopicArns', ['', TOPIC, `${TOPIC},${TOPIC}`], ['on-call', `${TOPIC}*`, `${TOPIC}:a`]],
  ['KeyArns', ['', KEY], ['alias/breakwater', KEY.replace(':key/', ':alias/'), `${KEY}*`]],
  [
    'MemberRoleArns',
    ['', ROLE, `${ROLE},${ROLE}`],
    [ROLE.replace('444455556666', '*'), `${ROLE}*`],
  ],
  ['MemberRole', ['', 'import', 'breakwater/import-findings'], ['/import', '*', 'a*', 'a b']],
  ['OrganizationId', ['', 'o-a1b2c3d4e5'], ['o-1', '*']],
  ['DataKeyArn', ['', KEY], ['alias/breakwater', `${KEY},${KEY}`]],
  ['AlarmTopicArn', ['arn:aws:sns:eu-central-1:111122223333:breakwater-alarms'], ['', 'alarms']],
];

for (const [parameter, taken, refused] of examples) {
  test(`${parameter} takes what it should and nothing else`, () => {
    const pattern = new RegExp(`^(?:${template.Parameters![parameter]!.AllowedPattern!})$`);

    assert.deepEqual(
      [...taken, ...refused].filter((text) => pattern.test(text)),
      taken,
    );
  });
}

test(`no list has more than ${MOST_ARNS} ARNs`, () => {
  const pattern = new RegExp(template.Parameters!.MemberRoleArns!.AllowedPattern!);

  assert.match(Array(MOST_ARNS).fill(ROLE).join(','), pattern);
  assert.doesNotMatch(
    Array(MOST_ARNS + 1)
      .fill(ROLE)
      .join(','),
    pattern,
  );
});
