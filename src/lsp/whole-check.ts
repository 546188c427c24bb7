import { basename, dirname, join, relative, sep } from 'node:path';
import { loadSettings } from '../config/settings.ts';
import type { Finding } from '../diagnostics/finding.ts';
import type { Place } from '../source/files.ts';
import { prepareChecking } from '../validate/checking.ts';
import { checkEdition, listSources, type SourceList } from '../validate/read-edition.ts';
import type { SchemaWishes } from '../validate/schemas/choose-schemas.ts';
import { filesAround, homeOf } from './edition-of.ts';

/** The whole check of an edition, as `octavo validate` makes it, with open files as they are in the editor. */

export interface Question {
  /** Absolute path of the file that was changed. */
  readonly path: string;
  readonly wishes: SchemaWishes;
  /** Texts of open files by absolute path. */
  readonly open: ReadonlyMap<string, string>;
}

export interface Answer {
  /** Findings name files by paths relative to this. */
  readonly folder: string;
  /** Absolute paths of the files that were checked. */
  readonly checked: readonly string[];
  readonly findings: readonly Finding[];
}

const mark = Buffer.from([0xef, 0xbb, 0xbf]);

/** A text of the editor as the bytes of a file. The mark says UTF-8, whatever the file says of itself. */
const bytesOf = (text: string): Uint8Array => Buffer.concat([mark, Buffer.from(text, 'utf8')]);

const slashes = (path: string): string => (sep === '/' ? path : path.split(sep).join('/'));

interface Sources {
  readonly place: Place;
  readonly list: SourceList;
}

/** The edition the file belongs to; the file alone where it belongs to none. */
function sourcesOf({ path, open }: Question, settings: ReturnType<typeof loadSettings>['settings']): Sources {
  const home = homeOf(path);
  const { folder } = home;
  const name = slashes(relative(folder, path));
  const text = open.get(path) ?? '';
  // Without settings a file is alone, unless it is a part and another file of its folder includes it.
  const places = home.edition ? [{ folder }] : isPart(text) ? filesAround(home).map(placeOf) : [];
  for (const place of places) {
    const list = listSources(place, settings);
    if (list.files.some((one) => one.path === name && place.file !== name)) return { place, list: asOpen(list, open) };
  }
  const files = [{ path: name, bytes: bytesOf(text) }];
  return { place: { folder, file: basename(path) }, list: { files, findings: [], named: true, folder } };
}

/** Whether a text cannot be a TEI file by itself. */
const isPart = (text: string): boolean => !/<(?:[^\s<>/:]+:)?(?:TEI|teiCorpus)[\s>]/.test(text);

const placeOf = (path: string): Place => ({ folder: dirname(path), file: basename(path) });

/** Files as they are in the editor, where they are open. */
function asOpen(list: SourceList, open: Question['open']): SourceList {
  const files = list.files.map((one) => {
    const text = open.get(join(list.folder, one.path));
    return text === undefined ? one : { ...one, bytes: bytesOf(text) };
  });
  return { ...list, files };
}

export async function checkWhole(question: Question): Promise<Answer> {
  const { folder } = homeOf(question.path);
  const { settings, findings } = loadSettings(folder);
  if (findings.some(({ severity }) => severity === 'error')) return { folder, checked: [], findings };
  const { place, list } = sourcesOf(question, settings);
  const reading = await checkEdition(list, settings, prepareChecking(settings, place, question.wishes));
  return { folder, checked: list.files.map((one) => join(folder, one.path)), findings: reading.findings };
}
