import type { SignSeen } from '../expected-signs.ts';
import type { ReadBack } from '../format.ts';
import type { NameSeen, SpeakerSeen } from './frame/names.ts';
import type { Outline } from './frame/outline.ts';
import type { NumberSeen } from './line-faults.ts';

/** What is seen in a page besides its words and what stands on them. */
export interface Seen {
  /** Names of the text that point to a register. */
  readonly names: NameSeen[];
  /** Signs for the status of words, and of what is missing. */
  readonly signs: SignSeen[];
  /** Whose names are before what they say. */
  readonly speakers: SpeakerSeen[];
  /** Numbered lines. */
  readonly numbers: NumberSeen[];
}

/** A page as it is read. */
export interface PageRead extends Seen {
  readonly back: ReadBack;
  /** What is around the text. */
  readonly lines: readonly string[];
  readonly outline: Outline;
  /** How many have something to say. */
  readonly utterances: number;
}
