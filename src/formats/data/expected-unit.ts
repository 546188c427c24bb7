import type { UnitInfo } from '../../model/edition.ts';
import { letterFrom } from '../../model/letters.ts';
import { lineOf } from '../../model/lines.ts';
import { runsOf } from '../../model/spine.ts';
import { fieldMark, type Item, type Recorded } from '../../model/structure.ts';
import type { UnitContent } from '../../model/unit-content.ts';
import { countBelow } from '../../source/sorted.ts';
import { wordsInLine } from '../in-line.ts';

/** What the tables must have of a unit, from its spine and what was recorded on it: no reading tree is known here. */

/** A place in the spine. */
export interface Place {
  readonly run: number;
  readonly at: number;
}

/** A page as it comes in the running text. */
export interface PageAt {
  readonly at: number;
  readonly label: string;
  /** It does not begin here: the text goes on, on a page that a unit inside this one began. */
  readonly resumed: boolean;
}

const marks = /\x01[^\x02]*\x02|\x03[^\x04]*\x04/g;

/** Where the letter with this number, from 0, is in a canonical run. */
function offsetOfLetter(text: string, number: number): number {
  let at = letterFrom(text, 0);
  for (let i = 0; i < number;) {
    if (text[at] !== '\x06') i++;
    at = letterFrom(text, at + 1);
  }
  while (text[at] === '\x06') at = letterFrom(text, at + 1);
  return at;
}

function pagesOf(text: string, { open }: UnitInfo): PageAt[] {
  const turned = [...text.matchAll(/\x01([^\x02]*)\x02/g)].map((mark) => ({
    at: mark.index + mark[0].length,
    label: mark[1]!,
    resumed: false,
  }));
  const resumed = (open?.resumes ?? []).map(({ letters, page }) => ({
    at: offsetOfLetter(text, letters),
    label: page,
    resumed: true,
  }));
  return [...turned, ...resumed].sort((a, b) => a.at - b.at);
}

const signAspects = new Set(['mark', 'formula', 'gloss']);

/** What a table has in place of a sign. */
function wordsOfSign({ aspect, value }: Item): string {
  if (aspect !== 'mark') return wordsInLine(aspect, value) ?? '';
  const [role] = value.split(fieldMark);
  return role === 'gap' ? '[…]' : role === 'vacat' ? ' ' : '';
}

/** Where blocks, cells and lines begin or end, by run, in order. */
function edgesOf(items: readonly Item[]): Map<number, number[]> {
  const found = new Map<number, Set<number>>();
  for (const { aspect, run, from, to, value } of items) {
    const isLine = aspect === 'line' && !lineOf(value).joined;
    if (!isLine && aspect !== 'block' && aspect !== 'cell') continue;
    const edges = found.get(run) ?? new Set();
    found.set(run, edges.add(from));
    if (!isLine) edges.add(to);
  }
  return new Map([...found].map(([run, edges]) => [run, [...edges].sort((a, b) => a - b)]));
}

/** The runs of a unit, with what is on them. */
export class SourceRuns {
  readonly texts: readonly string[];
  readonly noteCount: number;
  readonly recorded: Recorded;
  readonly pages: readonly PageAt[];
  private readonly startsOn: string;
  /** By run, where two words are separated by more than white space: a note call at the beginning of a block hides it in the canonical run. */
  private readonly edges: ReadonlyMap<number, readonly number[]>;
  private readonly signs: ReadonlyMap<string, string>;

  constructor(unit: UnitInfo, { spine, structure }: UnitContent) {
    this.texts = runsOf(spine);
    this.noteCount = spine.notes.length;
    this.recorded = structure.recorded!();
    this.startsOn = unit.open?.startsOn ?? '';
    this.pages = pagesOf(spine.text, unit);
    this.edges = edgesOf(this.recorded.items);
    const signs = this.recorded.items.filter(({ aspect }) => signAspects.has(aspect));
    this.signs = new Map(signs.map((item) => [`${item.run} ${item.from}`, wordsOfSign(item)]));
  }

  /** The words between two offsets of a run. */
  words(run: number, from = 0, to = this.texts[run]!.length): string {
    const edges = this.edges.get(run) ?? [];
    const pieces: string[] = [];
    let at = from;
    for (let i = countBelow(edges, from + 1); i < edges.length && edges[i]! < to; i++) {
      pieces.push(this.said(run, at, edges[i]!));
      at = edges[i]!;
    }
    return [...pieces, this.said(run, at, to)].join(' ').replace(marks, '').replace(/ +/g, ' ').replace(/^ | $/g, '');
  }

  private said(run: number, from: number, to: number): string {
    const text = this.texts[run]!.slice(from, to);
    if (!text.includes('\x06')) return text;
    return text.replace(/\x06/g, (_, at: number) => this.signs.get(`${run} ${from + at}`) ?? '');
  }

  /** The page that is open at a place: of a note the page on which it is called. */
  page({ run, at }: Place): string {
    const outer = run === 0 ? undefined : this.recorded.begun.get(run);
    const within = this.texts[run]!.slice(0, at).lastIndexOf('\x02');
    if (outer && within >= 0) return this.texts[run]!.slice(this.texts[run]!.lastIndexOf('\x01', within) + 1, within);
    if (outer) return this.page(outer);
    return this.pages.findLast((page) => page.at <= at)?.label ?? this.startsOn;
  }

  /** The number of the note that a run is, or is in; 0 where it is in none. */
  noteOf(run: number): number {
    if (run <= this.noteCount) return run;
    return this.noteOf(this.recorded.begun.get(run)?.run ?? 0);
  }
}
