/** What a byte is in the syntax of a PDF (ISO 32000-1, 7.2.2). */

export const regular = 0;
export const space = 1;
export const delimiter = 2;

export const classes = new Uint8Array(256);
for (const byte of [0, 9, 10, 12, 13, 32]) classes[byte] = space;
for (const char of '()<>[]{}/%') classes[char.charCodeAt(0)] = delimiter;

/** The value of a hexadecimal digit; −1: it is none. */
export function hexDigit(byte: number): number {
  if (byte >= 0x30 && byte <= 0x39) return byte - 0x30;
  const letter = byte | 0x20;
  return letter >= 0x61 && letter <= 0x66 ? letter - 0x57 : -1;
}
