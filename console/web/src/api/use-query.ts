// SPDX-License-Identifier: Apache-2.0
import { useEffect } from 'react';
import useSWR, { mutate, type SWRConfiguration } from 'swr';
import { type ApiError, get } from './client.ts';
import { tellStale } from './stale.ts';

export interface Query<T> {
  /** The last answer, also while a newer one is on its way or could not be had. */
  data: T | undefined;
  error: ApiError | undefined;
  loading: boolean;
  again: () => void;
}

/** Asks for `path`, and anew whenever something has changed; `null` asks for nothing. */
export function useQuery<T>(path: string | null, settings?: SWRConfiguration): Query<T> {
  const {
    data,
    error,
    isLoading,
    mutate: again,
  } = useSWR<T, ApiError>(path, get<T>, {
    keepPreviousData: true,
    revalidateOnFocus: false,
    dedupingInterval: 500,
    shouldRetryOnError: (failure: ApiError) => failure.passing,
    ...settings,
  });
  const stale = data === undefined ? undefined : error?.message;
  useEffect(() => (stale === undefined ? undefined : tellStale(stale)), [stale]);
  return { data, error, loading: isLoading, again: () => void again() };
}

/** What is answered in the same way for ever. */
const LASTING = ['/api/exposures/revision', '/api/certificates/revision', '/api/fields'];

/** Asks anew for all that is shown and may have changed. */
export function refreshAll(): Promise<unknown> {
  return mutate((path) => !LASTING.some((lasting) => String(path).startsWith(lasting)));
}
