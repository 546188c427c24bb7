import type { Standard, TypesetFiles } from './typesetter.ts';

/** What the process is asked in which books are set. */
export type TypesetQuestion =
  | { readonly ask: 'open'; readonly files: TypesetFiles }
  | { readonly ask: 'set'; readonly inputs: Readonly<Record<string, string>> }
  | { readonly ask: 'query'; readonly label: string }
  | { readonly ask: 'pdf'; readonly standard: Standard }
  | { readonly ask: 'forget' };
