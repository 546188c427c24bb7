import type { CompletionItem, CompletionList } from 'vscode-languageserver-protocol';
import type { Schema } from '../relaxng/index.ts';
import { attributesAt, contentAt } from './allowed-at.ts';
import { attributeNamed, type Offer, offerAttributes, offerElements } from './complete-markup.ts';
import { offerValues } from './complete-values.ts';
import { itemKind } from './item-kinds.ts';
import type { Neighbours } from './neighbours.ts';
import type { OpenFile } from './open-file.ts';
import { expand, type OutlineBefore, outlineBefore, type Prefixes, prefixesAt } from './outline-before.ts';
import { rangeAt } from './positions.ts';
import { type Cursor, cursorAt, type WrittenTag } from './tag-at.ts';

/** What can be written at the cursor. Only the text before it is read. */

export interface Asked {
  readonly file: OpenFile;
  readonly offset: number;
  readonly schema: Schema;
  readonly neighbours: Neighbours;
  /** The editor knows snippets. */
  readonly snippets: boolean;
}

const nothing: CompletionList = { isIncomplete: false, items: [] };

/** Puts offers in place of the range from `from` to `to`. */
function place({ file }: Asked, from: number, to: number, offers: readonly Offer[], whole = true): CompletionList {
  const range = rangeAt(file.starts, from, to);
  const items = offers.map(({ text, snippet, ...item }): CompletionItem => ({
    ...item,
    filterText: item.label,
    insertTextFormat: snippet === true ? 2 : 1,
    textEdit: { range, newText: text },
  }));
  return { isIncomplete: !whole, items };
}

/** Names of attributes as the namespaces here, and those that the tag itself declares, expand them. */
const writtenNames = (tag: WrittenTag, prefixes: Prefixes, but?: string): { uri: string; local: string }[] =>
  tag.attributes
    .filter(({ name }) => name !== but && !name.startsWith('xmlns'))
    .map(({ name }) => expand(prefixes, name, true));

/** Is the rest of a tag there already, after the name that ends at `to`? */
const goesOn = (text: string, to: number): boolean =>
  /^[ \t]*(?:\/?>|[\p{L}_][^<>\s"'=]*\s*=\s*["'])/u.test(text.slice(to, to + 200));

function endTag(asked: Asked, outline: OutlineBefore, from: number, to: number): CompletionList {
  const { tag } = outline.open.at(-1) ?? {};
  if (!tag) return nothing;
  const closed = asked.file.text[to] === '>';
  return place(asked, from, to, [
    { label: tag.name, kind: itemKind.endTag, text: closed ? tag.name : `${tag.name}>`, sortText: '0' },
  ]);
}

function elements(asked: Asked, outline: OutlineBefore, from: number, to: number): CompletionList {
  const { schema, snippets, file } = asked;
  const prefixes = prefixesAt(outline);
  const wanted = { nameOnly: goesOn(file.text, to), snippets };
  const offers = offerElements(schema, contentAt(schema, outline), prefixes, wanted);
  const { tag } = outline.open.at(-1) ?? {};
  const end: Offer[] = tag
    ? [{ label: `/${tag.name}`, kind: itemKind.endTag, text: `/${tag.name}>`, sortText: '99999' }]
    : [];
  return place(asked, from, to, [...offers, ...(wanted.nameOnly ? [] : end)]);
}

/** In text: whole elements, where no word is being typed. */
function inText(asked: Asked): CompletionList {
  const { file, offset, schema, snippets } = asked;
  if (/[\p{L}\p{N}&]/u.test(file.text.slice(Math.max(0, offset - 1), offset))) return nothing;
  const outline = outlineBefore(file.text, offset);
  const wanted = { nameOnly: false, snippets };
  const offers = offerElements(schema, contentAt(schema, outline), prefixesAt(outline), wanted);
  const bare = (one: Offer): string => (one.snippet === true ? one.text : `${one.text}>`);
  return place(
    asked,
    offset,
    offset,
    offers.map((one) => ({ ...one, label: `<${one.label}`, text: `<${bare(one)}` })),
  );
}

function inTag(asked: Asked, outline: OutlineBefore, cursor: Cursor & { tag: WrittenTag }): CompletionList {
  const { schema, file, offset, snippets } = asked;
  const { tag } = cursor;
  const prefixes = prefixesAt(outline);
  const element = expand(prefixes, tag.name, false);
  const content = contentAt(schema, outline);
  if (cursor.kind === 'attribute') {
    const { from, to } = cursor;
    const there = writtenNames(tag, prefixes, from === to ? undefined : file.text.slice(from, to));
    const attributes = attributesAt(schema, content, element, there);
    const nameOnly = /^\s*=/.test(file.text.slice(to, to + 20));
    return place(asked, from, to, offerAttributes(schema, element.local, attributes, prefixes, { nameOnly, snippets }));
  }
  if (cursor.kind !== 'value') return nothing;
  const { attribute } = cursor;
  const attributes = attributesAt(schema, content, element, writtenNames(tag, prefixes, attribute.name));
  const possible = attributeNamed(schema, attributes, expand(prefixes, attribute.name, true));
  // Of a list of values the one at the cursor is replaced.
  const before = file.text.slice(attribute.valueStart, offset);
  const typed = /\S*$/.exec(before)![0];
  const rest = /^[^\s<>"']*/.exec(file.text.slice(offset, attribute.valueEnd))![0];
  const local = { element: element.local, attribute: attribute.name, typed };
  const { offers, whole } = offerValues(schema, possible, local, asked.neighbours);
  return place(asked, offset - typed.length, offset + rest.length, offers, whole);
}

export function complete(asked: Asked): CompletionList {
  const { text } = asked.file;
  const cursor = cursorAt(text, asked.offset);
  if (cursor.kind === 'elsewhere') return nothing;
  if (cursor.kind === 'text') return inText(asked);
  if (cursor.kind === 'end-tag') return endTag(asked, outlineBefore(text, cursor.start), cursor.from, cursor.to);
  const outline = outlineBefore(text, cursor.tag.start);
  return cursor.kind === 'element' ? elements(asked, outline, cursor.from, cursor.to) : inTag(asked, outline, cursor);
}
