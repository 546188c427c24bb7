/** Letters of a canonical run: all that is neither the space between two words nor a mark. */

const isSpace = (code: number): boolean => code === 32;

/** The first letter at or behind an offset of a canonical run. */
export function letterFrom(text: string, at: number): number {
  let i = at;
  while (i < text.length) {
    const code = text.charCodeAt(i);
    if (isSpace(code)) i++;
    else if (code === 1) i = text.indexOf('\x02', i) + 1;
    else if (code === 3) i = text.indexOf('\x04', i) + 1;
    else break;
  }
  return i;
}

/** Behind the last letter before an offset. */
export function letterEnd(text: string, at: number): number {
  let i = at;
  while (i > 0) {
    const code = text.charCodeAt(i - 1);
    if (isSpace(code)) i--;
    else if (code === 2) i = text.lastIndexOf('\x01', i - 1);
    else if (code === 4) i = text.lastIndexOf('\x03', i - 1);
    else break;
  }
  return i;
}

/** How many letters are in a canonical run. */
export const countLetters = (text: string): number =>
  text.replace(/\x01[^\x02]*\x02|\x03[^\x04]*\x04|[\x06 ]/g, '').length;
