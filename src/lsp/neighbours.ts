import { basename, dirname, relative, resolve, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Location } from 'vscode-languageserver-protocol';
import { privatePrefix } from '../validate/pointers.ts';
import { filesAround, homeOf, readSourceFile, stampOf } from './edition-of.ts';
import { type FileId, type FileIds, readFileIds } from './file-ids.ts';
import { type OpenFile, sourceOf } from './open-file.ts';
import { withoutEnding } from '../source/file-names.ts';
import { lineStarts } from '../source/line-starts.ts';
import { rangeAt } from './positions.ts';

/** The ids of a file and of those next to it, each file read once as long as it does not change. */

export interface KnownId extends FileId {
  /** What is before the `#` of a pointer to it; empty in its own file. */
  readonly name: string;
}

export interface Target {
  /** Absolute. */
  readonly path: string;
  /** Missing where the pointer leads to a whole file. */
  readonly id: FileId | undefined;
}

export interface Neighbours {
  readonly ids: () => KnownId[];
  /** Where a pointer leads, as the file writes it. */
  readonly find: (pointer: string) => Target | undefined;
}

/** What is known of files; kept from one question to the next. */
export interface Memory {
  readonly files: Map<string, { readonly stamp: string; readonly ids: FileIds }>;
}

export const emptyMemory = (): Memory => ({ files: new Map() });

const slashes = (path: string): string => (sep === '/' ? path : path.split(sep).join('/'));

/** The ids of one file: as it is in the editor where it is open, else on the disk. */
function idsOf(memory: Memory, path: string, open: ReadonlyMap<string, OpenFile>): FileIds | undefined {
  const inEditor = open.get(path);
  const stamp = inEditor ? `version ${inEditor.version}` : stampOf(path);
  if (stamp === undefined) return undefined;
  const known = memory.files.get(path);
  if (known?.stamp === stamp) return known.ids;
  const ids = readFileIds(inEditor ? sourceOf(inEditor, path) : readSourceFile(path));
  memory.files.set(path, { stamp, ids });
  return ids;
}

/** The neighbours of `file`; `open` are all files in the editor by path. Nothing is read before it is asked for. */
export function neighboursOf(memory: Memory, file: OpenFile, open: ReadonlyMap<string, OpenFile>): Neighbours {
  const around = (): string[] => (file.untitled ? [] : filesAround(homeOf(file.path)));
  const read = (path: string): FileIds | undefined => idsOf(memory, path, open);
  const nameOf = (path: string): string => slashes(relative(dirname(file.path), path));
  const ids = (): KnownId[] => {
    const others = around().filter((path) => path !== file.path);
    return [file.path, ...others].flatMap((path) => {
      const name = path === file.path ? '' : nameOf(path);
      return (read(path)?.ids ?? []).map((one) => ({ ...one, name }));
    });
  };
  /** The file that a name means: a path, a path without its ending, or the id of a file of the edition. */
  const named = (name: string): string | undefined => {
    if (name === '') return file.path;
    const path = resolve(dirname(file.path), name);
    const inside = around();
    return (
      inside.find((one) => one === path || one === `${path}.xml` || one === `${path}.tei`) ??
      inside.find((one) => withoutEnding(basename(one)) === name || read(one)?.root === name)
    );
  };
  const find = (pointer: string): Target | undefined => {
    const prefix = privatePrefix(pointer);
    const definition = prefix === undefined ? undefined : read(file.path)?.prefixes.get(prefix);
    const whole = prefix === undefined ? pointer : definition?.expand(pointer.slice(prefix.length + 1));
    if (whole === undefined || whole === '' || /^[a-z][a-z0-9+.-]*:/i.test(whole)) return undefined;
    const hash = whole.indexOf('#');
    const path = named(hash < 0 ? whole : whole.slice(0, hash));
    if (path === undefined) return undefined;
    if (hash < 0) return { path, id: undefined };
    const id = read(path)?.ids.find((one) => one.id === whole.slice(hash + 1));
    return id && { path, id };
  };
  return { ids, find };
}

/** The place of a target in the words of the protocol. */
export function locate({ path, id }: Target, open: ReadonlyMap<string, OpenFile>): Location {
  const inEditor = open.get(path);
  const uri = inEditor?.uri ?? pathToFileURL(path).href;
  if (!id) return { uri, range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } } };
  const starts = inEditor?.starts ?? lineStarts(readSourceFile(path).text);
  return { uri, range: rangeAt(starts, id.start, id.end) };
}
