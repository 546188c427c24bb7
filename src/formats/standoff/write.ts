import type { EditionContext, Unit } from '../../model/edition.ts';
import { type Reading, type ReadingNode, isFurtherSide } from '../../model/reading.ts';
import { objectCharacter, type Standoff, standoffFormat, type StandoffNote, type StandoffSpan } from './shape.ts';

/** Writes the stand-off form of a unit from its reading tree. */

type NewSpan = Omit<StandoffSpan, 'start' | 'end'>;

/** A text that grows, with the spans on it. White space of any length is one space; between two blocks it is a line end. */
class Run {
  text = '';
  readonly spans: StandoffSpan[] = [];
  private length = 0;
  /** What separates the next letter from the last one: white space of the text; a line; a block. */
  private gap: '' | 'space' | 'line' | 'block' = '';
  /** A note is called before the first letter: white space behind the call counts. */
  private isCalled = false;
  /** Spans that begin with the next letter. */
  private waiting: StandoffSpan[] = [];

  add(value: string): void {
    for (const piece of value.split(/([ \t\n\r]+)/)) {
      if (/^[ \t\n\r]/.test(piece)) this.gap ||= 'space';
      else if (piece !== '') this.letters(piece);
    }
  }

  /** What comes next is another word; `isBlock`: in another block. */
  part(isBlock: boolean): void {
    if (this.gap !== 'block') this.gap = isBlock ? 'block' : 'line';
  }

  private letters(piece: string): void {
    this.endGap();
    for (const span of this.waiting) span.start = this.length;
    this.waiting = [];
    this.put(piece);
  }

  private endGap(): void {
    if (this.gap !== '' && (this.length > 0 || this.isCalled)) this.put(this.gap === 'block' ? '\n' : ' ');
    this.gap = '';
  }

  private put(piece: string): void {
    this.text += piece;
    for (const _ of piece) this.length++;
  }

  point(span: NewSpan): void {
    const { type, ...more } = span;
    if (type === 'note') {
      // White space before a call does not count; a block or line that begins with a call does.
      if (this.gap !== 'space') this.endGap();
      this.gap = '';
      this.isCalled = true;
    }
    this.spans.push({ type, start: this.length, end: this.length, ...more });
  }

  sign(value: string): void {
    const end = this.open({ type: 'sign', value });
    this.letters(objectCharacter);
    end();
  }

  /** A span begins with the next letter; what is given back ends it. */
  open({ type, ...more }: NewSpan): () => void {
    const span: StandoffSpan = { type, start: -1, end: -1, ...more };
    this.spans.push(span);
    this.waiting.push(span);
    return () => {
      if (span.start < 0) {
        this.waiting = this.waiting.filter((one) => one !== span);
        span.start = this.length;
      }
      span.end = this.length;
    };
  }

  /** In the order of their places; of two that begin at the same one, the outer first. */
  inOrder(): StandoffSpan[] {
    return this.spans.toSorted((a, b) => a.start - b.start);
  }
}

const amongWords: ReadonlySet<ReadingNode['kind']> = new Set(['span', 'link', 'image', 'note', 'app', 'side']);

class Writer {
  readonly main = new Run();
  private run = this.main;
  /** Of the words around, innermost. */
  private language: string | undefined;
  private readonly notes: { readonly label: string; readonly run: Run }[] = [];

  read(children: readonly Reading[]): void {
    for (const child of children) {
      if (typeof child === 'string') this.run.add(child);
      else this.node(child);
    }
  }

  private node(node: ReadingNode): void {
    const { kind, n = '' } = node;
    if (kind === 'page-break') this.page(n);
    else if (kind === 'line-break') {
      if (node.joined !== true) this.run.part(false);
    } else if (kind === 'mark') this.run.sign(node.role ?? '');
    else if (kind === 'formula') this.run.sign('formula');
    else if (kind === 'note') this.note(node);
    // A reading that is not in the text has its notes, which are called nowhere in it.
    else if (isFurtherSide(node)) this.apart(node, new Run());
    else this.element(node);
  }

  private page(label: string): void {
    this.run.part(false);
    this.run.point({ type: 'page', label });
  }

  private element(node: ReadingNode): void {
    const isBlock = !amongWords.has(node.kind);
    if (isBlock) this.run.part(true);
    const outer = this.language;
    this.language = node.lang ?? outer;
    const ends = spansOf(node).map((span) => this.run.open(span));
    this.read(node.children);
    for (const end of ends.reverse()) end();
    this.language = outer;
    if (isBlock) this.run.part(true);
  }

  private note(node: ReadingNode): void {
    const label = node.n ?? '';
    const run = new Run();
    const note = this.notes.push({ label, run }) - 1;
    this.run.point({ type: 'note', label, note });
    this.apart(node, run);
  }

  private apart(node: ReadingNode, run: Run): void {
    const outer = this.run;
    this.run = run;
    // What is said apart is in the language of its place.
    this.element({ ...node, kind: 'block', ...(this.language !== undefined && { lang: node.lang ?? this.language }) });
    this.run = outer;
  }

  said(): Pick<Standoff, 'text' | 'spans' | 'notes'> {
    const said = (run: Run) => ({ text: run.text, spans: run.inOrder() });
    const notes = this.notes.map(({ label, run }): StandoffNote => ({ label, ...said(run) }));
    return { ...said(this.main), notes };
  }
}

/** What the words in a node are, where they point, and their language. */
function spansOf({ kind, role, title, target, lang, status }: ReadingNode): NewSpan[] {
  const to = target === undefined || target.trim() === '' ? {} : { target };
  const said = title === undefined || title === '' ? {} : { value: title };
  const own: NewSpan[] =
    kind === 'link' && target !== undefined
      ? [{ type: 'link', target }]
      : kind === 'span' && status === undefined && role !== 'anchor' && (role !== undefined || target !== undefined)
        ? [{ type: 'words', ...(role !== undefined && { role }), ...said, ...to }]
        : [];
  return [...own, ...languageOf(lang)];
}

const languageOf = (code: string | undefined): NewSpan[] =>
  code === undefined ? [] : [{ type: 'language', value: code }];

/** The file of a unit. */
export function writeStandoff({ facts, reading }: Unit, { language }: EditionContext): string {
  const writer = new Writer();
  writer.read([reading]);
  const { text, spans, notes } = writer.said();
  const content: Standoff = {
    format: standoffFormat,
    id: facts.id,
    title: facts.title,
    language: facts.language ?? language ?? null,
    offsets: 'code points',
    text,
    spans,
    notes,
  };
  return `${JSON.stringify(content, null, 1)}\n`;
}
