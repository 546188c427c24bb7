import { type Direction, directionBetween, lettersOf } from '../../../model/direction.ts';
import type { EditionContext } from '../../../model/edition.ts';
import type { UnitInPlace } from '../../format.ts';
import type { Expected } from '../frame/lines.ts';
import { longNameOf } from '../frame/words.ts';
import { languageCode } from '../../language.ts';

/** What must be around the text of a unit in a book, from the data of the edition. */

/** Words in a line: isolated where they are written in the other direction. */
export function inLine(direction: Direction, words: string): Expected {
  const own = directionBetween(direction, lettersOf(words));
  return own === direction ? words : ['bdi', { dir: own }, words];
}

/** A file of a book in XHTML. */
export const expectedFile = (
  language: string,
  direction: Direction,
  title: string,
  stylesheet: string,
  body: Expected,
): Expected => [
  'html',
  {
    xmlns: 'http://www.w3.org/1999/xhtml',
    'xmlns:epub': 'http://www.idpf.org/2007/ops',
    lang: language,
    'xml:lang': language,
    dir: direction === 'rtl' ? 'rtl' : undefined,
  },
  ['head', {}, ['title', {}, title], ['link', { rel: 'stylesheet', type: 'text/css', href: stylesheet }]],
  body,
];

interface KnownOfText {
  readonly direction: Direction;
  readonly hasHeading: boolean;
}

export function expectedChapter(
  { facts, volume }: UnitInPlace,
  edition: EditionContext,
  { direction, hasHeading }: KnownOfText,
): Expected {
  const language = languageCode(facts.language ?? volume.language ?? edition.language);
  const title: Expected = hasHeading ? undefined : ['header', {}, ['h1', {}, inLine(direction, facts.title)]];
  const unknown = language === undefined ? { lang: '', 'xml:lang': '' } : {};
  const body: Expected = ['body', { class: facts.kind }, title, ['main', unknown]];
  return expectedFile(language ?? 'en', direction, longNameOf(facts), '../style/book.css', body);
}
