/**
 * Lays running text out in lines: blocks separated by line ends or blank lines, markers (`• `, `[3] `) before the first
 * words of an item, hanging indents. It knows nothing of dialects; `marks.ts` turns the marks inside a line into
 * characters.
 */

export interface Line {
  /** Spaces before the marker or the text. */
  readonly indent: number;
  /** Comes before the text and is not text: `• `, `1. `, `[3] `. */
  readonly marker: string;
  /** A blank line is before this one. */
  readonly blank: boolean;
  /** Words separated by single spaces, cells by tabs, marks in the form of `marks.ts`. */
  readonly text: string;
}

interface ItemShape {
  readonly marker: string;
  readonly indent: number;
  readonly hang: number;
  readonly always?: boolean;
}

export interface Layout {
  /** Words; any run of white space is one space. */
  words(value: string): void;
  /** Something that is not made of words (a mark, a tab), put as it is. `glued`: a space before it goes. */
  put(value: string, glued?: boolean): void;
  /** What follows begins on a new line, in the middle of a word; in a flat stretch it goes on. */
  turn(): void;
  /** What follows begins on a new line, set in by so many spaces; in a flat stretch it goes on. */
  line(indent: number): void;
  /** A mark that belongs to the words before it, also where a new line waits for words. */
  behind(value: string): void;
  /** What follows begins on a new line (1) or after a blank line (2). `exactly`: whatever else asks for more until the next words. */
  gap(lines: 1 | 2, exactly?: boolean): void;
  /**
   * Lays out `inside` with a marker before its first words and all its further lines indented by `hang`. Where there are no words,
   * there is no line, unless the marker must be (`always`).
   */
  item(shape: ItemShape, inside: () => void): void;
  /** Lays out `inside` on the current line: gaps and line ends in it are spaces. */
  flat(inside: () => void): void;
  lines(): readonly Line[];
}

const space = /[ \t\n\r]+/g;

/** A line that still grows: its text is not read until it is whole, since it would be copied with every word. */
interface GrowingLine {
  readonly indent: number;
  readonly marker: string;
  readonly blank: boolean;
  readonly texts: string[];
  /** The last text ends with a space, which is not in it yet: it may still go. */
  space: '' | ' ';
}

interface Sheet {
  readonly lines: GrowingLine[];
  gap: 0 | 1 | 2;
  exactly: boolean;
  indent: number;
  /** A marker that waits for the first words after it. */
  waiting: { readonly marker: string; readonly indent: number } | undefined;
  flat: number;
}

function startLine(sheet: Sheet): void {
  const { marker, indent } = sheet.waiting ?? { marker: '', indent: sheet.indent };
  sheet.lines.push({ indent, marker, blank: sheet.gap === 2 && sheet.lines.length > 0, texts: [], space: '' });
  sheet.waiting = undefined;
  sheet.gap = 0;
  sheet.exactly = false;
}

const isOpen = (sheet: Sheet): boolean => sheet.lines.length > 0 && sheet.gap === 0 && sheet.waiting === undefined;

function addText(line: GrowingLine, text: string): void {
  if (text === '') return;
  const solid = text.endsWith(' ') ? text.slice(0, -1) : text;
  if (line.space + solid !== '') line.texts.push(line.space + solid);
  line.space = solid === text ? '' : ' ';
}

/** Whether a space would change nothing: at the beginning, after a space and after a tab. */
function needsNoSpace({ texts, space }: GrowingLine): boolean {
  const last = texts.at(-1);
  return space === ' ' || last === undefined || last.endsWith('\t') || last.endsWith(' ');
}

/** A line as it is written: without space and tabs at its end. */
function finished({ indent, marker, blank, texts }: GrowingLine): Line {
  const text = texts.join('');
  let end = text.length;
  while (end > 0 && (text[end - 1] === ' ' || text[end - 1] === '\t')) end--;
  return { indent, marker, blank, text: text.slice(0, end) };
}

function addWords(sheet: Sheet, value: string): void {
  let words = value.replace(space, ' ');
  const fresh = !isOpen(sheet);
  if (words.startsWith(' ') && (fresh || needsNoSpace(sheet.lines.at(-1)!))) words = words.slice(1);
  if (words === '') return;
  if (fresh) startLine(sheet);
  addText(sheet.lines.at(-1)!, words);
}

function addAsIs(sheet: Sheet, value: string, glued: boolean): void {
  // A table inside a cell has no cells of its own.
  if (sheet.flat > 0 && value === '\t') return addWords(sheet, ' ');
  if (!isOpen(sheet)) startLine(sheet);
  const line = sheet.lines.at(-1)!;
  if (glued) line.space = '';
  addText(line, value);
}

function addBehind(sheet: Sheet, value: string): void {
  if (sheet.lines.length === 0 || sheet.waiting !== undefined) startLine(sheet);
  sheet.lines.at(-1)!.texts.push(value);
}

function addGap(sheet: Sheet, lines: 1 | 2, exactly: boolean): void {
  if (sheet.flat > 0) addWords(sheet, ' ');
  if (sheet.flat > 0 || sheet.waiting !== undefined || sheet.lines.length === 0 || sheet.exactly) return;
  sheet.gap = sheet.gap === 2 && !exactly ? 2 : lines;
  sheet.exactly = exactly;
}

/** A line of an example; where a marker waits for its first words, nothing is set in before it. */
function addLine(sheet: Sheet, indent: number): void {
  const isFirst = sheet.waiting !== undefined;
  addGap(sheet, 1, false);
  if (sheet.flat === 0 && !isFirst && indent > 0) sheet.waiting = { marker: '', indent: sheet.indent + indent };
}

function addItem(sheet: Sheet, { marker, indent, hang, always = false }: ItemShape, inside: () => void): void {
  if (sheet.flat > 0) {
    inside();
    return;
  }
  // An item whose first content is an item: its own marker stands alone on a line.
  if (sheet.waiting !== undefined && sheet.waiting.marker !== '') startLine(sheet);
  if (sheet.lines.length > 0 && sheet.gap === 0) sheet.gap = 1;
  const before = sheet.indent;
  const waiting = { marker, indent: before + indent };
  sheet.waiting = waiting;
  sheet.indent = before + indent + hang;
  inside();
  if (sheet.waiting === waiting && always) startLine(sheet);
  sheet.waiting = undefined;
  sheet.indent = before;
  addGap(sheet, 1, false);
}

/** An empty sheet to lay text out on. */
export function layout(): Layout {
  const sheet: Sheet = { lines: [], gap: 0, exactly: false, indent: 0, waiting: undefined, flat: 0 };
  return {
    words: (value) => addWords(sheet, value),
    put: (value, glued = false) => addAsIs(sheet, value, glued),
    turn: () => {
      if (sheet.flat === 0) addGap(sheet, 1, false);
    },
    line: (indent) => addLine(sheet, indent),
    behind: (value) => addBehind(sheet, value),
    gap: (lines, exactly = false) => addGap(sheet, lines, exactly),
    item: (shape, inside) => addItem(sheet, shape, inside),
    flat: (inside) => {
      sheet.flat++;
      inside();
      sheet.flat--;
    },
    lines: () => sheet.lines.map(finished),
  };
}
