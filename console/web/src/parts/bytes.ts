// SPDX-License-Identifier: Apache-2.0

const UNITS = ['B', 'KB', 'MB', 'GB', 'TB'];
const STEP = 1024;
const PER_LINE = 16;
const HALF = 8;

export interface HexLine {
  /** Where the line begins, in hex. */
  at: string;
  hex: string;
  /** The same as ASCII; what has no sign of its own is a dot. */
  text: string;
}

/** "254 B", "1.9 MB". */
export function byteCount(bytes: number): string {
  const unit =
    bytes < 1 ? 0 : Math.min(UNITS.length - 1, Math.floor(Math.log(bytes) / Math.log(STEP)));
  const size = bytes / STEP ** unit;
  return `${unit === 0 || size >= 100 ? Math.round(size) : size.toFixed(1)} ${UNITS[unit]}`;
}

export function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
}

/** Bytes as they are looked at: sixteen in a line, in two halves. */
export function hexLines(bytes: Uint8Array): HexLine[] {
  const lines: HexLine[] = [];
  for (let at = 0; at < bytes.length; at += PER_LINE) {
    const line = [...bytes.subarray(at, at + PER_LINE)];
    const digits = line.map((byte) => byte.toString(16).padStart(2, '0'));
    lines.push({
      at: at.toString(16).padStart(6, '0'),
      hex: [digits.slice(0, HALF).join(' '), digits.slice(HALF).join(' ')].join('  ').trimEnd(),
      text: line
        .map((byte) => (byte >= 0x20 && byte < 0x7f ? String.fromCharCode(byte) : '.'))
        .join(''),
    });
  }
  return lines;
}
