import type { Reading, ReadingNode } from '../../model/reading.ts';
import { looseHeading } from './blocks.ts';
import { call, list as array, sequence, words } from './code.ts';
import { looked, spoken } from './inline.ts';
import { boxed, newBlock, inItem, newLine, type Place, type Writer } from './place.ts';

/** Lists: with bullets, numbers, labels of the source, or plain. */

interface Items {
  /** Headings before the first item. */
  readonly before: string[];
  readonly items: { readonly key: string; readonly label?: string; readonly marker: string; readonly body: string }[];
}

const isBlank = (child: Reading): boolean => typeof child === 'string' && /^[ \t\n\r]*$/.test(child);

/** Where an item holds nothing but one block, the children of that block: one paragraph needs no lines of its own. */
function withoutSoleBlock(node: ReadingNode): readonly Reading[] {
  const full = node.children.filter((child) => !isBlank(child));
  const [first] = full;
  const isSole =
    full.length === 1 &&
    typeof first === 'object' &&
    first.kind === 'block' &&
    first.lang === undefined &&
    first.dir === undefined;
  return isSole ? first.children : node.children;
}

function body(children: readonly Reading[], place: Place): string {
  newLine(place);
  const content = place.write(children, place);
  newLine(place);
  return content;
}

/** The siglum of a witness, where neither a number nor its words give it. */
const ownMarker = ({ tei, id, n, children }: ReadingNode): string =>
  tei === 'witness' &&
  id !== undefined &&
  n === undefined &&
  !children.some((child) => typeof child === 'object' && child.tei === 'abbr')
    ? id
    : '';

function markerOf(node: ReadingNode, item: ReadingNode, count: number): string {
  if (node.role === 'ordered') return `${item.n ?? String(count)}.`;
  return node.role === 'bulleted' ? '•' : ownMarker(item);
}

function itemsOf(node: ReadingNode, place: Place): Items {
  const found: Items = { before: [], items: [] };
  let label: string | undefined;
  let count = 0;
  const add = (children: readonly Reading[], marker: string): void => {
    const [key, content] = inItem(place, (own) => [own, body(children, place)]);
    found.items.push({
      key,
      marker: label === undefined ? marker : '',
      body: content,
      ...(label !== undefined && { label }),
    });
    label = undefined;
  };
  for (const child of node.children) {
    if (isBlank(child)) continue;
    if (typeof child === 'object' && child.kind === 'page-break') place.page.waiting.push(child);
    else if (typeof child === 'object' && child.kind === 'heading' && found.items.length === 0 && label === undefined) {
      found.before.push(looseHeading(child, place));
    } else if (typeof child === 'object' && child.kind === 'label') {
      if (label !== undefined) add([], '');
      newLine(place);
      label = spoken(child, looked(child, place.write(child.children, place)));
      newLine(place);
    } else if (typeof child === 'object' && child.kind === 'item')
      add(itemChildren(child), markerOf(node, child, ++count));
    else add([child], '');
  }
  if (label !== undefined) add([], '');
  return found;
}

/** The children of an item with its language. */
function itemChildren(item: ReadingNode): readonly Reading[] {
  const children = withoutSoleBlock(item);
  const isPlain = item.lang === undefined && item.dir === undefined && (item.looks ?? []).length === 0;
  return isPlain ? children : [{ ...item, kind: 'span', role: 'item', children }];
}

/** A list. What in it is not an item becomes one without a marker, so that the order stays. */
export const list: Writer = (node, outer) => {
  const key = newBlock(outer);
  const place = boxed(outer);
  const { before, items } = itemsOf(node, place);
  const parts = items.map(({ key: own, label, marker, body: content }) =>
    array([words(own), label === undefined ? words(marker) : label, content]),
  );
  const isLabelled = items.some(({ label }) => label !== undefined);
  const content = items.length === 0 ? '' : call(isLabelled ? 'labelled' : 'items', array(parts));
  const all = sequence([...before, content]);
  newLine(place);
  return all === '' ? '' : call('group', words(key), words('list'), spoken(node, all));
};

/** An item where no list is around it: a sense of a dictionary, with the number that is counted or given. */
export const looseItem: Writer = (node, outer) => {
  const { tei, role, title } = node;
  const isNumbered = (tei === 'sense' || tei === 'hom') && title !== undefined && role !== 'printed';
  const key = newBlock(outer);
  const content = spoken(node, looked(node, body(withoutSoleBlock(node), boxed(outer))));
  const item = call('items', array([array([words(''), words(isNumbered ? `${title}.` : ''), content])]));
  return call('group', words(key), words('list'), item);
};
