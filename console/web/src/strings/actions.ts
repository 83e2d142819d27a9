// SPDX-License-Identifier: Apache-2.0

export const actions = {
  menu: 'Actions',
  names: {
    status: 'Change status',
    severity: 'Change severity',
    comment: 'Comment',
    suppress: 'Suppress',
    unsuppress: 'End the suppression',
    ticket: 'Create a ticket',
  },
  viewer: 'Your role may look, not act.',
  noStream: 'This server has no control stream to write actions to.',
  notOpen: 'The exposure is closed.',
  status: 'Status',
  statuses: { 1: 'New', 2: 'In Progress' } as Record<number, string>,
  severity: 'Severity',
  severityNow: (severity: string) => `Now ${severity}. Yours holds until it becomes more severe.`,
  comment: 'Comment',
  commentOptional: 'Comment, optional',
  commentHint: 'Up to 512 characters.',
  reason: 'Reason',
  reasonHint: 'Why the exposure is acceptable for now. Up to 512 characters.',
  until: 'Until',
  untilHint: 'The last day of the suppression, in UTC. After it the exposure counts again.',
  datePlaceholder: 'YYYY/MM/DD',
  cancel: 'Cancel',
  missing: {
    comment: 'Say why.',
    reason: 'Give a reason.',
    until: 'Choose a day that is to come.',
    severity: 'Choose another severity.',
    status: 'Choose another status.',
  },
  tooLong: 'That is longer than 512 characters.',
  sent: (name: string) => `${name}: sent`,
  sentHint: 'The exposure shows what the job makes of it.',
  refused: (name: string) => `${name}: refused`,
  pending: (name: string) => `${name}: waiting for the job`,
  unheld: (name: string, outcome: string, why: string) =>
    `“${name}” ${UNHELD[outcome] ?? outcome}: ${why}.`,
};

const UNHELD: Record<string, string> = {
  refused: 'was refused',
  stale: 'does not hold',
  unknown: 'found no open exposure',
};
