import { siglumOf, type Witnesses } from '../model/apparatus.ts';
import { isFurtherSide, type Siglum } from '../model/reading.ts';
import type { ResultNode } from './engine.ts';
import { attributeOf } from './result-nodes.ts';
import { blockKinds, type Draft } from './wrap-words.ts';

/**
 * The sides of an apparatus entry: which one is the lemma, of which the notes speak, and the sigla of each. The streaming reader decides the same in
 * `src/model/read-tei/entries.ts`, from the source.
 */

const pointers = (value: string | undefined): string[] => (value ?? '').split(/\s+/).filter((each) => each !== '');

/** The reading of an entry that is in the text, or in that of a witness; undefined where it has none. */
export function lemmaIn(
  entry: ResultNode,
  { base, groups }: Witnesses,
  witness: string | undefined,
): ResultNode | undefined {
  const readings: ResultNode[] = [];
  for (let i = 0; i < entry.childNodes.length; i++) {
    const child = entry.childNodes[i]!;
    if (child.localName === 'side' && attributeOf(child, 'role') === 'reading') readings.push(child);
  }
  const naming = (id: string | undefined): ResultNode | undefined =>
    readings.find((side) => id !== undefined && pointers(attributeOf(side, 'wit')).includes(`#${id}`));
  const own = [witness, ...(groups.get(witness ?? '') ?? [])].map(naming).find((side) => side !== undefined);
  return own ?? readings.find((side) => attributeOf(side, 'tei') === 'lem') ?? naming(base) ?? readings[0];
}

const sigla = (value: string | undefined, witnesses: Witnesses): readonly Siglum[] =>
  pointers(value).map((target) => ({ target, siglum: siglumOf(target, witnesses) }));

const isSide = (child: Draft | string): child is Draft => typeof child !== 'string' && child.kind === 'side';

/** The words of a node, separated where nothing but a point is between them. */
function beginning(node: Draft | string): string {
  if (typeof node === 'string') return node;
  if (isFurtherSide(node)) return '';
  if (node.kind === 'note' || node.kind === 'page-break' || node.kind === 'mark') return ' ';
  if (node.kind === 'line-break') return node.joined ? '' : ' ';
  const words = node.children.map(beginning).join('');
  return blockKinds.has(node.kind) ? ` ${words} ` : words;
}

/** The one reading whose witness a note names with its first word. A vowel alone is a word in too many languages. */
function namedFirst(note: Draft, witnesses: ReadonlyMap<string, readonly Draft[]>): Draft | undefined {
  const first = /^[\p{L}\p{M}\p{N}]+/u.exec(note.children.map(beginning).join('').trimStart())?.[0];
  if (first === undefined || /^[aeiouy]$/i.test(first)) return undefined;
  const named = witnesses.get(`#${first}`) ?? [];
  return named.length === 1 ? named[0] : undefined;
}

/** Takes the numbers of lines out of a reading: an apparatus is set in lines of its own. A line that begins in a word goes. */
export function withoutLines(node: Draft): void {
  node.children = node.children.filter((child) => typeof child === 'string' || child.joined !== true);
  for (const child of node.children) {
    if (typeof child === 'string' || child.kind === 'note') continue;
    if (child.kind === 'line-break') for (const field of ['n', 'series'] as const) delete child[field];
    withoutLines(child);
  }
}

/** Which reading each note names that was looked at; undefined: none. */
export type NamedByNotes = Map<ResultNode, ResultNode | undefined>;

/**
 * Says of each side of an entry of which reading it speaks; the lemma is the reading 0. `made`: the sides by the nodes from which they were read. Which
 * reading the first word of a note names, the view decides in which the entry is read first, for all views.
 */
export function settleSides(
  entry: Draft,
  witnesses: Witnesses,
  made: ReadonlyMap<ResultNode, Draft>,
  named: NamedByNotes,
): void {
  const sides = entry.children.filter(isSide);
  const isReading = ({ role }: Draft): boolean => role === 'reading' || role === 'lemma';
  const lemma = sides.find(({ role }) => role === 'lemma');
  const readings = [...(lemma ? [lemma] : []), ...sides.filter(({ role }) => role === 'reading')];
  const numbers = new Map(readings.map((reading, i) => [reading, i]));
  const lastReading = sides.findLastIndex(isReading);
  const ids = new Map<string, Draft>();
  const byWitness = new Map<string, Draft[]>();
  for (const reading of readings) {
    if (reading.id !== undefined && !ids.has(`#${reading.id}`)) ids.set(`#${reading.id}`, reading);
    for (const witness of new Set(pointers(reading.says?.wit)))
      if (byWitness.get(witness)?.push(reading) === undefined) byWitness.set(witness, [reading]);
  }
  const nodes = new Map([...made].map(([node, side]) => [side, node]));
  const namedBy = (note: Draft): Draft | undefined => {
    const node = nodes.get(note)!;
    if (!named.has(node)) named.set(node, nodes.get(namedFirst(note, byWitness)!));
    return made.get(named.get(node)!);
  };
  let before: Draft | undefined;
  sides.forEach((side, i) => {
    if (isReading(side)) before = side;
    const [target] = pointers(side.target)
      .flatMap((to) => ids.get(to) ?? [])
      .toSorted((a, b) => numbers.get(a)! - numbers.get(b)!);
    const followed = i > lastReading && side.role === 'note' ? namedBy(side) : before;
    const about = isReading(side) ? side : (target ?? followed);
    if (about) side.about = String(numbers.get(about));
    side.sigla = sigla(side.says?.wit, witnesses);
    side.sources = sigla(side.says?.source, witnesses);
    delete side.target;
  });
}
