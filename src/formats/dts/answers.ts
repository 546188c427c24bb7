import type { DtsAddresses } from './addresses.ts';
import type { CitableUnit, CitationTree } from './citable-unit.ts';

/** The answers of the Distributed Text Services 1.0, as objects: where they are found, `addresses` says. */

const version = { dtsVersion: '1.0' };
const context = { '@context': 'https://dtsapi.org/context/v1.0.json' };

/** A text, as far as collections speak of it. */
export interface DtsResource {
  /** That of its unit. */
  readonly id: string;
  readonly title: string;
  /** In terms of Dublin Core; each has a value. */
  readonly dublinCore: Readonly<Record<string, string | readonly string[]>>;
}

/** Texts that belong together: those of one file. */
export interface DtsCollection {
  readonly id: string;
  readonly title: string;
  readonly members: readonly DtsResource[];
}

/** All texts of an edition. */
export interface DtsLibrary {
  readonly id: string;
  readonly title: string;
  readonly collections: readonly DtsCollection[];
}

export const entryAnswer = (at: DtsAddresses): object => ({
  ...context,
  '@id': at.entry,
  '@type': 'EntryPoint',
  ...version,
  collection: at.collection(),
  navigation: at.navigation(),
  document: at.document(),
});

const collectionObject = (id: string, title: string, parents: number, children: number, at: DtsAddresses): object => ({
  '@id': id,
  '@type': 'Collection',
  ...version,
  title,
  totalParents: parents,
  totalChildren: children,
  collection: at.collection(id),
});

export interface CiteStructure {
  readonly '@type': 'CiteStructure';
  readonly citeType: string;
  readonly citeStructure?: readonly CiteStructure[];
}

/** The kinds of units that are at the top, or in units of a kind, each once. */
function structureOf(units: readonly CitableUnit[]): CiteStructure[] {
  const inside = new Map<string, Set<string>>();
  const paths = new Map<string, string>();
  for (const { identifier, parent, citeType } of units) {
    const around = parent === null ? '' : paths.get(parent)!;
    const path = `${around}\n${citeType}`;
    paths.set(identifier, path);
    const known = inside.get(around) ?? new Set();
    inside.set(around, known.add(path));
  }
  const build = (path: string): CiteStructure[] =>
    [...(inside.get(path) ?? [])].map((one) => {
      const below = build(one);
      const citeType = one.slice(one.lastIndexOf('\n') + 1);
      return { '@type': 'CiteStructure', citeType, ...(below.length > 0 && { citeStructure: below }) };
    });
  return build('');
}

const treeObject = ({ identifier, units }: CitationTree): object => ({
  ...(identifier !== undefined && { identifier }),
  '@type': 'CitationTree',
  citeStructure: structureOf(units),
});

const addressesOf = (id: string, trees: readonly CitationTree[] | undefined, at: DtsAddresses): object => ({
  collection: at.collection(id),
  navigation: at.navigation(id),
  document: at.document(id),
  ...(trees && { citationTrees: trees.map(treeObject) }),
});

/** The trees of a text by its id; undefined: they are not said here. */
export type TreesOf = (id: string) => readonly CitationTree[] | undefined;

const resourceObject = ({ id, title, dublinCore }: DtsResource, trees: TreesOf, at: DtsAddresses): object => ({
  '@id': id,
  '@type': 'Resource',
  ...version,
  title,
  totalParents: 1,
  totalChildren: 0,
  ...(Object.keys(dublinCore).length > 0 && { dublinCore }),
  ...addressesOf(id, trees(id), at),
  mediaTypes: ['application/tei+xml'],
});

/** The answer about a collection or text; undefined where there is none with this id. Without an id it is about all. */
export function collectionAnswer(
  library: DtsLibrary,
  id: string | undefined,
  nav: 'children' | 'parents',
  trees: TreesOf,
  at: DtsAddresses,
): object | undefined {
  const { collections } = library;
  const root = collectionObject(library.id, library.title, 0, collections.length, at);
  const small = (one: DtsCollection): object => collectionObject(one.id, one.title, 1, one.members.length, at);
  const isUp = nav === 'parents';
  if (id === undefined || id === library.id) return { ...context, ...root, member: isUp ? [] : collections.map(small) };
  const own = collections.find((one) => one.id === id);
  if (own) {
    const member = isUp ? [root] : own.members.map((one) => resourceObject(one, trees, at));
    return { ...context, ...small(own), member };
  }
  const around = collections.find(({ members }) => members.some((one) => one.id === id));
  const text = around?.members.find((one) => one.id === id);
  if (!text) return undefined;
  return { ...context, ...resourceObject(text, trees, at), ...(isUp && { member: [small(around!)] }) };
}

const unitObject = ({ identifier, level, parent, citeType, title }: CitableUnit): object => ({
  identifier,
  '@type': 'CitableUnit',
  level,
  parent,
  citeType,
  ...(title !== '' && { dublinCore: { title: [title] } }),
});

/** What is asked of the navigation of a text. */
export interface Question {
  readonly ref?: CitableUnit;
  readonly start?: CitableUnit;
  readonly end?: CitableUnit;
  /** Absent: only the units that are named. */
  readonly down?: number;
}

/** The units below one and itself, as far down. */
function below(units: readonly CitableUnit[], top: CitableUnit, down: number): CitableUnit[] {
  const inside = new Set([top.identifier]);
  for (const { identifier, parent } of units) if (parent !== null && inside.has(parent)) inside.add(identifier);
  return units.filter((one) => inside.has(one.identifier) && (down < 0 || one.level <= top.level + down));
}

/** The units that a question is about, in the order of the text; undefined: only those that are named. */
export function membersFor(
  units: readonly CitableUnit[],
  { ref, start, end, down }: Question,
): readonly CitableUnit[] | undefined {
  if (down === undefined) return undefined;
  if (ref) return down === 0 ? units.filter(({ parent }) => parent === ref.parent) : below(units, ref, down);
  if (!start || !end) return units.filter(({ level }) => down < 0 || level <= down);
  const last = units.indexOf(below(units, end, -1).at(-1)!);
  const deepest = Math.max(start.level, end.level) + down;
  return units.slice(units.indexOf(start), last + 1).filter(({ level }) => down < 0 || level <= deepest);
}

/** The answer about the units of a text. `url`: the address of the question. */
export function navigationAnswer(
  id: string,
  trees: readonly CitationTree[],
  { units }: Pick<CitationTree, 'units'>,
  question: Question,
  url: string,
  at: DtsAddresses,
): object {
  const { ref, start, end } = question;
  const member = membersFor(units, question);
  return {
    ...context,
    '@id': url,
    '@type': 'Navigation',
    ...version,
    resource: { '@id': id, '@type': 'Resource', ...addressesOf(id, trees, at) },
    ...(ref && { ref: unitObject(ref) }),
    ...(start && { start: unitObject(start) }),
    ...(end && { end: unitObject(end) }),
    ...(member && { member: member.map(unitObject) }),
  };
}
