import type { Direction } from './direction.ts';
import { formulaWords } from './formula/linear.ts';
import type { FormulaNotation } from './formula/mathml.ts';
import type { SideSays } from './apparatus.ts';
import type { UnitNumber } from './numbers.ts';
import type { Status } from './status.ts';
import type { RangePart } from './united-statuses.ts';
import { type View, witnessOf } from './views.ts';

/**
 * The reading edition: what phase 1 makes of TEI and what every output is written from. A small tree of few kinds; no output sees TEI.
 * A kind says what a thing is on a page; `role` says what it is in the document, `tei` which element it was.
 */

export const kinds = [
  'section', // a unit, a division, an attachment, a letter inside a document
  'heading',
  'block', // a paragraph or anything else that is on lines of its own
  'list',
  'item',
  'label', // the label of the item that follows it
  'table',
  'row',
  'cell',
  'figure',
  'image',
  'span', // words with a property: typography, a name, an addition …
  'link',
  'note', // is where it is called; its children are the body
  'page-break',
  'line-break',
  'line', // of verse
  'mark', // a point with a sign and no words: a gap, a vacat, a change of hand
  'app', // an entry of the apparatus: its children are its sides, the lemma among them is in the text
  'side', // of an entry: the lemma, a further reading, a note on one
  'formula', // MathML or TeX, kept whole
  'speech', // of a play: first child is usually a block with role `speaker`
] as const;

export type Kind = (typeof kinds)[number];

/** How words look, as a closed set; whatever else a source says of looks is kept in `rend`. */
export const looks = [
  'italic',
  'bold',
  'small-caps',
  'capitals',
  'underline',
  'overline',
  'strikethrough',
  'superscript',
  'subscript',
  'spaced',
  'monospace',
  'center',
  'right',
] as const;

export type Look = (typeof looks)[number];

/** A siglum as it is shown, and the pointer as written. */
export interface Siglum {
  readonly siglum: string;
  readonly target: string;
}

/** A child of a node: text (white space already normalised) or another node. */
export type Reading = ReadingNode | string;

export interface ReadingNode {
  readonly kind: Kind;
  /** Local name of the TEI element (of a foreign element: its name as written). */
  readonly tei: string;
  /** `xml:id` in the source. */
  readonly id?: string;
  /** `xml:lang`. */
  readonly lang?: string;
  /** The direction of writing that `style`, `rendition` or `rend` states. */
  readonly dir?: Direction;
  /** Line of the source file on which the element begins. */
  readonly line?: number;
  /**
   * What it is in the document. section: document, section, attachment, letter, chapter, act … (TEI `type`);
   * block: paragraph, opener, dateline, salute, signed, closer, byline, postscript, trailer, quote, epigraph, source-note, speaker, stage, title,
   * address, stanza, caption …; list: bulleted, ordered, labelled, plain, subject, participants …; row and cell: label (a heading) or data;
   * span: person, organization, place, term, date, title, foreign, substitution, expanded, quote, emphasis …; mark: gap, vacat, hand;
   * note: source, editorial, … (TEI `type`); page-break: `leading` where it is before the unit's own element.
   */
  readonly role?: string;
  /** What writers and editors did to the words. A node that has one has no role. */
  readonly status?: Status;
  /** span with a status: which part it is of a range that is cut where elements or blocks begin and end. */
  readonly part?: RangePart;
  /** mark: why it is there (`reason` of a gap), and how much is there, or whose hand begins. */
  readonly why?: string;
  readonly extent?: string;
  /** block of the role `utterance`: who speaks, as written (`#MT`). */
  readonly who?: string;
  readonly looks?: readonly Look[];
  /** `rend` or `rendition` of the source where `looks` does not say it all. */
  readonly rend?: string;
  /** line-break: the print or hand whose lines it counts, where there are several (`ed`, `edRef`). */
  readonly series?: string;
  /** line-break: the line begins inside a word. */
  readonly joined?: true;
  /** line-break in an example: by how many spaces the line is set in. */
  readonly indent?: number;
  /** heading: its level from 1; page-break: unused. */
  readonly level?: number;
  /** page-break: the page that begins (`591`); note: the call (`3`); item: its number; line, line-break: its number; section: its number. */
  readonly n?: string;
  /** The number by which what begins here is cited. */
  readonly number?: UnitNumber;
  /** note: white space is before the call in the source (`State 1`); the text of the tree never has it. */
  readonly spaced?: boolean;
  /** link: where to, as written in the source (`#d65`, `frus1961-63v06#d65`, a web address); span: the register entry, as written (`people.xml#KHA`). */
  readonly target?: string;
  /** span that points to a register: how sure the source is of it (`cert`). */
  readonly cert?: string;
  /** image: address as written; page-break: facsimile. */
  readonly source?: string;
  /** side: what the source says of it, of which reading it speaks (the lemma is 0), and the sigla of its witnesses and sources. */
  readonly says?: SideSays;
  readonly about?: string;
  readonly sigla?: readonly Siglum[];
  readonly sources?: readonly Siglum[];
  /**
   * image: text that stands for it; span: what the source gives next to the words (the printed error of a correction,
   * the date `1962-10-26`).
   */
  readonly title?: string;
  /** formula: how it is written, and its markup or source. */
  readonly notation?: FormulaNotation;
  readonly raw?: string;
  /** cell. */
  readonly columns?: number;
  readonly rows?: number;
  readonly children: readonly Reading[];
}

/** A unit in its views (`model/views.ts`): the diplomatic one where it may differ from the reading view, and the texts of witnesses. */
export interface ReadingTrees {
  readonly reading: ReadingNode;
  readonly diplomatic?: ReadingNode;
  /** The texts of witnesses, by their ids. */
  readonly ofWitnesses?: Readonly<Record<string, ReadingNode>>;
}

/** The tree of a view; undefined: there is none. */
export function treeIn({ reading, diplomatic, ofWitnesses }: ReadingTrees, view: View): ReadingNode | undefined {
  if (view === 'reading') return reading;
  return view === 'diplomatic' ? diplomatic : ofWitnesses?.[witnessOf(view)!];
}

/** A side of an entry of the apparatus that is not in the text: any but the lemma. */
export const isFurtherSide = ({ kind, role }: Pick<ReadingNode, 'kind' | 'role'>): boolean =>
  kind === 'side' && role !== 'lemma';

/** What is not read where it is in the tree: a note, a further side of an entry. */
export const isApart = (node: Pick<ReadingNode, 'kind' | 'role'>): boolean =>
  node.kind === 'note' || isFurtherSide(node);

/** All words of a node in order, note bodies left out: for titles and labels. */
export function plainText(node: Reading): string {
  if (typeof node === 'string') return node;
  if (isApart(node) || node.kind === 'page-break') return '';
  if (node.kind === 'line-break') return node.joined ? '' : ' ';
  if (node.kind === 'mark' && node.role === 'gloss') return '';
  if (node.kind === 'formula') return formulaWords(node.notation!, node.raw!);
  return node.children.map(plainText).join('');
}
