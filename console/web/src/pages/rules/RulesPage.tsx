// SPDX-License-Identifier: Apache-2.0
import Tabs from '@cloudscape-design/components/tabs';
import { type Rules, useRules } from '../../api/rules.ts';
import { useAddress } from '../../app/use-address.ts';
import { Answer } from '../../parts/Answer.tsx';
import { Page } from '../../parts/Page.tsx';
import { strings } from '../../strings.ts';
import './rules.css';
import { SeverityRules } from './SeverityRules.tsx';
import { SuppressionTable } from './SuppressionTable.tsx';
import { TraitBrowser } from './TraitBrowser.tsx';
import { UpdateTable } from './UpdateTable.tsx';

const { tabs } = strings.rules;

export default function RulesPage() {
  const rules = useRules();
  return (
    <Page title={strings.rules.title} description={rules.data && described(rules.data)}>
      <Answer query={rules}>{(data) => <RuleTabs rules={data} />}</Answer>
    </Page>
  );
}

function described({ catalogue, traits }: Rules): string {
  const types = new Set(traits.map(({ resourceType }) => resourceType));
  return strings.rules.description(catalogue.version, catalogue.source, traits.length, types.size);
}

function RuleTabs({ rules }: { rules: Rules }) {
  const [values, change] = useAddress();
  const given = values.get('tab') ?? '';
  return (
    <Tabs
      activeTabId={Object.hasOwn(tabs, given) ? given : 'traits'}
      onChange={({ detail }) => change({ tab: detail.activeTabId, show: undefined })}
      tabs={[
        { id: 'traits', label: tabs.traits, content: <TraitBrowser traits={rules.traits} /> },
        {
          id: 'severity',
          label: tabs.severity,
          content: <SeverityRules severity={rules.severity} />,
        },
        {
          id: 'suppressions',
          label: tabs.suppressions,
          content: <SuppressionTable suppressions={rules.suppressions} />,
        },
        {
          id: 'updates',
          label: tabs.updates,
          content: <UpdateTable answers={rules.answers} />,
        },
      ]}
    />
  );
}
