import type { UnitInfo } from '../../../model/edition.ts';
import { lineOf } from '../../../model/lines.ts';
import { runsOf } from '../../../model/spine.ts';
import { fieldMark, type Item, type Recorded } from '../../../model/structure.ts';
import type { UnitContent } from '../../../model/unit-content.ts';

/** The lines of each run as the index must have them, from the spine and what was recorded on it: no reading tree is known here. */

/** From an offset on, in the canonical run or in the lines, the label of the page. */
type Turn = readonly [at: number, label: string];

export interface ExpectedRun {
  readonly lines: string;
  readonly turns: readonly Turn[];
}

/** Where words are separated, in order: by the end of a block, or within one. */
interface Edge {
  readonly at: number;
  readonly isHard: boolean;
}

const isLineOfVerse = ({ value }: Item): boolean => value.split(fieldMark)[0] === 'line';

function edgesOf(items: readonly Item[], runs: number): Edge[][] {
  const found = Array.from({ length: runs }, (): Edge[] => []);
  for (const item of items) {
    const { aspect, run, from, to, value } = item;
    const isBlock = aspect === 'block' || aspect === 'cell';
    if (!isBlock && (aspect !== 'line' || lineOf(value).joined)) continue;
    const isHard = isBlock && !(aspect === 'block' && isLineOfVerse(item));
    found[run]!.push({ at: from, isHard });
    if (isBlock) found[run]!.push({ at: to, isHard });
  }
  return found.map((edges) => edges.sort((a, b) => a.at - b.at));
}

const marks = /\x01([^\x02]*)\x02|\x03[^\x04]*\x04|[\x06 ]|[^\x01\x03\x06 ]+/g;

/** The runs of a unit. */
export class ExpectedRuns {
  readonly runs: readonly ExpectedRun[];
  readonly noteCount: number;
  readonly recorded: Recorded;
  private readonly texts: readonly string[];
  private readonly unit: UnitInfo;
  /** By run, where pages begin in the canonical text. */
  private readonly turned: Turn[][] = [];
  private readonly edges: readonly (readonly Edge[])[];

  constructor(unit: UnitInfo, { spine, structure }: UnitContent) {
    this.unit = unit;
    this.texts = runsOf(spine);
    this.noteCount = spine.notes.length;
    this.recorded = structure.recorded!();
    this.edges = edgesOf(this.recorded.items, this.texts.length);
    this.texts.forEach((text, run) => this.turned.push(this.turnsIn(text, run)));
    this.runs = this.texts.map((_, run) => this.linesOf(run));
  }

  /** The label of the page that is open at a place of a canonical run: of a note the page on which it is called. */
  page(run: number, at: number): string {
    const turn = this.turned[run]!.findLast((one) => one[0] <= at);
    const begun = this.recorded.begun.get(run);
    if (turn) return turn[1];
    return run > 0 && begun ? this.page(begun.run, begun.at) : (this.unit.open?.startsOn ?? '');
  }

  private turnsIn(text: string, run: number): Turn[] {
    const turns: Turn[] = [];
    const resumes = run === 0 ? [...(this.unit.open?.resumes ?? [])] : [];
    let letters = 0;
    for (const match of text.matchAll(marks)) {
      const [whole, label] = match;
      if (label !== undefined) turns.push([match.index + whole.length, label]);
      if (!/^[^\x01\x03\x06 ]/.test(whole)) continue;
      while (resumes[0] && resumes[0].letters < letters + whole.length) {
        const { letters: before, page } = resumes.shift()!;
        turns.push([match.index + before - letters, page]);
      }
      letters += whole.length;
    }
    return turns;
  }

  private linesOf(run: number): ExpectedRun {
    const out = new Lines(this.edges[run]!, [[0, this.page(run, 0)], ...this.turned[run]!]);
    for (const match of this.texts[run]!.matchAll(marks)) {
      const [whole] = match;
      if (/^[\x01\x06 ]/.test(whole)) out.space();
      else if (!whole.startsWith('\x03')) out.letters(whole, match.index);
    }
    return { lines: out.text, turns: out.turns };
  }
}

/** The lines of one run while they grow. */
class Lines {
  text = '';
  readonly turns: Turn[] = [];
  private gap: '' | ' ' | '\n' = '';
  private edge = 0;
  private turn = 0;
  private readonly edges: readonly Edge[];
  private readonly pages: readonly Turn[];

  constructor(edges: readonly Edge[], pages: readonly Turn[]) {
    this.edges = edges;
    this.pages = pages;
  }

  space(): void {
    if (this.gap === '') this.gap = ' ';
  }

  /** Letters without a space or mark between them, which are at an offset of the canonical run. */
  letters(all: string, offset: number): void {
    let from = 0;
    while (from < all.length) {
      this.pass(offset + from);
      const next = Math.min(this.edges[this.edge]?.at ?? Infinity, this.pages[this.turn]?.[0] ?? Infinity);
      const to = Math.min(all.length, next - offset);
      this.text += (this.text === '' ? '' : this.gap) + all.slice(from, to);
      this.gap = '';
      from = to;
    }
  }

  /** Notes what is at an offset or before it. */
  private pass(offset: number): void {
    for (; this.edge < this.edges.length && this.edges[this.edge]!.at <= offset; this.edge++) {
      if (this.edges[this.edge]!.isHard) this.gap = '\n';
      else this.space();
    }
    let label: string | undefined;
    for (; this.turn < this.pages.length && this.pages[this.turn]![0] <= offset; this.turn++)
      label = this.pages[this.turn]![1];
    if (label !== undefined) this.turns.push([this.text.length + (this.text === '' ? 0 : this.gap.length), label]);
  }
}
