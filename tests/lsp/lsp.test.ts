import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newFolder } from '../harness/scratch.ts';
import { atCursor, type Editor, program, startEditor } from './editor.ts';

const header =
  '<teiHeader><fileDesc><titleStmt><title>Letters</title></titleStmt><publicationStmt><p>None</p></publicationStmt>' +
  '<sourceDesc><p>None</p></sourceDesc></fileDesc></teiHeader>';
const tei = (body: string, back = ''): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<TEI xmlns="http://www.tei-c.org/ns/1.0">${header}\n<text>\n<body>\n${body}\n</body>${back}\n</text>\n</TEI>\n`;
const letter =
  '<div type="document" xml:id="d1">\n<head>First letter</head>\n<p>Dear <persName ref="people.xml#KHA">Ada</persName>, 😀 see <ref target="#d1">here</ref>.</p>\n</div>';
const people = tei('<div><listPerson><person xml:id="KHA"><persName>Kh. Ada</persName></person></listPerson></div>');

describe('the language server, with the client library of VS Code', () => {
  let editor: Editor;
  let folder: string;
  let count = 0;
  beforeAll(async () => {
    folder = newFolder({ 'octavo.config.json': '{}', 'letter.xml': tei(letter), 'people.xml': people });
    editor = await startEditor();
  });
  afterAll(async () => {
    expect(await editor.leave()).toBe(0);
    expect(editor.logs).toEqual([]);
  });

  /** A text in the editor that is not a file yet, with the cursor at the `|`. */
  const write = async (marked: string) => {
    const { text, position } = atCursor(marked);
    const uri = await editor.open(`untitled:Untitled-${++count}`, text);
    return { uri, position, text };
  };
  const labels = async (marked: string): Promise<string[]> => {
    const { uri, position } = await write(marked);
    return (await editor.complete(uri, position)).map(({ label }) => label);
  };
  /** The text after the first thing that is offered under this name was taken. */
  const taken = async (marked: string, label: string): Promise<string> => {
    const { uri, position, text } = await write(marked);
    const item = (await editor.complete(uri, position)).find((one) => one.label === label)!;
    const edit = item.textEdit as { range: { start: typeof position; end: typeof position }; newText: string };
    const line = text.split('\n')[edit.range.start.line]!;
    return line.slice(0, edit.range.start.character) + edit.newText + line.slice(edit.range.end.character);
  };

  it('says what it can, and that it counts in UTF-16', () => {
    expect(editor.started.serverInfo?.name).toBe('octavo');
    expect(editor.started.capabilities).toMatchObject({
      positionEncoding: 'utf-16',
      hoverProvider: true,
      definitionProvider: true,
      documentSymbolProvider: true,
    });
  });

  it('shows mistakes when a file is opened, and takes them back when they are fixed', async () => {
    const text = tei('<div><p><persname>Ada</persname></p></div>');
    const uri = await editor.open(join(folder, 'new.xml'), text);
    const found = await editor.diagnostics(uri, 1, (all) => all.length > 0);
    expect(found[0]).toMatchObject({ severity: 1, source: 'octavo', range: { start: { line: 4, character: 8 } } });
    expect(found[0]!.message).toContain('persName');
    await editor.change(uri, 2, [{ text: tei('<div><p>Ada</p></div>') }]);
    expect((await editor.diagnostics(uri, 2)).filter(({ severity }) => severity === 1)).toEqual([]);
    await editor.close(uri);
  });

  it('counts a character outside the basic plane as two, and lines that end with CR LF as one', async () => {
    const uri = await editor.open(
      'untitled:crlf',
      tei('<div>\r\n<p>😀 <persnam>A</persnam></p>\r\n</div>').replace(/\r?\n/g, '\r\n'),
    );
    const [found] = await editor.diagnostics(uri, 1, (all) => all.length > 0);
    expect(found!.range.start).toEqual({ line: 5, character: 6 });
  });

  it('takes small changes one after the other, each in the text that the one before left', async () => {
    const uri = await editor.open('untitled:steps', tei('<div><p>ab</p></div>'));
    const place = (character: number) => ({ line: 4, character });
    await editor.change(uri, 2, [
      { range: { start: place(8), end: place(9) }, text: '<hi>' },
      { range: { start: place(13), end: place(13) }, text: '</hi>' },
      { range: { start: place(18), end: place(18) }, text: '\n<b/>' },
    ]);
    const found = await editor.diagnostics(uri, 2, (all) => all.length > 0);
    expect(found.map(({ range }) => range.start)).toEqual([{ line: 5, character: 0 }]);
  });

  it('offers the elements that are allowed at the cursor, and no others', async () => {
    const inDivision = await labels(tei('<div><head>A</head>\n<|\n</div>'));
    expect(inDivision).toContain('p');
    expect(inDivision).not.toContain('titleStmt');
    expect(inDivision).not.toContain('row');
    expect(await labels(tei('<div><table>\n<|'))).toContain('row');
  });

  it('offers what must come first at the top', async () => {
    const [first] = await labels(`<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><|`);
    expect(first).toBe('titleStmt');
  });

  it('writes a whole element with the attributes it must have, and only the name where the rest is there', async () => {
    expect(await taken(tei('<div><p>a <|</p></div>'), 'graphic').catch(() => '')).not.toContain('undefined');
    expect(await taken(tei('<div><p>a <per| b</p></div>'), 'persName')).toBe(
      '<div><p>a <persName>$0</persName> b</p></div>',
    );
    expect(await taken(tei('<div><p>a <per|>b</per></p></div>'), 'persName')).toBe(
      '<div><p>a <persName>b</per></p></div>',
    );
  });

  it('closes the element that is open', async () => {
    expect(await labels(tei('<div><p>a <hi>b</hi> c</|'))).toEqual(['p']);
    expect(await taken(tei('<div><p>a <hi>b</|</p></div>'), 'hi')).toBe('<div><p>a <hi>b</hi></p></div>');
  });

  it('offers attributes in an unfinished tag, without those that are there', async () => {
    const offered = await labels(tei('<div><p>a <persName ref="#x" |\n</p></div>'));
    expect(offered).toContain('xml:id');
    expect(offered).not.toContain('ref');
  });

  it('offers the required attributes first', async () => {
    const { uri, position } = await write(tei('<div><p><graphic |/></p></div>'));
    const [first] = await editor.complete(uri, position);
    expect(first).toMatchObject({ label: 'url', detail: 'required' });
  });

  it('offers the values that the schema names', async () => {
    expect(await labels(tei('<div><p>a <persName cert="|"/></p></div>'))).toEqual(['high', 'medium', 'low', 'unknown']);
  });

  it('offers the ids of the edition in pointers, those of the fitting register first', async () => {
    const { text, position } = atCursor(
      tei('<div type="document" xml:id="d9"><p>a <persName ref="|">A</persName></p></div>'),
    );
    const uri = await editor.open(join(folder, 'ids.xml'), text);
    const offered = await editor.complete(uri, position);
    expect(offered[0]).toMatchObject({ label: 'people.xml#KHA', detail: '<person> Kh. Ada' });
    expect(offered.map(({ label }) => label)).toContain('#d9');
    await editor.close(uri);
  });

  it('offers nothing in comments, in the middle of words, and after a space in running text', async () => {
    expect(await labels(tei('<div><!-- <| --></div>'))).toEqual([]);
    expect(await labels(tei('<div><p>wor|d</p></div>'))).toEqual([]);
    const { uri, position } = await write(tei('<div><p>a |b</p></div>'));
    expect(await editor.complete(uri, position, { triggerKind: 2, triggerCharacter: ' ' })).toEqual([]);
  });

  it('reports what an element and an attribute mean', async () => {
    const element = await write(tei('<div><p><pers|Name>A</persName></p></div>'));
    expect(await editor.hover(element.uri, element.position)).toMatch(/^`<persName>`\n\n\S+/);
    const attribute = await write(tei('<div><p><persName re|f="#a">A</persName></p></div>'));
    expect(await editor.hover(attribute.uri, attribute.position)).toMatch(/^`ref` of `<persName>`\n\n\S+/);
    const text = await write(tei('<div><p>pl|ain</p></div>'));
    expect(await editor.hover(text.uri, text.position)).toBeUndefined();
  });

  it('shows the register entry that a pointer leads to, and goes to it', async () => {
    const uri = await editor.open(join(folder, 'letter.xml'));
    const position = { line: 6, character: 32 };
    expect(await editor.hover(uri, position)).toContain('Kh. Ada');
    const there = await editor.definition(uri, position);
    expect(there?.uri).toBe(pathToFileURL(join(folder, 'people.xml')).href);
    expect(there?.range.start).toEqual({ line: 4, character: 17 });
    const here = await editor.definition(uri, { line: 6, character: 76 });
    expect(here).toMatchObject({ uri, range: { start: { line: 4, character: 0 } } });
    expect(await editor.definition(uri, { line: 6, character: 3 })).toBeNull();
    await editor.close(uri);
  });

  it('shows divisions under their headings', async () => {
    const uri = await editor.open(join(folder, 'letter.xml'));
    const [root] = await editor.symbols(uri);
    const body = root!.children!.find(({ name }) => name === 'text')!.children![0]!;
    expect(body.children!.map(({ name }) => name)).toEqual(['First letter']);
    await editor.close(uri);
  });

  it('offers the fix of a mistake, and it fixes', async () => {
    const text = tei('<div><p><persname>Ada</persname></p></div>');
    const uri = await editor.open('untitled:cure', text);
    const found = await editor.diagnostics(uri, 1, (all) => all.length > 0);
    const [action] = await editor.actions(uri, found[0]!);
    expect(action!.title).toContain('persName');
    expect(action!.kind).toBe('quickfix');
    const edits = action!.edit!.changes![uri]!;
    expect(edits[0]!.newText).toContain('persName');
    expect(await editor.actions(uri, found[0]!, ['refactor'])).toEqual([]);
  });

  it('finds what only the other files can tell, with those of the editor as they are there', async () => {
    const broken = tei(letter.replace('#KHA', '#NOBODY'));
    const uri = await editor.open(join(folder, 'letter.xml'), broken);
    const isDangling = ({ code }: { code?: number | string }) => code === 'dangling-pointer';
    await editor.diagnostics(uri, 1, (all) => all.some(isDangling));
    const other = await editor.open(join(folder, 'people.xml'), people.replace('"KHA"', '"NOBODY"'));
    // A small change leaves the finding where it is, until the whole edition is checked again.
    const end = { line: 0, character: 38 };
    await editor.change(uri, 2, [{ range: { start: end, end }, text: ' ' }]);
    await editor.diagnostics(uri, 2, (all) => all.some(isDangling));
    await editor.diagnostics(uri, 2, (all) => !all.some(isDangling));
    await editor.close(other);
    await editor.close(uri);
  });

  it('says in the end what “octavo validate” says', async () => {
    const other = newFolder({
      'octavo.config.json': '{"rules": {"register-unused": "off"}}',
      'letter.xml': tei(letter.replace('#KHA', '#NOBODY').replace('<head>', '<hedd>').replace('Dear', 'Dear<note/>')),
      'people.xml': people.replace('</person>', '</person><person xml:id="KHA"/>'),
    });
    const printed = spawnSync(process.execPath, [program, 'validate', other, '--format', 'json'], { encoding: 'utf8' });
    const { findings } = JSON.parse(printed.stdout) as {
      findings: Record<'file' | 'code' | 'line' | 'column', unknown>[];
    };
    expect(findings.length).toBeGreaterThan(2);
    for (const name of ['letter.xml', 'people.xml']) {
      const own = findings.filter(({ file }) => String(file).endsWith(name));
      const wanted = own.map(({ code, line, column }) => `${String(code)} ${String(line)}:${String(column)}`).sort();
      const uri = await editor.open(join(other, name));
      const found = await editor.diagnostics(uri, 1, (all) => all.length === wanted.length);
      const shown = found.map(({ code, range: { start } }) => `${code} ${start.line + 1}:${start.character + 1}`);
      expect(shown.sort()).toEqual(wanted);
      await editor.close(uri);
    }
  });

  it('keeps what the rules said where it stands, while the text before it changes', async () => {
    const uri = await editor.open(join(folder, 'letter.xml'), tei(letter.replace('#KHA', '#NOBODY')));
    const dangling = (all: readonly { code?: number | string; range: { start: object } }[]) =>
      all.find(({ code }) => code === 'dangling-pointer');
    const before = dangling(await editor.diagnostics(uri, 1, (all) => dangling(all) !== undefined))!;
    const start = { line: 4, character: 0 };
    await editor.change(uri, 2, [{ range: { start, end: start }, text: '\n\n' }]);
    const after = dangling(await editor.diagnostics(uri, 2))!;
    const line = (one: { range: { start: object } }) => (one.range.start as { line: number }).line;
    expect(line(after)).toBe(line(before) + 2);
    await editor.close(uri);
  });

  it('takes its findings away when a file is closed', async () => {
    const uri = await editor.open('untitled:closed', tei('<div><nonsense/></div>'));
    await editor.diagnostics(uri, 1, (all) => all.length > 0);
    await editor.close(uri);
    expect(await editor.diagnostics(uri, 1, (all) => all.length === 0)).toEqual([]);
  });
});
