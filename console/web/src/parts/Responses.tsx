// SPDX-License-Identifier: Apache-2.0
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Table from '@cloudscape-design/components/table';
import type { Report, Ticket } from '../api/exposures.ts';
import { Empty } from './Empty.tsx';
import { OutsideLink } from './OutsideLink.tsx';
import { TimeAgo } from './TimeAgo.tsx';
import { strings } from '../strings.ts';

const words = strings.exposure;

interface ResponsesProps {
  tickets: Ticket[];
  reports: Report[];
}

/** The tickets that were made of it, and who was told what. */
export function Responses({ tickets, reports }: ResponsesProps) {
  return (
    <SpaceBetween size="l">
      <TicketTable tickets={tickets} />
      <ReportTable reports={reports} />
    </SpaceBetween>
  );
}

function TicketTable({ tickets }: { tickets: Ticket[] }) {
  return (
    <Table
      items={tickets}
      header={<Header variant="h2">{words.tickets}</Header>}
      ariaLabels={{ tableLabel: words.tickets }}
      empty={<Empty title={words.noTickets} />}
      columnDefinitions={[
        {
          id: 'ticket',
          header: words.facts.ticket,
          isRowHeader: true,
          cell: ({ id, url }) => <OutsideLink href={url}>{id}</OutsideLink>,
        },
        { id: 'status', header: words.facts.status, cell: ({ status }) => status },
        { id: 'target', header: words.target, cell: ({ target }) => target },
        { id: 'route', header: words.route, cell: ({ route }) => route },
        { id: 'what', header: words.what, cell: ({ what }) => words.whats[what] ?? what },
        { id: 'at', header: words.at, cell: ({ at }) => <TimeAgo time={at} /> },
      ]}
    />
  );
}

function ReportTable({ reports }: { reports: Report[] }) {
  return (
    <Table
      items={reports}
      wrapLines
      header={<Header variant="h2">{words.reports}</Header>}
      ariaLabels={{ tableLabel: words.reports }}
      empty={<Empty title={words.noReports} />}
      columnDefinitions={[
        {
          id: 'what',
          header: words.what,
          isRowHeader: true,
          cell: ({ what, onlySaid }) => (
            <>
              {words.whats[what] ?? what}
              {onlySaid && <span className="bw-quiet"> ({words.onlySaid})</span>}
            </>
          ),
        },
        { id: 'target', header: words.target, cell: ({ target }) => target },
        { id: 'route', header: words.route, cell: ({ route }) => route },
        { id: 'detail', header: words.detail, minWidth: 200, cell: ({ detail }) => detail || '–' },
        { id: 'by', header: words.by, cell: ({ by }) => by || words.job },
        { id: 'at', header: words.at, cell: ({ at }) => <TimeAgo time={at} /> },
      ]}
    />
  );
}
