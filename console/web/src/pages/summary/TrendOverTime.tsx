// SPDX-License-Identifier: Apache-2.0
import { useState } from 'react';
import { type Span, useTrend } from '../../api/summary.ts';
import { Answer } from '../../parts/Answer.tsx';
import { Choice } from '../../parts/Choice.tsx';
import { strings } from '../../strings.ts';
import { FlowChart } from './FlowChart.tsx';
import { OpenChart } from './OpenChart.tsx';
import { Widget } from './Widget.tsx';

type Counted = keyof typeof strings.summary.trends;

/** How many were open, or came and went, over time. */
export function TrendOverTime() {
  const [span, setSpan] = useState<Span>('30d');
  const [counted, setCounted] = useState<Counted>('open');
  const trend = useTrend('exposure', span);
  const Chart = counted === 'open' ? OpenChart : FlowChart;
  return (
    <Widget
      title={strings.summary.trend}
      description={strings.summary.trendDescription}
      actions={
        <Choice
          label={strings.summary.trendOf}
          options={strings.summary.trends}
          chosen={counted}
          onChoose={setCounted}
        />
      }
    >
      <div className="bw-trend">
        <Choice
          label={strings.summary.span}
          options={strings.summary.spans}
          chosen={span}
          onChoose={setSpan}
        />
        <div className="bw-trend-chart">
          <Answer query={trend}>{({ points }) => <Chart points={points} />}</Answer>
        </div>
      </div>
    </Widget>
  );
}
