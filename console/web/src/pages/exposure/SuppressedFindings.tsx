// SPDX-License-Identifier: Apache-2.0
import ExpandableSection from '@cloudscape-design/components/expandable-section';
import type { ExposureFinding } from '../../api/finding.ts';
import { strings } from '../../strings.ts';

type Suppressed = NonNullable<ExposureFinding['unmapped']['suppressed']>;

/** Findings that count for nothing, and may still be true. */
export function SuppressedFindings({ findings }: { findings: Suppressed }) {
  if (findings.length === 0) return null;
  return (
    <ExpandableSection
      variant="container"
      headerText={strings.exposure.suppressedFindings}
      headerCounter={`(${findings.length})`}
    >
      <ul className="bw-traits">
        {findings.map(({ uid, title, product }) => (
          <li key={uid}>
            {product}: {title ?? uid}
          </li>
        ))}
      </ul>
    </ExpandableSection>
  );
}
