// SPDX-License-Identifier: Apache-2.0
import SpaceBetween from '@cloudscape-design/components/space-between';
import Tabs from '@cloudscape-design/components/tabs';
import { type ExposureDetail, useExposure } from '../../api/exposures.ts';
import { paths } from '../../app/paths.ts';
import { useAddress } from '../../app/use-address.ts';
import { Answer } from '../../parts/Answer.tsx';
import { Empty } from '../../parts/Empty.tsx';
import { History } from '../../parts/history/History.tsx';
import { Page } from '../../parts/Page.tsx';
import { strings } from '../../strings.ts';
import { differences } from './diff.ts';
import { ExposureBar } from './ExposureBar.tsx';
import { OverviewTab } from './OverviewTab.tsx';
import { RawRecord } from '../../parts/RawRecord.tsx';
import { RemediationTab } from './RemediationTab.tsx';
import { ResourcesTab } from './ResourcesTab.tsx';
import { Responses } from '../../parts/Responses.tsx';
import { Standing } from './Standing.tsx';
import { TraitsTab } from './TraitsTab.tsx';
import { useEvidence } from './use-evidence.ts';

const compared = { kind: 'exposures' as const, names: strings.exposure.changes, differences };

export default function ExposurePage({ params }: { params: Record<string, string> }) {
  const exposure = useExposure(params.uid ?? '');
  const { data } = exposure;
  return (
    <Page
      title={data?.exposure.title ?? strings.exposure.title}
      breadcrumbs={[
        { text: strings.exposures.title, href: paths.exposures() },
        { text: data?.exposure.resource.name ?? strings.exposure.title, href: '' },
      ]}
    >
      {exposure.error?.status === 404 ? (
        <Empty title={strings.exposure.notThere} hint={strings.exposure.notThereHint} />
      ) : (
        <Answer query={exposure}>{(detail) => <Detail detail={detail} />}</Answer>
      )}
    </Page>
  );
}

function Detail({ detail }: { detail: ExposureDetail }) {
  const [values, change] = useAddress();
  const evidence = useEvidence(detail);
  const contents = {
    overview: <OverviewTab detail={detail} evidence={evidence} />,
    traits: <TraitsTab finding={evidence} />,
    resources: <ResourcesTab resources={evidence.resources} />,
    remediation: <RemediationTab finding={evidence} />,
    history: <History of={compared} uid={detail.exposure.uid} revisions={detail.revisions} />,
    responses: <Responses tickets={detail.tickets} reports={detail.reports} />,
    raw: <RawRecord finding={detail.finding} />,
  };
  return (
    <SpaceBetween size="m">
      <ExposureBar detail={detail} />
      <Standing detail={detail} />
      <Tabs
        ariaLabel={strings.exposure.title}
        activeTabId={values.get('tab') ?? 'overview'}
        onChange={({ detail: { activeTabId } }) =>
          change({ tab: activeTabId === 'overview' ? undefined : activeTabId }, { replace: true })
        }
        tabs={Object.entries(contents).map(([id, content]) => ({
          id,
          label: strings.exposure.tabs[id as keyof typeof contents],
          content,
        }))}
      />
    </SpaceBetween>
  );
}
