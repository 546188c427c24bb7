import type { UnitInfo } from '../../../model/edition.ts';
import type { NamedWitness } from '../../../model/witness-names.ts';
import type { Surroundings } from '../surroundings.ts';

/** What a page says of the view that it shows, and of the texts of witnesses; for the proof, as `words.ts`. */

/** The witness of this view. */
const witnessIn = ({ view, witnesses }: Surroundings): NamedWitness | undefined =>
  witnesses?.find(({ id }) => `witness:${id}` === view);

/** What the title of a page says of the view that it shows. */
export const viewNameOf = (around: Surroundings): string => {
  if (around.view === undefined) return '';
  const witness = witnessIn(around);
  return witness ? `, text of ${witness.siglum}` : ', diplomatic view';
};

/** Witnesses whose texts a unit has: the siglum, and the page; of that which is on this page none. */
export const witnessPagesOf = (
  { facts, witnessTexts = [] }: UnitInfo,
  around: Surroundings,
): readonly (readonly [siglum: string, page: string | undefined])[] =>
  (around.witnesses ?? []).flatMap((witness) => {
    if (!witnessTexts.includes(witness.id)) return [];
    const page = encodeURI(`${facts.id}.witness-${witness.name}.html`);
    return [[witness.siglum, witness === witnessIn(around) ? undefined : page] as const];
  });
