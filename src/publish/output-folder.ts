import {
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join, relative, sep } from 'node:path';
import { fileKey } from '../model/file-key.ts';
import { diskTrouble } from '../source/disk-trouble.ts';
import { makeFolder } from '../source/make-folder.ts';
import { readRegularFile } from '../source/regular-file.ts';

/**
 * The output folder, replaced completely or not at all. A build writes next to it, in `.NAME.octavo`, and the two
 * change places at the end, by two renames. A build that is killed between them leaves the old edition in
 * `.NAME.octavo-old`, and the next command puts it back.
 */

export class OutputFault extends Error {}

export interface Draft {
  /** Writes a file. Throws where a path that is the same to any file system has been written or kept before. */
  write(path: string, content: string | Uint8Array): void;
  /** Takes files over from the present edition, unchanged; false where that cannot be done, and then none is taken. */
  keep(paths: readonly string[]): boolean;
  /** Puts the draft in place of the present edition. */
  finish(): void;
  /** Throws the draft away; the present edition stays. Harmless after `finish`. */
  discard(): void;
}

/** Refuses a path for the second time, whatever its case: what one writer made must never be overwritten by another. */
export function oncePerPath(): (path: string) => void {
  const taken = new Map<string, string>();
  return (path) => {
    const other = taken.get(fileKey(path));
    if (other !== undefined) throw new Error(`two files of the edition have one name: ${other} and ${path}`);
    taken.set(fileKey(path), path);
  };
}

const sibling = (out: string, ending: string): string => join(dirname(out), `.${basename(out)}.${ending}`);

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
};

/** Puts back an edition that a killed build left next to its place. */
export function recoverOutput(out: string): void {
  const old = sibling(out, 'octavo-old');
  // What is not a folder was left by no build.
  if (!existsSync(old) || !statSync(old).isDirectory()) return;
  if (existsSync(out)) rmSync(old, { recursive: true, force: true });
  else renameSync(old, out);
}

function takeDraftFolder(draft: string): void {
  const lock = join(draft, '.building');
  try {
    mkdirSync(draft);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    const pid = existsSync(lock) ? Number(readRegularFile(lock).toString('utf8')) : 0;
    if (pid > 0 && pid !== process.pid && isAlive(pid)) {
      throw new OutputFault('another build is writing there; wait until it has finished');
    }
    rmSync(draft, { recursive: true, force: true });
    mkdirSync(draft);
  }
  writeFileSync(lock, String(process.pid));
}

/** What systems leave in folders by themselves. */
const droppings = new Set(['.DS_Store', 'Thumbs.db', 'desktop.ini']);

/** A file of the folder that no build has made: one that its list of checksums does not know. */
function foreignFile(out: string): string | undefined {
  const list = join(out, 'SHA256SUMS');
  const sums = existsSync(list) ? readRegularFile(list).toString('utf8').split('\n') : [];
  if (existsSync(list) && !sums.some((line) => /^[0-9a-f]{64} {2}./.test(line)))
    throw new OutputFault(
      'its list of checksums, SHA256SUMS, is damaged, so which of its files are the edition’s is not known; delete the folder if none is needed',
    );
  const made = new Set([...sums.map((line) => line.slice(66)), 'SHA256SUMS', 'proof.json']);
  for (const entry of readdirSync(out, { recursive: true, withFileTypes: true })) {
    if (entry.isDirectory() || droppings.has(entry.name)) continue;
    const path = relative(out, join(entry.parentPath, entry.name)).split(sep).join('/');
    if (!made.has(path)) return path;
  }
  return undefined;
}

/** A folder that holds something that is not of a built edition is never replaced: it would be lost. */
function refuseForeign(out: string): void {
  if (!existsSync(out)) return;
  if (!statSync(out).isDirectory()) throw new OutputFault('it is a file, not a folder');
  const foreign = foreignFile(out);
  if (foreign === undefined) return;
  throw new OutputFault(
    existsSync(join(out, 'SHA256SUMS'))
      ? `it holds ${foreign}, which no build has written and which would be lost`
      : 'it holds files that are not an edition built by Octavo, and they would be lost',
  );
}

const explain = (error: unknown): OutputFault =>
  error instanceof OutputFault ? error : new OutputFault(diskTrouble(error) ?? (error as Error).message);

/** Begins a new edition of the folder `out`. Throws `OutputFault` where it cannot be written; the present edition stays as it is. */
export function draftOutput(out: string): Draft {
  const draft = sibling(out, 'octavo');
  try {
    makeFolder(dirname(out));
    recoverOutput(out);
    refuseForeign(out);
    takeDraftFolder(draft);
  } catch (error) {
    throw explain(error);
  }
  return new DraftFolder(out, draft);
}

class DraftFolder implements Draft {
  readonly #out: string;
  readonly #draft: string;
  /** Folders of the draft that are there. */
  readonly #made = new Set<string>(['.']);
  readonly #claim = oncePerPath();

  constructor(out: string, draft: string) {
    this.#out = out;
    this.#draft = draft;
  }

  write(path: string, content: string | Uint8Array): void {
    this.#claim(path);
    this.#guard(() => {
      this.#makeFolderOf(path);
      writeFileSync(join(this.#draft, path), content);
    });
  }

  keep(paths: readonly string[]): boolean {
    const failed = paths.findIndex((path) => !this.#link(path));
    if (failed < 0) paths.forEach(this.#claim);
    else for (const path of paths.slice(0, failed)) unlinkSync(join(this.#draft, path));
    return failed < 0;
  }

  finish(): void {
    this.#guard(() => this.#changePlaces());
  }

  discard(): void {
    rmSync(this.#draft, { recursive: true, force: true });
  }

  /** A draft that cannot be written is thrown away. */
  #guard(action: () => void): void {
    try {
      action();
    } catch (error) {
      this.discard();
      throw explain(error);
    }
  }

  #makeFolderOf(path: string): void {
    const folder = dirname(path);
    if (this.#made.has(folder)) return;
    mkdirSync(join(this.#draft, folder), { recursive: true });
    this.#made.add(folder);
  }

  #link(path: string): boolean {
    this.#makeFolderOf(path);
    try {
      linkSync(join(this.#out, path), join(this.#draft, path));
      return true;
    } catch {
      return false;
    }
  }

  #changePlaces(): void {
    const old = sibling(this.#out, 'octavo-old');
    rmSync(join(this.#draft, '.building'), { force: true });
    if (existsSync(this.#out)) renameSync(this.#out, old);
    try {
      renameSync(this.#draft, this.#out);
    } catch (error) {
      recoverOutput(this.#out);
      throw error;
    }
    rmSync(old, { recursive: true, force: true });
  }
}
