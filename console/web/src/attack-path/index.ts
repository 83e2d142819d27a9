// SPDX-License-Identifier: Apache-2.0
import './attack-path.css';
import type { AttackPath } from './model.ts';
import { Picture, type PictureOptions } from './picture.ts';
import type { ThemeName } from './theme.ts';

export { attackPathOf } from './finding.ts';
export type { AttackPath, PictureOptions, ThemeName };

export interface Drawn {
  destroy(): void;
  /** A file that stands alone, as the path is drawn now. */
  toSvg(): string;
  /** The same in pixels, twice as large. */
  toPng(): Promise<Blob>;
  setTheme(theme: ThemeName): void;
}

/** Draws a path into an element, whose other contents stay. */
export function draw(container: HTMLElement, path: AttackPath, options: PictureOptions): Drawn {
  const picture = new Picture(path, options);
  container.append(picture.root);
  return picture;
}
