// SPDX-License-Identifier: Apache-2.0
import { Json, Template } from '../lib/template';

/** One statement of one policy of one resource, in a form to compare. */
export interface Statement {
  /** Logical id of the resource that the policy belongs to. */
  readonly of: string;
  /** "trust", the name of the policy and its condition for a role; "resource" for a policy of a resource. */
  readonly in: string;
  readonly effect: 'Allow' | 'Deny';
  readonly who?: readonly string[];
  readonly may: readonly string[];
  readonly on: readonly string[];
  readonly when?: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;
}

/** Properties that hold a policy of a resource. */
const RESOURCE_POLICIES = ['KeyPolicy', 'PolicyDocument', 'Statement'];

/** Every statement that a template makes about who may do what. */
export function statementsOf(template: Template): Statement[] {
  return Object.entries(template.Resources).flatMap(([of, { Type, Properties = {} }]) =>
    Type === 'AWS::IAM::Role'
      ? [
          ...documentOf(of, 'trust', Properties.AssumeRolePolicyDocument!),
          ...(Properties.Policies as Json[]).flatMap((policy) => policyOf(of, policy)),
        ]
      : RESOURCE_POLICIES.filter((name) => name in Properties).flatMap((name) =>
          documentOf(of, 'resource', Properties[name]!),
        ),
  );
}

function policyOf(of: string, policy: any): Statement[] {
  if (policy['Fn::If']) {
    const [condition, then] = policy['Fn::If'];
    return documentOf(of, `${then.PolicyName} if ${condition}`, then.PolicyDocument);
  }
  return documentOf(of, policy.PolicyName, policy.PolicyDocument);
}

function documentOf(of: string, where: string, document: any): Statement[] {
  return list(document.Statement ?? document).map((statement: any) => ({
    of,
    in: where,
    effect: statement.Effect,
    ...(statement.Principal && { who: principals(statement.Principal) }),
    may: list(statement.Action),
    on: texts(statement.Resource ?? []),
    ...(statement.Condition && { when: conditions(statement.Condition) }),
  }));
}

function principals(principal: any): string[] {
  if (typeof principal === 'string') {
    return [principal];
  }
  if (principal['Fn::If']) {
    const [condition, then, otherwise] = principal['Fn::If'];
    return [`if ${condition}: ${principals(then)}`, `else: ${principals(otherwise)}`];
  }
  return Object.values(principal).flatMap(texts);
}

function conditions(condition: any): Statement['when'] {
  if (condition['Fn::If']) {
    const [name, then] = condition['Fn::If'];
    return { [`if ${name}`]: { ...Object.values(conditions(then)!)[0]! } };
  }
  return Object.fromEntries(
    Object.entries(condition).map(([operator, keys]) => [
      operator,
      Object.fromEntries(
        Object.entries(keys as object).map(([key, values]) => [key, texts(values)]),
      ),
    ]),
  );
}

function texts(value: any): string[] {
  return list(value).map(text);
}

/** ARNs of this account and region begin with "own:", the ARN of a resource is its logical id. */
function text(value: any): string {
  if (typeof value === 'string') {
    return value;
  }
  if (value.Ref) {
    return value.Ref;
  }
  if (value['Fn::If']?.[2].Ref === 'AWS::NoValue') {
    const [condition, then] = value['Fn::If'];
    return `${text(then)} if ${condition}`;
  }
  if (value['Fn::GetAtt']) {
    const [id, attribute] = value['Fn::GetAtt'];
    return attribute === 'Arn' ? id : `${id}.${attribute}`;
  }
  if (value['Fn::Sub']) {
    return value['Fn::Sub'].replace(
      /^arn:\$\{AWS::Partition\}:([a-z0-9]+):\$\{AWS::Region\}:\$\{AWS::AccountId\}:/,
      'own:$1:',
    );
  }
  if (value['Fn::Split']) {
    return `each of ${text(value['Fn::Split'][1])}`;
  }
  return JSON.stringify(value);
}

function list(value: any): any[] {
  return Array.isArray(value) ? value : [value];
}
