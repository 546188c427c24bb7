import type { Unit } from '../../model/edition.ts';
import type { ReadingNode } from '../../model/reading.ts';
import { plainText } from '../../model/reading.ts';

/**
 * The heading with which a section begins: its own, or that of a section with which it begins; undefined where words
 * are before it.
 */
function openingHeading(section: ReadingNode): ReadingNode | undefined {
  for (const child of section.children) {
    if (typeof child === 'string' ? /^[ \t\n\r]*$/.test(child) : child.kind === 'page-break') continue;
    if (typeof child === 'string') return undefined;
    if (child.kind === 'heading') return child;
    return child.kind === 'section' ? openingHeading(child) : undefined;
  }
  return undefined;
}

const startsWithNumber = (text: string, number: string): boolean =>
  text.startsWith(number) && !/^[\p{L}\p{N}]/u.test(text.slice(number.length));

/**
 * The document's number where the unit begins with a heading that does not show it itself (as `194. Memorandum …` or `No. 477` would):
 * there a text without it would lose by what number the document is cited.
 */
export function numberToShow(unit: Unit): string | undefined {
  const { number } = unit.facts;
  const heading = openingHeading(unit.reading);
  if (number === undefined || heading === undefined) return undefined;
  const text = plainText(heading).replace(/^\s*(?:(?:No|Nr|Document)\.?\s*)?/, '');
  return startsWithNumber(text, number) ? undefined : number;
}
