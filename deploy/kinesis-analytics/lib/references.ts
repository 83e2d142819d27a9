// SPDX-License-Identifier: Apache-2.0
import { Json, Template } from './template';

/** One mention of something by its logical id. */
export interface Reference {
  readonly kind: 'Ref' | 'Attribute' | 'Condition';
  readonly id: string;
  /** Of an attribute, such as Arn. */
  readonly attribute?: string;
  readonly path: string;
}

const PLACEHOLDER = /\$\{([^!}][^}]*)\}/g;

/** Whether something is what a function gives, and not what is written there. */
export function isIntrinsic(value: Json): value is { [key: string]: Json } {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) {
    return false;
  }
  const keys = Object.keys(value);
  return keys.length === 1 && (keys[0] === 'Ref' || keys[0]!.startsWith('Fn::'));
}

/** All mentions within a part of a template. */
export function referencesIn(value: Json, path: string): Reference[] {
  if (Array.isArray(value)) {
    return value.flatMap((element, i) => referencesIn(element, `${path}[${i}]`));
  }
  if (value === null || typeof value !== 'object') {
    return [];
  }
  return Object.entries(value).flatMap(([key, member]) => {
    const inner = path === '' ? key : `${path}.${key}`;
    switch (key) {
      case 'Ref':
        return typeof member === 'string' ? [{ kind: 'Ref' as const, id: member, path }] : [];
      case 'Fn::GetAtt':
        return [attribute(member, path)];
      case 'Fn::Sub':
        return substitutions(member, path);
      case 'Fn::If':
        return [
          { kind: 'Condition' as const, id: String((member as Json[])[0]), path },
          ...referencesIn((member as Json[]).slice(1), inner),
        ];
      case 'Condition':
        return typeof member === 'string'
          ? [{ kind: 'Condition' as const, id: member, path }]
          : referencesIn(member, inner);
      default:
        return referencesIn(member, inner);
    }
  });
}

function attribute(argument: Json, path: string): Reference {
  const [id, ...rest] = Array.isArray(argument)
    ? argument.map(String)
    : String(argument).split('.');
  return { kind: 'Attribute', id: id!, attribute: rest.join('.'), path };
}

function substitutions(argument: Json, path: string): Reference[] {
  const [text, variables] = Array.isArray(argument) ? argument : [argument, {}];
  const own = new Set(Object.keys(variables as object));
  return [
    ...[...String(text).matchAll(PLACEHOLDER)]
      .map(([, name]) => name!)
      .filter((name) => !own.has(name))
      .map((name) =>
        name.includes('.') && !name.startsWith('AWS::')
          ? attribute(name, path)
          : { kind: 'Ref' as const, id: name, path },
      ),
    ...referencesIn(variables as Json, path),
  ];
}

/** All mentions in a template. */
export function references(template: Template): Reference[] {
  return referencesIn(
    {
      Conditions: template.Conditions ?? {},
      Rules: (template.Rules ?? {}) as unknown as Json,
      Resources: template.Resources as unknown as Json,
      Outputs: (template.Outputs ?? {}) as unknown as Json,
    },
    '',
  );
}
