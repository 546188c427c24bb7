/** Texts in pages: one file for each page, or one file with form feeds, as scanning and typing leave them. */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { importText } from '../../src/import/import-text.ts';
import { arePages, missingPages, pagesByName } from '../../src/import/pages/page-names.ts';
import { openPages } from '../../src/import/pages/source.ts';
import { runImport } from '../../src/import/run.ts';
import type { SourceText } from '../../src/source/text.ts';
import { sourceText } from '../../src/source/text.ts';
import { builtAndVerified, readSource, type ReadSource } from './proven.ts';

const compiled = path.resolve(import.meta.dirname, '../../lib/reading.sef.json');
const bytes = (text: string): Uint8Array => Buffer.from(text);
/** Pages as files, by their names. */
const folder = (files: Readonly<Record<string, string>>): SourceText =>
  openPages(
    'ferry',
    Object.entries(files).map(([name, text]) => ({ name, bytes: bytes(text) })),
  ).source!;
/** Pages as a text with form feeds. */
const feeds = (...pages: string[]): ReadSource => readSource(sourceText('ferry.txt', pages.join('\f')));

const book = {
  'page-11.txt': `THE FERRY                                         11

CHAPTER I

The tide goes out and in, and the ferry waits for the
tide, as it has waited for a hundred years; the har-
bour is calm in spring.¹ The vice-
president of the company came to see it. The com-
pany paid.* It was late when he

__________
¹ See the Register of 1909,
page 4.
* Not printed.
`,
  'page-12.txt': `12                                         THE FERRY

left the harbour and went up to the town. No ferry left
the harbour that night, and the vice-president slept in the quaint-
est inn.² He dreamt of a company of ferries, and of the tide that would not wait for him or for any other presi-

__________
² Torn down in 1911.
`,
  'page-13.txt': `THE FERRY                                         13

dent in this world.

Mrs. Ferrier,
Quay Street,
North Harbour

• rope and
tar
• salt

She had written to him twice, and he had never answered; so she came herself.
`,
};

describe('a folder of pages', () => {
  const source = folder(book);
  const { tei, body, decisions, findings } = readSource(source);

  it('is one text, with a page break where each page begins', () => {
    expect(body).toMatch(
      /^<body><pb n="11" xml:id="pg_11"\/><div type="document" xml:id="ferry"><fw type="header" place="top">THE FERRY 11<\/fw><head>CHAPTER I<\/head><p>The tide goes/,
    );
    expect(body).toContain(
      'It was late when he <pb n="12" xml:id="pg_12"/><fw type="header" place="top">12 THE FERRY</fw>left the harbour',
    );
  });

  it('has its words whole again, at line ends and where a page turns; hyphens that are their own stay', () => {
    expect(body).toContain('the har-<lb break="no"/>bour is calm');
    expect(body).toContain('The com-<lb break="no"/>pany paid.');
    expect(body).toContain('The vice-president of the company');
    expect(body).toContain(
      'any other presi-<pb n="13" xml:id="pg_13" break="no"/><fw type="header" place="top">THE FERRY 13</fw>dent in this world.</p>',
    );
  });

  it('has its footnotes at their calls', () => {
    expect(body).toContain(
      'calm in spring.<note n="1" xml:id="ferryfn1">See the Register of 1909, page 4.</note> The vice',
    );
    expect(body).toContain('pany paid.<note n="*" xml:id="ferryfnstar">Not printed.</note> It was late');
    expect(body).toContain('est inn.<note n="2" xml:id="ferryfn2">Torn down in 1911.</note> He dreamt');
    expect(body).not.toContain('____');
  });

  it('keeps the ends of short lines, and knows bullets', () => {
    expect(body).toContain('<p>Mrs. Ferrier, <lb/>Quay Street, <lb/>North Harbour</p>');
    expect(body).toContain('<list rend="bulleted"><item>rope and tar</item><item>salt</item></list>');
  });

  it('asks once for each kind of thing, with the file and line of the first', () => {
    expect(decisions.map((d) => [d.kind, d.chosen])).toEqual([
      ['running-heads', 'running'],
      ['heading', 'headings'],
      ['line-end-hyphens', 'join'],
      ['line-end-hyphens', 'keep'],
    ]);
    const places = importText(source)
      .findings.filter((f) => f.severity === 'review')
      .map((f) => `${f.span!.file}:${f.span!.start.line}`);
    expect(places).toEqual([1, 3, 6, 7].map((line) => `ferry/page-11.txt:${line}`));
    expect(findings.join('\n')).toContain(
      '3 words are broken by a hyphen at the end of a line (harbour, company, quaintest). Are they one word?',
    );
  });

  it('obeys the answers', () => {
    const { decisions: asked } = importText(source);
    const answer = (kind: string, value: string): ReadSource =>
      readSource(source, { answers: asked.map((d) => (d.kind === kind ? { ...d, answer: value } : d)) });
    expect(answer('running-heads', 'text').body).toContain('THE FERRY 11');
    expect(answer('running-heads', 'text').body).not.toContain('<fw');
    expect(answer('line-end-hyphens', 'keep').body).toContain('the har-bour is calm');
  });

  it.skipIf(!existsSync(compiled))(
    'builds and verifies at once (skipped where the stylesheets are not compiled)',
    async () => {
      const { errors, proof, text } = await builtAndVerified(tei);
      expect(errors).toEqual([]);
      expect(proof).toBe('nothing lost');
      expect(text).toContain('the harbour is calm in spring.[1] The vice-president');
      expect(text).toContain('any other president [Page 13] in this world.');
    },
  );
});

describe('a footnote that stops in the middle of a sentence', () => {
  it('continues at the foot of the next page, also where no rule is above it', () => {
    const { body } = feeds(
      'THE FERRY\n\nThe keeper came to the harbour.1 The boats lay there, and he\n\n1 He repeats it in his letter, and adds that the\n',
      'left them. The rain had begun again.2\n\nboats are mostly old.\n2 It went on for nine days.\n',
    );
    expect(body).toContain('>He repeats it in his letter, and adds that the boats are mostly old.</note>');
    expect(body).toContain('The rain had begun again.<note n="2"');
  });
});

describe('a first paragraph of two sentences', () => {
  it('is not a heading', () => {
    const { body } = feeds(
      'This book was not to be printed. It was written\nfor my children.\n',
      'They will not read it.\n',
    );
    expect(body).toContain('<head><supplied>ferry</supplied></head>');
  });
});

describe('numbers of pages', () => {
  const line = 'The tide goes out and in, and the ferry waits for the tide.\n';

  it('are read from names, in the order of books', () => {
    expect(pagesByName(['0010.txt', '0002.txt', '0002a.txt']).map((p) => p.label)).toEqual(['2', '2a', '10']);
    expect(pagesByName(['p. 2.txt', 'p. iv.txt', 'p. iii.txt', 'p. 1.txt', 'cover.txt']).map((p) => p.label)).toEqual([
      'iii',
      'iv',
      '1',
      '2',
      'cover',
    ]);
    expect(pagesByName(['f. 2 recto.txt', 'f. 1-verso.txt', 'f. 1-recto.txt']).map((p) => p.label)).toEqual([
      '1r',
      '1v',
      '2r',
    ]);
    expect(missingPages(pagesByName(['1.txt', '2.txt', '5.txt']))).toEqual(['3–4']);
  });

  it('make a folder one text only where its files are called like pages', () => {
    expect(arePages(['0001.txt', '0002.txt', '0003.txt'])).toBe(true);
    expect(arePages(['page-591.txt', 'page-592.txt'])).toBe(true);
    expect(arePages(['0001_recto.txt', '0001_verso.txt', '0002_recto.txt'])).toBe(true);
    expect(arePages(['i.txt', 'ii.txt', '1.txt', '2.txt'])).toBe(true);
    expect(arePages(['d1.txt', 'd2.txt', 'd3.txt'])).toBe(false);
    expect(arePages(['letter-001.txt', 'letter-002.txt'])).toBe(false);
    expect(arePages(['0001.txt', '0100.txt', '0900.txt'])).toBe(false);
    expect(arePages(['notes.txt', '0001.txt'])).toBe(false);
  });

  it('are those that are printed, where files are numbered by their pictures; it asks', () => {
    const files = Object.fromEntries([0, 1, 2, 3].map((i) => [`00${13 + i}.txt`, `${line}\n${line}\n— ${i + 1} —\n`]));
    const { body, decisions } = readSource(folder(files));
    expect([...body.matchAll(/<pb n="(\w+)"/g)].map((m) => m[1])).toEqual(['1', '2', '3', '4']);
    expect(body).toContain('<fw type="pageNum" place="bottom">— 1 —</fw>');
    expect(decisions.map((d) => [d.kind, d.chosen])).toContainEqual(['page-mark', 'printed']);
  });

  it('are counted where nothing says them', () => {
    expect([...feeds(`A title\n\n${line}`, line, '', line).body.matchAll(/<pb n="(\w+)"/g)].map((m) => m[1])).toEqual([
      '1',
      '2',
      '3',
      '4',
    ]);
  });

  it('say which pages are missing', () => {
    const { findings } = openPages(
      'f',
      ['1.txt', '2.txt', '5.txt'].map((name) => ({ name, bytes: bytes(line) })),
    );
    expect(findings.map((f) => f.message).join('\n')).toContain('these pages are missing: 3–4');
  });
});

describe('paragraphs of pages', () => {
  it('are separated by indentation where there are no empty lines', () => {
    const names = ['ada', 'bell', 'cora', 'dora'];
    const line = (n: number, k: number): string =>
      `the ${names[n]!} goes out to the ${names[(n + k) % 4]!} and waits for ${'it all '.repeat(k + 1)}`.trim();
    const page = (n: number, first: string): string =>
      [
        `${first}${line(n, 1)}`,
        line(n, 2),
        `${line(n, 3)}.`,
        `    It ${line(n, 2)}`,
        `${line(n, 1)}.`,
        `    Then ${line(n, 3)}`,
        line(n, 0),
      ].join('\n');
    const { body } = feeds(page(0, '    One '), page(1, ''), page(2, ''), page(3, '    New '));
    expect(body.match(/<p>/g)).toHaveLength(9);
    expect(body).toMatch(/<p>Then [^<]*<pb n="2" xml:id="pg_2"\/>the bell/);
    expect(body).toMatch(/<\/p><pb n="4" xml:id="pg_4"\/><p>New/);
  });

  it('that begin with a number and are called nowhere are not footnotes', () => {
    const { body } = feeds(
      `A title\n\nWe ask three things of the harbour master in this year.\n\n1. Rope for the boats of the town.\n2. Tar.\n`,
      'End.\n',
    );
    expect(body).not.toContain('<note');
    expect(body).toContain('1. Rope for the boats of the town.');
  });

  it('ask where a call may be at two places', () => {
    const { body, decisions } = feeds(
      'A title\n\nThe ferry1 waits, and the boat1 waits for the tide.\n\n____\n1. Not printed.\n',
      'End.\n',
    );
    expect(body).toContain('<note n="1"');
    expect(decisions.map((d) => d.kind)).toContain('note-call');
  });
});

describe('pages on the disk', () => {
  let dir = '';
  beforeEach(() => {
    dir = mkdtempSync(path.join(tmpdir(), 'octavo-pages-'));
    mkdirSync(path.join(dir, 'ferry.v1'));
  });
  afterEach(() => rmSync(dir, { recursive: true }));
  const put = (name: string, content: string | Uint8Array): void =>
    writeFileSync(path.join(dir, 'ferry.v1', name), content);

  it('become one file next to the folder, or where somebody says', async () => {
    for (const [name, text] of Object.entries(book)) put(name, text);
    const { imported, findings } = await runImport({ files: [path.join(dir, 'ferry.v1/')] });
    expect(imported.map((i) => path.relative(dir, i.output))).toEqual(['ferry.v1.xml']);
    expect(findings[0]!.message).toContain('3 files of');
    expect(readFileSync(path.join(dir, 'ferry.v1.decisions.json'), 'utf8')).toContain('"kind": "running-heads"');
    const each = await runImport({
      files: [path.join(dir, 'ferry.v1')],
      from: 'frus-text',
      to: path.join(dir, 'each'),
    });
    expect(each.imported).toHaveLength(3);
  });

  it('are refused as a whole where one cannot be read', async () => {
    put('0001.txt', book['page-11.txt']);
    put('0002.txt', new Uint8Array([0x25, 0x50, 0x44, 0x46, 0x2d, 0x31]));
    const { imported, findings } = await runImport({ files: [path.join(dir, 'ferry.v1')] });
    expect(imported).toEqual([]);
    expect(findings.find((f) => f.severity === 'error')!.message).toContain('0002.txt is a PDF');
  });

  it('may be written in Windows-1252', async () => {
    put('1.txt', Buffer.from('A title\n\nCaf\xe9.\n', 'latin1'));
    put('2.txt', 'End.\n');
    await runImport({ files: [path.join(dir, 'ferry.v1')], from: 'pages', to: dir });
    expect(readFileSync(path.join(dir, 'ferry.v1.xml'), 'utf8')).toContain('Café.');
  });
});
