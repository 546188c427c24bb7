import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newFolder } from '../harness/scratch.ts';
import { type Editor, startEditor } from './editor.ts';

/** Texts that come from several files, in an editor: each file is shown what is wrong in it. */

const header =
  '<teiHeader><fileDesc><titleStmt><title>Book</title></titleStmt><publicationStmt><p>None</p></publicationStmt><sourceDesc><p>None</p></sourceDesc></fileDesc></teiHeader>';
const book = `<!DOCTYPE TEI [<!ENTITY a "so">]>
<TEI xmlns="http://www.tei-c.org/ns/1.0" xmlns:xi="http://www.w3.org/2001/XInclude">${header}
<text><body>
<div><head>&a;</head><xi:include href="ch.xml"/></div>
<p><ref target="#inside">a</ref> <ref target="#nowhere">b</ref></p>
</body></text></TEI>
`;
const chapter = `<div xmlns="http://www.tei-c.org/ns/1.0" xml:id="inside">
<p>Chapter.</p>
<p><persname>Ada</persname> <ref target="#none">c</ref></p>
</div>
`;

describe.each([
  ['with settings', { 'octavo.config.json': '{}' }],
  ['without settings', {}],
])('In a folder %s', (_, settings) => {
  let editor: Editor;
  let folder: string;
  beforeAll(async () => {
    folder = newFolder({ ...settings, 'book.xml': book, 'ch.xml': chapter });
    editor = await startEditor();
  });
  afterAll(async () => {
    expect(await editor.leave()).toBe(0);
    expect(editor.logs).toEqual([]);
  });
  const lines = (all: readonly { code?: unknown; range: { start: { line: number } } }[]): string[] =>
    all.map(({ code, range }) => `${String(code)} ${range.start.line}`);

  it('the file that includes shows what is wrong in it, and follows the part', async () => {
    const uri = await editor.open(join(folder, 'book.xml'), book);
    const found = await editor.diagnostics(uri, 1, (all) => all.some(({ code }) => code === 'dangling-pointer'));
    expect(lines(found)).toEqual(['dangling-pointer 4']);
    await editor.close(uri);
  });

  it('the part shows what is wrong in it, as it is being typed', async () => {
    const path = join(folder, 'ch.xml');
    const uri = await editor.open(path, chapter);
    const found = await editor.diagnostics(uri, 1, (all) => all.some(({ code }) => code === 'dangling-pointer'));
    expect(lines(found)).toEqual(['unknown-element 2', 'dangling-pointer 2']);
    const better = chapter.replaceAll('persname', 'persName');
    await editor.change(uri, 2, [{ text: better }]);
    const left = await editor.diagnostics(uri, 2, (all) => all.length === 1);
    expect(lines(left)).toEqual(['dangling-pointer 2']);
    expect(readFileSync(path, 'utf8')).toBe(chapter);
    await editor.close(uri);
  });
});
