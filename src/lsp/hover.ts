import { basename } from 'node:path';
import { type AttributeNode, type ElementNode, nextElements, type ValueNode } from '../relaxng/index.ts';
import type { Hover, Location } from 'vscode-languageserver-protocol';
import { pointerKind, pointerTokens } from '../validate/pointers.ts';
import { attributesAt, contentAt, definitionAt } from './allowed-at.ts';
import type { Asked } from './complete.ts';
import { attributeNamed } from './complete-markup.ts';
import { valuesOf } from './complete-values.ts';
import { asMarkdown, markdown, saidBy } from './documentation.ts';
import { locate, type Target } from './neighbours.ts';
import type { OpenFile } from './open-file.ts';
import { expand, outlineBefore, prefixesAt } from './outline-before.ts';
import { rangeAt } from './positions.ts';
import { cursorAt, type WrittenAttribute, type WrittenTag } from './tag-at.ts';

/** What the thing under the cursor means, and where it leads. */

const code = (text: string): string => `\`${text.replaceAll('`', "'")}\``;

const hover = ({ file }: Asked, parts: readonly string[], start: number, end: number): Hover | null => {
  const said = parts.filter((part) => part !== '');
  return said.length === 0 ? null : { contents: markdown(said.join('\n\n')), range: rangeAt(file.starts, start, end) };
};

function hoverElement(asked: Asked, tag: WrittenTag): Hover | null {
  const { schema, file } = asked;
  const outline = outlineBefore(file.text, tag.start);
  const element = expand(prefixesAt(outline), tag.name, false);
  const definition = definitionAt(schema, nextElements(contentAt(schema, outline)), element);
  const said = definition ? saidBy(schema, (definition.leaf as ElementNode).documentation) : '';
  const head = definition ? code(`<${tag.name}>`) : `${code(`<${tag.name}>`)}: the schema does not have this element.`;
  return hover(asked, [head, asMarkdown(said)], tag.start + 1, tag.nameEnd);
}

/** The possible patterns of an attribute that is written in a tag. */
function patternsOf({ schema, file }: Asked, tag: WrittenTag, name: string): ReturnType<typeof attributeNamed> {
  const outline = outlineBefore(file.text, tag.start);
  const prefixes = prefixesAt(outline);
  const element = expand(prefixes, tag.name, false);
  const attributes = attributesAt(schema, contentAt(schema, outline), element, []);
  return attributeNamed(schema, attributes, expand(prefixes, name, true));
}

/** Values are listed up to here; completion shows all. */
const mostValues = 12;

function hoverAttribute(asked: Asked, tag: WrittenTag, { name, start, end }: WrittenAttribute): Hover | null {
  const { schema } = asked;
  const [pattern] = patternsOf(asked, tag, name);
  if (!pattern) return null;
  const values = valuesOf(pattern.a!).map((one) => code((one.leaf as ValueNode).literal));
  const more = values.length > mostValues ? ' …' : '';
  const list = values.length === 0 ? '' : `Values: ${values.slice(0, mostValues).join(', ')}${more}`;
  const said = saidBy(schema, (pattern.leaf as AttributeNode).documentation);
  return hover(asked, [`${code(name)} of ${code(`<${tag.name}>`)}`, asMarkdown(said), list], start, end);
}

function hoverValue(asked: Asked, tag: WrittenTag, { name, valueStart, valueEnd }: WrittenAttribute): Hover | null {
  const { schema, file } = asked;
  const value = file.text.slice(valueStart, valueEnd);
  const written = new Set(value.split(/\s+/));
  const fitting = patternsOf(asked, tag, name)
    .flatMap((one) => valuesOf(one.a!))
    .map((one) => one.leaf as ValueNode)
    .filter(({ literal, documentation }) => written.has(literal) && saidBy(schema, documentation) !== '');
  const said = fitting.map(
    ({ literal, documentation }) => `${code(literal)}: ${asMarkdown(saidBy(schema, documentation))}`,
  );
  return hover(asked, said, valueStart!, valueEnd!);
}

/** A pointer in the file: where it stands, and where it leads. */
function pointerAt({
  file,
  offset,
  neighbours,
}: Omit<Asked, 'schema' | 'snippets'>): { start: number; end: number; target: Target } | undefined {
  const cursor = cursorAt(file.text, offset);
  if (cursor.kind !== 'value' || pointerKind(cursor.attribute.name) === undefined) return undefined;
  const { valueStart, valueEnd } = cursor.attribute;
  const value = file.text.slice(valueStart, valueEnd);
  const token = pointerTokens(value, valueStart!, valueEnd!).find(({ start, end }) => offset >= start && offset <= end);
  const target = token && neighbours.find(token.value);
  return token && target && { start: token.start, end: token.end, target };
}

function hoverPointer(asked: Asked): Hover | null {
  const found = pointerAt(asked);
  if (!found) return null;
  const { path, id } = found.target;
  const where = path === asked.file.path ? '' : ` in ${asMarkdown(basename(path))}`;
  const parts = id
    ? [asMarkdown(id.label), `${code(`<${id.element}>`)}${where}`]
    : [`The file ${asMarkdown(basename(path))}`];
  return hover(asked, parts, found.start, found.end);
}

export function hoverAt(asked: Asked): Hover | null {
  const cursor = cursorAt(asked.file.text, asked.offset);
  if (cursor.kind === 'element' && cursor.tag.name !== '') return hoverElement(asked, cursor.tag);
  if (cursor.kind === 'attribute') {
    const attribute = cursor.tag.attributes.find(({ start }) => start === cursor.from);
    return attribute ? hoverAttribute(asked, cursor.tag, attribute) : null;
  }
  return cursor.kind === 'value' ? (hoverPointer(asked) ?? hoverValue(asked, cursor.tag, cursor.attribute)) : null;
}

/** Where the pointer under the cursor leads. */
export function definitionOf(
  asked: Omit<Asked, 'schema' | 'snippets'>,
  open: ReadonlyMap<string, OpenFile>,
): Location | null {
  const found = pointerAt(asked);
  return found ? locate(found.target, open) : null;
}
