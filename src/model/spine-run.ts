import type { RecordedRun, Recorder } from './structure-recorder.ts';

/** A run of text while it grows: how words, page breaks and note calls are joined to the canonical string of the spine (spine.ts). */

const pageMark = (n: string): string => `\x01${n}\x02`;
const callMark = (label: string): string => `\x03${label}\x04`;
const hyphenAtEnd = /[-\u2010\u00AD]$/;
export const space = /[ \t\n\r]+/g;
const isSpace = (code: number): boolean => code === 32 || code === 10 || code === 9 || code === 13;

/** One running text or note body. */
export interface Run extends RecordedRun {
  letterEnd: number;
  /**
   * The text but for its end. It is only ever appended to: looking into it would make V8 copy all of it, and to do so at each page break
   * costs the square of the text.
   */
  text: string;
  /** The last few hundred characters of the text, which can be read cheaply. Empty at the start, and where a hyphen was removed. */
  end: string;
  /** White space was seen since the last character, or a block began or ended. */
  gap: false | 'space' | 'edge';
  /** The next white space is not text: a line or page turned inside a word. */
  glue: boolean;
  /** Page breaks inside the current word, to be put after it, each with its id. */
  held: { readonly n: string; readonly id: string | undefined }[];
}

export const newRun = (index: number): Run => ({
  index,
  letterEnd: 0,
  text: '',
  end: '',
  gap: false,
  glue: false,
  held: [],
});

const lengthOf = (run: Run): number => run.text.length + run.end.length;

const isEmpty = (run: Run): boolean => run.end === '' && run.text === '';

/** From this length on, the end of a run is closed and another one begun. */
const LONG_END = 256;

function append(run: Run, piece: string): void {
  if (run.end.length < LONG_END) run.end += piece;
  else {
    run.text += run.end;
    run.end = piece;
  }
}

/** Puts page breaks that were held back inside a word after it. */
export function release(run: Run, recorder: Recorder | undefined): void {
  run.glue = false;
  if (run.held.length === 0) return;
  for (const { n, id } of run.held) {
    append(run, (isEmpty(run) ? '' : ' ') + pageMark(n));
    if (id !== undefined) recorder?.point(run, 'id', id);
  }
  run.held = [];
  run.gap = 'space';
}

function addWord(run: Run, word: string): void {
  append(run, run.gap && !isEmpty(run) ? ` ${word}` : word);
  run.gap = false;
}

function addLetters(run: Run, word: string, recorder: Recorder | undefined): void {
  addWord(run, word);
  run.letterEnd = lengthOf(run);
  recorder?.letters(run, run.letterEnd - word.length);
}

const uneven = /[\t\n\r]| {2}/;

/** Every run of white space as one space. Most texts are so already, and looking costs less than replacing. */
const evenly = (text: string): string => (uneven.test(text) ? text.replace(space, ' ') : text);

export function addText(run: Run, value: string, recorder: Recorder | undefined): void {
  if (value === '') return;
  let rest = value;
  if (isSpace(value.charCodeAt(0))) {
    rest = value.replace(/^[ \t\n\r]+/, '');
    if (!run.glue) {
      release(run, recorder);
      run.gap ||= 'space';
    }
    if (rest === '') return;
  }
  run.glue = false;
  if (run.held.length > 0) {
    const end = rest.search(/[ \t\n\r]/);
    addLetters(run, end < 0 ? rest : rest.slice(0, end), recorder);
    if (end >= 0) addText(run, rest.slice(end), recorder);
    return;
  }
  const endsOpen = isSpace(rest.charCodeAt(rest.length - 1));
  addLetters(run, evenly(endsOpen ? rest.replace(/[ \t\n\r]+$/, '') : rest), recorder);
  run.gap = endsOpen && 'space';
}

/** Makes ready for the second half of a word that a page or line breaks. */
export function joinWord(run: Run, recorder: Recorder | undefined): void {
  const before = run.end.length;
  run.end = run.end.replace(hyphenAtEnd, '');
  if (run.end.length < before) {
    run.letterEnd = Math.min(run.letterEnd, lengthOf(run));
    recorder?.shortened(run);
  }
  run.gap = false;
  run.glue = true;
}

/** Whether a word can continue: one is before, in the same block, and no page mark after it. */
export const isInWord = (run: Run): boolean => run.gap !== 'edge' && !isEmpty(run) && !run.end.endsWith('\x02');

export function addPage(
  run: Run,
  n: string,
  joined: boolean,
  id: string | undefined,
  recorder: Recorder | undefined,
): void {
  if (joined && isInWord(run)) {
    joinWord(run, recorder);
    run.held.push({ n, id });
    return;
  }
  release(run, recorder);
  run.gap ||= 'space';
  addWord(run, pageMark(n));
  run.gap = 'space';
  if (id !== undefined) recorder?.point(run, 'id', id);
}

export function addCall(run: Run, label: string): void {
  run.gap = false;
  append(run, callMark(label));
}
