import type { Kind } from '../reading.ts';
import type { StatusIs } from '../status.ts';
import { factRole } from '../fact-role.ts';
import type { TeiElement, Words } from './names.ts';

/** Groups of elements that mean things of the same family, in the order of the documentation. */
export const groups = [
  ...(['file', 'container', 'division', 'title page', 'heading', 'paragraph', 'letter and chapter parts'] as const),
  ...(['quotation', 'code', 'address', 'list', 'register', 'register fact', 'name', 'phrase', 'bibliography'] as const),
  ...(['link', 'note', 'apparatus', 'witnesses', 'choice', 'abbreviation', 'supplied'] as const),
  ...(['state of the letters', 'genetic', 'mark', 'page', 'line break', 'running head', 'verse', 'drama'] as const),
  ...(['speech', 'dictionary', 'figure', 'table', 'formula', 'words of linguistics', 'sign', 'ruby'] as const),
  ...(['document leaf', 'points', 'analysis', 'feature structures', 'graphs', 'specification'] as const),
  ...(['manuscript record', 'header record', 'corpus record', 'recording', 'machine part of the header'] as const),
] as const;

export type Group = (typeof groups)[number];

/** Modules of `xslt/1-reading/` whose templates decide about elements by their attributes or their place. */
export type Module =
  | 'structure'
  | 'blocks'
  | 'lists'
  | 'registers'
  | 'records'
  | 'leaves'
  | 'notes'
  | 'breaks'
  | 'phrases'
  | 'names-and-links'
  | 'editorial'
  | 'apparatus'
  | 'formulas'
  | 'dictionaries'
  | 'verse-and-drama';

/**
 * What an element of TEI is in the reading edition. From these rules come the plain templates of phase 1 (`xslt/1-reading/table.xsl`), the
 * answers of the streaming reader (`src/model/read-tei/elements.ts`) and the page docs/elements.md.
 *
 * A field is here when something reads it. What an element will be in addition (the view its words are shown in, the side of a choice that it is, the number that it bears, the record that it is counted in) becomes a further optional field, whose
 * absence says “no”: the compiler then leads from the field to all that must answer for it, and rows that do not have it stay as they are.
 */
export interface Rule {
  readonly group: Group;
  /**
   * A kind of node. `contents`: no node, but what it holds. `nothing`: it is not text. `words`: nobody has decided yet, and the last rule keeps
   * its words and its name. Where its place can change the kind, this is the kind that it has among words.
   */
  readonly becomes: Kind | 'contents' | 'nothing' | 'words';
  /** Its role, unless the source gives another. */
  readonly role?: string;
  /** What was done to its words, or is thought of them: it takes the place of a role. */
  readonly status?: StatusIs;
  /** What it is the name of: its role, whatever `role` says in the source. */
  readonly names?: 'person' | 'organization' | 'place';
  /** It may point to an entry of a register, with `ref`, `key` or `corresp`. */
  readonly points?: true;
  /** The module with its template; without this its template is in `table.xsl`. */
  readonly by?: Module;
  /**
   * What it holds, where its kind does not say it. `blocks`: whatever is directly in it is on lines of its own; `lines`: each is a line; `facts`:
   * each is a fact of a record, or of an entry in a register. `parts`: where it is a fact itself, or an entry, and no words are directly in it,
   * each is a part of it, on lines of its own. `sides`: ways to read one place; white space between them is not text.
   */
  readonly holds?: 'blocks' | 'lines' | 'facts' | 'parts' | 'sides';
  /** It is a point in the text, of which nothing but its id is kept (`place`), or a mark with white space around it (`space`). */
  readonly point?: 'place' | 'space';
  /** A range begins at it, whose words have this status up to the end of the element that `spanTo` names. */
  readonly begins?: StatusIs;
  /** It can be a unit of the edition, or hold units. */
  readonly unit?: true;
}

export type Row = Omit<Rule, 'group'>;

/** The rules of one group. */
export function group<Name extends TeiElement>(of: Group, rows: Readonly<Record<Name, Row>>): Record<Name, Rule> {
  const entries = Object.entries<Row>(rows).map(([name, row]) => [name, { group: of, ...row }]);
  return Object.fromEntries(entries) as Record<Name, Rule>;
}

/** The same row for several elements: `each('a b', row)`. */
export const each = <Names extends string>(names: Names, row: Row): Record<Words<Names>, Row> =>
  Object.fromEntries(names.split(' ').map((name) => [name, row])) as Record<Words<Names>, Row>;

/** Nobody has decided yet what it is. */
export const words: Row = { becomes: 'words' };
/** Words in a line that read like the words around them. */
export const span: Row = { becomes: 'span' };
export const nothing: Row = { becomes: 'nothing' };
/** Words that can consist of parts (a birth of a date and a place) where they are a fact of a record. */
export const spanOfParts: Row = { becomes: 'span', holds: 'parts' };

/** Statements of a record: sections, called like the element, that hold facts. */
export const eachStatement = <Names extends string>(names: Names): Record<Words<Names>, Row> =>
  Object.fromEntries(
    names.split(' ').map((name) => [name, { becomes: 'section', role: name, holds: 'facts' }]),
  ) as Record<Words<Names>, Row>;

const factsOf =
  (holds: Pick<Row, 'holds'>) =>
  <Names extends string>(names: Names): Record<Words<Names>, Row> =>
    Object.fromEntries(
      names.split(' ').map((name) => [name, { becomes: 'block', role: factRole(name), ...holds }]),
    ) as Record<Words<Names>, Row>;

/** Facts of a record wherever they are: blocks whose role names the fact. */
export const eachFact = factsOf({});
/** The same where they can consist of parts: an origin of a date and a place. */
export const eachFactOfParts = factsOf({ holds: 'parts' });

/** A block whose role is the name of the element. */
export const ownBlocks = <Names extends string>(names: Names): Record<Words<Names>, Row> =>
  Object.fromEntries(names.split(' ').map((name) => [name, { becomes: 'block', role: name }])) as Record<
    Words<Names>,
    Row
  >;

/** Kinds that are on lines of their own wherever they are. */
const onLines: ReadonlySet<Rule['becomes']> = new Set<Rule['becomes']>([
  'section', 'heading', 'block', 'list', 'item', 'label', 'table', 'row', 'cell', 'figure', 'line', 'speech',
]); // prettier-ignore

/** Whether an element that is directly in a record is not a fact of it: it is on lines of its own, has a call, is a point, or is not text. */
export const standsAlone = ({ becomes, holds, point }: Rule): boolean =>
  onLines.has(becomes) ||
  (becomes === 'contents' && holds === 'blocks') ||
  point === 'place' ||
  ['nothing', 'note', 'page-break', 'line-break'].includes(becomes);
