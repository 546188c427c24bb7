import type { Finding } from '../../diagnostics/finding.ts';
import { scanXml, type XmlTag } from '../../source/xml.ts';
import { refusedSource } from '../refused-source.ts';
import { lineSpan, type Sheet, sheetFault } from '../../config/sheet-fault.ts';

/** What can be said of a stylesheet of an edition before it is compiled: what it may not contain, and templates that nobody would ask. */

const xslt = 'http://www.w3.org/1999/XSL/Transform';
const modes = 'urn:octavo:mode';

/** Our modes in which an edition may have templates; the others are asked for facts, which come from the source alone. */
const open: ReadonlySet<string> = new Set(['reading', 'address']);

/** Declarations whose names would stand in for ours. */
const named: ReadonlySet<string> = new Set(
  'template function variable param key accumulator attribute-set character-map decimal-format mode output'.split(' '),
);

type Prefixes = ReadonlyMap<string, string>;

function prefixesIn(tag: XmlTag, outer: Prefixes): Prefixes {
  const declared = tag.attributes.filter(({ name }) => name.startsWith('xmlns:'));
  return declared.length === 0
    ? outer
    : new Map([...outer, ...declared.map(({ local, value }) => [local, value] as const)]);
}

/** The namespace and local name of a name as a stylesheet writes it. */
function expanded(name: string, prefixes: Prefixes): readonly [uri: string, local: string] {
  const braced = /^Q\{([^}]*)\}(.*)$/.exec(name);
  if (braced) return [braced[1]!.trim(), braced[2]!];
  const colon = name.indexOf(':');
  return colon < 0 ? ['', name] : [prefixes.get(name.slice(0, colon)) ?? '', name.slice(colon + 1)];
}

const attributeOf = (tag: XmlTag, name: string): string | undefined =>
  tag.attributes.find((one) => one.name === name)?.value;

const names = (value: string | undefined): string[] => (value ?? '').split(/\s+/).filter((name) => name !== '');

/** Where a stylesheet says which mode it means. */
function modesIn(tag: XmlTag): string[] {
  if (tag.uri !== xslt) return [];
  return [...names(attributeOf(tag, 'mode')), ...names(attributeOf(tag, 'default-mode'))];
}

/** What is wrong with one element, and what to do. */
function faultOf(
  tag: XmlTag,
  depth: number,
  prefixes: Prefixes,
  hasMode: boolean,
): readonly [string, string] | undefined {
  if (depth === 0 && (tag.uri !== xslt || !/^(?:stylesheet|transform)$/.test(tag.local)))
    return ['its outermost element is not xsl:stylesheet', 'Begin it as docs/how-to/own-stylesheets.md shows.'];
  if (tag.uri !== xslt) return undefined;
  for (const mode of modesIn(tag)) {
    const [uri, local] = expanded(mode, prefixes);
    const isClosed = (uri === modes && !open.has(local)) || (mode === '#all' && tag.local === 'template');
    if (isClosed)
      return [
        `a stylesheet of an edition has no part in the mode “${mode}”`,
        'Use m:reading or m:address, or a mode of your own. What is known of a document (its title, people, dates) comes from its source alone.',
      ];
  }
  if (depth !== 1) return undefined;
  const name = attributeOf(tag, 'name');
  if (name !== undefined && named.has(tag.local) && expanded(name, prefixes)[0].startsWith('urn:octavo:'))
    return [`the name “${name}” belongs to Octavo`, 'Choose a namespace of your own.'];
  if (tag.local === 'template' && attributeOf(tag, 'match') !== undefined && !hasMode && modesIn(tag).length === 0)
    return [
      'this template is in no mode, so nothing would ever ask it',
      'Write default-mode="m:reading" on the outermost element, with xmlns:m="urn:octavo:mode".',
    ];
  return undefined;
}

/** What a stylesheet has that none of an edition may have. `more`: elements of XSLT that it may have in addition. */
export const sourceFaults = (sheet: Sheet, more?: ReadonlySet<string>): Finding[] =>
  refusedSource(sheet.text, more).map(({ name, line }) =>
    name.startsWith('markup that is broken')
      ? sheetFault('stylesheet-broken', lineSpan(sheet, line), `The stylesheet has ${name}.`, 'Correct the markup.')
      : refusedFault(sheet, name, line),
  );

/** What is wrong with a stylesheet that is laid over ours, in the order of its lines. */
export function sheetFaults(sheet: Sheet): Finding[] {
  const refused = sourceFaults(sheet);
  if (refused.length > 0) return refused;
  const found: Finding[] = [];
  const around: Prefixes[] = [new Map()];
  let hasMode = false;
  scanXml(sheet, {
    open: (tag) => {
      const prefixes = prefixesIn(tag, around.at(-1)!);
      const depth = around.length - 1;
      if (depth === 0) hasMode = attributeOf(tag, 'default-mode') !== undefined;
      const fault = faultOf(tag, depth, prefixes, hasMode);
      if (fault)
        found.push(sheetFault('stylesheet-broken', sheet.span(tag.start, tag.end), `${begin(fault[0])}.`, fault[1]));
      around.push(prefixes);
    },
    close: () => void around.pop(),
  });
  return found;
}

const begin = (sentence: string): string => sentence.charAt(0).toUpperCase() + sentence.slice(1);

const onlyValues =
  'Write it with functions and instructions that make values from the text. All files of the folder are laid together: none needs to include another.';

/** Something that a stylesheet of an edition may not use. */
export const refusedFault = (sheet: Sheet, name: string, line: number | undefined): Finding =>
  sheetFault(
    'stylesheet-refused',
    lineSpan(sheet, line),
    `The stylesheet uses what one of an edition may not use, so nothing was built: ${name}.`,
    onlyValues,
  );
