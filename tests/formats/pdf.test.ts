import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { signStyles } from '../../src/model/signs.ts';
import type { EditionContext, Unit } from '../../src/model/edition.ts';
import type { ReadingNode } from '../../src/model/reading.ts';
import { type IndexedName, indexLines, type NameMark } from '../../src/formats/pdf/name-index.ts';
import { partOf } from '../../src/formats/pdf/part.ts';
import { type Mark, misplaced, repaired } from '../../src/formats/pdf/placement.ts';
import { paperSize } from '../../src/formats/pdf/print-settings.ts';
import { setBook } from '../../src/formats/pdf/set-book.ts';
import { build } from '../../src/publish/run.ts';
import { textIn } from '../../src/pdf/blocks.ts';
import type { Node, Piece } from '../../src/pdf/document.ts';
import { readPdf } from '../../src/pdf/read-pdf.ts';
import { openTypesetter } from '../../src/typeset/engine.ts';
import { newFolder } from '../harness/scratch.ts';
import { heading, item, node, note, p, pageBreak, section } from './text-trees.ts';

/** Books in pages: what each kind becomes as Typst code, whole books, and what is done where notes are on other pages than their calls. */

const edition = {
  id: 'e',
  title: 'E',
  signs: { style: signStyles[3], own: {} },
  resolve: (target: string) => (target === '#b' ? { unit: 'b' } : undefined),
  register: () => undefined,
} as unknown as EditionContext;

const unitOf = (reading: ReadingNode): Unit =>
  ({
    facts: { id: 'a', title: 'Title of a', kind: 'document' },
    volume: {},
    source: { path: 'a.xml' },
    reading,
  }) as unknown as Unit;

function codeOf(reading: ReadingNode, marks: 'margin' | 'text' = 'margin'): string {
  const { code } = partOf(unitOf(reading), edition, {
    marks,
    index: false,
    findAsset: (source) => (source === 'a.png' ? 'images/a.png' : undefined),
  });
  return code.replace(/^lang\("und","",(.*)\)$/s, '$1');
}

describe('the code of a unit', () => {
  it('has paragraphs, notes and headings, each with a key by which its page is known', () => {
    expect(codeOf(section(heading('Head'), p('One', note('1', p('Body')), ' two.')))).toMatchInlineSnapshot(
      `"{hd("a.1",at(0),"Head","Head");p("a.2","paragraph",{"One";fn("a.2/1","1",open("Body"));" two."})}"`,
    );
  });

  it('shows the title of a unit without a heading, and says that it is ours', () => {
    const part = partOf(unitOf(section(p('Words'))), edition, {
      marks: 'margin',
      index: false,
      findAsset: () => undefined,
    });
    expect(part.headings).toEqual([{ what: 'm', level: 0, plain: 'Title of a', key: 'a.1' }]);
  });

  it('marks a page that begins between blocks at the next words', () => {
    const code = codeOf(section(heading('H'), p('One.'), pageBreak('591'), p('Two', pageBreak('592'), ' three.')));
    expect(code).toContain('p("a.3","paragraph",{{pm("591",false,0);"Two"};pm("592",true,0);" three."})');
    expect(codeOf(section(heading('H'), p('One', pageBreak('2'), 'two')), 'text')).toContain(
      '{"One";" ";pb("[Page 2]");" two"}',
    );
  });

  it('marks pages that begin before a heading in it, and several at one place one below the other', () => {
    const code = codeOf(section(pageBreak('1'), pageBreak('2'), heading('H'), p('One.')));
    expect(code).toContain('hd("a.1",at(0),"H",{{pm("1",false,0);pm("2",false,1)};"H"})');
  });

  it('says where a unit begins whose words begin before its heading', () => {
    const code = codeOf(section(pageBreak('1'), p('Telegram'), heading('H'), p('One.')));
    expect(code).toContain('p("a.1","paragraph",{{unit-begins();pm("1",false,0)};"Telegram"})');
    expect(codeOf(section(heading('H'), p('One.')))).not.toContain('unit-begins');
  });

  it('begins a note behind its label, and further paragraphs on lines of their own', () => {
    const code = codeOf(
      section(heading('H'), p('One', note('1', 'Words ', p('in lines'))), p('Two', note('2', p('a'), p('b')))),
    );
    expect(code).toContain('{"Words ";p("","paragraph","in lines")}');
    expect(code).toContain('{open("a");p("","paragraph","b")}');
  });

  it('has lists, labels, tables with their extents, and what is between rows', () => {
    const list = node('list', { role: 'ordered' }, item('a'), item('b'));
    expect(codeOf(section(heading('H'), list))).toContain('items((("a.2i1","1.","a",),("a.2i2","2.","b",),))');
    const cell = (columns: number, words: string): ReadingNode => node('cell', { columns }, words);
    const table = node(
      'table',
      {},
      node('row', { role: 'label' }, cell(2, 'head')),
      pageBreak('3'),
      node('row', {}, cell(1, 'x'), cell(1, 'y')),
    );
    expect(codeOf(section(heading('H'), table))).toContain(
      'cells(2,"a",2,(cell(2,1,"",true,"head"),),(cell(1,1,"",false,{pm("3",false,0);"x"}),cell(1,1,"",false,"y"),))',
    );
  });

  it('has words with looks, languages, signs and links', () => {
    const words = p(
      node('span', { looks: ['italic', 'bold'] }, 'a'),
      node('span', { lang: 'grc' }, 'b'),
      node('span', { status: { is: 'supplied' } }, 'c'),
      node('link', { target: '#b' }, 'd'),
      node('link', { target: '#nowhere' }, 'e'),
      node('image', { source: 'a.png', title: 'A picture' }),
    );
    const code = codeOf(section(heading('H'), words));
    for (const part of [
      'bold(italic("a"))',
      'lang("grc","","b")',
      'made("XS","[")',
      'to("b","d")',
      '"e"',
      'picture("images/a.png","A picture")',
    ])
      expect(code).toContain(part);
  });

  it('repeats an entry of the apparatus below the text', () => {
    const app = node(
      'app',
      { n: '1' },
      node('side', { role: 'lemma', about: '0', sigla: [{ siglum: 'A', target: '#A' }] }, 'word'),
      node('side', { role: 'reading', about: '1', sigla: [{ siglum: 'B', target: '#B' }] }, 'sword'),
    );
    const code = codeOf(section(heading('H'), p(app)));
    expect(code).toContain('app("a.2/°1","1",true,"word")');
    expect(code).toContain('apparatus((("a.2/°1","1",),))');
  });
});

describe('notes on other pages than their calls', () => {
  const marks = (...all: [string, number][]): Mark[] => all.map(([value, sheet]) => [value, sheet, 100]);
  const blocks = { headings: new Set(['a.1']), chains: new Map([['a.2', 'a.1']]) };

  it('are found by the marks in both', () => {
    expect(misplaced(marks(['ca.2/1', 3], ['na.2/1', 4], ['ca.2/2', 4], ['na.2/2', 4]))).toEqual([
      { key: 'a.2/1', call: 3, note: 4 },
    ]);
    expect(misplaced(marks(['ca.2/1', 3]))).toEqual([{ key: 'a.2/1', call: 3, note: 0 }]);
  });

  it('are repaired by a break before the heading, and by single lines left behind before a paragraph is moved', () => {
    expect(repaired({}, [{ key: 'a.2/1', call: 4, note: 3 }], blocks)).toEqual({ 'a.1': 2 });
    expect(repaired({}, [{ key: 'a.7/1', call: 4, note: 3 }], blocks)).toEqual({ 'a.7': 1 });
    expect(repaired({}, [{ key: 'a.7i2/1', call: 4, note: 5 }], blocks)).toEqual({ 'a.7i2': 1 });
    expect(repaired({ 'a.7': 1 }, [{ key: 'a.7/1', call: 4, note: 3 }], blocks)).toEqual({ 'a.7': 2 });
    expect(
      repaired(
        {},
        [
          { key: 'a.7/1', call: 4, note: 5 },
          { key: 'a.9/1', call: 5, note: 6 },
        ],
        blocks,
      ),
    ).toEqual({ 'a.7': 2 });
  });
});

describe('the index', () => {
  const names = new Map<string, IndexedName>([
    ['person:a', { kind: 'person', name: 'Ångström, Anders' }],
    ['person:b', { kind: 'person', name: 'Beam, Jacob' }],
    ['place:c', { kind: 'place', name: 'Cairo' }],
  ]);

  it('has pages as they are numbered, those in a row as one, and notes by their numbers', () => {
    const marks: NameMark[] = [
      ['person:b', '', 3],
      ['person:b', '', 5],
      ['person:b', '', 6],
      ['person:b', '3', 6],
      ['person:b', '3', 6],
      ['person:a', '', 8],
      ['person:a', '', 7],
      ['place:c', '*', 5],
    ];
    // Sheet 5 is page 1.
    expect(indexLines(marks, names, 5)).toEqual([
      [
        ['Ångström, Anders', [['3–4', 7]]],
        [
          'Beam, Jacob',
          [
            ['iii', 3],
            ['1–2', 5],
            ['2n3', 6],
          ],
        ],
      ],
      [['Cairo', [['1n*', 5]]]],
    ]);
  });
});

const tei = `<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="v1" xml:lang="en"><teiHeader><fileDesc><titleStmt><title>A volume</title></titleStmt>
<publicationStmt><p/></publicationStmt><sourceDesc><p/></sourceDesc></fileDesc></teiHeader><text><body>
<div type="document" xml:id="d1"><head>Document one<note n="*">Source.</note></head><pb n="5"/><p>Words<note n="1"><p>One.</p><list><item>Two</item></list></note> go on.</p>
<p xml:lang="he">שלום<note n="2">בעברית</note></p><table><row role="label"><cell>A</cell></row><row><cell>b<note n="3">In a cell.</note></cell></row></table></div>
<div type="document" xml:id="d2"><head>Document two</head><p>Ω жук ⟨x⟩ ⸢y⸣ → ½</p></div></body></text></TEI>`;

async function built(files: Record<string, string | Uint8Array>, formats = ['pdf']) {
  const out = join(newFolder(), 'dist');
  const result = await build({ path: newFolder(files), out, formats, check: false });
  return { ...result, bytes: (): Buffer => readFileSync(join(out, 'pdf/v1.pdf')) };
}

describe('a book', () => {
  it('is PDF/UA-1, and the same bytes each time', async () => {
    const [one, two] = [await built({ 'v1.xml': tei }), await built({ 'v1.xml': tei })];
    expect(one.findings).toEqual([]);
    expect(one.bytes().subarray(0, 5).toString()).toBe('%PDF-');
    expect(one.bytes().includes('pdfuaid:part')).toBe(true);
    expect(one.bytes().equals(two.bytes())).toBe(true);
  });

  it('is set as the settings say', async () => {
    const print = { paper: '100x160mm', sides: 1, marks: 'text', conformance: 'a-2a' };
    const { findings, bytes } = await built({ 'v1.xml': tei, 'octavo.config.json': JSON.stringify({ print }) });
    expect(findings).toEqual([]);
    expect(bytes().includes('pdfaid:part')).toBe(true);
    const { width, height } = paperSize('100x160mm');
    const [, box] = /\/MediaBox\s*\[([^\]]*)\]/.exec(bytes().toString('latin1'))!;
    expect(box!.trim().split(/\s+/).map(Number)).toEqual([0, 0, expect.closeTo(width, 1), expect.closeTo(height, 1)]);
    expect(height).toBeCloseTo(453.54);
  });

  it('is not written where elements are too deep for the typesetter', async () => {
    const looks = `${'<hi rend="italic">'.repeat(200)}x${'</hi>'.repeat(200)}`;
    const { findings, summary } = await built({ 'v1.xml': tei.replace('go on', looks) });
    expect(summary).toBeUndefined();
    expect(findings.map((finding) => finding.message).join('\n')).toContain('too deeply nested');
  });

  it('is not written where the typesetter fails, which does not end the build', async () => {
    // TEI does not allow an item here.
    const loose = '<emph><item>one</item><ref target="http://example.org/">two</ref></emph>three';
    const { findings, summary } = await built({ 'v1.xml': tei.replace('Ω жук ⟨x⟩ ⸢y⸣ → ½', loose) });
    expect(summary).toBeUndefined();
    expect(findings.map(({ code, message }) => `${code}: ${message}`).join('\n')).toMatch(
      /^not-typeset: pdf\/v1\.pdf cannot be set: the typesetter has stopped: annotation identifier .* doesn't appear in the tag tree/m,
    );
  });

  it('is not written where the typesetter leaves a note out', async () => {
    const dump = { marks: [['ca.1/1', 3, 100]], lines: [], named: [], wide: [], shares: [], fits: [], first: 1 };
    const set = { pages: 1, query: () => [dump], pdf: () => ({ bytes: new Uint8Array() }) };
    const typesetter = { set: () => set, forget: () => Promise.resolve(), close: () => undefined };
    const bound = await setBook(typesetter, { path: 'pdf/v1.pdf', units: [] }, [], 'ua-1');
    expect(bound.bytes).toBeUndefined();
    expect(bound.findings.map(({ message }) => message)).toEqual([
      'pdf/v1.pdf cannot be set: a note of a that is called on sheet 3 is on no page.',
    ]);
  });

  it('is not written where a character cannot be shown or a design is wrong', async () => {
    const cases = [
      [{ 'v1.xml': tei.replace('go on', 'go \u{1F9A9} on') }, 'none of the fonts has the character “🦩”'],
      [{ 'v1.xml': tei, 'octavo.config.json': '{"print":{"design":"other"}}' }, 'There is no design “other”.'],
      [
        {
          'v1.xml': tei,
          'octavo.config.json': '{"print":{"design":"mine"}}',
          'templates/print/mine.typ': '#import "documentary.typ": *\n#let text-size = 1pt +',
        },
        'templates/print/design.typ, line 2',
      ],
      [{ 'v1.xml': tei, 'octavo.config.json': '{"print":{"paper":"huge"}}' }, 'The setting “print” must be'],
    ] as const;
    for (const [files, message] of cases) {
      const { findings, summary } = await built(files);
      expect(summary).toBeUndefined();
      expect(findings.map((finding) => finding.message).join('\n')).toContain(message);
    }
  });

  it('is set without a picture that is damaged, which is named with the place that shows it', async () => {
    const shown = tei.replace('go on', '<figure><graphic url="a.png"/><figDesc>A map</figDesc></figure> go on');
    const png = Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
      'base64',
    );
    const good = await built({ 'v1.xml': shown, 'a.png': png });
    expect(good.findings).toEqual([]);
    const { findings, bytes } = await built({ 'v1.xml': shown, 'a.png': png.subarray(0, 45) });
    expect(findings.map(({ code }) => code)).toContain('picture-damaged');
    expect(findings.map(({ message }) => message).join('\n')).toMatch(
      /a\.png, which is shown in v1\.xml \(d1\), cannot be set/,
    );
    expect(textIn(readPdf(bytes()).tags)).toContain('[Image]A map');
  });

  it('has a table of many columns set smaller, so that nothing runs over the edge', async () => {
    const row = `<row>${Array.from({ length: 24 }, (_, i) => `<cell>${1000 + i}</cell>`).join('')}</row>`;
    const { findings, bytes } = await built({ 'v1.xml': tei.replace('<table>', `<table>${row}</table><table>`) });
    expect(findings.map(({ message }) => message)).toEqual([
      expect.stringMatching(
        /^In pdf\/v1\.pdf a table of d1 on sheet \d+ is wider than the page and is set at \d\d % of its size\.$/,
      ),
    ]);
    const document = readPdf(bytes());
    const pieces = (nodes: readonly Node[]): Piece[] =>
      nodes.flatMap((node) =>
        node.kind === 'content' ? [...node.pieces] : node.kind === 'tag' ? pieces(node.children) : [],
      );
    const { width } = document.pages[0]!;
    for (const { text, x0, x1 } of pieces(document.tags))
      expect([text, x0 > 0 && x1 < width * 0.88]).toEqual([text, true]);
    const cells = pieces(document.tags).filter(({ text }) => /^10\d\d$/.test(text));
    for (const [i, { x0 }] of cells.slice(1).entries()) expect(x0).toBeGreaterThan(cells[i]!.x1);
  });

  it('has an index where the settings ask for one, with the pages on which names are', async () => {
    const list = '<listPerson><person xml:id="x"><persName>Xerxes</persName></person></listPerson>';
    const named = tei
      .replace('go on', '<persName ref="#x">King</persName> go on')
      .replace('In a cell', '<persName ref="#x">he</persName>')
      .replace('<sourceDesc><p/>', `<sourceDesc>${list}`);
    const settings = { 'octavo.config.json': '{"print":{"index":true}}' };
    const [one, two] = [await built({ 'v1.xml': named, ...settings }), await built({ 'v1.xml': named, ...settings })];
    expect(one.findings).toEqual([]);
    expect(one.bytes().equals(two.bytes())).toBe(true);
    expect(one.bytes().includes('Index of persons')).toBe(true);
  });

  it('has a design of the edition’s own, which may begin from ours', async () => {
    const files = {
      'v1.xml': tei,
      'octavo.config.json': '{"print":{"design":"mine"}}',
      'templates/print/mine.typ': '#import "documentary.typ": *\n#let text-size = 14pt\n',
    };
    const [mine, ours] = [await built(files), await built({ 'v1.xml': tei })];
    expect(mine.findings).toEqual([]);
    expect(mine.bytes().equals(ours.bytes())).toBe(false);
  });
});

describe('the typesetter', () => {
  it('sees no file but those it is given, and says with the line what is wrong', () => {
    for (const code of [
      '#read("/etc/hostname")',
      '#read("../../../../../../etc/hostname")',
      '#image("/etc/hostname")',
    ]) {
      const set = openTypesetter({ sources: { 'main.typ': `one\n${code}` } })!.set({});
      expect(set).toMatchObject({ problems: [{ file: 'main.typ', line: 2 }] });
    }
  });

  it('takes a warning for an error', () => {
    const set = openTypesetter({ sources: { 'main.typ': '#set text(font: "No such font")\nwords' } })!.set({});
    expect(set).toMatchObject({ problems: [{ message: 'unknown font family: no such font' }] });
  });
});
