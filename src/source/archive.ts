/**
 * The parts of a ZIP archive (APPNOTE.TXT 6.3.10, sections 4.3.7, 4.3.12 and 4.3.16), by its own list of contents. A part is unpacked when it
 * is asked for, with a hard limit on what may come out: what an archive says of its sizes is not believed. (fflate and its kind
 * unpack first and compare later.)
 */
import { inflateRawSync } from 'node:zlib';

/** Why an archive, or a part of it, cannot be read; the message is for a person. */
export class BadArchive extends Error {}

export interface Archive {
  /** Names as they are in the archive. */
  readonly names: readonly string[];
  /** The bytes of a part; upper and lower case make no difference. Throws `BadArchive`. */
  part(name: string): Uint8Array | undefined;
}

interface Entry {
  readonly name: string;
  readonly encrypted: boolean;
  readonly method: number;
  readonly crc: number;
  readonly packed: number;
  readonly offset: number;
}

/** What an archive may unpack to, in parts and bytes. */
interface Limits {
  readonly parts: number;
  readonly part: number;
  readonly whole: number;
}

const usual: Limits = { parts: 10_000, part: 64 * 1024 * 1024, whole: 256 * 1024 * 1024 };

const crcTable = Uint32Array.from({ length: 256 }, (_, n) => {
  let c = n;
  for (let k = 0; k < 8; k++) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1;
  return c >>> 0;
});

/** The checksum of a part (4.4.7). */
export function crc32(bytes: Uint8Array): number {
  let c = 0xffffffff;
  for (const byte of bytes) c = crcTable[(c ^ byte) & 0xff]! ^ (c >>> 8);
  return (c ^ 0xffffffff) >>> 0;
}

/** The end of the list of contents (4.3.16): the last place that looks like it. */
function endOfContents(view: DataView): number {
  for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - 22 - 0xffff); at--) {
    if (view.getUint32(at, true) === 0x06054b50) return at;
  }
  throw new BadArchive('the end of the archive is missing; the file is not complete');
}

function contents(bytes: Uint8Array, view: DataView, limits: Limits): Entry[] {
  const end = endOfContents(view);
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  if (at === 0xffffffff || count === 0xffff) throw new BadArchive('it is larger than any document');
  if (count > limits.parts) throw new BadArchive(`it has ${count} parts; no document has that many`);
  return Array.from({ length: count }, (): Entry => {
    if (at + 46 > view.byteLength || view.getUint32(at, true) !== 0x02014b50)
      throw new BadArchive('its table of contents is damaged');
    const length = view.getUint16(at + 28, true);
    const name = new TextDecoder()
      .decode(bytes.subarray(at + 46, at + 46 + length))
      .replace(/\\/g, '/')
      .replace(/^\/+/, '');
    const entry = {
      name,
      encrypted: (view.getUint16(at + 8, true) & 1) === 1,
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      packed: view.getUint32(at + 20, true),
      offset: view.getUint32(at + 42, true),
    };
    at += 46 + length + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    return entry;
  });
}

function inflate(packed: Uint8Array, name: string, most: number): Uint8Array {
  try {
    return inflateRawSync(packed, { maxOutputLength: most });
  } catch (error) {
    if ((error as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE')
      throw new BadArchive(`its part ${name} unpacks to more than ${most / 1024 / 1024} MB`);
    throw new BadArchive(`its part ${name} is damaged`);
  }
}

function unpack(entry: Entry, bytes: Uint8Array, view: DataView, most: number): Uint8Array {
  const { name, offset, packed, method } = entry;
  if (entry.encrypted) throw new BadArchive('it is protected by a password');
  if (offset + 30 > view.byteLength || view.getUint32(offset, true) !== 0x04034b50)
    throw new BadArchive(`its part ${name} is not where the table of contents says`);
  const start = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  if (start + packed > bytes.length) throw new BadArchive(`its part ${name} is cut off; the file is not complete`);
  const data = bytes.subarray(start, start + packed);
  if (method !== 0 && method !== 8)
    throw new BadArchive(`its part ${name} is compressed in a way that Octavo does not know`);
  const out = method === 0 ? data : inflate(data, name, most);
  if (crc32(out) !== entry.crc) throw new BadArchive(`its part ${name} is damaged (its checksum is wrong)`);
  return out;
}

/** Opens an archive. Throws `BadArchive`. */
export function openArchive(bytes: Uint8Array, limits: Partial<Limits> = {}): Archive {
  const most = { ...usual, ...limits };
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 22) throw new BadArchive('the file is not complete');
  const entries = contents(bytes, view, most);
  const byName = new Map(entries.map((e) => [e.name.toLowerCase(), e]));
  let whole = 0;
  return {
    names: entries.map((e) => e.name),
    part(name) {
      const entry = byName.get(name.toLowerCase());
      if (!entry) return undefined;
      const out = unpack(entry, bytes, view, most.part);
      whole += out.length;
      if (whole > most.whole) throw new BadArchive(`it unpacks to more than ${most.whole / 1024 / 1024} MB`);
      return out;
    },
  };
}
