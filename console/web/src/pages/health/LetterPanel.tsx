// SPDX-License-Identifier: Apache-2.0
import { useLetter, type WholeLetter } from '../../api/letters.ts';
import { Answer } from '../../parts/Answer.tsx';
import { LetterContent } from './LetterContent.tsx';

/** One letter of a job, asked for with all of its bytes. */
export function LetterPanel({ stream, id }: { stream: string; id: string }) {
  const letter = useLetter(stream, id);
  return <Answer query={letter}>{(data: WholeLetter) => <LetterContent letter={data} />}</Answer>;
}
