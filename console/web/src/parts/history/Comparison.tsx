// SPDX-License-Identifier: Apache-2.0
import { useRevision } from '../../api/revisions.ts';
import { Answer } from '../Answer.tsx';
import type { Difference } from './difference.ts';
import { Differences } from './Differences.tsx';

/** How revisions of one sort of finding are told apart. */
export interface Compared<Finding, Aspect extends string> {
  kind: 'exposures' | 'certificates';
  names: Record<Aspect, string>;
  differences: (before: Finding, after: Finding) => Difference<Aspect>[];
}

interface ComparisonProps<Finding, Aspect extends string> {
  of: Compared<Finding, Aspect>;
  uid: string;
  from: string;
  to: string;
}

/** What the one revision says otherwise than the other. */
export function Comparison<Finding, Aspect extends string>({
  of: { kind, names, differences },
  uid,
  from,
  to,
}: ComparisonProps<Finding, Aspect>) {
  const before = useRevision<Finding>(kind, uid, from);
  const after = useRevision<Finding>(kind, uid, to);
  return (
    <Answer query={before}>
      {(earlier) => (
        <Answer query={after}>
          {(later) => <Differences found={differences(earlier, later)} names={names} />}
        </Answer>
      )}
    </Answer>
  );
}
