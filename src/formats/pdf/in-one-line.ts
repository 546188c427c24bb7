import type { Reading } from '../../model/reading.ts';
import { amongWords } from '../with-numbers.ts';

/** What a reading says in one line, as entries of an apparatus are set: a space is between blocks, and a stroke between lines of verse. */

const stroke: Reading = { kind: 'mark', tei: '', role: 'sign', title: '/', children: [] };

const isBlank = (child: Reading): boolean => typeof child === 'string' && child.trim() === '';

export function inOneLine(children: readonly Reading[]): Reading[] {
  const line: Reading[] = [];
  let before: Reading | undefined;
  for (const child of children) {
    if (typeof child === 'string' || child.kind === 'note') line.push(child);
    else if (amongWords.has(child.kind)) line.push({ ...child, children: inOneLine(child.children) });
    else {
      const isVerse = child.kind === 'line' && typeof before === 'object' && before.kind === 'line';
      const { lang, dir, looks } = child;
      const words = { ...(lang !== undefined && { lang }), ...(dir && { dir }), ...(looks && { looks }) };
      line.push(...(before === undefined ? [] : isVerse ? [' ', stroke, ' '] : [' ']));
      line.push({ kind: 'span', tei: '', ...words, children: inOneLine(child.children) });
    }
    const isBehindBlock = typeof before === 'object' && !amongWords.has(before.kind);
    if (isBehindBlock && (typeof child === 'string' ? !isBlank(child) : amongWords.has(child.kind)))
      line.splice(-1, 0, ' ');
    if (!isBlank(child)) before = child;
  }
  return line;
}
