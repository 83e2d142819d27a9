// SPDX-License-Identifier: Apache-2.0
import Alert from '@cloudscape-design/components/alert';
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { WholeLetter } from '../../api/letters.ts';
import { byteCount } from '../../parts/bytes.ts';
import { Copyable } from '../../parts/Copyable.tsx';
import { strings } from '../../strings.ts';
import { RawBytes } from './RawBytes.tsx';

const { letterColumns: names } = strings.health;

/** Why a record could not be used, what to do, and its bytes. */
export function LetterContent({ letter }: { letter: WholeLetter }) {
  const words = strings.health;
  const advice = words.advice[letter.reason];
  return (
    <SpaceBetween size="l">
      <div>
        <h3 className="bw-letter-reason">{words.reasons[letter.reason] ?? letter.reason}</h3>
        <p className="bw-letter-detail">{letter.detail}</p>
      </div>
      {advice && (
        <Alert type="info" header={words.whatToDo}>
          {advice}
        </Alert>
      )}
      <KeyValuePairs
        columns={2}
        items={[
          { label: words.stream, value: words.names[letter.stream] ?? letter.stream },
          { label: names.size, value: byteCount(letter.size) },
          { label: names.origin, value: letter.origin },
          { label: words.id, value: <Copyable text={letter.id} length={28} /> },
        ]}
      />
      {!letter.whole && <Alert type="warning">{words.part}</Alert>}
      <RawBytes letter={letter} />
    </SpaceBetween>
  );
}
