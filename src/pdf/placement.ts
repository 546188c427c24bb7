import { type Block, blocksOf, type NotePlace } from './blocks.ts';
import type { PdfDocument } from './document.ts';
import { type Line, linesOf } from './lines.ts';

/** What a typographer looks for on the pages: notes that are not under their calls, lonely lines and headings, lines that are too loose or too long. */

export interface LineFault {
  /** From 0. */
  readonly page: number;
  readonly text: string;
}

export interface Gap {
  readonly page: number;
  /** How much of the height is used: 0 to 1. */
  readonly filled: number;
}

export interface Placement {
  readonly notes: readonly NotePlace[];
  /** Notes that begin on another page than that of their call. */
  readonly moved: readonly NotePlace[];
  /** Headings behind which a page ends. */
  readonly stranded: readonly LineFault[];
  /** Last lines of paragraphs, alone on a page. */
  readonly widows: readonly LineFault[];
  /** First lines of paragraphs, alone on a page. */
  readonly orphans: readonly LineFault[];
  /** With the stretch of their spaces, in thousandths of the size. */
  readonly loose: readonly (LineFault & { readonly stretch: number })[];
  /** With what is too much, in points. */
  readonly overfull: readonly (LineFault & { readonly excess: number })[];
  /** Pages that end early, though no heading begins the next one. */
  readonly gaps: readonly Gap[];
}

interface SetBlock extends Block {
  readonly lines: readonly Line[];
}

/** A word space is a fifth to a quarter of the size in the font; one that is two and a half times as wide is seen by everybody. */
const looseFrom = 375;

/** How far a line may go over its end, of its size: what hangs in the margin on purpose is a hyphen or a stop. */
const hanging = 0.35;

const leastFilled = 0.7;

const isHeading = ({ role }: Block): boolean => /^H\d?$/.test(role);

/** Paragraphs of one page that end or begin with a line alone. */
function lonelyLines(blocks: readonly SetBlock[]): Pick<Placement, 'widows' | 'orphans'> {
  const widows: LineFault[] = [];
  const orphans: LineFault[] = [];
  for (const { lines, isInNote, isInTable } of blocks) {
    const [first, second] = lines;
    if (isInNote || isInTable || !first || !second) continue;
    const [last, before] = [lines.at(-1)!, lines.at(-2)!];
    if (first.page !== second.page) orphans.push({ page: first.page, text: first.text });
    if (last.page !== before.page) widows.push({ page: last.page, text: last.text });
  }
  return { widows, orphans };
}

function strandedHeadings(flow: readonly SetBlock[]): LineFault[] {
  return flow.flatMap((block, i) => {
    const [line, next] = [block.lines.at(-1), flow[i + 1]?.lines[0]];
    return line && next && isHeading(block) && next.page > line.page ? [{ page: line.page, text: line.text }] : [];
  });
}

/** An edge at which fewer lines end than this is none: verse ends where it will. */
const leastAtEdge = 0.05;

/** The right edge of left and of right pages: where most lines end. */
function rightEdges(blocks: readonly SetBlock[]): readonly [even: number, odd: number] {
  const ends = [new Map<number, number>(), new Map<number, number>()] as const;
  for (const { lines, isInTable } of blocks)
    for (const { page, x1 } of isInTable ? [] : lines.slice(0, -1)) {
      const ofSide = ends[page % 2 === 0 ? 0 : 1];
      ofSide.set(Math.round(x1), (ofSide.get(Math.round(x1)) ?? 0) + 1);
    }
  const count = blocks.reduce((sum, { lines, isInTable }) => sum + (isInTable ? 0 : lines.length), 0);
  const most = (ofSide: ReadonlyMap<number, number>): number => {
    const [edge, lines] = [...ofSide].reduce((a, b) => (b[1] > a[1] ? b : a), [Infinity, 0] as const);
    return lines > (leastAtEdge * count) / 2 ? edge : Infinity;
  };
  return [most(ends[0]), most(ends[1])];
}

function overfullLines(blocks: readonly SetBlock[], edges: readonly number[]): Placement['overfull'] {
  return blocks.flatMap(({ lines, isInTable }) =>
    (isInTable ? [] : lines).flatMap(({ page, x1, text, size }) => {
      const excess = x1 - edges[page % 2]!;
      return excess > hanging * size ? [{ page, text, excess }] : [];
    }),
  );
}

/** Lines that were stretched to the width of their block or of the page, which the last line of a block never is. */
function looseLines({ lines, isInTable }: SetBlock, edges: readonly number[]): Placement['loose'] {
  const widest = lines.reduce((most, { x1 }) => Math.max(most, x1), -Infinity);
  return (isInTable ? [] : lines.slice(0, -1)).flatMap(({ page, text, stretch, x1, size }) => {
    const isFull = [widest, edges[page % 2]!].some((edge) => Math.abs(x1 - edge) < size);
    return stretch > looseFrom && isFull ? [{ page, text, stretch }] : [];
  });
}

/** How full pages are, between the highest and the lowest line of any page. */
function gapsIn(blocks: readonly SetBlock[], flow: readonly SetBlock[]): Gap[] {
  const lines = blocks.flatMap((block) => block.lines);
  if (lines.length === 0) return [];
  const top = lines.reduce((most, { y }) => Math.max(most, y), -Infinity);
  const bottom = lines.reduce((least, { y }) => Math.min(least, y), Infinity);
  const lowest = new Map<number, number>();
  for (const { page, y } of lines) lowest.set(page, Math.min(y, lowest.get(page) ?? y));
  const begins = new Map<number, SetBlock>();
  for (const block of flow) for (const { page } of block.lines) if (!begins.has(page)) begins.set(page, block);
  return [...lowest]
    .toSorted(([a], [b]) => a - b)
    .flatMap(([page, y]) => {
      const filled = (top - y) / (top - bottom);
      const next = begins.get(page + 1);
      const mayEnd = !next || isHeading(next);
      return filled < leastFilled && !mayEnd ? [{ page, filled }] : [];
    });
}

/** Where notes, headings and lines of a document are, by its tags and by what its pages show. */
export function placement(document: PdfDocument): Placement {
  const { blocks, notes } = blocksOf(document);
  const set = blocks.map((block): SetBlock => ({ ...block, lines: linesOf(block) }));
  const flow = set.filter(({ isInNote, lines }) => !isInNote && lines.length > 0);
  const edges = rightEdges(set);
  return {
    notes,
    moved: notes.filter(({ call, start }) => call !== start),
    stranded: strandedHeadings(flow),
    ...lonelyLines(set),
    loose: set.flatMap((block) => looseLines(block, edges)),
    overfull: overfullLines(set, edges),
    gaps: gapsIn(set, flow),
  };
}
