/**
 * Tables. Rows are on single lines; cells are separated by a tab, or by one space only. In the second case nothing but
 * columns of figures at the end of the lines can be distinguished; the rest of a row stays one cell, and the table is
 * marked as uncertain.
 */
import type { Inline, TableBlock, TableRow } from '../document.ts';
import { type Marks, inlineBetween, pageBreak } from './inline.ts';
import type { BodyLine } from './body-lines.ts';

const hasTab = (source: string, line: BodyLine): boolean => source.slice(line.from, line.to).includes('\t');

const figure = /^(?!\d{6})(?:[$£*†(+–-]{0,3}\d[\d.,:/–-]*[%*)]{0,2}|[–—-]{1,3}|…+|\.{2,}|n\.?a\.?|N\.?A\.?|none|None)$/;

/** The offsets of the cells of a row, by tabs. */
function tabCells(source: string, line: BodyLine): [number, number][] {
  const cells: [number, number][] = [];
  let from = line.from;
  for (const part of source.slice(line.from, line.to).split('\t')) {
    const start = from + part.length - part.trimStart().length;
    cells.push(part.trim() === '' ? [from, from] : [start, start + part.trim().length]);
    from += part.length + 1;
  }
  return cells;
}

/** How many words at the end of a row are figures. */
function figuresAtEnd(words: string): number {
  const parts = words.split(/\s+/);
  let n = 0;
  while (n < parts.length && figure.test(parts[parts.length - 1 - n]!)) n++;
  return n;
}

/** The offsets of the cells of a row whose last `columns` words are figures. */
function figureCells(source: string, line: BodyLine, columns: number): [number, number][] {
  const cells: [number, number][] = [];
  let end = line.end;
  for (let c = 0; c < columns; c++) {
    const text = source.slice(line.start, end);
    const from = line.start + text.lastIndexOf(' ') + 1;
    cells.unshift([from, end]);
    end = line.start + source.slice(line.start, Math.max(line.start, from - 1)).trimEnd().length;
  }
  if (end > line.start) cells.unshift([line.start, end]);
  return cells;
}

const row = (marks: Marks, cells: readonly [number, number][]): TableRow => ({
  kind: 'row',
  cells: cells.map(([from, to]): Inline[] => inlineBetween(marks, from, to)),
});

function rows(lines: readonly BodyLine[], marks: Marks, cells: (line: BodyLine) => [number, number][]): TableRow[] {
  return lines.flatMap((line): TableRow[] =>
    line.pagesOnly ? line.pagesOnly.map((p) => pageBreak(p, marks)) : [row(marks, cells(line))],
  );
}

/** `Participants: Professor de Hemptinne`, the others on lines of their own. */
const named = /^(?:Participants|Present|Members present|Those present|Attendance):(?= \S)/iu;

/** A group of lines as a table, where tabs or columns of figures show one. */
export function readTable(group: readonly BodyLine[], marks: Marks): TableBlock | undefined {
  const { source } = marks;
  const lines = group.filter((l) => !l.pagesOnly);
  if (lines.some((l) => hasTab(source, l))) {
    const first = group[0]!;
    const headed = lines.length > 1 && !hasTab(source, first) && !first.pagesOnly;
    return {
      kind: 'table',
      ...(headed ? { head: inlineBetween(marks, first.start, first.end) } : {}),
      rows: rows(headed ? group.slice(1) : group, marks, (line) => tabCells(source, line)),
    };
  }
  if (lines.length > 1 && named.test(lines[0]!.words)) {
    const head = named.exec(source.slice(lines[0]!.start, lines[0]!.end))?.[0].length ?? 0;
    const first = lines[0]!;
    const cells = (line: BodyLine): [number, number][] =>
      line === first
        ? [
            [line.start, line.start + head],
            [line.start + head, line.end],
          ]
        : [[line.start, line.end]];
    return { kind: 'table', cert: 'medium', rows: rows(group, marks, cells) };
  }
  if (lines.length < 3) return undefined;
  const ends = lines.map((l) => figuresAtEnd(l.words));
  const columns = ends.reduce((a, b) => Math.max(a, b), 0);
  if (columns === 0 || ends.filter((n) => n > 0).length * 5 < lines.length * 3) return undefined;
  return {
    kind: 'table',
    cert: 'low',
    rows: rows(group, marks, (line) => figureCells(source, line, Math.min(columns, figuresAtEnd(line.words)))),
  };
}

/** Lines as a table of one column: what a person has called a table although nothing shows its cells. */
export function rowsOnly(group: readonly BodyLine[], marks: Marks): TableBlock {
  return { kind: 'table', cert: 'low', rows: rows(group, marks, (line) => [[line.start, line.end]]) };
}
