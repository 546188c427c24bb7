import type { Print } from '../../../config/print.ts';
import type { Box, Page, PdfDocument } from '../../../pdf/document.ts';
import { lengthInPoints, paperSize } from '../print-settings.ts';

/** Whether each page will be cut to the paper of the settings, with what these want around it. */

/** In points: files round. */
const near = (a: number, b: number): boolean => Math.abs(a - b) < 0.05;

const sizeOf = ([x0, y0, x1, y1]: Box): readonly [width: number, height: number] => [x1 - x0, y1 - y0];

const inWords = (width: number, height: number): string => `${width.toFixed(1)} × ${height.toFixed(1)} points`;

/** How far a box is inside another, at each edge. */
const inside = (inner: Box, outer: Box): readonly number[] =>
  inner.map((edge, i) => (i < 2 ? edge - outer[i]! : outer[i]! - edge));

function faultOf({ width, height, ...page }: Page, print: Required<Print>): string | undefined {
  const sheet: Box = [0, 0, width, height];
  const paper = paperSize(print.paper);
  const trim = page.trim ?? sheet;
  const [trimWidth, trimHeight] = sizeOf(trim);
  if (!near(trimWidth, paper.width) || !near(trimHeight, paper.height))
    return `is ${inWords(trimWidth, trimHeight)} large instead of ${inWords(paper.width, paper.height)}`;
  const wanted = lengthInPoints(print.bleed);
  if (!inside(trim, page.bleed ?? trim).every((edge) => near(edge, wanted)))
    return `does not have the bleed ${print.bleed} on all sides`;
  const around = inside(trim, sheet);
  if (!around.every((edge) => near(edge, around[0]!))) return 'is not in the middle of its sheet';
  const isRoom = print.cropMarks ? around[0]! > wanted + 10 : near(around[0]!, wanted);
  return isRoom
    ? undefined
    : `has ${around[0]!.toFixed(1)} points around it, which are not for its bleed and crop marks`;
}

export function cutFaults({ pages }: PdfDocument, print: Required<Print>): string[] {
  for (const page of pages) {
    const fault = faultOf(page, print);
    // All pages are alike, so the first says what there is to say.
    if (fault !== undefined) return [`the page of sheet ${page.index + 1} ${fault}`];
  }
  return [];
}
