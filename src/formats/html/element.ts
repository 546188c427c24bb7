import type { Look, ReadingNode } from '../../model/reading.ts';
import { escapeAttribute } from './escape.ts';
import { pageId } from './ids.ts';
import { languageAttributes } from '../language.ts';
import type { Place, Writer } from './place.ts';

/**
 * Class of an element of words that is on lines of its own, where HTML allows words only. The read-back knows it too.
 */
export const blockClass = 'block';

/**
 * Class of a `div` that holds words in a line: words with a property among which something is on lines of its own. HTML
 * allows that in no `span`. The stylesheet and the read-back know it.
 */
export const inlineClass = 'inline';

/** An attribute, with a space before it; nothing where it has no value. */
export const attribute = (name: string, value: string | undefined): string =>
  value === undefined ? '' : ` ${name}="${escapeAttribute(value)}"`;

/** The id attribute of a node, with a space before it; nothing where the source gives none. */
export function idAttribute(node: ReadingNode, place: Place): string {
  return node.id === undefined || node.id === ''
    ? ''
    : ` id="${escapeAttribute(place.page.ids.claim(pageId(node.id)))}"`;
}

function classAttribute(classes: string, looks: readonly Look[] | undefined): string {
  const all = looks === undefined || looks.length === 0 ? classes : `${classes} ${looks.join(' ')}`.trimStart();
  return all === '' ? '' : ` class="${all}"`;
}

/** Where an element differs from its node. */
interface Own {
  /** Id attribute, with a space before it. */
  readonly id?: string;
  readonly looks?: readonly Look[];
}

/** A start tag with all that a node has of its own: id, classes, language, direction and looks. `more` is written as it is. */
export function startTag(
  name: string,
  node: ReadingNode,
  place: Place,
  classes = '',
  more = '',
  own: Own = {},
): string {
  const rend = node.rend === undefined ? '' : ` data-rend="${escapeAttribute(node.rend)}"`;
  const lang = node.lang === undefined ? '' : languageAttributes(node.lang);
  const dir = node.dir === undefined ? '' : ` dir="${node.dir}"`;
  const id = own.id ?? idAttribute(node, place);
  return `<${name}${id}${classAttribute(classes, own.looks ?? node.looks)}${lang}${dir}${more}${rend}>`;
}

/** What the source calls a thing, where we have no class for it. */
export const typeAttribute = (node: ReadingNode): string =>
  node.role === undefined ? '' : ` data-type="${escapeAttribute(node.role)}"`;

/** A writer of lines of their own: an element where blocks may be, a span of class `block` among words. */
export function onItsOwnLines(name: string, classes: string, more = ''): Writer {
  return (node, place) => {
    if (place.flow)
      return `${startTag(name, node, place, classes, more)}${place.write(node.children, place)}</${name}>\n`;
    const spanClasses = classes === '' ? blockClass : `${blockClass} ${classes}`;
    return `${startTag('span', node, place, spanClasses, more)}${place.write(node.children, place)}</span>`;
  };
}
