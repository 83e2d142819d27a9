// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { equals } from '../../src/api/filter.ts';
import { paths } from '../../src/app/paths.ts';
import { viewOf } from '../../src/pages/exposures/view.ts';

const viewAt = (address: string) => viewOf(new URL(address, 'http://localhost').searchParams);

describe('the view of exposures in the address', () => {
  it('without anything it is what is open, by title', () => {
    assert.deepEqual(viewAt('/exposures'), {
      state: 'open',
      q: '',
      filter: undefined,
      unreadable: false,
      by: 'finding_info.title',
      then: 'none',
      show: null,
    });
  });

  it('a link of another page is read as it was meant', () => {
    const filter = equals('finding_info.title', 'Potential Data Theft: a & b = "c"');

    const view = viewAt(paths.exposures({ filter, state: 'closed', q: 'web 1' }));

    assert.deepEqual(view.filter, filter);
    assert.equal(view.state, 'closed');
    assert.equal(view.q, 'web 1');
  });

  for (const written of ['{', '{"field":"severity"}', '{"all":[1]}', 'null']) {
    it(`the filter ${written} is not taken for none`, () => {
      const view = viewAt(`/exposures?filter=${encodeURIComponent(written)}`);

      assert.equal(view.unreadable, true);
      assert.equal(view.filter, undefined);
    });
  }

  it('a state that there is not is what is open', () => {
    assert.equal(viewAt('/exposures?state=lost').state, 'open');
  });
});
