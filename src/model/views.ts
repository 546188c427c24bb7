/**
 * The two ways to read a text that an editor has worked on. In the reading view it is as the editor gives it: errors corrected, spelling regularised,
 * abbreviations expanded, what is lost supplied. In the diplomatic view it is as the document has it.
 */
export const views = ['reading', 'diplomatic'] as const;
export type View = (typeof views)[number];

/** In the diplomatic view, in place of a letter that is lost (U+2024): no full stop, so that no sign of a gap is mistaken for it. */
export const lostLetter = '\u2024';
