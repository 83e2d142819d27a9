// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';
import { Visitor } from './visitor.ts';

interface Row {
  uid: string;
  severity: string;
  status: string;
  ticket: { id: string } | null;
}

interface Detail {
  exposure: Row;
  finding: { comment?: string; severity: string; status: string };
  reports: { what: string }[];
}

const PATIENCE = 60_000;

/** What an operator does about one exposure after the other, and what becomes of it. */
describe('an action', () => {
  let visitor: Visitor;
  let rows: Row[];
  before(async () => {
    visitor = await Visitor.come();
    const low = encodeURIComponent(
      JSON.stringify({ field: 'severity', operator: 'not-equals', value: 'Critical' }),
    );
    rows = (await visitor.ask<{ rows: Row[] }>(`/api/exposures?limit=500&filter=${low}`)).rows;
  });
  beforeEach(() => {
    visitor.faults.length = 0;
  });
  after(() => visitor.leave());

  const detail = (uid: string) =>
    visitor.ask<Detail>(`/api/exposures/detail?uid=${encodeURIComponent(uid)}`);

  async function begin(uid: string, action: string): Promise<void> {
    await visitor.open(`/exposures/${encodeURIComponent(uid)}`);
    await visitor.page.getByRole('button', { name: 'Actions' }).click();
    await visitor.page.getByRole('menuitem', { name: action }).click();
    await visitor.page.getByRole('dialog').waitFor();
  }

  async function send(action: string): Promise<void> {
    await visitor.page
      .getByRole('dialog')
      .getByRole('button', { name: action, exact: true })
      .click();
    await visitor.page.getByText(`${action}: sent`).waitFor();
  }

  async function until(uid: string, so: (detail: Detail) => boolean): Promise<void> {
    const end = Date.now() + PATIENCE;
    for (let now = await detail(uid); !so(now); now = await detail(uid)) {
      assert.ok(Date.now() < end, `nothing came of it: ${JSON.stringify(now.exposure)}`);
      await new Promise((resolve) => setTimeout(resolve, 250));
    }
  }

  test('changes the status', async () => {
    const { uid } = rows[0]!;
    await begin(uid, 'Change status');
    await visitor.page.getByRole('radio', { name: 'In Progress' }).check();
    await visitor.photograph('action-status');
    assert.deepEqual(await visitor.barriers(), []);
    await send('Change status');
    await until(uid, ({ exposure }) => exposure.status === 'In Progress');
    await visitor.page.getByText('In Progress', { exact: true }).first().waitFor();
    assert.deepEqual(visitor.faults, []);
  });

  test('changes the severity, with a reason', async () => {
    const { uid } = rows[1]!;
    await begin(uid, 'Change severity');
    await visitor.page
      .getByRole('dialog')
      .getByRole('button', { name: /Severity/ })
      .first()
      .click();
    await visitor.page.getByRole('option', { name: 'Critical' }).click();
    await visitor.page
      .getByRole('dialog')
      .getByRole('button', { name: 'Change severity', exact: true })
      .click();
    await visitor.page.getByText('Say why.').waitFor();
    await visitor.page.getByRole('textbox', { name: 'Comment' }).fill('It holds the keys.');
    await send('Change severity');
    await until(uid, ({ exposure }) => exposure.severity === 'Critical');
    assert.deepEqual(visitor.faults, []);
  });

  test('leaves a comment', async () => {
    const { uid } = rows[2]!;
    await begin(uid, 'Comment');
    await visitor.page
      .getByRole('textbox', { name: 'Comment' })
      .fill('Looking into it <b>now</b>.');
    await send('Comment');
    await until(uid, ({ finding }) => finding.comment === 'Looking into it <b>now</b>.');
    assert.deepEqual(visitor.faults, []);
  });

  test('suppresses, with a reason and an end, and ends the suppression', async () => {
    const { uid } = rows[3]!;
    await begin(uid, 'Suppress');
    await visitor.page.getByRole('textbox', { name: 'Reason' }).fill('Goes away with the move.');
    const soon = new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10);
    await visitor.page.getByRole('textbox', { name: 'Until' }).fill(soon.replaceAll('-', '/'));
    await visitor.photograph('action-suppress');
    await send('Suppress');
    await until(uid, ({ exposure }) => exposure.status === 'Suppressed');

    await begin(uid, 'End the suppression');
    await send('End the suppression');
    await until(uid, ({ exposure }) => exposure.status !== 'Suppressed');
    assert.deepEqual(visitor.faults, []);
  });

  test('makes a ticket', async () => {
    const { uid } = rows.find(({ ticket }) => ticket === null)!;
    await begin(uid, 'Create a ticket');
    await send('Create a ticket');
    await until(uid, ({ exposure }) => exposure.ticket !== null);
    assert.deepEqual(visitor.faults, []);
  });
});
