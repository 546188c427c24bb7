import { firstNotBefore } from '../../source/sorted.ts';
import type { Witnesses } from '../apparatus.ts';
import type { Tape } from './ops.ts';
import type { SettledEntry } from './settled-entries.ts';
import type { WitnessTexts } from './structure.ts';
import type { UnitCut } from './unit-cut.ts';

/** Which witnesses of an apparatus can be read as texts of their own. */

/** More witnesses than these have no texts unless the settings ask for them. */
const most = 12;

/** The witnesses of these that readings name, or of which they name a group. */
function namedIn(entries: readonly SettledEntry[], ids: readonly string[], { groups }: Witnesses): string[] {
  const pointers = new Set(entries.flatMap(({ sides }) => sides.flatMap(({ says }) => says.wit?.split(' ') ?? [])));
  return ids.filter((id) => [id, ...(groups.get(id) ?? [])].some((one) => pointers.has(`#${one}`)));
}

/** The witnesses of a file that have texts, in the order of its list. */
export function textsOfFile({ entries }: Tape, witnesses: Witnesses, wanted: WitnessTexts | undefined): string[] {
  if (wanted === 'none' || entries.length === 0) return [];
  const named = namedIn(entries, [...witnesses.groups.keys()], witnesses);
  if (wanted === undefined) return named.length <= most ? named : [];
  return wanted === 'all' ? named : named.filter((id) => wanted.includes(id));
}

/** Those of them that a unit has texts of: its own apparatus names them. */
export function textsOfUnit(
  { entries }: Tape,
  { ops }: UnitCut,
  texts: readonly string[],
  witnesses: Witnesses,
): string[] {
  if (texts.length === 0) return [];
  const before = (place: number): number => firstNotBefore(entries.length, (i) => entries[i]!.at < place);
  const own = ops.flatMap(([from, to]) => entries.slice(before(from), before(to)));
  return namedIn(own, texts, witnesses);
}
