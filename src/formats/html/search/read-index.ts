import type { RecordFields } from '../../format.ts';
import { bytesOf, type Directory, readWords, receiver } from './shard.ts';

/** Reads files of the index back, from their bytes alone. Throws for whatever is not understood. */

/** What a file holds: exactly one call, laid out as it was written. */
function valueIn(name: string, content: string): unknown {
  const [before, after] = [`${receiver}(${JSON.stringify(name)},`, ');\n'];
  if (!content.startsWith(before) || !content.endsWith(after)) throw new Error('it is not one call with its name');
  const json = content.slice(before.length, -after.length);
  const value = JSON.parse(json) as unknown;
  if (JSON.stringify(value) !== json) throw new Error('it is not laid out as it was written');
  return value;
}

/** The value of a file as one record. */
export const readIndexFile =
  (name: string) =>
  (content: string): RecordFields[] => [{ says: JSON.stringify(valueIn(name, content)) }];

/** The words of a shard, each with its places. */
export const readWordShard =
  (name: string) =>
  (content: string): RecordFields[] => {
    const base64 = valueIn(name, content);
    if (typeof base64 !== 'string') throw new Error('it holds no words');
    if (Buffer.from(base64, 'base64').toString('base64') !== base64) throw new Error('it is not Base64');
    return readWords(bytesOf(base64)).map(({ word, places }) => ({ word, places: places().join(' ') }));
  };

const isList = (value: unknown, is: (one: unknown) => boolean): boolean => Array.isArray(value) && value.every(is);
const isPair = (value: unknown): boolean => isList(value, Number.isInteger) && (value as unknown[]).length === 2;
const isText = (value: unknown): boolean => typeof value === 'string';

/** The directory; undefined where it is damaged. */
export function readDirectory(content: string): Directory | undefined {
  try {
    const value = valueIn('index', content) as Readonly<Record<string, unknown>>;
    const { words, terms, backwards, text, units, places } = value;
    const isWhole =
      [words, terms, backwards].every((one) => isList(one, isText)) &&
      [text, units].every((one) => isList(one, isPair)) &&
      Number.isInteger(places);
    return isWhole ? (value as unknown as Directory) : undefined;
  } catch {
    return undefined;
  }
}
