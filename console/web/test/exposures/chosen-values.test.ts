// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Filter } from '../../src/api/filter.ts';
import { chosenValues, withChosenValues } from '../../src/pages/exposures/chosen-values.ts';

const critical: Filter = { field: 'severity', operator: 'equals', value: 'Critical' };
const high: Filter = { field: 'severity', operator: 'equals', value: 'High' };
const account: Filter = {
  field: 'cloud.account.uid',
  operator: 'equals',
  value: '111122223333',
};

describe('quick filters', () => {
  it('a first value is one condition', () => {
    assert.deepEqual(withChosenValues(undefined, 'severity', ['Critical']), critical);
  });

  it('several values are any of them', () => {
    assert.deepEqual(withChosenValues(critical, 'severity', ['Critical', 'High']), {
      any: [critical, high],
    });
  });

  it('values of another field are asked for beside', () => {
    assert.deepEqual(withChosenValues(critical, 'cloud.account.uid', ['111122223333']), {
      all: [critical, account],
    });
  });

  it('what else the filter says stays when the values go', () => {
    const filter: Filter = { all: [{ any: [critical, high] }, account] };

    assert.deepEqual(withChosenValues(filter, 'severity', []), account);
    assert.equal(withChosenValues(account, 'cloud.account.uid', []), undefined);
  });

  it('the values that a filter asks for are found at its top only', () => {
    assert.deepEqual(chosenValues({ all: [{ any: [critical, high] }, account] }, 'severity'), [
      'Critical',
      'High',
    ]);
    assert.deepEqual(chosenValues({ any: [critical, account] }, 'severity'), []);
  });

  it('a condition that asks for something else than equality is none of them', () => {
    const not: Filter = { field: 'severity', operator: 'not-equals', value: 'Low' };

    assert.deepEqual(chosenValues(not, 'severity'), []);
    assert.deepEqual(withChosenValues(not, 'severity', ['High']), { all: [not, high] });
  });
});
