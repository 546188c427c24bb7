/** Whether imported TEI is worth its name: valid under the edition schema, built in every format, and proven. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { build } from '../../src/publish/run.ts';
import { importText, type ImportTextOptions } from '../../src/import/import-text.ts';
import { type SourceText, sourceText } from '../../src/source/text.ts';
import { scanXml } from '../../src/source/xml.ts';
import { loadSchema, validator } from '../../src/relaxng/index.ts';
import { verify } from '../../src/verify/run.ts';
import { newFolder } from '../harness/scratch.ts';

const root = path.resolve(import.meta.dirname, '../..');
const rng = path.join(root, 'schema/octavo-edition.rng');
let schema: ReturnType<typeof loadSchema>['schema'];

/** What the edition schema has against a file; nothing where it is valid. */
export function faultsOf(tei: string): string[] {
  schema ??= loadSchema(sourceText(rng, readFileSync(rng, 'utf8')), () => undefined).schema!;
  const faults: string[] = [];
  const source = sourceText('tei.xml', tei);
  const report = (f: { message: string; span?: { start: { line: number } } }): void =>
    void faults.push(`${f.span?.start.line}: ${f.message}`);
  for (const fault of scanXml(source, validator(schema, source, report))) report(fault);
  return faults;
}

/** What `octavo build` and `octavo verify` say of a file of TEI. */
export async function builtAndVerified(tei: string): Promise<{ errors: string[]; proof: string; text: string }> {
  const folder = newFolder({ 'text.xml': tei });
  const out = path.join(folder, 'dist');
  const { findings } = await build({ path: path.join(folder, 'text.xml'), out });
  const errors = findings.filter((f) => f.severity === 'error').map((f) => f.message);
  if (errors.length > 0) return { errors, proof: 'not built', text: '' };
  const proof = await verify({ path: path.join(folder, 'text.xml'), out });
  const manifest = JSON.parse(readFileSync(path.join(out, 'manifest.json'), 'utf8')) as {
    documents: { outputs: { text: string } }[];
  };
  const text = manifest.documents.map((d) => readFileSync(path.join(out, d.outputs.text), 'utf8')).join('\n');
  return { errors, proof: proof.result, text };
}

export interface ReadSource {
  /** The body on one line. */
  readonly body: string;
  readonly tei: string;
  readonly decisions: readonly { readonly kind: string; readonly chosen: string; readonly key: string }[];
  readonly findings: readonly string[];
}

/** Reads a source and throws where it is refused or where the TEI is not valid. */
export function readSource(source: SourceText, options: ImportTextOptions = {}): ReadSource {
  const { tei, decisions, findings } = importText(source, options);
  if (tei === undefined) throw new Error(findings.map((f) => f.message).join('\n'));
  const faults = faultsOf(tei);
  if (faults.length > 0) throw new Error(faults.join('\n') + tei);
  const body = tei
    .replace(/^[^]*<text>/, '')
    .replace(/<\/text>[^]*$/, '')
    .replace(/\s+/g, ' ')
    .replace(/> </g, '><')
    .trim();
  return { body, tei, decisions, findings: findings.map((f) => `${f.severity} ${f.code}: ${f.message}`) };
}
