/** Pictures with captions, verse, and text whose spaces and lines count. */
import type { Block, Group, Inline, Line } from '../document.ts';
import type { HtmlElement } from './tree.ts';
import { descendants, elements, hasClass, wordsIn } from './query.ts';
import { type HtmlContext, isPassedOver } from './context.ts';
import { inlineOf, isBlank, picture } from './inline.ts';
import { trimmed, wholeLine } from './paragraphs.ts';

/** A picture with its caption; undefined where a figure holds something else. */
export function figureOf(figure: HtmlElement, context: HtmlContext): Block[] | undefined {
  const images = [...descendants(figure)].filter((e) => e.name === 'img');
  const caption = elements(figure).find((e) => e.name === 'figcaption');
  const other = wordsIn(figure).length - (caption ? wordsIn(caption).length : 0);
  if (images.length !== 1 || other > 0 || [figure, ...(caption ? [caption] : [])].some((e) => isPassedOver(e, context)))
    return undefined;
  const shown = picture(images[0]!, context)[0];
  if (shown?.kind !== 'phrase') return undefined;
  const parts = shown.content.flatMap((c): Line[] =>
    c.kind === 'phrase' && (c.element === 'graphic' || c.element === 'figDesc')
      ? [{ kind: 'text-line', element: c.element, attributes: c.attributes, content: c.content }]
      : [],
  );
  const words = caption ? trimmed(wholeLine(inlineOf(caption.children, context), context)) : [];
  const head: Line[] = words.length > 0 ? [{ kind: 'text-line', element: 'head', attributes: {}, content: words }] : [];
  const first = caption && figure.children.indexOf(caption) < figure.children.indexOf(topOf(images[0]!, figure));
  return [
    { kind: 'group', element: 'figure', attributes: {}, blocks: first ? [...head, ...parts] : [...parts, ...head] },
  ];
}

/** The child of the figure that holds the picture. */
function topOf(image: HtmlElement, figure: HtmlElement): HtmlElement {
  let e = image;
  while (e.parent && e.parent !== figure) e = e.parent;
  return e;
}

const stanza = /^(?:stanza|verse|linegroup|line-?group|lg|tei-lg)$/i;

/** Content cut at its line breaks. */
function lines(content: readonly Inline[]): Inline[][] {
  const out: Inline[][] = [[]];
  for (const item of content) {
    if (item.kind === 'line') out.push([]);
    else out.at(-1)!.push(item);
  }
  return out.map(trimmed).filter((l) => l.length > 0);
}

/** A stanza, where the page calls it so: a line for each block or line break in it. */
export function verse(e: HtmlElement, context: HtmlContext): Group | undefined {
  if (!hasClass(e, stanza)) return undefined;
  const inner = elements(e).filter((c) => !isPassedOver(c, context));
  const blocks = inner.filter((c) => /^(?:div|p|li)$/.test(c.name));
  const mixed = blocks.length > 0 && e.children.some((c) => !blocks.includes(c as HtmlElement) && !isBlank(c));
  if (mixed || blocks.some((b) => elements(b).some((c) => /^(?:div|p|ul|ol|table)$/.test(c.name)))) return undefined;
  const content = blocks.length > 0 ? blocks.map((b) => b.children) : [e.children];
  const read = content.flatMap((nodes) => lines(wholeLine(inlineOf(nodes, context), context)));
  if (read.length === 0) return undefined;
  return {
    kind: 'group',
    element: 'lg',
    attributes: {},
    blocks: read.map((l): Line => ({ kind: 'text-line', element: 'l', attributes: {}, content: l })),
  };
}

/** Spaces that count are no-break spaces, lines are line breaks. */
function heldBlanks(content: readonly Inline[]): Inline[] {
  return content.flatMap((item): Inline[] => {
    if (item.kind === 'phrase') {
      const content = heldBlanks(item.content);
      // Code of several lines is not a code in a line.
      const broken = item.element === 'code' && content.some((c) => c.kind === 'line');
      return broken ? content : [{ ...item, content }];
    }
    if (item.kind !== 'text') return [item];
    let at = item.at;
    return item.text.split('\n').flatMap((line, i): Inline[] => {
      const text: Inline = { kind: 'text', text: line.replace(/^ +| {2,}/g, (b) => '\u00a0'.repeat(b.length)), at };
      const turn: Inline[] = i > 0 ? [{ kind: 'line', at }] : [];
      at += line.length + 1;
      return line === '' ? turn : [...turn, text];
    });
  });
}

/** Text set as it was typed: an example of what a computer reads, or a paragraph with its lines. */
export function preformatted(e: HtmlElement, context: HtmlContext): Block[] {
  const content = trimmed(wholeLine(heldBlanks(inlineOf(e.children, context)), context));
  if (content.length === 0) return [];
  const isCode = elements(e).length === 1 && elements(e)[0]!.name === 'code';
  return isCode ? [{ kind: 'text-line', element: 'eg', attributes: {}, content }] : [{ kind: 'paragraph', content }];
}
