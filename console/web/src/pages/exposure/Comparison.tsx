// SPDX-License-Identifier: Apache-2.0
import Box from '@cloudscape-design/components/box';
import { useRevision } from '../../api/exposures.ts';
import { Answer } from '../../parts/Answer.tsx';
import { strings } from '../../strings.ts';
import { type Difference, differences, type Moved } from './diff.ts';

const words = strings.exposure;

/** What the one revision says otherwise than the other. */
export function Comparison({ uid, from, to }: { uid: string; from: string; to: string }) {
  const before = useRevision(uid, from);
  const after = useRevision(uid, to);
  return (
    <Answer query={before}>
      {(earlier) => (
        <Answer query={after}>
          {(later) => <Differences found={differences(earlier, later)} />}
        </Answer>
      )}
    </Answer>
  );
}

function Differences({ found }: { found: Difference[] }) {
  if (found.length === 0) return <Box color="text-body-secondary">{words.same}</Box>;
  return (
    <dl className="bw-diff">
      {found.map(({ aspect, added, removed, moved }) => (
        <div key={aspect} className="bw-diff-aspect">
          <dt>{words.changes[aspect]}</dt>
          <dd>
            <ul>
              {moved.map((one) => (
                <MovedLine key={one.name} moved={one} />
              ))}
              {removed.map((text) => (
                <Line key={text} sign="−" kind="removed" text={text} />
              ))}
              {added.map((text) => (
                <Line key={text} sign="+" kind="added" text={text} />
              ))}
            </ul>
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Line({ sign, kind, text }: { sign: string; kind: 'added' | 'removed'; text: string }) {
  return (
    <li className={`bw-diff-${kind}`}>
      <span aria-hidden="true">{sign}</span> <span className="bw-hidden">{words[kind]}:</span>
      {text}
    </li>
  );
}

function MovedLine({ moved: { name, from, to, why } }: { moved: Moved }) {
  return (
    <li>
      {name}: <del>{from}</del> → <ins>{to}</ins>
      {why && <span className="bw-quiet"> – {why}</span>}
    </li>
  );
}
