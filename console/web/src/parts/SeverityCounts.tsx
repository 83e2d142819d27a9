// SPDX-License-Identifier: Apache-2.0
import { type BySeverity, severities } from '../api/severity.ts';
import { strings } from '../strings.ts';
import { count } from './format.ts';

/** How many of each severity: a line of numbers, each with its first letter and colour. */
export function SeverityCounts({ counts }: { counts: BySeverity }) {
  const given = severities.filter((severity) => (counts[severity] ?? 0) > 0);
  return (
    <ul className="bw-counts" aria-label={strings.parts.severityCounts}>
      {given.map((severity) => (
        <li key={severity} className={`bw-count bw-${severity.toLowerCase()}`} title={severity}>
          <span aria-hidden="true">{severity.charAt(0)}</span>
          <span className="bw-hidden">{severity}</span> {count(counts[severity] ?? 0)}
        </li>
      ))}
    </ul>
  );
}
