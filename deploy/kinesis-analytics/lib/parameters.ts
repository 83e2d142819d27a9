// SPDX-License-Identifier: Apache-2.0
import { CfnParameter, CfnRule, Fn, Stack } from 'aws-cdk-lib/core';

/** One thing that whoever deploys may set. */
export interface Setting {
  /** What the console calls it. */
  readonly label: string;
  readonly description: string;
  /** Without one, it has to be given. */
  readonly default?: string | number;
  readonly type?: 'String' | 'Number';
  readonly allowedValues?: readonly string[];
  readonly allowedPattern?: string;
  readonly minValue?: number;
  readonly maxValue?: number;
}

/** Settings that belong together, under a heading. */
export type Groups = Readonly<Record<string, Readonly<Record<string, Setting>>>>;

export type Names<G extends Groups> = { [K in keyof G]: keyof G[K] & string }[keyof G];

/** The parameters of a stack, by their names, shown in the console group by group. */
export function parametersOf<G extends Groups>(
  stack: Stack,
  groups: G,
): Record<Names<G>, CfnParameter> {
  const parameters: Record<string, CfnParameter> = {};
  const labels: Record<string, { default: string }> = {};
  for (const settings of Object.values(groups)) {
    for (const [name, { label, allowedValues, type = 'String', ...setting }] of Object.entries(
      settings,
    )) {
      parameters[name] = new CfnParameter(stack, name, {
        ...setting,
        type,
        allowedValues: allowedValues && [...allowedValues],
      });
      labels[name] = { default: label };
    }
  }
  stack.templateOptions.metadata = {
    'AWS::CloudFormation::Interface': {
      ParameterGroups: Object.entries(groups).map(([heading, settings]) => ({
        Label: { default: heading },
        Parameters: Object.keys(settings),
      })),
      ParameterLabels: labels,
    },
  };
  return parameters as Record<Names<G>, CfnParameter>;
}

/** Subnets without security groups, and these without subnets, are refused before anything is made. */
export function bothOrNeither(stack: Stack, subnets: CfnParameter, groups: CfnParameter): void {
  const isGiven = (parameter: CfnParameter) =>
    Fn.conditionNot(Fn.conditionEquals(parameter.valueAsString, ''));
  new CfnRule(stack, 'SubnetsNeedSecurityGroups', {
    ruleCondition: isGiven(subnets),
    assertions: [
      {
        assert: isGiven(groups),
        assertDescription: 'With SubnetIds, SecurityGroupIds has to be given, too.',
      },
    ],
  });
  new CfnRule(stack, 'SecurityGroupsNeedSubnets', {
    ruleCondition: isGiven(groups),
    assertions: [
      {
        assert: isGiven(subnets),
        assertDescription: 'With SecurityGroupIds, SubnetIds has to be given, too.',
      },
    ],
  });
}

/** A setting that is either on or off. */
export function onOrOff(label: string, initially: 'true' | 'false', description: string): Setting {
  return { label, description, default: initially, allowedValues: ['true', 'false'] };
}
