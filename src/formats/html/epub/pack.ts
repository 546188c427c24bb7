import { deflateSync } from 'fflate';
import { crc32 } from '../../../source/archive.ts';

/**
 * Writes ZIP archives (APPNOTE.TXT 6.3.10) that are the same on every machine: no times, no attributes of files, and a compressor in JavaScript, since
 * zlib makes other bytes on other processors. A file is packed once: its record is kept, and an archive is records one after the other.
 */

const utf8 = new TextEncoder();
/** 1 January 1980, the first day that an archive can name. */
const firstDay = 0x0021;
const plainName = /^[\x20-\x7e]*$/;

const header = { file: 30, entry: 46, end: 22 } as const;

/** A file as it is in an archive (4.3.7, 4.3.8). What is compressed already is stored. */
export function packedFile(name: string, content: string | Uint8Array, isStored = false): Uint8Array {
  const bytes = typeof content === 'string' ? utf8.encode(content) : content;
  const data = isStored ? bytes : deflateSync(bytes, { level: 6 });
  const nameBytes = utf8.encode(name);
  const record = new Uint8Array(header.file + nameBytes.length + data.length);
  const view = new DataView(record.buffer);
  view.setUint32(0, 0x04034b50, true);
  view.setUint16(4, 20, true);
  view.setUint16(6, plainName.test(name) ? 0 : 0x0800, true);
  view.setUint16(8, isStored ? 0 : 8, true);
  view.setUint16(12, firstDay, true);
  view.setUint32(14, crc32(bytes), true);
  view.setUint32(18, data.length, true);
  view.setUint32(22, bytes.length, true);
  view.setUint16(26, nameBytes.length, true);
  record.set(nameBytes, header.file);
  record.set(data, header.file + nameBytes.length);
  return record;
}

/** The entry of a file in the list of contents (4.3.12): what its record says, and where that is. */
function entryOf(record: Uint8Array, offset: number): Uint8Array {
  const name = new DataView(record.buffer, record.byteOffset).getUint16(26, true);
  const entry = new Uint8Array(header.entry + name);
  const view = new DataView(entry.buffer);
  view.setUint32(0, 0x02014b50, true);
  view.setUint16(4, 20, true);
  entry.set(record.subarray(4, 30), 6);
  entry.set(record.subarray(header.file, header.file + name), header.entry);
  view.setUint32(42, offset, true);
  return entry;
}

/** More files, or bytes, than an archive without extensions can list. */
const most = { files: 0xffff - 1, bytes: 0xffffffff - 1 } as const;

/** An archive of packed files, in this order; undefined where they are more than one can hold. */
export function archiveOf(records: readonly Uint8Array[]): Uint8Array | undefined {
  let offset = 0;
  const entries = records.map((record) => {
    const entry = entryOf(record, offset);
    offset += record.length;
    return entry;
  });
  const size = entries.reduce((sum, entry) => sum + entry.length, 0);
  if (records.length > most.files || offset + size > most.bytes) return undefined;
  const end = new Uint8Array(header.end);
  const view = new DataView(end.buffer);
  view.setUint32(0, 0x06054b50, true);
  view.setUint16(8, records.length, true);
  view.setUint16(10, records.length, true);
  view.setUint32(12, size, true);
  view.setUint32(16, offset, true);
  return Buffer.concat([...records, ...entries, end]);
}
