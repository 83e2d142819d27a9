// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Filter } from '../../src/api/filter.ts';
import { filterOf, queryOf } from '../../src/pages/exposures/property-query.ts';

const critical: Filter = { field: 'severity', operator: 'equals', value: 'Critical' };
const high: Filter = { field: 'severity', operator: 'equals', value: 'High' };
const recent: Filter = {
  field: 'finding_info.created_time_dt',
  operator: 'after',
  value: '-7d',
};

describe('a filter as tokens', () => {
  const filters: Record<string, Filter> = {
    'one condition': critical,
    'all of several': { all: [critical, recent] },
    'any of several fields': { any: [critical, recent] },
    'any of one field': { any: [critical, high] },
    'any within all': { all: [{ any: [critical, high] }, recent] },
  };
  for (const [name, filter] of Object.entries(filters)) {
    it(`${name} comes back as it was`, () => {
      const query = queryOf(filter, '');

      assert.ok(query);
      assert.deepEqual(filterOf(query), { filter, q: '' });
    });
  }

  it('any of one field is a group of its own, beside which more can be asked for', () => {
    const query = queryOf({ any: [critical, high] }, '');

    assert.equal(query?.operation, 'and');
    assert.equal(query?.tokenGroups?.length, 1);
  });

  it('words are tokens without a property, and come back as words', () => {
    const query = queryOf(critical, 'web  server');

    assert.ok(query);
    assert.deepEqual(filterOf(query), { filter: critical, q: 'web server' });
  });

  it('nothing asked for is nothing', () => {
    const query = queryOf(undefined, '');

    assert.ok(query);
    assert.deepEqual(filterOf(query), { filter: undefined, q: '' });
  });

  it('what is nested more deeply cannot be shown', () => {
    const deep: Filter = { all: [{ any: [critical, { all: [high, recent] }] }, recent] };

    assert.equal(queryOf(deep, ''), undefined);
  });

  it('words beside any of several cannot be shown, as they would be one of these', () => {
    assert.equal(queryOf({ any: [critical, recent] }, 'web'), undefined);
  });
});
