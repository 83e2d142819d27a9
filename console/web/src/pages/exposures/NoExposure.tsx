// SPDX-License-Identifier: Apache-2.0
import type { Selection } from '../../api/exposures.ts';
import { Empty } from '../../parts/Empty.tsx';
import { strings } from '../../strings.ts';

/** Why no exposure is shown. */
export function NoExposure({ selection }: { selection: Selection }) {
  const { exposures } = strings;
  return selection.filter || selection.q ? (
    <Empty title={exposures.none} hint={exposures.noneHint} />
  ) : (
    <Empty title={exposures.nothingOpen} hint={exposures.nothingOpenHint} />
  );
}
