// SPDX-License-Identifier: Apache-2.0
import { Aws, CfnCondition, Validations } from 'aws-cdk-lib/core';
import { CfnRole, PolicyDocument, PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { CfnStream } from 'aws-cdk-lib/aws-kinesis';
import { Construct } from 'constructs';
import { viaService } from './names';
import { onlyIf } from './options';

/** What a role allows where an option is chosen. */
export interface ConditionalPolicy {
  readonly name: string;
  readonly condition: CfnCondition;
  readonly statements: readonly PolicyStatement[];
}

export interface ServiceRoleProps {
  /** The service that takes the role. */
  readonly service: string;
  readonly description: string;
  /** On whose behalf the service may take it; ARNs, perhaps with wildcards. Absent where the service does not say. */
  readonly sources?: readonly string[];
  readonly statements: readonly PolicyStatement[];
  readonly further?: readonly ConditionalPolicy[];
  readonly condition?: CfnCondition;
}

/**
 * A role that a service takes on behalf of something of this account only. Its policies are part of
 * it, so that whatever uses the role finds it complete.
 */
export class ServiceRole extends Construct {
  readonly arn: string;

  constructor(scope: Construct, id: string, props: ServiceRoleProps) {
    super(scope, id);
    const role = new CfnRole(this, 'Resource', {
      description: props.description,
      assumeRolePolicyDocument: new PolicyDocument({
        statements: [
          new PolicyStatement({
            principals: [new ServicePrincipal(props.service)],
            actions: ['sts:AssumeRole'],
            conditions: props.sources && {
              StringEquals: { 'aws:SourceAccount': Aws.ACCOUNT_ID },
              ArnLike: { 'aws:SourceArn': props.sources },
            },
          }),
        ],
      }),
      policies: [
        {
          policyName: 'Always',
          policyDocument: new PolicyDocument({ statements: [...props.statements] }),
        },
        ...(props.further ?? []).map(
          ({ name, condition, statements }) =>
            onlyIf<unknown>(condition, {
              PolicyName: name,
              PolicyDocument: new PolicyDocument({ statements: [...statements] }).toJSON(),
            }) as CfnRole.PolicyProperty,
        ),
      ],
    });
    Validations.of(role).acknowledge({
      id: 'AwsSolutions::AwsSolutions-IAM5',
      reason:
        'The check cannot read policies under a condition. test/permissions.test.ts lists every statement of every role, and each wildcard with its reason.',
    });
    role.cfnOptions.condition = props.condition;
    this.arn = role.attrArn;
  }
}

/** ARNs of streams; of one under a condition only where that holds. */
export function arnsOf(streams: readonly CfnStream[]): string[] {
  return streams.map((stream) => {
    const { condition } = stream.cfnOptions;
    return condition ? onlyIf(condition, stream.attrArn) : stream.attrArn;
  });
}

/** A key only for records of these streams, given by their ARNs, and only in the hands of Kinesis. */
export function throughKinesis(streams: readonly string[]) {
  return {
    StringEquals: {
      'kms:ViaService': viaService('kinesis'),
      'kms:EncryptionContext:aws:kinesis:arn': streams,
    },
  };
}
