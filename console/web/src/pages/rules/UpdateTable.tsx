// SPDX-License-Identifier: Apache-2.0
import StatusIndicator, {
  type StatusIndicatorProps,
} from '@cloudscape-design/components/status-indicator';
import Table from '@cloudscape-design/components/table';
import type { RuleAnswer } from '../../api/rules.ts';
import { Empty } from '../../parts/Empty.tsx';
import { TimeAgo } from '../../parts/TimeAgo.tsx';
import { strings } from '../../strings.ts';

const TYPES: Record<string, StatusIndicatorProps.Type> = {
  accepted: 'success',
  unchanged: 'info',
  refused: 'error',
};
const { answerColumns: names, outcomes } = strings.rules;

/** What the job said to updates of its rules. */
export function UpdateTable({ answers }: { answers: RuleAnswer[] }) {
  return (
    <Table
      items={answers}
      wrapLines
      ariaLabels={{ tableLabel: strings.rules.tabs.updates }}
      empty={<Empty title={strings.rules.noAnswers} hint={strings.rules.noAnswersHint} />}
      columnDefinitions={[
        { id: 'at', header: names.at, cell: ({ at }) => <TimeAgo time={at} /> },
        {
          id: 'kind',
          header: names.kind,
          isRowHeader: true,
          cell: (answer) => <Update answer={answer} />,
        },
        { id: 'version', header: names.version, cell: ({ version }) => version || '–' },
        {
          id: 'outcome',
          header: names.outcome,
          cell: ({ outcome }) => (
            <StatusIndicator type={TYPES[outcome] ?? 'pending'}>
              {outcomes[outcome] ?? outcome}
            </StatusIndicator>
          ),
        },
        {
          id: 'detail',
          header: names.detail,
          cell: ({ detail }) => <span className="bw-lines">{detail || '–'}</span>,
        },
      ]}
    />
  );
}

function Update({ answer: { kind, update } }: { answer: RuleAnswer }) {
  return (
    <>
      {kind || '–'}
      {update && <div className="bw-quiet">{update}</div>}
    </>
  );
}
