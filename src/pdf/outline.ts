import type { Places } from './destinations.ts';
import type { OutlineEntry } from './document.ts';
import type { PdfFile } from './pdf-file.ts';
import { textOf } from './text-string.ts';
import { BadPdf, Ref, type Value } from './values.ts';

/** The bookmarks of a document in order (ISO 32000-1, 12.3.3). */

const mostEntries = 200_000;

export function readOutline(file: PdfFile, places: Places): OutlineEntry[] {
  const entries: OutlineEntry[] = [];
  const seen = new Set<number>();
  const waiting: { readonly value: Value | undefined; readonly level: number }[] = [
    { value: file.dict(file.catalog.get('Outlines')).get('First'), level: 0 },
  ];
  while (waiting.length > 0) {
    const { value, level } = waiting.pop()!;
    if (!(value instanceof Ref)) continue;
    if (seen.has(value.number)) throw new BadPdf('its bookmarks lead in a circle');
    seen.add(value.number);
    const dict = file.dict(value);
    const action = file.dict(dict.get('A'));
    const { destination } = places.find(dict.get('Dest') ?? action.get('D'));
    const title = textOf(file.resolve(dict.get('Title'))) ?? '';
    entries.push({ title, level, ...(destination && { destination }) });
    if (entries.length > mostEntries) throw new BadPdf('it has more bookmarks than any book');
    waiting.push({ value: dict.get('Next'), level }, { value: dict.get('First'), level: level + 1 });
  }
  return entries;
}
