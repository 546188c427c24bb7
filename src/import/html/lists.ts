/** Lists: the numbers that a browser would show, lists of terms, the heading that is in a box with its list. */
import type { Block, Inline, ListBlock, ListItem } from '../document.ts';
import { itemOf } from '../flow.ts';
import { formatNumber } from '../number-formats.ts';
import type { HtmlElement, HtmlNode } from './tree.ts';
import { elements, isInside, wordsIn } from './query.ts';
import { type HtmlContext, isPassedOver } from './context.ts';
import { anchorOf, inlineOf } from './inline.ts';

const formats: Readonly<Record<string, string>> = {
  a: 'lowerLetter',
  A: 'upperLetter',
  i: 'lowerRoman',
  I: 'upperRoman',
};

const integer = (value: string | undefined): number | undefined =>
  value !== undefined && /^\s*-?\d+/.test(value) ? parseInt(value, 10) : undefined;

/** The number of each item (HTML Standard, 4.4.5 and 4.4.8). */
export function itemNumbers(list: HtmlElement, items: readonly HtmlElement[]): string[] {
  const back = list.attributes.reversed !== undefined;
  const format = formats[list.attributes.type ?? ''] ?? 'decimal';
  let next = integer(list.attributes.start) ?? (back ? items.length : 1);
  return items.map((item) => {
    const value = integer(item.attributes.value) ?? next;
    next = back ? value - 1 : value + 1;
    return formatNumber(value, format);
  });
}

/** Reads the blocks inside an element. */
export type ReadBlocks = (e: HtmlElement) => Block[];

/** The items of a list that are reported at their place. */
export const itemsOf = (list: HtmlElement, context: HtmlContext): HtmlElement[] =>
  elements(list).filter((e) => e.name === 'li' && !isPassedOver(e, context));

function item(e: HtmlElement, number: string | undefined, context: HtmlContext, read: ReadBlocks): ListItem {
  context.waiting.push(...anchorOf(e, context));
  return itemOf(read(e), number);
}

/** What is in a list next to its items: before the first one, and after each. */
function straysOf(
  list: HtmlElement,
  items: readonly HtmlElement[],
  context: HtmlContext,
  read: ReadBlocks,
): { before: Block[]; behind: (readonly Block[])[] } {
  const parts: HtmlNode[][] = [[], ...items.map(() => [])];
  let current = 0;
  for (const child of list.children) {
    const index = child.kind === 'element' ? items.indexOf(child) : -1;
    if (index >= 0) current = index + 1;
    else if (child.kind === 'text' || !isPassedOver(child, context)) parts[current]!.push(child);
  }
  const [before = [], ...behind] = parts.map((children) =>
    children.every((c) => wordsIn(c) === '' && c.kind === 'text') ? [] : read({ ...list, name: 'div', children }),
  );
  return { before, behind };
}

/** A numbered or bulleted list. */
export function readList(list: HtmlElement, context: HtmlContext, read: ReadBlocks): Block[] {
  const items = itemsOf(list, context);
  if (items.length === 0) return read({ ...list, name: 'div' });
  const ordered = list.name === 'ol';
  const numbers = ordered ? itemNumbers(list, items) : [];
  const { before, behind } = straysOf(list, items, context, read);
  const all = items.map((e, i): ListItem => {
    const one = item(e, numbers[i], context, read);
    return { ...one, blocks: [...one.blocks, ...behind[i]!] };
  });
  return [...before, { kind: 'list', marks: ordered ? 'numbers' : 'bullets', items: all }];
}

/** Terms and what is said of them. What is next to them belongs to the term before it. */
export function readTerms(list: HtmlElement, context: HtmlContext, read: ReadBlocks): ListBlock {
  const items: ListItem[] = [];
  let label: Inline[] | undefined;
  const stray = (child: HtmlNode): void => {
    const blocks = read({ ...list, name: 'div', children: [child] });
    const last = label ? undefined : items.pop();
    const before = last ?? { label: label ?? [], content: [], blocks: [], pagesBefore: [] };
    items.push({ ...before, blocks: [...before.blocks, ...blocks] });
    label = undefined;
  };
  const term = (e: HtmlElement): void => {
    if (label) items.push({ label, content: [], blocks: [], pagesBefore: [] });
    label = [...anchorOf(e, context), ...inlineOf(e.children, context)];
  };
  const visit = (parent: HtmlElement): void => {
    for (const e of parent.children) {
      if (e.kind === 'text') {
        if (wordsIn(e) !== '') stray(e);
      } else if (isPassedOver(e, context)) continue;
      else if (e.name === 'dt') term(e);
      else if (e.name === 'dd') {
        items.push({ ...item(e, undefined, context, read), label: label ?? [] });
        label = undefined;
      } else if (e.name === 'div') visit(e);
      else stray(e);
    }
  };
  visit(list);
  if (label) items.push({ label, content: [], blocks: [], pagesBefore: [] });
  return { kind: 'list', marks: 'labels', items };
}

/** The heading of a list: what stands alone in a box with it. */
export function headOfList(box: HtmlElement): { head: HtmlElement; list: HtmlElement } | undefined {
  const [head, list, ...more] = elements(box);
  if (!head || !list || more.length > 0 || !/^(?:ul|ol|dl)$/.test(list.name) || isInside(list, head)) return undefined;
  return /^(?:h[1-6]|p|strong|b)$/.test(head.name) && box.name === 'div' ? { head, list } : undefined;
}
