import type { ReadingNode } from '../../model/reading.ts';
import { attribute, blockClass, onItsOwnLines, startTag, typeAttribute } from './element.ts';
import { isNumber } from '../with-numbers.ts';
import { holdsBlocks } from './nesting.ts';
import { numberMark } from './numbers.ts';
import { phrasing, type Place, type Writer } from './place.ts';
import { escapeText } from './escape.ts';
import { fact } from './records.ts';
import { factOf } from '../../model/fact-role.ts';
import { speakerName } from '../../model/speaker.ts';

/** A paragraph: `p`, or a `div` where something in it is on lines of its own, which HTML forbids in a `p`. */
function paragraphLike(classes: string): Writer {
  const asDivision = onItsOwnLines('div', `p ${classes}`.trimEnd());
  return (node, place) => {
    if (!place.flow || holdsBlocks(node.children)) return asDivision(node, place);
    return `${startTag('p', node, place, classes)}${place.write(node.children, phrasing(place))}</p>\n`;
  };
}

/** What somebody says: the name is words of our own. */
const utterance: Writer = (node, place) => {
  const { page } = place;
  const who = node.who === undefined ? undefined : speakerName(node.who, page.unit, page.edition);
  const label = who === undefined ? '' : `<span class="who" data-generated="">${escapeText(who)}:</span> `;
  const said = attribute('data-who', node.who);
  const isLine = !place.flow || !holdsBlocks(node.children);
  const [name, classes] = place.flow ? [isLine ? 'p' : 'div', 'utterance'] : ['span', `${blockClass} p utterance`];
  const inner = isLine ? phrasing(place) : place;
  const shown = name === 'div' ? `p ${classes}` : classes;
  return `${startTag(name, node, place, shown, said)}${label}${place.write(node.children, inner)}</${name}>${place.flow ? '\n' : ''}`;
};

/** What each role of a block looks like; a role that is not here is a paragraph with its type in `data-type`. */
const roles: Readonly<Record<string, Writer>> & { readonly paragraph: Writer } = {
  paragraph: paragraphLike(''),
  opener: onItsOwnLines('div', 'opener'),
  closer: onItsOwnLines('div', 'closer'),
  postscript: onItsOwnLines('div', 'postscript'),
  address: onItsOwnLines('div', 'address'),
  stanza: onItsOwnLines('div', 'stanza'),
  quote: onItsOwnLines('blockquote', ''),
  epigraph: onItsOwnLines('blockquote', 'epigraph'),
  dateline: paragraphLike('dateline'),
  salute: paragraphLike('salute'),
  signed: paragraphLike('signed'),
  byline: paragraphLike('byline'),
  trailer: paragraphLike('trailer'),
  'source-note': paragraphLike('source-note'),
  speaker: paragraphLike('speaker'),
  stage: paragraphLike('stage'),
  title: paragraphLike('title'),
  caption: paragraphLike('caption'),
  line: paragraphLike('address-line'),
  imprint: onItsOwnLines('div', 'imprint'),
  'title-group': onItsOwnLines('div', 'title-group'),
  description: paragraphLike('description'),
  argument: onItsOwnLines('div', 'argument'),
  utterance,
};

/** Anything that is on lines of its own and is nothing more special. */
export function block(node: ReadingNode, place: Place): string {
  if (factOf(node.role) !== undefined) return fact(node, place);
  if (isNumber(node)) return numberMark(node, place);
  const writer = node.role === undefined ? roles.paragraph : roles[node.role];
  if (writer !== undefined) return writer(node, place);
  if (place.flow && !holdsBlocks(node.children))
    return `${startTag('p', node, place, '', typeAttribute(node))}${place.write(node.children, phrasing(place))}</p>\n`;
  const [name, classes] = place.flow ? (['div', 'p'] as const) : (['span', blockClass] as const);
  return `${startTag(name, node, place, classes, typeAttribute(node))}${place.write(node.children, place)}</${name}>`;
}

/** A heading that opens no section of the outline: of a list, in a note, the second one of a section. */
export const looseHeading: Writer = paragraphLike('subheading');
