// SPDX-License-Identifier: Apache-2.0
import Link from '@cloudscape-design/components/link';
import { equals, field } from '../../api/filter.ts';
import { exposureSeverities } from '../../api/severity.ts';
import { useRisks } from '../../api/summary.ts';
import { paths } from '../../app/paths.ts';
import { count } from '../../parts/format.ts';
import { strings } from '../../strings.ts';

/** How much is open, by severity; each number leads to what it counts. */
export function OpenNow() {
  const { data } = useRisks('critical', 8);
  return (
    <section aria-label={strings.summary.open}>
      <ul className="bw-open">
        {exposureSeverities.map((severity) => (
          <li key={severity} className={`bw-open-of bw-open-${severity.toLowerCase()}`}>
            <span className="bw-open-severity">{severity}</span>
            <Link
              fontSize="display-l"
              variant="secondary"
              href={paths.exposures({ filter: equals(field.severity, severity) })}
              ariaLabel={`${strings.summary.openOf(severity)}: ${data?.open[severity] ?? 0}`}
            >
              {data ? count(data.open[severity] ?? 0) : '–'}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
