// SPDX-License-Identifier: Apache-2.0
import { Aws, CfnOutput, Validations } from 'aws-cdk-lib/core';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { CfnStream } from 'aws-cdk-lib/aws-kinesis';
import { Construct } from 'constructs';
import { Alarms } from './alarms';
import { ApplicationStart } from './applicationStart';
import { FlinkApplication } from './flinkApplication';
import { ARNS, JOBS, named, STARTS, viaService } from './names';
import { listOf, textOf } from './options';
import { PlainStack } from './plainStack';
import { responseAlarms, WatchedResponse } from './responseAlarms';
import { ResponseOverview } from './responseOverview';
import {
  givenKey,
  ResponseOptions,
  ResponseParameters,
  responseParameters,
} from './responseParameters';
import { arnsOf, ConditionalPolicy } from './roles';
import { streamMaker } from './streams';

/** One, as controls are few. */
const CONTROL_SHARDS = 1;

/** What the job reads that the other stack makes, by their names after the prefix. */
const EXPOSURES = 'exposures';
const CERTIFICATES = 'certificates';

/**
 * The response job beside the correlation job: it reads the exposures and certificate alerts of the
 * other stack, which it knows by their names, and writes what became of them. Whom it may reach is
 * what its parameters name, and nobody else.
 */
export class ResponseStack extends PlainStack {
  constructor(scope: Construct, id: string) {
    super(scope, id, { description: 'Breakwater: a ticket and a message for each exposure' });
    Validations.of(this).acknowledge({
      id: 'CloudFormation-Validate::W1030',
      reason:
        'The start of the maintenance window and the key for data are used only where they are given.',
    });
    Validations.of(this).acknowledge({
      id: 'CloudFormation-Validate::W2509',
      reason: 'Where secrets are is no secret.',
    });
    const parameters = responseParameters(this);
    const options = new ResponseOptions(this, parameters);
    const shared = { parameters, options, key: givenKey(parameters, options) };

    const stream = streamMaker(this, parameters, options, shared.key);
    const shards = parameters.OutputShards.valueAsNumber;
    const reports = stream('Reports', 'response-reports', shards);
    const deadLetters = stream('DeadLetters', 'response-dead-letters', shards);
    const controls = stream('Controls', 'response-controls', CONTROL_SHARDS);

    const response = new FlinkApplication(this, 'Response', {
      ...shared,
      name: JOBS.response,
      description: 'Exposures and certificate alerts in; tickets, messages and reports out',
      code: { key: parameters.CodeKey, version: parameters.CodeVersion },
      parallelism: parameters.Parallelism,
      parallelismPerKpu: parameters.ParallelismPerKpu,
      properties: responseProperties(parameters, { reports, deadLetters, controls }),
      reads: [ARNS.stream(EXPOSURES), ARNS.stream(CERTIFICATES), ...arnsOf([controls])],
      writes: arnsOf([reports, deadLetters]),
      statements: [
        new PolicyStatement({
          sid: 'ReadsItsPlan',
          actions: ['s3:GetObject'],
          resources: [inCodeBucket(parameters)],
        }),
      ],
      further: reaches(parameters, options),
    });
    new ApplicationStart(this, 'Start', {
      ...shared,
      name: STARTS.response,
      applications: [JOBS.response],
    }).start(response);

    const watched: WatchedResponse = {
      application: response.name,
      reads: [named(EXPOSURES), named(CERTIFICATES)],
      controls: controls.ref,
      outputs: [reports.ref, deadLetters.ref],
      deadLetters: deadLetters.ref,
    };
    new Alarms(this, 'Alarm', responseAlarms(watched), parameters.AlarmTopicArn.valueAsString);
    new ResponseOverview(this, 'Overview', watched);

    const outputs: Record<string, [description: string, value: string]> = {
      ApplicationName: ['The response job', response.name],
      LogGroupName: ['Its log', response.logGroup.name],
      RoleArn: ['Whom roles of members, topics and keys have to let in', response.roleArn],
      ReportsStreamName: ['What became of tickets and messages', reports.ref],
      DeadLettersStreamName: ['What could not be read or done', deadLetters.ref],
      ControlsStreamName: ['By which what was given up is tried again', controls.ref],
      DashboardName: ['The dashboard in CloudWatch', named(JOBS.response)],
    };
    for (const [name, [description, value]] of Object.entries(outputs)) {
      new CfnOutput(this, `Output${name}`, { description, value }).overrideLogicalId(name);
    }
  }
}

function inCodeBucket({ CodeBucket, PlanKey }: ResponseParameters): string {
  return `arn:${Aws.PARTITION}:s3:::${CodeBucket.valueAsString}/${PlanKey.valueAsString}`;
}

/** What contract.json says that the job can be told; a test compares. */
function responseProperties(
  parameters: ResponseParameters,
  streams: Record<'reports' | 'deadLetters' | 'controls', CfnStream>,
) {
  return {
    Source: {
      'exposure-stream': named(EXPOSURES),
      'certificate-stream': named(CERTIFICATES),
      'control-stream': streams.controls.ref,
      region: Aws.REGION,
      'start-position': textOf(parameters.StartPosition),
    },
    Sinks: {
      'report-stream': streams.reports.ref,
      'dead-letter-stream': streams.deadLetters.ref,
    },
    Response: {
      plan: `s3://${parameters.CodeBucket.valueAsString}/${parameters.PlanKey.valueAsString}`,
      'dry-run': textOf(parameters.DryRun),
    },
  };
}

/** The targets of the plan that AWS keeps. All others are reached over HTTPS, which no role is for. */
function reaches(parameters: ResponseParameters, options: ResponseOptions): ConditionalPolicy[] {
  const keys = listOf(parameters.KeyArns);
  return [
    {
      name: 'WithSecrets',
      condition: options.hasSecrets,
      statements: [
        new PolicyStatement({
          sid: 'ReadsSecrets',
          actions: ['secretsmanager:GetSecretValue'],
          resources: listOf(parameters.SecretArns),
        }),
      ],
    },
    {
      name: 'WithKeysOfSecrets',
      condition: options.hasSecretKeys,
      statements: [
        new PolicyStatement({
          sid: 'ReadsSecretsEncrypted',
          actions: ['kms:Decrypt'],
          resources: keys,
          conditions: {
            StringEquals: { 'kms:ViaService': viaService('secretsmanager') },
          },
        }),
      ],
    },
    {
      name: 'WithTopics',
      condition: options.hasTopics,
      statements: [
        new PolicyStatement({
          sid: 'Publishes',
          actions: ['sns:Publish'],
          resources: listOf(parameters.TopicArns),
        }),
      ],
    },
    {
      // https://docs.aws.amazon.com/sns/latest/dg/sns-key-management.html
      name: 'WithKeysOfTopics',
      condition: options.hasTopicKeys,
      statements: [
        new PolicyStatement({
          sid: 'PublishesEncrypted',
          actions: ['kms:Decrypt', 'kms:GenerateDataKey'],
          resources: keys,
          conditions: { StringEquals: { 'kms:ViaService': viaService('sns') } },
        }),
      ],
    },
    {
      name: 'WithMemberRoles',
      condition: options.hasMemberRoles,
      statements: [
        new PolicyStatement({
          sid: 'TakesRolesOfMembers',
          actions: ['sts:AssumeRole'],
          resources: listOf(parameters.MemberRoleArns),
        }),
      ],
    },
    {
      name: 'WithMemberRole',
      condition: options.hasMemberRole,
      statements: [
        new PolicyStatement({
          sid: 'TakesRoleOfAnyMember',
          actions: ['sts:AssumeRole'],
          resources: [`arn:${Aws.PARTITION}:iam::*:role/${parameters.MemberRole.valueAsString}`],
          conditions: {
            StringEquals: { 'aws:ResourceOrgID': parameters.OrganizationId.valueAsString },
          },
        }),
      ],
    },
    {
      // A finding goes to the Region that its resource is in.
      name: 'ImportsHere',
      condition: options.importsHere,
      statements: [
        new PolicyStatement({
          sid: 'ImportsFindings',
          actions: ['securityhub:BatchImportFindings'],
          resources: [
            `arn:${Aws.PARTITION}:securityhub:*:${Aws.ACCOUNT_ID}:product/${Aws.ACCOUNT_ID}/default`,
          ],
        }),
      ],
    },
  ];
}
