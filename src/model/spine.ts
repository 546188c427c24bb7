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
interface Run {
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
  /** Page breaks inside the current word, to be put after it. */
  held: string[];
}

/** Builds a spine from the events of a reader: of TEI or of any output. */
export interface SpineBuilder {
  text(value: string): void;
  /** A block begins or ends, or a line breaks: the words on both sides are two. */
  boundary(): void;
  /** `joined`: the page turns inside a word (`break="no"`). */
  page(n: string, joined?: boolean): void;
  /** A line turns inside a word: a hyphen before it and white space around it go. */
  joinLine(): void;
  /** A note is called here. Everything up to `endNote` is its body; an inner note makes a run of its own. */
  startNote(label: string): void;
  endNote(): void;
  /** Marks a call whose body comes elsewhere; `body` opens it later. */
  call(label: string): void;
  body(label: string): void;
  finish(): Spine;
}

const newRun = (): Run => ({ text: '', end: '', gap: false, glue: false, held: [] });

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

function release(run: Run): void {
  run.glue = false;
  if (run.held.length === 0) return;
  for (const n of run.held) append(run, (isEmpty(run) ? '' : ' ') + pageMark(n));
  run.held = [];
  run.gap = 'space';
}

function addWord(run: Run, word: string): void {
  append(run, run.gap && !isEmpty(run) ? ` ${word}` : word);
  run.gap = false;
}

function addText(run: Run, value: string): void {
  if (value === '') return;
  let rest = value;
  if (isSpace(value.charCodeAt(0))) {
    rest = value.replace(/^[ \t\n\r]+/, '');
    if (!run.glue) {
      release(run);
      run.gap ||= 'space';
    }
    if (rest === '') return;
  }
  run.glue = false;
  if (run.held.length > 0) {
    const end = rest.search(/[ \t\n\r]/);
    addWord(run, end < 0 ? rest : rest.slice(0, end));
    if (end >= 0) addText(run, rest.slice(end));
    return;
  }
  const endsOpen = isSpace(rest.charCodeAt(rest.length - 1));
  addWord(run, (endsOpen ? rest.replace(/[ \t\n\r]+$/, '') : rest).replace(space, ' '));
  run.gap = endsOpen && 'space';
}

/** Makes ready for the second half of a word that a page or line breaks. */
function joinWord(run: Run): void {
  run.end = run.end.replace(hyphenAtEnd, '');
  run.gap = false;
  run.glue = true;
}

/** Whether a word can continue: one is before, in the same block, and no page mark after it. */
const isInWord = (run: Run): boolean => run.gap !== 'edge' && !isEmpty(run) && !run.end.endsWith('\x02');

function addPage(run: Run, n: string, joined: boolean): void {
  if (joined && isInWord(run)) {
    joinWord(run);
    run.held.push(n);
    return;
  }
  release(run);
  run.gap ||= 'space';
  addWord(run, pageMark(n));
  run.gap = 'space';
}

function addCall(run: Run, label: string): void {
  run.gap = false;
  append(run, callMark(label));
}

export function spineBuilder(): SpineBuilder {
  const main = newRun();
  const notes: { label: string; run: Run }[] = [];
  const stack: Run[] = [main];
  const top = (): Run => stack[stack.length - 1]!;
  const open = (label: string): void => {
    const run = newRun();
    notes.push({ label, run });
    stack.push(run);
  };
  const finished = (run: Run): string => {
    release(run);
    return run.text + run.end;
  };
  return {
    text: (value) => addText(top(), value),
    boundary: () => {
      release(top());
      top().gap = 'edge';
    },
    page: (n, joined = false) => addPage(top(), n, joined),
    joinLine: () => {
      if (isInWord(top())) joinWord(top());
    },
    startNote: (label) => {
      addCall(top(), label);
      open(label);
    },
    endNote: () => {
      if (stack.length === 1) throw new Error('endNote without startNote');
      stack.pop();
    },
    call: (label) => addCall(top(), label),
    body: open,
    finish: () => ({
      text: finished(main),
      notes: notes.map(({ label, run }) => ({ label, text: finished(run) })),
    }),
  };
}

/** What a spine holds, counted: words (in the text and in notes), page breaks, note calls. */
export interface SpineCounts {
  readonly words: number;
  readonly pages: number;
  readonly notes: number;
}

/** One word, page break or note call of a canonical run. `tight`: only a mark is between it and the item before. */
export interface SpineItem {
  readonly kind: 'word' | 'page' | 'call';
  readonly text: string;
  readonly tight: boolean;
}

/** The items of a canonical run, in order. */
export function spineItems(run: string): SpineItem[] {
  const items: SpineItem[] = [];
  const pattern = /\x01([^\x02]*)\x02|\x03([^\x04]*)\x04|([^ \x01\x03]+)/g;
  let end = 0;
  for (let match = pattern.exec(run); match !== null; match = pattern.exec(run)) {
    const tight = match.index === end && end > 0;
    end = pattern.lastIndex;
    if (match[1] !== undefined) items.push({ kind: 'page', text: match[1], tight });
    else if (match[2] !== undefined) items.push({ kind: 'call', text: match[2], tight });
    else items.push({ kind: 'word', text: match[3]!, tight });
  }
  return items;
}

/** Counts words and page breaks of a canonical run; a word interrupted by a call counts as one, a call alone is none. */
function countRun(run: string): { words: number; pages: number } {
  let words = 0;
  let pages = 0;
  let inWord = false;
  for (let i = 0; i < run.length; i++) {
    const code = run.charCodeAt(i);
    if (code === 32) inWord = false;
    else if (code === 1) {
      pages++;
      i = run.indexOf('\x02', i);
    } else if (code === 3) i = run.indexOf('\x04', i);
    else if (!inWord) {
      inWord = true;
      words++;
    }
  }
  return { words, pages };
}

/** Counts the items of a spine, in the text and in the notes. */
export function countSpine(spine: Spine): SpineCounts {
  let { words, pages } = countRun(spine.text);
  for (const note of spine.notes) {
    const counts = countRun(note.text);
    words += counts.words;
    pages += counts.pages;
  }
  return { words, pages, notes: spine.notes.length };
}
