import type { XmlAttribute, XmlTag } from '../../source/xml.ts';
import { isFull } from '../engine/findings.ts';
import { intern } from '../engine/names.ts';
import type { QName } from '../engine/names.ts';
import type { AttributeInfo, Pattern } from '../engine/pattern.ts';
import type { Run } from '../engine/run.ts';
import type { AttributeNode } from '../grammar/nodes.ts';
import { attributeNames } from '../engine/schema.ts';
import { namesOf, openAttributes, requiredAttributes } from './expected.ts';
import { rankAttributes } from './attribute-frequency.ts';
import { type Child, childThatCan } from './first-child.ts';
import { nearest } from './nearest.ts';
import { tell } from './tell.ts';
import type { Edit } from './tell.ts';
import { legalValues, valueInWords } from './value-words.ts';
import { attributeName, attributePrefix, elementSaid, oneOf, said } from './words.ts';

/** An attribute that the element cannot have. Answers the one that was meant, if that is plain. */
export function unexpectedAttribute(
  run: Run,
  tag: XmlTag,
  attribute: XmlAttribute,
  name: QName,
  info: AttributeInfo | undefined,
): Pattern | undefined {
  if (isFull(run.findings)) return undefined;
  const free = freeAttributes(run, tag, info);
  const meant = meantAttribute(run, name, free);
  const names = rankAttributes(
    tag.local,
    free.flatMap(namesOf).map((one) => attributeName(run, one)),
  );
  if (tellMisplaced(run, tag, attribute, name, meant)) return meant;
  const written = meant && attributeName(run, namesOf(meant)[0]!);
  const known = written === undefined && attributeNames(run.schema).has(name.local);
  tell(run, {
    code: known ? 'attribute-not-allowed' : 'unknown-attribute',
    message:
      written !== undefined
        ? `<${tag.name}> has no attribute “${attribute.name}”; did you mean “${written}”?`
        : `<${tag.name}> cannot have the attribute “${attribute.name}”.`,
    start: attribute.start,
    end: attribute.valueEnd + 1,
    why: meant && said(run, written!, (meant.leaf as AttributeNode).documentation),
    fix: attributeFix(written, names),
    edit: meant && ([attribute.start, attribute.start + attribute.name.length, written!] satisfies Edit),
    suggestion: meant === undefined ? removal(run, attribute) : undefined,
    expected: written === undefined ? names : [written, ...names.filter((one) => one !== written)],
  });
  return meant;
}

/** Reports an attribute that is right in another namespace or on the first element inside; answers whether it is one. */
function tellMisplaced(
  run: Run,
  tag: XmlTag,
  attribute: XmlAttribute,
  name: QName,
  meant: Pattern | undefined,
): boolean {
  if (meant !== undefined) {
    if (!needsPrefix(run, name, meant)) return false;
    namespaceMissing(run, tag, attribute, meant);
    return true;
  }
  const owner = childThatCan(run, tag, attribute, name);
  if (owner !== undefined) belongsToChild(run, tag, attribute, owner);
  return owner !== undefined;
}

/** Is it the right name, only that its namespace has no prefix here? */
const needsPrefix = (run: Run, name: QName, meant: Pattern): boolean =>
  meant.name?.local === name.local && meant.name.uri !== '' && attributePrefix(run, meant.name.uri) === undefined;

function namespaceMissing(run: Run, tag: XmlTag, attribute: XmlAttribute, { name }: Pattern): void {
  const { uri, local } = name!;
  const word = /[\p{L}][\p{L}\p{N}]*(?=[^\p{L}\p{N}]*$)/u.exec(uri.replace(/[#/]?[\d./#]*$/, ''))?.[0].toLowerCase();
  const prefix = word !== undefined && word.length <= 12 && !word.startsWith('xml') ? word : 'ns';
  const written = `xmlns:${prefix}="${uri}" ${prefix}:${local}`;
  tell(run, {
    code: 'unknown-attribute',
    message: `The attribute “${attribute.name}” of <${tag.name}> must be in the namespace “${uri}”.`,
    start: attribute.start,
    end: attribute.valueEnd + 1,
    why: 'An attribute without a prefix is in no namespace, whatever the namespace of its element.',
    fix: `Declare a prefix for the namespace, and use it: ${written}="…".`,
    edit: [attribute.start, attribute.start + attribute.name.length, written],
    expected: [`${prefix}:${local}`],
  });
}

/** The attribute as it may have slipped from the first element inside. */
function belongsToChild(run: Run, tag: XmlTag, attribute: XmlAttribute, child: Child): void {
  const { text } = run.source;
  const [from, to] = removal(run, attribute);
  const at = child.start + 1 + child.name.length;
  const written = text.slice(attribute.start, to);
  (run.lent ??= new Set()).add(`${child.start} ${attribute.name}`);
  tell(run, {
    code: 'attribute-not-allowed',
    message: `<${tag.name}> cannot have the attribute “${attribute.name}”, but <${child.name}> in it can.`,
    start: attribute.start,
    end: to,
    why: undefined,
    fix: `Move it to <${child.name}>.`,
    suggestion: [from, at, `${text.slice(to, at)} ${written}`],
  });
}

/** Removes an attribute and the white space before it. */
function removal(run: Run, attribute: XmlAttribute): Edit {
  const { text } = run.source;
  let start = attribute.start;
  while (/\s/.test(text.charAt(start - 1))) start--;
  return [start, attribute.valueEnd + 1, ''];
}

function attributeFix(written: string | undefined, names: readonly string[]): string {
  if (written !== undefined) return `Write ${written}="…".`;
  return names.length === 0
    ? 'Remove it.'
    : `Remove it; ${names.length === 1 ? 'possible is' : 'possible are'} ${oneOf(names, 8)}.`;
}

/** The attributes that the element can have and has not. */
function freeAttributes(run: Run, tag: XmlTag, info: AttributeInfo | undefined): Pattern[] {
  const given = new Set(tag.attributes.map((one) => intern(run.table.names, one.uri, one.local)));
  const simple =
    info === undefined ? [] : [...info.specs].filter(([name]) => !given.has(name)).map(([, spec]) => spec.attribute);
  return [...simple, ...openAttributes(run.current).filter((one) => one.name === undefined || !given.has(one.name))];
}

/** The same name in another namespace (`id` for `xml:id`), or one spelt alike. */
function meantAttribute(run: Run, name: QName, free: readonly Pattern[]): Pattern | undefined {
  const named = free.filter((one) => one.name !== undefined);
  const same = named.find((one) => one.name!.local === name.local);
  return same ?? nearest(name.local, named, (one) => one.name!.local);
}

/** Attributes that must be there are not. `absent` are those that simply must be, `more` says that others are missing as well. */
export function missingAttributes(run: Run, tag: XmlTag, absent: readonly Pattern[], more: boolean): void {
  if (isFull(run.findings)) return;
  const needs = [...absent.map((one) => [one]), ...(more ? requiredAttributes(run.current) : [])];
  if (needs.length === 0) needs.push(openAttributes(run.current));
  for (const need of needs) tellMissing(run, tag, need);
}

function tellMissing(run: Run, tag: XmlTag, need: readonly Pattern[]): void {
  const names = [...new Set(need.flatMap(namesOf).map((one) => attributeName(run, one)))];
  if (names.some((one) => run.lent?.has(`${tag.start} ${one}`))) return;
  const [only] = need;
  const value = need.length === 1 && only !== undefined ? only.a! : undefined;
  const legal = value === undefined ? [] : legalValues(value);
  const end = tag.start + 1 + tag.name.length;
  const example = legal.length > 0 ? legal[0]! : '…';
  const quoted = names.map((one) => `“${one}”`);
  tell(run, {
    code: 'missing-attribute',
    message:
      names.length === 1
        ? `<${tag.name}> lacks the attribute ${quoted[0]!}.`
        : `<${tag.name}> lacks one of the attributes ${oneOf(quoted)}.`,
    start: tag.start,
    end,
    why: (only && said(run, names[0]!, (only.leaf as AttributeNode).documentation)) ?? elementSaid(run, tag),
    fix:
      value === undefined || names.length > 1
        ? `Add ${oneOf(names.map((one) => `${one}="…"`))}.`
        : `Add ${names[0]!}="${example}"; its value is ${valueInWords(value)}.`,
    edit: legal.length === 1 ? [end, end, ` ${names[0]!}="${legal[0]!}"`] : undefined,
    expected: names,
  });
}
