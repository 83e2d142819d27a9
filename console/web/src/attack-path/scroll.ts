// SPDX-License-Identifier: Apache-2.0

/** Scrolls what is beside the picture, and nothing around it, until an element in it is to be seen. */
export function scrollTo(element: Element): void {
  const side = element.closest('.ap-side');
  if (!side) {
    return;
  }
  const place = element.getBoundingClientRect();
  const room = side.getBoundingClientRect();
  if (place.top < room.top) {
    side.scrollTop -= room.top - place.top;
  } else if (place.bottom > room.bottom) {
    side.scrollTop += Math.min(place.bottom - room.bottom, place.top - room.top);
  }
}
