/** From the compact sources to the self-contained files that validators read. */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { sourceText } from '../../src/source/text.ts';
import { readCompact } from '../../src/relaxng/compact/parse.ts';
import { writeSchemaXml } from '../../src/relaxng/syntax/write-xml.ts';
import { flattenGrammar, writeGrammar } from './flatten-grammar.ts';

/** The schemas that are shipped, by the name of their source without ending. */
export const SCHEMAS = ['octavo-exchange', 'octavo-edition'];

/** Writes the XML syntax of a compact source, under the same name, so that `include` finds it. */
function translate(from: string, to: string): void {
  const { root, findings } = readCompact(sourceText(from, readFileSync(from, 'utf8')));
  if (root === undefined) throw new Error(`${from}: ${findings.map((finding) => finding.message).join('; ')}`);
  mkdirSync(dirname(to), { recursive: true });
  writeFileSync(to, writeSchemaXml({ root }));
}

/** The text of `schema/NAME.rng` as it must be for the sources of today. */
export function compileSchema(name: string, folder: string): string {
  const place = mkdtempSync(join(tmpdir(), 'octavo-schema-'));
  try {
    const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.rnc'));
    for (const path of sources) translate(join(folder, path), join(place, path));
    const remark = `Made from ${name}.rnc and base/ by scripts/schema/write-schema.ts. Change those, not this.`;
    return writeGrammar(flattenGrammar(join(place, `${name}.rnc`)), remark);
  } finally {
    rmSync(place, { recursive: true });
  }
}
