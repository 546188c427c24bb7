import type { XmlTag } from '../../source/xml.ts';
import { oneLine } from '../spine.ts';
import { isHidden, isTei } from './elements.ts';
import { attributeOf } from './structure.ts';

/** What the streaming reader must know of elements that are numbered. */

export const isDivision = (name: string): boolean => /^div[1-7]?$/.test(name);
export const isLine = (name: string): boolean => name === 'l' || name === 'lb';
export const isMilestoneWithNumber = (name: string): boolean => name === 'milestone' || name === 'cb' || name === 'gb';

/** The number of an element; a name for programs (`urn:cts:…`) is none. */
export function ownNumber(tag: XmlTag): string | undefined {
  const n = oneLine(attributeOf(tag, 'n') ?? '');
  return n === '' || /^(?:urn|https?):/i.test(n) ? undefined : n;
}

/** In these nothing is numbered: notes and readings are cited by the place to which they belong. */
export const isUnnumbered = (tag: XmlTag): boolean =>
  !isTei(tag) || tag.local === 'note' || tag.local === 'app' || isHidden(tag.local);

const said = (tag: XmlTag, name: string): string => oneLine(attributeOf(tag, name) ?? '');

/** The series that a milestone counts: what its unit is called, and by whom it is counted, where the source says so. */
export function seriesOf(tag: XmlTag): string {
  if (tag.local !== 'milestone') return tag.local === 'cb' ? 'column' : 'gathering';
  const ed = (said(tag, 'ed') || said(tag, 'edRef')).replace(/^#/, '');
  return [ed, said(tag, 'unit')].filter((part) => part !== '').join(' ');
}

/** What the source calls the unit that an element is; empty where it does not say. */
export function unitOf(tag: XmlTag): string {
  const type = said(tag, 'type');
  return type === 'textpart' ? said(tag, 'subtype') : type;
}
