import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { decode } from '../../src/source/decode.ts';
import { placed } from '../../src/source/resolve/placed.ts';
import { Resolver } from '../../src/source/resolve/resolve.ts';
import type { SourceText } from '../../src/source/text.ts';
import { newFolder } from '../harness/scratch.ts';

/** Files put together as a reader gets them. */

export type Files = Readonly<Record<string, string | Uint8Array>>;

/** The text of the first file with its includes and entities, and the findings as `code file:line:column`. */
export function resolved(files: Files, limits: { fileLength?: number } = {}) {
  const folder = newFolder(files);
  const [first] = Object.keys(files);
  const { source } = decode(first!, readFileSync(join(folder, first!)));
  const found = new Resolver({ folder, files: [], limits }).resolve(source);
  return {
    text: found?.source.text ?? source.text,
    source: found?.source ?? source,
    messages: (found?.findings ?? []).map(({ message }) => message),
    findings: (found?.findings ?? []).map(
      ({ code, severity, span }) => `${severity} ${code} ${span!.file}:${span!.start.line}:${span!.start.column}`,
    ),
    incomplete: found?.incomplete ?? false,
  };
}

/** Where the words are in their file, as `file:line:column`, and whether that file has them letter for letter. */
export function placeOf(source: SourceText, words: string): { place: string; written: boolean } {
  const start = source.text.indexOf(words);
  if (start < 0) throw new Error(`${words} is not in the text`);
  const span = source.span(start, start + words.length);
  const there = placed([{ code: 'x', severity: 'note', message: 'x', span }], [source])[0]!.span!;
  const written = source.origin?.at(start, start + words.length).written ?? true;
  return { place: `${there.file}:${there.start.line}:${there.start.column}`, written };
}

const xi = 'xmlns:xi="http://www.w3.org/2001/XInclude"';

/** A text in the namespace of TEI in which `xi:` can be used. */
export const main = (inside: string): string => `<TEI xmlns="http://www.tei-c.org/ns/1.0" ${xi}>${inside}</TEI>`;
/** An element of the namespace of TEI, as a file. */
export const part = (element: string): string => element.replace(/^<\w+/, '$& xmlns="http://www.tei-c.org/ns/1.0"');
export const include = (href: string, more = ''): string => `<xi:include href="${href}"${more}/>`;
