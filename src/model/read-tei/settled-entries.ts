import { type SideRole, type SideSays, sideValue } from '../apparatus.ts';
import { Op, type OpCode } from './op-codes.ts';

/**
 * Entries of a critical apparatus that have ended, on the tape: which reading is in the text, in each view. Phase 1 decides the same in
 * `src/transform/apparatus.ts`; where the two differ, `verify` says so.
 */

export interface Side {
  readonly role: Exclude<SideRole, 'lemma'>;
  readonly isLemma: boolean;
  readonly id: string | undefined;
  readonly target: string | undefined;
  readonly says: SideSays;
  /** Places on the tape at which it begins and ends. */
  readonly begin: number;
  end: number;
  /** Words or elements are in it. */
  isFilled: boolean;
}

export interface EndedEntry {
  /** In the order of the source. */
  readonly sides: readonly Side[];
  /** What the source calls the entry. */
  readonly kind: string;
  /** The reading that each side speaks of, unless it points to another one. */
  readonly about: ReadonlyMap<Side, Side>;
}

/** An entry with readings. */
export interface SettledEntry extends EndedEntry {
  /** The place on the tape at which it ends. */
  readonly at: number;
  /** The reading that is in the text but for views of witnesses. */
  readonly lemma: Side;
}

/** What a place on the tape is. */
export interface Edge {
  readonly at: number;
  readonly op: OpCode;
  readonly value: string;
}

export const pointsTo = (pointers: string | undefined, id: string | undefined): boolean =>
  id !== undefined && pointers?.split(/\s+/).includes(`#${id}`) === true;

/** The first reading that pointers name. */
function targetOf(
  pointers: string | undefined,
  byId: ReadonlyMap<string, number>,
  readings: readonly Side[],
): Side | undefined {
  const places = (pointers?.split(/\s+/) ?? []).flatMap((pointer) => byId.get(pointer) ?? []);
  return places.length === 0 ? undefined : readings[Math.min(...places)];
}

/** Where the sides of an entry begin and end if `lemma` is the reading that is in the text. */
export function edgesOf({ sides, kind, about }: EndedEntry, lemma: Side | undefined): Edge[] {
  const others = sides.filter((side) => side.role === 'reading' && side !== lemma);
  const readings = lemma ? [lemma, ...others] : others;
  const places = new Map(readings.map((side, i) => [side, i]));
  const byId = new Map(
    readings.flatMap(({ id }, i) => (id === undefined ? [] : [[`#${id}`, i] as const])).toReversed(),
  );
  return sides.flatMap((side): Edge[] => {
    const of = side.role === 'reading' ? side : (targetOf(side.target, byId, readings) ?? about.get(side));
    const place = of ? String(places.get(of)) : '';
    if (side === lemma)
      return [
        { at: side.begin, op: Op.reading, value: sideValue('lemma', '', place, side.says, kind) },
        { at: side.end, op: Op.close, value: '' },
      ];
    return [
      { at: side.begin, op: Op.startSide, value: sideValue(side.role, '', place, side.says) },
      { at: side.end, op: Op.endSide, value: '' },
    ];
  });
}

/** The reading of a witness, or of a group that it is in (the innermost first), where there is one. */
export function readingOf({ sides }: SettledEntry, witness: string, groups: readonly string[] = []): Side | undefined {
  for (const id of [witness, ...groups]) {
    const own = sides.find(({ role, says }) => role === 'reading' && pointsTo(says.wit, id));
    if (own) return own;
  }
  return undefined;
}
