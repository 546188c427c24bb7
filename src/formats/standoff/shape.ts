/** What is in `standoff/ID.json`: a text without markup, and what is on its characters (docs/formats/standoff.md). */

/** Offsets count code points (Unicode scalar values) of the text that the span is on, from 0; `end` is behind the last. A span without words is a point. */
export interface StandoffSpan {
  readonly type: 'page' | 'note' | 'sign' | 'language' | 'link' | 'words';
  start: number;
  end: number;
  /** page: as it is printed; note: its call. */
  readonly label?: string;
  /** note: its place in `notes`. */
  readonly note?: number;
  /** words: what they are: `person`, `place`, `date` … */
  readonly role?: string;
  /** sign: what it stands for; language: its code; words: what the source says next to the words, such as the day of a date. */
  readonly value?: string;
  /** Where a name or link points, as written in the source. */
  readonly target?: string;
}

export interface StandoffText {
  readonly text: string;
  readonly spans: readonly StandoffSpan[];
}

export interface StandoffNote extends StandoffText {
  readonly label: string;
}

export interface Standoff extends StandoffText {
  readonly format: typeof standoffFormat;
  readonly id: string;
  readonly title: string;
  readonly language: string | null;
  readonly offsets: 'code points';
  /** In the order of their calls. */
  readonly notes: readonly StandoffNote[];
}

export const standoffFormat = 'octavo-standoff-1';

/** In a text, in place of a point that has a sign instead of words; a span of the type `sign` is on it. */
export const objectCharacter = '\ufffc';
