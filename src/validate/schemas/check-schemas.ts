import { basename } from 'node:path';
import type { Finding } from '../../diagnostics/finding.ts';
import type { FileReading } from '../../model/read-tei/read-file.ts';
import { decode } from '../../source/decode.ts';
import type { SourceFile } from '../../source/files.ts';
import { type SourceText, sourceText } from '../../source/text.ts';
import { scanXml } from '../../source/xml.ts';
import { withoutConsequences } from '../consequences.ts';
import { faultsBySchema } from '../left-open.ts';
import { hashOf } from '../../work/hash.ts';
import type { FileChecker } from '../check.ts';
import type { CheckRun } from '../check-run.ts';
import { validator } from '../../relaxng/index.ts';
import {
  chooseSchemas,
  isOwnSchema,
  type SchemaChoice,
  type SchemaWishes,
  wishedSchemas,
  wishedSchematrons,
} from './choose-schemas.ts';
import { countEmbedded } from '../schematron/embedded.ts';
import { embeddedNotRun } from './unused-schemas.ts';
import { readSchemaFiles, type SchemaFiles } from './schema-files.ts';
import type { LoadedSchema, SchemaStore } from './load-schema.ts';

/** Checks files against schemas: RELAX NG in the pass in which they are read, XSD when they are read. */

/** A file that is to be checked when all are read, and by what. */
export interface Waiting {
  readonly source: SourceText;
  readonly schema: SchemaFiles;
}

export interface SchemaChecks {
  file(source: SourceText): FileChecker;
  /** Of all schemas that these files are checked against; our own are part of the program. */
  hash(files: readonly SourceFile[]): string;
  /** Files that are still to be checked against an XSD. */
  readonly xsd: readonly Waiting[];
  /** Files that are still to be checked by a Schematron schema. */
  readonly schematron: readonly Waiting[];
  /** The grammars that files were checked against. */
  ran(): readonly CheckRun[];
}

/** A mistake that several schemas name is one mistake. */
function once(findings: readonly Finding[]): Finding[] {
  const seen = new Set<string>();
  return findings.filter(({ code, message, span }) => {
    const key = `${code} ${span?.start.offset} ${message}`;
    return !seen.has(key) && seen.add(key);
  });
}

/** What grammars say of a text. */
function byGrammars(loaded: readonly LoadedSchema[], source: SourceText): readonly Finding[] {
  const found: Finding[] = [];
  for (const one of loaded) {
    if (one.kind === 'relaxng')
      scanXml(
        source,
        validator(one.schema, source, (finding) => found.push(finding)),
      );
  }
  return found;
}

/** Rules inside grammars that a file names only as grammars: they were not asked for, and are mentioned once. */
const rulesLeftOut = (
  source: SourceText,
  paths: readonly string[],
  schematrons: readonly string[],
  store: SchemaStore,
): Finding[] =>
  paths.flatMap((path) => {
    const count = isOwnSchema(path) || schematrons.includes(path) ? 0 : countEmbedded(store.files(path));
    return count === 0 ? [] : [embeddedNotRun(source, basename(path), count)];
  });

/** A file as far as it is read to find its schemas, which are named before the first element. */
function startOf({ path, bytes }: SourceFile): SourceText {
  const start = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 20_000)).toString('latin1');
  // What is in another encoding than UTF-8 or Latin-1 is read whole.
  return start.includes('\0') ? decode(path, bytes).source : sourceText(path, start);
}

/** The mistakes of XML in a file, said in the words of its grammar where it has one. */
function faultsOnce(loaded: readonly LoadedSchema[], source: SourceText): (reading: FileReading) => readonly Finding[] {
  const grammar = loaded.find((one) => one.kind === 'relaxng');
  let known: readonly Finding[] | undefined;
  return ({ findings }) => (known ??= grammar ? faultsBySchema(grammar.schema, source, findings) : findings);
}

export const schemaChecks = (store: SchemaStore, folder: string, wishes: SchemaWishes): SchemaChecks =>
  new ChosenSchemas(store, folder, wishes);

class ChosenSchemas implements SchemaChecks {
  readonly xsd: Waiting[] = [];
  readonly schematron: Waiting[] = [];
  readonly #store: SchemaStore;
  readonly #folder: string;
  readonly #wishes: SchemaWishes;
  readonly #wished: ReturnType<typeof wishedSchemas>;
  readonly #rules: ReturnType<typeof wishedSchematrons>;
  readonly #used = new Map<string, { kind: 'relaxng' | 'xsd'; files: number }>();

  constructor(store: SchemaStore, folder: string, wishes: SchemaWishes) {
    this.#store = store;
    this.#folder = folder;
    this.#wishes = wishes;
    this.#wished = wishedSchemas(wishes);
    this.#rules = wishedSchematrons(wishes);
  }

  ran(): CheckRun[] {
    return [...this.#used].map(([path, run]) => ({ schema: basename(path), ...run }));
  }

  hash(files: readonly SourceFile[]): string {
    const paths = files.flatMap((file) => {
      const { paths: grammars, schematrons } = this.#choose(startOf(file));
      return [...grammars, ...schematrons];
    });
    const others = [...new Set(paths)].filter((path) => !isOwnSchema(path));
    return hashOf(...others.map((path) => readSchemaFiles(path).hash));
  }

  file(source: SourceText): FileChecker {
    const choice = this.#choose(source);
    const found: Finding[] = [...choice.findings];
    const loaded = choice.paths.map((path) => this.#store.load(path));
    const handlers = loaded.flatMap((one) =>
      one.kind === 'relaxng' ? [validator(one.schema, source, (finding) => found.push(finding))] : [],
    );
    const faults = faultsOnce(loaded, source);
    const finish = (reading: FileReading): readonly Finding[] => {
      const isWhole = reading.findings.length === 0;
      loaded.forEach((one) => this.#use(one));
      found.push(...rulesLeftOut(source, choice.paths, choice.schematrons, this.#store));
      if (isWhole) this.#await(source, loaded, choice);
      const reported = isWhole
        ? found
        : withoutConsequences(source, faults(reading), found, (other) => byGrammars(loaded, other));
      return loaded.length > 1 ? once(reported) : reported;
    };
    return { handlers, finish, faults };
  }

  #choose(source: SourceText): SchemaChoice {
    const choice = chooseSchemas(source, this.#folder, this.#wished, this.#wishes);
    return this.#rules.length > 0 ? { ...choice, schematrons: this.#rules } : choice;
  }

  #use({ kind, path }: LoadedSchema): void {
    if (kind !== 'broken') this.#used.set(path, { kind, files: (this.#used.get(path)?.files ?? 0) + 1 });
  }

  /** Notes what a well-formed file is still to be checked by. */
  #await(source: SourceText, loaded: readonly LoadedSchema[], { schematrons }: SchemaChoice): void {
    for (const one of loaded) if (one.kind === 'xsd') this.xsd.push({ source, schema: one.files });
    for (const path of schematrons) this.schematron.push({ source, schema: this.#store.files(path) });
  }
}
