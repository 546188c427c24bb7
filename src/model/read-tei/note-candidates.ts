import { oneLine } from '../spine.ts';

/** Notes, places that may call them and what they are in, as a file is read; and what is nothing but a call. */

export interface Holder {
  readonly start: number;
  readonly outer: Holder | undefined;
  /** Words, or elements that are not notes. */
  hasMore: boolean;
  readonly notes: Note[];
}

export interface Note {
  readonly start: number;
  readonly label: string;
  /** Its own, and that of the group it is in. */
  readonly ids: readonly string[];
  /** What it says it is about, the end first. */
  readonly targets: readonly string[];
  readonly next: string | undefined;
  readonly prev: string | undefined;
  /** Where it does not say it itself: the language it is in. */
  readonly language: string | undefined;
  /** The language in it. */
  readonly spoken: string | undefined;
  /** It has no end tag. */
  readonly isEmpty: boolean;
  /** It is where notes are that are called elsewhere. */
  readonly isApart: boolean;
  /** The paragraph or the item it is in must hold nothing but notes. */
  readonly needsEmpty: Holder | undefined;
  /** It is printed in the text, or in an apparatus: it goes nowhere. */
  readonly isInline: boolean;
  /** Something around it says that notes are collected there. */
  readonly collects: boolean;
  /** It is in the back matter, where notes are collected that are called before. */
  readonly inBack: boolean;
  /** Offset of the division it is in. */
  readonly around: number;
  /** It is in the text, or in a note that may be called there. */
  readonly isInText: boolean;
  readonly enclosing: Note | undefined;
  readonly holder: Holder | undefined;
}

/** Where a call is put: behind a text, behind an element or at its end. `start` and `end`: of the element that is annotated. */
export interface Place {
  readonly kind: 'behindText' | 'behind' | 'atEnd';
  readonly at: number;
  readonly start: number;
  readonly end: number;
  readonly language: string | undefined;
  readonly enclosing: Note | undefined;
  readonly caller: Caller | undefined;
}

export interface Caller {
  readonly start: number;
  readonly name: string;
  readonly type: string;
  readonly targets: readonly string[];
  words: string;
  /** Nothing but words is in it. */
  isPlain: boolean;
  /** Behind its words. */
  place: Place | undefined;
  readonly language: string | undefined;
  readonly enclosing: Note | undefined;
}

/** Elements that call notes. */
export const isAnnotated = (name: string): boolean => name === 'ref' || name === 'ptr';

/** Types of divisions and lists that hold notes. */
export const isNotesType = (type: string): boolean => /(?:^|[^a-z])(?:end|foot)?-?notes?$/i.test(type);

const callTypes = /^(?:note-?(?:anchor|call|ref|link)?|(?:foot|end)-?note(?:-?(?:call|ref))?|fn)$/i;
const numbers = /^(?:\p{N}{1,4}[a-z]?|[a-z]|[ivxlcdm]{1,6}|[*†‡§¶#°+]{1,5})$/iu;

/** The call that words are: without brackets and full stop around it. */
export const callOf = (words: string): string => oneLine(words).replace(/^[[(]\s*|\s*[\])]?[.:]?$/g, '');

/** Whether an element is nothing but a call of a note, so that its words are the label. */
export function isCall({ name, type, words, isPlain, targets }: Caller, note: Note): boolean {
  if (name !== 'ref') return true;
  const call = callOf(words);
  if (!isPlain || targets.length > 1) return false;
  if (call === '' || call === note.label) return true;
  return callTypes.test(type) ? /^\S{1,8}$/u.test(call) : numbers.test(call);
}

/** What is called from where in a file. */
export interface NotePlan {
  /** Notes whose body belongs to a call elsewhere, or to the note that it continues, by the offset of the start tag. */
  readonly notes: ReadonlyMap<number, PlannedNote>;
  /** Elements that are nothing but calls, by offset, with the notes that they call. */
  readonly calls: ReadonlyMap<number, readonly number[]>;
  /** Calls behind a text, behind an element, at the end of an element. */
  readonly behindText: ReadonlyMap<number, readonly number[]>;
  readonly behind: ReadonlyMap<number, readonly number[]>;
  readonly atEnd: ReadonlyMap<number, readonly number[]>;
  /** By a note, those that continue it. */
  readonly more: ReadonlyMap<number, readonly number[]>;
  /** Elements that held nothing but such notes. */
  readonly gone: ReadonlySet<number>;
}

export interface PlannedNote {
  /** Empty: it is numbered where it is called. */
  readonly label: string;
  /** What it is in where it is written, if that is not the language around the call. */
  readonly language: string | undefined;
  /** What it is in where it is written, unless it says it itself. */
  readonly written: string | undefined;
}
