import { factOf } from '../../model/fact-role.ts';
import { plainText, type ReadingNode } from '../../model/reading.ts';
import { recordLabel } from '../../model/record-labels.ts';
import { speakerName } from '../../model/speaker.ts';
import { isNumber, isShownVerse } from '../with-numbers.ts';
import { holdsBlocks } from '../nesting.ts';
import { call, sequence, words } from './code.ts';
import { unitHeading } from './headings.ts';
import { looked, spoken } from './inline.ts';
import { inside, newBlock, newLine, type Place, type Writer } from './place.ts';
import { made } from './text.ts';

/** What is on lines of its own. */

/** Roles of blocks that designs know; every other is a paragraph. */
const knownRoles: ReadonlySet<string> = new Set(
  `dateline salute signed byline trailer source-note speaker stage title caption line imprint description argument utterance opener closer postscript
   address stanza quote epigraph title-group subheading`.split(/\s+/),
);

const roleOf = ({ role }: ReadingNode): string => (role !== undefined && knownRoles.has(role) ? role : 'paragraph');

/** Where a block is aligned as its looks say. */
function aligned({ looks = [] }: ReadingNode, content: string): string {
  const side = looks.find((look) => look === 'center' || look === 'right');
  return side === undefined ? content : call('aligned', words(side), content);
}

/** A paragraph, or whatever else is on lines of its own: pages may be broken before it where it is not in something else. */
export function paragraph(node: ReadingNode, place: Place, role = roleOf(node), before = ''): string {
  const key = newBlock(place);
  const { isOpen } = place.page;
  newLine(place);
  const content = sequence([before, looked(node, place.write(node.children, inside(place)))]);
  newLine(place);
  if (content === '') return '';
  // Its style would begin a new line.
  if (isOpen) return spoken(node, call('open', content));
  return spoken(node, call('p', words(key), words(role), aligned(node, content)));
}

/** Blocks that belong together: an opener, a quotation, an address. */
function group(node: ReadingNode, place: Place): string {
  const key = newBlock(place);
  const content = place.write(node.children, inside(place));
  newLine(place);
  return content === ''
    ? ''
    : spoken(node, call('group', words(key), words(roleOf(node)), aligned(node, looked(node, content))));
}

/** A fact of a record, with the name that we give it. */
function fact(node: ReadingNode, place: Place, name: string): string {
  const label = recordLabel(name);
  return paragraph(node, place, 'fact', label === undefined ? '' : made('XM', `${label}: `));
}

export const block: Writer = (node, place) => {
  if (isNumber(node))
    return call('p', words(''), words('number'), made('XN', `${node.number!.unit} ${node.number!.full}`.trim()));
  const name = factOf(node.role);
  const isGroup = holdsBlocks(node.children);
  if (place.page.wanted && !isGroup && plainText(node).trim() !== '') return unitHeading(node, place);
  if (name !== undefined) return isGroup ? group(node, place) : fact(node, place, name);
  if (node.role === 'utterance') {
    const who = node.who === undefined ? '' : speakerName(node.who, place.page.unit, place.page.edition);
    if (!isGroup) return paragraph(node, place, 'utterance', who === '' ? '' : made('XW', `${who}: `));
  }
  return isGroup ? group(node, place) : paragraph(node, place);
};

/** A heading that opens no section: of a list, in a note. */
export const looseHeading = (node: ReadingNode, place: Place): string => paragraph(node, place, 'subheading');

/** A line of verse, with its number where it is shown. */
export const verse: Writer = (node, place) => {
  newLine(place);
  if (node.n !== undefined && node.n !== '') place.page.line = node.n;
  const content = spoken(node, looked(node, place.write(node.children, inside(place))));
  newLine(place);
  return content === ''
    ? ''
    : call('verse', words(isShownVerse(node) ? (node.n ?? '') : ''), words(node.role ?? ''), content);
};

export const speech: Writer = (node, place) => {
  const key = newBlock(place);
  const content = place.write(node.children, inside(place));
  newLine(place);
  return content === '' ? '' : call('group', words(key), words('speech'), spoken(node, content));
};
