/** The text of a unit as a book has it: what a reader meets, one after the other. */
export type ChapterEvent =
  | readonly ['words', string]
  /** A block begins or ends. */
  | readonly ['edge']
  | readonly ['page', label: string]
  /** What follows is on this sheet, from 0. */
  | readonly ['sheet', number: string]
  /** What follows is on a line of the page: its baseline and the size of its letters, in points; 0 in a table, whose lines are not counted. Empty: in a heading. */
  | readonly ['line', place: string]
  /** A note is called; its body is up to `end`. */
  | readonly ['note', label: string]
  | readonly ['end']
  | readonly ['sign' | 'point' | 'number' | 'title' | 'picture' | 'fault', string];

/** The sheets that a text is on are said with what is wrong in it. */
export interface Chapter {
  readonly first: number;
  last: number;
  readonly events: ChapterEvent[];
}

/** As a format reads it. */
export const chapterText = (chapter: Chapter): string => JSON.stringify(chapter);

export const chapterOf = (text: string): Chapter => JSON.parse(text) as Chapter;
