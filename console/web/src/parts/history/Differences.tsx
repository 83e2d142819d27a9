// SPDX-License-Identifier: Apache-2.0
import Box from '@cloudscape-design/components/box';
import { strings } from '../../strings.ts';
import type { Difference, Moved } from './difference.ts';

const words = strings.history;

interface DifferencesProps<Aspect extends string> {
  found: Difference<Aspect>[];
  names: Record<Aspect, string>;
}

/** What came, went and changed, by what it is about. */
export function Differences<Aspect extends string>({ found, names }: DifferencesProps<Aspect>) {
  if (found.length === 0) return <Box color="text-body-secondary">{words.same}</Box>;
  return (
    <dl className="bw-diff">
      {found.map(({ aspect, added, removed, moved }) => (
        <div key={aspect} className="bw-diff-aspect">
          <dt>{names[aspect]}</dt>
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
