// SPDX-License-Identifier: Apache-2.0
import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react';
import { type Change, follow, type LiveState } from '../api/live.ts';
import { refreshAll } from '../api/use-query.ts';
import { withChanges } from './news.ts';
import { whenVisible } from './when-visible.ts';

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
    let callOff = () => {};
    const refreshSoon = () => {
      timer ??= window.setTimeout(() => {
        callOff = whenVisible(() => {
          timer = undefined;
          void refreshAll();
        });
      }, REFRESH_EVERY);
    };
    const stop = follow({
      onState: setState,
      onChanges: (changes) => {
        setCritical((before) => withChanges(before, changes));
        refreshSoon();
      },
    });
    return () => {
      window.clearTimeout(timer);
      callOff();
      stop();
    };
  }, []);

  const live = useMemo(() => ({ state, critical, seen: () => setCritical([]) }), [state, critical]);
  return <LiveContext.Provider value={live}>{children}</LiveContext.Provider>;
}

export function useLive(): Live {
  return useContext(LiveContext);
}
