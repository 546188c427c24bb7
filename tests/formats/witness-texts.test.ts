import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { build, verify } from '../../src/index.ts';
import { newFolder } from '../harness/scratch.ts';

/** Each witness of an apparatus can be read as a text of its own: which there are, what they say, and what the proof finds in them. */

const header = `<teiHeader><fileDesc><titleStmt><title>Verses</title></titleStmt><publicationStmt><p/></publicationStmt><sourceDesc>
  <listWit>
    <witness xml:id="A">London</witness>
    <listWit xml:id="alpha"><witness xml:id="B" n="Bβ">Paris</witness><witness xml:id="b">Rome</witness></listWit>
    <witness xml:id="Z">named nowhere</witness>
  </listWit></sourceDesc></fileDesc></teiHeader>`;

const poem = `The <app><lem wit="#A">quick</lem><rdg wit="#alpha">quyk</rdg><rdg wit="#b">quik</rdg></app> fox
  <app><rdg wit="#A">jumps <app><lem>over</lem><rdg wit="#B">ouer</rdg></app></rdg><rdg wit="#B #b">leaps</rdg></app> it<app><lem>.</lem><rdg wit="#alpha"/></app>`;

const teiOf = (...documents: readonly string[]): string =>
  `<TEI xmlns="http://www.tei-c.org/ns/1.0">${header}<text><body>${documents
    .map((content, i) => `<div type="document" xml:id="d${i + 1}"><p>${content}</p></div>`)
    .join('')}</body></text></TEI>`;

async function built(settings: object, ...documents: readonly string[]): Promise<{ path: string; out: string }> {
  const path = newFolder({ 'a.xml': teiOf(...documents), 'octavo.config.json': JSON.stringify(settings) });
  const out = join(path, 'dist');
  const { findings, summary } = await build({ path, out });
  expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  expect(summary).toBeDefined();
  return { path, out };
}

const textsIn = (out: string): string[] =>
  readdirSync(join(out, 'text'))
    .filter((name) => name.startsWith('d'))
    .toSorted();
const firstLine = (out: string, name: string): string => readFileSync(join(out, 'text', name), 'utf8').split('\n')[0]!;

describe('The texts of witnesses', () => {
  let edition: { path: string; out: string };
  beforeAll(async () => {
    edition = await built({}, poem, 'no apparatus here');
  });

  it('are those of the witnesses that the readings of a document name, also by their groups', () => {
    expect(textsIn(edition.out)).toEqual([
      'd1.txt',
      'd1.witness-A.txt',
      'd1.witness-B.txt',
      'd1.witness-b-2.txt',
      'd2.txt',
    ]);
    expect(existsSync(join(edition.out, 'documents/d1.witness-A.html'))).toBe(true);
    expect(existsSync(join(edition.out, 'documents/d2.witness-A.html'))).toBe(false);
  });

  it.each([
    ['d1.txt', 'The quick[°1] fox jumps over[°3][°2] it.[°4]'],
    ['d1.witness-A.txt', 'The quick[°1] fox jumps over[°3][°2] it.[°4]'],
    ['d1.witness-B.txt', 'The quyk[°1] fox leaps[°2] it[°4]'],
    ['d1.witness-b-2.txt', 'The quik[°1] fox leaps[°2] it[°4]'],
  ])('%s has the readings of its witness, or of the innermost group of it, else the lemmas', (name, line) => {
    expect(firstLine(edition.out, name)).toBe(line);
  });

  it('are named, and linked with each other, on their pages', () => {
    const page = readFileSync(join(edition.out, 'documents/d1.witness-B.html'), 'utf8');
    expect(page).toContain('<title>d1, text of Bβ | Verses</title>');
    expect(page).toContain('<a href="d1.html">Reading view</a>');
    expect(page).toContain(
      '<span class="witnesses">Text of <a href="d1.witness-A.html">A</a> <b aria-current="page">Bβ</b> <a href="d1.witness-b-2.html">b</a></span>',
    );
    expect(page).toContain('Plain text of Bβ');
  });

  it('are proven like the text itself: nothing is lost', async () => {
    expect(await verify(edition)).toMatchObject({ result: 'nothing lost', losses: [] });
  });

  it.each([
    ['text/d1.witness-B.txt', 'leaps', 'jumps', 'text-witness-B'],
    ['documents/d1.witness-B.html', '>quyk<', '>quick<', 'html-witness-B'],
    ['documents/d1.witness-B.html', 'd1.witness-A.html', 'd1.witness-B.html', 'html-witness-B'],
  ])('in %s another word for %s is found', async (file, word, other, format) => {
    const { path, out } = await built({}, poem);
    const text = readFileSync(join(out, file), 'utf8');
    expect(text).toContain(word);
    writeFileSync(join(out, file), text.replace(word, other));
    const { losses } = await verify({ path, out });
    expect(losses).toContainEqual(expect.objectContaining({ document: 'd1', format }));
  });

  it.each([
    [{ witnessTexts: 'none' }, ['d1.txt']],
    [{ witnessTexts: ['b'] }, ['d1.txt', 'd1.witness-b.txt']],
    [{ witnessTexts: 'all' }, ['d1.txt', 'd1.witness-A.txt', 'd1.witness-B.txt', 'd1.witness-b-2.txt']],
  ])('are those that the settings want: %j', async (settings, files) => {
    const { path, out } = await built(settings, poem);
    expect(textsIn(out)).toEqual(files);
    expect((await verify({ path, out })).result).toBe('nothing lost');
  });

  it('have notes on the same readings as the text, whatever a note begins with in them', async () => {
    const entry =
      '<app><lem wit="#A">x</lem><rdg wit="#b">y</rdg><note><app><lem>b</lem><rdg wit="#B">Z</rdg></app> sic</note></app>';
    const { path, out } = await built({}, entry);
    expect(textsIn(out)).toHaveLength(4);
    expect(await verify({ path, out })).toMatchObject({ result: 'nothing lost', losses: [] });
  });

  it('are made of more than twelve witnesses only if they are asked for', async () => {
    const many = Array.from({ length: 13 }, (_, i) => `W${i}`);
    const list = many.map((id) => `<witness xml:id="${id}"/>`).join('');
    const readings = many.map((id) => `<rdg wit="#${id}">${id}</rdg>`).join('');
    const tei = (text: string): string => text.replace('<witness xml:id="Z">', `${list}<witness xml:id="Z">`);
    const path = newFolder({ 'a.xml': tei(teiOf(`<app>${readings}</app>`)) });
    const out = join(path, 'dist');
    await build({ path, out });
    expect(textsIn(out)).toEqual(['d1.txt']);
  });
});
