// SPDX-License-Identifier: Apache-2.0
import { Statement } from './policies';

const JOB = 'own:kinesisanalytics:application/${NamePrefix}-response';
const LOG = 'own:logs:log-group:/aws/kinesis-analytics/${NamePrefix}-response';
const START_LOG = 'own:logs:log-group:/aws/lambda/${NamePrefix}-start-response';
const THROUGH_KINESIS = 'kinesis.${AWS::Region}.${AWS::URLSuffix}';
const THROUGH_FLINK = 'kinesisanalytics.${AWS::Region}.${AWS::URLSuffix}';
const READS = [
  'own:kinesis:stream/${NamePrefix}-exposures',
  'own:kinesis:stream/${NamePrefix}-certificates',
  'Controls',
];
const WRITES = ['Reports', 'DeadLetters'];

/** Everything that the stack of the response job allows. Whatever widens it has to be written down here. */
export const RESPONSE_STATEMENTS: Statement[] = [
  {
    of: 'ResponseRole',
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
    of: 'ResponseRole',
    in: 'Always',
    effect: 'Allow',
    may: ['s3:GetObject', 's3:GetObjectVersion'],
    on: ['arn:${AWS::Partition}:s3:::${CodeBucket}/${CodeKey}'],
  },
  {
    of: 'ResponseRole',
    in: 'Always',
    effect: 'Allow',
    may: ['kinesis:GetRecords', 'kinesis:GetShardIterator', 'kinesis:ListShards'],
    on: READS,
  },
  {
    of: 'ResponseRole',
    in: 'Always',
    effect: 'Allow',
    may: ['kinesis:PutRecords'],
    on: WRITES,
  },
  {
    of: 'ResponseRole',
    in: 'Always',
    effect: 'Allow',
    may: ['logs:DescribeLogGroups'],
    on: ['own:logs:log-group:*'],
  },
  {
    of: 'ResponseRole',
    in: 'Always',
    effect: 'Allow',
    may: ['logs:DescribeLogStreams'],
    on: [LOG, `${LOG}:*`],
  },
  {
    of: 'ResponseRole',
    in: 'Always',
    effect: 'Allow',
    may: ['logs:PutLogEvents'],
    on: [`${LOG}:log-stream:job`],
  },
  {
    of: 'ResponseRole',
    in: 'Always',
    effect: 'Allow',
    may: ['s3:GetObject'],
    on: ['arn:${AWS::Partition}:s3:::${CodeBucket}/${PlanKey}'],
  },
  {
    of: 'ResponseRole',
    in: 'WithKey if HasCustomerManagedKey',
    effect: 'Allow',
    may: ['kms:Decrypt'],
    on: ['DataKeyArn'],
    when: {
      StringEquals: {
        'kms:ViaService': [THROUGH_KINESIS],
        'kms:EncryptionContext:aws:kinesis:arn': READS,
      },
    },
  },
  {
    of: 'ResponseRole',
    in: 'WithKey if HasCustomerManagedKey',
    effect: 'Allow',
    may: ['kms:GenerateDataKey'],
    on: ['DataKeyArn'],
    when: {
      StringEquals: {
        'kms:ViaService': [THROUGH_KINESIS],
        'kms:EncryptionContext:aws:kinesis:arn': WRITES,
      },
    },
  },
  {
    of: 'ResponseRole',
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
    of: 'ResponseRole',
    in: 'InVpc if IsInVpc',
    effect: 'Allow',
    may: ['ec2:CreateNetworkInterface'],
    on: ['own:ec2:network-interface/*', 'own:ec2:subnet/*', 'own:ec2:security-group/*'],
  },
  {
    of: 'ResponseRole',
    in: 'InVpc if IsInVpc',
    effect: 'Allow',
    may: ['ec2:CreateNetworkInterfacePermission', 'ec2:DeleteNetworkInterface'],
    on: ['own:ec2:network-interface/*'],
  },
  {
    of: 'ResponseRole',
    in: 'WithSecrets if HasSecrets',
    effect: 'Allow',
    may: ['secretsmanager:GetSecretValue'],
    on: ['each of SecretArns'],
  },
  {
    of: 'ResponseRole',
    in: 'WithKeysOfSecrets if HasSecretKeys',
    effect: 'Allow',
    may: ['kms:Decrypt'],
    on: ['each of KeyArns'],
    when: {
      StringEquals: {
        'kms:ViaService': ['secretsmanager.${AWS::Region}.${AWS::URLSuffix}'],
      },
    },
  },
  {
    of: 'ResponseRole',
    in: 'WithTopics if HasTopics',
    effect: 'Allow',
    may: ['sns:Publish'],
    on: ['each of TopicArns'],
  },
  {
    of: 'ResponseRole',
    in: 'WithKeysOfTopics if HasTopicKeys',
    effect: 'Allow',
    may: ['kms:Decrypt', 'kms:GenerateDataKey'],
    on: ['each of KeyArns'],
    when: {
      StringEquals: {
        'kms:ViaService': ['sns.${AWS::Region}.${AWS::URLSuffix}'],
      },
    },
  },
  {
    of: 'ResponseRole',
    in: 'WithMemberRoles if HasMemberRoles',
    effect: 'Allow',
    may: ['sts:AssumeRole'],
    on: ['each of MemberRoleArns'],
  },
  {
    of: 'ResponseRole',
    in: 'WithMemberRole if HasMemberRole',
    effect: 'Allow',
    may: ['sts:AssumeRole'],
    on: ['arn:${AWS::Partition}:iam::*:role/${MemberRole}'],
    when: {
      StringEquals: {
        'aws:ResourceOrgID': ['OrganizationId'],
      },
    },
  },
  {
    of: 'ResponseRole',
    in: 'ImportsHere if ImportsFindingsHere',
    effect: 'Allow',
    may: ['securityhub:BatchImportFindings'],
    on: ['arn:${AWS::Partition}:securityhub:*:${AWS::AccountId}:product/${AWS::AccountId}/default'],
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
    on: ['DataKeyArn'],
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
    on: ['DataKeyArn'],
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
    on: ['DataKeyArn'],
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
];

/** Every wildcard in it, with the reason why it cannot be narrower. */
export const RESPONSE_WILDCARDS: Record<string, string> = {
  'ResponseRole on *': 'ec2:Describe calls know no resources',
  'ResponseRole on own:logs:log-group:*':
    'logs:DescribeLogGroups knows no narrower resource, and the service asks with it',
  [`ResponseRole on ${LOG}:*`]: 'the log streams of one log group',
  'ResponseRole on own:ec2:network-interface/*':
    'the service makes the interfaces, whose ids nobody knows before',
  'ResponseRole on own:ec2:subnet/*':
    'a list of subnets cannot be made a list of ARNs within a template',
  'ResponseRole on own:ec2:security-group/*':
    'a list of security groups cannot be made a list of ARNs within a template',
  'ResponseRole on arn:${AWS::Partition}:iam::*:role/${MemberRole}':
    'accounts come and go: those of the organisation, and one name of a role',
  'ResponseRole on arn:${AWS::Partition}:securityhub:*:${AWS::AccountId}:product/${AWS::AccountId}/default':
    'a finding is imported in the Region that its resource is in',
  [`StartRole on ${START_LOG}:*`]: 'Lambda names its log streams itself',
};
