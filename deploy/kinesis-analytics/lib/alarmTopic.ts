// SPDX-License-Identifier: Apache-2.0
import { Aws, Fn } from 'aws-cdk-lib/core';
import { PolicyDocument, PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { CfnKey } from 'aws-cdk-lib/aws-kms';
import { CfnSubscription, CfnTopic, CfnTopicPolicy } from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';
import { BreakwaterParameters } from './breakwaterParameters';
import { administration } from './dataKey';
import { onlyByTls } from './onlyByTls';
import { arn, named } from './names';
import { Options } from './options';

/**
 * Where alarms go. It has a key of its own, as CloudWatch cannot publish to a topic that is encrypted
 * with the key that AWS manages for SNS:
 *
 * https://docs.aws.amazon.com/sns/latest/dg/sns-key-management.html
 */
export class AlarmTopic extends Construct {
  readonly arn: string;

  constructor(scope: Construct, id: string, parameters: BreakwaterParameters, options: Options) {
    super(scope, id);
    const alarms = {
      StringEquals: { 'aws:SourceAccount': Aws.ACCOUNT_ID },
      ArnLike: { 'aws:SourceArn': arn('cloudwatch', 'alarm:${NamePrefix}-*') },
    };
    const cloudWatch = new ServicePrincipal('cloudwatch.amazonaws.com');
    const key = new CfnKey(this, 'Key', {
      description: Fn.sub('Alarms of ${NamePrefix}'),
      enableKeyRotation: true,
      keyPolicy: new PolicyDocument({
        statements: [
          administration(),
          new PolicyStatement({
            sid: 'AlarmsAreEncrypted',
            principals: [cloudWatch],
            actions: ['kms:Decrypt', 'kms:GenerateDataKey'],
            resources: ['*'],
            conditions: alarms,
          }),
        ],
      }),
    });
    const topic = new CfnTopic(this, 'Resource', {
      topicName: named('alarms'),
      displayName: Fn.sub('Alarms of ${NamePrefix}'),
      kmsMasterKeyId: key.attrArn,
    });
    this.arn = topic.ref;

    new CfnTopicPolicy(this, 'Policy', {
      topics: [topic.ref],
      policyDocument: new PolicyDocument({
        statements: [
          new PolicyStatement({
            sid: 'AlarmsPublish',
            principals: [cloudWatch],
            actions: ['sns:Publish'],
            resources: [topic.ref],
            conditions: alarms,
          }),
          onlyByTls('sns', topic.ref),
        ],
      }),
    });

    new CfnSubscription(this, 'Email', {
      topicArn: topic.ref,
      protocol: 'email',
      endpoint: parameters.AlarmEmail.valueAsString,
    }).cfnOptions.condition = options.hasEmail;
  }
}
