// SPDX-License-Identifier: Apache-2.0
// Values of one field that a filter asks for, as quick filters have them: any of these, beside all else.
import { type Condition, equals, type Filter } from '../../api/filter.ts';

/** The values of `name` that the filter asks for at its top. */
export function chosenValues(filter: Filter | undefined, name: string): string[] {
  return partsOf(filter)
    .filter((part) => isChoiceOf(part, name))
    .flatMap((part) => conditionsOf(part).map((condition) => condition.value));
}

/** The filter with these values of `name` in place of those that it had. */
export function withChosenValues(
  filter: Filter | undefined,
  name: string,
  values: readonly string[],
): Filter | undefined {
  const others = partsOf(filter).filter((part) => !isChoiceOf(part, name));
  const conditions = values.map((value) => equals(name, value));
  const choice: Filter[] = conditions.length > 1 ? [{ any: conditions }] : conditions;
  const parts = [...others, ...choice];
  return parts.length < 2 ? parts[0] : { all: parts };
}

function partsOf(filter: Filter | undefined): Filter[] {
  if (filter === undefined) return [];
  return 'all' in filter ? filter.all : [filter];
}

function isChoiceOf(part: Filter, name: string): boolean {
  if ('all' in part) return false;
  const inner = 'any' in part ? part.any : [part];
  return inner.every((one) => 'field' in one && one.field === name && one.operator === 'equals');
}

function conditionsOf(part: Filter): Condition[] {
  return ('any' in part ? part.any : [part]) as Condition[];
}
