// SPDX-License-Identifier: Apache-2.0
import { CfnCondition, Fn } from 'aws-cdk-lib/core';
import { CfnLogGroup } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { BreakwaterParameters } from './breakwaterParameters';
import { EncryptionKey } from './dataKey';

export interface EncryptedLogGroupProps {
  /** May contain placeholders for parameters. */
  readonly name: string;
  readonly parameters: Pick<BreakwaterParameters, 'LogDays'>;
  readonly key: EncryptionKey;
  readonly condition?: CfnCondition;
}

/** A log group that forgets in time, under the key of whoever deploys where there is one. */
export class EncryptedLogGroup extends Construct {
  readonly name: string;

  constructor(scope: Construct, id: string, props: EncryptedLogGroupProps) {
    super(scope, id);
    const group = new CfnLogGroup(this, 'Resource', {
      logGroupName: Fn.sub(props.name),
      retentionInDays: props.parameters.LogDays.valueAsNumber,
      kmsKeyId: props.key.orNone(),
    });
    group.cfnOptions.condition = props.condition;
    this.name = group.ref;
  }
}
