// SPDX-License-Identifier: Apache-2.0
import { CfnCondition } from 'aws-cdk-lib/core';
import { CfnRule } from 'aws-cdk-lib/aws-events';
import { Construct } from 'constructs';
import { EVENT_SOURCES, SourceParameter } from './eventSources';
import { named } from './names';

/** EventBridge's own limits, a day and as often as it fits in: what is later goes to the queue. */
export const RETRY = { maximumEventAgeInSeconds: 86_400, maximumRetryAttempts: 185 };

export interface FindingRulesProps {
  /** Absent for the default bus. */
  readonly busName?: string;
  readonly when: (source: SourceParameter) => CfnCondition;
  readonly target: { readonly arn: string; readonly roleArn: string };
  readonly deadLetterQueueArn: string;
}

/**
 * On one bus, a rule for each source of findings. Events are delivered whole, without an input
 * transformer: the job needs time, account and region of the envelope.
 *
 * No partition key is set, so Kinesis gets the event's id: it is always there, short, and spreads
 * evenly. See docs/deploy.md, "Order".
 */
export class FindingRules extends Construct {
  readonly names: readonly string[];

  constructor(scope: Construct, id: string, props: FindingRulesProps) {
    super(scope, id);
    this.names = EVENT_SOURCES.map((source) => {
      const rule = new CfnRule(this, source.parameter, {
        name: named(source.rule),
        description: `What Breakwater reads of ${source.label}`,
        eventBusName: props.busName,
        eventPattern: source.pattern,
        state: 'ENABLED',
        targets: [
          {
            id: 'findings',
            ...props.target,
            retryPolicy: RETRY,
            deadLetterConfig: { arn: props.deadLetterQueueArn },
          },
        ],
      });
      rule.cfnOptions.condition = props.when(source.parameter);
      return named(source.rule);
    });
  }
}
