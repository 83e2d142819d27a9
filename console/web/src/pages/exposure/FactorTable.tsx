// SPDX-License-Identifier: Apache-2.0
import { strings } from '../../strings.ts';

const words = strings.exposure;

interface FactorRow {
  id: string;
  name: string;
  value: string;
  points?: number;
  weight?: number;
  reason: string;
  signals: string[];
}

/** Factors with their levels and what these rest on; one of which nothing is known says so. */
export function FactorTable({ title, rows }: { title: string; rows: FactorRow[] }) {
  const scored = rows.some(({ points }) => points !== undefined);
  return (
    <table className="bw-factors">
      <caption>{title}</caption>
      <thead>
        <tr>
          <th scope="col">{words.factor}</th>
          <th scope="col">{words.level}</th>
          {scored && <th scope="col">{words.points}</th>}
          <th scope="col">{words.reason}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ id, name, value, points, weight, reason, signals }) => (
          <tr key={id}>
            <th scope="row">{name}</th>
            <td className={value === 'Unknown' ? 'bw-unknown' : undefined}>{value}</td>
            {scored && (
              <td className="bw-numbers">
                {points}
                {weight !== 1 && ` × ${weight}`}
              </td>
            )}
            <td title={signals.join('\n')}>
              {reason}
              {signals.length > 0 && (
                <span className="bw-quiet"> ({words.signals(signals.length)})</span>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
