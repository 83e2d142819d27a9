// SPDX-License-Identifier: Apache-2.0
import { field, type Filter } from '../../api/filter.ts';
import type { ExposuresView } from '../../app/paths.ts';

/** As a value of `by` in the address: exposures in a list, without groups. */
export const UNGROUPED = 'none';

export interface View {
  state: NonNullable<ExposuresView['state']>;
  q: string;
  filter: Filter | undefined;
  /** The address has a filter that is none. */
  unreadable: boolean;
  by: string;
  then: string;
  show: string | null;
}

/** What the address says is to be shown. */
export function viewOf(values: URLSearchParams): View {
  const state = values.get('state');
  const written = values.get('filter');
  const filter = written === null ? undefined : readFilter(written);
  return {
    state: state === 'closed' || state === 'either' ? state : 'open',
    q: values.get('q') ?? '',
    filter,
    unreadable: written !== null && filter === undefined,
    by: values.get('by') ?? field.title,
    then: values.get('then') ?? UNGROUPED,
    show: values.get('show'),
  };
}

/** The changes of the address that another filter makes; what stood first on other pages does so no more. */
export function filterChange(filter: Filter | undefined, q?: string) {
  const written = filter && JSON.stringify(filter);
  return q === undefined ? { filter: written } : { filter: written, q };
}

function readFilter(written: string): Filter | undefined {
  try {
    const read: unknown = JSON.parse(written);
    return isFilter(read) ? read : undefined;
  } catch {
    return undefined;
  }
}

function isFilter(read: unknown): read is Filter {
  if (typeof read !== 'object' || read === null) return false;
  if ('all' in read) return Array.isArray(read.all) && read.all.every(isFilter);
  if ('any' in read) return Array.isArray(read.any) && read.any.every(isFilter);
  return ['field', 'operator', 'value'].every(
    (name) => typeof (read as Record<string, unknown>)[name] === 'string',
  );
}
