import { isNameStart, nameWidth } from './characters.ts';

/** A name of the file, kept once however often it is written, so that equal names are the same string. */
export interface Name {
  readonly name: string;
  readonly prefix: string;
  readonly local: string;
  /** Not `name` nor `prefix:name` (Namespaces in XML 1.0, section 4). */
  readonly malformed: boolean;
  readonly hash: number;
  readonly next: Name | undefined;
}

/** The names met so far. `end` is where the last name that was read ends. */
export interface Names {
  readonly buckets: (Name | undefined)[];
  end: number;
}

const SIZE = 4096;
/** Names with the same hash that are looked through; beyond them (nobody but an attacker gets there) names are not kept. */
const LONGEST_CHAIN = 8;

export const emptyNames = (): Names => ({ buckets: new Array<Name | undefined>(SIZE).fill(undefined), end: 0 });

function describe(name: string, hash: number, next: Name | undefined): Name {
  const colon = name.indexOf(':');
  if (colon < 0) return { name, prefix: '', local: name, malformed: false, hash, next };
  const malformed = colon === 0 || name.includes(':', colon + 1) || !isNameStart(name, colon + 1);
  return { name, prefix: name.slice(0, colon), local: name.slice(colon + 1), malformed, hash, next };
}

/** The name that begins at `at`, where a name is known to begin. Equal names answer the same object. */
export function readName(names: Names, text: string, at: number): Name {
  let hash = 0;
  let end = at;
  for (let width = nameWidth(text, end); width !== 0; width = nameWidth(text, end)) {
    hash = (Math.imul(hash, 31) + text.charCodeAt(end)) | 0;
    end += width;
  }
  names.end = end;
  const bucket = hash & (SIZE - 1);
  const length = end - at;
  let seen = 0;
  for (let known = names.buckets[bucket]; known !== undefined; known = known.next) {
    if (known.hash === hash && known.name.length === length && text.startsWith(known.name, at)) return known;
    seen++;
  }
  const fresh = describe(text.slice(at, end), hash, names.buckets[bucket]);
  if (seen < LONGEST_CHAIN) names.buckets[bucket] = fresh;
  return fresh;
}
