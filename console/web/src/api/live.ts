// SPDX-License-Identifier: Apache-2.0

export interface Change {
  change: number;
  kind: 'exposure' | 'certificate';
  what: 'created' | 'updated' | 'closed';
  uid: string;
  title: string;
  severity: string;
  account: string;
  at: string;
}

export type LiveState = 'connecting' | 'live' | 'lost';

export interface LiveListener {
  onState: (state: LiveState) => void;
  /** Something has changed; without `changes` nobody knows what. */
  onChanges: (changes: Change[]) => void;
}

const FIRST_RETRY = 1000;
const LAST_RETRY = 30_000;

/** Follows the stream of changes until it is told to end, and goes on where it was after a break. */
export function follow(listener: LiveListener): () => void {
  let seen: number | undefined;
  let retry = FIRST_RETRY;
  let source: EventSource;
  let timer: number | undefined;

  const connect = () => {
    source = new EventSource('/api/stream' + (seen === undefined ? '' : `?after=${seen}`));
    source.addEventListener('ready', (event) => heard(event));
    source.addEventListener('resync', (event) => {
      heard(event);
      listener.onChanges([]);
    });
    source.addEventListener('changes', (event) => {
      const { changes } = heard(event);
      listener.onChanges(changes ?? []);
    });
    source.onerror = () => {
      listener.onState('lost');
      // The browser connects again by itself, unless the server has refused.
      if (source.readyState !== EventSource.CLOSED) return;
      timer = window.setTimeout(connect, retry);
      retry = Math.min(retry * 2, LAST_RETRY);
    };
  };

  const heard = (event: MessageEvent<string>) => {
    const message = JSON.parse(event.data) as { change: number; changes?: Change[] };
    seen = message.change;
    retry = FIRST_RETRY;
    listener.onState('live');
    return message;
  };

  listener.onState('connecting');
  connect();
  return () => {
    window.clearTimeout(timer);
    source.close();
  };
}
