// SPDX-License-Identifier: Apache-2.0
import type { ExposureDetail } from '../../api/exposures.ts';
import type { ExposureFinding } from '../../api/finding.ts';
import { useRevision } from '../../api/revisions.ts';

/** Outcomes of revisions after which the exposure was open and said to be so. */
const SHOWED = ['opened', 'changed'];

/**
 * The finding that says what the exposure is made of. A close says only why it is over: then it is the last
 * revision before it.
 */
export function useEvidence({ exposure, finding, revisions }: ExposureDetail): ExposureFinding {
  const before = exposure.open
    ? undefined
    : revisions.find(({ outcome }) => SHOWED.includes(outcome));
  const { data } = useRevision<ExposureFinding>(
    'exposures',
    exposure.uid,
    before?.sequence ?? null,
  );
  return data ?? finding;
}
