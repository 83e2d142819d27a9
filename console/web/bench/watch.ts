// SPDX-License-Identifier: Apache-2.0

/** What a page was seen to do; times in milliseconds since the address was entered. */
export interface Seen {
  /** The first of the page's content was painted, be it the frame only. */
  painted?: number;
  /** What the page is for is there, and nothing on it is loading. */
  shown?: number;
  /** Since then no task has kept the browser for more than 50 ms, for at least 200 ms. */
  rested?: number;
  /** How long a click took until what it opens was there. */
  answer?: number;
}

declare global {
  interface Window {
    seen?: Seen;
  }
}

/**
 * Watches a page from before it does anything. It runs in the page and has to stand alone: it names no
 * function, as tsx would wrap that with one of its own.
 */
export function watch({ content, rest }: { content: string; rest: number }): void {
  const seen: Seen = {};
  window.seen = seen;
  let lastBusy = 0;
  let clicked: number | undefined;

  new PerformanceObserver((list) => {
    for (const { name, startTime } of list.getEntries()) {
      if (name === 'first-contentful-paint') seen.painted = startTime;
    }
  }).observe({ type: 'paint', buffered: true });

  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) {
      lastBusy = Math.max(lastBusy, startTime + duration);
    }
  }).observe({ type: 'longtask', buffered: true });

  window.addEventListener('pointerdown', (event) => (clicked = event.timeStamp), true);

  void (async () => {
    while (seen.answer === undefined) {
      const now = await new Promise<number>(requestAnimationFrame);
      if (seen.shown === undefined) {
        const loading = '[class*="awsui_status-loading"], [aria-busy="true"]';
        if (document.querySelector(content) && !document.querySelector(loading)) seen.shown = now;
      } else if (seen.rested === undefined) {
        const since = Math.max(seen.shown, lastBusy);
        if (now - since >= rest) seen.rested = since;
      } else if (clicked !== undefined && document.querySelector('[role="menuitemcheckbox"]')) {
        seen.answer = performance.now() - clicked;
      }
    }
  })();
}
