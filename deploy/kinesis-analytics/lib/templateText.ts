// SPDX-License-Identifier: Apache-2.0
import { Json, Template } from './template';

/** What fits into a line is on one line. */
const WIDTH = 100;

/** The sections of a template in the order in which they are read. */
const SECTIONS = [
  'Description',
  'Metadata',
  'Parameters',
  'Rules',
  'Conditions',
  'Resources',
  'Outputs',
] as const;

/** A template as people review it: small things on one line, large ones over several. */
export function templateText(template: Template): string {
  const sections: Record<string, Json> = { AWSTemplateFormatVersion: '2010-09-09' };
  for (const section of SECTIONS) {
    if (template[section] !== undefined) {
      sections[section] = template[section] as Json;
    }
  }
  return `${text(sections, '', 0)}\n`;
}

function text(value: Json, indent: string, column: number): string {
  const line = oneLine(value);
  if (value === null || typeof value !== 'object' || column + line.length <= WIDTH) {
    return line;
  }
  const inner = `${indent}  `;
  const [open, close] = Array.isArray(value) ? '[]' : '{}';
  const members = Array.isArray(value)
    ? value.map((element) => text(element, inner, inner.length))
    : Object.entries(value).map(([key, member]) => {
        const head = `${JSON.stringify(key)}: `;
        return head + text(member, inner, inner.length + head.length);
      });
  return `${open}\n${members.map((member) => inner + member).join(',\n')}\n${indent}${close}`;
}

function oneLine(value: Json): string {
  if (Array.isArray(value)) {
    return `[${value.map(oneLine).join(', ')}]`;
  }
  if (value !== null && typeof value === 'object') {
    const members = Object.entries(value).map(
      ([key, member]) => `${JSON.stringify(key)}: ${oneLine(member)}`,
    );
    return members.length === 0 ? '{}' : `{ ${members.join(', ')} }`;
  }
  return JSON.stringify(value);
}
