import { factOf } from '../../model/fact-role.ts';
import type { Reading, ReadingNode } from '../../model/reading.ts';
import { divisionLabel, recordLabel } from '../../model/record-labels.ts';
import { attribute, blockClass, startTag } from './element.ts';
import { escapeText } from './escape.ts';
import { holdsBlocks, isSilent } from './nesting.ts';
import { phrasing, type Place } from './place.ts';
import { isHtmlTime } from './time.ts';

/** Records: statements and facts with labels, which are words of our own. */

/** Statements of facts of one kind, which have that label themselves. */
const ofOneKind: ReadonlySet<string | undefined> = new Set(
  'layoutDesc handDesc scriptDesc typeDesc decoDesc bindingDesc sealDesc recordHist custodialHist'.split(' '),
);

const isFact = (child: Reading): boolean => typeof child !== 'string' && factOf(child.role) !== undefined;

/** Whether a date is in it, which is shown where it has no words. */
const holdsDate = ({ role, title, children }: ReadingNode): boolean =>
  (role === 'date' && title !== undefined && isHtmlTime(title)) ||
  children.some((child) => typeof child !== 'string' && holdsDate(child));

/** The label of a statement or fact that says something. */
export function label(node: ReadingNode, element: string | undefined, { page, flow }: Place): string {
  const isNeedless = (isSilent(node) && !holdsDate(node)) || (ofOneKind.has(element) && node.children.every(isFact));
  const said = node.tei === 'div' ? divisionLabel : recordLabel;
  const words = element === undefined || !flow || isNeedless ? undefined : said(element);
  return words === undefined ? '' : `<b class="label"${page.ourLang} data-generated="">${escapeText(words)}</b> `;
}

/** A fact of a record: a line with its label; one in another fact is a part of that, and needs none. */
export function fact(node: ReadingNode, place: Place): string {
  const element = factOf(node.role)!;
  const type = attribute('data-type', element);
  if (!place.flow) {
    const open = startTag('span', node, place, `${blockClass} p fact`, type);
    return `${open}${place.write(node.children, place)}</span>`;
  }
  const said = place.inFact === true ? '' : label(node, element, place);
  const isDivision = holdsBlocks(node.children);
  const inner = { ...(isDivision ? place : phrasing(place)), inFact: true };
  const name = isDivision ? 'div' : 'p';
  return `${startTag(name, node, place, isDivision ? 'p fact' : 'fact', type)}${said}${place.write(node.children, inner)}</${name}>\n`;
}
