import { createHash } from 'node:crypto';
import { closeSync, fstatSync, openSync, readSync, writeSync } from 'node:fs';

/**
 * The file that holds the entries of a cache, one after the other. An entry is a line `KEY LENGTH SHA256`, that many
 * bytes, and a line end. The sum covers key and bytes, so an entry that was damaged, or that another program has moved,
 * is never taken for good. The file may be larger than any buffer: it is only read entry by entry, and copied in
 * pieces.
 */

/** Where an entry begins, at its first line, and how many bytes it holds. */
export type Place = readonly [start: number, length: number];

/** Bytes copied at a time. */
const pieceLength = 1 << 20;
/** Longest first line of an entry. */
const longestHead = 512;
const lineEnd = Buffer.from('\n');

const sumOf = (key: string, parts: readonly Uint8Array[]): string => {
  const hash = createHash('sha256').update(`${key} `);
  for (const part of parts) hash.update(part);
  return hash.digest('hex');
};

const headLength = (key: string, length: number): number => Buffer.byteLength(key) + String(length).length + 64 + 3;

/** Bytes of a whole entry. */
export const entryLength = (key: string, length: number): number => headLength(key, length) + length + 1;

/** An entry as it is in the file, in parts. */
export function entryParts(key: string, parts: readonly Uint8Array[]): Uint8Array[] {
  const length = parts.reduce((sum, part) => sum + part.length, 0);
  return [Buffer.from(`${key} ${length} ${sumOf(key, parts)}\n`), ...parts, lineEnd];
}

/** Reads exactly so many bytes; undefined where the file ends before. */
function readExactly(fd: number, start: number, length: number): Buffer | undefined {
  const bytes = Buffer.allocUnsafe(length);
  for (let at = 0; at < length;) {
    const read = readSync(fd, bytes, at, Math.min(length - at, 1 << 30), start + at);
    if (read === 0) return undefined;
    at += read;
  }
  return bytes;
}

/** The bytes of an entry; undefined where what is there is not that entry, whole and unchanged. */
export function readEntry(file: string, key: string, [start, length]: Place): Buffer | undefined {
  const fd = openSync(file, 'r');
  try {
    const whole = readExactly(fd, start, entryLength(key, length));
    if (!whole) return undefined;
    const content = whole.subarray(headLength(key, length), -1);
    const head = whole.toString('latin1', 0, headLength(key, length));
    return head === `${key} ${length} ${sumOf(key, [content])}\n` ? content : undefined;
  } finally {
    closeSync(fd);
  }
}

/** Finds the entries from `from` on: what a killed build had added. Answers where the last whole one ends. */
export function scanPack(file: string, from: number, places: Map<string, Place>): number {
  const fd = openSync(file, 'r');
  try {
    const { size } = fstatSync(fd);
    const head = Buffer.alloc(longestHead);
    for (let start = from; ;) {
      const read = readSync(fd, head, 0, longestHead, start);
      const [line, key, length] = /^([!-~]+) (\d+) [0-9a-f]{64}\n/.exec(head.toString('latin1', 0, read)) ?? [];
      const end = line === undefined ? Infinity : start + line.length + Number(length) + 1;
      if (end > size) return start;
      places.set(key!, [start, Number(length)]);
      start = end;
    }
  } finally {
    closeSync(fd);
  }
}

/** Copies entries into a new file, in pieces; answers where they are there. */
export function copyEntries(
  file: string,
  to: string,
  entries: readonly (readonly [string, Place])[],
): Map<string, Place> {
  const [source, target] = [openSync(file, 'r'), openSync(to, 'w')];
  const piece = Buffer.alloc(pieceLength);
  const moved = new Map<string, Place>();
  let at = 0;
  try {
    for (const [key, [start, length]] of entries) {
      moved.set(key, [at, length]);
      const end = start + entryLength(key, length);
      for (let from = start; from < end;) {
        const read = readSync(source, piece, 0, Math.min(pieceLength, end - from), from);
        if (read === 0) throw new Error('the cache ended while it was copied');
        writeSync(target, piece, 0, read);
        from += read;
        at += read;
      }
    }
    return moved;
  } finally {
    closeSync(source);
    closeSync(target);
  }
}
