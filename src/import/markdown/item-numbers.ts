/** The numbers of a list. Markdown counts by itself from the first one; numbers that were typed with care (1, 2, 4) are kept. */
import type { List } from 'mdast';
import { startOf } from './syntax-tree.ts';

/** The number of each item, without its full stop or bracket. */
export function itemNumbers(list: List, source: string): string[] {
  const typed = list.children.map((item) => Number(/^\d+/.exec(source.slice(startOf(item), startOf(item) + 12))?.[0]));
  const rising = typed.every((n, i) => i === 0 || n > typed[i - 1]!);
  const first = list.start ?? 1;
  return list.children.map((_, i) => String(rising && !Number.isNaN(typed[i]!) ? typed[i]! : first + i));
}
