// SPDX-License-Identifier: Apache-2.0
import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useMemo, useState } from 'react';
import type { WholeLetter } from '../../api/letters.ts';
import { byteCount, bytesOf, hexLines } from '../../parts/bytes.ts';
import { Choice } from '../../parts/Choice.tsx';
import { saveFile } from '../../parts/save-file.ts';
import { strings } from '../../strings.ts';

/** So many bytes a browser shows without effort. */
const SHOWN = 64 * 1024;

type Form = keyof typeof strings.health.forms;

/** The bytes of a letter, as text where they are some, and as hex. */
export function RawBytes({ letter }: { letter: WholeLetter }) {
  const words = strings.health;
  const [form, setForm] = useState<Form>(letter.text === null ? 'hex' : 'text');
  const bytes = useMemo(() => bytesOf(letter.rawBase64), [letter.rawBase64]);
  return (
    <SpaceBetween size="xs">
      <div className="bw-raw-bytes-bar">
        <Choice label={words.form} options={words.forms} chosen={form} onChoose={setForm} />
        <Button
          iconName="download"
          onClick={() => saveFile(`${letter.id}.bin`, 'application/octet-stream', bytes)}
        >
          {words.download}
        </Button>
      </div>
      <pre className="bw-raw bw-raw-bytes" tabIndex={0} aria-label={words.bytes}>
        {form === 'hex' ? <Hex bytes={bytes.subarray(0, SHOWN)} /> : textOf(letter)}
      </pre>
      {bytes.length > SHOWN && (
        <p className="bw-quiet">{words.cut(byteCount(SHOWN), byteCount(bytes.length))}</p>
      )}
    </SpaceBetween>
  );
}

function textOf({ text }: WholeLetter): string {
  return text === null ? strings.health.noText : text.slice(0, SHOWN);
}

function Hex({ bytes }: { bytes: Uint8Array }) {
  return hexLines(bytes).map(({ at, hex, text }) => (
    <div key={at}>
      <span className="bw-quiet">{at}</span> {hex.padEnd(48)} <span>{text}</span>
    </div>
  ));
}
