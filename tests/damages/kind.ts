import type { Chance } from '../harness/chance.ts';

/** What a damage is about: the proof is counted by these. */
export type Group =
  | 'words'
  | 'pages and notes'
  | 'structure'
  | 'look'
  | 'links, ids, language'
  | 'pictures'
  | 'hidden'
  | 'injected'
  | 'around the text'
  | 'records'
  | 'whole edition';

/** A way in which a file of a built edition can be damaged. */
export interface Kind {
  readonly name: string;
  readonly group: Group;
  /** Which files it can happen to, by their path in the edition. */
  readonly files: RegExp;
  /** The damaged file; undefined where it has nothing that could suffer this. */
  damage(content: string, luck: Chance, path: string): string | undefined;
}

export const html = /^documents\/.+\.html$/;
export const tei = /^tei\/.+\.xml$/;
export const text = /^text\/.+\.txt$/;
export const page = /^(?:documents\/.+|index)\.html$/;
