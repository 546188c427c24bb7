import type { XmlTag } from '../../source/xml.ts';
import { type SideSays, sideFields, sideValue } from '../apparatus.ts';
import { oneLine, spineBuilder } from '../spine.ts';
import { Op, type Tape } from './ops.ts';
import { Numbers, play } from './play.ts';
import { edgesOf, pointsTo, type EndedEntry, type Side } from './settled-entries.ts';
import { attributeOf } from './structure.ts';

/**
 * Entries of a critical apparatus on the tape. While an entry is read it is not known which of its readings is the lemma, nor what its notes are
 * about: every side is recorded as a run of its own, and the tape is set right when the entry ends. Phase 1 decides the same in
 * `src/transform/apparatus.ts`; where the two differ, `verify` says so.
 */

/** What is found out of a side while its element is open. */
export type Filled = Pick<Side, 'end' | 'isFilled'>;

/** An `app` that is open, or a `rdgGrp` in it, which lends its readings what they do not say themselves. */
export interface Entry {
  readonly sides: Side[];
  readonly kind: string;
  readonly lent: SideSays;
}

/** Attributes of a tag that say something. */
function saysOf(tag: XmlTag): SideSays {
  const said = sideFields.flatMap((field) => {
    const value = oneLine(attributeOf(tag, field) ?? '');
    return value === '' ? [] : [[field, value] as const];
  });
  return Object.fromEntries(said);
}

const roles: ReadonlyMap<string, Side['role']> = new Map([
  ['lem', 'reading'],
  ['rdg', 'reading'],
  ['note', 'note'],
  ['witDetail', 'detail'],
  ['wit', 'witnesses'],
]);

/** What an element is directly in an entry or in a group of its readings; undefined elsewhere. */
export const sideRole = (name: string, entry: Entry | undefined): Side['role'] | undefined => entry && roles.get(name);

/** The entry that an element opens, or goes on with; undefined where its children are not sides of one. */
export function entryOf(tag: XmlTag, around: Entry | undefined): Entry | undefined {
  if (tag.local === 'app') return { sides: [], kind: attributeOf(tag, 'type') ?? '', lent: {} };
  return tag.local === 'rdgGrp' && around ? { ...around, lent: { ...around.lent, ...saysOf(tag) } } : undefined;
}

export function addSide(entry: Entry, tag: XmlTag, role: Side['role'], begin: number): Side {
  const says = role === 'reading' ? { ...entry.lent, ...saysOf(tag) } : saysOf(tag);
  const [id, target] = [attributeOf(tag, 'xml:id'), attributeOf(tag, 'target')];
  const side: Side = { role, isLemma: tag.local === 'lem', id, target, says, begin, end: begin, isFilled: false };
  entry.sides.push(side);
  return side;
}

/** Entries without a lemma: how many have the reading of the base in the text, and how many their first, as none is that of the base. */
export interface ChosenLemmas {
  ofBase: number;
  others: number;
}

/** The reading that is in the text: the lemma, else that of the base witness, else the first. */
function lemmaOf(readings: readonly Side[], base: string | undefined): Side | undefined {
  return (
    readings.find(({ isLemma }) => isLemma) ?? readings.find(({ says }) => pointsTo(says.wit, base)) ?? readings[0]
  );
}

/** The siglum with which a note begins that names no reading; a vowel alone is a word in too many languages to count. */
function namedIn(words: string, byWitness: ReadonlyMap<string, readonly Side[]>): Side | undefined {
  const [first = ''] = /^[\p{L}\p{M}\p{N}]+/u.exec(words.trimStart()) ?? [];
  const named = byWitness.get(`#${first}`) ?? [];
  return named.length === 1 && first !== '' && !/^[AEIOUY]$/iu.test(first) ? named[0] : undefined;
}

/** The readings that name each witness. */
function namedBy(readings: readonly Side[]): Map<string, Side[]> {
  const found = new Map<string, Side[]>();
  for (const reading of readings)
    for (const wit of new Set(reading.says.wit?.split(' '))) {
      const named = found.get(wit);
      if (named) named.push(reading);
      else found.set(wit, [reading]);
    }
  return found;
}

/** The words of a side as a run, without those of notes and readings in it. */
function wordsOf(tape: Tape, { begin, end }: Side): string {
  const builder = spineBuilder();
  play(tape, begin + 1, end, builder, new Numbers());
  return builder.finish().text.replace(/\x01[^\x02]*\x02|\x03[^\x04]*\x04|\x06/g, ' ');
}

/** Of a side that is none only its id is kept. */
function dropSide({ begin, end }: Side, { ops, diplomatic }: Tape): void {
  ops[begin] = ops[end] = Op.dropped;
  for (let i = begin; i < end; i++) {
    if (ops[i] === Op.text) ops[i] = Op.dropped;
    if (diplomatic.get(i)?.op === Op.text) diplomatic.delete(i);
  }
}

/** An entry without readings has a lemma without words. */
function putEmptyLemma(tape: Tape, kind: string): void {
  const offset = tape.offsets.at(-1) ?? 0;
  for (const [op, value] of [
    [Op.reading, sideValue('lemma', '', '0', {}, kind)],
    [Op.close, ''],
  ] as const) {
    tape.ops.push(op);
    tape.values.push(value);
    tape.offsets.push(offset);
  }
}

/** Sets an entry right that has ended: the lemma becomes a range of the text, and each side says what it is. */
export function settleEntry(
  { sides: all, kind }: Entry,
  tape: Tape,
  base: string | undefined,
  lemmas: ChosenLemmas,
): void {
  const sides = all.filter(({ role, isFilled }) => role === 'reading' || isFilled);
  const readings = sides.filter(({ role }) => role === 'reading');
  const lemma = lemmaOf(readings, base);
  if (lemma && !lemma.isLemma) lemmas[pointsTo(lemma.says.wit, base) ? 'ofBase' : 'others']++;
  const byWitness = namedBy(readings);
  // A note without words is nothing but its id, which stays in the text.
  for (const side of all) if (side.role !== 'reading' && !side.isFilled) dropSide(side, tape);
  const last = sides.findLastIndex(({ role }) => role === 'reading');
  const about = new Map<Side, Side>();
  let before: Side | undefined;
  sides.forEach((side, i) => {
    if (side.role === 'reading') before = side;
    const named = i > last && side.role === 'note' ? namedIn(wordsOf(tape, side), byWitness) : before;
    if (named) about.set(side, named);
  });
  const entry: EndedEntry = { sides, kind, about };
  for (const { at, op, value } of edgesOf(entry, lemma)) {
    tape.ops[at] = op;
    tape.values[at] = value;
  }
  if (lemma) tape.entries.push({ ...entry, at: tape.ops.length, lemma });
  else putEmptyLemma(tape, kind);
}
