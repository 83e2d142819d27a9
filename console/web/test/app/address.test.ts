// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { changed } from '../../src/app/use-address.ts';

describe('the address', () => {
  it('what is changed is written, and the rest stays', () => {
    assert.equal(
      changed('/exposures', '?q=web&by=severity', { q: 'db' }),
      '/exposures?q=db&by=severity',
    );
  });

  it('what is taken away is not there any more', () => {
    assert.equal(changed('/exposures', '?q=web', { q: undefined }), '/exposures');
    assert.equal(changed('/exposures', '?q=web&by=severity', { q: '' }), '/exposures?by=severity');
  });
});
