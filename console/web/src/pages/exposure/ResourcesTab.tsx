// SPDX-License-Identifier: Apache-2.0
import Badge from '@cloudscape-design/components/badge';
import Link from '@cloudscape-design/components/link';
import Table from '@cloudscape-design/components/table';
import type { FindingResource } from '../../api/finding.ts';
import { paths } from '../../app/paths.ts';
import { Copyable } from '../../parts/Copyable.tsx';
import { resourceType } from '../../parts/format.ts';
import { strings } from '../../strings.ts';

const words = strings.exposure;

/** All resources of the exposure, and the part that each plays. */
export function ResourcesTab({ resources }: { resources: FindingResource[] }) {
  return (
    <Table
      items={resources}
      trackBy="uid"
      wrapLines
      ariaLabels={{ tableLabel: words.tabs.resources }}
      columnDefinitions={[
        {
          id: 'name',
          header: words.resourceName,
          isRowHeader: true,
          minWidth: 160,
          cell: ({ uid, name }) => <Link href={paths.resource(uid)}>{name}</Link>,
        },
        {
          id: 'role',
          header: words.role,
          cell: ({ role }) => (
            <span title={words.roleHints[role]} className="bw-whole">
              <Badge color={role === 'Target' ? 'blue' : 'grey'}>{words.roles[role] ?? role}</Badge>
            </span>
          ),
        },
        {
          id: 'type',
          header: words.resourceType,
          cell: ({ type }) => resourceType(type),
        },
        {
          id: 'account',
          header: words.facts.account,
          cell: ({ owner }) => owner?.account?.uid ?? '–',
        },
        {
          id: 'region',
          header: words.facts.region,
          cell: ({ region }) => <span className="bw-whole">{region ?? words.global}</span>,
        },
        {
          id: 'tags',
          header: words.facts.tags,
          cell: ({ tags = [] }) => (
            <div className="bw-chips">
              {tags.map(({ name, value }) => (
                <span key={name} className="bw-chip">
                  {name}={value}
                </span>
              ))}
            </div>
          ),
        },
        {
          id: 'arn',
          header: words.facts.arn,
          minWidth: 240,
          cell: ({ uid }) => <Copyable text={uid} length={40} />,
        },
      ]}
    />
  );
}
