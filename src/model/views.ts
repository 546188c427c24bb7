/**
 * The ways to read a text that an editor has worked on. In the reading view it is as the editor gives it: errors corrected, spelling regularised,
 * abbreviations expanded, what is lost supplied. In the diplomatic view it is as the document has it. The view of a witness is the reading view with
 * the readings of this witness in the text, wherever an entry of the apparatus has one.
 */
export type View = 'reading' | OtherView;
/** A view that has files of its own. */
export type OtherView = 'diplomatic' | WitnessView;
/** `witness:` and the `xml:id` of the witness. */
export type WitnessView = `witness:${string}`;

const prefix = 'witness:';

export const witnessView = (id: string): WitnessView => `${prefix}${id}`;

/** The witness whose text a view is; undefined: it is another view. */
export const witnessOf = (view: View | undefined): string | undefined =>
  view?.startsWith(prefix) ? view.slice(prefix.length) : undefined;

/** The views that a unit has besides the reading view. */
export interface HasViews {
  /** Its diplomatic view may differ from its reading view. */
  readonly hasDiplomatic?: true;
  /** Ids of the witnesses whose texts can be read, in the order of the list of witnesses; absent: none. */
  readonly witnessTexts?: readonly string[];
}

export const otherViews = ({ hasDiplomatic, witnessTexts = [] }: HasViews): OtherView[] => [
  ...(hasDiplomatic ? (['diplomatic'] as const) : []),
  ...witnessTexts.map(witnessView),
];

/** Whether a unit has a view; each has the reading view, which may be left unsaid. */
export function hasView(unit: HasViews, view: View | undefined): boolean {
  if (view === undefined || view === 'reading') return true;
  const witness = witnessOf(view);
  return witness === undefined ? unit.hasDiplomatic === true : unit.witnessTexts?.includes(witness) === true;
}

/** In the diplomatic view, in place of a letter that is lost (U+2024): no full stop, so that no sign of a gap is mistaken for it. */
export const lostLetter = '\u2024';
