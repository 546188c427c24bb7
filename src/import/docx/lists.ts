/** Paragraphs that Word numbers or bullets, one after the other, as lists in lists. */
import type { Block, Inline, ListBlock, ListItem } from '../document.ts';
import type { Numbered } from './numbering.ts';

/** A paragraph of a list, with what follows it inside its item (boxes of text). */
export interface ListLine {
  readonly content: readonly Inline[];
  readonly numbered: Numbered;
  readonly blocks: readonly Block[];
}

const marksOf = (line: ListLine): ListBlock['marks'] => (line.numbered.number === undefined ? 'bullets' : 'numbers');

/** Items of one level and kind from `from` on; deeper lines go into the item before them. */
function listAt(lines: readonly ListLine[], from: number): { list: ListBlock; next: number } {
  const first = lines[from]!;
  const { level, list } = first.numbered;
  const items: ListItem[] = [];
  let i = from;
  while (i < lines.length) {
    const line = lines[i]!;
    const deeper = line.numbered.level > level;
    if (line.numbered.goesOn && line.numbered.level >= level && items.length > 0) {
      const last = items.pop()!;
      items.push({ ...last, blocks: [...last.blocks, { kind: 'paragraph', content: line.content }, ...line.blocks] });
      i++;
      continue;
    }
    if (deeper && items.length > 0) {
      const inner = listAt(lines, i);
      const last = items.pop()!;
      items.push({ ...last, blocks: [...last.blocks, inner.list] });
      i = inner.next;
      continue;
    }
    const belongs = line.numbered.level === level && line.numbered.list === list && marksOf(line) === marksOf(first);
    if (!belongs && i > from) break;
    items.push({
      content: line.content,
      blocks: line.blocks,
      pagesBefore: [],
      ...(line.numbered.number === undefined ? {} : { number: line.numbered.number }),
    });
    i++;
  }
  return { list: { kind: 'list', marks: marksOf(first), items }, next: i };
}

/** The lists that lines make. */
export function listsOf(lines: readonly ListLine[]): Block[] {
  const out: Block[] = [];
  for (let i = 0; i < lines.length;) {
    const { numbered, content, blocks } = lines[i]!;
    if (numbered.goesOn) {
      out.push({ kind: 'paragraph', content }, ...blocks);
      i++;
      continue;
    }
    const { list, next } = listAt(lines, i);
    out.push(list);
    i = next;
  }
  return out;
}
