// SPDX-License-Identifier: Apache-2.0
import { CfnCondition, Validations } from 'aws-cdk-lib/core';
import { CfnStream } from 'aws-cdk-lib/aws-kinesis';
import { Construct } from 'constructs';
import { BreakwaterParameters } from './breakwaterParameters';
import { DataKey } from './dataKey';
import { named } from './names';
import { onlyIf, Options } from './options';

/** One, as updates of rules count in their order, and are few. */
const RULE_SHARDS = 1;

/** The streams that the job reads and writes. */
export class Streams extends Construct {
  readonly findings: CfnStream;
  readonly exposures: CfnStream;
  readonly certificates: CfnStream;
  readonly chokePoints: CfnStream;
  readonly deadLetters: CfnStream;
  /** Exist only with the option. */
  readonly rules: CfnStream;
  readonly ruleAnswers: CfnStream;

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
    const stream = (streamId: string, name: string, shards: number, condition?: CfnCondition) => {
      const made = new CfnStream(this, streamId, {
        name: named(name),
        retentionPeriodHours: parameters.RetentionHours.valueAsNumber,
        shardCount: onlyIf(options.provisioned, shards),
        streamModeDetails: { streamMode: parameters.StreamMode.valueAsString },
        streamEncryption: { encryptionType: 'KMS', keyId: key.or('alias/aws/kinesis') },
      });
      made.cfnOptions.condition = condition;
      return made;
    };
    const findingsShards = parameters.FindingsShards.valueAsNumber;
    const outputShards = parameters.OutputShards.valueAsNumber;
    this.findings = stream('Findings', 'findings', findingsShards);
    this.exposures = stream('Exposures', 'exposures', outputShards);
    this.certificates = stream('Certificates', 'certificates', outputShards);
    this.chokePoints = stream('ChokePoints', 'choke-points', outputShards);
    this.deadLetters = stream('DeadLetters', 'dead-letters', outputShards);
    this.rules = stream('Rules', 'rules', RULE_SHARDS, options.hasLiveRules);
    this.ruleAnswers = stream('RuleAnswers', 'rule-answers', RULE_SHARDS, options.hasLiveRules);
  }

  /** Those that are always there. */
  get outputs(): CfnStream[] {
    return [this.exposures, this.certificates, this.chokePoints, this.deadLetters];
  }
}
