// SPDX-License-Identifier: Apache-2.0
import Header from '@cloudscape-design/components/header';
import Link from '@cloudscape-design/components/link';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Table, { type TableProps } from '@cloudscape-design/components/table';
import type { ExposureRow } from '../../api/exposures.ts';
import { equals, field } from '../../api/filter.ts';
import type { ResourceRow } from '../../api/resources.ts';
import { paths } from '../../app/paths.ts';
import { Empty } from '../../parts/Empty.tsx';
import { SeverityBadge } from '../../parts/SeverityBadge.tsx';
import { Status } from '../../parts/Status.tsx';
import { TimeAgo } from '../../parts/TimeAgo.tsx';
import { strings } from '../../strings.ts';
import { byRole, type Involvement } from './by-role.ts';

const { columns: names, roles } = strings.resource;

interface InvolvementsProps {
  resource: ResourceRow;
  exposures: Involvement[];
}

/** The exposures that involve a resource, by what it is in them. */
export function Involvements({ resource, exposures }: InvolvementsProps) {
  const all = paths.exposures({ filter: equals(field.resource, resource.uid), by: 'none' });
  if (exposures.length === 0) return <Empty title={strings.resource.none} />;
  return (
    <SpaceBetween size="l">
      {byRole(exposures).map(({ role, exposures: some }) => (
        <Table
          key={role}
          items={some}
          trackBy="uid"
          wrapLines
          header={
            <Header
              variant="h2"
              counter={`(${some.length})`}
              description={strings.resource.exposuresDescription(role)}
            >
              {roles[role] ?? role}
            </Header>
          }
          ariaLabels={{ tableLabel: roles[role] ?? role }}
          columnDefinitions={role === 'Target' ? own : ofOthers}
        />
      ))}
      <Link href={all}>{strings.resource.toList}</Link>
    </SpaceBetween>
  );
}

type Column = TableProps.ColumnDefinition<ExposureRow>;

const severity: Column = {
  id: 'severity',
  header: names.severity,
  width: 110,
  cell: (row) => <SeverityBadge severity={row.severity} />,
};

const title: Column = {
  id: 'title',
  header: names.title,
  isRowHeader: true,
  minWidth: 260,
  cell: (row) => <Link href={paths.exposure(row.uid)}>{row.title}</Link>,
};

const exposed: Column = {
  id: 'of',
  header: names.of,
  minWidth: 200,
  cell: (row) => <Link href={paths.resource(row.resource.uid)}>{row.resource.name}</Link>,
};

const status: Column = {
  id: 'status',
  header: names.status,
  width: 150,
  cell: (row) => <Status status={row.status} />,
};

const opened: Column = {
  id: 'opened',
  header: names.opened,
  width: 140,
  cell: (row) => <TimeAgo time={row.opened} />,
};

const own = [severity, title, status, opened];
const ofOthers = [severity, title, exposed, status, opened];
