// SPDX-License-Identifier: Apache-2.0
import { query } from './query-string.ts';
import { type Query, useQuery } from './use-query.ts';

/** A revision as lists of them name it. */
export interface Past {
  sequence: string;
  revisionUid: string;
  activity: string;
  time: string;
  severity: string;
  replay: boolean;
  outcome: string;
}

/** The finding as it was in one revision; `null` asks for none. */
export function useRevision<Finding>(
  kind: 'exposures' | 'certificates',
  uid: string,
  sequence: string | null,
): Query<Finding> {
  return useQuery(sequence && `/api/${kind}/revision` + query({ uid, sequence }), {
    keepPreviousData: false,
  });
}
