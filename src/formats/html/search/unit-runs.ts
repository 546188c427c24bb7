import type { EditionContext, Unit } from '../../../model/edition.ts';
import { isFurtherSide, type Reading, type ReadingNode } from '../../../model/reading.ts';

/** What the search has of a unit: its texts line by line, each with the pages on which its words are. */

/** A text of its own: the running text, the body of a note, a reading or remark of the apparatus. */
export interface SearchRun {
  readonly field: 'text' | 'note' | 'apparatus';
  /** Lines are blocks: no phrase goes over the end of one. A page, a line of verse or of the source ends inside. */
  readonly text: string;
  /** From each offset on, the label of the page. */
  readonly pages: readonly (readonly [at: number, label: string])[];
}

/** A name that points to a register: by key, the page it is on. */
export type Mention = readonly [key: string, page: string];

export interface UnitRuns {
  readonly runs: readonly SearchRun[];
  readonly mentions: readonly Mention[];
  /** Ids of registers are in it: it is one. */
  readonly isRegister: boolean;
}

/** A run while it grows. */
class Growing {
  text = '';
  readonly pages: [number, string][] = [];
  private gap: '' | ' ' | '\n' = '';
  /** The page of the next letter, where another one is open than before. */
  private turned: string | undefined;

  constructor(page: string) {
    this.turned = page;
  }

  add(value: string): void {
    const words = value.replace(/[ \t\n\r]+/g, ' ');
    const from = words.startsWith(' ') ? 1 : 0;
    if (from > 0) this.part();
    const to = words.length - (words.length > from && words.endsWith(' ') ? 1 : 0);
    if (to <= from) return;
    if (this.text !== '') this.text += this.gap;
    if (this.turned !== undefined) this.pages.push([this.text.length, this.turned]);
    this.turned = undefined;
    this.text += words.slice(from, to);
    this.gap = to < words.length ? ' ' : '';
  }

  /** What comes next is another word. */
  part(): void {
    if (this.gap === '') this.gap = ' ';
  }

  /** What comes next is in another block. */
  edge(): void {
    this.gap = '\n';
  }

  turn(label: string): void {
    this.part();
    this.turned = label;
  }
}

interface Side {
  readonly run: Growing;
  readonly entry: number;
  readonly about: number;
  readonly isReading: boolean;
}

/** The order of an apparatus: by entry, by reading, the reading before what is said of it. */
const bySide = (a: Side, b: Side): number =>
  a.entry - b.entry || (a.about === b.about ? 0 : a.about - b.about) || Number(b.isReading) - Number(a.isReading);

/** Kinds that are among the words of a line. */
const amongWords: ReadonlySet<ReadingNode['kind']> = new Set(['span', 'link', 'image', 'note', 'app', 'side']);

class RunReader {
  private readonly unit: Unit;
  private readonly edition: EditionContext;
  private readonly main: Growing;
  private readonly notes: Growing[] = [];
  private readonly sides: Side[] = [];
  private readonly mentions: Mention[] = [];
  private isRegister = false;
  private run: Growing;
  private page: string;
  private readonly resumes: { readonly letters: number; readonly page: string }[];
  private letters = 0;

  constructor(unit: Unit, edition: EditionContext) {
    this.unit = unit;
    this.edition = edition;
    this.page = unit.open?.startsOn ?? '';
    this.resumes = [...(unit.open?.resumes ?? [])];
    this.main = new Growing(this.page);
    this.run = this.main;
  }

  read(children: readonly Reading[], entry = 0): void {
    for (const child of children) {
      if (typeof child === 'string') this.text(child);
      else this.node(child, entry);
    }
  }

  private text(value: string): void {
    if (this.run === this.main && this.unit.open?.resumes) this.goOn(value);
    this.run.add(value);
  }

  /** Where the text goes on behind units inside it, another page may be open. */
  private goOn(value: string): void {
    const letters = value.replace(/[ \t\n\r]/g, '').length;
    if (letters > 0 && this.resumes[0]?.letters === this.letters) this.turn(this.resumes.shift()!.page);
    this.letters += letters;
  }

  private turn(label: string): void {
    this.run.turn(label);
    this.page = label;
  }

  private node(node: ReadingNode, entry: number): void {
    const { kind } = node;
    if (node.id !== undefined) this.noticeEntry(node.id);
    if (kind === 'page-break') this.turn(node.n ?? '');
    else if (kind === 'line-break') {
      if (node.joined !== true) this.run.part();
    } else if (kind === 'mark' || kind === 'formula') this.run.part();
    else if (kind === 'note') this.note(node, entry);
    else if (kind === 'app') this.read(node.children, Number(node.n));
    else if (isFurtherSide(node)) this.side(node, entry);
    else if (kind === 'line') this.line(node, entry);
    else if (amongWords.has(kind)) this.inLine(node, entry);
    else this.block(node, entry);
  }

  /** Whether the unit has entries of a register. */
  private noticeEntry(id: string): void {
    const { edition, unit } = this;
    if (unit.facts.kind !== 'section' || this.isRegister) return;
    this.isRegister =
      edition.register(`#${id}`, unit) !== undefined && edition.resolve(`#${id}`, unit)?.unit === unit.facts.id;
  }

  private inLine(node: ReadingNode, entry: number): void {
    if (node.kind === 'span' && node.target !== undefined) this.name(node.target);
    this.read(node.children, entry);
  }

  private name(target: string): void {
    for (const pointer of target.split(/[ \t\r\n]+/)) {
      const key = pointer === '' ? undefined : this.edition.entity?.(pointer, this.unit);
      if (key !== undefined) this.mentions.push([key, this.page]);
    }
  }

  /** A line of verse: words of two lines are two, and a phrase goes on. */
  private line(node: ReadingNode, entry: number): void {
    this.run.part();
    this.read(node.children, entry);
    this.run.part();
  }

  private block(node: ReadingNode, entry: number): void {
    this.run.edge();
    this.read(node.children, entry);
    this.run.edge();
  }

  /** What is read as a text of its own, on the page where it is called; a page that begins in it is not one of the text around it. */
  private apart(run: Growing, node: ReadingNode, entry: number): void {
    const { run: outer, page } = this;
    this.run = run;
    this.read(node.children, entry);
    this.run = outer;
    this.page = page;
  }

  private note(node: ReadingNode, entry: number): void {
    const run = new Growing(this.page);
    this.notes.push(run);
    this.apart(run, node, entry);
  }

  private side(node: ReadingNode, entry: number): void {
    const { about, role } = node;
    const order = about === undefined || about === '' ? Infinity : Number(about);
    const run = new Growing(this.page);
    this.sides.push({ run, entry, about: order, isReading: role === 'reading' });
    this.apart(run, node, entry);
  }

  runs(): UnitRuns {
    const { main, notes, sides, mentions, isRegister } = this;
    const run = (field: SearchRun['field'], { text, pages }: Growing): SearchRun => ({ field, text, pages });
    return {
      runs: [
        run('text', main),
        ...notes.map((note) => run('note', note)),
        ...sides.toSorted(bySide).map((side) => run('apparatus', side.run)),
      ],
      mentions,
      isRegister,
    };
  }
}

/** The texts of a unit. */
export function runsOfUnit(unit: Unit, edition: EditionContext): UnitRuns {
  const reader = new RunReader(unit, edition);
  reader.read([unit.reading]);
  return reader.runs();
}
