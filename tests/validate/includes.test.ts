import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import type { Finding } from '../../src/diagnostics/finding.ts';
import { runInProcess } from '../harness/in-process.ts';
import { newFolder } from '../harness/scratch.ts';
import { check } from './edition-folder.ts';

/** What is said of texts that come from several files: where it is, and which file it changes. */

const xi = 'xmlns:xi="http://www.w3.org/2001/XInclude"';
const tei = (body: string, header = '', subset = ''): string =>
  `${subset}<TEI xmlns="http://www.tei-c.org/ns/1.0" ${xi}><teiHeader><fileDesc><titleStmt><title>T</title></titleStmt><publicationStmt><p>None</p></publicationStmt><sourceDesc><p>None</p></sourceDesc></fileDesc>${header}</teiHeader>
<text><body>
${body}
</body></text></TEI>
`;
const part = (element: string): string => `${element.replace(/^<\w+/, '$& xmlns="http://www.tei-c.org/ns/1.0"')}\n`;
const include = (href: string, more = ''): string => `<xi:include href="${href}"${more}/>`;
const fallback = (href: string): string =>
  `<xi:include href="${href}"><xi:fallback><p>Instead.</p></xi:fallback></xi:include>`;

const short = ({ code, severity, span }: Finding): string =>
  `${severity} ${code} ${span?.file.split('/').slice(-2).join('/')}:${span?.start.line}:${span?.start.column}`;
const said = async (folder: string, path = ''): Promise<string[]> =>
  (await check(folder, {}, path)).findings.map((one) => short(one).replace(/ octavo-[^/]*\/| folder-[^/]*\//, ' '));

describe('A finding in an included file', () => {
  const files = {
    'main.xml': tei(`<div><p>Main, see <ref target="#none">x</ref>.</p>\n${include('ch.xml')}</div>`),
    'ch.xml': part('<div>\n<p>Chapter, see <ref target="#nowhere">x</ref>,\n<persname>Ada</persname>.</p></div>'),
  };

  it.each(['', 'main.xml'])(
    'is where that file has it, whether the folder or the file “%s” is checked',
    async (path) => {
      expect(await said(newFolder(files), path)).toEqual([
        'error dangling-pointer main.xml:3:24',
        'error dangling-pointer ch.xml:2:22',
        'error unknown-element ch.xml:3:1',
      ]);
    },
  );

  it('is shown with the line of that file', async () => {
    const { said: out } = await runInProcess(['validate', newFolder(files)]);
    expect(out).toMatch(/ch\.xml:3:1 error[^\n]*\n +3 │ <persname>Ada/);
  });

  it('is fixed in that file, and in no other', async () => {
    const folder = newFolder(files);
    const read = (name: string): string => readFileSync(join(folder, name), 'utf8');
    await check(folder, { fix: true }, 'main.xml');
    expect(read('main.xml')).toBe(files['main.xml']);
    expect(read('ch.xml')).toBe(files['ch.xml'].replaceAll('persname', 'persName'));
  });

  it('can be silenced by the name of that file', async () => {
    const folder = newFolder({
      'main.xml': tei(include('ch.xml')),
      'ch.xml': part('<div><p>a</p><p/></div>'),
    });
    expect(await said(folder)).toEqual(['review empty-element ch.xml:1:50']);
    writeFileSync(
      join(folder, 'octavo.config.json'),
      JSON.stringify({ silence: [{ code: 'empty-element', file: 'ch.xml', reason: 'so' }] }),
    );
    expect(await said(folder)).toEqual([]);
  });
});

test('A part that is not well-formed is fixed where the mistake is', async () => {
  const folder = newFolder({ 'main.xml': tei(include('ch.xml')), 'ch.xml': part('<div><p>Fish & chips</p></div>') });
  expect(await said(folder)).toEqual(['error bare-ampersand ch.xml:1:50']);
  expect(await check(folder, { fix: true })).toMatchObject({ fixed: 1, findings: [] });
  expect(readFileSync(join(folder, 'ch.xml'), 'utf8')).toContain('Fish &amp; chips');
});

test('A mistake inside an entity is shown at its reference, and nothing is changed for it', async () => {
  const subset = '<!DOCTYPE TEI [<!ENTITY a "<persname>Ada</persname>">]>\n';
  const text = tei('<p>Dear &a;.</p>', '', subset);
  const folder = newFolder({ 'a.xml': text });
  const { findings } = await check(folder, { fix: true });
  expect(findings).toMatchObject([
    { code: 'unknown-element', span: { start: { line: 4, column: 9 }, end: { column: 12 } } },
  ]);
  expect(findings[0]).not.toHaveProperty('edit');
  expect(readFileSync(join(folder, 'a.xml'), 'utf8')).toBe(text);
});

test('A mistake next to an entity is fixed, and the declarations stay', async () => {
  const subset = '<!DOCTYPE TEI [<!ENTITY a "so">]>\n';
  const text = tei('<p>&a; <persname>Ada</persname> &a;.</p>', '', subset);
  const folder = newFolder({ 'a.xml': text });
  expect(await check(folder, { fix: true })).toMatchObject({ findings: [] });
  expect(readFileSync(join(folder, 'a.xml'), 'utf8')).toBe(text.replaceAll('persname', 'persName'));
});

test('An id that is given in two parts is reported in both files', async () => {
  const folder = newFolder({
    'main.xml': tei(include('a.xml') + include('b.xml')),
    'a.xml': part('<div><p xml:id="x">a</p></div>'),
    'b.xml': part('<div><p xml:id="x">b</p></div>'),
  });
  const { findings } = await check(folder, {}, 'main.xml');
  expect(findings.map(({ code }) => code)).toEqual(['duplicate-id']);
  expect(findings[0]!.span!.file).toMatch(/b\.xml$/);
  expect(findings[0]!.related?.map(({ span }) => span.file.replace(/^.*\//, ''))).toEqual(['a.xml']);
});

describe('Ids that are in files that are to be included', () => {
  const words =
    '<p><g ref="#interpunct">·</g> x <g ref="#interpunct">·</g> <ref target="#other" ana="#kind">y</ref></p>';
  it('are those of the text where the files are there', async () => {
    const chars = '<charDecl><char xml:id="interpunct"><localProp name="Name" value="interpunct"/></char></charDecl>';
    const header = `<encodingDesc><p>x</p>${include('chars.xml')}</encodingDesc>`;
    const folder = newFolder({
      'in.xml': tei('<p><g ref="#interpunct">·</g> x</p>', header),
      'chars.xml': part(chars),
    });
    expect(await said(folder)).toEqual([]);
    expect(await said(folder, 'in.xml')).toEqual([]);
  });

  it('are reported once for a file, and stop no build, where the files are not there', async () => {
    const folder = newFolder({ 'in.xml': tei(`${words}${fallback('../alists/chars.xml')}${fallback('more.xml')}`) });
    const { findings } = await check(folder);
    expect(findings.map(({ code, severity }) => `${severity} ${code}`)).toEqual([
      'review dangling-pointer',
      'review include-refused',
      'review include-missing',
    ]);
    expect(findings[0]!.message).toBe(
      '4 pointers lead to ids that are not in this file, and may be in “../alists/chars.xml”, “more.xml”: interpunct, other, kind.',
    );
    expect((await runInProcess(['build', folder, '--out', join(newFolder(), 'dist')])).code).toBe(0);
  });

  it('are found from other files by the name of the part as well', async () => {
    const folder = newFolder({
      'main.xml': tei(include('ch.xml')),
      'ch.xml': part('<div><p xml:id="a">a</p></div>'),
      'other.xml': tei(
        '<p><ref target="ch.xml#a">a</ref> <ref target="main.xml#a">a</ref> <ref target="ch.xml#b">b</ref></p>',
      ),
    });
    expect(await said(folder)).toEqual(['error dangling-pointer other.xml:3:73']);
  });
});

test('A file that is not TEI and that another one includes is no finding', async () => {
  const folder = newFolder({
    'main.xml': tei(`<p>${include('note.xml', ' parse="text"')}</p>`),
    'note.xml': '<note>words</note>',
    'left.xml': '<note>words</note>',
  });
  expect(await said(folder)).toEqual(['review not-tei left.xml:1:1']);
});

test('Files that include each other are both reported, and neither is passed over', async () => {
  const folder = newFolder({ 'a.xml': tei(include('b.xml')), 'b.xml': tei(include('a.xml')) });
  const found = await said(folder);
  expect(found.filter((one) => one.startsWith('error include-cycle'))).toHaveLength(2);
});
