// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { ExposureRow } from '../../src/api/exposures.ts';
import { byRole } from '../../src/pages/resources/by-role.ts';

function exposure(uid: string, some: Partial<ExposureRow>): ExposureRow {
  return {
    uid,
    open: true,
    severity: 'Low',
    changed: '2026-11-01T00:00:00Z',
    ...some,
  } as ExposureRow;
}

describe('the exposures of a resource', () => {
  it('come by what it is in them, to be exposed first, what is unknown last', () => {
    const roles = byRole(
      ['Affected', 'Observer', 'Target', 'Related'].map((role) => ({
        role,
        exposure: exposure(role, {}),
      })),
    );

    assert.deepEqual(
      roles.map(({ role }) => role),
      ['Target', 'Related', 'Affected', 'Observer'],
    );
  });

  it('within a role the open ones come first, then the most severe, then the latest', () => {
    const some = [
      exposure('closed', { open: false, severity: 'Critical' }),
      exposure('older', { severity: 'High' }),
      exposure('low', {}),
      exposure('newer', { severity: 'High', changed: '2026-11-02T00:00:00Z' }),
    ];

    const [target] = byRole(some.map((one) => ({ role: 'Target', exposure: one })));

    assert.deepEqual(
      target?.exposures.map(({ uid }) => uid),
      ['newer', 'older', 'low', 'closed'],
    );
  });
});
