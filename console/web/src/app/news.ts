// SPDX-License-Identifier: Apache-2.0
import type { Change } from '../api/live.ts';

/** Critical exposures that nobody has looked at yet, once these changes are known as well. */
export function withChanges(news: readonly Change[], changes: readonly Change[]): Change[] {
  const unseen = new Map(news.map((change) => [change.uid, change]));
  for (const change of changes) {
    if (isNewCritical(change)) unseen.set(change.uid, change);
    else if (change.what === 'closed') unseen.delete(change.uid);
  }
  return [...unseen.values()];
}

function isNewCritical({ kind, what, severity }: Change): boolean {
  return kind === 'exposure' && what === 'created' && severity === 'Critical';
}
