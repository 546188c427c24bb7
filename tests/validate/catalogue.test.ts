import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Finding } from '../../src/diagnostics/finding.ts';
import { sourceText } from '../../src/source/text.ts';
import { scanXml } from '../../src/source/xml.ts';
import { explanations, retiredCodes } from '../../src/validate/catalogue/index.ts';
import { schema } from '../../src/validate/catalogue/schema.ts';
import { xmlAttributes } from '../../src/validate/catalogue/xml-attributes.ts';
import { xmlCharacters } from '../../src/validate/catalogue/xml-characters.ts';
import { xmlTags } from '../../src/validate/catalogue/xml-tags.ts';
import { exampleFile } from '../../src/validate/example.ts';
import { loadSchema, validator } from '../../src/relaxng/index.ts';

const root = resolve(import.meta.dirname, '../..');
const source = join(root, 'src');

/** Every word that is given as the code of a finding anywhere in the program. */
function codesInProgram(): string[] {
  const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.ts'));
  const found = files.flatMap((path) => {
    if (path.split('\\').join('/').startsWith('validate/catalogue/')) return [];
    const text = readFileSync(join(source, path), 'utf8');
    const direct = [...text.matchAll(/\bcode: ([^,;\n]*)/g)].flatMap(([, value]) => [
      ...value!.matchAll(/'([a-z]+(?:-[a-z]+)*)'/g),
    ]);
    const problems = [...text.matchAll(/(?:\.add|sheetFault|\bfault|\bwrong)\(\s*'([a-z]+(?:-[a-z]+)+)'/g)];
    return [...direct, ...problems].map((match) => match[1]!);
  });
  return [...new Set(found)].sort();
}

const scan = (tei: string): Finding[] =>
  scanXml(sourceText('example.xml', /^[^<]|^<TEI/.test(tei) ? tei : exampleFile(tei)), {});

test('every code that a finding can have is explained', () => {
  const known = new Set(explanations.map(({ code }) => code));
  const codes = codesInProgram();
  expect(codes.length).toBeGreaterThan(80);
  expect(codes.filter((code) => !known.has(code))).toEqual([]);
});

test('no code is explained twice, and none that is retired is used', () => {
  const codes = explanations.map(({ code }) => code);
  expect(codes.filter((code, i) => codes.indexOf(code) !== i)).toEqual([]);
  expect(codes.filter((code) => retiredCodes.includes(code))).toEqual([]);
});

test('no explanation stays behind when nothing finds its code any more', () => {
  const used = new Set(codesInProgram());
  expect(explanations.map(({ code }) => code).filter((code) => !used.has(code))).toEqual([]);
});

describe('examples of XML that is not well-formed', () => {
  const all = [...xmlTags, ...xmlAttributes, ...xmlCharacters];
  test.each(all.map(({ code, bad }) => [code, bad] as const))(
    '%s is found in its example, and nothing else',
    (code, bad) => {
      expect(scan(bad!).map((finding) => finding.code)).toEqual([code]);
    },
  );
  test.each(all.flatMap(({ code, good }) => (good === undefined ? [] : [[code, good] as const])))(
    'the good example of %s is well-formed',
    (_, good) => {
      expect(scan(good)).toEqual([]);
    },
  );
});

describe('examples of what a schema finds', () => {
  const text = readFileSync(join(root, 'schema/octavo-exchange.rng'), 'utf8');
  const loaded = loadSchema(sourceText('octavo-exchange.rng', text), () => undefined);
  const check = (tei: string): string[] => {
    const file = sourceText('example.xml', exampleFile(tei));
    const found: Finding[] = [];
    const ill = scanXml(
      file,
      validator(loaded.schema!, file, (finding) => found.push(finding)),
    );
    return [...ill, ...found].map(({ code }) => code);
  };
  const all = schema.filter(({ bad }) => bad !== undefined);
  test.each(all.map(({ code, bad }) => [code, bad!] as const))(
    '%s is found in its example, and nothing else',
    (code, bad) => {
      expect(check(bad)).toEqual([code]);
    },
  );
  test.each(all.map(({ code, good }) => [code, good!] as const))('the good example of %s is valid', (_, good) => {
    expect(check(good)).toEqual([]);
  });
});
