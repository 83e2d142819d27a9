// SPDX-License-Identifier: Apache-2.0
import Link from '@cloudscape-design/components/link';
import { useState } from 'react';
import { equals, field } from '../../api/filter.ts';
import { type Risk, type RiskOrder, useRisks } from '../../api/summary.ts';
import { paths } from '../../app/paths.ts';
import { Answer } from '../../parts/Answer.tsx';
import { Choice } from '../../parts/Choice.tsx';
import { Empty } from '../../parts/Empty.tsx';
import { SeverityBadge } from '../../parts/SeverityBadge.tsx';
import { TimeAgo } from '../../parts/TimeAgo.tsx';
import { strings } from '../../strings.ts';
import { Widget } from './Widget.tsx';

const EIGHT = 8;

/** The titles that weigh most. */
export function TopRisks() {
  const [order, setOrder] = useState<RiskOrder>('critical');
  const risks = useRisks(order, EIGHT);
  return (
    <Widget
      title={strings.summary.risks}
      description={strings.summary.risksDescription[order]}
      actions={
        <Choice
          label={strings.summary.order}
          options={strings.summary.orders}
          chosen={order}
          onChoose={setOrder}
        />
      }
      footer={{ text: strings.summary.allExposures, href: paths.exposures() }}
    >
      <Answer query={risks}>{(data) => <RiskList risks={data.risks} />}</Answer>
    </Widget>
  );
}

function RiskList({ risks }: { risks: Risk[] }) {
  if (risks.length === 0) {
    return <Empty title={strings.summary.noRisks} hint={strings.summary.noRisksHint} />;
  }
  return (
    <ol className="bw-risks">
      {risks.map((risk) => (
        <li key={risk.title}>
          <Link
            variant="secondary"
            href={paths.exposures({ filter: equals(field.title, risk.title) })}
          >
            {risk.title}
          </Link>
          <div className="bw-risk-facts">
            <SeverityBadge severity={risk.worst} />
            <span className="bw-numbers">
              {strings.summary.criticalOf(risk.critical, risk.exposures)}
            </span>
            <TimeAgo time={risk.latest} />
          </div>
        </li>
      ))}
    </ol>
  );
}
