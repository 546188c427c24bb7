import { entityCharacter, entityInOtherCase, predefinedEntities } from '../source/scan/entities.ts';
import { markupEnd, startReading } from './plain-markup.ts';

/**
 * The text of a file without its markup, read by rules that share nothing with the reader of XML which finds mistakes and proposes
 * changes: a change counts as harmless only if both readers agree that it leaves the text as it was.
 *
 * Markup that is itself a mistake is still markup, but as little of it as possible: where it is doubtful whether a
 * range is markup, it is text. References stand for their characters, CDATA sections for their content, line ends are
 * normalised, and white space around the whole is left out.
 */
export function plainText(text: string): string {
  const pieces: string[] = [];
  const reading = startReading(text);
  let at = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  while (at < text.length) {
    const less = text.indexOf('<', at);
    const end = less < 0 ? text.length : less;
    if (end > at) pieces.push(characters(text.slice(at, end)));
    if (less < 0) break;
    const markup = markupEnd(reading, less);
    if (markup === undefined) pieces.push('<');
    else if (markup.content) pieces.push(visible(text.slice(...markup.content)));
    at = markup?.end ?? less + 1;
  }
  return pieces.join('').trim();
}

/** A vertical tab or a form feed separates two words; the other control characters stand for nothing. */
const visible = (text: string): string =>
  text
    .replace(/\r\n?/g, '\n')
    .replace(/[\x0b\x0c]/g, ' ')

    .replace(/[\0-\x08\x0e-\x1f]/g, '');

const reference = /&(?:#x([0-9a-f]+)|#([0-9]+)|([\p{L}_][\p{L}\p{N}._-]*))(;?)(=?)/giu;

const characters = (text: string): string =>
  visible(text).replace(
    reference,
    (written: string, hex?: string, decimal?: string, name?: string, closed?: string, equals?: string) => {
      const tail = equals ?? '';
      if (hex !== undefined) return (character(Number.parseInt(hex, 16)) ?? '') + tail;
      if (decimal !== undefined) return (character(Number.parseInt(decimal, 10)) ?? '') + tail;
      // “?a=1&copy=2” is an address.
      if (closed === '' && tail !== '') return written;
      const meant = named(name!, closed === ';');
      return meant === undefined ? written : meant + tail;
    },
  );

const character = (code: number): string | undefined =>
  code > 0x10ffff || (code >= 0xd800 && code < 0xe000) ? undefined : String.fromCodePoint(code);

/** What a name stands for, also where nobody declared it or its semicolon is missing. */
function named(name: string, closed: boolean): string | undefined {
  const known = predefinedEntities.get(name) ?? entityCharacter(name);
  if (known !== undefined || !closed) return known;
  const other = entityInOtherCase(name);
  return predefinedEntities.get(name.toLowerCase()) ?? (other === undefined ? undefined : entityCharacter(other));
}
