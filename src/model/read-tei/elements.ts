import type { XmlTag } from '../../source/xml.ts';
import type { Kind } from '../reading.ts';
import { ruleOf } from '../tei/elements.ts';
import type { Rule } from '../tei/rule.ts';

/**
 * What the streaming reader must know of TEI elements to make a spine: which separate words, which are not text. What an element is, the one table
 * says (`src/model/tei/`); phase 1, which is made from it as well, works by templates, and where the two differ, `verify` says so.
 */

/** Kinds that are on lines of their own: words inside and outside are two. */
const lines: ReadonlySet<string> = new Set<Kind>([
  'section', 'heading', 'block', 'list', 'item', 'label', 'table', 'row', 'cell', 'figure', 'line', 'speech',
]); // prettier-ignore
/** Kinds that hold only blocks. */
const containers: ReadonlySet<string> = new Set<Kind>(['section', 'list', 'table', 'row', 'figure', 'speech']);

/** Whether an element is on lines of its own wherever it is, as a node or by what it holds. */
const isOnLines = ({ becomes, holds }: Rule): boolean =>
  lines.has(becomes) || (becomes === 'contents' && holds === 'blocks');

/** Whether whatever is directly in an element is a block. */
const holdsOnlyBlocks = ({ becomes, holds }: Rule): boolean =>
  containers.has(becomes) || (holds !== undefined && holds !== 'sides' && holds !== 'parts');

/** Entries of registers and statements of records: what is directly in them is a fact. */
export const isRegisterEntry = (name: string | undefined): boolean =>
  name !== undefined && ruleOf(name)?.holds === 'facts';

/** Running heads and analysis that is not text. */
export const isHidden = (name: string): boolean => ruleOf(name)?.becomes === 'nothing';

/** Breaks of the page and the line and points in the text: they hold no words and are not blocks. */
export function isMilestone(name: string): boolean {
  const rule = ruleOf(name);
  return rule?.becomes === 'page-break' || rule?.becomes === 'line-break' || rule?.point === 'place';
}

/** Elements of which nothing but their id is kept: points in the text. */
export const isPoint = (name: string): boolean => ruleOf(name)?.point === 'place';

/** White space that an element says. */
export const isSpace = (name: string): boolean => ruleOf(name)?.point === 'space';

/** Parts of a text that make no section of their own. */
export function isTextPart(name: string): boolean {
  const rule = ruleOf(name);
  return rule?.becomes === 'contents' && rule.holds === 'blocks';
}

/** An element that holds several ways to read one place: a `choice`, an `app`. */
export const hasSides = (name: string): boolean => ruleOf(name)?.holds === 'sides';

/** Elements that may point to an entry of a register. */
export const pointsToRegister = (name: string): boolean => ruleOf(name)?.points === true;

export const isPicture = (name: string): boolean => ruleOf(name)?.becomes === 'image';

/** A cell of a table, which is an item of an aspect of its own. */
export const isCell = (name: string): boolean => ruleOf(name)?.becomes === 'cell';

/** The sides of a `choice`, the one that is shown first. */
const preferred = ['corr', 'reg', 'expan'];

export const teiNamespace = 'http://www.tei-c.org/ns/1.0';

/** Whether an element is in the namespace of TEI, or in none. */
export const isInTei = ({ uri }: Pick<XmlTag, 'uri'>): boolean => uri === teiNamespace || uri === '';

/**
 * Whether an element is of TEI: one of another namespace (an example of markup, a formula) is not the TEI element that happens to have its name.
 * Attachments are an exception: projects have them in namespaces of their own.
 */
export const isTei = (tag: XmlTag): boolean => isInTei(tag) || tag.local === 'attachment';

/** The tag as the table may know it: an element of another namespace has a name that is in none. */
export const inTei = (tag: XmlTag): XmlTag => (isTei(tag) ? tag : { ...tag, local: `{${tag.uri}}${tag.local}` });

/** Parts of plays and of chapters: directly in them a stage direction is on lines of its own, too. */
const parts = new Set('lg set prologue epilogue performance epigraph argument'.split(' '));

/** Whether a stage direction is on lines of its own; among words it is words. */
export function isStageOnLines(parent: string | undefined): boolean {
  const around = parent === undefined ? undefined : ruleOf(parent);
  return parent === undefined || parts.has(parent) || (around !== undefined && holdsOnlyBlocks(around));
}

/** Elements that have a sign where they are empty, and are words where they are not: a gap, a laugh. */
export const isEmptyMark = (name: string): boolean => {
  const rule = ruleOf(name);
  return rule?.becomes === 'mark' && rule.point === undefined && rule.role !== 'hand' && rule.role !== 'gloss';
};

/** A formula in a markup of its own. */
export const isFormula = (name: string): boolean => ruleOf(name)?.becomes === 'formula';

/** What is said next to words in small type (ruby). */
export const isGloss = (name: string): boolean => ruleOf(name)?.role === 'gloss';

/** Words with a gloss: white space between them is not text. */
export const isGlossed = (name: string): boolean => ruleOf(name)?.role === 'ruby';

/** A paragraph of a speech that is called a segment. */
export const isSpokenParagraph = (name: string, parent: string | undefined): boolean =>
  name === 'seg' && parent === 'u';

/** Whether words before, inside and after the element are separate. */
export function isBlock(name: string, parent: string | undefined): boolean {
  const rule = ruleOf(name);
  if (rule !== undefined && isOnLines(rule)) return true;
  if (rule?.role === 'stage') return isStageOnLines(parent);
  if (isSpokenParagraph(name, parent)) return true;
  const around = parent === undefined ? undefined : ruleOf(parent);
  return around !== undefined && holdsOnlyBlocks(around) && !isMilestone(name) && rule?.becomes !== 'note';
}

/** Index of the side of a `choice` that is shown: the corrected, regularised or expanded one, else the first. */
export function shownSide(sides: readonly string[]): number {
  for (const name of preferred) {
    const index = sides.indexOf(name);
    if (index >= 0) return index;
  }
  return 0;
}
