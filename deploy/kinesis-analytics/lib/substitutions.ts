// SPDX-License-Identifier: Apache-2.0
import { Json } from './template';

/**
 * The same template, with every text that CDK pieces together by Fn::Join written as one Fn::Sub:
 * `arn:${AWS::Partition}:s3:::${CodeBucket}` is what people read and write.
 */
export function withSubstitutions(value: Json): Json {
  if (Array.isArray(value)) {
    return value.map(withSubstitutions);
  }
  if (value === null || typeof value !== 'object') {
    return value;
  }
  const inner = Object.fromEntries(
    Object.entries(value).map(([key, member]) => [key, withSubstitutions(member)]),
  );
  return substituted(inner) ?? inner;
}

function substituted(value: { [key: string]: Json }): Json | undefined {
  const join = value['Fn::Join'];
  if (!Array.isArray(join) || join[0] !== '' || !Array.isArray(join[1])) {
    return undefined;
  }
  const parts = join[1].map(placeholder);
  return parts.includes(undefined) ? undefined : { 'Fn::Sub': parts.join('') };
}

/** What stands for a part of a text within Fn::Sub; undefined where nothing can. */
function placeholder(part: Json): string | undefined {
  if (typeof part === 'string') {
    return part.replace(/\$\{/g, '${!');
  }
  if (part === null || typeof part !== 'object' || Array.isArray(part)) {
    return undefined;
  }
  const [[name, argument]] = Object.entries(part) as [[string, Json]];
  if (name === 'Ref') {
    return `\${${argument}}`;
  }
  if (name === 'Fn::GetAtt' && Array.isArray(argument)) {
    return `\${${argument.join('.')}}`;
  }
  return name === 'Fn::Sub' && typeof argument === 'string' ? argument : undefined;
}
