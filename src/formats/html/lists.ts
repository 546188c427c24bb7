import type { Reading, ReadingNode } from '../../model/reading.ts';
import { looseHeading } from './blocks.ts';
import { blockClass, startTag, typeAttribute } from './element.ts';
import { escapeAttribute, escapeText } from './escape.ts';
import { isBlank } from './nesting.ts';
import { pageBreak } from './page-break.ts';
import { boxed, phrasing, type Place } from './place.ts';

/** Lists whose looks we know; every other one is set plain, with its type in `data-type`. */
const known: ReadonlySet<string> = new Set([
  'bulleted',
  'ordered',
  'labelled',
  'plain',
  'subject',
  'participants',
  'cast',
  'register',
]);

const listClass = (node: ReadingNode): string =>
  node.role !== undefined && known.has(node.role) ? node.role : 'plain';

/** The number of an item: by `value` where a browser can count it, else as `data-n`, which the stylesheet shows. */
function itemNumber(node: ReadingNode, ordered: boolean): string {
  if (node.n === undefined) return '';
  return ordered && /^-?[0-9]{1,6}$/.test(node.n) ? ` value="${node.n}"` : ` data-n="${escapeAttribute(node.n)}"`;
}

/**
 * The parts of a list as they are found; what is not an item waits in `lead` for the next one, since a list may hold
 * nothing but items.
 */
interface Parts {
  before: string;
  items: string;
  lead: string;
}

/** Takes what may be in any list next to items; false where `child` is something else. */
function takeCommon(child: ReadingNode | string, place: Place, parts: Parts): boolean {
  if (typeof child === 'string') return isBlank(child);
  if (child.kind === 'page-break') parts.lead += pageBreak(child, place);
  else if (child.kind === 'heading' && parts.items === '') {
    parts.before += parts.lead + looseHeading(child, place);
    parts.lead = '';
  } else return false;
  return true;
}

const isAbbreviation = (child: Reading): boolean => typeof child !== 'string' && child.tei === 'abbr';

/** The siglum of a witness, where neither a number nor its words give it: what the apparatus calls it. */
function siglumOf({ tei, id, n, children }: ReadingNode): string {
  if (tei !== 'witness' || id === undefined || n !== undefined || children.some(isAbbreviation)) return '';
  return `<b data-generated="">${escapeText(id)}</b> `;
}

function simpleItems(node: ReadingNode, place: Place, ordered: boolean): Parts {
  const parts: Parts = { before: '', items: '', lead: '' };
  for (const child of node.children) {
    if (takeCommon(child, place, parts)) continue;
    const isItem = typeof child !== 'string' && child.kind === 'item';
    const open = isItem ? startTag('li', child, place, '', itemNumber(child, ordered)) : '<li class="stray">';
    const siglum = isItem ? siglumOf(child) : '';
    parts.items += `${open}${siglum}${parts.lead}${place.write(isItem ? child.children : [child], place)}</li>\n`;
    parts.lead = '';
  }
  return parts;
}

/** Labels and items as terms and descriptions, each group complete: a missing partner is left empty. */
function labelledItems(node: ReadingNode, place: Place): Parts {
  const parts: Parts = { before: '', items: '', lead: '' };
  let last: 'dt' | 'dd' | undefined;
  for (const child of node.children) {
    if (takeCommon(child, place, parts)) continue;
    const isLabel = typeof child !== 'string' && child.kind === 'label';
    const isItem = typeof child !== 'string' && child.kind === 'item';
    if (!isLabel && last === undefined) parts.items += '<dt data-generated=""></dt>';
    const name = isLabel ? 'dt' : 'dd';
    const number = isItem ? itemNumber(child, false) : '';
    const open = isLabel || isItem ? startTag(name, child, place, '', number) : '<dd class="stray">';
    const inner = isLabel ? phrasing(place) : place;
    parts.items += `${open}${parts.lead}${place.write(isLabel || isItem ? child.children : [child], inner)}</${name}>\n`;
    parts.lead = '';
    last = name;
  }
  if (last === 'dt') parts.items += '<dd data-generated=""></dd>\n';
  return parts;
}

/** A list where HTML allows words only: its items and labels are words on lines of their own. */
function listAmongWords(node: ReadingNode, place: Place, type: string): string {
  const open = startTag('span', node, place, `${blockClass} list ${listClass(node)}`, type);
  const parts = node.children.map((child) =>
    typeof child !== 'string' && child.kind === 'label'
      ? `${startTag('span', child, place, `${blockClass} label`)}${place.write(child.children, place)}</span>`
      : place.write([child], place),
  );
  return `${open}${parts.join('')}</span>`;
}

/** A list with its heading before it; headings between items become items, so that their order stays. */
export function list(node: ReadingNode, outer: Place): string {
  const classes = listClass(node);
  const type = node.role !== undefined && known.has(node.role) ? '' : typeAttribute(node);
  if (!outer.flow) return listAmongWords(node, outer, type);
  const place = boxed(outer);
  const labelled = node.children.some((child) => typeof child !== 'string' && child.kind === 'label');
  const name = labelled ? 'dl' : classes === 'ordered' ? 'ol' : 'ul';
  const open = startTag('div', node, place, `list ${classes}`, type);
  const { before, items, lead } = labelled ? labelledItems(node, place) : simpleItems(node, place, name === 'ol');
  return `${open}\n${before}${items === '' ? '' : `<${name}>\n${items}</${name}>\n`}${lead}</div>\n`;
}

/** A sense whose number is counted, or is among its words. */
const senseClass = ({ role }: ReadingNode): string => (role === 'counted' || role === 'printed' ? ` ${role}` : '');

/** An item where no list is around it, or where HTML allows none. */
export function looseItem(node: ReadingNode, place: Place): string {
  const name = place.flow ? 'div' : 'span';
  return `${startTag(name, node, place, `${blockClass} item${senseClass(node)}`, itemNumber(node, false))}${place.write(node.children, place)}</${name}>`;
}

/** A label outside a list: words. */
export function looseLabel(node: ReadingNode, place: Place): string {
  return `${startTag('span', node, place, 'label')}${place.write(node.children, phrasing(place))}</span>`;
}
