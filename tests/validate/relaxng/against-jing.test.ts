import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Finding } from '../../../src/diagnostics/finding.ts';
import { sourceText } from '../../../src/source/text.ts';
import { scanXml } from '../../../src/source/xml.ts';
import { loadSchema, validator } from '../../../src/validate/relaxng/index.ts';
import type { Schema } from '../../../src/validate/relaxng/index.ts';
import { shared } from './suite.ts';

function isInstalled(): boolean {
  try {
    execFileSync('jing', [], { stdio: 'ignore' });
    return true;
  } catch (error) {
    // Without files it ends with an error of its own.
    return (error as { code?: string }).code !== 'ENOENT';
  }
}

const corpus = path.join(shared, 'corpus');
const ready = existsSync(corpus) && isInstalled();
const files = ready
  ? readdirSync(corpus, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.xml'))
      .map((name) => path.join(corpus, name))
      .sort()
  : [];

/** The places of all errors, as `file:line`. */
function linesOfJing(schema: string, documents: readonly string[]): Set<string> {
  let output: string;
  try {
    output = execFileSync('jing', [schema, ...documents], { encoding: 'utf8', maxBuffer: 1e9 });
  } catch (error) {
    output = (error as { stdout: string }).stdout;
  }
  const errors = output.split('\n').filter((line) => !line.includes('first occurrence of ID'));
  return new Set(errors.flatMap((line) => /^(.*\.xml:\d+):\d+: /.exec(line)?.[1] ?? []));
}

function linesOfOurs(schema: Schema, documents: readonly string[]): Set<string> {
  const lines = new Set<string>();
  for (const file of documents) {
    const source = sourceText(file, readFileSync(file, 'utf8'));
    const found: Finding[] = [];
    found.push(
      ...scanXml(
        source,
        validator(schema, source, (finding) => found.push(finding)),
      ),
    );
    for (const { span } of found) lines.add(`${file}:${span!.start.line}`);
  }
  return lines;
}

const filesOf = (lines: ReadonlySet<string>): string[] =>
  [...new Set([...lines].map((line) => line.replace(/:\d+$/, '')))].sort();

const schemas: readonly (readonly [name: string, file: string])[] = [
  ['tei_all', path.join(shared, 'standards/tei_all.rng')],
  ['frus-2015', path.join(shared, 'standards/frus-2015.rng')],
  ['our exchange schema', path.resolve(import.meta.dirname, '../../../schema/octavo-exchange.rng')],
  ['our edition schema', path.resolve(import.meta.dirname, '../../../schema/octavo-edition.rng')],
];

describe.skipIf(!ready)('jing and we (skipped where jing or ../shared/corpus is missing)', () => {
  let theirLines = 0;
  let commonLines = 0;

  it.each(schemas)('agree about every file under %s', { timeout: 120_000 }, (name, file) => {
    const { schema } = loadSchema(sourceText(file, readFileSync(file, 'utf8')), () => undefined);
    const theirs = linesOfJing(file, files);
    const ours = linesOfOurs(schema!, files);
    expect(filesOf(ours)).toEqual(filesOf(theirs));
    // Where a schema lacks most elements of a file, jing repeats its last error for all that is inside them; we say it once.
    const near = name === 'frus-2015' ? [...theirs].filter((line) => line.includes('/frus/')) : [...theirs];
    theirLines += near.length;
    commonLines += near.filter((line) => ours.has(line)).length;
  });

  it('agree about 99 of 100 lines', () => {
    expect(theirLines).toBeGreaterThan(2000);
    expect(commonLines / theirLines).toBeGreaterThanOrEqual(0.99);
  });
});
