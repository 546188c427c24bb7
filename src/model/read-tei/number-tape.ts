import type { XmlTag } from '../../source/xml.ts';
import { type Level, type Numbering, type NumberShown, numberValue } from '../numbers.ts';
import { isDivision, isLine, isMilestoneWithNumber, isUnnumbered, ownNumber, seriesOf, unitOf } from './numbered.ts';
import { attributeOf, type DocumentSelector, selects } from './structure.ts';

/**
 * Records on the tape where the numbered units of a text begin. A number depends on those around it, and which series of milestones or lines are part of
 * a larger number is known at the end of the text; so what is put on the tape at first is settled then.
 */

/** Puts an operation on the tape and gives its place; sets its value later, or takes it away. */
export interface NumberRecording {
  put(offset: number): number;
  /** Undefined: it is not a number. */
  settle(at: number, value: string | undefined): void;
}

/** A numbered element or milestone. */
interface Mark {
  /** Its place on the tape; undefined: a document, whose number is that of its page. */
  readonly at: number | undefined;
  readonly kind: 'unit' | 'milestone' | 'line';
  readonly unit: string;
  readonly n: string;
  readonly delim: string;
  readonly above: Mark | undefined;
  /** The latest numbers of the series of milestones in its division. */
  readonly series: Map<string, Mark>;
  shown: NumberShown;
  full: string;
}

/** A path of a level that an element has followed so far, and the number around it. */
interface Way {
  readonly level: Level;
  readonly next: number;
  readonly above: Mark | undefined;
}

interface Frame {
  readonly ways: readonly Way[];
  /** The nearest number around what the element holds, and that of the nearest division. */
  readonly around: Mark | undefined;
  readonly division: Mark | undefined;
  readonly series: Map<string, Mark>;
  /** The number of a division that is shown next to its words if it has a heading, or if prose is directly in it. */
  readonly own: Mark | undefined;
}

/** What is prose where it is directly in a division: its number is next to it. */
const prose = new Set('p ab q quote cit list seg'.split(' '));
const numberedByNesting = new Set('p ab seg'.split(' '));

/** What a division is called, and no number: `Tab A`. */
const isName = (n: string): boolean => n.includes(' ');

const follows = (tag: XmlTag, { steps }: Level, at: number): boolean => {
  const { name, tests } = steps[at]!;
  return (
    (name === '*' || name === tag.local) &&
    tests.every(([attribute, value]) => {
      const said = attributeOf(tag, attribute);
      return value === undefined ? said !== undefined : said === value;
    })
  );
};

/** Of two levels to which an element belongs, the lower one holds, else the first. */
const isBefore = (a: Level, b: Level): boolean => a.depth > b.depth || (a.depth === b.depth && a.place < b.place);

/** A number behind that of the unit around it; one that has it already is whole. */
function joined({ n, delim, above }: Mark): string {
  if (!above) return n;
  const continues = (before: string): boolean => n.startsWith(before) && /^[^\p{L}\p{N}]/u.test(n.slice(before.length));
  if (continues(above.full)) return n;
  const isPart = n.startsWith(above.n) && /\d$/.test(above.n) && /^\p{L}/u.test(n.slice(above.n.length));
  return isPart || continues(above.n) ? above.full + n.slice(above.n.length) : `${above.full}${delim}${n}`;
}

export class NumberTape {
  private readonly frames: Frame[] = [];
  private readonly marks: Mark[] = [];
  private unnumbered = 0;
  private readonly tape: NumberRecording;
  private readonly selector: DocumentSelector;
  private readonly declared: () => readonly Level[];
  private levels: readonly Level[] = [];

  constructor(tape: NumberRecording, selector: DocumentSelector, declared: () => readonly Level[]) {
    this.tape = tape;
    this.selector = selector;
    this.declared = declared;
  }

  open(tag: XmlTag): void {
    const outer = this.frames.at(-1);
    this.see(tag.local, outer);
    if (this.unnumbered > 0 || (outer && isUnnumbered(tag))) {
      this.unnumbered++;
      return;
    }
    if (!outer) this.levels = this.declared();
    const ways = outer?.ways ?? this.levels.map((level): Way => ({ level, next: 0, above: undefined }));
    const { onward, found } = this.follow(tag, ways);
    const mark = found ?? (this.levels.length === 0 ? this.byNesting(tag, outer) : undefined);
    if (!mark && isMilestoneWithNumber(tag.local)) this.milestone(tag, outer);
    const isDiv = isDivision(tag.local);
    const around = mark?.kind === 'unit' ? mark : outer?.around;
    this.frames.push({
      ways: onward,
      around,
      division: isDiv ? (mark ?? outer?.division) : outer?.division,
      series: isDiv || !outer ? new Map<string, Mark>() : outer.series,
      own: isDiv && mark?.kind === 'unit' ? mark : undefined,
    });
  }

  close(): void {
    if (this.unnumbered > 0) this.unnumbered--;
    else this.frames.pop();
  }

  /** All is read of the text whose marks wait. */
  settle({ above, delims, lines }: Numbering): void {
    const isDeclared = this.levels.length > 0;
    for (const mark of this.marks) {
      if (mark.kind === 'milestone') this.settleMilestone(mark, above, delims);
      else mark.full = joined(mark);
      const isSeen = mark.kind !== 'line' || ((isDeclared || lines) && mark.full !== mark.n);
      if (mark.at !== undefined) this.tape.settle(mark.at, isSeen ? numberValue(mark) : undefined);
    }
    this.marks.length = 0;
  }

  /** What a division holds says how its number is shown. */
  private see(name: string, outer: Frame | undefined): void {
    const own = outer?.own;
    if (!own || this.unnumbered > 0) return;
    if (name === 'head' || (own.above && prose.has(name))) own.shown = 'margin';
  }

  private follow(tag: XmlTag, ways: readonly Way[]): { onward: Way[]; found: Mark | undefined } {
    const onward = new Map<Level, Map<number, Way>>();
    const add = (way: Way): void => {
      const known = onward.get(way.level);
      if (known) known.set(way.next, way);
      else onward.set(way.level, new Map([[way.next, way]]));
    };
    let found: Mark | undefined;
    let reached: Way | undefined;
    for (const way of ways) if (way.level.steps[way.next]!.deep) add(way);
    for (const way of ways) {
      const { level, next } = way;
      if (!follows(tag, level, next)) continue;
      if (next + 1 < level.steps.length) add({ ...way, next: next + 1 });
      else if (!reached || isBefore(level, reached.level)) reached = way;
    }
    if (reached) {
      const { level, above } = reached;
      const n = level.isNumbered ? ownNumber(tag) : undefined;
      if (n !== undefined) found = this.unit(tag, n, level.unit || unitOf(tag), level.delim, above);
      for (const inner of level.inner) add({ level: inner, next: 0, above: found ?? above });
    }
    return { onward: [...onward.values()].flatMap((byStep) => [...byStep.values()]), found };
  }

  private byNesting(tag: XmlTag, outer: Frame | undefined): Mark | undefined {
    const { local } = tag;
    const isCounted = isDivision(local) || numberedByNesting.has(local) || isLine(local);
    const n = isCounted ? ownNumber(tag) : undefined;
    if (n === undefined || (isDivision(local) && isName(n))) return undefined;
    const above = isLine(local) ? outer?.division : outer?.around;
    // The number of a document is not part of those of its lines: they are alone on its page.
    if (isLine(local) && above?.at === undefined) return undefined;
    return this.unit(tag, n, unitOf(tag), '.', above);
  }

  private unit(tag: XmlTag, n: string, unit: string, delim: string, above: Mark | undefined): Mark {
    const kind = isLine(tag.local) ? 'line' : 'unit';
    const isDocument = selects(this.selector, tag);
    const shown = kind === 'line' ? '' : isDivision(tag.local) ? 'label' : 'margin';
    const at = isDocument ? undefined : this.tape.put(tag.start);
    const series = this.frames.at(-1)?.series ?? new Map<string, Mark>();
    return this.add({ at, kind, unit: kind === 'line' ? 'line' : unit, n, delim, above, series, shown, full: '' });
  }

  private milestone(tag: XmlTag, outer: Frame | undefined): void {
    const n = ownNumber(tag);
    if (n === undefined || !outer) return;
    const at = this.tape.put(tag.start);
    const { around: above, series } = outer;
    this.add({ at, kind: 'milestone', unit: seriesOf(tag), n, delim: '.', above, series, shown: 'place', full: n });
  }

  private add(mark: Mark): Mark {
    this.marks.push(mark);
    return mark;
  }

  private settleMilestone(mark: Mark, above: Numbering['above'], delims: Numbering['delims']): void {
    const { unit, series, n } = mark;
    const larger = above.get(unit);
    if (larger !== undefined) {
      mark.shown = 'margin';
      const around = larger === '' ? mark.above : (series.get(larger) ?? mark.above);
      mark.full = joined({ ...mark, n, above: around, delim: delims.get(unit) ?? '.' });
    }
    series.set(unit, mark);
    for (const smaller of above.keys()) if (isBelow(smaller, unit, above)) series.delete(smaller);
  }
}

/** Whether a series of milestones is below another: it begins anew with it. */
function isBelow(series: string, other: string, above: Numbering['above']): boolean {
  let larger = above.get(series);
  for (let i = 0; i < above.size && larger !== undefined && larger !== ''; i++) {
    if (larger === other) return true;
    larger = above.get(larger);
  }
  return false;
}
