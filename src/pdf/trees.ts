import type { PdfFile } from './pdf-file.ts';
import { BadPdf, Ref, type Value } from './values.ts';

/** Name trees and number trees (ISO 32000-1, 7.9.6 and 7.9.7): long tables, cut into nodes. */

const mostEntries = 5_000_000;

/** Keys and values of a tree in order. `entries` is `Names` or `Nums`. A node that leads back to one that was read is left out. */
export function treeEntries(file: PdfFile, root: Value | undefined, entries: 'Names' | 'Nums'): [Value, Value][] {
  const found: [Value, Value][] = [];
  const seen = new Set<number>();
  const waiting: (Value | undefined)[] = [root];
  while (waiting.length > 0) {
    const next = waiting.pop();
    if (next instanceof Ref) {
      if (seen.has(next.number)) continue;
      seen.add(next.number);
    }
    const node = file.dict(next);
    const pairs = file.array(node.get(entries));
    for (let i = 0; i + 1 < pairs.length; i += 2) found.push([file.resolve(pairs[i]) ?? null, pairs[i + 1]!]);
    const kids = file.array(node.get('Kids'));
    for (let i = kids.length - 1; i >= 0; i--) if (kids[i] instanceof Ref) waiting.push(kids[i]);
    if (found.length > mostEntries || waiting.length > mostEntries)
      throw new BadPdf('a table of it is longer than that of any book');
  }
  return found;
}
