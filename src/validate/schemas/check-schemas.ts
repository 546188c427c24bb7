import type { Finding } from '../../diagnostics/finding.ts';
import type { SourceText } from '../../source/text.ts';
import type { FileChecker } from '../check.ts';
import { validator } from '../relaxng/index.ts';
import { chooseSchemas, type Level } from './choose-schemas.ts';
import type { SchemaFiles } from './schema-files.ts';
import type { SchemaStore } from './load-schema.ts';

/** Checks files against schemas: RELAX NG in the pass in which they are read, XSD when they are read. */

export interface WaitingForXsd {
  readonly source: SourceText;
  readonly schema: SchemaFiles;
}

export interface SchemaChecks {
  file(source: SourceText): FileChecker;
  /** Files that are still to be checked against an XSD. */
  readonly waiting: readonly WaitingForXsd[];
}

/** A mistake that several schemas name is one mistake. */
function once(findings: readonly Finding[]): Finding[] {
  const seen = new Set<string>();
  return findings.filter(({ code, message, span }) => {
    const key = `${code} ${span?.start.offset} ${message}`;
    return !seen.has(key) && seen.add(key);
  });
}

export function schemaChecks(
  store: SchemaStore,
  folder: string,
  wished: readonly string[],
  level: Level | undefined,
): SchemaChecks {
  const waiting: WaitingForXsd[] = [];
  return {
    waiting,
    file: (source) => {
      const { paths, findings } = chooseSchemas(source, folder, wished, level);
      const found: Finding[] = [...findings];
      const loaded = paths.map((path) => store.load(path));
      const handlers = loaded.flatMap((one) =>
        one.kind === 'relaxng' ? [validator(one.schema, source, (finding) => found.push(finding))] : [],
      );
      const finish = (): Finding[] => {
        for (const one of loaded) if (one.kind === 'xsd') waiting.push({ source, schema: one.files });
        return loaded.length > 1 ? once(found) : found;
      };
      return { handlers, finish };
    },
  };
}
