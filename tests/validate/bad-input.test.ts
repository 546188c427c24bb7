import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { MissingPath } from '../../src/source/files.ts';
import { exampleFile } from '../../src/validate/example.ts';
import { check, editionFolder } from './edition-folder.ts';

/** Files that are not as they should be: each has a clear finding and none brings the program down. */

const letter = (text: string): string =>
  exampleFile(`<div type="document" xml:id="d1"><head>1. Café</head><p>${text}</p></div>`);
const declared = (text: string, encoding: string): string => text.replace('encoding="UTF-8"', `encoding="${encoding}"`);
const codes = async (bytes: string | Uint8Array): Promise<string[]> =>
  (await check(editionFolder({ 'a.xml': bytes }))).codes;

describe('encodings', () => {
  test('UTF-16 with a byte order mark is read, in both orders', async () => {
    const text = `\uFEFF${declared(letter('é'), 'UTF-16')}`;
    expect(await codes(Buffer.from(text, 'utf16le'))).toEqual([]);
    expect(await codes(Buffer.from(text, 'utf16le').swap16())).toEqual([]);
  });

  test('Latin-1 is read where the file declares it', async () => {
    expect(await codes(Buffer.from(declared(letter('é'), 'ISO-8859-1'), 'latin1'))).toEqual([]);
  });

  test('wrong bytes have a place, and what follows from them is not told', async () => {
    const { findings } = await check(
      editionFolder({ 'a.xml': Buffer.from(letter('<ref target="#x">é</ref>'), 'latin1') }),
    );
    expect(findings.map(({ code }) => code)).toEqual(['wrong-bytes']);
    expect(findings[0]!.span!.start).toMatchObject({ line: 5 });
  });

  test('an encoding that is unknown is named', async () => {
    expect(await codes(declared(letter('e'), 'KLINGON'))).toEqual(['unknown-encoding']);
  });
});

describe('files that are not an edition', () => {
  test('an empty file', async () => {
    expect(await codes('')).toEqual(['empty-file']);
    expect(await codes(' \n')).toEqual(['empty-file']);
  });

  test('plain text', async () => {
    expect(await codes('Dear Sir,')).toEqual(['no-xml']);
  });

  test('another kind of XML, or TEI of an older kind, is an error where it is all there is', async () => {
    const { findings } = await check(editionFolder({ 'a.xml': '<?xml version="1.0"?><html/>' }));
    expect(findings).toMatchObject([{ code: 'not-tei', severity: 'error', span: { start: { line: 1, column: 22 } } }]);
    expect(findings[0]!.message).toContain('<html>');
    const old = await check(editionFolder({ 'a.xml': '<?xml version="1.0"?><TEI.2><text/></TEI.2>' }));
    expect(old.findings[0]!.message).toContain('P4');
  });

  test('another kind of XML in a folder of TEI is passed over, and said', async () => {
    const folder = editionFolder({
      'a.xml': '<p>a</p>',
      'b.xml': '<?xml version="1.0"?><catalog><a id="1"><b></a></catalog>',
    });
    const { findings, files } = await check(folder);
    expect(findings).toMatchObject([{ code: 'not-tei', severity: 'review' }]);
    expect(files).toBe(2);
  });

  test('TEI without its namespace is reported by what is missing', async () => {
    expect(await codes(letter('a').replace(/ xmlns="[^"]*"/, ''))).toEqual(['wrong-namespace']);
  });

  test('a path that leads nowhere is a matter of the command line', async () => {
    await expect(check(editionFolder({}), {}, 'nothing.xml')).rejects.toThrow(MissingPath);
  });
});

describe('files that mean harm', () => {
  test('an entity that is another file is refused, with one finding', async () => {
    const entity = '<!DOCTYPE TEI [<!ENTITY x SYSTEM "file:///etc/hostname">]>\n<TEI';
    const { findings } = await check(editionFolder({ 'a.xml': letter('&x;').replace('<TEI', entity) }));
    expect(findings).toMatchObject([{ code: 'external-entity', severity: 'error' }]);
    const { start, end } = findings[0]!.span!;
    expect(end.offset - start.offset).toBe('&x;'.length);
  });

  test('entities that grow without end are not expanded', async () => {
    const entities = [...'abcdefgh'].map(
      (name, i, all) => `<!ENTITY ${name} "${`&${all[i - 1] ?? 'amp'};`.repeat(50)}">`,
    );
    const text = letter('&h;').replace('<TEI', `<!DOCTYPE TEI [${entities.join('')}]>\n<TEI`);
    expect(await codes(text)).toEqual(['entity-limit']);
  });

  test('200,000 nested elements are answered at once, with one finding', async () => {
    const text = letter(`${'<hi>'.repeat(200_000)}a${'</hi>'.repeat(200_000)}`);
    const began = performance.now();
    expect(await codes(text)).toEqual(['too-deep']);
    expect(performance.now() - began).toBeLessThan(10_000);
  });

  test('links that lead out of the folder are not followed', async () => {
    const outside = editionFolder({ 'secret.xml': '<p>a &amp; b</p>' });
    const folder = editionFolder({ 'a.xml': '<p>a</p>' });
    symlinkSync(join(outside, 'secret.xml'), join(folder, 'b.xml'));
    symlinkSync(join(folder, 'nowhere'), join(folder, 'c.xml'));
    symlinkSync('.', join(folder, 'round'));
    const { codes: found, files } = await check(folder);
    expect([...new Set(found)]).toEqual(['link-out-of-folder']);
    expect(files).toBe(1);
  });

  test('a schema that a file names is never read from outside by an absolute path, or where it is not a schema', async () => {
    const naming = (href: string): string => letter('a').replace('<TEI', `<?xml-model href="${href}"?>\n<TEI`);
    const { findings } = await check(
      editionFolder({
        'a.xml': naming('/etc/passwd.rng'),
        'b.xml': naming('../../secret.txt'),
        'c.xml': naming('https://example.org/a.rng'),
      }),
    );
    expect(findings.map(({ code, span }) => [code, span!.file.replace(/.*\//, '')])).toEqual([
      ['schema-not-at-hand', 'a.xml'],
      ['schema-not-at-hand', 'c.xml'],
    ]);
  });
});

describe('ids of documents', () => {
  test('an id that is used twice names the place of the first', async () => {
    const doubled =
      '<div type="document" xml:id="d1"><head>1</head></div>\n<div type="document" xml:id="d1"><head>2</head></div>';
    const { findings } = await check(editionFolder({ 'a.xml': doubled }));
    expect(findings).toMatchObject([
      { code: 'duplicate-id', severity: 'error', span: { start: { line: 6, column: 22 } } },
    ]);
    expect(findings[0]!.related).toMatchObject([{ span: { start: { line: 5, column: 22 } } }]);
  });

  test('an id that cannot be a file name is reported with the address the document gets', async () => {
    const { findings } = await check(
      editionFolder({ 'a.xml': '<div type="document" xml:id="nul"><head>1</head></div>' }),
    );
    expect(findings).toMatchObject([{ code: 'document-id', severity: 'review' }]);
    expect(findings[0]!.message).toContain('unit-nul');
  });
});

test('several mistakes of several files are all told, in the order of the files', async () => {
  const { findings } = await check(
    editionFolder({
      'b.xml': '<p>a & b <hi>c</p>',
      'a.xml': '<p rendd="x">a <persname>b</persname></p><p>Smith & Sons</p>',
    }),
  );
  expect(findings.map(({ code, span }) => `${span!.file.replace(/.*\//, '')} ${code}`)).toEqual([
    'a.xml unknown-attribute',
    'a.xml unknown-element',
    'a.xml bare-ampersand',
    'b.xml bare-ampersand',
    'b.xml tag-mismatch',
  ]);
});
