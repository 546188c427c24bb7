import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { readRegularFile, UnreadableFile } from '../source/regular-file.ts';
import type { Manifest } from './manifest.ts';

/**
 * Reads `manifest.json` of a built edition. The file may have been edited, cut short or replaced since it was built, so every field is
 * checked before anything relies on it.
 */

/** The manifest, or what is wrong with it, in one sentence. */
export type ManifestReading = { readonly manifest: Manifest } | { readonly damage: string };

export const manifestName = 'manifest.json';

type Check = (value: unknown) => string | undefined;

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const text: Check = (value) => (typeof value === 'string' ? undefined : 'is not a string');
const nothing: Check = (value) => (value === null ? undefined : 'is not null');
const count: Check = (value) => (Number.isSafeInteger(value) && (value as number) >= 0 ? undefined : 'is not a count');
const word =
  (...words: readonly string[]): Check =>
  (value) =>
    words.some((one) => one === value) ? undefined : `is not ${words.map((one) => `“${one}”`).join(' or ')}`;
/** A path below the output folder; one that leads out of it would make the proof read other people's files. */
const path: Check = (value) =>
  typeof value === 'string' && value !== '' && !/^[/\\]|(?:^|[/\\])\.\.(?:[/\\]|$)|^[A-Za-z]:|\0/.test(value)
    ? undefined
    : 'is not a path in the edition';
const either =
  (...checks: readonly Check[]): Check =>
  (value) =>
    checks.some((check) => check(value) === undefined) ? undefined : checks[0]!(value);
const absentOr =
  (check: Check): Check =>
  (value) =>
    value === undefined ? undefined : check(value);
/** `.documents` and `[3].id is not a string` become `.documents[3].id is not a string`. */
const within = (step: string, fault: string): string => step + (/^[.[]/.test(fault) ? fault : ` ${fault}`);
const listOf =
  (check: Check): Check =>
  (value) => {
    if (!Array.isArray(value)) return 'is not a list';
    for (const [i, one] of value.entries()) {
      const fault = check(one);
      if (fault !== undefined) return within(`[${i}]`, fault);
    }
    return undefined;
  };
const recordOf =
  (check: Check): Check =>
  (value) => {
    if (!isObject(value)) return 'is not an object';
    for (const [name, one] of Object.entries(value)) {
      const fault = check(one);
      if (fault !== undefined) return within(`.${name}`, fault);
    }
    return undefined;
  };
const objectOf =
  (fields: Readonly<Record<string, Check>>): Check =>
  (value) => {
    if (!isObject(value)) return 'is not an object';
    for (const [name, check] of Object.entries(fields)) {
      const fault = check(Object.hasOwn(value, name) ? value[name] : undefined);
      if (fault !== undefined) return within(`.${name}`, fault);
    }
    return undefined;
  };

const unit = objectOf({
  id: text,
  kind: word('document', 'section', 'record'),
  label: either(text, nothing),
  title: text,
  date: either(text, nothing),
  pages: listOf(text),
  notes: count,
  words: count,
  source: objectOf({
    path: text,
    xmlId: absentOr(text),
    xpath: absentOr(text),
    sha256: text,
    except: absentOr(listOf(text)),
  }),
  outputs: recordOf(path),
});

const shape = objectOf({
  edition: objectOf({
    id: text,
    title: text,
    licence: either(text, nothing),
    pages: absentOr(recordOf(count)),
    leftOut: absentOr(recordOf(count)),
  }),
  generator: objectOf({ name: text, version: text }),
  textDialect: absentOr(word('web')),
  documents: listOf(unit),
  outputs: recordOf(path),
});

/** Reads the text of a manifest. */
export function parseManifest(content: string): ManifestReading {
  let value: unknown;
  try {
    value = JSON.parse(content);
  } catch {
    return { damage: `${manifestName} is not JSON` };
  }
  const fault = shape(value);
  if (fault === undefined) return { manifest: value as Manifest };
  return { damage: `${manifestName} is damaged: ${fault.startsWith('.') ? fault.slice(1) : `it ${fault}`}` };
}

/** The manifest of the edition in the folder `out`; undefined where there is none. */
export function readManifest(out: string): ManifestReading | undefined {
  const file = join(out, manifestName);
  if (!existsSync(file)) return undefined;
  try {
    return parseManifest(readRegularFile(file).toString('utf8'));
  } catch (error) {
    if (error instanceof UnreadableFile) return { damage: `${manifestName} cannot be read: ${error.trouble}` };
    throw error;
  }
}
