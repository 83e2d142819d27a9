// SPDX-License-Identifier: Apache-2.0
// How wide text is, roughly and rather too wide, for any of the fonts that may come to be used: a
// picture that is exported is shown with those of another machine.

const NARROW = /[ijlI.,:;'|!()[\]{}ftr\-/ ]/;
const WIDE = /[mwMW@%]/;
const UPPER = /[A-Z0-9_]/;

function ems(character: string): number {
  if (character.charCodeAt(0) > 0x2ff) {
    return 1;
  }
  return NARROW.test(character)
    ? 0.38
    : WIDE.test(character)
      ? 0.92
      : UPPER.test(character)
        ? 0.66
        : 0.61;
}

/** Text that is set bold is wider. */
const BOLD = 1.13;

export function widthOf(text: string, size: number, isBold = false): number {
  const em = isBold ? size * BOLD : size;
  return Array.from(text).reduce((sum, character) => sum + ems(character) * em, 0);
}

/** The text, cut in the middle when it is wider: both ends of a name tell it from others. */
export function shortened(text: string, width: number, size: number, isBold = false): string {
  if (widthOf(text, size, isBold) <= width) {
    return text;
  }
  const characters = Array.from(text);
  let room = width - widthOf('\u2026', size, isBold);
  let head = 0;
  let tail = characters.length;
  for (let atHead = true; head < tail; atHead = !atHead) {
    room -= widthOf(characters[atHead ? head : tail - 1] ?? '', size, isBold);
    if (room < 0) {
      break;
    }
    if (atHead) {
      head++;
    } else {
      tail--;
    }
  }
  return `${characters.slice(0, head).join('')}\u2026${characters.slice(tail).join('')}`;
}
