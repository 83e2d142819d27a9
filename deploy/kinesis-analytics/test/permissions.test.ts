// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { committed, TemplateName, TEMPLATES } from '../lib/templates';
import { Statement, statementsOf } from './policies';
import { RESPONSE_STATEMENTS, RESPONSE_WILDCARDS } from './responsePermissions';

const JOB = 'own:kinesisanalytics:application/${NamePrefix}-correlation';
const JOBS = [JOB, 'own:kinesisanalytics:application/${NamePrefix}-response'];
const JOB_LOG = 'own:logs:log-group:/aws/kinesis-analytics/${NamePrefix}-correlation';
const DELIVERY_LOG = 'own:logs:log-group:/aws/kinesisfirehose/${NamePrefix}';
const START_LOG = 'own:logs:log-group:/aws/lambda/${NamePrefix}-start-application';
const ALL_LOGS = [
  JOB_LOG,
  'own:logs:log-group:/aws/kinesis-analytics/${NamePrefix}-response',
  DELIVERY_LOG,
  START_LOG,
  'own:logs:log-group:/aws/lambda/${NamePrefix}-start-response',
];
const MEMBERS_BUS = 'own:events:event-bus/${NamePrefix}-members';
const THROUGH_KINESIS = 'kinesis.${AWS::Region}.${AWS::URLSuffix}';
const THROUGH_FLINK = 'kinesisanalytics.${AWS::Region}.${AWS::URLSuffix}';
const THROUGH_S3 = 's3.${AWS::Region}.${AWS::URLSuffix}';
const ACCOUNT = 'arn:${AWS::Partition}:iam::${AWS::AccountId}:root';
const OUR_RULES = [
  'own:events:rule/${NamePrefix}-*',
  'own:events:rule/${NamePrefix}-members/${NamePrefix}-*',
];
const OUR_ALARMS = ['own:cloudwatch:alarm:${NamePrefix}-*'];
const JOB_READS = ['StreamFindings', 'StreamRules if HasLiveRules', 'StreamControl if HasActions'];
const JOB_WRITES = [
  'StreamExposures',
  'StreamCertificates',
  'StreamChokePoints',
  'StreamDeadLetters',
  'StreamRuleAnswers if HasLiveRules',
  'StreamControlAnswers if HasActions',
];
const WITHOUT_TLS = { Bool: { 'aws:SecureTransport': ['false'] } };

/** Everything that anybody is allowed or denied. Whatever widens it has to be written down here. */
const EXPECTED: Record<TemplateName, Statement[]> = {
  response: RESPONSE_STATEMENTS,
  'code-bucket': [
    {
      of: 'CodePolicy',
      in: 'resource',
      effect: 'Deny',
      who: ['*'],
      may: ['s3:*'],
      on: ['Code', '${Code.Arn}/*'],
      when: WITHOUT_TLS,
    },
  ],
  breakwater: [
    {
      of: 'DataKey',
      in: 'resource',
      effect: 'Allow',
      who: [ACCOUNT],
      may: ['kms:*'],
      on: ['*'],
    },
    {
      of: 'DataKey',
      in: 'resource',
      effect: 'Allow',
      who: ['kinesisanalytics.amazonaws.com', 'infrastructure.kinesisanalytics.amazonaws.com'],
      may: ['kms:DescribeKey'],
      on: ['*'],
      when: {
        StringEquals: {
          'aws:SourceArn': JOBS,
          'aws:SourceAccount': ['AWS::AccountId'],
        },
      },
    },
    {
      of: 'DataKey',
      in: 'resource',
      effect: 'Allow',
      who: ['kinesisanalytics.amazonaws.com'],
      may: ['kms:GenerateDataKey'],
      on: ['*'],
      when: {
        StringEquals: {
          'aws:SourceArn': JOBS,
          'aws:SourceAccount': ['AWS::AccountId'],
          'kms:EncryptionContext:aws:kinesisanalytics:arn': JOBS,
        },
      },
    },
    {
      of: 'DataKey',
      in: 'resource',
      effect: 'Allow',
      who: ['kinesisanalytics.amazonaws.com'],
      may: ['kms:Decrypt'],
      on: ['*'],
      when: {
        StringEquals: {
          'kms:EncryptionContext:aws:kinesisanalytics:arn': JOBS,
        },
      },
    },
    {
      of: 'DataKey',
      in: 'resource',
      effect: 'Allow',
      who: ['infrastructure.kinesisanalytics.amazonaws.com'],
      may: ['kms:Decrypt', 'kms:GenerateDataKeyWithoutPlaintext'],
      on: ['*'],
      when: {
        StringEquals: {
          'kms:EncryptionContext:aws:kinesisanalytics:arn': JOBS,
        },
      },
    },
    {
      of: 'DataKey',
      in: 'resource',
      effect: 'Allow',
      who: ['infrastructure.kinesisanalytics.amazonaws.com'],
      may: ['kms:CreateGrant'],
      on: ['*'],
      when: {
        StringEquals: {
          'kms:EncryptionContext:aws:kinesisanalytics:arn': JOBS,
          'kms:GrantConstraintType': ['EncryptionContextSubset'],
        },
        'ForAllValues:StringEquals': {
          'kms:GrantOperations': ['Decrypt'],
        },
      },
    },
    {
      of: 'DataKey',
      in: 'resource',
      effect: 'Allow',
      who: ['logs.${AWS::Region}.${AWS::URLSuffix}'],
      may: [
        'kms:Decrypt',
        'kms:DescribeKey',
        'kms:Encrypt',
        'kms:GenerateDataKey',
        'kms:GenerateDataKeyWithoutPlaintext',
        'kms:ReEncryptFrom',
        'kms:ReEncryptTo',
      ],
      on: ['*'],
      when: {
        ArnEquals: {
          'kms:EncryptionContext:aws:logs:arn': ALL_LOGS,
        },
      },
    },
    {
      of: 'DataKey',
      in: 'resource',
      effect: 'Allow',
      who: ['events.amazonaws.com'],
      may: ['kms:DescribeKey'],
      on: ['*'],
    },
    {
      of: 'DataKey',
      in: 'resource',
      effect: 'Allow',
      who: ['events.amazonaws.com'],
      may: ['kms:Decrypt', 'kms:GenerateDataKey', 'kms:ReEncryptFrom', 'kms:ReEncryptTo'],
      on: ['*'],
      when: {
        StringEquals: {
          'kms:EncryptionContext:aws:events:event-bus:arn': [
            'own:events:event-bus/default',
            MEMBERS_BUS,
          ],
        },
      },
    },
    {
      of: 'DataKey',
      in: 'resource',
      effect: 'Allow',
      who: ['events.amazonaws.com'],
      may: ['kms:Decrypt', 'kms:GenerateDataKey'],
      on: ['*'],
      when: {
        StringEquals: {
          'aws:SourceArn': [MEMBERS_BUS],
          'kms:EncryptionContext:aws:events:event-bus:arn': [MEMBERS_BUS],
        },
      },
    },
    {
      of: 'DataKey',
      in: 'resource',
      effect: 'Allow',
      who: ['events.amazonaws.com'],
      may: ['kms:Decrypt', 'kms:GenerateDataKey'],
      on: ['*'],
    },
    {
      of: 'EventsUndeliveredPolicy',
      in: 'resource',
      effect: 'Allow',
      who: ['events.amazonaws.com'],
      may: ['sqs:SendMessage'],
      on: ['EventsUndelivered'],
      when: {
        StringEquals: {
          'aws:SourceAccount': ['AWS::AccountId'],
        },
        ArnLike: {
          'aws:SourceArn': OUR_RULES,
        },
      },
    },
    {
      of: 'EventsUndeliveredPolicy',
      in: 'resource',
      effect: 'Deny',
      who: ['*'],
      may: ['sqs:*'],
      on: ['EventsUndelivered'],
      when: WITHOUT_TLS,
    },
    {
      of: 'EventsRole',
      in: 'trust',
      effect: 'Allow',
      who: ['events.amazonaws.com'],
      may: ['sts:AssumeRole'],
      on: [],
      when: {
        StringEquals: {
          'aws:SourceAccount': ['AWS::AccountId'],
        },
        ArnLike: {
          'aws:SourceArn': OUR_RULES,
        },
      },
    },
    {
      of: 'EventsRole',
      in: 'Always',
      effect: 'Allow',
      may: ['kinesis:PutRecord', 'kinesis:PutRecords'],
      on: ['StreamFindings'],
    },
    {
      of: 'EventsRole',
      in: 'WithKey if HasCustomerManagedKey',
      effect: 'Allow',
      may: ['kms:GenerateDataKey'],
      on: ['DataKey'],
      when: {
        StringEquals: {
          'kms:ViaService': [THROUGH_KINESIS],
          'kms:EncryptionContext:aws:kinesis:arn': ['StreamFindings'],
        },
      },
    },
    {
      of: 'EventsMembersBusPolicy',
      in: 'resource',
      effect: 'Allow',
      who: ['if HasAccounts: each of MemberAccounts', 'else: *'],
      may: ['events:PutEvents'],
      on: [MEMBERS_BUS],
      when: {
        'if HasOrganization': {
          'aws:PrincipalOrgID': ['OrganizationId'],
        },
      },
    },
    {
      of: 'CorrelationRole',
      in: 'trust',
      effect: 'Allow',
      who: ['kinesisanalytics.amazonaws.com'],
      may: ['sts:AssumeRole'],
      on: [],
      when: {
        StringEquals: {
          'aws:SourceAccount': ['AWS::AccountId'],
        },
        ArnLike: {
          'aws:SourceArn': [JOB],
        },
      },
    },
    {
      of: 'CorrelationRole',
      in: 'Always',
      effect: 'Allow',
      may: ['s3:GetObject', 's3:GetObjectVersion'],
      on: ['arn:${AWS::Partition}:s3:::${CodeBucket}/${CodeKey}'],
    },
    {
      of: 'CorrelationRole',
      in: 'Always',
      effect: 'Allow',
      may: ['kinesis:GetRecords', 'kinesis:GetShardIterator', 'kinesis:ListShards'],
      on: JOB_READS,
    },
    {
      of: 'CorrelationRole',
      in: 'Always',
      effect: 'Allow',
      may: ['kinesis:PutRecords'],
      on: JOB_WRITES,
    },
    {
      of: 'CorrelationRole',
      in: 'Always',
      effect: 'Allow',
      may: ['logs:DescribeLogGroups'],
      on: ['own:logs:log-group:*'],
    },
    {
      of: 'CorrelationRole',
      in: 'Always',
      effect: 'Allow',
      may: ['logs:DescribeLogStreams'],
      on: [JOB_LOG, `${JOB_LOG}:*`],
    },
    {
      of: 'CorrelationRole',
      in: 'Always',
      effect: 'Allow',
      may: ['logs:PutLogEvents'],
      on: [`${JOB_LOG}:log-stream:job`],
    },
    {
      of: 'CorrelationRole',
      in: 'WithKey if HasCustomerManagedKey',
      effect: 'Allow',
      may: ['kms:Decrypt'],
      on: ['DataKey'],
      when: {
        StringEquals: {
          'kms:ViaService': [THROUGH_KINESIS],
          'kms:EncryptionContext:aws:kinesis:arn': JOB_READS,
        },
      },
    },
    {
      of: 'CorrelationRole',
      in: 'WithKey if HasCustomerManagedKey',
      effect: 'Allow',
      may: ['kms:GenerateDataKey'],
      on: ['DataKey'],
      when: {
        StringEquals: {
          'kms:ViaService': [THROUGH_KINESIS],
          'kms:EncryptionContext:aws:kinesis:arn': JOB_WRITES,
        },
      },
    },
    {
      of: 'CorrelationRole',
      in: 'InVpc if IsInVpc',
      effect: 'Allow',
      may: [
        'ec2:DescribeDhcpOptions',
        'ec2:DescribeNetworkInterfaces',
        'ec2:DescribeSecurityGroups',
        'ec2:DescribeSubnets',
        'ec2:DescribeVpcs',
      ],
      on: ['*'],
    },
    {
      of: 'CorrelationRole',
      in: 'InVpc if IsInVpc',
      effect: 'Allow',
      may: ['ec2:CreateNetworkInterface'],
      on: ['own:ec2:network-interface/*', 'own:ec2:subnet/*', 'own:ec2:security-group/*'],
    },
    {
      of: 'CorrelationRole',
      in: 'InVpc if IsInVpc',
      effect: 'Allow',
      may: ['ec2:CreateNetworkInterfacePermission', 'ec2:DeleteNetworkInterface'],
      on: ['own:ec2:network-interface/*'],
    },
    {
      of: 'StartRole',
      in: 'trust',
      effect: 'Allow',
      who: ['lambda.amazonaws.com'],
      may: ['sts:AssumeRole'],
      on: [],
    },
    {
      of: 'StartRole',
      in: 'Always',
      effect: 'Allow',
      may: [
        'kinesisanalytics:DescribeApplication',
        'kinesisanalytics:DescribeApplicationOperation',
        'kinesisanalytics:ListApplicationOperations',
        'kinesisanalytics:StartApplication',
      ],
      on: [JOB],
    },
    {
      of: 'StartRole',
      in: 'Always',
      effect: 'Allow',
      may: ['logs:CreateLogStream', 'logs:PutLogEvents'],
      on: [`${START_LOG}:*`],
    },
    {
      of: 'StartRole',
      in: 'WithKey if HasCustomerManagedKey',
      effect: 'Allow',
      may: ['kms:DescribeKey'],
      on: ['DataKey'],
      when: {
        StringEquals: {
          'kms:ViaService': [THROUGH_FLINK],
        },
      },
    },
    {
      of: 'StartRole',
      in: 'WithKey if HasCustomerManagedKey',
      effect: 'Allow',
      may: ['kms:Decrypt', 'kms:GenerateDataKey', 'kms:GenerateDataKeyWithoutPlaintext'],
      on: ['DataKey'],
      when: {
        StringEquals: {
          'kms:ViaService': [THROUGH_FLINK],
          'kms:EncryptionContext:aws:kinesisanalytics:arn': [JOB],
        },
      },
    },
    {
      of: 'StartRole',
      in: 'WithKey if HasCustomerManagedKey',
      effect: 'Allow',
      may: ['kms:CreateGrant'],
      on: ['DataKey'],
      when: {
        StringEquals: {
          'kms:ViaService': [THROUGH_FLINK],
          'kms:EncryptionContext:aws:kinesisanalytics:arn': [JOB],
          'kms:GrantConstraintType': ['EncryptionContextSubset'],
        },
        'ForAllValues:StringEquals': {
          'kms:GrantOperations': ['Decrypt'],
        },
      },
    },
    {
      of: 'DeliveryBucketPolicy',
      in: 'resource',
      effect: 'Deny',
      who: ['*'],
      may: ['s3:*'],
      on: ['DeliveryBucket', '${DeliveryBucket.Arn}/*'],
      when: WITHOUT_TLS,
    },
    {
      of: 'DeliveryRole',
      in: 'trust',
      effect: 'Allow',
      who: ['firehose.amazonaws.com'],
      may: ['sts:AssumeRole'],
      on: [],
      when: {
        StringEquals: {
          'aws:SourceAccount': ['AWS::AccountId'],
        },
        ArnLike: {
          'aws:SourceArn': [
            'own:firehose:deliverystream/${NamePrefix}-exposures',
            'own:firehose:deliverystream/${NamePrefix}-certificates',
          ],
        },
      },
    },
    {
      of: 'DeliveryRole',
      in: 'Always',
      effect: 'Allow',
      may: [
        'kinesis:DescribeStream',
        'kinesis:GetRecords',
        'kinesis:GetShardIterator',
        'kinesis:ListShards',
      ],
      on: ['StreamExposures', 'StreamCertificates'],
    },
    {
      of: 'DeliveryRole',
      in: 'Always',
      effect: 'Allow',
      may: ['s3:GetBucketLocation', 's3:ListBucket', 's3:ListBucketMultipartUploads'],
      on: ['DeliveryBucket'],
    },
    {
      of: 'DeliveryRole',
      in: 'Always',
      effect: 'Allow',
      may: ['s3:AbortMultipartUpload', 's3:GetObject', 's3:PutObject'],
      on: ['${DeliveryBucket.Arn}/*'],
    },
    {
      of: 'DeliveryRole',
      in: 'Always',
      effect: 'Allow',
      may: ['logs:PutLogEvents'],
      on: [`${DELIVERY_LOG}:log-stream:exposures`, `${DELIVERY_LOG}:log-stream:certificates`],
    },
    {
      of: 'DeliveryRole',
      in: 'WithKey if HasCustomerManagedKey',
      effect: 'Allow',
      may: ['kms:Decrypt'],
      on: ['DataKey'],
      when: {
        StringEquals: {
          'kms:ViaService': [THROUGH_KINESIS],
          'kms:EncryptionContext:aws:kinesis:arn': ['StreamExposures', 'StreamCertificates'],
        },
      },
    },
    {
      of: 'DeliveryRole',
      in: 'WithKey if HasCustomerManagedKey',
      effect: 'Allow',
      may: ['kms:Decrypt', 'kms:GenerateDataKey'],
      on: ['DataKey'],
      when: {
        StringEquals: {
          'kms:ViaService': [THROUGH_S3],
          'kms:EncryptionContext:aws:s3:arn': ['DeliveryBucket'],
        },
      },
    },
    {
      of: 'AlarmTopicKey',
      in: 'resource',
      effect: 'Allow',
      who: [ACCOUNT],
      may: ['kms:*'],
      on: ['*'],
    },
    {
      of: 'AlarmTopicKey',
      in: 'resource',
      effect: 'Allow',
      who: ['cloudwatch.amazonaws.com'],
      may: ['kms:Decrypt', 'kms:GenerateDataKey'],
      on: ['*'],
      when: {
        StringEquals: {
          'aws:SourceAccount': ['AWS::AccountId'],
        },
        ArnLike: {
          'aws:SourceArn': OUR_ALARMS,
        },
      },
    },
    {
      of: 'AlarmTopicPolicy',
      in: 'resource',
      effect: 'Allow',
      who: ['cloudwatch.amazonaws.com'],
      may: ['sns:Publish'],
      on: ['AlarmTopic'],
      when: {
        StringEquals: {
          'aws:SourceAccount': ['AWS::AccountId'],
        },
        ArnLike: {
          'aws:SourceArn': OUR_ALARMS,
        },
      },
    },
    {
      of: 'AlarmTopicPolicy',
      in: 'resource',
      effect: 'Deny',
      who: ['*'],
      may: ['sns:Publish'],
      on: ['AlarmTopic'],
      when: WITHOUT_TLS,
    },
  ],
  'member-account': [
    {
      of: 'UndeliveredPolicy',
      in: 'resource',
      effect: 'Allow',
      who: ['events.amazonaws.com'],
      may: ['sqs:SendMessage'],
      on: ['Undelivered'],
      when: {
        StringEquals: {
          'aws:SourceAccount': ['AWS::AccountId'],
        },
        ArnLike: {
          'aws:SourceArn': ['own:events:rule/${NamePrefix}-*'],
        },
      },
    },
    {
      of: 'UndeliveredPolicy',
      in: 'resource',
      effect: 'Deny',
      who: ['*'],
      may: ['sqs:*'],
      on: ['Undelivered'],
      when: WITHOUT_TLS,
    },
    {
      of: 'Role',
      in: 'trust',
      effect: 'Allow',
      who: ['events.amazonaws.com'],
      may: ['sts:AssumeRole'],
      on: [],
      when: {
        StringEquals: {
          'aws:SourceAccount': ['AWS::AccountId'],
        },
        ArnLike: {
          'aws:SourceArn': ['own:events:rule/${NamePrefix}-*'],
        },
      },
    },
    {
      of: 'Role',
      in: 'Always',
      effect: 'Allow',
      may: ['events:PutEvents'],
      on: ['MembersBusArn'],
    },
  ],
};

/** Every wildcard in what is allowed, with the reason why it cannot be narrower. */
const WILDCARDS: Record<string, string> = {
  ...RESPONSE_WILDCARDS,
  'DataKey kms:* on *':
    'the policy of a key names the key by *; without this nobody could administer it',
  'AlarmTopicKey kms:* on *': 'the same',
  'DataKey on *': 'the policy of a key names the key by *',
  'AlarmTopicKey on *': 'the policy of a key names the key by *',
  'CorrelationRole on *': 'ec2:Describe calls know no resources',
  'CorrelationRole on own:logs:log-group:*':
    'logs:DescribeLogGroups knows no narrower resource, and the service asks with it',
  'CorrelationRole on own:logs:log-group:/aws/kinesis-analytics/${NamePrefix}-correlation:*':
    'the log streams of one log group',
  'CorrelationRole on own:ec2:network-interface/*':
    'the service makes the interfaces, whose ids nobody knows before',
  'CorrelationRole on own:ec2:subnet/*':
    'a list of subnets cannot be made a list of ARNs within a template',
  'CorrelationRole on own:ec2:security-group/*':
    'a list of security groups cannot be made a list of ARNs within a template',
  'StartRole on own:logs:log-group:/aws/lambda/${NamePrefix}-start-application:*':
    'Lambda names its log streams itself',
  'DeliveryRole on ${DeliveryBucket.Arn}/*':
    'Firehose names the objects; the bucket is for nothing else',
};

for (const name of TEMPLATES) {
  test(`who may do what in ${name} is exactly what is listed`, () => {
    assert.deepEqual(statementsOf(committed(name)), EXPECTED[name]);
  });
}

test('what is allowed has no wildcard without a reason, and every reason a wildcard', () => {
  const wildcards = TEMPLATES.flatMap((name) => statementsOf(committed(name)))
    .filter(({ effect }) => effect === 'Allow')
    .flatMap(({ of, may, on }) => {
      const actions = may.filter((action) => action.includes('*'));
      return actions.length > 0
        ? actions.map((action) => `${of} ${action} on ${on}`)
        : on.filter((resource) => resource.includes('*')).map((resource) => `${of} on ${resource}`);
    });

  assert.deepEqual([...new Set(wildcards)].sort(), Object.keys(WILDCARDS).sort());
});

test('no role is allowed any action by a wildcard', () => {
  const roles = TEMPLATES.flatMap((name) => statementsOf(committed(name))).filter(
    (statement) => statement.in !== 'resource',
  );

  assert.deepEqual(
    roles.filter(({ may }) => may.some((action) => action.includes('*'))),
    [],
  );
});

test('everybody is denied what is not by TLS, and allowed nothing but a bus that names its organisation or accounts', () => {
  const everybody = TEMPLATES.flatMap((name) => statementsOf(committed(name))).filter(({ who }) =>
    who?.some((one) => one.endsWith('*')),
  );

  assert.deepEqual(
    everybody.filter(({ effect, when }) => effect === 'Deny' && when?.Bool).map(({ of }) => of),
    [
      'CodePolicy',
      'EventsUndeliveredPolicy',
      'DeliveryBucketPolicy',
      'AlarmTopicPolicy',
      'UndeliveredPolicy',
    ],
  );
  assert.deepEqual(
    everybody.filter(({ effect }) => effect === 'Allow').map(({ of }) => of),
    ['EventsMembersBusPolicy'],
  );
});
