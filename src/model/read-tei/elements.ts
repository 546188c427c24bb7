import type { XmlTag } from '../../source/xml.ts';

/**
 * What the streaming reader must know of TEI elements to make a spine: which separate words, which are not text. Phase
 * 1 decides the same questions in XSLT, on its own; where the two differ, `verify` says so.
 */

const set = (names: string): ReadonlySet<string> => new Set(names.split(/\s+/));

/** Elements that are on lines of their own: words inside and outside are two. */
const blocks = set(`p ab head opener closer dateline salute signed byline postscript trailer argument epigraph
  text front body back group floatingText div div1 div2 div3 div4 div5 div6 div7 attachment titlePage docTitle titlePart docImprint
  list item table row cell lg l sp speaker castList castItem castGroup figure figDesc address addrLine
  listBibl listPerson listPlace listOrg listEvent listRelation listWit person personGrp place org event
  eg set prologue epilogue performance lb biblStruct`);

/** Elements that hold only blocks: whatever is directly in them is a block. */
const containers =
  set(`text front body back group floatingText div div1 div2 div3 div4 div5 div6 div7 attachment titlePage
  list table row lg sp castList castGroup figure address listBibl listPerson listPlace listOrg listEvent listRelation listWit
  person personGrp place org event`);

/** Entries of registers. */
export const registerEntries = set('person personGrp place org event');

/** Running heads and analysis that is not text. */
export const hidden = set(
  `fw index certainty precision respons interp interpGrp spanGrp linkGrp joinGrp altGrp timeline fs fLib fvLib listTranspose`,
);

/** Breaks of the page and the line and points in the text: they hold no words and are not blocks. */
export const milestones = set('pb cb gb milestone anchor lb');

/** The sides of a `choice`, the one that is shown first. */
const preferred = ['corr', 'reg', 'expan'];

export const teiNamespace = 'http://www.tei-c.org/ns/1.0';

/**
 * Whether an element is of TEI: one of another namespace (an example of markup, a formula) is not the TEI element that happens to have its name.
 * Attachments are an exception: projects have them in namespaces of their own.
 */
export const isTei = ({ uri, local }: XmlTag): boolean => uri === teiNamespace || uri === '' || local === 'attachment';

/** The tag as the tables of this room may know it: an element of another namespace has a name that is in none. */
export const inTei = (tag: XmlTag): XmlTag => (isTei(tag) ? tag : { ...tag, local: `{${tag.uri}}${tag.local}` });

/** Whether words before, inside and after the element are separate. */
export function isBlock(name: string, parent: string | undefined): boolean {
  return (
    blocks.has(name) || (parent !== undefined && containers.has(parent) && !milestones.has(name) && name !== 'note')
  );
}

/** Index of the side of a `choice` that is shown: the corrected, regularised or expanded one, else the first. */
export function shownSide(sides: readonly string[]): number {
  for (const name of preferred) {
    const index = sides.indexOf(name);
    if (index >= 0) return index;
  }
  return 0;
}
