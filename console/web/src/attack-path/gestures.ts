// SPDX-License-Identifier: Apache-2.0
import type { Point } from './layout.ts';

/** What hands and wheels do, in pixels of the surface. */
export interface Gestures {
  pan(dx: number, dy: number): void;
  zoom(factor: number, at: Point): void;
  drag(node: string, dx: number, dy: number): void;
}

/** A hand is not steady: less than this is no drag. */
const STEADY = 4;
const WHEEL = 0.01;

/** Listens to pointers and wheel until told to stop. */
export function listen(
  surface: SVGSVGElement,
  gestures: Gestures,
  nodeAt: (target: EventTarget | null) => string | undefined,
  signal: AbortSignal,
): void {
  const pointers = new Map<number, Point>();
  let held: string | undefined;
  let begun: Point | undefined;
  let dragging = false;

  const at = (event: MouseEvent): Point => {
    const bounds = surface.getBoundingClientRect();
    return { x: event.clientX - bounds.left, y: event.clientY - bounds.top };
  };

  surface.addEventListener(
    'pointerdown',
    (event) => {
      if (event.button !== 0) {
        return;
      }
      pointers.set(event.pointerId, at(event));
      if (pointers.size === 1) {
        begun = at(event);
        held = nodeAt(event.target);
        dragging = false;
      }
    },
    { signal },
  );

  surface.addEventListener(
    'pointermove',
    (event) => {
      const before = pointers.get(event.pointerId);
      if (!before) {
        return;
      }
      const now = at(event);
      if (!dragging) {
        if (begun && pointers.size === 1 && distance(begun, now) < STEADY) {
          return;
        }
        dragging = true;
        pointers.forEach((_, id) => surface.setPointerCapture(id));
      }
      pointers.set(event.pointerId, now);
      const other = [...pointers].find(([id]) => id !== event.pointerId)?.[1];
      if (other) {
        pinch(gestures, before, now, other);
      } else if (held === undefined) {
        gestures.pan(now.x - before.x, now.y - before.y);
      } else {
        gestures.drag(held, now.x - before.x, now.y - before.y);
      }
    },
    { signal },
  );

  for (const end of ['pointerup', 'pointercancel'] as const) {
    surface.addEventListener(end, (event) => pointers.delete(event.pointerId), { signal });
  }

  // The click that ends a drag chooses nothing.
  surface.addEventListener(
    'click',
    (event) => {
      if (dragging && event.detail > 0) {
        event.stopImmediatePropagation();
        dragging = false;
      }
    },
    { capture: true, signal },
  );

  surface.addEventListener(
    'wheel',
    (event) => {
      // A pinch on a touch pad comes as this, too. The wheel alone scrolls the page.
      if (event.ctrlKey || event.metaKey) {
        event.preventDefault();
        gestures.zoom(Math.exp(-event.deltaY * WHEEL), at(event));
      }
    },
    { passive: false, signal },
  );
}

function pinch(gestures: Gestures, before: Point, now: Point, other: Point): void {
  const middle = { x: (now.x + other.x) / 2, y: (now.y + other.y) / 2 };
  gestures.pan((now.x - before.x) / 2, (now.y - before.y) / 2);
  gestures.zoom(distance(now, other) / Math.max(1, distance(before, other)), middle);
}

function distance(one: Point, other: Point): number {
  return Math.hypot(one.x - other.x, one.y - other.y);
}
