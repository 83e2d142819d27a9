// SPDX-License-Identifier: Apache-2.0
import { Aws, Validations } from 'aws-cdk-lib/core';
import { PolicyDocument, PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { CfnQueue, CfnQueuePolicy } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { named } from './names';
import { onlyByTls } from './onlyByTls';

const FOURTEEN_DAYS = 14 * 24 * 60 * 60;

export interface DeadLetterQueueProps {
  /** ARNs of the rules that send to it, perhaps with wildcards. */
  readonly rules: readonly string[];
  /** Encryption as the queue takes it: by SQS, or with a key. */
  readonly encryption: Pick<
    ConstructorParameters<typeof CfnQueue>[2] & object,
    'sqsManagedSseEnabled' | 'kmsMasterKeyId'
  >;
}

/** Where EventBridge puts events that it could not deliver in a day. */
export class DeadLetterQueue extends Construct {
  readonly arn: string;
  readonly url: string;
  readonly name: string;

  constructor(scope: Construct, id: string, props: DeadLetterQueueProps) {
    super(scope, id);
    const queue = new CfnQueue(this, 'Resource', {
      queueName: named('undelivered-events'),
      messageRetentionPeriod: FOURTEEN_DAYS,
      ...props.encryption,
    });
    Validations.of(queue).acknowledge({
      id: 'AwsSolutions::AwsSolutions-SQS3',
      reason:
        'It is the dead-letter queue, of rules of EventBridge, which the check does not look at.',
    });
    this.arn = queue.attrArn;
    this.url = queue.ref;
    this.name = queue.attrQueueName;

    new CfnQueuePolicy(this, 'Policy', {
      queues: [queue.ref],
      policyDocument: new PolicyDocument({
        statements: [
          new PolicyStatement({
            sid: 'RulesSend',
            principals: [new ServicePrincipal('events.amazonaws.com')],
            actions: ['sqs:SendMessage'],
            resources: [this.arn],
            conditions: {
              StringEquals: { 'aws:SourceAccount': Aws.ACCOUNT_ID },
              ArnLike: { 'aws:SourceArn': props.rules },
            },
          }),
          onlyByTls('sqs', this.arn),
        ],
      }),
    });
  }
}
