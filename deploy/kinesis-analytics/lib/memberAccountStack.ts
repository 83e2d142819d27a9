// SPDX-License-Identifier: Apache-2.0
import { CfnCondition, CfnOutput, CfnRule as TemplateRule, Fn } from 'aws-cdk-lib/core';
import { CfnRule } from 'aws-cdk-lib/aws-events';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import { DeadLetterQueue } from './deadLetterQueue';
import { EVENT_SOURCES, SourceParameter } from './eventSources';
import { RETRY } from './findingRules';
import { arn, named } from './names';
import { onOrOff, parametersOf, Setting } from './parameters';
import { PlainStack } from './plainStack';
import { ServiceRole } from './roles';

/**
 * In an account that Breakwater does not run in: sends its events to the bus that Breakwater made for
 * members. Nothing in it differs from account to account, as a StackSet wants it.
 */
export class MemberAccountStack extends PlainStack {
  constructor(scope: Construct, id: string) {
    super(scope, id, {
      description: 'Breakwater: sends the findings of an account to where it runs',
    });
    const parameters = parametersOf(this, {
      'Where to': {
        MembersBusArn: {
          label: 'Bus',
          description: 'What the stack of Breakwater gives as MembersBusArn.',
          allowedPattern: '^arn:aws[a-z-]*:events:[a-z0-9-]+:[0-9]{12}:event-bus/[A-Za-z0-9._-]+$',
        },
        NamePrefix: {
          label: 'Prefix of names',
          description: 'Rules and the queue are named after it.',
          default: 'breakwater',
          allowedPattern: '^[a-z][a-z0-9-]{0,18}[a-z0-9]$',
        },
      },
      'What to send': Object.fromEntries(
        EVENT_SOURCES.map(({ parameter, label, pattern, reachesAdministrator }) => [
          parameter,
          onOrOff(
            label,
            reachesAdministrator ? 'false' : 'true',
            `${pattern['detail-type'].join(', ')}.` +
              (reachesAdministrator ? ' The delegated administrator gets them anyway.' : ''),
          ),
        ]),
      ) as Record<SourceParameter, Setting>,
    });

    new TemplateRule(this, 'SomethingIsSent', {
      assertions: [
        {
          assert: Fn.conditionOr(
            ...EVENT_SOURCES.map(({ parameter }) =>
              Fn.conditionEquals(parameters[parameter].valueAsString, 'true'),
            ),
          ),
          assertDescription: 'At least one source of findings has to be switched on.',
        },
      ],
    });

    const rules = [arn('events', 'rule/${NamePrefix}-*')];
    const undelivered = new DeadLetterQueue(this, 'Undelivered', {
      rules,
      encryption: { sqsManagedSseEnabled: true },
    });
    const role = new ServiceRole(this, 'Role', {
      service: 'events.amazonaws.com',
      description: 'Lets rules put events on the bus of Breakwater',
      sources: rules,
      statements: [
        new PolicyStatement({
          sid: 'SendsFindings',
          actions: ['events:PutEvents'],
          resources: [parameters.MembersBusArn.valueAsString],
        }),
      ],
    });
    for (const source of EVENT_SOURCES) {
      const rule = new CfnRule(this, `Rule${source.parameter}`, {
        name: named(source.rule),
        description: `What Breakwater is sent of ${source.label}`,
        eventPattern: source.pattern,
        state: 'ENABLED',
        targets: [
          {
            id: 'breakwater',
            arn: parameters.MembersBusArn.valueAsString,
            roleArn: role.arn,
            retryPolicy: RETRY,
            deadLetterConfig: { arn: undelivered.arn },
          },
        ],
      });
      rule.cfnOptions.condition = new CfnCondition(this, `Sends${source.parameter}`, {
        expression: Fn.conditionEquals(parameters[source.parameter].valueAsString, 'true'),
      });
    }
    new CfnOutput(this, 'UndeliveredEventsQueueUrl', {
      description: 'Events that could not be sent',
      value: undelivered.url,
    });
  }
}
