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

/** A word space is a fifth to a quarter of the size in the font; one that is twice as wide is seen. */
const looseFrom = 250;

/** How far a line may stand out: what hangs in the margin on purpose is a hyphen or a stop. */
const hanging = 1;

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

/** The right edge of each page: where most lines end that were stretched or shrunk to it. */
function rightEdges(flow: readonly SetBlock[]): Map<number, number> {
  const ends = new Map<number, Map<number, number>>();
  for (const { lines, isInTable } of flow)
    for (const { page, x1 } of isInTable ? [] : lines.slice(0, -1)) {
      const ofPage = ends.get(page) ?? new Map<number, number>();
      ends.set(page, ofPage);
      const rounded = Math.round(x1);
      ofPage.set(rounded, (ofPage.get(rounded) ?? 0) + 1);
    }
  return new Map(
    [...ends].map(([page, ofPage]) => [page, [...ofPage].reduce((a, b) => (b[1] > a[1] ? b : a))[0]] as const),
  );
}

function overfullLines(blocks: readonly SetBlock[]): Placement['overfull'] {
  const edges = rightEdges(blocks);
  return blocks.flatMap(({ lines, isInTable }) =>
    (isInTable ? [] : lines).flatMap(({ page, x1, text, size }) => {
      const excess = x1 - (edges.get(page) ?? x1);
      return excess > hanging + 0.1 * size ? [{ page, text, excess }] : [];
    }),
  );
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
  return {
    notes,
    moved: notes.filter(({ call, start }) => call !== start),
    stranded: strandedHeadings(flow),
    ...lonelyLines(set),
    loose: set.flatMap(({ lines }) =>
      lines.flatMap(({ page, text, stretch }) => (stretch > looseFrom ? [{ page, text, stretch }] : [])),
    ),
    overfull: overfullLines(set),
    gaps: gapsIn(set, flow),
  };
}
