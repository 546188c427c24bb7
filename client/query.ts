import { wordsOf } from '../src/formats/html/search/words.ts';

/**
 * What a reader asks: `backchannel`, `"back channel"` (these words in this order), `dobryn*` (words that begin so), `USSR|Soviet` (either). Several of
 * these are looked for near one another.
 */

/** Words that follow each other. */
export interface Phrase {
  readonly words: readonly string[];
  /** The last word is only how words begin. */
  readonly open: boolean;
}

/** What must be there once: any of these. */
export interface Wanted {
  readonly phrases: readonly Phrase[];
  /** Neither quoted nor cut short: a spelling next to it may be meant. */
  readonly loose: boolean;
}

/** In quotation marks of any kind, or without white space and quotation marks. */
const chunk = /["“”„«»]([^"“”„«»]*)["“”„«»]?|[^\s"“”„«»]+/g;

function phraseOf(text: string): Phrase | undefined {
  const words = wordsOf(text);
  return words.length === 0 ? undefined : { words, open: /\*\s*$/.test(text) };
}

/** What a query asks for; nothing where it has no words. */
export function wantedOf(query: string): Wanted[] {
  return [...query.matchAll(chunk)].flatMap(([whole, quoted]): Wanted[] => {
    const texts = quoted === undefined ? whole.split('|') : [quoted];
    const phrases = texts.flatMap((text) => phraseOf(text) ?? []);
    const loose = quoted === undefined && phrases.length === 1 && phrases[0]!.words.length === 1 && !phrases[0]!.open;
    return phrases.length === 0 ? [] : [{ phrases, loose }];
  });
}

/** The same as a query, in a form that needs no quotation marks: `secretary.of.state`, `ussr|soviet`. */
export const queryOf = (wanted: readonly Wanted[]): string =>
  wanted
    .map(({ phrases }) => phrases.map(({ words, open }) => words.join('.') + (open ? '*' : '')).join('|'))
    .join(' ');
