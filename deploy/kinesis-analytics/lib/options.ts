// SPDX-License-Identifier: Apache-2.0
import {
  Aws,
  CfnCondition,
  CfnParameter,
  Fn,
  ICfnConditionExpression,
  ICfnRuleConditionExpression,
  Stack,
  Token,
} from 'aws-cdk-lib/core';
import { BreakwaterParameters } from './breakwaterParameters';
import { EVENT_SOURCES, SourceParameter } from './eventSources';

/** What was chosen, as conditions of the template. */
export class Options {
  readonly customerManagedKey: CfnCondition;
  readonly inVpc: CfnCondition;
  readonly provisioned: CfnCondition;
  readonly hasMembers: CfnCondition;
  readonly hasOrganization: CfnCondition;
  readonly hasAccounts: CfnCondition;
  readonly deliversToS3: CfnCondition;
  readonly hasLiveRules: CfnCondition;
  readonly hasActions: CfnCondition;
  readonly hasEmail: CfnCondition;
  readonly hasMaintenanceWindow: CfnCondition;
  private readonly sources: ReadonlyMap<SourceParameter, CfnCondition>;
  private readonly memberSources: ReadonlyMap<SourceParameter, CfnCondition>;

  constructor(stack: Stack, parameters: BreakwaterParameters) {
    const condition = (name: string, expression: ICfnConditionExpression) =>
      new CfnCondition(stack, name, { expression });
    const isOn = (parameter: CfnParameter) => Fn.conditionEquals(parameter.valueAsString, 'true');
    const isGiven = (parameter: CfnParameter) =>
      Fn.conditionNot(Fn.conditionEquals(parameter.valueAsString, ''));

    this.customerManagedKey = condition(
      'HasCustomerManagedKey',
      isOn(parameters.CustomerManagedKey),
    );
    this.inVpc = condition('IsInVpc', isGiven(parameters.SubnetIds));
    this.provisioned = condition(
      'IsProvisioned',
      Fn.conditionEquals(parameters.StreamMode.valueAsString, 'PROVISIONED'),
    );
    this.hasOrganization = condition('HasOrganization', isGiven(parameters.OrganizationId));
    this.hasAccounts = condition('HasAccounts', isGiven(parameters.MemberAccounts));
    this.hasMembers = condition(
      'HasMembers',
      Fn.conditionOr(this.hasOrganization, this.hasAccounts),
    );
    this.deliversToS3 = condition('DeliversToS3', isOn(parameters.DeliverToS3));
    this.hasActions = condition(
      'HasActions',
      Fn.conditionEquals(parameters.Actions.valueAsString, 'true'),
    );
    this.hasLiveRules = condition(
      'HasLiveRules',
      Fn.conditionEquals(parameters.LiveRules.valueAsString, 'true'),
    );
    this.hasEmail = condition('HasEmail', isGiven(parameters.AlarmEmail));
    this.hasMaintenanceWindow = condition(
      'HasMaintenanceWindow',
      isGiven(parameters.MaintenanceWindowStart),
    );
    this.sources = new Map(
      EVENT_SOURCES.map(({ parameter }) => [
        parameter,
        condition(`Reads${parameter}`, isOn(parameters[parameter])),
      ]),
    );
    this.memberSources = new Map(
      EVENT_SOURCES.map(({ parameter }) => [
        parameter,
        condition(
          `ReadsMembers${parameter}`,
          Fn.conditionAnd(this.hasMembers, this.reads(parameter)),
        ),
      ]),
    );
  }

  /** Whether events of a source are read. */
  reads(source: SourceParameter): CfnCondition {
    return this.sources.get(source)!;
  }

  /** Whether events of a source are read that members sent. */
  readsOfMembers(source: SourceParameter): CfnCondition {
    return this.memberSources.get(source)!;
  }
}

/** A list that was given as one text, its parts separated by commas. */
export function listOf(parameter: CfnParameter): string[] {
  return Fn.split(',', parameter.valueAsString);
}

/** A value where a condition holds, and none where it does not. */
export function onlyIf<T>(condition: CfnCondition, value: T): T {
  return choose(condition, value, Aws.NO_VALUE as T);
}

/**
 * One value where a condition holds, and another where it does not. CDK does not look into them:
 * properties inside are spelt as CloudFormation spells them.
 */
export function choose<T>(condition: CfnCondition, value: T, otherwise: T): T {
  const choice: ICfnRuleConditionExpression = Fn.conditionIf(condition.logicalId, value, otherwise);
  return (typeof value === 'string' ? Token.asString(choice) : choice) as T;
}

/** The value of a parameter, wherever a text is expected. */
export function textOf(parameter: CfnParameter): string {
  return Token.asString(parameter.value);
}
