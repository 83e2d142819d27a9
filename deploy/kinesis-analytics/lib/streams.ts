// SPDX-License-Identifier: Apache-2.0
import { CfnParameter, Validations } from 'aws-cdk-lib/core';
import { CfnStream } from 'aws-cdk-lib/aws-kinesis';
import { Construct } from 'constructs';
import { BreakwaterParameters } from './breakwaterParameters';
import { DataKey } from './dataKey';
import { named } from './names';
import { onlyIf, Options } from './options';

/** The streams that the job reads and writes. */
export class Streams extends Construct {
  readonly findings: CfnStream;
  readonly exposures: CfnStream;
  readonly certificates: CfnStream;
  readonly chokePoints: CfnStream;
  readonly deadLetters: CfnStream;

  constructor(
    scope: Construct,
    id: string,
    parameters: BreakwaterParameters,
    options: Options,
    key: DataKey,
  ) {
    super(scope, id);
    Validations.of(this).acknowledge({
      id: 'AwsSolutions::AwsSolutions-KDS3',
      reason:
        "It is the key aws/kinesis unless a key of one's own was asked for, which is a stricter choice.",
    });
    const stream = (streamId: string, name: string, shards: CfnParameter) =>
      new CfnStream(this, streamId, {
        name: named(name),
        retentionPeriodHours: parameters.RetentionHours.valueAsNumber,
        shardCount: onlyIf(options.provisioned, shards.valueAsNumber),
        streamModeDetails: { streamMode: parameters.StreamMode.valueAsString },
        streamEncryption: { encryptionType: 'KMS', keyId: key.or('alias/aws/kinesis') },
      });
    this.findings = stream('Findings', 'findings', parameters.FindingsShards);
    this.exposures = stream('Exposures', 'exposures', parameters.OutputShards);
    this.certificates = stream('Certificates', 'certificates', parameters.OutputShards);
    this.chokePoints = stream('ChokePoints', 'choke-points', parameters.OutputShards);
    this.deadLetters = stream('DeadLetters', 'dead-letters', parameters.OutputShards);
  }

  get outputs(): CfnStream[] {
    return [this.exposures, this.certificates, this.chokePoints, this.deadLetters];
  }
}
