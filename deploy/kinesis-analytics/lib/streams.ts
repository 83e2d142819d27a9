// SPDX-License-Identifier: Apache-2.0
import { CfnCondition, Validations } from 'aws-cdk-lib/core';
import { CfnStream } from 'aws-cdk-lib/aws-kinesis';
import { Construct } from 'constructs';
import { BreakwaterParameters } from './breakwaterParameters';
import { EncryptionKey } from './dataKey';
import { named } from './names';
import { onlyIf, Options } from './options';

/** One, as updates of rules count in their order, and are few. */
const RULE_SHARDS = 1;

/** People decide less often than a shard takes. */
const CONTROL_SHARDS = 1;

type Make = (id: string, name: string, shards: number, condition?: CfnCondition) => CfnStream;

/** Makes streams that are encrypted, kept and sized as was chosen for all of them. */
export function streamMaker(
  scope: Construct,
  parameters: Pick<BreakwaterParameters, 'RetentionHours' | 'StreamMode'>,
  options: Pick<Options, 'provisioned'>,
  key: EncryptionKey,
): Make {
  Validations.of(scope).acknowledge({
    id: 'AwsSolutions::AwsSolutions-KDS3',
    reason:
      "It is the key aws/kinesis unless a key of one's own was asked for, which is a stricter choice.",
  });
  return (id, name, shards, condition) => {
    const stream = new CfnStream(scope, id, {
      name: named(name),
      retentionPeriodHours: parameters.RetentionHours.valueAsNumber,
      shardCount: onlyIf(options.provisioned, shards),
      streamModeDetails: { streamMode: parameters.StreamMode.valueAsString },
      streamEncryption: { encryptionType: 'KMS', keyId: key.or('alias/aws/kinesis') },
    });
    stream.cfnOptions.condition = condition;
    return stream;
  };
}

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
  readonly control: CfnStream;
  readonly controlAnswers: CfnStream;

  constructor(
    scope: Construct,
    id: string,
    parameters: BreakwaterParameters,
    options: Options,
    key: EncryptionKey,
  ) {
    super(scope, id);
    const stream = streamMaker(this, parameters, options, key);
    const findingsShards = parameters.FindingsShards.valueAsNumber;
    const outputShards = parameters.OutputShards.valueAsNumber;
    this.findings = stream('Findings', 'findings', findingsShards);
    this.exposures = stream('Exposures', 'exposures', outputShards);
    this.certificates = stream('Certificates', 'certificates', outputShards);
    this.chokePoints = stream('ChokePoints', 'choke-points', outputShards);
    this.deadLetters = stream('DeadLetters', 'dead-letters', outputShards);
    this.rules = stream('Rules', 'rules', RULE_SHARDS, options.hasLiveRules);
    this.ruleAnswers = stream('RuleAnswers', 'rule-answers', RULE_SHARDS, options.hasLiveRules);
    this.control = stream('Control', 'control', CONTROL_SHARDS, options.hasActions);
    this.controlAnswers = stream(
      'ControlAnswers',
      'control-answers',
      CONTROL_SHARDS,
      options.hasActions,
    );
  }

  /** Those that are always there. */
  get outputs(): CfnStream[] {
    return [this.exposures, this.certificates, this.chokePoints, this.deadLetters];
  }
}
