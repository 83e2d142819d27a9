// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { EVENT_SOURCES } from '../lib/eventSources';
import { Template } from '../lib/template';
import { committed } from '../lib/templates';
import { Validation } from '../lib/validation';
import { rendered } from './render';

const central = committed('breakwater');
const member = committed('member-account');
const validation = new Validation();

const OPTIONS: Record<string, Record<string, string>> = {
  'a key': { CustomerManagedKey: 'true' },
  'a VPC': { SubnetIds: 'subnet-0a1b,subnet-2c3d', SecurityGroupIds: 'sg-0a1b' },
  'an organisation': { OrganizationId: 'o-a1b2c3d4e5' },
  accounts: { MemberAccounts: '111122223333,444455556666' },
  'no bucket': { DeliverToS3: 'false' },
  'on demand': { StreamMode: 'ON_DEMAND' },
  'live rules': { LiveRules: 'true' },
  'actions of people': { Actions: 'true' },
  'an e-mail and a window': { AlarmEmail: 'on-call@example.com', MaintenanceWindowStart: '02:00' },
};

/** Only this source is read. */
function only(source: string): Record<string, string> {
  return Object.fromEntries(
    EVENT_SOURCES.map(({ parameter }) => [parameter, String(parameter === source)]),
  );
}

/** What a template would be refused for once its parameters are known. */
function refused(template: Template, parameters: Record<string, string>): string[] {
  return validation
    .faults(rendered(template, parameters))
    .filter((fault) => !fault.endsWith('is used nowhere'));
}

function typesOf(template: Template): Set<string> {
  return new Set(Object.values(template.Resources).map(({ Type }) => Type));
}

test('whatever is chosen of the options, all that is mentioned is there, and all that is needed', () => {
  const options = Object.values(OPTIONS);

  for (let choice = 0; choice < 2 ** options.length; choice++) {
    const parameters = Object.assign({}, ...options.filter((_, i) => choice & (1 << i)));
    assert.deepEqual(refused(central, parameters), [], JSON.stringify(parameters));
  }
});

for (const { parameter } of EVENT_SOURCES) {
  test(`${parameter} can be the only source, here and in a member`, () => {
    const members = OPTIONS['an organisation'];
    assert.deepEqual(refused(central, { ...only(parameter), ...members }), []);
    assert.deepEqual(refused(member, only(parameter)), []);

    const ids = Object.keys(rendered(central, { ...only(parameter), ...members }).Resources);
    assert.deepEqual(
      ids.filter((id) => /^Events(Members)?Rule/.test(id)),
      [`EventsRule${parameter}`, `EventsMembersRule${parameter}`],
    );
  });
}

/** What the job is told in a group. */
function told({ Resources }: Template, group: string): Record<string, unknown> {
  const configuration = Resources.Correlation!.Properties!.ApplicationConfiguration as any;
  return configuration.EnvironmentProperties.PropertyGroups.find(
    ({ PropertyGroupId }: any) => PropertyGroupId === group,
  ).PropertyMap;
}

test('rules that change have a stream, and their answers one', () => {
  const template = rendered(central, OPTIONS['live rules']);

  assert.deepEqual(told(template, 'Source')['rule-stream'], { Ref: 'StreamRules' });
  assert.deepEqual(told(template, 'Sinks')['rule-answer-stream'], { Ref: 'StreamRuleAnswers' });
  assert.deepEqual(template.Outputs!.RulesStreamName!.Value, { Ref: 'StreamRules' });
  assert.deepEqual(template.Outputs!.RuleAnswersStreamName!.Value, { Ref: 'StreamRuleAnswers' });
});

test('updates of rules and their answers keep their order: one shard each, however many others have', () => {
  const { Resources } = rendered(central, {
    ...OPTIONS['live rules'],
    FindingsShards: '4',
    OutputShards: '4',
  });

  assert.equal(Resources.StreamRules!.Properties!.ShardCount, 1);
  assert.equal(Resources.StreamRuleAnswers!.Properties!.ShardCount, 1);
});

test('the streams of rules are called, kept and sized as the others where there are no shards', () => {
  const { Resources } = rendered(central, { ...OPTIONS['live rules'], ...OPTIONS['on demand'] });
  const { Name, ...others } = Resources.StreamFindings!.Properties!;

  for (const [id, name] of [
    ['StreamRules', 'rules'],
    ['StreamRuleAnswers', 'rule-answers'],
  ] as const) {
    assert.deepEqual(Resources[id]!.Properties, {
      ...others,
      Name: { 'Fn::Sub': `\${NamePrefix}-${name}` },
    });
  }
});

test('by default nothing of the template mentions streams of rules', () => {
  const { Resources, Outputs } = rendered(central);

  assert.doesNotMatch(
    JSON.stringify({ Resources, Outputs }),
    /StreamRule|rule-stream|rule-answer|\$\{NamePrefix\}-rules/,
  );
});

test('by default there is no key for data, no bus for members, no VPC and no e-mail', () => {
  const { Resources } = rendered(central);

  assert.equal('DataKey' in Resources, false);
  assert.equal(typesOf({ Resources }).has('AWS::Events::EventBus'), false);
  assert.equal(typesOf({ Resources }).has('AWS::SNS::Subscription'), false);
  const configuration = Resources.Correlation!.Properties!.ApplicationConfiguration as any;
  assert.equal('VpcConfigurations' in configuration, false);
  assert.deepEqual(configuration.ApplicationEncryptionConfiguration, { KeyType: 'AWS_OWNED_KEY' });
});

test('everything that can be encrypted is, with and without a key of your own', () => {
  const encrypted: Record<string, (properties: any) => unknown> = {
    'AWS::Kinesis::Stream': ({ StreamEncryption }) => StreamEncryption.KeyId,
    'AWS::SQS::Queue': ({ SqsManagedSseEnabled, KmsMasterKeyId }) =>
      KmsMasterKeyId ?? SqsManagedSseEnabled,
    'AWS::S3::Bucket': ({ BucketEncryption }) =>
      BucketEncryption.ServerSideEncryptionConfiguration[0].ServerSideEncryptionByDefault
        .KMSMasterKeyID ?? 'AES256',
    'AWS::SNS::Topic': ({ KmsMasterKeyId }) => KmsMasterKeyId,
  };
  const ours: Record<string, (properties: any) => unknown> = {
    ...encrypted,
    'AWS::SNS::Topic': () => ({ 'Fn::GetAtt': ['DataKey', 'Arn'] }),
    'AWS::Logs::LogGroup': ({ KmsKeyId }) => KmsKeyId,
    'AWS::Events::Archive': ({ KmsKeyIdentifier }) => KmsKeyIdentifier,
    'AWS::Events::EventBus': ({ KmsKeyIdentifier }) => KmsKeyIdentifier,
    'AWS::KinesisAnalyticsV2::Application': ({ ApplicationConfiguration }) =>
      ApplicationConfiguration.ApplicationEncryptionConfiguration.KeyId,
  };
  const keys = (template: Template, of: typeof encrypted) =>
    Object.entries(template.Resources)
      .filter(([, { Type }]) => Type in of)
      .map(([id, { Type, Properties }]) => [id, of[Type]!(Properties)] as const);

  for (const [id, key] of keys(rendered(central, OPTIONS['live rules']), encrypted)) {
    assert.ok(key, `${id} is not encrypted`);
  }
  const withKey = { ...OPTIONS['a key'], ...OPTIONS['an organisation'], ...OPTIONS['live rules'] };
  for (const [id, key] of keys(rendered(central, withKey), ours)) {
    assert.deepEqual(key, { 'Fn::GetAtt': ['DataKey', 'Arn'] }, `${id} has another key`);
  }
});

test('with an organisation and accounts, accounts may send only as members of it', () => {
  const policyWith = (...options: string[]) =>
    rendered(central, Object.assign({}, ...options.map((option) => OPTIONS[option]))).Resources
      .EventsMembersBusPolicy!.Properties!.Statement as any;
  const organisation = { StringEquals: { 'aws:PrincipalOrgID': { Ref: 'OrganizationId' } } };
  const accounts = { AWS: { 'Fn::Split': [',', { Ref: 'MemberAccounts' }] } };

  assert.equal(policyWith('an organisation').Principal, '*');
  assert.deepEqual(policyWith('an organisation').Condition, organisation);
  assert.deepEqual(policyWith('accounts').Principal, accounts);
  assert.equal('Condition' in policyWith('accounts'), false);
  assert.deepEqual(policyWith('accounts', 'an organisation').Principal, accounts);
  assert.deepEqual(policyWith('accounts', 'an organisation').Condition, organisation);
});

test('data that was delivered, jars and the key to them stay when a stack goes', () => {
  const staying = Object.entries({ ...committed('code-bucket').Resources, ...central.Resources })
    .filter(([, { DeletionPolicy }]) => DeletionPolicy === 'Retain')
    .map(([id]) => id);

  assert.deepEqual(staying, ['Code', 'DataKey', 'DeliveryBucket']);
});
