import { constants, inflateSync } from 'node:zlib';
import { hexDigit } from './character-classes.ts';
import { undoPredictor } from './predictor.ts';
import { BadPdf, type Dict, isArray, isDict, nameOf, type Stream, type Value } from './values.ts';

/** Unpacks streams (ISO 32000-1, 7.4): those of text and tables. Images and fonts are never unpacked. */

/** What one file may unpack to. A book of 1,500 pages unpacks to less than a quarter of it. */
const mostUnpacked = 256 * 1024 * 1024;

const tooMuch = 'it unpacks to more than any book';

/** Unpacks the streams of one file, up to a limit for all of them. */
export class Unpacker {
  /** So many bytes have come out. */
  total = 0;

  /** `resolve` follows references, which may be in the dictionary of a stream. */
  unpack({ dict, packed }: Stream, resolve: (value: Value | undefined) => Value | undefined): Uint8Array {
    const list = (key: string): readonly (Value | undefined)[] => {
      const value = resolve(dict.get(key));
      return isArray(value) ? value.map((one) => resolve(one)) : [value];
    };
    const parameters = list('DecodeParms');
    let bytes = packed;
    for (const [i, filter] of list('Filter').entries()) {
      if (filter === undefined || filter === null) continue;
      const own = parameters[i];
      bytes = this.one(nameOf(filter) ?? '', bytes, isDict(own) ? own : new Map<string, Value>());
    }
    this.total += bytes.length;
    if (this.total > mostUnpacked) throw new BadPdf(tooMuch);
    return bytes;
  }

  private one(filter: string, bytes: Uint8Array, parameters: Dict): Uint8Array {
    if (filter === 'FlateDecode' || filter === 'Fl') return undoPredictor(this.inflate(bytes), parameters);
    if (filter === 'ASCIIHexDecode' || filter === 'AHx') return hexadecimal(bytes);
    if (filter === 'ASCII85Decode' || filter === 'A85') return base85(bytes);
    throw new BadPdf(`text in it is packed in a way that is not read here (${filter.slice(0, 40)})`);
  }

  private inflate(bytes: Uint8Array): Uint8Array {
    try {
      // Some programs leave out the checksum at the end.
      return inflateSync(bytes, { maxOutputLength: mostUnpacked, finishFlush: constants.Z_SYNC_FLUSH });
    } catch (error) {
      const isTooLarge = (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE';
      throw new BadPdf(isTooLarge ? tooMuch : 'a packed part of it is damaged');
    }
  }
}

function hexadecimal(bytes: Uint8Array): Uint8Array {
  const digits: number[] = [];
  for (const byte of bytes) {
    if (byte === 0x3e) break;
    if (hexDigit(byte) >= 0) digits.push(hexDigit(byte));
  }
  if (digits.length % 2 === 1) digits.push(0);
  return Uint8Array.from({ length: digits.length / 2 }, (_, i) => digits[2 * i]! * 16 + digits[2 * i + 1]!);
}

/** Five characters are four bytes (7.4.3); `z` is four zeros; `~` ends. */
function base85(bytes: Uint8Array): Uint8Array {
  const found: number[] = [];
  let group: number[] = [];
  const put = (length: number): void => {
    const value = [...group, 84, 84, 84, 84].slice(0, 5).reduce((sum, digit) => sum * 85 + digit, 0);
    for (let i = 0; i < length; i++) found.push(Math.floor(value / 256 ** (3 - i)) % 256);
    group = [];
  };
  for (const byte of bytes) {
    if (byte === 0x7e) break;
    if (byte === 0x7a && group.length === 0) found.push(0, 0, 0, 0);
    else if (byte >= 0x21 && byte <= 0x75) group.push(byte - 0x21);
    if (group.length === 5) put(4);
  }
  if (group.length > 1) put(group.length - 1);
  return Uint8Array.from(found);
}
