// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { actionOf, atFirst, faultsOf, offered } from '../../src/actions/forms.ts';
import type { ExposureRow } from '../../src/api/exposures.ts';

const TODAY = '2026-11-03';

const exposure = {
  uid: 'exposure-6424c020b828ee6eea9926dd56db2f36',
  severity: 'Critical',
  status: 'New',
  ticket: null,
  resource: {
    uid: 'arn:aws:ec2:eu-central-1:111122223333:instance/i-0aa11bb22cc33dd44',
    name: 'i-0aa11bb22cc33dd44',
    type: 'AWS::EC2::Instance',
  },
} as ExposureRow;

const filled = (changes = {}) => ({ ...atFirst(exposure), ...changes });
const faults = (name: Parameters<typeof faultsOf>[0], changes = {}) =>
  Object.keys(faultsOf(name, filled(changes), exposure, TODAY));

describe('what people fill in', () => {
  it('a suppression needs a reason, and a day that is not over', () => {
    assert.deepEqual(faults('suppress'), ['reason', 'until']);
    assert.deepEqual(faults('suppress', { reason: 'accepted', until: '2026-11-02' }), ['until']);
    assert.deepEqual(faults('suppress', { reason: 'accepted', until: TODAY }), []);
  });

  it('another severity needs a comment, and has to be another', () => {
    assert.deepEqual(faults('severity'), ['comment', 'severity']);
    assert.deepEqual(faults('severity', { severity: 'Low', comment: 'behind a wall' }), []);
  });

  it('a comment of spaces is none, one that is too long is refused', () => {
    assert.deepEqual(faults('comment', { comment: '   ' }), ['comment']);
    assert.deepEqual(faults('comment', { comment: 'x'.repeat(513) }), ['comment']);
    assert.deepEqual(faults('comment', { comment: 'x'.repeat(512) }), []);
  });

  it('a status needs no comment', () => {
    assert.deepEqual(faults('status'), []);
  });
});

describe('what is offered', () => {
  it('a ticket, while there is none', () => {
    const ticket = { target: 'jira', id: 'SEC-1', url: 'https://example.com/SEC-1', status: '' };

    assert.ok(offered(exposure).includes('ticket'));
    assert.ok(!offered({ ...exposure, ticket }).includes('ticket'));
  });

  it('to suppress, or to end the suppression, which has a ticket wait', () => {
    const suppressed = { ...exposure, status: 'Suppressed' };

    assert.ok(offered(exposure).includes('suppress'));
    assert.deepEqual(offered(suppressed), ['status', 'severity', 'comment', 'unsuppress']);
  });
});

describe('the action that is sent', () => {
  const of = { exposure: exposure.uid, seen: 5 };

  it('a suppression ends with its last day', () => {
    const action = actionOf('suppress', filled({ reason: ' why ', until: '2027-01-31' }), exposure);

    assert.deepEqual(action, {
      action: 'suppress',
      ...of,
      reason: 'why',
      until: '2027-01-31T23:59:59Z',
    });
  });

  it('a status is offered as the one that it has not, without an empty comment', () => {
    assert.deepEqual(actionOf('status', filled(), exposure), {
      action: 'status',
      ...of,
      status_id: 2,
    });
  });

  it('a ticket is asked for with what somebody says to it', () => {
    const action = actionOf('ticket', filled({ comment: ' For the network team. ' }), exposure);

    assert.deepEqual(action, { action: 'ticket', ...of, comment: 'For the network team.' });
  });

  it('a severity is sent as a number, with why', () => {
    const action = actionOf('severity', filled({ severity: 'Low', comment: 'why' }), exposure);

    assert.deepEqual(action, { action: 'severity', ...of, severity_id: 2, comment: 'why' });
  });
});
