/** Lines as blocks: by empty lines, or, in texts without them, by the indentation of first lines. */
import type { Line } from './lines.ts';

export interface LineBlock {
  readonly lines: readonly Line[];
  readonly kind: 'text' | 'lines' | 'bullets';
  /**
   * What its first line says at the beginning of a page: the block continues, or is new; undefined where it says
   * nothing.
   */
  readonly goesOn: boolean | undefined;
}

/** How the whole text is set. */
export interface Setting {
  /** Paragraphs begin with an indented line. */
  readonly indented: boolean;
  /** Length of a full line. */
  readonly width: number;
}

const bullet = /^[•‣◦·]\s+|^[-–*]\s+(?=\S)/u;

/** Learns how a text is set from all its lines. */
export function learnSetting(pages: readonly (readonly Line[])[]): Setting {
  const lines = pages.flat();
  const lengths = lines.map((l) => l.text.length).sort((a, b) => a - b);
  const inner = pages.flatMap((p) => p.slice(1));
  const gaps = inner.filter((l) => l.gap > 0).length;
  const indents = pages.flatMap((p) => {
    const base = baseOf(p);
    return p.slice(1).filter((l) => l.indent >= base + 1 && l.indent <= base + 12);
  }).length;
  const indented = inner.length > 20 && gaps < inner.length * 0.05 && indents > inner.length * 0.03;
  return { indented, width: lengths[Math.floor(lengths.length * 0.8)] ?? 0 };
}

/** The indentation of most lines. */
function baseOf(lines: readonly Line[]): number {
  const counts = new Map<number, number>();
  for (const { indent } of lines) counts.set(indent, (counts.get(indent) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0]?.[0] ?? 0;
}

const isBullet = (line: Line): boolean => bullet.test(line.text);

/** Lines that end early, all but the last: an address, verse, a table. Their ends count. */
const endsEarly = (lines: readonly Line[], width: number): boolean =>
  lines.length > 1 && lines.slice(0, -1).every((l) => l.text.length < width * 0.7);

/** The blocks of the text of a page. */
export function blocksOfLines(lines: readonly Line[], setting: Setting): LineBlock[] {
  const base = baseOf(lines);
  const groups: Line[][] = [];
  for (const [i, line] of lines.entries()) {
    const before = lines[i - 1];
    const list =
      isBullet(line) && (before === undefined || line.gap > 0 || isBullet(before) || isBullet(groups.at(-1)![0]!));
    const indented = setting.indented && line.indent >= base + 1 && before !== undefined && before.indent < line.indent;
    if (i === 0 || line.gap > 0 || indented || (list && isBullet(groups.at(-1)![0]!) === false)) groups.push([]);
    groups.at(-1)!.push(line);
  }
  return groups.map((group, i): LineBlock => {
    const kind =
      isBullet(group[0]!) && group.length > 1 ? 'bullets' : endsEarly(group, setting.width) ? 'lines' : 'text';
    return { lines: group, kind, goesOn: i === 0 && setting.indented ? group[0]!.indent <= base : undefined };
  });
}

/** The items of a list: lines from one bullet to the next, with the length of the bullet. */
export function bulletItems(lines: readonly Line[]): { lines: Line[]; skip: number }[] {
  const items: { lines: Line[]; skip: number }[] = [];
  for (const line of lines) {
    const mark = bullet.exec(line.text)?.[0];
    if (mark !== undefined || items.length === 0) items.push({ lines: [line], skip: mark?.length ?? 0 });
    else items.at(-1)!.lines.push(line);
  }
  return items;
}

/** What two pages say together, where paragraphs are not indented: whether the last line of the one is full. */
export function goesOnAfter(
  before: LineBlock | undefined,
  next: LineBlock,
  { indented, width }: Setting,
): boolean | undefined {
  if (indented) return next.goesOn;
  const last = before?.lines.at(-1);
  if (!last || before!.kind !== 'text') return undefined;
  if (last.text.length >= width * 0.8) return /[.!?:]["”’)\]]*$/u.test(last.text) ? undefined : true;
  return last.text.length < width * 0.6 && !/^\p{Ll}/u.test(next.lines[0]!.text) ? false : undefined;
}
