/** What words of a book are not of its source. They say it by their language, which is none (`zxx`) or that of the book, and its last letter. */

export type MadeKind =
  | 'page' // the mark of an original page
  | 'sign' // around or behind words
  | 'point' // a sign that stands like a letter
  | 'number' // by which the text is cited
  | 'marker' // of an item of a list
  | 'space' // what parts or joins lines
  | 'unit' // a text begins before its heading
  | 'entry' // of the apparatus begins: where its lemma is
  | 'lemma' // its words, as the entry repeats them
  | 'sigla' // of the reading before them
  | 'divider' // another reading begins
  | 'omitted' // the reading has no words
  | 'remark' // a note on the reading begins
  | 'remark-end'
  | 'other';

const kinds: Readonly<Record<string, MadeKind>> = {
  P: 'page',
  S: 'sign',
  V: 'point',
  N: 'number',
  L: 'marker',
  B: 'space',
  A: 'entry',
  K: 'lemma',
  G: 'sigla',
  D: 'divider',
  O: 'omitted',
  R: 'remark',
  Q: 'remark-end',
  U: 'unit',
};

/** Of words in this language; undefined where they are of the source. */
export function madeKind(language: string | undefined): MadeKind | undefined {
  const letter = /^[a-z]{2,3}-X([A-Z])$/.exec(language ?? '')?.[1];
  return letter === undefined ? undefined : (kinds[letter] ?? 'other');
}

/** Characters that nobody sees: hyphens that may end lines, and embeddings that a typesetter writes around text with a direction of its own. */
const unseen = /[\u00ad\u202a-\u202e\u2066-\u2069]/g;

export const seen = (text: string): string => text.replace(unseen, '');
