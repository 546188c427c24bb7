import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Finding } from '../../src/diagnostics/finding.ts';
import { sourceText } from '../../src/source/text.ts';
import { scanXml } from '../../src/source/xml.ts';
import { loadSchema, validator } from '../../src/relaxng/index.ts';
import type { Schema } from '../../src/relaxng/index.ts';
import { makeMistakes, siteOf } from './mistakes.ts';
import type { Mistake } from './mistakes.ts';
import { shared } from './suite.ts';

const root = path.resolve(import.meta.dirname, '../..');
const schemaFiles: Readonly<Record<string, string>> = {
  tei_all: path.join(shared, 'standards/tei_all.rng'),
  'octavo-exchange': path.join(root, 'schema/octavo-exchange.rng'),
  'octavo-edition': path.join(root, 'schema/octavo-edition.rng'),
};

/** Documents that are valid under the schema next to them; the first is our own. */
const documents: readonly (readonly [file: string, schema: string])[] = [
  ['tei/d194.xml', 'octavo-edition'],
  ['tei/d194.xml', 'tei_all'],
  ['corpus/frus/frus1961-63v06.xml', 'tei_all'],
  ['corpus/novels/ENG18950_Cross.xml', 'octavo-exchange'],
  ['corpus/novels/ENG19011_Jerome.xml', 'octavo-exchange'],
  ['corpus/drama/the-comedy-of-errors.xml', 'octavo-exchange'],
  ...['L00001', 'L00551', 'L01871', 'L02201', 'L02751', 'L03191', 'L03521', 'L04072'].map(
    (letter) => [`corpus/letters/${letter}.xml`, 'octavo-exchange'] as const,
  ),
];

const schemas = new Map<string, Schema>();

function schemaOf(name: string): Schema {
  const file = schemaFiles[name]!;
  if (!schemas.has(name)) {
    schemas.set(name, loadSchema(sourceText(file, readFileSync(file, 'utf8')), () => undefined).schema!);
  }
  return schemas.get(name)!;
}

function findingsIn(file: string, text: string, schema: string): Finding[] {
  const source = sourceText(file, text);
  const found: Finding[] = [];
  found.push(
    ...scanXml(
      source,
      validator(schemaOf(schema), source, (finding) => found.push(finding)),
    ),
  );
  return found.sort((a, b) => a.span!.start.offset - b.span!.start.offset);
}

function fixed(text: string, { edit, suggestion }: Finding): string | undefined {
  const change = edit ?? suggestion;
  return change && text.slice(0, change.span.start.offset) + change.newText + text.slice(change.span.end.offset);
}

interface Outcome {
  readonly mistake: Mistake;
  readonly findings: readonly Finding[];
  readonly placed: boolean;
  readonly single: boolean;
  readonly restored: boolean;
}

function outcome(mistake: Mistake): Outcome {
  const findings = findingsIn(mistake.file, mistake.text, mistake.schema);
  const [first] = findings;
  return {
    mistake,
    findings,
    placed: findings.some((finding) => finding.span!.start.offset === mistake.at),
    single: findings.length === 1,
    restored: first !== undefined && fixed(mistake.text, first) === mistake.original,
  };
}

const at = (file: string): string => (file.startsWith('tei/') ? path.join(root, file) : path.join(shared, file));
const here = existsSync(path.join(shared, 'corpus'));

describe.skipIf(!here)('more than 200 mistakes in real documents (skipped where ../shared/corpus is missing)', () => {
  const sites = here ? documents.map(([file, schema]) => siteOf(file, readFileSync(at(file), 'utf8'), schema)) : [];

  it('the documents are right before', () => {
    expect(sites.filter((site) => findingsIn(site.file, site.text, site.schema).length > 0)).toEqual([]);
  });

  it.each([2, 2026])('are found where they are, once, and mostly fixed (series %i)', (seed) => {
    const outcomes = makeMistakes(sites, 6, seed).map(outcome);
    const share = (fits: (one: Outcome) => boolean): number => outcomes.filter(fits).length / outcomes.length;
    expect(outcomes.length).toBeGreaterThan(200);
    expect(outcomes.filter((one) => one.findings.length === 0).map((one) => one.mistake.kind)).toEqual([]);
    expect(share((one) => one.placed)).toBeGreaterThanOrEqual(0.97);
    expect(share((one) => one.single)).toBeGreaterThanOrEqual(0.95);
    expect(share((one) => one.restored)).toBeGreaterThanOrEqual(0.7);
  });
});
