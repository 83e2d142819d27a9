// SPDX-License-Identifier: Apache-2.0
import type { CertificateSearch } from '../../api/certificates.ts';
import { type Day, isDay, type Scale, scales } from './calendar.ts';
import { type Group, groups } from './standing.ts';

export const views = ['timeline', 'calendar', 'list'] as const;
export const ranges = ['30', '90', '365'] as const;
const states = ['open', 'closed', 'either'] as const;

export type ViewName = (typeof views)[number];
export type Range = (typeof ranges)[number];

/** What of the certificates is shown, and how, as it stands in the address. */
export interface CertificatesView {
  search: CertificateSearch;
  view: ViewName;
  range: Range;
  only?: Group;
  /** Of the calendar. */
  day?: Day;
  scale: Scale;
}

export function viewOf(values: URLSearchParams): CertificatesView {
  const day = values.get('day') ?? '';
  return {
    search: {
      q: values.get('q') ?? undefined,
      account: values.get('account') ?? undefined,
      state: oneOf(states, values.get('state')) ?? 'open',
    },
    view: oneOf(views, values.get('view')) ?? 'timeline',
    range: oneOf(ranges, values.get('range')) ?? '90',
    only: oneOf(groups, values.get('only')),
    day: isDay(day) ? day : undefined,
    scale: oneOf(scales, values.get('scale')) ?? 'month',
  };
}

function oneOf<T extends string>(known: readonly T[], given: string | null): T | undefined {
  return known.find((one) => one === given);
}
