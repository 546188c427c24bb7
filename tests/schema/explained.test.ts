import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test, vi } from 'vitest';
import { compileSchema, SCHEMAS } from '../../scripts/schema/compile.ts';
import { explanation } from '../../scripts/schema/explanation.ts';
import { elementIn } from '../../scripts/schema/element-pages.ts';
import { documentation, namesOf, patterns, readGrammar, type Node } from '../../scripts/schema/read-grammar.ts';
import { schemaDocs } from '../../scripts/schema/schema-docs.ts';
import { rejected, startAnywhere, type Files } from './tools.ts';

vi.setConfig({ testTimeout: 120_000 });

describe.each(SCHEMAS)('the schema %s', (name) => {
  const path = `schema/${name}.rng`;
  const grammar = readGrammar(path);
  const definitions = [...grammar.definitions.values()];

  test('every pattern says what it is for', () => {
    const silent = definitions.filter(({ doc }) => explanation(doc).words.length < 6).map(({ name }) => name);
    expect(silent).toEqual([]);
  });

  test('every attribute says what it is for', () => {
    const attributes = (node: Node): Node[] =>
      node.name === 'attribute' ? [node] : node.name === 'element' ? [] : patterns(node).flatMap(attributes);
    const silent = definitions.flatMap(({ name, body }) => {
      const parts = body.flatMap((node) => (node.name === 'element' ? patterns(node) : [node]));
      const found = parts.flatMap(attributes).filter((node) => namesOf(node) && documentation(node).length < 6);
      return found.map((node) => `${name}: ${namesOf(node)![0]}`);
    });
    expect(silent).toEqual([]);
  });

  test('every element has an example, and the schema allows it', async () => {
    const examples: Files = {};
    for (const definition of definitions.filter((one) => elementIn(one))) {
      const { example } = explanation(definition.doc);
      if (example) examples[`${definition.name}.xml`] = withNamespace(example);
    }
    const without = definitions
      .filter((one) => elementIn(one) && !(`${one.name}.xml` in examples))
      .map((one) => one.name);
    expect(without).toEqual(['teiCorpus']);
    expect(await rejected(startAnywhere(readFileSync(path, 'utf8')), examples)).toEqual([]);
  });

  test('the file that validators read is made from the sources of today', () => {
    expect(readFileSync(path, 'utf8') === compileSchema(name, 'schema'), 'run npm run schema').toBe(true);
  });
});

function withNamespace(example: string): string {
  return example.slice(0, example.indexOf('>')).includes(' xmlns="')
    ? example
    : example.replace(/^<\w+/, (start) => `${start} xmlns="http://www.tei-c.org/ns/1.0"`);
}

test('no module of the schema is longer than 250 lines', () => {
  const files = [
    ...readdirSync('schema/base').map((name) => `schema/base/${name}`),
    ...SCHEMAS.map((name) => `schema/${name}.rnc`),
  ];
  const long = files.filter((name) => readFileSync(name, 'utf8').split('\n').length > 250);
  expect(long).toEqual([]);
});

describe('the documentation of the schema', () => {
  const pages = schemaDocs('schema');

  test('is made from the schema of today', () => {
    const written = existsSync('docs/schema') ? readdirSync('docs/schema').toSorted() : [];
    expect(written).toEqual([...pages.keys()].toSorted());
    const stale = written.filter((name) => readFileSync(`docs/schema/${name}`, 'utf8') !== pages.get(name));
    expect(stale, 'run npm run docs').toEqual([]);
  });

  test('has no link that leads nowhere', () => {
    const anchors = new Set(
      [...pages].flatMap(([name, text]) => headings(text).map((heading) => `${name}#${heading}`)),
    );
    const links = [...pages.values()].flatMap((text) =>
      [...text.matchAll(/\]\(([^)#]+#[^)]+)\)/g)].map((match) => match[1]!),
    );
    expect(links.length).toBeGreaterThan(1000);
    expect([...new Set(links.filter((link) => !anchors.has(link)))]).toEqual([]);
  });
});

const headings = (text: string): string[] =>
  [...text.matchAll(/^#+ (.*)$/gm)].map((match) =>
    match[1]!
      .toLowerCase()
      .replaceAll(/[^\w -]/g, '')
      .replaceAll(' ', '-'),
  );
