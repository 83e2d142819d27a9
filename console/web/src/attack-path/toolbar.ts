// SPDX-License-Identifier: Apache-2.0
import { html, outline, svg } from './svg.ts';

export interface Actions {
  zoomIn(): void;
  zoomOut(): void;
  fit(): void;
  fullScreen(): void;
  saveSvg(): void;
  savePng(): void;
}

const LARGER = 'M12 5v14M5 12h14';
const SMALLER = 'M5 12h14';
const FIT = 'M4 9V4h5M15 4h5v5M20 15v5h-5M9 20H4v-5M9 9h6v6H9Z';
const FULL = 'M9 4H4v5M4 4l6 6M15 20h5v-5M20 20l-6-6';
const DOWN = 'M12 4v11M7 10.5l5 5 5-5M4.5 20h15';

export class Toolbar {
  readonly root: HTMLElement;
  readonly #scale = html('span', { class: 'ap-scale', 'aria-live': 'off' });
  readonly #full: HTMLButtonElement;

  constructor(actions: Actions, signal: AbortSignal) {
    const make = (icon: string, name: string, act: () => void, text?: string) => {
      const made = button(icon, name, text);
      made.addEventListener('click', act, { signal });
      return made;
    };
    this.#full = make(FULL, 'Full screen', actions.fullScreen);
    this.#full.hidden = !document.fullscreenEnabled;
    this.root = html('div', { class: 'ap-toolbar', role: 'group', 'aria-label': 'Picture' }, [
      make(SMALLER, 'Zoom out', actions.zoomOut),
      this.#scale,
      make(LARGER, 'Zoom in (also Ctrl and the wheel)', actions.zoomIn),
      make(FIT, 'Show all of it', actions.fit),
      this.#full,
      html('span', { class: 'ap-gap' }),
      make(DOWN, 'Save as SVG', actions.saveSvg, 'SVG'),
      make(DOWN, 'Save as PNG', actions.savePng, 'PNG'),
    ]);
  }

  showScale(scale: number): void {
    this.#scale.textContent = `${Math.round(scale * 100)} %`;
  }

  showFullScreen(isFull: boolean): void {
    this.#full.setAttribute('aria-pressed', String(isFull));
  }
}

function button(icon: string, name: string, text?: string): HTMLButtonElement {
  const drawing = svg(
    'svg',
    { width: 16, height: 16, viewBox: '0 0 24 24', 'aria-hidden': 'true' },
    [outline(icon, 12, 12, 24, 'currentColor')],
  );
  return html('button', { type: 'button', class: 'ap-button', 'aria-label': name, title: name }, [
    drawing,
    ...(text ? [html('span', {}, [text])] : []),
  ]);
}
