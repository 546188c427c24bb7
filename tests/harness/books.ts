import { openArchive } from '../../src/source/archive.ts';
import { archiveOf, packedFile } from '../../src/formats/html/epub/pack.ts';

/** Files of a book by their names, in their order. */
export type BookFiles = ReadonlyMap<string, Buffer>;

export function unpacked(bytes: Uint8Array): BookFiles {
  const archive = openArchive(bytes);
  return new Map(archive.names.map((name) => [name, Buffer.from(archive.part(name)!)]));
}

/** Packs files as a book is packed, so that nothing but what they say is different. */
export const packed = (files: BookFiles): Uint8Array =>
  archiveOf(
    [...files].map(([name, content]) =>
      packedFile(name, content, name === 'mimetype' || /\.(?:png|jpe?g|gif|webp)$/i.test(name)),
    ),
  )!;
