import type { Carries } from '../../model/structure.ts';
import { type OtherView, witnessView } from '../../model/views.ts';
import type { NamedWitness } from '../../model/witness-names.ts';
import { inView, type TextFormat } from '../format.ts';
import { promiseOctavo } from './promise.ts';
import { readOctavo, writeOctavo } from './octavo.ts';
import { promiseWeb, readWeb } from './web-proof.ts';
import { writeWeb } from './web.ts';

export interface TextOptions {
  /** `octavo`: everything can be read back; `web`: as archives publish it on the web. */
  readonly dialect: 'octavo' | 'web';
}

const plainWords = 'plain text has no sign for it';

const itsLetters =
  'plain text says no direction: whatever shows it takes it from the letters (Unicode Bidirectional Algorithm)';

const inLine = 'a formula is its words in one line (1/12, x^2), which are compared as words; TeX is its source';

const inBrackets =
  'a gloss is behind its words, in parentheses, and is compared as words; where it is and its language are not said';

const octavoAspects: Carries = {
  block: 'where blocks begin and end is compared by lines; of what kind they are plain text does not say',
  cell: 'that words are in cells of their own is compared by tabs; how many columns and rows a cell covers is not',
  look: plainWords,
  role: plainWords,
  status: true,
  mark: true,
  formula: inLine,
  gloss: inBrackets,
  speaker: true,
  line: 'lines that have a number are compared with it; other lines are not shown, nor whose lines they are',
  number:
    'numbers are compared; the full numbers of lines are not shown, and what the units are called only where it is part of the mark',
  language: plainWords,
  direction: itsLetters,
  pointer: plainWords,
  id: plainWords,
  picture: true,
  reading: true,
};

const webLines =
  'line breaks of the source are lines as well, and a note call on either side of a line end is only a digit: no line shows where a block begins';

const webAspects: Carries = {
  block: webLines,
  cell: 'a tab is white space like any other in the web dialect',
  look: plainWords,
  role: plainWords,
  status: plainWords,
  speaker: plainWords,
  formula: inLine,
  gloss: inBrackets,
  mark: 'the web dialect has “[…]” for a gap, which is words, and nothing for other points',
  line: 'line breaks of the source are lines, and nothing tells them from the lines of blocks',
  number: 'the web dialect does not show them',
  language: plainWords,
  direction: itsLetters,
  pointer: plainWords,
  id: plainWords,
  picture: 'the web dialect does not show images',
  reading: 'the web dialect has the lemmas in the text and the entries of the apparatus as words behind it',
};

/** The same of the diplomatic view, and of the texts of witnesses. */
export function otherTexts(options: TextOptions, witnesses: readonly NamedWitness[] = []): TextFormat[] {
  const texts = (view: OtherView, name: string): TextFormat =>
    inView(textFormat(options), view, name, (id) => `text/${id}.${name}.txt`);
  return [
    texts('diplomatic', 'diplomatic'),
    ...witnesses.map(({ id, name }) => texts(witnessView(id), `witness-${name}`)),
  ];
}

/** Plain text: a format in one of two dialects. */
export function textFormat({ dialect }: TextOptions): TextFormat {
  const shared = { name: 'text', carries: 'text', path: (id: string) => `text/${id}.txt` } as const;
  return dialect === 'octavo'
    ? {
        ...shared,
        aspects: octavoAspects,
        write: writeOctavo,
        readBack: readOctavo,
        promise: promiseOctavo,
      }
    : { ...shared, aspects: webAspects, write: writeWeb, readBack: readWeb, promise: promiseWeb };
}
