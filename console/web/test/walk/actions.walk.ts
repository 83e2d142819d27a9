// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';
import { until, Visitor } from './visitor.ts';

interface Row {
  uid: string;
  severity: string;
  open: boolean;
  episode: number;
  status: string;
  changed: string;
  ticket: { id: string; url: string } | null;
}

interface Detail {
  exposure: Row;
  finding: { comment?: string; severity: string; status: string };
  answers: { outcome: string }[];
}

/** The account that the stand-in for Jira knows. */
const STAND_IN = `Basic ${btoa('bot@example.com:token-1')}`;

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
  async function another(fits: (row: Row) => boolean = () => true): Promise<Row> {
    const mild = JSON.stringify({ field: 'severity', operator: 'not-equals', value: 'Critical' });
    const { rows } = await visitor.ask<{ rows: Row[] }>(
      `/api/exposures?limit=500&filter=${encodeURIComponent(mild)}`,
    );
    const [row] = rows
      .filter((row) => row.status === 'New' && !used.has(row.uid) && fits(row))
      .sort((one, other) => one.changed.localeCompare(other.changed));
    assert.ok(row, 'no exposure is left');
    used.add(row.uid);
    return row;
  }

  /** Does something about an exposure; about another one where findings move it meanwhile. */
  async function toSome(
    act: (uid: string) => Promise<void>,
    fits?: (row: Row) => boolean,
  ): Promise<void> {
    for (;;) {
      const { uid, episode, severity } = await another(fits);
      try {
        return await act(uid);
      } catch (failure) {
        const { exposure: now } = await detail(uid);
        if (now.open && now.episode === episode && now.severity === severity) throw failure;
        visitor.faults.length = 0;
      }
    }
  }

  /** What was said on a ticket, as the stand-in for Jira of `local` has it. */
  async function commentsOn(ticket: { id: string; url: string }): Promise<string> {
    const issue = new URL(`/rest/api/3/issue/${ticket.id}?fields=comment`, ticket.url);
    const answer = await fetch(issue, { headers: { Authorization: STAND_IN } });
    assert.equal(answer.status, 200);
    return JSON.stringify(((await answer.json()) as { fields: unknown }).fields);
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

  async function becomes(
    uid: string,
    so: (detail: Detail) => boolean | Promise<boolean>,
  ): Promise<void> {
    let now: Detail;
    await until(
      async () => {
        now = await detail(uid);
        assert.ok(now.exposure.open, `it has closed: ${uid}`);
        return so(now);
      },
      () => `nothing came of it: ${JSON.stringify(now.exposure)}`,
    );
  }

  test('changes the status', () =>
    toSome(async (uid) => {
      await begin(uid, 'Change status');
      await visitor.page.getByRole('radio', { name: 'In Progress' }).check();
      await visitor.photograph('action-status');
      assert.deepEqual(await visitor.barriers(), []);
      await send('Change status');
      await becomes(
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
      await becomes(uid, ({ exposure }) => exposure.severity === 'Critical');
      assert.deepEqual(visitor.faults, []);
    }));

  test('leaves a comment', () =>
    toSome(async (uid) => {
      await begin(uid, 'Comment');
      await visitor.page
        .getByRole('textbox', { name: 'Comment' })
        .fill('Looking into it <b>now</b>.');
      await send('Comment');
      await becomes(uid, ({ finding }) => finding.comment === 'Looking into it <b>now</b>.');
      assert.deepEqual(visitor.faults, []);
    }));

  test('asks for a ticket, which is there then and told what people say', () =>
    toSome(
      async (uid) => {
        await begin(uid, 'Create a ticket');
        await visitor.page
          .getByRole('textbox', { name: 'Comment' })
          .fill('For the <b>network</b> team.');
        await visitor.photograph('action-ticket');
        assert.deepEqual(await visitor.barriers(), []);
        await send('Create a ticket');
        await becomes(uid, ({ exposure }) => exposure.ticket !== null);
        const { ticket } = (await detail(uid)).exposure;
        assert.ok(ticket);
        await visitor.page.getByRole('link', { name: ticket.id }).first().waitFor();
        await visitor.page.getByText('A ticket was asked for').waitFor();
        await visitor.photograph('action-ticket-there');
        await visitor.page.getByRole('button', { name: 'Actions' }).click();
        await visitor.page.getByRole('menuitem', { name: 'Comment' }).waitFor();
        assert.equal(
          await visitor.page.getByRole('menuitem', { name: 'Create a ticket' }).count(),
          0,
        );

        await begin(uid, 'Comment');
        await visitor.page.getByRole('textbox', { name: 'Comment' }).fill('They are at it.');
        await send('Comment');
        await becomes(uid, async () => {
          const said = await commentsOn(ticket);
          return said.includes('For the <b>network</b> team.') && said.includes('They are at it.');
        });
        assert.deepEqual(visitor.faults, []);
      },
      ({ ticket }) => ticket === null,
    ));

  test('suppresses, with a reason and an end, and ends the suppression', () =>
    toSome(async (uid) => {
      await begin(uid, 'Suppress');
      await visitor.page.getByRole('textbox', { name: 'Reason' }).fill('Goes away with the move.');
      const soon = new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10);
      await visitor.page.getByRole('textbox', { name: 'Until' }).fill(soon.replaceAll('-', '/'));
      await visitor.photograph('action-suppress');
      await send('Suppress');
      await becomes(uid, ({ exposure }) => exposure.status === 'Suppressed');

      await begin(uid, 'End the suppression');
      await send('End the suppression');
      await becomes(uid, ({ exposure }) => exposure.status !== 'Suppressed');
      assert.deepEqual(visitor.faults, []);
    }));
});
