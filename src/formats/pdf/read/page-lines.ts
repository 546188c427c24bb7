import type { PdfDocument } from '../../../pdf/document.ts';
import type { Chapter } from './chapter-events.ts';
import type { SheetPlace } from './sheets.ts';

/** The lines of texts with an apparatus, counted on each page as a reader counts them: from their letters, not from what set them. */
export class PageLines {
  /** By sheets, from the uppermost: the baseline of each, and the size of its letters. */
  private readonly lines = new Map<number, { y: number; size: number }[]>();

  /** `chapters`: the texts whose lines count. */
  constructor(chapters: readonly Chapter[]) {
    for (const { events } of chapters) {
      let sheet = 0;
      for (const [kind, text = ''] of events) {
        if (kind === 'sheet') sheet = Number(text);
        const [y, size] = text.split(' ').map(Number);
        if (kind === 'line' && text !== '' && size! > 0) this.add(sheet, y!, size!);
      }
    }
    for (const [sheet, all] of this.lines) this.lines.set(sheet, counted(all));
  }

  private add(sheet: number, y: number, size: number): void {
    const same = this.lines.get(sheet);
    if (same) same.push({ y, size });
    else this.lines.set(sheet, [{ y, size }]);
  }

  /** The number on its page of the line that a place is in; in a table, of the nearest. */
  numberOf({ sheet, y }: SheetPlace): number {
    const distances = (this.lines.get(sheet) ?? []).map((line) => Math.abs(line.y - y!));
    return distances.indexOf(Math.min(...distances)) + 1;
  }

  /** Numbers in the margin that are not those of the lines next to which they are. */
  marginFaults({ pages }: PdfDocument): string[] {
    return pages.flatMap(({ index, artifacts }) =>
      artifacts.flatMap(({ pieces }) => {
        const text = pieces.map((piece) => piece.text).join('');
        const y = pieces[0]?.y ?? 0;
        const line = (this.lines.get(index) ?? []).findIndex((one) => Math.abs(one.y - y) < 0.5 * one.size) + 1;
        const isRight = line === 0 || !/^\d+$/.test(text) || Number(text) === line;
        return isRight ? [] : [`sheet ${index + 1}: the number ${text} in the margin is at line ${line}`];
      }),
    );
  }
}

/** What is raised or lowered is on the line of the letters around it, which are larger. */
function counted(all: { y: number; size: number }[]): { y: number; size: number }[] {
  const lines: { y: number; size: number }[] = [];
  for (const one of all.toSorted((a, b) => b.size - a.size || b.y - a.y))
    if (!lines.some((line) => Math.abs(line.y - one.y) < 0.5 * line.size)) lines.push(one);
  return lines.sort((a, b) => b.y - a.y);
}
