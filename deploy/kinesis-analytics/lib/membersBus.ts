// SPDX-License-Identifier: Apache-2.0
import { CfnEventBus, CfnEventBusPolicy } from 'aws-cdk-lib/aws-events';
import { Construct } from 'constructs';
import { BreakwaterParameters } from './breakwaterParameters';
import { DataKey } from './dataKey';
import { ARNS, named } from './names';
import { choose, listOf, onlyIf, Options } from './options';

export interface MembersBusProps {
  readonly parameters: BreakwaterParameters;
  readonly options: Options;
  readonly key: DataKey;
}

/**
 * A bus that other accounts may send events to: all of an organisation, some of it, or some accounts
 * that belong to none. A bus of its own keeps what others send apart from what this account emits,
 * and away from rules that are none of Breakwater's.
 */
export class MembersBus extends Construct {
  readonly name: string;
  readonly arn: string;

  constructor(scope: Construct, id: string, { parameters, options, key }: MembersBusProps) {
    super(scope, id);
    const bus = new CfnEventBus(this, 'Bus', {
      name: named('members'),
      description: 'Findings of other accounts, for Breakwater',
      kmsKeyIdentifier: key.orNone(),
    });
    bus.cfnOptions.condition = options.hasMembers;
    this.name = bus.ref;
    this.arn = bus.attrArn;

    new CfnEventBusPolicy(this, 'BusPolicy', {
      eventBusName: bus.ref,
      statementId: 'MembersSend',
      statement: {
        Effect: 'Allow',
        Principal: choose<unknown>(
          options.hasAccounts,
          { AWS: listOf(parameters.MemberAccounts) },
          '*',
        ),
        Action: 'events:PutEvents',
        Resource: ARNS.membersBus(),
        Condition: onlyIf<unknown>(options.hasOrganization, {
          StringEquals: { 'aws:PrincipalOrgID': parameters.OrganizationId.valueAsString },
        }),
      },
    }).cfnOptions.condition = options.hasMembers;
  }
}
