import type { Print } from '../../config/print.ts';
import type { Box } from '../../pdf/document.ts';

/** Sizes of paper in points. */
const papers: Readonly<Record<string, readonly [width: number, height: number]>> = {
  letter: [612, 792],
  a4: [595.28, 841.89],
  a5: [419.53, 595.28],
};

const points: Readonly<Record<string, number>> = { in: 72, mm: 72 / 25.4, cm: 72 / 2.54, pt: 1 };

const inPoints = (length: number, unit: string): number => Math.round(length * points[unit]! * 100) / 100;

/** The size of a page in points: by its name or as `6x9in`. */
export function paperSize(paper: string): { width: number; height: number } {
  const named = papers[paper];
  if (named) return { width: named[0], height: named[1] };
  const [, width, height, unit] = /^([0-9.]+)x([0-9.]+)(in|mm|cm|pt)$/.exec(paper)!;
  return { width: inPoints(Number(width), unit!), height: inPoints(Number(height), unit!) };
}

/** A length such as `3mm` in points. */
export function lengthInPoints(length: string): number {
  const [, number, unit] = /^([0-9.]+)(in|mm|cm|pt)$/.exec(length)!;
  return inPoints(Number(number), unit!);
}

/** What is around the page as it will be cut, in points. */
interface SheetEdge {
  /** What is printed beyond the cut, since no cut is exact. */
  readonly bleed: number;
  /** From the cut to the edge of the sheet: the bleed, and room for crop marks. */
  readonly around: number;
  /** From the cut to where crop marks begin; null without them. */
  readonly marksFrom: number | null;
}

/** 3 mm, the usual bleed: crop marks stay so far away from the page even where it has none. */
const nearestMarks = 8.5;
/** The length of crop marks (5 mm), and the white behind them. */
const roomForMarks = 14.17 + 5.67;

function sheetEdge({ bleed, cropMarks }: Pick<Required<Print>, 'bleed' | 'cropMarks'>): SheetEdge {
  const beyond = lengthInPoints(bleed);
  if (!cropMarks) return { bleed: beyond, around: beyond, marksFrom: null };
  const marksFrom = Math.max(beyond, nearestMarks);
  return { bleed: beyond, around: Math.round((marksFrom + roomForMarks) * 100) / 100, marksFrom };
}

/** The page as it will be cut, and what is around it. */
export const sheetOf = (print: Required<Print>): ReturnType<typeof paperSize> & SheetEdge => ({
  ...paperSize(print.paper),
  ...sheetEdge(print),
});

/** The boxes of each page that say where it will be cut; undefined where the sheet is the page. */
export function boxesOf(print: Required<Print>): Readonly<Record<'BleedBox' | 'TrimBox', Box>> | undefined {
  const { bleed, around } = sheetEdge(print);
  if (around === 0) return undefined;
  const { width, height } = paperSize(print.paper);
  const box = (beyond: number): Box => {
    const from = around - beyond;
    return [from, from, around + width + beyond, around + height + beyond];
  };
  return { BleedBox: box(bleed), TrimBox: box(0) };
}

/** Settings with what holds where they say nothing. */
export const printOf = (print: Print = {}): Required<Print> => ({
  design: print.design ?? 'documentary',
  paper: print.paper ?? '6x9in',
  bleed: print.bleed ?? '0mm',
  cropMarks: print.cropMarks ?? false,
  sides: print.sides ?? 2,
  marks: print.marks ?? 'margin',
  index: print.index ?? false,
  conformance: print.conformance ?? 'ua-1',
});
