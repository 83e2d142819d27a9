// SPDX-License-Identifier: Apache-2.0
import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react';
import { type Change, follow, type LiveState } from '../api/live.ts';
import { refreshAll } from '../api/use-query.ts';

interface Live {
  state: LiveState;
  /** Critical exposures that have opened since somebody last looked. */
  critical: Change[];
  seen: () => void;
}

const LiveContext = createContext<Live>({ state: 'connecting', critical: [], seen: () => {} });

/** However much changes, what is shown is asked for anew only so often. */
const REFRESH_EVERY = 1500;

export function LiveUpdates({ children }: { children: ReactNode }) {
  const [state, setState] = useState<LiveState>('connecting');
  const [critical, setCritical] = useState<Change[]>([]);

  useEffect(() => {
    let timer: number | undefined;
    const refreshSoon = () => {
      timer ??= window.setTimeout(() => {
        timer = undefined;
        void refreshAll();
      }, REFRESH_EVERY);
    };
    const stop = follow({
      onState: setState,
      onChanges: (changes) => {
        setCritical((before) => withNewCritical(before, changes));
        refreshSoon();
      },
    });
    return () => {
      window.clearTimeout(timer);
      stop();
    };
  }, []);

  const live = useMemo(() => ({ state, critical, seen: () => setCritical([]) }), [state, critical]);
  return <LiveContext.Provider value={live}>{children}</LiveContext.Provider>;
}

export function useLive(): Live {
  return useContext(LiveContext);
}

function withNewCritical(before: Change[], changes: Change[]): Change[] {
  const added = changes.filter(isNewCritical);
  if (added.length === 0) return before;
  const uids = new Set(added.map((change) => change.uid));
  return [...before.filter((change) => !uids.has(change.uid)), ...added];
}

function isNewCritical({ kind, what, severity }: Change): boolean {
  return kind === 'exposure' && what === 'created' && severity === 'Critical';
}
