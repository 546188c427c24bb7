import { oneLine } from '../spine.ts';
import { factRole, typedFact } from '../fact-role.ts';
import { fieldMark } from '../structure.ts';
import { ruleOf } from '../tei/elements.ts';
import { isDictionaryQuotation } from './dictionaries.ts';
import { isSpokenParagraph, isStageOnLines } from './elements.ts';

/**
 * What the streaming reader must know of TEI elements to say which blocks are in a text: kind and role, as docs/reading-vocabulary.md describes
 * them. What an element always is, the one table says (`src/model/tei/`). What depends on its attributes or its place is decided here, and in
 * phase 1 by templates; where the two differ, `verify` says so.
 */

/** An element where it stands. */
export interface Standing {
  readonly name: string;
  readonly attribute: (name: string) => string | undefined;
  readonly parent: string | undefined;
}

/** Blocks that an element always is, the outer first; or a block that it is only if it holds one of these children. */
export type Blocks = { readonly always: readonly string[] } | { readonly where: ReadonlySet<string>; readonly is: Is };
type Is = (holds: boolean) => string | undefined;

const set = (names: string): ReadonlySet<string> => new Set(names.split(/\s+/));

/** The value of a `block` item: kind, role, number. */
export const blockValue = (kind: string, role = '', n = ''): string => `${kind}${fieldMark}${role}${fieldMark}${n}`;

const imprints = set('docDate docAuthor docEdition imprimatur publisher pubPlace');
const captioned = set('figure table lg');
const holdingQuotation = set('p lg l list sp ab');
/** A quotation, which is a block where blocks are in it. */
export const isQuotation = (name: string, parent: string | undefined): boolean =>
  ruleOf(name)?.role === 'quote' && !isDictionaryQuotation(name, parent);
/** Whether what is directly in a quotation makes it a block. */
export const makesQuotationBlock = (name: string): boolean => oneOf(holdingQuotation, name);
const aroundQuotation = set('div body epigraph');
const nestable = set('listPerson listPlace listOrg listEvent listBibl listObject');
const bibliographic = set('bibl biblStruct biblFull');
const labels = set('label headLabel');
const holdingUnknown = set('p ab list table lg l sp figure div head floatingText');
/** Kinds of which the spine keeps the role, and kinds of which it keeps the number. A cell is an item of an aspect of its own. */
const withRole = set('section block list');
const withNumber = set('item line');
const without = set('heading label table row figure speech');

const always = (...values: string[]): Blocks => ({ always: values });
const none: Blocks = { always: [] };
const oneOf = (names: ReadonlySet<string>, name: string | undefined): boolean => name !== undefined && names.has(name);

/** A number as it is shown: one line. */
const numberOf = (attribute: Standing['attribute']): string => oneLine(attribute('n') ?? '');

/** Divisions and texts in texts: what they are, their type says. */
const section = ({ name, attribute }: Standing): Blocks | undefined => {
  if (ruleOf(name)?.becomes !== 'section' || ruleOf(name)?.role !== undefined) return undefined;
  return always(blockValue('section', attribute('type') ?? (name === 'floatingText' ? 'text' : 'division')));
};

const paragraph = ({ name, attribute, parent }: Standing): Blocks | undefined => {
  if (name === 'p' && attribute('rend')?.startsWith('sectiontitle')) return always(blockValue('block', 'title'));
  if (name === 'p' && attribute('xml:space') === 'preserve') return always(blockValue('block', 'eg'));
  if (name === 'correspAction') return always(blockValue('block', factRole(typedFact(name, attribute('type')))));
  if (name === 'zone') return always(blockValue('block', zoneRole(attribute('type'))));
  if (isSpokenParagraph(name, parent)) return always(blockValue('block', 'paragraph'));
  if (name === 'ab') return always(blockValue('block', attribute('type') ?? 'paragraph'));
  if (name === 'head' && oneOf(captioned, parent)) return always(blockValue('block', 'caption'));
  if (parent === 'titlePage' && imprints.has(name)) return always(blockValue('block', 'imprint'));
  return undefined;
};

const zoneRole = (type: string | undefined): string => (type === undefined ? 'zone' : `${type}-zone`);

const conditional = ({ name, parent }: Standing): Blocks | undefined => {
  const role = ruleOf(name)?.role;
  if (isDictionaryQuotation(name, parent)) return none;
  if (role === 'quote') {
    const value = blockValue('block', 'quote');
    if (oneOf(aroundQuotation, parent)) return always(value);
    return { where: holdingQuotation, is: (holds) => (holds ? value : undefined) };
  }
  if (role === 'stage') return isStageOnLines(parent) ? always(blockValue('block', 'stage')) : none;
  return undefined;
};

const isLabelChild = set('label');

const list = ({ name, attribute, parent }: Standing): Blocks | undefined => {
  const rule = ruleOf(name);
  if (rule?.becomes === 'list' && rule.role === undefined) {
    const role = attribute('type') ?? attribute('rend') ?? 'plain';
    return { where: isLabelChild, is: (holds) => blockValue('list', holds ? 'labelled' : role) };
  }
  if (parent === 'list' && labels.has(name)) return always(blockValue('label'));
  if (parent === 'list' && name === 'headItem') return always(blockValue('item', '', numberOf(attribute)));
  const inner = name === 'castGroup' ? parent === 'castList' || parent === name : nestable.has(name) && parent === name;
  return inner ? always(blockValue('item'), blockValue('list', rule?.role)) : undefined;
};

/** Works and relations that are entries of the list they are in. */
const entry = ({ name, attribute, parent }: Standing): Blocks | undefined => {
  const isEntry =
    (parent === 'listBibl' && bibliographic.has(name)) || (parent === 'listRelation' && name === 'relation');
  return isEntry ? always(blockValue('item', '', numberOf(attribute))) : undefined;
};

/** A line of verse that another speaker began, or that a stanza before it did: its medial or final part. */
const continued = ({ name, attribute }: Pick<Standing, 'name' | 'attribute'>): string =>
  name === 'l' && /^[MF]$/.test(attribute('part') ?? '') ? 'continued' : '';

/** What the table says. */
function plain({ name, attribute }: Standing): Blocks {
  const rule = ruleOf(name);
  if (rule === undefined || rule.becomes === 'words') return unknown;
  const { becomes } = rule;
  if (withRole.has(becomes)) return always(blockValue(becomes, rule.role));
  if (withNumber.has(becomes)) return always(blockValue(becomes, continued({ name, attribute }), numberOf(attribute)));
  return without.has(becomes) ? always(blockValue(becomes)) : none;
}

const unknown: Blocks = {
  where: holdingUnknown,
  is: (holds) => (holds ? blockValue('block', 'unknown') : undefined),
};

/** Whether `blocksOf` answered for an element that the vocabulary does not know. */
export const isUnknown = (blocks: Blocks): boolean => blocks === unknown;

const isInLines = ({ parent }: Standing): boolean => parent !== undefined && ruleOf(parent)?.holds === 'lines';

/** The blocks that an element is. A table's cells are items of their own aspect. */
export function blocksOf(at: Standing): Blocks {
  if (isInLines(at) && at.name !== 'pb' && at.name !== 'lb') return always(blockValue('block', 'line'));
  return section(at) ?? paragraph(at) ?? conditional(at) ?? list(at) ?? entry(at) ?? plain(at);
}

/** Kinds that hold only blocks: words directly in them get a block of their own. */
export const holdsOnlyBlocks = (value: string): boolean => /^(?:section|list|table|row|figure|speech)\x1f/.test(value);
