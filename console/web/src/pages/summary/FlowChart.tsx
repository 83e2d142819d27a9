// SPDX-License-Identifier: Apache-2.0
import MixedLineBarChart from '@cloudscape-design/components/mixed-line-bar-chart';
import type { BySeverity } from '../../api/severity.ts';
import type { TrendPoint } from '../../api/summary.ts';
import { Empty } from '../../parts/Empty.tsx';
import { count } from '../../parts/format.ts';
import { strings } from '../../strings.ts';
import { axes, CHART_HEIGHT, countDomain, dayLabel, hourLabel, severityColour } from './chart.ts';
import { condensed, severitiesIn } from './trend.ts';

const MOST_BARS = 30;

/** What came, by severity as bars, and what went as a line over them. */
export function FlowChart({ points }: { points: TrendPoint[] }) {
  const shown = condensed(points, MOST_BARS);
  const severities = severitiesIn(shown, 'opened').reverse();
  const sums = shown.flatMap(({ opened, closed }) => [total(opened), total(closed)]);
  const times = shown.map(({ from }) => new Date(from));
  return (
    <MixedLineBarChart
      height={CHART_HEIGHT}
      fitHeight
      xScaleType="categorical"
      stackedBars
      {...axes}
      hideFilter
      ariaLabel={strings.summary.trends.flow}
      xDomain={times}
      yDomain={countDomain(sums)}
      i18nStrings={{ xTickFormatter: dayLabel, yTickFormatter: count }}
      empty={<Empty title={strings.summary.noTrend} />}
      series={[
        ...severities.map((severity) => ({
          type: 'bar' as const,
          title: `${strings.summary.opened}: ${severity}`,
          color: severityColour(severity),
          valueFormatter: count,
          data: shown.map(({ opened }, i) => ({ x: times[i]!, y: opened[severity] ?? 0 })),
        })),
        {
          type: 'line',
          title: strings.summary.closed,
          color: 'var(--bw-accent)',
          valueFormatter: count,
          data: shown.map(({ closed }, i) => ({ x: times[i]!, y: total(closed) })),
        },
      ]}
      detailPopoverFooter={(x) => hourLabel(x)}
    />
  );
}

function total(counts: BySeverity): number {
  return Object.values(counts).reduce<number>((sum, n) => sum + (n ?? 0), 0);
}
