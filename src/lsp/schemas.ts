import { join } from 'node:path';
import type { Finding } from '../diagnostics/finding.ts';
import { packageFile } from '../source/package-files.ts';
import { placed } from '../source/resolve/placed.ts';
import { Resolver } from '../source/resolve/resolve.ts';
import type { SourceText } from '../source/text.ts';
import { scanXml, type XmlHandler, type XmlTag } from '../source/xml.ts';
import { isWholeTei } from '../validate/not-tei.ts';
import { faultsBySchema } from '../validate/left-open.ts';
import { tellTogether } from '../validate/one-mistake.ts';
import { onceEach } from '../validate/order-findings.ts';
import { type Schema, validator } from '../relaxng/index.ts';
import {
  chooseSchemas,
  type SchemaChoice,
  type SchemaWishes,
  wishedSchemas,
} from '../validate/schemas/choose-schemas.ts';
import { type SchemaStore, schemaStore } from '../validate/schemas/load-schema.ts';
import { stampOf } from './edition-of.ts';

/** The schemas of open files, loaded once and again when they change. */
export interface Schemas {
  /** The one that completion and hover speak from. */
  of(source: SourceText, folder: string): Schema;
  /** What is not well-formed or breaks the schema: one quick pass over one file. */
  check(source: SourceText, folder: string): Finding[];
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

export const openSchemas = (wishes: SchemaWishes): Schemas => new FreshSchemas(wishes);

class FreshSchemas implements Schemas {
  readonly #wishes: SchemaWishes;
  readonly #wished: readonly string[];
  #store: SchemaStore = schemaStore();
  readonly #stamps = new Map<string, string | undefined>();

  constructor(wishes: SchemaWishes) {
    this.#wishes = wishes;
    this.#wished = wishedSchemas(wishes);
  }

  of(source: SourceText, folder: string): Schema {
    const { paths } = this.#choose(source, folder);
    for (const path of [...paths, packageFile(join('schema', 'octavo-exchange.rng'))]) {
      const loaded = this.#fresh(paths).load(path);
      if (loaded.kind === 'relaxng') return loaded.schema;
    }
    throw new Error('Our own schema is missing: install Octavo again.');
  }

  check(open: SourceText, folder: string): Finding[] {
    const resolved = new Resolver({ folder, files: [], limits: {} }).resolve(open);
    if (!resolved) return this.#checkText(open, folder);
    const found = placed(this.#checkText(resolved.source, folder), [resolved.source]);
    return [...resolved.findings, ...found].filter(({ span }) => span?.file === open.file).sort(byPlace);
  }

  #checkText(source: SourceText, folder: string): Finding[] {
    const { paths, findings } = this.#choose(source, folder);
    const kept = this.#fresh(paths);
    const found: Finding[] = [...findings];
    const grammars = paths.map((path) => kept.load(path)).filter((one) => one.kind === 'relaxng');
    const handlers = grammars.map(({ schema }) => validator(schema, source, (one) => found.push(one)));
    let root: XmlTag | undefined;
    const first: XmlHandler = { open: (tag) => void (root ??= tag) };
    const scanned = scanXml(source, handlers.reduce(both, first));
    const [grammar] = grammars;
    const faults = grammar ? faultsBySchema(grammar.schema, source, scanned, mostReadAgain) : scanned;
    // Of a part of a text that another file includes, only the whole check knows what it is part of.
    const tei = this.#wished.length > 0 || root === undefined || isWholeTei(root);
    const shown = onceEach(tei ? [...faults, ...found] : faults);
    return tellTogether(shown, new Map([[source.file, source]])).sort(byPlace);
  }

  #choose(source: SourceText, folder: string): SchemaChoice {
    return chooseSchemas(source, folder, this.#wished, this.#wishes);
  }

  /** A store in which no schema is older than its file. */
  #fresh(paths: readonly string[]): SchemaStore {
    const stamps = this.#stamps;
    if (paths.some((path) => stamps.has(path) && stamps.get(path) !== stampOf(path))) {
      this.#store = schemaStore();
      stamps.clear();
    }
    for (const path of paths) if (!stamps.has(path)) stamps.set(path, stampOf(path));
    return this.#store;
  }
}
