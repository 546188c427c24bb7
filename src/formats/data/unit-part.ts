import type { EditionContext, Unit } from '../../model/edition.ts';
import { type Reading, type ReadingNode, isFurtherSide } from '../../model/reading.ts';
import { glossInLine } from '../../model/gloss.ts';
import { formulaWords } from '../../model/formula/linear.ts';
import type { MentionRow, NoteRow, PageTurn, ReadingRow, Stretch, UnitRows, Where } from './unit-rows.ts';
import { Words } from './words.ts';

/** Walks through the reading tree of a unit and collects what the tables have of it. */

/** A text of its own: the running text, the body of a note, a side of an entry. */
interface Run {
  readonly where: Where;
  readonly note: number;
  readonly words: Words;
}

/** A name that is open, and its words so far. */
interface Open {
  readonly run: Run;
  readonly words: Words;
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** With the number of the reading that it is, or is about. */
type Further = Mutable<ReadingRow> & { readonly about: number };

/** The order of an apparatus: by entry, by reading, the reading before what is said of it. */
const byPlace = (a: Further, b: Further): number =>
  a.entry - b.entry ||
  (a.about === b.about ? 0 : a.about - b.about) ||
  Number(a.role !== 'reading') - Number(b.role !== 'reading');

/** Kinds that are among the words of a line; all others are blocks. */
const amongWords: ReadonlySet<ReadingNode['kind']> = new Set(['span', 'link', 'image', 'note', 'app', 'side']);

/** What a paragraph is called: the role of a plain block, the kind of all others. */
const kindOf = ({ kind, role }: ReadingNode): string => (kind === 'block' ? (role ?? kind) : kind);

class UnitReader {
  readonly flow: (Stretch | PageTurn)[] = [];
  readonly notes: Mutable<NoteRow>[] = [];
  readonly mentions: Mutable<MentionRow>[] = [];
  readonly readings: Further[] = [];
  private readonly unit: Unit;
  private readonly edition: EditionContext;
  private readonly main: Run = { where: 'text', note: 0, words: new Words() };
  private run: Run = this.main;
  private open: readonly Open[] = [];
  private page: string;
  private readonly resumes: { readonly letters: number; readonly page: string }[];
  /** Of the running text so far. */
  private letters = 0;
  private paragraph = 0;
  /** Words of this paragraph have been put down. */
  private begun = false;
  private readonly kinds: string[] = [];
  private readonly lemmas = new Map<number, Words>();

  constructor(unit: Unit, edition: EditionContext) {
    this.unit = unit;
    this.edition = edition;
    this.page = unit.open?.startsOn ?? '';
    this.resumes = [...(unit.open?.resumes ?? [])];
  }

  read(children: readonly Reading[], entry = 0): void {
    for (const child of children) {
      if (typeof child === 'string') this.text(child);
      else this.node(child, entry);
    }
  }

  /** The unit has been read: what is left is its last paragraph. */
  finish(): void {
    this.flush();
  }

  private text(value: string): void {
    if (this.run === this.main && this.unit.open?.resumes) this.goOn(value);
    this.add(value);
  }

  /** Where the text goes on behind units inside it, another page may be open. */
  private goOn(value: string): void {
    const letters = value.replace(/[ \t\n\r]/g, '').length;
    if (letters > 0 && this.resumes[0]?.letters === this.letters) {
      this.page = this.resumes.shift()!.page;
      this.flushStretch();
      this.flow.push({ resume: this.page });
    }
    this.letters += letters;
  }

  private add(value: string): void {
    this.run.words.add(value);
    for (const { run, words } of this.open) if (run === this.run) words.add(value);
  }

  private part(): void {
    this.run.words.part();
    for (const { run, words } of this.open) if (run === this.run) words.part();
  }

  private node(node: ReadingNode, entry: number): void {
    const { kind } = node;
    if (kind === 'page-break') this.turn(node.n ?? '');
    else if (kind === 'line-break') {
      if (node.joined !== true) this.part();
    } else if (kind === 'mark') this.mark(node);
    else if (kind === 'formula') this.add(formulaWords(node.notation!, node.raw!));
    else if (kind === 'note') this.note(node, entry);
    else if (kind === 'app') this.read(node.children, Number(node.n));
    else if (isFurtherSide(node)) this.further(node, entry);
    else if (kind === 'side') this.lemma(node, entry);
    else if (kind === 'span' && node.target !== undefined) this.name(node, entry);
    else if (amongWords.has(kind)) this.read(node.children, entry);
    else this.block(node, entry);
  }

  private mark({ role, title }: ReadingNode): void {
    if (role === 'gap') this.add('[…]');
    else if (role === 'vacat') this.part();
    else if (role === 'gloss') this.add(glossInLine(title ?? ''));
  }

  private turn(label: string): void {
    this.part();
    if (this.run === this.main) {
      this.flushStretch();
      this.flow.push({ turn: label });
    }
    this.page = label;
  }

  private block(node: ReadingNode, entry: number): void {
    this.edge();
    this.kinds.push(kindOf(node));
    this.read(node.children, entry);
    this.edge();
    this.kinds.pop();
  }

  private edge(): void {
    this.part();
    if (this.run === this.main) this.flush();
  }

  /** A paragraph ends. */
  private flush(): void {
    this.flushStretch();
    this.begun = false;
  }

  private flushStretch(): void {
    const text = this.main.words.take();
    if (text === '') return;
    if (!this.begun) this.paragraph++;
    this.begun = true;
    this.flow.push({ paragraph: this.paragraph, kind: this.kinds.at(-1) ?? 'text', text });
  }

  private inRun(run: Run, inside: () => void): string {
    const { run: outer, page } = this;
    this.run = run;
    inside();
    // A page that begins in a note is not one of the text around it.
    this.run = outer;
    this.page = page;
    return run.words.take();
  }

  private note(node: ReadingNode, entry: number): void {
    const row: Mutable<NoteRow> = { call: node.n ?? '', page: this.page, text: '' };
    const number = this.notes.push(row);
    row.text = this.inRun({ where: 'note', note: number, words: new Words() }, () => this.read(node.children, entry));
  }

  private further({ role = '', says = {}, sigla, sources, about, children }: ReadingNode, entry: number): void {
    const row: Further = {
      about: about === undefined || about === '' ? Infinity : Number(about),
      page: this.page,
      entry,
      lemma: '',
      role,
      text: '',
      witnesses: (sigla ?? []).map(({ siglum }) => siglum).join(' '),
      sources: (sources ?? []).map(({ siglum }) => siglum).join(' '),
      hand: says.hand ?? '',
      type: says.type ?? '',
      cause: says.cause ?? '',
      certainty: says.cert ?? '',
    };
    this.readings.push(row);
    const run: Run = { where: 'apparatus', note: this.run.note, words: new Words() };
    row.text = this.inRun(run, () => this.read(children, entry));
  }

  private lemma(node: ReadingNode, entry: number): void {
    const words = new Words();
    this.lemmas.set(entry, words);
    this.within(words, () => this.read(node.children, entry));
  }

  private within(words: Words, inside: () => void): void {
    const before = this.open;
    this.open = [...before, { run: this.run, words }];
    inside();
    this.open = before;
  }

  private name(node: ReadingNode, entry: number): void {
    const { where, note } = this.run;
    const rows = (node.target ?? '').split(/[ \t\r\n]+/).flatMap((pointer): Mutable<MentionRow>[] => {
      if (pointer === '') return [];
      const entity = this.edition.entity?.(pointer, this.unit) ?? '';
      const { role = '', cert: certainty = '' } = node;
      return [{ page: this.page, where, note, role, pointer, entity, words: '', certainty }];
    });
    this.mentions.push(...rows);
    const words = new Words();
    this.within(words, () => this.read(node.children, entry));
    const said = words.take();
    for (const row of rows) row.words = said;
  }

  rows(): UnitRows {
    this.readings.sort(byPlace);
    const lemmas = new Map([...this.lemmas].map(([entry, words]) => [entry, words.take()]));
    for (const row of this.readings) row.lemma = lemmas.get(row.entry) ?? '';
    const { flow, notes, mentions } = this;
    const readings = this.readings.map(({ about: _, ...row }) => row);
    return { flow, notes, mentions, readings };
  }
}

/** What the tables have of a unit. */
export function rowsOfUnit(unit: Unit, edition: EditionContext): UnitRows {
  const reader = new UnitReader(unit, edition);
  reader.read([unit.reading]);
  reader.finish();
  return reader.rows();
}
