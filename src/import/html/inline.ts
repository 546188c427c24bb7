/** The content of a line: text, typography, links, calls, page breaks, pictures. */
import type { Inline } from '../document.ts';
import { pointer } from '../link-address.ts';
import { phrase } from '../phrase.ts';
import type { HtmlElement, HtmlNode, HtmlText } from './tree.ts';
import { isInside, textOf } from './query.ts';
import { type HtmlContext, isPassedOver } from './context.ts';
import { lookOf } from './looks.ts';

function text(node: HtmlText, context: HtmlContext): Inline[] {
  let cut = context.notes.repeated.get(node) ?? 0;
  return node.runs.flatMap((run): Inline[] => {
    const skip = Math.min(cut, run.text.length);
    cut -= skip;
    return skip === run.text.length ? [] : [{ ...run, text: run.text.slice(skip), at: run.at + skip }];
  });
}

function call(e: HtmlElement, note: number, context: HtmlContext): Inline[] {
  if (!context.called.has(note)) {
    context.called.add(note);
    return [{ kind: 'call', note, at: e.at }];
  }
  const shown: Inline = { kind: 'text', text: context.notes.notes[note]!.label, at: e.at };
  return [{ ...phrase('ref', [phrase('hi', [shown], { rend: 'superscript' })], { type: 'noteref' }), toNote: note }];
}

function lostLink(e: HtmlElement, context: HtmlContext): void {
  context.findings.push({
    code: 'import-link',
    severity: 'note',
    message: `The link “${(e.attributes.href ?? '').slice(0, 60)}” leads nowhere on this page; its words were kept, the link was not.`,
    span: context.source.span(e.at, e.at + 1),
    fix: 'Mark the link in the TEI if it matters.',
  });
}

/** An address as the page means it, where the page says where it was. */
function absolute(href: string, page: string | undefined): string {
  try {
    return page === undefined ? href : new URL(href, page).href;
  } catch {
    return href;
  }
}

function link(e: HtmlElement, context: HtmlContext): Inline[] {
  const content = inlineOf(e.children, context);
  const { href } = e.attributes;
  if (href === undefined || content.length === 0) return content;
  const target = context.leads(e);
  const note = target ? context.notes.notes.findIndex((n) => isInside(target, n.body)) : -1;
  if (note >= 0) return [{ ...phrase('ref', content), toNote: note }];
  const page = target && context.breaks.get(target);
  const anchor = target && context.anchors.get(target);
  const address = page
    ? `#pg_${page}`
    : anchor
      ? `#${anchor}`
      : href.startsWith('#')
        ? undefined
        : pointer(absolute(href, context.address));
  if (address !== undefined) return [phrase('ref', content, { target: address })];
  lostLink(e, context);
  return content;
}

/** A picture. One that is a single point, or drawn by the page itself, shows nothing. */
export function picture(e: HtmlElement, context: HtmlContext): Inline[] {
  const { src = '', width = '', height = '', alt = '' } = e.attributes;
  const words: Inline[] = alt.trim() === '' ? [] : [{ kind: 'text', text: alt, at: e.at }];
  const url = pointer(src);
  if (url === undefined || /^[01](?:px)?$/.test(width) || /^[01](?:px)?$/.test(height)) return words;
  context.findings.push({
    code: 'import-picture',
    severity: 'note',
    message: `The text has a picture, ${url.slice(0, 100)}.`,
    span: context.source.span(e.at, e.at + 1),
    fix: 'The picture is not copied: put it next to the TEI, or correct graphic/@url.',
  });
  const described = words.length > 0 ? [phrase('figDesc', words)] : [];
  return [phrase('figure', [phrase('graphic', [], { url }), ...described])];
}

const textRuns = (content: readonly Inline[]): Inline[] =>
  content.flatMap((c) => (c.kind === 'phrase' ? textRuns(c.content) : c.kind === 'text' ? [c] : []));

/** The point that a link leads to, at the beginning of an element. */
export const anchorOf = (e: HtmlElement, context: HtmlContext): Inline[] => {
  const id = context.anchors.get(e);
  return id === undefined || context.breaks.has(e) ? [] : [phrase('anchor', [], { 'xml:id': id })];
};

function element(e: HtmlElement, context: HtmlContext): Inline[] {
  if (isPassedOver(e, context)) return [];
  const page = context.breaks.get(e);
  if (page !== undefined) return [{ kind: 'page', label: page, at: e.at }];
  const note = context.notes.calls.get(e);
  if (note !== undefined) return call(e, note, context);
  if (e.name === 'br') return [{ kind: 'line', at: e.at }];
  if (e.name === 'img') return picture(e, context);
  const anchor = anchorOf(e, context);
  if (e.name === 'a') return [...anchor, ...link(e, context)];
  const content = inlineOf(e.children, context);
  if (e.name === 'code') return [...anchor, ...onlyText('code', content)];
  if (e.name === 'math') return [...anchor, ...onlyText('formula', content)];
  const look = lookOf(e);
  const seen = content.some((c) => c.kind !== 'text' || c.text.trim() !== '');
  return [...anchor, ...(look && seen ? [phrase(look.element, content, look.attributes)] : content)];
}

/** Code and formulas hold characters only; what holds more stays plain. */
function onlyText(name: 'code' | 'formula', content: readonly Inline[]): readonly Inline[] {
  const runs = textRuns(content);
  const plain = content.every((c) => c.kind === 'text' || (c.kind === 'phrase' && c.element === 'hi'));
  return plain && runs.length > 0 ? [phrase(name, runs)] : content;
}

/** The content of nodes that are in a line. Page marks in words are looked for when the line is whole. */
export const inlineOf = (nodes: readonly HtmlNode[], context: HtmlContext): Inline[] =>
  nodes.flatMap((node) => (node.kind === 'text' ? text(node, context) : element(node, context)));

/** Whether anything is left of an element that a reader would see. */
export const isBlank = (node: HtmlNode): boolean => textOf(node).trim() === '';
