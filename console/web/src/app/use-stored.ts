// SPDX-License-Identifier: Apache-2.0
import { useCallback, useState } from 'react';

/** A value that this browser keeps. What cannot be read counts as not kept. */
export function useStored<T>(key: string, atFirst: T): [T, (value: T) => void] {
  const [value, setValue] = useState<T>(() => read(key) ?? atFirst);
  const store = useCallback(
    (changed: T) => {
      localStorage.setItem(key, JSON.stringify(changed));
      setValue(changed);
    },
    [key],
  );
  return [value, store];
}

function read<T>(key: string): T | undefined {
  try {
    return (JSON.parse(localStorage.getItem(key) ?? 'null') as T | null) ?? undefined;
  } catch {
    return undefined;
  }
}
