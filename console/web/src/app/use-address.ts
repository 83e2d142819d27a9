// SPDX-License-Identifier: Apache-2.0
import { useCallback, useMemo } from 'react';
import { useSearch } from 'wouter';
import { navigate } from 'wouter/use-browser-location';

type Changes = Record<string, string | undefined>;

/**
 * What of the page stands behind `?` in the address, and how to change some of it. A change is a step that
 * "back" takes back, unless it says otherwise.
 */
export function useAddress(): [
  URLSearchParams,
  (changes: Changes, how?: { replace?: boolean }) => void,
] {
  const search = useSearch();
  const values = useMemo(() => new URLSearchParams(search), [search]);
  const change = useCallback((changes: Changes, how?: { replace?: boolean }) => {
    navigate(changed(window.location.pathname, window.location.search, changes), how);
  }, []);
  return [values, change];
}

export function changed(pathname: string, search: string, changes: Changes): string {
  const values = new URLSearchParams(search);
  for (const [name, value] of Object.entries(changes)) {
    if (value === undefined || value === '') values.delete(name);
    else values.set(name, value);
  }
  const rest = values.toString();
  return rest === '' ? pathname : `${pathname}?${rest}`;
}
