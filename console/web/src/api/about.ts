// SPDX-License-Identifier: Apache-2.0
import { type Query, useQuery } from './use-query.ts';

export interface About {
  version: string;
  user: string;
  role: 'viewer' | 'operator';
  csrf: string;
  /** Whether there is a control stream to write to. */
  actions: boolean;
  redrive: boolean;
  catalogue: string;
  change: number;
  /** False while the index catches up with its streams for the first time. */
  ready: boolean;
}

/** Who asks, and what this server can do. */
export function useAbout(): Query<About> {
  return useQuery<About>('/api/about', {
    refreshInterval: (about) => (about?.ready === false ? 2000 : 0),
  });
}

export function mayAct(about: About | undefined): boolean {
  return about?.role === 'operator' && about.actions;
}

export function mayRedrive(about: About | undefined): boolean {
  return about?.role === 'operator' && about.redrive;
}
