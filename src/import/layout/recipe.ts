/** What a person has confirmed about the layout of texts: the forms of marks, as patterns. Where there is a recipe, nothing else is a mark. */

export interface NoteForms {
  /** The pattern of calls: `[{N}]`; `{N}` alone for figures that are glued to words. */
  readonly call: string;
  /** The pattern of the beginning of notes: `[Footnote {N}: {…}]`. */
  readonly note: string;
}

export interface Recipe {
  /** The word for `--from`. */
  readonly reader?: string;
  /** The width at which lines are broken; `false` where they are not. */
  readonly wrapped?: number | false;
  readonly pages?: readonly string[];
  readonly notes?: readonly NoteForms[];
  /** Forms that are words of the text. They are not reported. */
  readonly not?: readonly string[];
}

export interface SourceRecipe {
  readonly recipe?: Recipe;
}
