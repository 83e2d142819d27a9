// SPDX-License-Identifier: Apache-2.0
// What people fill in for each action, and the action that it makes.
import type { Action, ActionName } from '../api/actions.ts';
import type { ExposureRow } from '../api/exposures.ts';
import { severityId } from '../api/severity.ts';
import { strings } from '../strings.ts';

export interface Filled {
  status: number;
  severity: string;
  comment: string;
  reason: string;
  /** A day such as 2027-01-31; empty when none is chosen. */
  until: string;
}

export type Faults = Partial<Record<keyof Filled, string>>;

const LONGEST = 512;
const { missing, tooLong } = strings.actions;

/** Which fields an action has, in the order in which they are asked for. */
export const fieldsOf: Record<ActionName, (keyof Filled)[]> = {
  status: ['status', 'comment'],
  severity: ['severity', 'comment'],
  comment: ['comment'],
  suppress: ['reason', 'until'],
  unsuppress: ['comment'],
  ticket: ['comment'],
};

const ALWAYS: readonly ActionName[] = ['status', 'severity', 'comment'];

/** What may be done about an exposure as it is. */
export function offered({ status, ticket }: ExposureRow): ActionName[] {
  if (status === 'Suppressed') return [...ALWAYS, 'unsuppress'];
  return ticket ? [...ALWAYS, 'suppress'] : [...ALWAYS, 'suppress', 'ticket'];
}

const COMMENT_NEEDED: readonly ActionName[] = ['severity', 'comment'];

export function needsComment(action: ActionName): boolean {
  return COMMENT_NEEDED.includes(action);
}

export function atFirst(exposure: ExposureRow): Filled {
  return {
    status: exposure.status === 'In Progress' ? 1 : 2,
    severity: exposure.severity,
    comment: '',
    reason: '',
    until: '',
  };
}

/** What is missing or wrong; nothing when the action can be sent. `today` is a day in UTC. */
export function faultsOf(
  action: ActionName,
  filled: Filled,
  exposure: ExposureRow,
  today: string,
): Faults {
  const faults: Faults = {};
  const asked = fieldsOf[action];
  if (asked.includes('comment')) {
    if (filled.comment.trim().length > LONGEST) faults.comment = tooLong;
    else if (needsComment(action) && filled.comment.trim() === '') faults.comment = missing.comment;
  }
  if (asked.includes('reason')) {
    if (filled.reason.trim() === '') faults.reason = missing.reason;
    else if (filled.reason.trim().length > LONGEST) faults.reason = tooLong;
  }
  if (asked.includes('until') && filled.until < today) faults.until = missing.until;
  if (asked.includes('severity') && filled.severity === exposure.severity) {
    faults.severity = missing.severity;
  }
  return faults;
}

export function actionOf(name: ActionName, filled: Filled, exposure: ExposureRow): Action {
  const of = {
    exposure: exposure.uid,
    seen: severityId(exposure.severity),
  };
  const comment = filled.comment.trim();
  const said = comment === '' ? {} : { comment };
  switch (name) {
    case 'status':
      return { action: name, ...of, status_id: filled.status, ...said };
    case 'severity':
      return { action: name, ...of, severity_id: severityId(filled.severity), comment };
    case 'comment':
      return { action: name, ...of, comment };
    case 'suppress':
      return {
        action: name,
        ...of,
        reason: filled.reason.trim(),
        until: `${filled.until}T23:59:59Z`,
      };
    case 'unsuppress':
    case 'ticket':
      return { action: name, ...of, ...said };
  }
}
