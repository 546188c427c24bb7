import type { XmlAttribute, XmlTag } from '../../source/xml.ts';
import { editDistance } from '../../source/scan/similar.ts';
import { contentOf } from '../engine/build.ts';
import { intern } from '../engine/names.ts';
import type { QName } from '../engine/names.ts';
import { open, openLater } from '../engine/open.ts';
import type { Pattern } from '../engine/pattern.ts';
import type { Run } from '../engine/run.ts';
import { after, elementOf } from '../engine/table.ts';
import { namesOf, nextElements } from './expected.ts';
import { isCustomary } from './frequency.ts';
import { knownElsewhere, nearest, slip } from './nearest.ts';
import { renameEdit, tagPlace, tell } from './tell.ts';
import { unwrapEdit } from './wrap.ts';
import type { Edit } from './tell.ts';
import { elementName, expectedNames, oneOf, said, tagged } from './words.ts';

const XMLNS = 'http://www.w3.org/2000/xmlns/';

/** An element of a name that the schema does not have: a slip of the pen, a wrong namespace, or something else altogether. */
export function unknownElement(run: Run, tag: XmlTag, name: QName): Pattern {
  const { table } = run;
  const guess = meantHere(run, name);
  const meant = guess !== undefined && isTooFull(run, tag, guess) ? undefined : guess;
  if (meant === undefined) {
    tellUnknown(run, tag);
    // Nobody knows what it stands for, and so what is missing next to it.
    const parent = run.open.at(-1);
    if (parent !== undefined) parent.spoiled = true;
    return after(table, table.anything, run.current);
  }
  if (meant.local === name.local) {
    tellNamespace(run, tag, name, meant);
    // The root of another vocabulary, or of another version of this one: all that is in it follows from that.
    if (run.open.length === 0 && name.uri !== '' && editDistance(name.uri, meant.uri, 3) > 3)
      return after(table, table.anything, run.current);
  } else tellMisspelt(run, tag, meant);
  const now = open(table, run.current, meant);
  return now.kind === 'notAllowed' ? openLater(table, run.current, meant) : now;
}

function meantHere(run: Run, name: QName): QName | undefined {
  let known = run.meant.get(run.current);
  if (known === undefined) {
    known = new Map();
    run.meant.set(run.current, known);
  }
  if (!known.has(name)) known.set(name, meantElement(run, name, nextElements(run.current)));
  return known.get(name);
}

/** Whether the element holds something and the one that is spelt like it must be empty: then that was not meant. */
function isTooFull(run: Run, tag: XmlTag, guess: QName): boolean {
  if (tag.empty || tag.local.toLowerCase() === guess.local.toLowerCase()) return false;
  const definition = run.schema.byName.get(guess)?.[0];
  const content = definition && contentOf(run.table, definition);
  const { text } = run.source;
  return content?.contentful === false && text.slice(tag.end, text.indexOf('<', tag.end)).trim() !== '';
}

/** The name that was meant, among those that are allowed here, or further on. */
function meantElement(run: Run, name: QName, here: readonly Pattern[]): QName | undefined {
  const { names } = run.table;
  const allowed = here.flatMap(namesOf).map(({ uri, local }) => intern(names, uri, local));
  const localOf = (one: QName): string => one.local;
  const same = allowed.find((one) => one.local === name.local);
  if (same !== undefined) return same;
  // An element of TEI that this schema lacks is not a slip of the pen.
  const slipped = !isCustomary(name.local);
  const near = slipped ? nearest(name.local, allowed, localOf) : undefined;
  if (near !== undefined) return near;
  const all = [...run.schema.byName.keys()];
  const elsewhere =
    all.find((one) => one.local === name.local) ?? (slipped ? nearest(name.local, all, localOf) : undefined);
  const possible = elsewhere !== undefined && openLater(run.table, run.current, elsewhere).kind !== 'notAllowed';
  return possible ? elsewhere : knownElsewhere(name.local, allowed, localOf);
}

function tellMisspelt(run: Run, tag: XmlTag, meant: QName): void {
  const written = elementName(run, meant);
  const ranked = expectedNames(run);
  const definition = run.schema.byName.get(meant)?.[0];
  tell(run, {
    code: 'unknown-element',
    message: `<${tag.name}> is not an element of this schema; did you mean <${written}>?`,
    ...tagPlace(run, tag),
    why: definition && said(run, `<${written}>`, elementOf(definition).documentation),
    fix: `Write <${written}>.`,
    // What is called so elsewhere may lose something by the new name: how <b> looks, for instance.
    [slip(tag.local, meant.local) === undefined ? 'suggestion' : 'edit']: renameEdit(run, tag, written),
    expected: [written, ...ranked.filter((one) => one !== written)],
  });
}

function tellUnknown(run: Run, tag: XmlTag): void {
  const all = [...run.schema.byName.keys()];
  const { uri } = tag;
  const foreign = uri !== '' && !all.some((one) => one.uri === uri);
  const expected = expectedNames(run);
  const namesake = all.find((one) => one.local === tag.local);
  tell(run, {
    code: 'unknown-element',
    message: foreign
      ? `<${tag.name}> is in the namespace “${uri}”, of which this schema knows nothing.`
      : namesake !== undefined
        ? `<${tag.name}> is not an element of this schema ${namespaceInWords(uri)}; it has one of this name ${namespaceInWords(namesake.uri)}.`
        : `<${tag.name}> is not an element of this schema.`,
    ...tagPlace(run, tag),
    why: undefined,
    fix:
      expected.length === 0
        ? 'Nothing more is allowed here: remove it, or move it elsewhere.'
        : `Allowed here: ${oneOf(expected.map(tagged))}.`,
    suggestion: unwrapEdit(run, tag),
    expected,
  });
}

const namespaceInWords = (uri: string): string => (uri === '' ? 'in no namespace' : `in the namespace “${uri}”`);

/** The name is right, its namespace is not: then so are probably those of all that is in it. */
function tellNamespace(run: Run, tag: XmlTag, name: QName, meant: QName): void {
  const said = namespaceInWords(name.uri);
  const wanted = meant.uri === '' ? 'in none' : `in “${meant.uri}”`;
  tell(run, {
    code: 'wrong-namespace',
    message: `<${tag.name}> is ${said}; this schema knows it ${wanted}.`,
    ...tagPlace(run, tag),
    why: 'For a program, two elements with the same name in different namespaces are different elements.',
    fix: namespaceFix(tag, meant),
    edit: namespaceEdit(run, tag, meant),
    expected: [elementName(run, meant)],
  });
  run.aliases.push({ depth: run.open.length + 1, from: name.uri, to: meant.uri });
}

function namespaceFix(tag: XmlTag, meant: QName): string {
  const prefix = tag.name === tag.local ? 'xmlns' : `xmlns:${tag.name.slice(0, -tag.local.length - 1)}`;
  if (meant.uri === '') return 'Remove the declaration of the namespace, or the prefix.';
  return `Write ${prefix}="${meant.uri}" in the outermost element that is meant.`;
}

/** Removes an attribute and the white space before it. */
function withoutAttribute(run: Run, { start, valueEnd }: XmlAttribute): Edit {
  const before = run.source.text.slice(0, start).trimEnd().length;
  return [before, valueEnd + 1, ''];
}

/** Puts the declaration right that is on this element, or adds the one that is missing. */
function namespaceEdit(run: Run, tag: XmlTag, meant: QName): Edit | undefined {
  const attribute = tag.name === tag.local ? 'xmlns' : `xmlns:${tag.name.slice(0, -tag.local.length - 1)}`;
  const declared = tag.attributes.find((one) => one.uri === XMLNS && one.name === attribute);
  // Without it the element is in the namespace of those around it.
  if (declared !== undefined && run.context.namespaceOf('') === meant.uri) return withoutAttribute(run, declared);
  if (declared !== undefined && meant.uri !== '') return [declared.valueStart, declared.valueEnd, meant.uri];
  const end = tag.start + 1 + tag.name.length;
  return declared === undefined && tag.name === tag.local ? [end, end, ` xmlns="${meant.uri}"`] : undefined;
}
