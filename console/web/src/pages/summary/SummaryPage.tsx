// SPDX-License-Identifier: Apache-2.0
import Grid from '@cloudscape-design/components/grid';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { Page } from '../../parts/Page.tsx';
import { strings } from '../../strings.ts';
import { Coverage } from './Coverage.tsx';
import { MostExposed } from './MostExposed.tsx';
import { OpenNow } from './OpenNow.tsx';
import { Speed } from './Speed.tsx';
import './summary.css';
import { TopRisks } from './TopRisks.tsx';
import { TrendOverTime } from './TrendOverTime.tsx';

const HALVES = [
  { colspan: { default: 12, m: 6 } },
  { colspan: { default: 12, m: 6 } },
  { colspan: { default: 12, m: 6 } },
  { colspan: { default: 12, m: 6 } },
];

export default function SummaryPage() {
  return (
    <Page title={strings.summary.title} description={strings.summary.description}>
      <SpaceBetween size="l">
        <OpenNow />
        <Grid gridDefinition={HALVES}>
          <TopRisks />
          <TrendOverTime />
          <MostExposed />
          <Speed />
        </Grid>
        <Coverage />
      </SpaceBetween>
    </Page>
  );
}
