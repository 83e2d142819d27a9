// SPDX-License-Identifier: Apache-2.0
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CfnCustomResource } from 'aws-cdk-lib/core';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { CfnFunction } from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import { EncryptionKey } from './dataKey';
import { EncryptedLogGroup } from './encryptedLogGroup';
import { FlinkApplication, JobOptions, JobParameters } from './flinkApplication';
import { ARNS, arn, LOG_GROUPS, named, viaService } from './names';
import { MODULE } from './paths';
import { ServiceRole } from './roles';

/** The most that Lambda gives. The service takes a few minutes. */
const TIMEOUT_SECONDS = 900;

export interface ApplicationStartProps {
  /** Of the function, after the prefix. */
  readonly name: string;
  readonly parameters: JobParameters;
  readonly options: JobOptions;
  readonly key: EncryptionKey;
  /** Names of the applications after the prefix: the only ones that can be started. */
  readonly applications: readonly string[];
}

/**
 * Starts applications once the stack has created them, as CloudFormation does not. One function for
 * all of them, a custom resource for each. Its code is part of the template: nothing to upload.
 */
export class ApplicationStart extends Construct {
  private readonly starter: CfnFunction;

  constructor(
    scope: Construct,
    id: string,
    { name, parameters, options, key, applications }: ApplicationStartProps,
  ) {
    super(scope, id);
    const log = new EncryptedLogGroup(this, 'Log', {
      name: LOG_GROUPS.start(name),
      parameters,
      key,
    });
    const role = this.role(name, options, key, applications.map(ARNS.application));
    this.starter = new CfnFunction(this, 'Function', {
      functionName: named(name),
      description: 'Starts Flink applications once they have been created',
      runtime: 'nodejs24.x',
      handler: 'index.handler',
      code: { zipFile: readFileSync(join(MODULE, 'lambda', 'startApplication.js'), 'utf8') },
      timeout: TIMEOUT_SECONDS,
      memorySize: 256,
      role: role.arn,
      loggingConfig: { logGroup: log.name },
    });
  }

  start(application: FlinkApplication): void {
    const start = new CfnCustomResource(application, 'Start', {
      serviceToken: this.starter.attrArn,
      serviceTimeout: TIMEOUT_SECONDS,
    });
    start.addOverride('Type', 'Custom::StartApplication');
    start.addPropertyOverride('ApplicationName', application.name);
    start.addResourceDependency(application.startsAfter);
  }

  /**
   * Whoever starts an application whose state has a key of its own needs that key, too:
   * https://docs.aws.amazon.com/managed-flink/latest/java/manage-cmk-api.html
   */
  private role(
    name: string,
    options: JobOptions,
    key: EncryptionKey,
    applications: string[],
  ): ServiceRole {
    const throughFlink = {
      'kms:ViaService': viaService('kinesisanalytics'),
      'kms:EncryptionContext:aws:kinesisanalytics:arn': applications,
    };
    return new ServiceRole(this, 'Role', {
      service: 'lambda.amazonaws.com',
      description: 'Lets the stack start its applications',
      statements: [
        new PolicyStatement({
          sid: 'Starts',
          actions: [
            'kinesisanalytics:DescribeApplication',
            'kinesisanalytics:DescribeApplicationOperation',
            'kinesisanalytics:ListApplicationOperations',
            'kinesisanalytics:StartApplication',
          ],
          resources: applications,
        }),
        new PolicyStatement({
          sid: 'Logs',
          actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
          resources: [arn('logs', `log-group:${LOG_GROUPS.start(name)}:*`)],
        }),
      ],
      further: [
        {
          name: 'WithKey',
          condition: options.customerManagedKey,
          statements: [
            new PolicyStatement({
              sid: 'FindsTheKey',
              actions: ['kms:DescribeKey'],
              resources: [key.arn],
              conditions: { StringEquals: { 'kms:ViaService': viaService('kinesisanalytics') } },
            }),
            new PolicyStatement({
              sid: 'StartsEncrypted',
              actions: [
                'kms:Decrypt',
                'kms:GenerateDataKey',
                'kms:GenerateDataKeyWithoutPlaintext',
              ],
              resources: [key.arn],
              conditions: { StringEquals: throughFlink },
            }),
            new PolicyStatement({
              sid: 'GrantsState',
              actions: ['kms:CreateGrant'],
              resources: [key.arn],
              conditions: {
                StringEquals: {
                  ...throughFlink,
                  'kms:GrantConstraintType': 'EncryptionContextSubset',
                },
                'ForAllValues:StringEquals': { 'kms:GrantOperations': 'Decrypt' },
              },
            }),
          ],
        },
      ],
    });
  }
}
