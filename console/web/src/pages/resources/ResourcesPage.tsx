// SPDX-License-Identifier: Apache-2.0
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useAddress } from '../../app/use-address.ts';
import { Page } from '../../parts/Page.tsx';
import { strings } from '../../strings.ts';
import { ResourceFilters } from './ResourceFilters.tsx';
import { ResourceList } from './ResourceList.tsx';
import './resources.css';

export default function ResourcesPage() {
  const [values, change] = useAddress();
  const search = {
    q: values.get('q') ?? '',
    type: values.get('type') ?? '',
    account: values.get('account') ?? '',
  };
  return (
    <Page title={strings.resources.title} description={strings.resources.description}>
      <SpaceBetween size="m">
        <ResourceFilters search={search} onChange={change} />
        <ResourceList
          key={JSON.stringify(search)}
          search={search}
          onAll={() => change({ q: undefined, type: undefined, account: undefined })}
        />
      </SpaceBetween>
    </Page>
  );
}
