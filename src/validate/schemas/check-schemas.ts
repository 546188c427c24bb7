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
  readonly file: (source: SourceText) => FileChecker;
  /** Of all schemas that these files are checked against; our own are part of the program. */
  readonly hash: (files: readonly SourceFile[]) => string;
  /** Files that are still to be checked against an XSD. */
  readonly xsd: readonly Waiting[];
  /** Files that are still to be checked by a Schematron schema. */
  readonly schematron: readonly Waiting[];
  /** The grammars that files were checked against. */
  readonly ran: () => readonly CheckRun[];
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

export function schemaChecks(store: SchemaStore, folder: string, wishes: SchemaWishes): SchemaChecks {
  const wished = wishedSchemas(wishes);
  const rules = wishedSchematrons(wishes);
  const choose = (source: SourceText): SchemaChoice => {
    const choice = chooseSchemas(source, folder, wished, wishes);
    return rules.length > 0 ? { ...choice, schematrons: rules } : choice;
  };
  const xsd: Waiting[] = [];
  const schematron: Waiting[] = [];
  const used = new Map<string, { kind: 'relaxng' | 'xsd'; files: number }>();
  const use = ({ kind, path }: LoadedSchema): void => {
    if (kind !== 'broken') used.set(path, { kind, files: (used.get(path)?.files ?? 0) + 1 });
  };
  return {
    xsd,
    schematron,
    ran: () => [...used].map(([path, run]) => ({ schema: basename(path), ...run })),
    hash: (files) => {
      const paths = files.flatMap(({ path, bytes }) => {
        // Schemas are named before the first element; what is in another encoding than UTF-8 or Latin-1 is read whole.
        const start = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 20_000)).toString('latin1');
        const source = start.includes('\0') ? decode(path, bytes).source : sourceText(path, start);
        const { paths: grammars, schematrons } = choose(source);
        return [...grammars, ...schematrons];
      });
      return hashOf(
        ...[...new Set(paths)].filter((path) => !isOwnSchema(path)).map((path) => readSchemaFiles(path).hash),
      );
    },
    file: (source) => {
      const { paths, schematrons, findings } = choose(source);
      const found: Finding[] = [...findings];
      const loaded = paths.map((path) => store.load(path));
      const handlers = loaded.flatMap((one) =>
        one.kind === 'relaxng' ? [validator(one.schema, source, (finding) => found.push(finding))] : [],
      );
      const grammar = loaded.find((one) => one.kind === 'relaxng');
      let known: readonly Finding[] | undefined;
      const faults = (reading: FileReading): readonly Finding[] =>
        (known ??= grammar ? faultsBySchema(grammar.schema, source, reading.findings) : reading.findings);
      const told = (reading: FileReading): readonly Finding[] =>
        reading.findings.length === 0
          ? found
          : withoutConsequences(source, faults(reading), found, (other) => byGrammars(loaded, other));
      const finish = (reading: FileReading): readonly Finding[] => {
        const isWhole = reading.findings.length === 0;
        loaded.forEach(use);
        found.push(...rulesLeftOut(source, paths, schematrons, store));
        for (const one of loaded) if (one.kind === 'xsd' && isWhole) xsd.push({ source, schema: one.files });
        if (isWhole) schematron.push(...schematrons.map((path) => ({ source, schema: store.files(path) })));
        return loaded.length > 1 ? once(told(reading)) : told(reading);
      };
      return { handlers, finish, faults };
    },
  };
}
