// SPDX-License-Identifier: Apache-2.0
// What the job said to actions, and what of them did not hold.
import type { ActionName } from '../api/actions.ts';
import type { ActionAnswer } from '../api/exposures.ts';
import { strings } from '../strings.ts';

const HOLDS = new Set(['applied', 'unchanged']);

/** Whether what was decided holds since: an action may be answered several times. */
export function holds(action: string, answers: readonly ActionAnswer[]): boolean {
  return answers.some(({ uid, outcome }) => uid === action && HOLDS.has(outcome));
}

/** The last answer to each action that never held, the latest first. */
export function unheld(answers: readonly ActionAnswer[]): ActionAnswer[] {
  const seen = new Set<string>();
  return answers.filter(({ uid }) => {
    const isFirst = !seen.has(uid);
    seen.add(uid);
    return isFirst && !holds(uid, answers);
  });
}

/** Why what was decided does not hold, as a sentence. */
export function saidOf({ action, outcome, detail }: ActionAnswer): string {
  const name = strings.actions.names[action as ActionName] ?? action;
  return strings.actions.unheld(name, outcome, detail);
}
