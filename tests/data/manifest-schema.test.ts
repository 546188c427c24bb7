import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { expect, it } from 'vitest';
import { octavo } from '../harness/octavo.ts';
import { fixtures, root, sampleEdition } from '../harness/places.ts';
import { newFolder } from '../harness/scratch.ts';

/** The JSON Schema of manifests says of what is built that it is valid, and of what is not that it is not. */

const schema = JSON.parse(readFileSync(join(root, 'schema/manifest.schema.json'), 'utf8')) as object;
const validate = new Ajv({ strict: true, allowUnionTypes: true }).compile(schema);

type Json = Record<string, unknown>;

function manifestOf(path: string): Json {
  const out = join(newFolder(), 'dist');
  const { said } = octavo(['build', path, '--formats', 'text,tei,bibtex,epub,data-package', '--keep-going', '--quiet', '--out', out]); // prettier-ignore
  try {
    return JSON.parse(readFileSync(join(out, 'manifest.json'), 'utf8')) as Json;
  } catch {
    throw new Error(said);
  }
}

it.each([['the sample edition', sampleEdition] as const, ...fixtures])('the manifest of %s is valid', (_, path) => {
  const manifest = manifestOf(path);
  expect(validate(manifest), JSON.stringify(validate.errors)).toBe(true);
});

it('a manifest is invalid without any of its fields, with one more, or with a path that leads out of the edition', () => {
  const manifest = manifestOf(sampleEdition);
  const [unit] = manifest['documents'] as Json[];
  const withUnit = (changed: Json): Json => ({ ...manifest, documents: [changed] });
  const without = (object: Json, name: string): Json => Object.fromEntries(Object.entries(object).filter(([one]) => one !== name)); // prettier-ignore
  const wrong = [
    ...Object.keys(manifest).map((name) => without(manifest, name)),
    ...Object.keys(unit!).map((name) => withUnit(without(unit!, name))),
    { ...manifest, more: 1 },
    withUnit({ ...unit, more: 1 }),
    withUnit({ ...unit, pages: [590] }),
    withUnit({ ...unit, words: -1 }),
    withUnit({ ...unit, kind: 'letter' }),
    ...['../a', '/a', 'a/../../b', 'C:\\a', ''].map((path) => ({ ...manifest, outputs: { html: path } })),
  ];
  for (const one of wrong) expect(validate(one), JSON.stringify(one).slice(0, 300)).toBe(false);
  expect(validate({ ...manifest, outputs: { html: 'a..b/c' } })).toBe(true);
});
