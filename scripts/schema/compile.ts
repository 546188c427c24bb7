/** From the compact sources to the self-contained files that validators read. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { flattenGrammar, writeGrammar } from './flatten-grammar.ts';

/** The schemas that are shipped, by the name of their source without ending. */
export const SCHEMAS = ['octavo-exchange', 'octavo-edition'];

/** The text of `schema/NAME.rng` as it must be for the sources of today. */
export function compileSchema(name: string, folder: string): string {
  const place = mkdtempSync(join(tmpdir(), 'octavo-schema-'));
  try {
    execFileSync('trang', [`${folder}/${name}.rnc`, join(place, `${name}.rng`)], { stdio: 'inherit' });
    const remark = `Made from ${name}.rnc and base/ by scripts/schema/write-schema.ts. Change those, not this.`;
    return writeGrammar(flattenGrammar(join(place, `${name}.rng`)), remark);
  } finally {
    rmSync(place, { recursive: true });
  }
}
