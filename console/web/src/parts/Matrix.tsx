// SPDX-License-Identifier: Apache-2.0
import type { SeverityMatrix } from '../api/severity.ts';
import { strings } from '../strings.ts';

interface MatrixProps {
  severity: SeverityMatrix;
  /** The cell to mark. A likelihood or impact that the matrix does not know, such as Unknown, gets a column. */
  marked?: { likelihood: string; impact: string; severity: string };
}

/** Likelihood by impact, as the catalogue has it. */
export function Matrix({ severity: { likelihoods, impacts, matrix }, marked }: MatrixProps) {
  const columns =
    marked && !impacts.includes(marked.impact) ? [marked.impact, ...impacts] : impacts;
  const isMarked = (row: string, column: string) =>
    row === marked?.likelihood && column === marked.impact;
  return (
    <table className="bw-matrix">
      <caption className="bw-hidden">{strings.parts.matrix}</caption>
      <thead>
        <tr>
          <td />
          {columns.map((column) => (
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
            {columns.map((column) =>
              isMarked(row, column) ? (
                <td key={column} className={cellClass(marked!.severity, true)}>
                  {divisible(marked!.severity)}
                  <span className="bw-hidden"> ({strings.parts.here})</span>
                </td>
              ) : (
                <td key={column} className={cellClass(matrix[row]?.[column] ?? 'none', false)}>
                  {divisible(matrix[row]?.[column])}
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The one severity that is too long for a cell on a phone goes on in the next line. */
function divisible(severity: string | undefined): string | undefined {
  return severity?.replace('Informational', 'Informa\u00adtional');
}

function cellClass(severity: string, marked: boolean): string {
  return `bw-${severity.toLowerCase()}${marked ? ' bw-matrix-marked' : ''}`;
}
