// SPDX-License-Identifier: Apache-2.0
import type { LetterCount } from '../../api/health.ts';
import { useAddress } from '../../app/use-address.ts';
import { count } from '../../parts/format.ts';
import { strings } from '../../strings.ts';

interface ReasonsProps {
  counts: LetterCount[];
  stream?: string;
  reason?: string;
}

/** How many letters there are for each reason; pressing one shows those alone. */
export function Reasons({ counts, stream, reason }: ReasonsProps) {
  const [, change] = useAddress();
  const words = strings.health;
  const all = counts.reduce((sum, one) => sum + one.count, 0);
  if (counts.length < 2) return null;
  return (
    <ul className="bw-reasons" aria-label={words.reasonsLabel}>
      <li>
        <button
          type="button"
          aria-pressed={reason === undefined}
          onClick={() => change({ stream: undefined, reason: undefined })}
        >
          {words.allReasons} <span className="bw-numbers">{count(all)}</span>
        </button>
      </li>
      {counts.map((one) => (
        <li key={`${one.stream} ${one.reason}`}>
          <button
            type="button"
            title={words.names[one.stream] ?? one.stream}
            aria-pressed={one.stream === stream && one.reason === reason}
            onClick={() => change({ stream: one.stream, reason: one.reason })}
          >
            {words.reasons[one.reason] ?? one.reason}{' '}
            <span className="bw-numbers">{count(one.count)}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}
