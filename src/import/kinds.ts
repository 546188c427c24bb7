/** The kinds of source Octavo can read. A new one is a folder and a line here. */
import type { SourceText } from '../source/text.ts';
import { docx } from './docx/reader.ts';
import { frusText } from './frus-text/reader.ts';
import { html } from './html/reader.ts';
import { markdown } from './markdown/reader.ts';
import { pages } from './pages/reader.ts';
import type { Reader } from './reader.ts';
import { text } from './text/reader.ts';

export const readers: readonly Reader[] = [frusText, text, markdown, docx, html, pages];

/** The reader for a word of `--from`. */
export const readerFor = (kind: string): Reader | undefined => readers.find((r) => r.kind === kind);

/** The most likely reader; undefined where none would understand the text. */
export function guessReader(source: SourceText): Reader | undefined {
  const best = readers.map((reader) => ({ reader, worth: reader.detect(source) })).sort((a, b) => b.worth - a.worth)[0];
  return best && best.worth > 0.2 ? best.reader : undefined;
}
