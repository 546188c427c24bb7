import { classes, space } from './character-classes.ts';
import { endOfBytes, type Lexer } from './lexer.ts';
import { Keyword } from './values.ts';

/** Leaves out an image that is in the content of a page (ISO 32000-1, 8.9.7): its bytes are not operators. */
export function skipInlineImage(lexer: Lexer): void {
  for (let value = lexer.next(false); value !== endOfBytes; value = lexer.next(false))
    if (value instanceof Keyword && value.word === 'ID') break;
  const { bytes } = lexer;
  const isSpace = (at: number): boolean => at >= bytes.length || classes[bytes[at]!] === space;
  // The data end with `EI` between white space.
  for (let at = lexer.at + 1; at < bytes.length; at++) {
    if (bytes[at] !== 0x45 || bytes[at + 1] !== 0x49 || !isSpace(at - 1) || !isSpace(at + 2)) continue;
    lexer.at = at + 2;
    return;
  }
  lexer.at = bytes.length;
}
