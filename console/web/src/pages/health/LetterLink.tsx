// SPDX-License-Identifier: Apache-2.0
import Link from '@cloudscape-design/components/link';
import type { Letter } from '../../api/letters.ts';
import { useAddress } from '../../app/use-address.ts';
import { strings } from '../../strings.ts';

/** Opens a letter beside the list. */
export function LetterLink({ letter }: { letter: Letter }) {
  const [values, change] = useAddress();
  const reason = strings.health.reasons[letter.reason] ?? letter.reason;
  return (
    <Link
      ariaLabel={`${reason}. ${strings.health.openLetter(letter.detail)}`}
      onFollow={() =>
        change({ letter: letter.id, of: letter.stream }, { replace: values.has('letter') })
      }
    >
      {reason}
    </Link>
  );
}
