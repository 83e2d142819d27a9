// SPDX-License-Identifier: Apache-2.0
import AreaChart from '@cloudscape-design/components/area-chart';
import type { TrendPoint } from '../../api/summary.ts';
import { Empty } from '../../parts/Empty.tsx';
import { count } from '../../parts/format.ts';
import { strings } from '../../strings.ts';
import { axes, CHART_HEIGHT, countDomain, dayLabel, hourLabel, severityColour } from './chart.ts';
import { condensed, severitiesIn } from './trend.ts';

const MOST_POINTS = 120;

/** What was open, by severity, one above the other. */
export function OpenChart({ points }: { points: TrendPoint[] }) {
  const shown = condensed(points, MOST_POINTS);
  const severities = severitiesIn(shown, 'open').reverse();
  const sums = shown.map(({ open }) => severities.reduce((sum, s) => sum + (open[s] ?? 0), 0));
  return (
    <AreaChart
      height={CHART_HEIGHT}
      fitHeight
      xScaleType="time"
      {...axes}
      hideFilter
      ariaLabel={strings.summary.trends.open}
      yDomain={countDomain(sums)}
      i18nStrings={{ xTickFormatter: dayLabel, yTickFormatter: count }}
      detailPopoverSize="small"
      empty={<Empty title={strings.summary.noTrend} />}
      series={severities.map((severity) => ({
        type: 'area',
        title: severity,
        color: severityColour(severity),
        valueFormatter: count,
        data: shown.map(({ from, open }) => ({ x: new Date(from), y: open[severity] ?? 0 })),
      }))}
      detailPopoverFooter={(x) => hourLabel(x)}
    />
  );
}
