import type { Chapter, ChapterSays } from './chapter.ts';
import { chapterPath, folder } from './names.ts';
import { packedFile } from './pack.ts';

/** What is kept of a unit until its book is bound: the packed file, and what the book says of it. */

interface Part {
  readonly says: ChapterSays;
  readonly record: Uint8Array;
}

export function partOf(id: string, { content, says }: Chapter): Uint8Array {
  const words = Buffer.from(JSON.stringify(says));
  const length = Buffer.alloc(4);
  length.writeUInt32LE(words.length);
  return Buffer.concat([length, words, packedFile(folder + chapterPath(id), content)]);
}

export function readPart(bytes: Uint8Array): Part {
  const part = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const end = 4 + part.readUInt32LE(0);
  return { says: JSON.parse(part.toString('utf8', 4, end)) as ChapterSays, record: part.subarray(end) };
}
