import type { Print } from '../../config/print.ts';

/** Sizes of paper in points. */
const papers: Readonly<Record<string, readonly [width: number, height: number]>> = {
  letter: [612, 792],
  a4: [595.28, 841.89],
  a5: [419.53, 595.28],
};

const points: Readonly<Record<string, number>> = { in: 72, mm: 72 / 25.4, cm: 72 / 2.54, pt: 1 };

/** The size of a page in points: by its name or as `6x9in`. */
export function paperSize(paper: string): { width: number; height: number } {
  const named = papers[paper];
  if (named) return { width: named[0], height: named[1] };
  const [, width, height, unit] = /^([0-9.]+)x([0-9.]+)(in|mm|cm|pt)$/.exec(paper)!;
  const inPoints = (length: string): number => Math.round(Number(length) * points[unit!]! * 100) / 100;
  return { width: inPoints(width!), height: inPoints(height!) };
}

/** Settings with what holds where they say nothing. */
export const printOf = (print: Print = {}): Required<Print> => ({
  design: print.design ?? 'documentary',
  paper: print.paper ?? '6x9in',
  sides: print.sides ?? 2,
  marks: print.marks ?? 'margin',
  index: print.index ?? false,
  conformance: print.conformance ?? 'ua-1',
});
