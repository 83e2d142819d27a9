// SPDX-License-Identifier: Apache-2.0
import './tiles.css';

export type Tone = 'critical' | 'high' | 'medium' | 'low' | 'good' | 'quiet';

export interface Tile {
  id: string;
  label: string;
  value: string;
  hint?: string;
  tone: Tone;
}

interface TilesProps {
  label: string;
  tiles: readonly Tile[];
  /** Makes each tile something to press; `chosen` is the one that is. */
  onPress?: (id: string) => void;
  chosen?: string;
}

/** A few numbers that say how things stand. */
export function Tiles({ label, tiles, onPress, chosen }: TilesProps) {
  return (
    <ul className="bw-tiles" aria-label={label}>
      {tiles.map((tile) => (
        <li key={tile.id} className={`bw-tile bw-tile-${tile.tone}`}>
          {onPress ? (
            <button
              type="button"
              aria-pressed={tile.id === chosen}
              onClick={() => onPress(tile.id)}
            >
              <Content tile={tile} />
            </button>
          ) : (
            <div>
              <Content tile={tile} />
            </div>
          )}
        </li>
      ))}
    </ul>
  );
}

function Content({ tile }: { tile: Tile }) {
  return (
    <>
      <span className="bw-tile-label">{tile.label}</span>
      <span className="bw-tile-value">{tile.value}</span>
      {tile.hint && <span className="bw-tile-hint">{tile.hint}</span>}
    </>
  );
}
