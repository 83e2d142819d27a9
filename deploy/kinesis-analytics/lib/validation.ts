// SPDX-License-Identifier: Apache-2.0
import { loadAwsServiceSpecSync } from '@aws-cdk/aws-service-spec';
import {
  Property,
  PropertyType,
  Resource as ResourceSpec,
  SpecDatabase,
} from '@aws-cdk/service-spec-types';
import { isIntrinsic, references } from './references';
import { Json, Parameter, Template } from './template';

/** What a resource may have beside its type and properties. */
const RESOURCE_KEYS = new Set([
  'Type',
  'Properties',
  'Condition',
  'DependsOn',
  'DeletionPolicy',
  'UpdateReplacePolicy',
  'Metadata',
]);

const RETENTION = new Set(['Delete', 'Retain', 'RetainExceptOnCreate', 'Snapshot']);

/**
 * Compares templates with CloudFormation's own specification of resources, as far as it can be told
 * without an account: what is written is there, complete, and of the right type, and everything that
 * is mentioned exists.
 */
export class Validation {
  private readonly specification: SpecDatabase = loadAwsServiceSpecSync();

  /** All faults, a sentence each, led by where it is; empty for none. */
  faults(template: Template): string[] {
    return [
      ...Object.entries(template.Resources).flatMap(([id, resource]) => [
        ...Object.keys(resource)
          .filter((key) => !RESOURCE_KEYS.has(key))
          .map((key) => `${id}: no resource has ${key}`),
        ...[resource.DeletionPolicy, resource.UpdateReplacePolicy]
          .filter((policy) => policy !== undefined && !RETENTION.has(policy))
          .map((policy) => `${id}: ${policy} is no policy for a deletion`),
        ...this.resource(template, id),
      ]),
      ...this.mentions(template),
      ...parameters(template),
    ];
  }

  private spec(type: string): ResourceSpec | undefined {
    return this.specification.lookup('resource', 'cloudFormationType', 'equals', type)[0];
  }

  private resource(template: Template, id: string): string[] {
    const { Type: type, Properties: properties = {} } = template.Resources[id]!;
    if (type.startsWith('Custom::')) {
      return properties.ServiceToken ? [] : [`${id}: ServiceToken is missing`];
    }
    const spec = this.spec(type);
    return spec
      ? this.members(template, properties, spec.properties, id)
      : [`${id}: there is no type ${type}`];
  }

  private members(
    template: Template,
    value: { [key: string]: Json },
    properties: Record<string, Property>,
    path: string,
  ): string[] {
    const missing = Object.entries(properties)
      .filter(([name, property]) => property.required && mayBeAbsent(value[name]))
      .map(([name]) => `${path}: ${name} is missing`);
    const given = Object.entries(value).flatMap(([name, member]) => {
      const property = properties[name];
      return property
        ? this.value(template, member, property.type, `${path}.${name}`)
        : [`${path}: there is no ${name}`];
    });
    return [...missing, ...given];
  }

  private value(template: Template, value: Json, type: PropertyType, path: string): string[] {
    if (isIntrinsic(value)) {
      return this.intrinsic(template, value, type, path);
    }
    switch (type.type) {
      case 'json':
      case 'tag':
        return [];
      case 'null':
        return value === null ? [] : [`${path} is not empty`];
      case 'string':
        return typeof value === 'string'
          ? allowed(value, type.allowedValues, path)
          : [wrong(path, value, 'a text')];
      case 'date-time':
        return typeof value === 'string' ? [] : [wrong(path, value, 'a time')];
      case 'boolean':
        return typeof value === 'boolean' ? [] : [wrong(path, value, 'true or false')];
      case 'integer':
      case 'number':
        return typeof value === 'number' && (type.type === 'number' || Number.isInteger(value))
          ? allowed(value, 'allowedValues' in type ? type.allowedValues : undefined, path)
          : [wrong(path, value, type.type === 'integer' ? 'a whole number' : 'a number')];
      case 'array':
        return Array.isArray(value)
          ? value.flatMap((element, i) =>
              this.value(template, element, type.element, `${path}[${i}]`),
            )
          : [wrong(path, value, 'a list')];
      case 'map':
        return isObject(value)
          ? Object.entries(value).flatMap(([key, member]) =>
              this.value(template, member, type.element, `${path}.${key}`),
            )
          : [wrong(path, value, 'an object')];
      case 'ref':
        return isObject(value)
          ? this.members(
              template,
              value,
              this.specification.get('typeDefinition', type.reference.$ref).properties,
              path,
            )
          : [wrong(path, value, 'an object')];
      case 'union': {
        const faults = type.types.map((one) => this.value(template, value, one, path));
        return faults.some((of) => of.length === 0)
          ? []
          : faults.reduce((a, b) => (a.length <= b.length ? a : b));
      }
    }
  }

  /** Both branches of a choice, and parameters where their type says what they can be. */
  private intrinsic(
    template: Template,
    value: { [key: string]: Json },
    type: PropertyType,
    path: string,
  ): string[] {
    const [[name, argument]] = Object.entries(value) as [[string, Json]];
    if (name === 'Fn::If' && Array.isArray(argument)) {
      return argument.slice(1).flatMap((branch) => this.value(template, branch, type, path));
    }
    const parameter = name === 'Ref' ? template.Parameters?.[String(argument)] : undefined;
    return parameter ? allValues(parameter, type, path, String(argument)) : [];
  }

  private mentions(template: Template): string[] {
    const { Parameters = {}, Resources, Conditions = {} } = template;
    const mentioned = new Set<string>();
    const faults = references(template).flatMap(({ kind, id, attribute, path }) => {
      mentioned.add(`${kind === 'Condition' ? 'condition ' : ''}${id}`);
      if (kind === 'Condition') {
        return id in Conditions ? [] : [`${path}: there is no condition ${id}`];
      }
      if (kind === 'Ref') {
        return id.startsWith('AWS::') || id in Parameters || id in Resources
          ? []
          : [`${path}: there is no parameter or resource ${id}`];
      }
      const resource = Resources[id];
      if (!resource) {
        return [`${path}: there is no resource ${id}`];
      }
      const spec = this.spec(resource.Type);
      return spec && !(attribute! in spec.attributes)
        ? [`${path}: ${resource.Type} has no attribute ${attribute}`]
        : [];
    });
    const dependencies = Object.entries(Resources).flatMap(([id, { DependsOn = [] }]) =>
      [DependsOn]
        .flat()
        .filter((other) => !(other in Resources))
        .map((other) => `${id}: depends on ${other}, which does not exist`),
    );
    return [
      ...faults,
      ...dependencies,
      ...Object.keys(Parameters)
        .filter((id) => !mentioned.has(id))
        .map((id) => `${id}: the parameter is used nowhere`),
      ...Object.keys(Conditions)
        .filter((id) => !mentioned.has(`condition ${id}`))
        .map((id) => `${id}: the condition is used nowhere`),
    ];
  }
}

function isObject(value: Json): value is { [key: string]: Json } {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}

/** Whether a property is not there, or not for one of the choices. */
function mayBeAbsent(value: Json | undefined): boolean {
  if (value === undefined) {
    return true;
  }
  if (!isIntrinsic(value)) {
    return false;
  }
  return (
    value.Ref === 'AWS::NoValue' ||
    (Array.isArray(value['Fn::If']) && value['Fn::If'].slice(1).some(mayBeAbsent))
  );
}

function wrong(path: string, value: Json, expected: string): string {
  return `${path} must be ${expected}, is ${JSON.stringify(value)}`;
}

function allowed<T extends Json>(
  value: T,
  values: readonly T[] | undefined,
  path: string,
): string[] {
  return !values || values.includes(value)
    ? []
    : [`${path} must be one of ${values.join(', ')}, is ${JSON.stringify(value)}`];
}

/** Where a parameter is used: its type, and each of the values that it may have. */
function allValues(parameter: Parameter, type: PropertyType, path: string, name: string): string[] {
  const isNumber = parameter.Type === 'Number';
  switch (type.type) {
    case 'string':
      return (parameter.AllowedValues ?? []).flatMap((value) =>
        allowed(String(value), type.allowedValues, path),
      );
    case 'integer':
    case 'number':
      return isNumber
        ? []
        : [`${path} must be a number, the parameter ${name} is a ${parameter.Type}`];
    case 'boolean':
      return parameter.AllowedValues?.every((value) => value === 'true' || value === 'false')
        ? []
        : [`${path} must be true or false, the parameter ${name} may be something else`];
    default:
      return [];
  }
}

/** Defaults have to be among what their own parameter allows. */
function parameters(template: Template): string[] {
  return Object.entries(template.Parameters ?? {}).flatMap(([name, parameter]) => {
    const value = parameter.Default;
    if (value === undefined) {
      return [];
    }
    const {
      AllowedValues: values,
      AllowedPattern: pattern,
      MinValue: least,
      MaxValue: most,
    } = parameter;
    const faults = [
      values && !values.map(String).includes(String(value)) && `is none of ${values.join(', ')}`,
      pattern && !new RegExp(`^(?:${pattern})$`).test(String(value)) && `does not match ${pattern}`,
      least !== undefined && Number(value) < least && `is less than ${least}`,
      most !== undefined && Number(value) > most && `is more than ${most}`,
    ];
    return faults
      .filter(Boolean)
      .map((fault) => `${name}: the default ${JSON.stringify(value)} ${fault}`);
  });
}
