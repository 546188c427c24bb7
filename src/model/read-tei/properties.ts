import type { XmlTag } from '../../source/xml.ts';
import type { Look } from '../reading.ts';
import { statedDirection } from '../direction.ts';
import { saidInStyle, saidInWords } from '../look-words.ts';
import { type Aspect, fieldMark } from '../structure.ts';
import { ruleOf } from '../tei/elements.ts';
import { isPicture, pointsToRegister } from './elements.ts';
import { statusOf } from './marks.ts';
import { attributeOf } from './structure.ts';

/** What a TEI element says of its words besides being a block: their status, looks, language, direction, where it points, its id, its picture. */

export type Property = readonly [aspect: Aspect, value: string];

/** Looks that an element has where it says nothing of looks itself. */
const italicTitles = new Set(['m', 'j', 's']);

/** Looks that we know by name, and what else a source says of looks as it says it. */
function looks(tag: XmlTag): Property[] {
  const found = new Set<Look>(isItalic(tag) ? ['italic'] : []);
  let said = '';
  for (const { name, value } of tag.attributes)
    if (name === 'rend' || name === 'rendition') {
      const { known, more } = saidInWords(value);
      for (const look of known) found.add(look);
      if (more) said += `${said === '' ? '' : ' '}${value}`;
    } else if (name === 'style') for (const look of saidInStyle(value)) found.add(look);
  const kept: Property[] = said === '' ? [] : [['look', `rend${fieldMark}${said}`]];
  return [...[...found].map((look): Property => ['look', look]), ...kept];
}

/** Whether an element that says nothing of looks is set in italics. */
function isItalic(tag: XmlTag): boolean {
  if (attributeOf(tag, 'rend') !== undefined) return false;
  if (tag.local === 'hi') return ['rendition', 'style'].every((name) => attributeOf(tag, name) === undefined);
  return tag.local === 'emph' || (tag.local === 'title' && italicTitles.has(attributeOf(tag, 'level') ?? ''));
}

/**
 * Where a link points, or a name: to a register entry by `ref` or `key`, else by `corresp`; as written. How sure the source is of it, and what
 * it is, are recorded behind it and are not part of the canonical item.
 */
function pointer(tag: XmlTag, role = ''): Property[] {
  if (ruleOf(tag.local)?.becomes === 'link') {
    const target = attributeOf(tag, 'target');
    return target === undefined ? [] : [['pointer', `link${fieldMark}${target}`]];
  }
  if (!pointsToRegister(tag.local)) return [];
  let target = attributeOf(tag, 'corresp');
  for (const { name, value } of tag.attributes)
    if (name === 'ref' || name === 'key' || name === 'target') target = value;
  if (target === undefined) return [];
  return [['pointer', ['name', target, attributeOf(tag, 'cert') ?? '', role].join(fieldMark)]];
}

/** Properties of the words in an element; `isBlock`: it stands on lines of its own, where a name is nothing but a line. `role`: what its words are. */
export function rangesOf(tag: XmlTag, isBlock: boolean, role?: string): Property[] {
  const status = isBlock ? undefined : statusOf(tag);
  const who = tag.local === 'u' ? attributeOf(tag, 'who') : undefined;
  const said: Property[] = status === undefined ? [] : [['status', status]];
  if (who !== undefined && who !== '') said.push(['speaker', who]);
  if (tag.attributes.length === 0 && tag.local !== 'emph' && tag.local !== 'hi') return said;
  const language = attributeOf(tag, 'xml:lang');
  const direction = statedDirection(tag.attributes);
  return [
    ...said,
    ...looks(tag),
    ...(language === undefined ? [] : [['language', language] as const]),
    ...(direction === undefined ? [] : [['direction', direction] as const]),
    ...(isBlock && pointsToRegister(tag.local) ? [] : pointer(tag, role)),
  ];
}

/** Properties of the place at which an element begins. */
export function pointsOf(tag: XmlTag): Property[] {
  if (tag.attributes.length === 0) return [];
  const id = attributeOf(tag, 'xml:id');
  const picture = `${attributeOf(tag, 'url') ?? ''}${fieldMark}${attributeOf(tag, 'title') ?? ''}`;
  return [
    ...(id === undefined ? [] : [['id', id] as const]),
    ...(isPicture(tag.local) ? [['picture', picture] as const] : []),
  ];
}

const positive = (value: string | undefined): string =>
  value !== undefined && /^[1-9]\d{0,3}$/.test(value) ? value : '1';

/** The value of a `cell` item: row and place in the row, from 1, and how many columns and rows it covers. */
export const cellValue = (row: number, place: number, columns = '1', rows = '1'): string =>
  [row, place, columns, rows].join(fieldMark);

/** The cell that an element is. */
export const cellOf = (tag: XmlTag, row: number, place: number): string =>
  cellValue(row, place, positive(attributeOf(tag, 'cols')), positive(attributeOf(tag, 'rows')));
