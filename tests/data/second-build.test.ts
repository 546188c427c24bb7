import { appendFileSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { letters as lettersOf } from '../harness/letters.ts';
import { octavo } from '../harness/octavo.ts';
import { newFolder } from '../harness/scratch.ts';

/** Files of the whole edition after a change: the same as those of a first build, kept where nothing has changed, and proven on the disk. */

const formats = ['--formats', 'html,data-package,cmif,rdf', '--quiet'];

const people = (name: string): string =>
  `<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>People</title></titleStmt><publicationStmt><p/></publicationStmt><sourceDesc><p/></sourceDesc></fileDesc></teiHeader><standOff><listPerson><person xml:id="K"><persName>${name}</persName></person></listPerson></standOff></TEI>`;
const source = (words: string): string =>
  lettersOf(3)
    .replace('<publicationStmt><p/>', '<publicationStmt><publisher>Press</publisher><availability><licence target="https://creativecommons.org/publicdomain/zero/1.0/">CC0</licence></availability>')
    .replace('<head>Letter d1</head>', '<head>From <persName type="from" ref="people.xml#K">K.</persName></head>')
    .replace('The words of letter 2.', words); // prettier-ignore

/** All files of a folder with their contents. */
function contentsOf(folder: string): Map<string, string> {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) =>
    statSync(join(folder, path)).isFile(),
  );
  return new Map(paths.sort().map((path) => [path, readFileSync(join(folder, path), 'latin1')])); // prettier-ignore
}

function edition(words: string, name = 'Kissinger, Henry'): string {
  return newFolder({ 'a.xml': source(words), 'people.xml': people(name) });
}

function build(folder: string, cache: string): Map<string, string> {
  const { code, said } = octavo(['build', folder, ...formats, '--out', join(folder, 'dist')], {
    env: { OCTAVO_CACHE: cache },
  });
  expect([code, said]).toEqual([0, '']);
  return contentsOf(join(folder, 'dist'));
}

it.each([
  ['a word of one document', (folder: string) => writeFileSync(join(folder, 'a.xml'), source('Other words.'))],
  ['the name of a person in a register', (folder: string) => writeFileSync(join(folder, 'people.xml'), people('Kissinger, H.'))], // prettier-ignore
  ['nothing that is read', (folder: string) => appendFileSync(join(folder, 'people.xml'), '\n<!-- later -->\n')],
] as const)('after a change of %s the files are those of a first build', (_, change) => {
  const folder = edition('The words of letter 2.');
  const cache = newFolder();
  mkdirSync(cache, { recursive: true });
  const first = build(folder, cache);
  expect([...first.keys()].filter((path) => /^(?:data|rdf|cmif)/.test(path)).length).toBeGreaterThan(8);
  change(folder);
  const second = build(folder, cache);
  expect(second).toEqual(build(newFolder(sourcesOf(folder)), newFolder()));
  const proof = octavo(['verify', folder, '--quiet', '--out', join(folder, 'dist')]);
  expect([proof.code, proof.said]).toEqual([0, '']);
});

const sourcesOf = (folder: string): Record<string, string> =>
  Object.fromEntries(['a.xml', 'people.xml'].map((name) => [name, readFileSync(join(folder, name), 'utf8')]));

it('a file of the whole edition that was changed, removed or added is a loss', () => {
  const folder = edition('The words of letter 2.');
  const out = join(folder, 'dist');
  const files = build(folder, newFolder());
  const verify = () => octavo(['verify', folder, '--out', out]);
  for (const [path, from, to] of [
    ['data/mentions.csv', 'K.', 'L.'],
    ['data/paragraphs.jsonl', 'letter 2', 'letter 3'],
    ['data/datapackage.json', '"string"', '"integer"'],
    ['data/network.gexf', 'Kissinger', 'Kisinger'],
    ['cmif.xml', 'Unknown', 'Nixon'],
    ['rdf/edition.nq', 'Kissinger', 'Kisinger'],
    ['rdf/edition.jsonld', 'Kissinger', 'Kisinger'],
  ] as const) {
    const content = files.get(path)!;
    expect(content).toContain(from);
    writeFileSync(join(out, path), content.replace(from, to), 'latin1');
    const { code, said } = verify();
    expect([code, said.includes(`${path}:`)], said).toEqual([1, true]);
    writeFileSync(join(out, path), content, 'latin1');
  }
  writeFileSync(join(out, 'data/more.csv'), '');
  expect(verify().said).toContain('data/more.csv');
  expect(verify().code).toBe(1);
});
