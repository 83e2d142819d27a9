// SPDX-License-Identifier: Apache-2.0
import Container from '@cloudscape-design/components/container';
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { type ResourceRow, useResource } from '../../api/resources.ts';
import { paths } from '../../app/paths.ts';
import { useAddress } from '../../app/use-address.ts';
import { Answer } from '../../parts/Answer.tsx';
import { Copyable } from '../../parts/Copyable.tsx';
import { Empty } from '../../parts/Empty.tsx';
import { resourceType } from '../../parts/format.ts';
import { Page } from '../../parts/Page.tsx';
import { SeverityBadge } from '../../parts/SeverityBadge.tsx';
import { SeverityCounts } from '../../parts/SeverityCounts.tsx';
import { strings } from '../../strings.ts';
import { Involvements } from './Involvements.tsx';

const { facts: names } = strings.resource;

export default function ResourcePage() {
  const [values] = useAddress();
  const uid = values.get('uid') ?? '';
  const resource = useResource(uid);
  const name = resource.data?.resource.name ?? uid;
  return (
    <Page
      title={name}
      description={resource.data && resourceType(resource.data.resource.type)}
      breadcrumbs={[
        { text: strings.resources.title, href: paths.resources() },
        { text: name, href: '' },
      ]}
    >
      {resource.error?.status === 404 ? (
        <Empty title={strings.resource.notThere} hint={strings.resource.notThereHint} />
      ) : (
        <Answer query={resource}>
          {(data) => (
            <SpaceBetween size="l">
              <Facts resource={data.resource} />
              <Involvements resource={data.resource} exposures={data.exposures} />
            </SpaceBetween>
          )}
        </Answer>
      )}
    </Page>
  );
}

function Facts({ resource }: { resource: ResourceRow }) {
  return (
    <Container>
      <KeyValuePairs
        columns={3}
        minColumnWidth={190}
        items={[
          { label: names.type, value: resourceType(resource.type) },
          {
            label: names.account,
            value: resource.account ? <Copyable text={resource.account} /> : '–',
          },
          { label: names.region, value: resource.region || strings.resources.global },
          { label: names.arn, value: <Copyable text={resource.uid} length={40} /> },
          {
            label: names.worst,
            value: resource.worst ? (
              <SeverityBadge severity={resource.worst} />
            ) : (
              strings.resource.nothingOpen
            ),
          },
          {
            label: names.open,
            value:
              resource.exposures > 0 ? (
                <SeverityCounts counts={resource.open} />
              ) : (
                strings.resource.nothingOpen
              ),
          },
        ]}
      />
    </Container>
  );
}
