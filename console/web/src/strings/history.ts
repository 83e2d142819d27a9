// SPDX-License-Identifier: Apache-2.0

export const history = {
  noRevisions: 'No revision is kept',
  revisions: 'Revisions',
  revisionOf: (time: string, activity: string, severity: string) =>
    `${time} – ${activity}, ${severity}`,
  from: 'From',
  to: 'To',
  compare: 'What changed',
  same: 'The two revisions say the same',
  onlyOne: 'There is one revision. What changes shows here when the next one comes.',
  when: 'When',
  activity: 'Activity',
  outcomes: 'Taken as',
  activities: { CREATE: 'Opened', UPDATE: 'Changed', CLOSE: 'Closed' } as Record<string, string>,
  outcomeNames: {
    opened: 'Opened',
    changed: 'Changed',
    closed: 'Closed',
    duplicate: 'Said before',
    'not-held': 'Closes what was not open',
    older: 'Older than what is shown',
    'replay-apart': 'Replay, in the history only',
  } as Record<string, string>,
  severity: 'Severity',
  added: 'Added',
  removed: 'Removed',
};
