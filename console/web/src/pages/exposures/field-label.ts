// SPDX-License-Identifier: Apache-2.0
import { field } from '../../api/filter.ts';
import { resourceType } from '../../parts/format.ts';
import { strings } from '../../strings.ts';

export function fieldLabel(name: string): string {
  return strings.exposures.fields[name] ?? name;
}

/** A value of a field as people read it. */
export function valueLabel(name: string, value: string): string {
  if (value === '') return strings.exposures.noValue;
  if (name === field.resourceType) return resourceType(value);
  return strings.exposures.times[value] ?? value;
}
