import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { build } from '../../src/publish/run.ts';
import { verify } from '../../src/verify/run.ts';
import { newFolder } from '../harness/scratch.ts';

/** Editions whose texts come from several files, or use entities, built and proven. */

const xi = 'xmlns:xi="http://www.w3.org/2001/XInclude"';
const header =
  '<teiHeader><fileDesc><titleStmt><title>Book</title></titleStmt><publicationStmt><p>None</p></publicationStmt><sourceDesc><p>None</p></sourceDesc></fileDesc></teiHeader>';
const tei = (body: string, attributes = ''): string =>
  `<TEI xmlns="http://www.tei-c.org/ns/1.0" ${xi}${attributes}>${header}<text><body>${body}</body></text></TEI>`;
const doc = (id: string, words: string, more = ''): string =>
  `<div xmlns="http://www.tei-c.org/ns/1.0" type="document" xml:id="${id}"${more}><head>Head of ${id}</head><p>${words}</p></div>`;
const include = (href: string, more = ''): string => `<xi:include href="${href}"${more}/>`;

type Files = Readonly<Record<string, string>>;

async function built(files: Files) {
  const path = newFolder(files);
  const out = join(newFolder(), 'dist');
  const result = await build({ path, out });
  const read = (file: string): string => readFileSync(join(out, file), 'utf8');
  return { path, out, result, read, proof: () => verify({ path, out }) };
}

const book: Files = {
  'book.xml': tei(
    `${include('ch/one.xml')}${include('ch/two.xml')}${doc('d3', 'In the book itself, see <ref target="ch/one.xml#d1">one</ref>.')}`,
  ),
  'ch/one.xml': `<?xml version="1.0"?>\n${doc('d1', 'Words of one, see <ref target="two.xml#d2">two</ref>.')}`,
  'ch/two.xml': doc('d2', 'Words of <pb n="7"/>two.<note n="1">A note of two.</note>'),
};

describe('A book of included chapters', () => {
  it('is one text: the chapters are documents of it and no texts of their own, and nothing is lost', async () => {
    const { result, read, proof } = await built(book);
    expect(result.findings.filter(({ severity }) => severity === 'error')).toEqual([]);
    const { documents } = JSON.parse(read('manifest.json')) as {
      documents: { id: string; source: { path: string } }[];
    };
    expect(documents.map(({ id, source }) => `${id} ${source.path}`)).toEqual([
      'd1 book.xml',
      'd2 book.xml',
      'd3 book.xml',
    ]);
    expect(read('tei/d2.xml')).toContain('Words of <pb n="7"/>two.<note n="1">A note of two.</note>');
    expect(await proof()).toMatchObject({ result: 'nothing lost', documents: 3, pages: 1, notes: 1 });
  });

  it('has pointers from chapter to chapter, by the names of their files', async () => {
    const { read } = await built(book);
    expect(read('tei/d1.xml')).toContain('<ref target="d2.xml#d2">');
    expect(read('documents/d3.html')).toContain('href="d1.html');
  });

  it('where a paragraph that was included is taken out of a file, verify finds it', async () => {
    const { out, proof } = await built(book);
    for (const [file, words] of [
      ['tei/d2.xml', '<p>Words of <pb n="7"/>two.<note n="1">A note of two.</note></p>'],
      ['text/d1.txt', 'Words of one, see two.'],
    ] as const) {
      const path = join(out, file);
      const whole = readFileSync(path, 'utf8');
      expect(whole).toContain(words);
      writeFileSync(path, whole.replace(words, ''));
      const { losses } = await proof();
      expect(losses.map(({ document, format }) => `${document} ${format}`)).toContain(
        file === 'tei/d2.xml' ? 'd2 tei' : 'd1 text',
      );
      writeFileSync(path, whole);
    }
    expect((await proof()).result).toBe('nothing lost');
  });

  it('is built again when a chapter changes, and not when nothing does', async () => {
    const { path, out, result, read } = await built(book);
    expect(result.unchanged ?? false).toBe(false);
    expect((await build({ path, out })).unchanged).toBe(true);
    writeFileSync(join(path, 'ch/one.xml'), doc('d1', 'Other words.'));
    const again = await build({ path, out });
    expect(again.unchanged ?? false).toBe(false);
    expect(read('text/d1.txt')).toContain('Other words.');
    expect(read('text/d2.txt')).toContain('Words of');
  });

  it('is not built, and not proven, where a chapter is missing', async () => {
    const { path, out, result } = await built(book);
    expect(result.findings.filter(({ severity }) => severity === 'error')).toEqual([]);
    rmSync(join(path, 'ch/two.xml'));
    const again = await build({ path, out });
    expect(again.findings).toMatchObject([{ code: 'include-missing', severity: 'error', span: { file: 'book.xml' } }]);
    expect((await verify({ path, out })).losses.map(({ message }) => message).join('\n')).toContain('“ch/two.xml”');
  });

  it('can be named by its file alone, and then depends on its chapters too', async () => {
    const { path } = await built(book);
    const out = join(newFolder(), 'dist');
    const file = join(path, 'book.xml');
    await build({ path: file, out });
    expect((await build({ path: file, out })).unchanged).toBe(true);
    writeFileSync(join(path, 'ch/two.xml'), doc('d2', 'Changed.'));
    expect((await build({ path: file, out })).unchanged ?? false).toBe(false);
    expect(readFileSync(join(out, 'text/d2.txt'), 'utf8')).toContain('Changed.');
  });
});

test('Parts are included, and what is left of a file of which only an element is included is not lost in silence', async () => {
  const { result, read, proof } = await built({
    'x1.xml': tei(
      `<div type="document" xml:id="d1"><head>One</head><p>First.</p>${include('part.xml', ' xpointer="sub"')}</div>${include('part2.xml')}`,
    ),
    'part.xml': tei(
      '<div xml:id="other"><p>Not wanted.</p></div><div xml:id="sub"><head>Sub</head><p>Included.<note n="1">Note.</note></p></div>',
    ),
    'part2.xml': doc('d2', 'Second.'),
  });
  expect(result.findings).toMatchObject([{ code: 'included-in-part', severity: 'review', span: { file: 'part.xml' } }]);
  expect(readdirSync(join(result.out, 'text')).sort()).toEqual(['d1.txt', 'd2.txt']);
  expect(read('text/d1.txt')).toContain('Included.[1]');
  expect(read('text/d2.txt')).not.toContain('Not wanted');
  expect((await proof()).result).toBe('nothing lost');
});

test('A corpus whose texts are included is built as one whose texts are written in it', async () => {
  const corpus = (texts: string): string =>
    `<teiCorpus xmlns="http://www.tei-c.org/ns/1.0" ${xi}>${header}${texts}</teiCorpus>`;
  const texts = ['a', 'b'].map((id) => tei(doc(`d-${id}`, `Words of ${id}.`), ` xml:id="${id}"`));
  const included = await built({
    'corpus.xml': corpus(include('a.tei') + include('b.TEI')),
    'a.tei': texts[0]!,
    'b.TEI': texts[1]!,
  });
  const written = await built({ 'corpus.xml': corpus(texts.join('')) });
  expect(readdirSync(join(included.out, 'text')).sort()).toEqual(['d-a.txt', 'd-b.txt']);
  for (const file of ['text/d-a.txt', 'documents/d-b.html', 'tei/d-b.xml'])
    expect(included.read(file)).toBe(written.read(file));
  expect((await included.proof()).result).toBe('nothing lost');
});

test('Files that end in .tei are sources like those that end in .xml', async () => {
  const { read, proof } = await built({
    'one.tei': tei('<p>One, see <ref target="two.tei">two</ref>.</p>'),
    'two.TEI': tei('<p>Two.</p>'),
  });
  expect(read('text/one.txt')).toContain('One, see two.');
  expect(read('text/two.txt')).toContain('Two.');
  expect((await proof()).result).toBe('nothing lost');
});

describe('A document type with declarations', () => {
  const typed = (subset: string, body: string): string => `<!DOCTYPE TEI [${subset}]>\n${tei(body)}`;

  it('does not stop a file from being built; its entities are text like any other', async () => {
    const { result, read, proof } = await built({
      'a.xml': typed(
        '<!ENTITY hellip "&#x2026;"><!ENTITY name "<hi rend=\'italic\'>Octavo</hi>"><!ATTLIST hi n CDATA "1">',
        '<p>So&hellip; says &name; <ref target="#x" n="&hellip;">a</ref></p><p xml:id="x">b</p>',
      ),
    });
    expect(result.findings).toEqual([]);
    expect(read('text/a.txt')).toContain('So… says Octavo a');
    expect(read('tei/a.xml')).toContain(
      '<p>So… says <hi n="1" rend=\'italic\'>Octavo</hi> <ref target="#x" n="…">a</ref></p>',
    );
    expect(read('tei/a.xml')).not.toContain('DOCTYPE');
    expect((await proof()).result).toBe('nothing lost');
  });

  it('where words of an entity are taken out, verify finds it', async () => {
    const { out, proof } = await built({ 'a.xml': typed('<!ENTITY w "words of an entity">', '<p>Some &w;.</p>') });
    const path = join(out, 'tei/a.xml');
    writeFileSync(path, readFileSync(path, 'utf8').replace('words of an entity', 'words'));
    expect((await proof()).losses).not.toEqual([]);
  });

  it('in a register without text goes as well', async () => {
    const person = '<standOff><listPerson><person xml:id="p"><persName>&n;</persName></person></listPerson></standOff>';
    const register = `<!DOCTYPE TEI [<!ENTITY n "Ada">]>\n<TEI xmlns="http://www.tei-c.org/ns/1.0">${header}${person}</TEI>`;
    const { read, proof } = await built({
      'a.xml': tei('<p>See <persName ref="people.xml#p">her</persName>.</p>'),
      'people.xml': register,
    });
    expect(read('tei/people.xml')).toContain('<persName>Ada</persName>');
    expect(read('tei/people.xml')).not.toContain('ENTITY');
    expect((await proof()).result).toBe('nothing lost');
  });
});
