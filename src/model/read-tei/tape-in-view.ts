import type { Witnesses } from '../apparatus.ts';
import { type View, type WitnessView, witnessOf } from '../views.ts';
import { type Instead, Op, type OpCode, type Tape } from './ops.ts';
import { edgesOf, readingOf } from './settled-entries.ts';

/** A tape in a view: what its places are there. */

/** A view of a text. */
export interface TapeView {
  readonly view: View;
  /** Where a tape differs from the reading view; undefined: nowhere. */
  of(tape: Tape): ReadonlyMap<number, Instead> | undefined;
}

export const readingView: TapeView = { view: 'reading', of: () => undefined };
export const diplomaticView: TapeView = { view: 'diplomatic', of: ({ diplomatic }) => diplomatic };

/** The sides of entries of which another reading is in the text of a witness. What the reading view does not have, this view does not have either. */
function insteadFor(tape: Tape, witness: string, groups: readonly string[] | undefined): Map<number, Instead> {
  const found = new Map<number, Instead>();
  for (const entry of tape.entries) {
    const own = readingOf(entry, witness, groups);
    if (own === undefined || own === entry.lemma) continue;
    for (const { at, op, value } of edgesOf(entry, own)) if (tape.ops[at] !== Op.dropped) found.set(at, { op, value });
  }
  return found;
}

function viewOfWitness(view: WitnessView, { groups }: Witnesses): TapeView {
  const witness = witnessOf(view)!;
  return {
    view,
    of: (tape) => {
      const found = tape.witnessed.get(view) ?? insteadFor(tape, witness, groups.get(witness));
      tape.witnessed.set(view, found);
      return found;
    },
  };
}

export function tapeView(view: View, witnesses: Witnesses): TapeView {
  if (view === 'reading') return readingView;
  return view === 'diplomatic' ? diplomaticView : viewOfWitness(view, witnesses);
}

/** What a place of a tape is. `instead`: where the view differs from the reading view. */
export const opAt = ({ ops }: Tape, at: number, instead: ReadonlyMap<number, Instead> | undefined): OpCode =>
  instead?.get(at)?.op ?? ops[at]!;

/** The value of a place of a tape. */
export const valueAt = ({ values }: Tape, at: number, instead: ReadonlyMap<number, Instead> | undefined): string =>
  instead?.get(at)?.value ?? values[at]!;
