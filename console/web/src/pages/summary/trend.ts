// SPDX-License-Identifier: Apache-2.0
import { type BySeverity, exposureSeverities } from '../../api/severity.ts';
import type { TrendPoint } from '../../api/summary.ts';

/**
 * At most `most` points: those that follow each other become one, with all that opened and closed in them and
 * what was open at their end.
 */
export function condensed(points: readonly TrendPoint[], most: number): TrendPoint[] {
  const together = Math.ceil(points.length / most);
  const result: TrendPoint[] = [];
  for (let start = 0; start < points.length; start += together) {
    result.push(joined(points.slice(start, start + together)));
  }
  return result;
}

/** The severities that any of the points has a count of, the worst first. */
export function severitiesIn(
  points: readonly TrendPoint[],
  ...counts: ('open' | 'opened' | 'closed')[]
): string[] {
  return exposureSeverities.filter((severity) =>
    points.some((point) => counts.some((name) => (point[name][severity] ?? 0) > 0)),
  );
}

function joined(points: TrendPoint[]): TrendPoint {
  return {
    from: points[0]!.from,
    open: points[points.length - 1]!.open,
    opened: sum(points.map((point) => point.opened)),
    closed: sum(points.map((point) => point.closed)),
  };
}

function sum(counts: BySeverity[]): BySeverity {
  const total: BySeverity = {};
  for (const one of counts) {
    for (const [severity, n] of Object.entries(one)) {
      total[severity] = (total[severity] ?? 0) + (n ?? 0);
    }
  }
  return total;
}
