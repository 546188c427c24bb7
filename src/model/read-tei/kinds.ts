import { oneLine } from '../spine.ts';
import { fieldMark } from '../structure.ts';
import { registerEntries } from './elements.ts';

/**
 * What the streaming reader must know of TEI elements to say which blocks are in a text: kind and role, as docs/reading-vocabulary.md describes
 * them. Phase 1 decides the same in XSLT, on its own; where the two differ, `verify` says so.
 */

/** An element where it stands. */
export interface Standing {
  readonly name: string;
  readonly attribute: (name: string) => string | undefined;
  readonly parent: string | undefined;
  /** Its parent is an entry of a register, so it is a fact of it. */
  readonly fact: boolean;
}

/** Blocks that an element always is, the outer first; or a block that it is only if it holds one of these children. */
export type Blocks = { readonly always: readonly string[] } | { readonly where: ReadonlySet<string>; readonly is: Is };
type Is = (holds: boolean) => string | undefined;

const set = (names: string): ReadonlySet<string> => new Set(names.split(/\s+/));

/** The value of a `block` item: kind, role, number. */
export const blockValue = (kind: string, role = '', n = ''): string => `${kind}${fieldMark}${role}${fieldMark}${n}`;

const divisions = set('div div1 div2 div3 div4 div5 div6 div7');
const ownName = set(`opener closer dateline salute signed byline postscript trailer argument epigraph eg set prologue
  epilogue performance speaker address`);
const imprints = set('docDate docAuthor docEdition imprimatur publisher pubPlace');
const captioned = set('figure table lg');
const quotations = set('quote cit q said');
const holdingQuotation = set('p lg l list sp ab');
const aroundQuotation = set('div body epigraph');
const stages = set('stage camera sound tech view caption move');
const aroundWords = set('l p ab speaker head hi seg stage');
const registers = set('listPerson listPlace listOrg listEvent listBibl listRelation');
const nestable = set('listPerson listPlace listOrg listEvent listBibl');
const bibliographic = set('bibl biblStruct biblFull');
const plainKinds = new Map(Object.entries({ table: 'table', row: 'row', figure: 'figure', l: 'line', sp: 'speech' }));
const labels = set('label headLabel');
const holdingUnknown = set('p ab list table lg l sp figure div head floatingText');
/** Kept in the list that they are in, also where each child of the parent is a line or a fact. */
const keptInEntry = set('listPerson listPlace listOrg listEvent listBibl pb lb');

/** Elements that are words in a line, or nothing at all, wherever they stand. */
const words =
  set(`hi emph title foreign date time seg c w pc s phr cl m g num measure label mentioned soCalled distinct ident
  code gi att val tag bibl author editor publisher pubPlace docDate docAuthor docEdition biblScope edition idno desc roleDesc role rs
  name abbr email street postCode postBox forename surname roleName addName genName nameLink birth death occupation affiliation
  residence sex education faith nationality location geo relation monogr analytic imprint series respStmt resp extent height width
  depth dim offset locus watermark stamp signatures material objectType handShift catchwords heraldry secFol origDate origPlace ex
  am hyph stress surplus secl retrace metamark damage damageSpan addSpan delSpan redo undo restore mod substJoin incident kinesic
  vocal writing u pause shift availability licence persName orgName placeName settlement country region district bloc geogName
  geogFeat term gloss ref ptr choice corr reg expan sic orig add supplied unclear del subst app lem rdg formula notatedMusic gap
  space cb gb milestone anchor pb lb note graphic media text front body back group fw index certainty precision respons interp
  interpGrp spanGrp linkGrp joinGrp altGrp timeline fs fLib fvLib listTranspose cell quote cit q said`);

const always = (...values: string[]): Blocks => ({ always: values });
const none: Blocks = { always: [] };
const oneOf = (names: ReadonlySet<string>, name: string | undefined): boolean => name !== undefined && names.has(name);

/** A number as it is shown: one line. */
const numberOf = (attribute: Standing['attribute']): string => oneLine(attribute('n') ?? '');

const section = ({ name, attribute }: Standing): Blocks | undefined => {
  if (divisions.has(name)) return always(blockValue('section', attribute('type') ?? 'division'));
  if (name === 'floatingText') return always(blockValue('section', attribute('type') ?? 'text'));
  if (name === 'titlePage') return always(blockValue('section', 'title-page'));
  return name === 'attachment' ? always(blockValue('section', 'attachment')) : undefined;
};

const onTitlePage = ({ name, parent }: Standing): Blocks | undefined => {
  if (name === 'docTitle') return always(blockValue('block', 'title-group'));
  if (name === 'docImprint' || (parent === 'titlePage' && imprints.has(name)))
    return always(blockValue('block', 'imprint'));
  return name === 'titlePart' ? always(blockValue('block', 'title')) : undefined;
};

const paragraph = ({ name, attribute, parent }: Standing): Blocks | undefined => {
  if (name === 'p')
    return always(blockValue('block', attribute('rend')?.startsWith('sectiontitle') ? 'title' : 'paragraph'));
  if (name === 'ab') return always(blockValue('block', attribute('type') ?? 'paragraph'));
  if (ownName.has(name)) return always(blockValue('block', name));
  if (name === 'addrLine') return always(blockValue('block', 'line'));
  if (name === 'head') return always(oneOf(captioned, parent) ? blockValue('block', 'caption') : blockValue('heading'));
  if (name === 'lg') return always(blockValue('block', 'stanza'));
  if (name === 'figDesc') return always(blockValue('block', 'description'));
  const kind = plainKinds.get(name);
  if (kind === 'line') return always(blockValue('line', '', numberOf(attribute)));
  return kind === undefined ? undefined : always(blockValue(kind));
};

const conditional = ({ name, parent }: Standing): Blocks | undefined => {
  if (quotations.has(name)) {
    const value = blockValue('block', 'quote');
    if (oneOf(aroundQuotation, parent)) return always(value);
    return { where: holdingQuotation, is: (holds) => (holds ? value : undefined) };
  }
  if (stages.has(name)) return oneOf(aroundWords, parent) ? none : always(blockValue('block', 'stage'));
  return undefined;
};

const isLabelChild = set('label');

const list = ({ name, attribute, parent }: Standing): Blocks | undefined => {
  const n = numberOf(attribute);
  if (name === 'list' || name === 'listWit') {
    const role = attribute('type') ?? attribute('rend') ?? 'plain';
    return { where: isLabelChild, is: (holds) => blockValue('list', holds ? 'labelled' : role) };
  }
  if (name === 'item' || name === 'witness' || name === 'castItem') return always(blockValue('item', '', n));
  if (parent === 'list' && labels.has(name)) return always(blockValue('label'));
  if (parent === 'list' && name === 'headItem') return always(blockValue('item', '', n));
  if (name === 'castList') return always(blockValue('list', 'cast'));
  if (name !== 'castGroup') return undefined;
  const inner = parent === 'castList' || parent === 'castGroup';
  return always(...(inner ? [blockValue('item')] : []), blockValue('list', 'cast'));
};

const register = ({ name, attribute, parent }: Standing): Blocks | undefined => {
  const n = attribute('n')?.trim() ?? '';
  if (registers.has(name)) {
    const inner = nestable.has(name) && parent === name;
    return always(...(inner ? [blockValue('item')] : []), blockValue('list', 'register'));
  }
  if (parent === 'listBibl' && bibliographic.has(name)) return always(blockValue('item', '', n));
  if (parent === 'listRelation' && name === 'relation') return always(blockValue('item', '', n));
  if (name === 'biblStruct') return always(blockValue('block', 'bibliography'));
  return registerEntries.has(name) ? always(blockValue('item', '', n)) : undefined;
};

const unknown: Blocks = {
  where: holdingUnknown,
  is: (holds) => (holds ? blockValue('block', 'unknown') : undefined),
};

/** Whether `blocksOf` answered for an element that the vocabulary does not know. */
export const isUnknown = (blocks: Blocks): boolean => blocks === unknown;

/** The blocks that an element is. A table's cells are items of their own aspect. */
export function blocksOf(at: Standing): Blocks {
  if (at.fact && !keptInEntry.has(at.name)) return always(blockValue('block', 'fact'));
  if (at.parent === 'address' && at.name !== 'pb' && at.name !== 'lb') return always(blockValue('block', 'line'));
  return (
    section(at) ??
    onTitlePage(at) ??
    paragraph(at) ??
    conditional(at) ??
    list(at) ??
    register(at) ??
    (words.has(at.name) ? none : unknown)
  );
}

/** Kinds that hold only blocks: words directly in them get a block of their own. */
export const holdsOnlyBlocks = (value: string): boolean => /^(?:section|list|table|row|figure|speech)\x1f/.test(value);
