// SPDX-License-Identifier: Apache-2.0
import { Json, Template } from '../lib/template';

const NOTHING = Symbol('AWS::NoValue');

/**
 * What CloudFormation makes of a template once it knows the parameters: conditions decided, choices
 * made, resources left out that are not wanted. References stay.
 */
export function rendered(template: Template, given: Record<string, string> = {}): Template {
  const parameters = Object.fromEntries(
    Object.entries(template.Parameters ?? {}).map(([name, { Default }]) => [
      name,
      given[name] ?? String(Default),
    ]),
  );
  const holds = (expression: any): boolean => {
    const [[name, argument]] = Object.entries<any>(expression) as [[string, any]];
    switch (name) {
      case 'Condition':
        return holds(template.Conditions![argument]);
      case 'Fn::Equals':
        return value(argument[0]) === value(argument[1]);
      case 'Fn::Not':
        return !holds(argument[0]);
      case 'Fn::And':
        return argument.every(holds);
      case 'Fn::Or':
        return argument.some(holds);
      default:
        throw new Error(`${name} is no condition`);
    }
  };
  const value = (operand: any) => (operand.Ref ? parameters[operand.Ref] : operand);
  const isWanted = ({ Condition }: { Condition?: string }) =>
    Condition === undefined || holds({ Condition });

  const chosen = (part: any): any => {
    if (Array.isArray(part)) {
      return part.map(chosen).filter((element) => element !== NOTHING);
    }
    if (part === null || typeof part !== 'object') {
      return part;
    }
    if (part.Ref === 'AWS::NoValue') {
      return NOTHING;
    }
    if (part['Fn::If']) {
      const [condition, then, otherwise] = part['Fn::If'];
      return chosen(holds({ Condition: condition }) ? then : otherwise);
    }
    return Object.fromEntries(
      Object.entries(part)
        .map(([key, member]) => [key, chosen(member)])
        .filter(([, member]) => member !== NOTHING),
    );
  };
  const part = <T extends { Condition?: string }>(section: Record<string, T> = {}) =>
    Object.fromEntries(
      Object.entries(section)
        .filter(([, one]) => isWanted(one))
        .map(([id, { Condition, ...one }]) => [id, chosen(one as Json) as T]),
    );

  return {
    Parameters: template.Parameters,
    Resources: part(template.Resources),
    Outputs: part(template.Outputs),
  };
}
