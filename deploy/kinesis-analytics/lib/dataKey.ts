// SPDX-License-Identifier: Apache-2.0
import { Aws, CfnDeletionPolicy, Fn } from 'aws-cdk-lib/core';
import {
  AccountRootPrincipal,
  PolicyDocument,
  PolicyStatement,
  ServicePrincipal,
} from 'aws-cdk-lib/aws-iam';
import { CfnAlias, CfnKey } from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';
import { choose, onlyIf, Options } from './options';

/** Who uses the key besides roles of this account, which their own policies allow it. */
export interface KeyUsers {
  /** ARNs of Flink applications. */
  readonly applications: readonly string[];
  /** ARNs of log groups. */
  readonly logGroups: readonly string[];
  /** ARNs of event buses that have archives. */
  readonly archivedBuses: readonly string[];
  /** ARNs of event buses that are encrypted themselves. */
  readonly buses: readonly string[];
}

/**
 * The key of whoever deploys, where they want one, for everything that findings pass through. It
 * stays when the stack goes: what was delivered to S3 would be lost with it.
 *
 * What a service must be allowed is from its documentation, action by action:
 *
 * https://docs.aws.amazon.com/managed-flink/latest/java/manage-cmk-api.html
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/encrypt-log-data-kms.html
 * https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-encryption-event-bus-cmkey.html
 * https://docs.aws.amazon.com/eventbridge/latest/userguide/encryption-archives.html
 * https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-key-management.html
 */
export class DataKey extends Construct {
  private readonly options: Options;
  /** Exists only with the option. */
  readonly arn: string;

  constructor(scope: Construct, id: string, options: Options, users: KeyUsers) {
    super(scope, id);
    this.options = options;
    const key = new CfnKey(this, 'Resource', {
      description: Fn.sub('What ${NamePrefix} reads, remembers and tells'),
      enableKeyRotation: true,
      keyPolicy: new PolicyDocument({
        statements: [
          administration(),
          ...flink(users.applications),
          logs(users.logGroups),
          ...events(users.archivedBuses, users.buses),
          deadLetterQueue(),
        ],
      }),
    });
    key.cfnOptions.condition = options.customerManagedKey;
    key.cfnOptions.deletionPolicy = CfnDeletionPolicy.RETAIN;
    key.cfnOptions.updateReplacePolicy = CfnDeletionPolicy.RETAIN;
    this.arn = key.attrArn;

    new CfnAlias(this, 'Alias', {
      aliasName: Fn.sub('alias/${NamePrefix}'),
      targetKeyId: key.ref,
    }).cfnOptions.condition = options.customerManagedKey;
  }

  /** The key where there is one, else another. */
  or(otherwise: string): string {
    return choose(this.options.customerManagedKey, this.arn, otherwise);
  }

  /** The key where there is one, else none. */
  orNone(): string {
    return onlyIf(this.options.customerManagedKey, this.arn);
  }
}

/** A key, wherever it was made. */
export type EncryptionKey = Pick<DataKey, 'arn' | 'or' | 'orNone'>;

/** Lets IAM policies of this account decide about the key. */
export function administration(): PolicyStatement {
  return new PolicyStatement({
    sid: 'AccountDecides',
    principals: [new AccountRootPrincipal()],
    actions: ['kms:*'],
    resources: ['*'],
  });
}

function flink(applications: readonly string[]): PolicyStatement[] {
  const service = new ServicePrincipal('kinesisanalytics.amazonaws.com');
  const infrastructure = new ServicePrincipal('infrastructure.kinesisanalytics.amazonaws.com');
  const context = { 'kms:EncryptionContext:aws:kinesisanalytics:arn': applications };
  const source = { 'aws:SourceArn': applications, 'aws:SourceAccount': Aws.ACCOUNT_ID };
  return [
    new PolicyStatement({
      sid: 'FlinkFindsTheKey',
      principals: [service, infrastructure],
      actions: ['kms:DescribeKey'],
      resources: ['*'],
      conditions: { StringEquals: source },
    }),
    new PolicyStatement({
      sid: 'FlinkWritesSnapshots',
      principals: [service],
      actions: ['kms:GenerateDataKey'],
      resources: ['*'],
      conditions: { StringEquals: { ...source, ...context } },
    }),
    new PolicyStatement({
      sid: 'FlinkReadsSnapshots',
      principals: [service],
      actions: ['kms:Decrypt'],
      resources: ['*'],
      conditions: { StringEquals: context },
    }),
    new PolicyStatement({
      sid: 'FlinkKeepsState',
      principals: [infrastructure],
      actions: ['kms:Decrypt', 'kms:GenerateDataKeyWithoutPlaintext'],
      resources: ['*'],
      conditions: { StringEquals: context },
    }),
    new PolicyStatement({
      sid: 'FlinkGrantsState',
      principals: [infrastructure],
      actions: ['kms:CreateGrant'],
      resources: ['*'],
      conditions: {
        StringEquals: { ...context, 'kms:GrantConstraintType': 'EncryptionContextSubset' },
        'ForAllValues:StringEquals': { 'kms:GrantOperations': 'Decrypt' },
      },
    }),
  ];
}

function logs(logGroups: readonly string[]): PolicyStatement {
  return new PolicyStatement({
    sid: 'LogsAreEncrypted',
    principals: [new ServicePrincipal(`logs.${Aws.REGION}.${Aws.URL_SUFFIX}`)],
    actions: [
      'kms:Decrypt',
      'kms:DescribeKey',
      'kms:Encrypt',
      'kms:GenerateDataKey',
      'kms:GenerateDataKeyWithoutPlaintext',
      'kms:ReEncryptFrom',
      'kms:ReEncryptTo',
    ],
    resources: ['*'],
    conditions: { ArnEquals: { 'kms:EncryptionContext:aws:logs:arn': logGroups } },
  });
}

/** Archives send no aws:SourceArn, so that only the encryption context says which they are. */
function events(archivedBuses: readonly string[], buses: readonly string[]): PolicyStatement[] {
  const service = new ServicePrincipal('events.amazonaws.com');
  return [
    new PolicyStatement({
      sid: 'EventsFindTheKey',
      principals: [service],
      actions: ['kms:DescribeKey'],
      resources: ['*'],
    }),
    new PolicyStatement({
      sid: 'EventsAreArchived',
      principals: [service],
      actions: ['kms:Decrypt', 'kms:GenerateDataKey', 'kms:ReEncryptFrom', 'kms:ReEncryptTo'],
      resources: ['*'],
      conditions: {
        StringEquals: { 'kms:EncryptionContext:aws:events:event-bus:arn': archivedBuses },
      },
    }),
    new PolicyStatement({
      sid: 'EventsOfMembersAreEncrypted',
      principals: [service],
      actions: ['kms:Decrypt', 'kms:GenerateDataKey'],
      resources: ['*'],
      conditions: {
        StringEquals: {
          'aws:SourceArn': buses,
          'kms:EncryptionContext:aws:events:event-bus:arn': buses,
        },
      },
    }),
  ];
}

/**
 * EventBridge sends to encrypted queues without saying for whom: a condition on the source would
 * keep it from sending at all, as with encrypted topics.
 *
 * https://docs.aws.amazon.com/sns/latest/dg/sns-key-management.html
 */
function deadLetterQueue(): PolicyStatement {
  return new PolicyStatement({
    sid: 'EventsReachTheQueue',
    principals: [new ServicePrincipal('events.amazonaws.com')],
    actions: ['kms:Decrypt', 'kms:GenerateDataKey'],
    resources: ['*'],
  });
}
