import type { RecordedRun, Recorder } from './structure-recorder.ts';
import type { Aspect } from './structure.ts';

/**
 * The spine: what must survive. The words of a text in order, with every page break and every note call at its place, and the bodies of the notes.
 *
 * A run of text is one canonical string: words separated by single spaces; a page break is `\x01591\x02`, a note call `\x033\x04`. These control
 * characters cannot occur in XML 1.0, so no text can be mistaken for a mark, and two runs are equal exactly when their strings are.
 *
 * What may differ between a source and an output is written down here and nowhere else:
 * 1. White space is not text: any run of space, tab and line ends separates two words; a no-break space is a character like any other.
 * 2. A page break is between two words. Inside a word (`break="no"`) it moves after the word; a hyphen before it and white space around it go.
 *    Where there is no word before it, it is a page break like any other.
 * 3. White space before a note call is dropped (it comes from indented XML); white space after it counts.
 * 4. Blocks separate words: `<p>end</p><p>Next` is two words.
 */

export interface Spine {
  /** The running text, canonical. */
  readonly text: string;
  /** The notes in the order of their calls. */
  readonly notes: readonly SpineNote[];
}

export interface SpineNote {
  /** The call as it is shown: `3`, `*`. */
  readonly label: string;
  /** The body, canonical; calls of notes inside the note are marks in it. */
  readonly text: string;
}

/** White space as in a canonical run: what the label of a page or note is brought to. */
export const oneLine = (text: string): string => text.replace(space, ' ').replace(/^ | $/g, '');

const pageMark = (n: string): string => `\x01${n}\x02`;
const callMark = (label: string): string => `\x03${label}\x04`;
const hyphenAtEnd = /[-\u2010\u00AD]$/;
const space = /[ \t\n\r]+/g;
const isSpace = (code: number): boolean => code === 32 || code === 10 || code === 9 || code === 13;

/** One running text or note body while it grows. */
interface Run extends RecordedRun {
  letterEnd: number;
  /**
   * The text but for its end. It is only ever appended to: looking into it would make V8 copy all of it, and to do so at each page break
   * costs the square of the text.
   */
  text: string;
  /** The end of the text, short enough to be looked into at any time; empty only where there is no text, or a hyphen was taken away. */
  end: string;
  /** White space was seen since the last character, or a block began or ended. */
  gap: false | 'space' | 'edge';
  /** The next white space is not text: a line or page turned inside a word. */
  glue: boolean;
  /** Page breaks inside the current word, to be put after it, each with its id. */
  held: { readonly n: string; readonly id: string | undefined }[];
}

/** Builds a spine from the events of a reader: of TEI or of any output. */
export interface SpineBuilder {
  text(value: string): void;
  /** A block begins or ends, or a line breaks: the words on both sides are two. */
  boundary(): void;
  /** `joined`: the page turns inside a word (`break="no"`). `id`: of the page break. */
  page(n: string, joined?: boolean, id?: string): void;
  /** A line turns inside a word: a hyphen before it and white space around it go. */
  joinLine(): void;
  /** A note is called here. Everything up to `endNote` is its body; an inner note makes a run of its own. */
  startNote(label: string): void;
  endNote(): void;
  /** Marks a call whose body comes elsewhere; `body` opens it later. */
  call(label: string): void;
  body(label: string): void;
  /** What is read until `close` has this property. A range begins at the next letter and ends behind the last. */
  open(aspect: Aspect, value: string): void;
  close(): void;
  /** A property of the place before the next letter. */
  point(aspect: Aspect, value: string): void;
  finish(): Spine;
}

const newRun = (index: number): Run => ({
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

function release(run: Run, recorder: Recorder | undefined): void {
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

function addText(run: Run, value: string, recorder: Recorder | undefined): void {
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
function joinWord(run: Run, recorder: Recorder | undefined): void {
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
const isInWord = (run: Run): boolean => run.gap !== 'edge' && !isEmpty(run) && !run.end.endsWith('\x02');

function addPage(run: Run, n: string, joined: boolean, id: string | undefined, recorder: Recorder | undefined): void {
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

function addCall(run: Run, label: string): void {
  run.gap = false;
  append(run, callMark(label));
}

/** A builder of a spine, and of the structure on it where a recorder is given. */
export function spineBuilder(recorder?: Recorder): SpineBuilder {
  const main = newRun(0);
  const notes: { label: string; run: Run }[] = [];
  const stack: Run[] = [main];
  const top = (): Run => stack[stack.length - 1]!;
  const open = (label: string): void => {
    const run = newRun(notes.length + 1);
    recorder?.startRun(top(), run);
    notes.push({ label, run });
    stack.push(run);
  };
  const finished = (run: Run): string => {
    release(run, recorder);
    const text = run.text + run.end;
    recorder?.finishRun(run, text);
    return text;
  };
  return {
    text: (value) => addText(top(), value, recorder),
    boundary: () => {
      release(top(), recorder);
      top().gap = 'edge';
    },
    page: (n, joined = false, id) => addPage(top(), n, joined, id, recorder),
    joinLine: () => {
      if (isInWord(top())) joinWord(top(), recorder);
    },
    startNote: (label) => {
      addCall(top(), label);
      open(label);
    },
    endNote: () => {
      if (stack.length === 1) throw new Error('endNote without startNote');
      const run = stack.pop()!;
      recorder?.endRun(run);
    },
    call: (label) => addCall(top(), label),
    body: open,
    open: (aspect, value) => recorder?.open(top(), aspect, value),
    close: () => recorder?.close(),
    point: (aspect, value) => recorder?.point(top(), aspect, value),
    finish: () => ({
      text: finished(main),
      notes: notes.map(({ label, run }) => ({ label, text: finished(run) })),
    }),
  };
}
