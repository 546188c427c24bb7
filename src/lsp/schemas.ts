import { join } from 'node:path';
import type { Finding } from '../diagnostics/finding.ts';
import type { FileReading } from '../model/read-tei/read-file.ts';
import { packageFile } from '../source/package-files.ts';
import type { SourceText } from '../source/text.ts';
import { scanXml, type XmlHandler, type XmlTag } from '../source/xml.ts';
import { isTei } from '../validate/not-tei.ts';
import { faultsBySchema } from '../validate/left-open.ts';
import { tellTogether } from '../validate/one-mistake.ts';
import { onceEach } from '../validate/order-findings.ts';
import { type Schema, validator } from '../relaxng/index.ts';
import { chooseSchemas, type SchemaWishes, wishedSchemas } from '../validate/schemas/choose-schemas.ts';
import { type SchemaStore, schemaStore } from '../validate/schemas/load-schema.ts';
import { stampOf } from './edition-of.ts';

/** The schemas of open files, loaded once and again when they change. */
export interface Schemas {
  /** The one that completion and hover speak from. */
  readonly of: (source: SourceText, folder: string) => Schema;
  /** What is not well-formed or breaks the schema: one quick pass over one file. */
  readonly check: (source: SourceText, folder: string) => Finding[];
}

function both(first: XmlHandler, second: XmlHandler): XmlHandler {
  return {
    open: (tag) => {
      first.open?.(tag);
      second.open?.(tag);
    },
    close: (tag, start, end) => {
      first.close?.(tag, start, end);
      second.close?.(tag, start, end);
    },
    text: (value, start, end) => {
      first.text?.(value, start, end);
      second.text?.(value, start, end);
    },
  };
}

const byPlace = (a: Finding, b: Finding): number => (a.span?.start.offset ?? 0) - (b.span?.start.offset ?? 0);

/** Characters that may be read again at a keystroke, to find the best repair: a large file waits for the whole check. */
const mostReadAgain = 500_000;

export function openSchemas(wishes: SchemaWishes): Schemas {
  const wished = wishedSchemas(wishes);
  let store: SchemaStore = schemaStore();
  let stamps = new Map<string, string | undefined>();

  /** A store in which no schema is older than its file. */
  const fresh = (paths: readonly string[]): SchemaStore => {
    if (paths.some((path) => stamps.has(path) && stamps.get(path) !== stampOf(path))) {
      store = schemaStore();
      stamps = new Map();
    }
    for (const path of paths) if (!stamps.has(path)) stamps.set(path, stampOf(path));
    return store;
  };
  const chosen = (source: SourceText, folder: string): readonly string[] =>
    chooseSchemas(source, folder, wished, wishes).paths;

  return {
    of: (source, folder) => {
      const paths = chosen(source, folder);
      for (const path of [...paths, packageFile(join('schema', 'octavo-exchange.rng'))]) {
        const loaded = fresh(paths).load(path);
        if (loaded.kind === 'relaxng') return loaded.schema;
      }
      throw new Error('Our own schema is missing: install Octavo again.');
    },
    check: (source, folder) => {
      const { paths, findings } = chooseSchemas(source, folder, wished, wishes);
      const kept = fresh(paths);
      const found: Finding[] = [...findings];
      const handlers = paths.flatMap((path) => {
        const loaded = kept.load(path);
        return loaded.kind === 'relaxng' ? [validator(loaded.schema, source, (one) => found.push(one))] : [];
      });
      let root: XmlTag | undefined;
      const first: XmlHandler = { open: (tag) => void (root ??= tag) };
      const grammar = paths.map((path) => kept.load(path)).find((one) => one.kind === 'relaxng');
      const scanned = scanXml(source, handlers.reduce(both, first));
      const faults = grammar ? faultsBySchema(grammar.schema, source, scanned, mostReadAgain) : scanned;
      // Nothing but the root is asked for here.
      const tei = wished.length > 0 || isTei({ structure: { root } } as FileReading);
      return tellTogether(onceEach(tei ? [...faults, ...found] : faults), new Map([[source.file, source]])).sort(
        byPlace,
      );
    },
  };
}
