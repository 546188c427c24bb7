import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { TextFormat } from '../../src/formats/format.ts';
import { htmlFormat } from '../../src/formats/html/html-format.ts';
import { checkTemplates } from '../../src/formats/html/check-templates.ts';
import { compileShell, loadShell, precompileShell, type PrecompiledShell } from '../../src/formats/html/shell.ts';
import type { Edition, UnitInfo } from '../../src/model/edition.ts';
import { edition, info, p, shellSources, unit } from './html-fixture.ts';
import { faultsOfPage } from './html-nesting.ts';

const contents = (format: TextFormat, units: readonly UnitInfo[], own: Partial<Edition> = {}): string =>
  format.writeEdition!({ ...edition, units, ...own }).find(({ path }) => path === 'index.html')!.content as string;

/** The contents as lines, two spaces for each level. */
function outline(html: string): string[] {
  let depth = 0;
  return [...html.matchAll(/<ol class="contents">|<\/ol>|<a href="documents\/([^"]*)\.html">/g)].flatMap((match) => {
    if (match[0] === '</ol>') depth--;
    else if (match[1] === undefined) depth++;
    else return ['  '.repeat(depth - 1) + match[1]];
    return [];
  });
}

describe('the shell around the text', () => {
  it('precompiled when the package is built, it makes the same pages as compiled here', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'octavo-shell-'));
    try {
      writeFileSync(join(folder, 'shell.mjs'), await precompileShell(shellSources(), {}));
      const module = (await import(pathToFileURL(join(folder, 'shell.mjs')).href)) as { default: PrecompiledShell };
      const loaded = htmlFormat(await loadShell(module.default));
      const compiled = htmlFormat(await compileShell(shellSources()));
      expect(loaded.write(unit(p('x')), edition)).toBe(compiled.write(unit(p('x')), edition));
      expect(loaded.writeEdition!(edition)).toEqual(compiled.writeEdition!(edition));
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('an edition overrides one file and keeps the others', async () => {
    const shell = await compileShell({
      ...shellSources(),
      'colophon.hbs': '<footer>Our own {{edition.title}}</footer>\n',
    });
    const html = htmlFormat(shell).write(unit(p('x')), edition);
    expect(html).toContain('<footer>Our own Papers of a Mission');
    expect(faultsOfPage(html)).toEqual([]);
  });

  it('an edition adds to our stylesheet without a copy of it', async () => {
    const own = { 'custom.css': ':root { --measure: 30rem; }' };
    const { stylesheet } = await compileShell({ ...shellSources(), ...own });
    expect(stylesheet).toBe(`${shellSources()['edition.css']}\n${own['custom.css']}`);
    expect(await checkTemplates(own, shellSources(), [])).toEqual([]);
  });

  it('a shell without its two pages is a fault of the program', async () => {
    await expect(compileShell({ 'page.hbs': '' })).rejects.toThrow('A shell needs index.hbs');
  });

  it('reports the citation, the files, the licence, the version and the date where they are known', async () => {
    const format = htmlFormat(await compileShell(shellSources()), {
      citation: ({ facts }) => ({ text: `D ${facts.number}`, html: `<i>D</i> ${facts.number}` }),
      unitDownloads: [{ label: 'Plain text', type: 'text/plain', path: (id) => `text/${id}.txt` }],
      generator: { name: 'Octavo', version: '9.9' },
      version: '2.0',
      date: '2001-02-03',
    });
    const html = format.write(unit(p('x')), edition);
    for (const part of [
      '<p><i>D</i> 7</p>',
      '<a href="../text/d7.txt" type="text/plain">Plain text</a>',
      '<link rel="alternate" href="../text/d7.txt" type="text/plain" title="Plain text"/>',
      '<a rel="license" href="https://creativecommons.org/licenses/by/4.0/">CC BY 4.0</a>',
      'Version 2.0',
      '<time datetime="2001-02-03">',
      '<meta name="generator" content="Octavo 9.9"/>',
    ])
      expect(html).toContain(part);
  });

  it('a licence that was written out in the header is shown by its name', async () => {
    const format = htmlFormat(await compileShell(shellSources()));
    const shown = (text: string, url?: string): string | undefined => {
      const licence = { text, ...(url !== undefined && { url }) };
      const html = format.write({ ...unit(p('x')), ...info({}, 0, { licence }) }, edition);
      return /<span class="licence"[^>]*>(?:<a [^>]*>)?([^<]*)/.exec(html)?.[1];
    };
    expect(shown('You are free to share '.repeat(9), 'https://creativecommons.org/licenses/by-nc/3.0/deed.de')).toBe(
      'CC BY-NC 3.0',
    );
    expect(shown('x', 'https://creativecommons.org/publicdomain/zero/1.0/')).toBe('CC0 1.0');
    expect(shown('Public domain')).toBe('Public domain');
    expect(shown('All that is in this volume may be used by everyone who wants to use it.')).toBe(
      'All that is in this volume may be used by everyone who …',
    );
  });

  it('loads nothing but the stylesheet, which loads nothing, and a script that does not hold it up', async () => {
    const shell = await compileShell(shellSources());
    const html = htmlFormat(shell).write(unit(p('x')), edition);
    expect([...html.matchAll(/rel="stylesheet" href="([^"]*)"|src="([^"]*)" defer/g)].map((m) => m[1] ?? m[2])).toEqual(
      ['../style/edition.css', '../script/page.js'],
    );
    expect(html.match(/src="/g)).toHaveLength(1);
    expect(shell.stylesheet).not.toMatch(/url\(|@import/);
  });
});

describe('the contents of the edition', () => {
  it('documents are below their sections', async () => {
    const format = htmlFormat(await compileShell(shellSources()));
    const html = contents(format, [
      info({ id: 'preface', kind: 'section', title: 'Preface' }),
      info({ id: 'ch1', kind: 'section', title: 'One' }),
      info({ id: 'd1', number: '1' }, 1),
      info({ id: 'ch1a', kind: 'section', title: 'One a' }, 1),
      info({ id: 'd2', number: '2' }, 2),
      info({ id: 'index', kind: 'section', title: 'Index' }),
    ]);
    expect(outline(html)).toEqual(['preface', 'ch1', '  d1', '  ch1a', '    d2', 'index']);
    expect(faultsOfPage(html)).toEqual([]);
  });

  it('each of several volumes has its own heading, letters of one file each have none', async () => {
    const format = htmlFormat(await compileShell(shellSources()));
    const volume = (id: string): Partial<UnitInfo['volume']> => ({ id, volumeLabel: `Volume ${id}` });
    const two = contents(
      format,
      ['a', 'b'].flatMap((v) => [info({ id: `${v}.d1` }, 0, volume(v)), info({ id: `${v}.d2` }, 0, volume(v))]),
    );
    expect([...two.matchAll(/<h2 id="[^"]*">([^<]*)/g)].map((m) => m[1])).toEqual([
      'Volume a, Letters Home',
      'Volume b, Letters Home',
    ]);
    const letters = contents(
      format,
      ['L1', 'L2', 'L3'].map((id) => info({ id }, 0, { id })),
      { title: 'Letters' },
    );
    expect(letters).toContain('<h1>Letters</h1>');
    expect(letters).not.toContain('<h2 id="volume');
    expect(outline(letters)).toEqual(['L1', 'L2', 'L3']);
    for (const html of [two, letters]) expect(faultsOfPage(html)).toEqual([]);
  });

  it('a date is shown as printed where that names the year, else as encoded, else as printed', async () => {
    const format = htmlFormat(await compileShell(shellSources()));
    const date = (value: UnitInfo['facts']['date']): string | undefined =>
      /<span class="date">([^<]*)</.exec(contents(format, [info(value === undefined ? {} : { date: value })]))?.[1];
    expect(date({ text: 'August 13, 1970, 2:30 p.m.', when: '1970-08-13T14:30:00' })).toBe(
      'August 13, 1970, 2:30 p.m.',
    );
    expect(date({ text: 'Montag', when: '1899-01-16' })).toBe('16 January 1899');
    expect(date({ text: 'undated' })).toBe('undated');
    expect(date({ notBefore: '1970-08', notAfter: '1971' })).toBe('between August 1970 and 1971');
    expect(date({ from: '1970-08-01', to: '1970-08-03' })).toBe('1 August 1970 – 3 August 1970');
  });
});
