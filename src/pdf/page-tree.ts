import type { PdfFile } from './pdf-file.ts';
import { BadPdf, type Dict, isDict, Ref, type Value } from './values.ts';

/** The pages of a file in order (ISO 32000-1, 7.7.3), each with what it inherits. */

const mostPages = 50_000;
const inherited = ['Resources', 'MediaBox', 'CropBox'] as const;

export interface PageObject {
  /** By which links and tags name it; undefined where the file does not refer to it. */
  readonly ref: number | undefined;
  readonly dict: Dict;
}

interface Waiting {
  readonly node: Value;
  readonly above: Dict;
}

export function pageTree(file: PdfFile): PageObject[] {
  const pages: PageObject[] = [];
  const seen = new Set<number>();
  const waiting: Waiting[] = [{ node: file.catalog.get('Pages') ?? null, above: new Map<string, Value>() }];
  while (waiting.length > 0) {
    const { node, above } = waiting.pop()!;
    const ref = node instanceof Ref ? node.number : undefined;
    if (ref !== undefined && seen.has(ref)) throw new BadPdf('its list of pages leads in a circle');
    if (ref !== undefined) seen.add(ref);
    const dict = file.resolve(node);
    if (!isDict(dict)) continue;
    const own = new Map(dict);
    for (const key of inherited) if (!own.has(key) && above.has(key)) own.set(key, above.get(key)!);
    const kids = file.array(dict.get('Kids'));
    if (!dict.has('Kids')) pages.push({ ref, dict: own });
    for (let i = kids.length - 1; i >= 0; i--) waiting.push({ node: kids[i]!, above: own });
    if (pages.length + waiting.length > mostPages) throw new BadPdf('it has more pages than any book');
  }
  return pages;
}
