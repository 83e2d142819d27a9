// SPDX-License-Identifier: Apache-2.0
import Button from '@cloudscape-design/components/button';
import Header from '@cloudscape-design/components/header';
import Table, { type TableProps } from '@cloudscape-design/components/table';
import { useState } from 'react';
import { type About, mayRedrive, useAbout } from '../../api/about.ts';
import type { LetterCount } from '../../api/health.ts';
import { type Letter, useLetters } from '../../api/letters.ts';
import { usePanel } from '../../app/slots.ts';
import { useAddress } from '../../app/use-address.ts';
import { Answer } from '../../parts/Answer.tsx';
import { byteCount } from '../../parts/bytes.ts';
import { Empty } from '../../parts/Empty.tsx';
import { strings } from '../../strings.ts';
import { LetterLink } from './LetterLink.tsx';
import { LetterPanel } from './LetterPanel.tsx';
import { Reasons } from './Reasons.tsx';
import { Redrive } from './Redrive.tsx';

const STEP = 50;
const MOST = 500;
/** Of which stream letters can be sent again: the others hold no findings. */
const FINDINGS = 'dead-letters';
const { letterColumns: names } = strings.health;

/** Dead letters by reason, with their bytes; who may sends them again. */
export function Letters({ counts }: { counts: LetterCount[] }) {
  const [values, change] = useAddress();
  const stream = values.get('stream') ?? undefined;
  const reason = values.get('reason') ?? undefined;
  const letter = values.get('letter');
  const of = values.get('of');
  usePanel(
    letter !== null && of !== null
      ? {
          title: strings.health.letter,
          content: <LetterPanel key={letter} stream={of} id={letter} />,
          onClose: () => change({ letter: undefined, of: undefined }),
        }
      : null,
  );
  return (
    <LetterTable key={`${stream} ${reason}`} counts={counts} stream={stream} reason={reason} />
  );
}

interface LetterTableProps {
  counts: LetterCount[];
  stream?: string;
  reason?: string;
}

function LetterTable({ counts, stream, reason }: LetterTableProps) {
  const { data: about } = useAbout();
  const [limit, setLimit] = useState(STEP);
  const [selected, setSelected] = useState<Letter[]>([]);
  const letters = useLetters({ stream, reason, limit });
  const redrivable = mayRedrive(about);
  return (
    <Answer query={letters}>
      {({ letters: items, next }) => (
        <Table
          items={items}
          trackBy={(letter) => `${letter.stream} ${letter.id}`}
          wrapLines
          columnDefinitions={columns}
          ariaLabels={{
            tableLabel: strings.health.lettersTitle,
            selectionGroupLabel: strings.health.selection,
            allItemsSelectionLabel: () => strings.health.selectAll,
            itemSelectionLabel: (_, { id }) => strings.health.select(id),
          }}
          selectionType={redrivable ? 'multi' : undefined}
          selectedItems={selected}
          isItemDisabled={(letter) => letter.stream !== FINDINGS}
          onSelectionChange={({ detail }) => setSelected(detail.selectedItems)}
          header={
            <Header
              variant="h2"
              description={describedFor(about)}
              actions={redrivable && <Redrive letters={selected} onSent={() => setSelected([])} />}
            >
              {strings.health.lettersTitle}
            </Header>
          }
          filter={<Reasons counts={counts} stream={stream} reason={reason} />}
          empty={<Empty title={strings.health.noLetters} hint={strings.health.noLettersHint} />}
          footer={
            next !== null &&
            limit < MOST && (
              <Button onClick={() => setLimit(limit + STEP)}>{strings.health.more}</Button>
            )
          }
        />
      )}
    </Answer>
  );
}

/** What the letters are, and where they can be sent again if not here. */
function describedFor(about: About | undefined): string {
  const { lettersDescription, onlyOperators, noRedrive } = strings.health;
  if (!about || mayRedrive(about)) return lettersDescription;
  return `${lettersDescription} ${about.redrive ? onlyOperators : noRedrive}`;
}

const columns: TableProps.ColumnDefinition<Letter>[] = [
  {
    id: 'reason',
    header: names.reason,
    minWidth: 150,
    isRowHeader: true,
    cell: (letter) => <LetterLink letter={letter} />,
  },
  { id: 'detail', header: names.detail, minWidth: 260, cell: ({ detail }) => detail },
  { id: 'origin', header: names.origin, minWidth: 160, cell: ({ origin }) => origin },
  { id: 'size', header: names.size, minWidth: 90, cell: ({ size }) => byteCount(size) },
];
