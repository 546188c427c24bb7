import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { sourceText } from '../../src/source/text.ts';
import { readCompact } from '../../src/relaxng/compact/parse.ts';
import { loadSchema } from '../../src/relaxng/index.ts';
import { readSchemaXml } from '../../src/relaxng/syntax/read-xml.ts';
import { writeSchemaXml } from '../../src/relaxng/syntax/write-xml.ts';
import { canonical } from './canonical.ts';
import { descendants, readSuite, shared } from './suite.ts';
import type { SuiteElement } from './suite.ts';

const file = path.join(shared, 'standards/relaxng-compacttest.xml');
const cases = existsSync(file) ? descendants(readSuite(readFileSync(file, 'utf8')), 'testCase') : [];

const child = (one: SuiteElement | undefined, ...names: string[]): SuiteElement | undefined =>
  one?.children.find((other) => names.includes(other.name));

const commentsIn = (xml: string): number => xml.split('<!--').length - 1;

/**
 * A case is a schema in compact syntax that is correct or not, and, if it is, the same in XML syntax. Correct is meant for the syntax only:
 * some of the correct ones lack a start or a definition.
 */
describe.skipIf(cases.length === 0)('the compact syntax (skipped where ../shared/standards is missing)', () => {
  it('has 87 cases', () => {
    expect(cases.length).toBe(87);
  });

  const incorrect = cases.filter((one) => child(child(one, 'compact'), 'incorrect') !== undefined);
  it.each(incorrect.map((one) => child(child(one, 'compact'), 'incorrect')!.text.trim()))('wrong: %j', (text) => {
    const { schema, findings } = loadSchema(sourceText('schema.rnc', text), () => undefined);
    expect(schema).toBeUndefined();
    expect(findings.length).toBeGreaterThan(0);
  });

  const correct = cases.filter((one) => child(child(one, 'compact'), 'correct') !== undefined);
  const named = correct.map(
    (one) => [child(child(one, 'compact'), 'correct')!.text, child(child(one, 'xml'), 'correct')] as const,
  );
  it.each(named)('the same in XML: %j', (text, xml) => {
    const read = readCompact(sourceText('schema.rnc', text));
    expect(read.findings).toEqual([]);
    const expected = xml!.outer.replace(/^<correct>\s*|<\/correct>$/g, '');
    const written = writeSchemaXml({ root: read.root!, before: read.before!, after: read.after! });
    const back = readSchemaXml(sourceText('written.rng', written));
    expect(back.findings).toEqual([]);
    const wanted = canonical(readSchemaXml(sourceText('expected.rng', expected)).root!);
    expect(canonical(read.root!)).toBe(wanted);
    expect(canonical(back.root!)).toBe(wanted);
    expect(commentsIn(written)).toBe(commentsIn(expected));
  });
});
