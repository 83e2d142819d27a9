// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';
import { Visitor } from './visitor.ts';

interface Row {
  uid: string;
  severity: string;
  open: boolean;
  episode: number;
  status: string;
  changed: string;
}

interface Detail {
  exposure: Row;
  finding: { comment?: string; severity: string; status: string };
  answers: { outcome: string }[];
}

const PATIENCE = 20_000;

/** What an operator does about one exposure after the other, and what becomes of it. */
describe('an action', () => {
  let visitor: Visitor;
  const used = new Set<string>();
  before(async () => {
    visitor = await Visitor.come();
  });
  beforeEach(() => {
    visitor.faults.length = 0;
  });
  after(() => visitor.leave());

  const detail = (uid: string) =>
    visitor.ask<Detail>(`/api/exposures/detail?uid=${encodeURIComponent(uid)}`);

  /** An open exposure that nothing was done about yet, of those that have stood still for longest. */
  async function another(): Promise<Row> {
    const mild = JSON.stringify({ field: 'severity', operator: 'not-equals', value: 'Critical' });
    const { rows } = await visitor.ask<{ rows: Row[] }>(
      `/api/exposures?limit=500&filter=${encodeURIComponent(mild)}`,
    );
    const [row] = rows
      .filter(({ uid, status }) => status === 'New' && !used.has(uid))
      .sort((one, other) => one.changed.localeCompare(other.changed));
    assert.ok(row, 'no exposure is left');
    used.add(row.uid);
    return row;
  }

  /** Does something about an exposure; about another one where findings move it meanwhile. */
  async function toSome(act: (uid: string) => Promise<void>): Promise<void> {
    for (;;) {
      const { uid, episode, severity } = await another();
      try {
        return await act(uid);
      } catch (failure) {
        const { exposure: now } = await detail(uid);
        if (now.open && now.episode === episode && now.severity === severity) throw failure;
        visitor.faults.length = 0;
      }
    }
  }

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
    await visitor.page
      .locator('.bw-standing')
      .getByText('waiting for the job')
      .waitFor({ state: 'detached' });
  }

  async function until(uid: string, so: (detail: Detail) => boolean): Promise<void> {
    const end = Date.now() + PATIENCE;
    for (let now = await detail(uid); !so(now); now = await detail(uid)) {
      assert.ok(
        now.exposure.open && Date.now() < end,
        `nothing came of it: ${JSON.stringify(now.exposure)}`,
      );
      await new Promise((resolve) => setTimeout(resolve, 250));
    }
  }

  test('changes the status', () =>
    toSome(async (uid) => {
      await begin(uid, 'Change status');
      await visitor.page.getByRole('radio', { name: 'In Progress' }).check();
      await visitor.photograph('action-status');
      assert.deepEqual(await visitor.barriers(), []);
      await send('Change status');
      await until(
        uid,
        ({ exposure, answers }) =>
          exposure.status === 'In Progress' && answers[0]?.outcome === 'applied',
      );
      await visitor.page.getByText('In Progress', { exact: true }).first().waitFor();
      assert.deepEqual(visitor.faults, []);
    }));

  test('changes the severity, with a reason', () =>
    toSome(async (uid) => {
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
    }));

  test('leaves a comment', () =>
    toSome(async (uid) => {
      await begin(uid, 'Comment');
      await visitor.page
        .getByRole('textbox', { name: 'Comment' })
        .fill('Looking into it <b>now</b>.');
      await send('Comment');
      await until(uid, ({ finding }) => finding.comment === 'Looking into it <b>now</b>.');
      assert.deepEqual(visitor.faults, []);
    }));

  test('suppresses, with a reason and an end, and ends the suppression', () =>
    toSome(async (uid) => {
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
    }));
});
