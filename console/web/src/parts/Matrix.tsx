// SPDX-License-Identifier: Apache-2.0
import type { SeverityMatrix } from '../api/severity.ts';
import { strings } from '../strings.ts';

interface MatrixProps {
  severity: SeverityMatrix;
  /** The cell to mark. Where one of the two is not in the matrix, its whole row or column is marked. */
  likelihood?: string;
  impact?: string;
}

/** Likelihood by impact, as the catalogue has it. */
export function Matrix({ severity, likelihood, impact }: MatrixProps) {
  const { likelihoods, impacts, matrix } = severity;
  const within = (row: string, column: string) =>
    (likelihood !== undefined || impact !== undefined) &&
    (row === likelihood || !likelihoods.includes(likelihood ?? '')) &&
    (column === impact || !impacts.includes(impact ?? ''));
  return (
    <table className="bw-matrix">
      <caption className="bw-hidden">{strings.parts.matrix}</caption>
      <thead>
        <tr>
          <td className="bw-matrix-corner" />
          {impacts.map((column) => (
            <th key={column} scope="col">
              <span className="bw-matrix-axis">{strings.parts.impact}</span> {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {likelihoods.map((row) => (
          <tr key={row}>
            <th scope="row">
              <span className="bw-matrix-axis">{strings.parts.likelihood}</span> {row}
            </th>
            {impacts.map((column) => {
              const cell = matrix[row]?.[column] ?? '';
              const marked = within(row, column);
              return (
                <td
                  key={column}
                  className={`bw-${cell.toLowerCase()} ${marked ? 'bw-matrix-marked' : ''}`}
                >
                  {cell}
                  {marked && <span className="bw-hidden"> ({strings.parts.here})</span>}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
