// SPDX-License-Identifier: Apache-2.0
import { Aws, CfnParameter, CfnResource, Validations } from 'aws-cdk-lib/core';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import {
  CfnApplication,
  CfnApplicationCloudWatchLoggingOption,
} from 'aws-cdk-lib/aws-kinesisanalyticsv2';
import { CfnLogStream } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { BreakwaterParameters } from './breakwaterParameters';
import { EncryptionKey } from './dataKey';
import { EncryptedLogGroup } from './encryptedLogGroup';
import { CHECKPOINT_INTERVAL_MILLIS } from './metrics';
import { ARNS, arn, LOG_GROUPS, named } from './names';
import { choose, listOf, onlyIf, Options } from './options';
import { ConditionalPolicy, ServiceRole, throughKinesis } from './roles';

/** What is set of every job, whichever stack it is in. */
export type JobParameters = Pick<
  BreakwaterParameters,
  | 'AutoScaling'
  | 'CodeBucket'
  | 'LogDays'
  | 'LogLevel'
  | 'MaintenanceWindowStart'
  | 'MetricsLevel'
  | 'RuntimeEnvironment'
  | 'SecurityGroupIds'
  | 'SubnetIds'
>;
export type JobOptions = Pick<Options, 'customerManagedKey' | 'hasMaintenanceWindow' | 'inVpc'>;

export interface FlinkApplicationProps {
  /** After the prefix. */
  readonly name: string;
  readonly description: string;
  /** Where the jar is, in the bucket of all jars. */
  readonly code: { readonly key: CfnParameter; readonly version: CfnParameter };
  /** What the job is told: keys and values, by group. */
  readonly properties: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** ARNs of streams. */
  readonly reads: readonly string[];
  readonly writes: readonly string[];
  /** What it may do besides, always and where an option is chosen. */
  readonly statements?: readonly PolicyStatement[];
  readonly further?: readonly ConditionalPolicy[];
  readonly parallelism: CfnParameter;
  readonly parallelismPerKpu: CfnParameter;
  readonly parameters: JobParameters;
  readonly options: JobOptions;
  readonly key: EncryptionKey;
}

/**
 * A job on Amazon Managed Service for Apache Flink with its log and its role. It is created stopped.
 *
 * Checkpoints, parallelism and log level are the service's to set; a job that sets them itself is
 * refused: https://docs.aws.amazon.com/managed-flink/latest/java/troubleshooting-job-configuration.html
 */
export class FlinkApplication extends Construct {
  readonly name: string;
  readonly logGroup: EncryptedLogGroup;
  readonly roleArn: string;
  /** All that has to be there before the job can be started. */
  readonly startsAfter: CfnResource;

  constructor(scope: Construct, id: string, props: FlinkApplicationProps) {
    super(scope, id);
    const { parameters, options } = props;

    this.logGroup = new EncryptedLogGroup(this, 'Log', {
      name: LOG_GROUPS.job(props.name),
      parameters,
      key: props.key,
    });
    const logStream = new CfnLogStream(this, 'LogStream', {
      logGroupName: this.logGroup.name,
      logStreamName: 'job',
    });
    const logStreamArn = arn('logs', `log-group:${LOG_GROUPS.job(props.name)}:log-stream:job`);

    const role = this.role(props, logStreamArn);
    this.roleArn = role.arn;
    const application = new CfnApplication(this, 'Resource', {
      applicationName: named(props.name),
      applicationDescription: props.description,
      applicationMode: 'STREAMING',
      runtimeEnvironment: parameters.RuntimeEnvironment.valueAsString,
      serviceExecutionRole: role.arn,
      runConfiguration: {
        applicationRestoreConfiguration: { applicationRestoreType: 'RESTORE_FROM_LATEST_SNAPSHOT' },
        flinkRunConfiguration: { allowNonRestoredState: false },
      },
      applicationMaintenanceConfiguration: onlyIf<unknown>(options.hasMaintenanceWindow, {
        ApplicationMaintenanceWindowStartTime: parameters.MaintenanceWindowStart.valueAsString,
      }) as CfnApplication.ApplicationMaintenanceConfigurationProperty,
      applicationConfiguration: {
        applicationCodeConfiguration: {
          codeContentType: 'ZIPFILE',
          codeContent: {
            s3ContentLocation: {
              bucketArn: `arn:${Aws.PARTITION}:s3:::${parameters.CodeBucket.valueAsString}`,
              fileKey: props.code.key.valueAsString,
              objectVersion: props.code.version.valueAsString,
            },
          },
        },
        environmentProperties: {
          propertyGroups: Object.entries(props.properties).map(
            ([propertyGroupId, propertyMap]) => ({
              propertyGroupId,
              propertyMap,
            }),
          ),
        },
        flinkApplicationConfiguration: {
          checkpointConfiguration: {
            configurationType: 'CUSTOM',
            checkpointingEnabled: true,
            checkpointInterval: CHECKPOINT_INTERVAL_MILLIS,
            minPauseBetweenCheckpoints: 5_000,
          },
          monitoringConfiguration: {
            configurationType: 'CUSTOM',
            logLevel: parameters.LogLevel.valueAsString,
            metricsLevel: parameters.MetricsLevel.valueAsString,
          },
          parallelismConfiguration: {
            configurationType: 'CUSTOM',
            parallelism: props.parallelism.valueAsNumber,
            parallelismPerKpu: props.parallelismPerKpu.valueAsNumber,
            autoScalingEnabled: parameters.AutoScaling.value,
          },
        },
        applicationSnapshotConfiguration: { snapshotsEnabled: true },
        applicationSystemRollbackConfiguration: { rollbackEnabled: true },
        applicationEncryptionConfiguration: choose<unknown>(
          options.customerManagedKey,
          { KeyType: 'CUSTOMER_MANAGED_KEY', KeyId: props.key.arn },
          { KeyType: 'AWS_OWNED_KEY' },
        ) as CfnApplication.ApplicationEncryptionConfigurationProperty,
        vpcConfigurations: onlyIf<unknown>(options.inVpc, [
          {
            SubnetIds: listOf(parameters.SubnetIds),
            SecurityGroupIds: listOf(parameters.SecurityGroupIds),
          },
        ]) as CfnApplication.VpcConfigurationProperty[],
      },
    });
    Validations.of(application).acknowledge({
      id: 'CloudFormation-Validate::E1150',
      reason:
        'Subnets and security groups are used only where they are given; their parameters have patterns.',
    });
    this.name = application.ref;

    const logging = new CfnApplicationCloudWatchLoggingOption(this, 'LoggingOption', {
      applicationName: this.name,
      cloudWatchLoggingOption: { logStreamArn },
    });
    logging.addResourceDependency(logStream);
    this.startsAfter = logging;
  }

  /**
   * What the connectors of the job call, and no more: the consumer polls with ListShards,
   * GetShardIterator and GetRecords, the sink writes with PutRecords. Enhanced fan-out would need
   * SubscribeToShard and the calls about consumers.
   */
  private role(props: FlinkApplicationProps, logStreamArn: string): ServiceRole {
    const { parameters, options, key } = props;
    const logGroupArn = ARNS.logGroup(LOG_GROUPS.job(props.name));
    return new ServiceRole(this, 'Role', {
      service: 'kinesisanalytics.amazonaws.com',
      description: `What the job ${props.name} may do`,
      sources: [ARNS.application(props.name)],
      statements: [
        new PolicyStatement({
          sid: 'LoadsItsJar',
          actions: ['s3:GetObject', 's3:GetObjectVersion'],
          resources: [
            `arn:${Aws.PARTITION}:s3:::${parameters.CodeBucket.valueAsString}/${props.code.key.valueAsString}`,
          ],
        }),
        new PolicyStatement({
          sid: 'Reads',
          actions: ['kinesis:GetRecords', 'kinesis:GetShardIterator', 'kinesis:ListShards'],
          resources: [...props.reads],
        }),
        new PolicyStatement({
          sid: 'Writes',
          actions: ['kinesis:PutRecords'],
          resources: [...props.writes],
        }),
        new PolicyStatement({
          sid: 'FindsItsLog',
          actions: ['logs:DescribeLogGroups'],
          resources: [arn('logs', 'log-group:*')],
        }),
        new PolicyStatement({
          sid: 'FindsItsLogStream',
          actions: ['logs:DescribeLogStreams'],
          resources: [logGroupArn, `${logGroupArn}:*`],
        }),
        new PolicyStatement({
          sid: 'Logs',
          actions: ['logs:PutLogEvents'],
          resources: [logStreamArn],
        }),
        ...(props.statements ?? []),
      ],
      further: [
        {
          name: 'WithKey',
          condition: options.customerManagedKey,
          statements: [
            new PolicyStatement({
              sid: 'ReadsEncrypted',
              actions: ['kms:Decrypt'],
              resources: [key.arn],
              conditions: throughKinesis(props.reads),
            }),
            new PolicyStatement({
              sid: 'WritesEncrypted',
              actions: ['kms:GenerateDataKey'],
              resources: [key.arn],
              conditions: throughKinesis(props.writes),
            }),
          ],
        },
        { name: 'InVpc', condition: options.inVpc, statements: network() },
        ...(props.further ?? []),
      ],
    });
  }
}

/**
 * The service works in a VPC through network interfaces that it makes with the role of the
 * application: https://docs.aws.amazon.com/managed-flink/latest/java/vpc-permissions.html
 */
function network(): PolicyStatement[] {
  return [
    new PolicyStatement({
      sid: 'LooksAtTheNetwork',
      actions: [
        'ec2:DescribeDhcpOptions',
        'ec2:DescribeNetworkInterfaces',
        'ec2:DescribeSecurityGroups',
        'ec2:DescribeSubnets',
        'ec2:DescribeVpcs',
      ],
      resources: ['*'],
    }),
    new PolicyStatement({
      sid: 'JoinsTheNetwork',
      actions: ['ec2:CreateNetworkInterface'],
      resources: [
        arn('ec2', 'network-interface/*'),
        arn('ec2', 'subnet/*'),
        arn('ec2', 'security-group/*'),
      ],
    }),
    new PolicyStatement({
      sid: 'UsesItsInterfaces',
      actions: ['ec2:CreateNetworkInterfacePermission', 'ec2:DeleteNetworkInterface'],
      resources: [arn('ec2', 'network-interface/*')],
    }),
  ];
}
