import { fileURLToPath } from 'node:url';
import type { TextDocumentContentChangeEvent } from 'vscode-languageserver-protocol';
import { type SourceText, sourceText } from '../source/text.ts';
import { lineStarts } from '../source/line-starts.ts';
import { type LineStarts, offsetAt } from './positions.ts';

/** A file as it is in the editor, saved or not. A change makes a new value. */
export interface OpenFile {
  readonly uri: string;
  /** Absolute; for a text that is not a file yet, a name to call it by. */
  readonly path: string;
  /** It is not on a disk: neighbours and settings are not looked for. */
  readonly untitled: boolean;
  readonly version: number;
  readonly text: string;
  readonly starts: LineStarts;
}

/** The range from `start` to `end` of a text was replaced by `length` characters. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly length: number;
}

function pathOf(uri: string): string | undefined {
  try {
    return uri.startsWith('file:') ? fileURLToPath(uri) : undefined;
  } catch {
    return undefined;
  }
}

export function openFile(uri: string, version: number, text: string): OpenFile {
  const path = pathOf(uri);
  return { uri, path: path ?? uri, untitled: path === undefined, version, text, starts: lineStarts(text) };
}

/** Applies the changes one after the other, as the protocol says; answers what each replaced. */
export function changeFile(
  file: OpenFile,
  version: number,
  changes: readonly TextDocumentContentChangeEvent[],
): { file: OpenFile; edits: Edit[] } {
  let { text, starts } = file;
  const edits: Edit[] = [];
  for (const change of changes) {
    const whole = !('range' in change);
    const start = whole ? 0 : offsetAt(text, starts, change.range.start);
    const end = whole ? text.length : Math.max(start, offsetAt(text, starts, change.range.end));
    text = text.slice(0, start) + change.text + text.slice(end);
    starts = lineStarts(text);
    edits.push({ start, end, length: change.text.length });
  }
  return { file: { ...file, version, text, starts }, edits };
}

/** The text as the rooms below read it, under the name `name`. An editor hands on no byte order mark as text. */
export const sourceOf = (file: OpenFile, name: string): SourceText => sourceText(name, file.text);
