// SPDX-License-Identifier: Apache-2.0
import { CfnCondition, Validations } from 'aws-cdk-lib/core';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { CfnStream } from 'aws-cdk-lib/aws-kinesis';
import { CfnDeliveryStream } from 'aws-cdk-lib/aws-kinesisfirehose';
import { CfnLogStream } from 'aws-cdk-lib/aws-logs';
import { CfnBucket } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { BreakwaterParameters } from './breakwaterParameters';
import { DataKey } from './dataKey';
import { EncryptedLogGroup } from './encryptedLogGroup';
import { arn, LOG_GROUPS, named, viaService } from './names';
import { choose, Options } from './options';
import { PrivateBucket } from './privateBucket';
import { arnsOf, ServiceRole, throughKinesis } from './roles';

/** Of what is delivered, the newest is at most so old, unless something is wrong. */
export const BUFFER_SECONDS = 300;
const BUFFER_MEGABYTES = 64;

export interface DeliveryProps {
  readonly parameters: BreakwaterParameters;
  readonly options: Options;
  readonly key: DataKey;
  /** What is delivered, by the name that its objects begin with. */
  readonly streams: Readonly<Record<string, CfnStream>>;
}

/**
 * Takes output to a bucket through Data Firehose: one JSON object a line, gzip, by the hour of
 * delivery in UTC. Other destinations of Firehose read the same streams beside it: docs/deploy.md.
 */
export class Delivery extends Construct {
  readonly bucket: PrivateBucket;
  /** Names of delivery streams. */
  readonly names: readonly string[];
  private readonly logGroup: EncryptedLogGroup;

  constructor(scope: Construct, id: string, props: DeliveryProps) {
    super(scope, id);
    const { parameters, options, key } = props;
    const condition = options.deliversToS3;

    this.bucket = new PrivateBucket(this, 'Bucket', {
      condition,
      versioned: false,
      encryption: choose<unknown>(
        options.customerManagedKey,
        {
          ServerSideEncryptionConfiguration: [
            {
              BucketKeyEnabled: true,
              ServerSideEncryptionByDefault: { SSEAlgorithm: 'aws:kms', KMSMasterKeyID: key.arn },
            },
          ],
        },
        {
          ServerSideEncryptionConfiguration: [
            { ServerSideEncryptionByDefault: { SSEAlgorithm: 'AES256' } },
          ],
        },
      ) as CfnBucket.BucketEncryptionProperty,
      lifecycle: [
        {
          id: 'forget',
          status: 'Enabled',
          expirationInDays: parameters.DeliveredDays.valueAsNumber,
          abortIncompleteMultipartUpload: { daysAfterInitiation: 1 },
        },
      ],
    });
    this.logGroup = new EncryptedLogGroup(this, 'Log', {
      name: LOG_GROUPS.delivery,
      parameters,
      key,
      condition,
    });

    const role = this.role(props, condition);
    this.names = Object.entries(props.streams).map(([name, stream]) =>
      this.deliver(name, stream, role, condition),
    );
  }

  private deliver(
    name: string,
    stream: CfnStream,
    role: ServiceRole,
    condition: CfnCondition,
  ): string {
    const logStream = new CfnLogStream(this, `${capitalized(name)}LogStream`, {
      logGroupName: this.logGroup.name,
      logStreamName: name,
    });
    logStream.cfnOptions.condition = condition;
    const delivery = new CfnDeliveryStream(this, capitalized(name), {
      deliveryStreamName: named(name),
      deliveryStreamType: 'KinesisStreamAsSource',
      kinesisStreamSourceConfiguration: { kinesisStreamArn: stream.attrArn, roleArn: role.arn },
      extendedS3DestinationConfiguration: {
        bucketArn: this.bucket.arn,
        roleArn: role.arn,
        prefix: `${name}/!{timestamp:yyyy/MM/dd/HH}/`,
        errorOutputPrefix: `failed/${name}/!{firehose:error-output-type}/!{timestamp:yyyy/MM/dd/HH}/`,
        compressionFormat: 'GZIP',
        bufferingHints: { intervalInSeconds: BUFFER_SECONDS, sizeInMBs: BUFFER_MEGABYTES },
        // The records end without one, and Firehose adds none by itself.
        processingConfiguration: {
          enabled: true,
          processors: [
            {
              type: 'AppendDelimiterToRecord',
              parameters: [{ parameterName: 'Delimiter', parameterValue: '\\n' }],
            },
          ],
        },
        cloudWatchLoggingOptions: {
          enabled: true,
          logGroupName: this.logGroup.name,
          logStreamName: logStream.ref,
        },
      },
    });
    delivery.cfnOptions.condition = condition;
    Validations.of(delivery).acknowledge({
      id: 'AwsSolutions::AwsSolutions-KDF1',
      reason:
        'A delivery stream that reads a Kinesis stream stores nothing itself, and Firehose refuses the setting: the stream and the bucket are encrypted.',
    });
    return named(name);
  }

  /** https://docs.aws.amazon.com/firehose/latest/dev/controlling-access.html */
  private role({ options, key, streams }: DeliveryProps, condition: CfnCondition): ServiceRole {
    return new ServiceRole(this, 'Role', {
      service: 'firehose.amazonaws.com',
      description: 'Lets Firehose take output to the bucket',
      sources: Object.keys(streams).map((name) =>
        arn('firehose', `deliverystream/\${NamePrefix}-${name}`),
      ),
      condition,
      statements: [
        new PolicyStatement({
          sid: 'Reads',
          actions: [
            'kinesis:DescribeStream',
            'kinesis:GetRecords',
            'kinesis:GetShardIterator',
            'kinesis:ListShards',
          ],
          resources: arnsOf(Object.values(streams)),
        }),
        new PolicyStatement({
          sid: 'FindsTheBucket',
          actions: ['s3:GetBucketLocation', 's3:ListBucket', 's3:ListBucketMultipartUploads'],
          resources: [this.bucket.arn],
        }),
        new PolicyStatement({
          sid: 'Delivers',
          actions: ['s3:AbortMultipartUpload', 's3:GetObject', 's3:PutObject'],
          resources: [`${this.bucket.arn}/*`],
        }),
        new PolicyStatement({
          sid: 'Logs',
          actions: ['logs:PutLogEvents'],
          resources: Object.keys(streams).map((name) =>
            arn('logs', `log-group:${LOG_GROUPS.delivery}:log-stream:${name}`),
          ),
        }),
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
              conditions: throughKinesis(arnsOf(Object.values(streams))),
            }),
            new PolicyStatement({
              sid: 'DeliversEncrypted',
              actions: ['kms:Decrypt', 'kms:GenerateDataKey'],
              resources: [key.arn],
              conditions: {
                // With a bucket key the context is the bucket.
                StringEquals: {
                  'kms:ViaService': viaService('s3'),
                  'kms:EncryptionContext:aws:s3:arn': this.bucket.arn,
                },
              },
            }),
          ],
        },
      ],
    });
  }
}

function capitalized(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}
