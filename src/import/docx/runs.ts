/** The content of a paragraph: text, typography, links, calls, breaks, pictures, changes. */
import type { Inline } from '../document.ts';
import { phrase } from '../phrase.ts';
import { withPageMarks } from '../marked-inline.ts';
import { elements, textOf, type XmlNode } from './xml-tree.ts';
import { charactersOf } from './characters.ts';
import { looksOf } from './styles.ts';
import { alternative } from './atoms.ts';
import { type DocxContext, fieldLink, isShown, type OpenField, placeOf } from './context.ts';
import { bookmarkPoint, formula, picture } from './objects.ts';
import { tidyInline } from '../tidy-inline.ts';
import { bookmarkLink, webLink } from './links.ts';

/** Content under construction: the lowest is the paragraph, each open field has one above it. */
interface Sink {
  readonly content: Inline[];
  readonly field?: OpenField;
}

interface Reading {
  readonly context: DocxContext;
  readonly sinks: Sink[];
  /** Inside a link: what links look like says nothing. */
  inLink: boolean;
}

const put = (reading: Reading, ...items: readonly Inline[]): void => void reading.sinks.at(-1)!.content.push(...items);

/** The content of a field that has ended, or that a paragraph ends. */
function closeField({ field, content }: Sink, reading: Reading): void {
  const link = field && fieldLink(field.code);
  if (!link) return put(reading, ...content);
  put(
    reading,
    ...(link.url ? webLink(link.url, content, reading.context) : bookmarkLink(link.bookmark, content, reading.context)),
  );
}

function fieldCharacter(type: string | undefined, reading: Reading): void {
  const { fields } = reading.context;
  const last = fields.at(-1);
  if (type === 'begin') fields.push({ code: '', inResult: false });
  if (type === 'separate' && last) {
    last.inResult = true;
    reading.sinks.push({ content: [], field: last });
  }
  if (type !== 'end') return;
  fields.pop();
  if (last && reading.sinks.at(-1)!.field === last) closeField(reading.sinks.pop()!, reading);
}

function call(node: XmlNode, reading: Reading): void {
  const { context } = reading;
  const note = context.labels.calls.get(node);
  if (note === undefined) return;
  const at = placeOf(node, context);
  if (!context.called.has(note)) {
    context.called.add(note);
    return put(reading, { kind: 'call', note, at });
  }
  const label: Inline = { kind: 'text', text: context.labels.notes[note]!.label, at };
  put(reading, {
    ...phrase('ref', [phrase('hi', [label], { rend: 'superscript' })], { type: 'noteref' }),
    toNote: note,
  });
}

/** One element of a run. */
function piece(node: XmlNode, looks: string, reading: Reading): void {
  const { context } = reading;
  const text = charactersOf(node);
  if (text !== undefined) {
    if (!isShown(node, context)) return;
    const cut = context.labels.repeated.get(node) ?? 0;
    const run: Inline = { kind: 'text', text: text.slice(cut), at: placeOf(node, context) + cut };
    return put(reading, looks === '' ? run : phrase('hi', [run], { rend: looks }));
  }
  const page = context.wordPages.get(node);
  if (page !== undefined) return put(reading, { kind: 'page', label: page, at: placeOf(node, context) });
  switch (node.name) {
    case 'w:fldChar':
      return fieldCharacter(node.attributes['w:fldCharType'], reading);
    case 'w:instrText': {
      const field = context.fields.at(-1);
      if (field) field.code += textOf(node);
      return;
    }
    case 'w:br':
      if (node.attributes['w:type'] !== undefined && node.attributes['w:type'] !== 'textWrapping') return;
      return put(reading, { kind: 'line', at: placeOf(node, context) });
    case 'w:cr':
      return put(reading, { kind: 'line', at: placeOf(node, context) });
    case 'w:footnoteReference':
    case 'w:endnoteReference':
    case 'w:commentReference':
      return call(node, reading);
    case 'mc:AlternateContent':
      return elements(alternative(node)).forEach((c) => piece(c, looks, reading));
    case 'w:drawing':
    case 'w:pict':
    case 'w:object':
      return put(reading, ...picture(node, context));
    case 'w:ruby':
    case 'w:rubyBase':
    case 'w:rt':
      return visit(node, reading);
  }
}

/** Content in an element of its own, whatever fields begin or end in it. */
function inside(node: XmlNode, reading: Reading): Inline[] {
  const depth = reading.sinks.length;
  reading.sinks.push({ content: [] });
  visit(node, reading);
  while (reading.sinks.length > depth + 1) closeField(reading.sinks.pop()!, reading);
  return reading.sinks.pop()!.content;
}

function link(node: XmlNode, reading: Reading): void {
  const { context } = reading;
  const was = reading.inLink;
  reading.inLink = true;
  const content = inside(node, reading);
  reading.inLink = was;
  const target = context.part.relations.get(node.attributes['r:id'] ?? '')?.target;
  const anchor = node.attributes['w:anchor'];
  put(
    reading,
    ...(target
      ? webLink(anchor ? `${target}#${anchor}` : target, content, context)
      : bookmarkLink(anchor, content, context)),
  );
}

function visit(parent: XmlNode, reading: Reading): void {
  const { context } = reading;
  for (const node of elements(parent)) {
    if (node.name === 'w:r') {
      const inField = context.fields.some((f) => f.inResult && fieldLink(f.code));
      const looks = looksOf(node, context.source.styles).filter(
        (l) => l !== 'underline' || !(reading.inLink || inField),
      );
      for (const c of elements(node)) piece(c, looks.join(' '), reading);
    } else if (node.name === 'w:hyperlink') link(node, reading);
    else if (/^w:(?:ins|del|moveFrom|moveTo)$/.test(node.name)) changed(node, reading);
    else if (node.name === 'w:bookmarkStart') put(reading, ...bookmarkPoint(node, context));
    else if (node.name === 'm:oMath') put(reading, ...formula(inside(node, reading), context));
    else if (node.name === 'mc:AlternateContent') visit(alternative(node) ?? node, reading);
    else if (charactersOf(node) !== undefined) piece(node, '', reading);
    else if (!/^w:(?:pPr|rPr|sdtPr|sdtEndPr)$/.test(node.name)) visit(node, reading);
  }
}

function changed(node: XmlNode, reading: Reading): void {
  if (reading.context.choices.changes !== 'show') return visit(node, reading);
  const content = inside(node, reading);
  const element = node.name === 'w:ins' || node.name === 'w:moveTo' ? 'add' : 'del';
  if (content.length > 0) put(reading, phrase(element, content, { type: 'tracked' }));
}

/** The content of a paragraph with its page marks. Fields that continue are taken up by the next one. */
export function paragraphContent(paragraph: XmlNode, context: DocxContext): Inline[] {
  const open = context.fields.filter((f) => f.inResult);
  const sinks: Sink[] = [{ content: context.waiting.splice(0) }, ...open.map((field) => ({ content: [], field }))];
  const reading: Reading = { context, sinks, inLink: false };
  visit(paragraph, reading);
  while (sinks.length > 1) closeField(sinks.pop()!, reading);
  return withPageMarks(tidyInline(sinks[0]!.content), context.pages);
}
