/** Word files: what a reader of the paper sees is in the TEI, and what is open is asked. */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { importText } from '../../src/import/import-text.ts';
import { runImport } from '../../src/import/run.ts';
import {
  footnote,
  footnoteCall,
  item,
  numbering,
  para,
  run,
  styles,
  type WordParts,
  wordFile,
  wordSource,
} from './docx-file.ts';
import { builtAndVerified, readSource, type ReadSource } from './proven.ts';

const compiled = path.resolve(import.meta.dirname, '../../lib/reading.sef.json');
const read = (parts: WordParts): ReadSource => readSource(wordSource(parts));
const title = para('A title', 'berschrift1');
/** The body after the heading of a text whose heading is `title`. */
const after = (body: string, parts: Partial<WordParts> = {}): string =>
  read({ styles, numbering, ...parts, body: title + body })
    .body.replace(/^.*?<head>A title<\/head>/, '')
    .replace(/<\/div><\/body>$/, '');
/** The same with answers to the questions of its kind. */
function answered(parts: WordParts, kind: string, answer: string): ReadSource {
  const source = wordSource({ styles, ...parts, body: title + parts.body });
  const { decisions } = importText(source);
  return readSource(source, { answers: decisions.map((d) => (d.kind === kind ? { ...d, answer } : d)) });
}

describe('paragraphs of a Word file', () => {
  it('are headings by what their styles are, in whatever language they are called', () => {
    const { body, tei } = read({
      styles,
      body:
        para('7. Letter From the Harbour Master (Quay) to the Mayor (Ferrier)', 'Titel') +
        para('An old letter', 'Untertitel') +
        para('It rained.') +
        para(run('First', '<w:b/>'), 'berschrift1') +
        para('One.') +
        para('Deeper', 'Meine') +
        para('Two.') +
        para('By level only', '', '<w:outlineLvl w:val="0"/>') +
        para('Three.'),
    });
    expect(body).toContain(
      '<div type="document" xml:id="d7" n="7"><head>7. Letter From the Harbour Master (<persName type="from">Quay</persName>)',
    );
    expect(body).toContain(
      '</head><head type="sub">An old letter</head><p>It rained.</p><div type="section"><head>First</head><p>One.</p><div type="section"><head>Deeper</head><p>Two.</p></div></div><div type="section"><head>By level only</head>',
    );
    expect(tei).toContain('<language ident="de-DE">German</language>');
  });

  it('have the numbers that Word writes before headings', () => {
    const numbered = (text: string, style: string, level: number): string =>
      para(text, style, `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="4"/></w:numPr>`);
    const { body } = read({
      styles,
      numbering,
      body:
        para('Book', 'Titel') +
        numbered('Ships', 'berschrift1', 0) +
        para('a') +
        numbered('Boats', 'berschrift2', 1) +
        para('b') +
        numbered('Rafts', 'berschrift1', 0),
    });
    expect([...body.matchAll(/<head>([^<]*)/g)].map((m) => m[1])).toEqual([
      'Book',
      '1. Ships',
      '1.1 Boats',
      '2. Rafts',
    ]);
  });

  it('are quotations by their style, one after the other', () => {
    expect(after(para('He said:') + para('One.', 'Zitat') + para('Two.', 'Zitat') + para('End.'))).toBe(
      '<p>He said:</p><quote><p>One.</p><p>Two.</p></quote><p>End.</p>',
    );
  });

  it('are dropped where they are empty', () => {
    expect(after(`${para('One.')}<w:p/>${para(' ')}${para('Two.')}`)).toBe('<p>One.</p><p>Two.</p>');
  });
});

describe('words of a Word file', () => {
  it('look as they look, however Word cuts them into runs', () => {
    expect(
      after(
        para(
          run('A', '<w:i/>') +
            run('da', '<w:i/>') +
            run(' ', '<w:i/>') +
            run('sails', '<w:i w:val="0"/>') +
            run(' now', '<w:b/>') +
            run(' ', '<w:b/>') +
            run('IN', '<w:smallCaps/>') +
            run('n', '') +
            run('2', '<w:vertAlign w:val="subscript"/>') +
            run('nd', '<w:vertAlign w:val="superscript"/>') +
            run('x', '<w:strike/>') +
            run('y', '<w:u w:val="single"/>') +
            run('z', '<w:u w:val="none"/>') +
            run('w', '<w:rStyle w:val="Hervorhebung"/>') +
            run('v', '<w:rStyle w:val="Hervorhebung"/><w:b/>'),
        ),
      ),
    ).toBe(
      '<p><hi rend="italic">Ada </hi>sails<hi rend="bold"> now </hi><hi rend="smallcaps">IN</hi>n<hi rend="subscript">2</hi><hi rend="superscript">nd</hi><hi rend="strikethrough">x</hi><hi rend="underline">y</hi>z<hi rend="italic">w</hi><hi rend="italic bold">v</hi></p>',
    );
  });

  it('keep symbols that Word has elements for', () => {
    const odd = `<w:r><w:t>vice</w:t><w:noBreakHyphen/><w:t>consul pro\u00adfit of\u200bfice ﬁnds</w:t><w:softHyphen/><w:tab/><w:t>a</w:t><w:br/><w:t>b</w:t><w:cr/><w:t>c </w:t><w:sym w:font="Symbol" w:char="F061"/><w:sym w:font="Wingdings" w:char="F0FC"/><w:t> &amp;#38; &#8217;</w:t></w:r>`;
    expect(after(para(odd))).toBe('<p>vice‑consul profit office finds a <lb/>b <lb/>c α✓ &amp;#38; ’</p>');
  });

  it('in hidden text are left out, and told', () => {
    const { body, findings } = read({
      styles,
      body: title + para(run('Seen ') + run('unseen', '<w:vanish/>') + run('again')),
    });
    expect(body).toContain('<p>Seen again</p>');
    expect(findings.join()).toContain('review import-left-out: Hidden text was left out: “unseen”');
  });
});

describe('notes of a Word file', () => {
  const footnotes =
    '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>' +
    footnote(1, 'Source: Town Archive.') +
    footnote(
      2,
      para(`<w:r><w:footnoteRef/></w:r>${run(' First ')}${run('ship', '<w:i/>')}${run('.')}`) +
        para('Second paragraph.'),
    ) +
    footnote(3, para('* Star.')) +
    footnote(9, 'Nobody calls me.');

  it('are where they are called, with the numbers Word gives them or with marks of their own', () => {
    const { body, findings } = read({
      styles,
      footnotes,
      endnotes: `<w:endnote w:id="1">${para(`<w:r><w:endnoteRef/></w:r>${run(' At the end.')}`)}</w:endnote>`,
      body:
        para(run('A title') + footnoteCall(1), 'berschrift1') +
        para(
          run('One') +
            footnoteCall(3, '*') +
            run(' two') +
            footnoteCall(2) +
            run(' three') +
            '<w:r><w:endnoteReference w:id="1"/></w:r>' +
            run('.'),
        ),
    });
    expect(body).toContain(
      '<head>A title<note n="1" xml:id="textfn1" type="source">Source: Town Archive.</note></head>',
    );
    expect(body).toContain(
      '<p>One<note n="*" xml:id="textfnstar">Star.</note> two<note n="2" xml:id="textfn2"><p>First <hi rend="italic">ship</hi>.</p><p>Second paragraph.</p></note> three<note n="i" xml:id="textfni">At the end.</note>.</p>',
    );
    expect(body).toContain('<div type="notes"><note n="3" xml:id="textfn3">Nobody calls me.</note></div>');
    expect(findings.map((f) => f.split(':')[0])).toEqual(['review import-note-uncalled']);
  });

  it('count as the file says', () => {
    const settings = '<w:footnotePr><w:numFmt w:val="lowerLetter"/><w:numStart w:val="3"/></w:footnotePr>';
    expect(after(para(run('One') + footnoteCall(1) + footnoteCall(2)), { footnotes, settings })).toContain(
      'One<note n="c" xml:id="textfnc" type="source">Source: Town Archive.</note><note n="d"',
    );
  });
});

describe('lists of a Word file', () => {
  it('count, nest and go on as they do on paper', () => {
    expect(
      after(
        item('one', 1) +
          item('two', 1) +
          item('inner', 1, 1) +
          item('deep', 1, 2) +
          item('inner too', 1, 1) +
          item('three', 1) +
          para('Between.') +
          item('four', 1) +
          item('anew', 3) +
          item('and on', 3),
        {},
      ),
    ).toBe(
      '<list rend="numbered"><item n="1">one</item><item n="2"> two <list rend="numbered"><item n="(a)"> inner <list rend="numbered"><item n="i)">deep</item></list></item><item n="(b)">inner too</item></list></item><item n="3">three</item></list><p>Between.</p><list rend="numbered"><item n="4">four</item></list><list rend="numbered"><item n="1">anew</item><item n="2">and on</item></list>',
    );
  });

  it('have bullets, and paragraphs that continue in an item', () => {
    expect(
      after(
        item('one', 2) +
          item('inner', 2, 1) +
          item('two', 2) +
          item('still two', 5) +
          item('law', 4) +
          item('by law', 4, 1),
      ),
    ).toBe(
      '<list rend="bulleted"><item> one <list rend="bulleted"><item>inner</item></list></item><item><p>two</p><p>still two</p></item></list><list rend="numbered"><item n="1"> law <list rend="numbered"><item n="1.1">by law</item></list></item></list>',
    );
  });
});

describe('tables of a Word file', () => {
  const cell = (inside: string, properties = ''): string => `<w:tc><w:tcPr>${properties}</w:tcPr>${inside}</w:tc>`;
  const row = (...cells: string[]): string => `<w:tr>${cells.join('')}</w:tr>`;

  it('have cells that reach over columns and rows, heading rows, captions, lists and tables in cells', () => {
    const table = `<w:tbl><w:tr><w:trPr><w:tblHeader/></w:trPr>${cell(para('Boats'), '<w:gridSpan w:val="2"/>')}${cell(para('Year'))}</w:tr>${row(
      cell(para('Ada'), '<w:vMerge w:val="restart"/>'),
      cell(para('42') + para('43')),
      cell(`<w:tbl>${row(cell(para('inner')))}</w:tbl><w:p/>`),
    )}${row(cell('<w:p/>', '<w:vMerge/>'), cell('<w:p/>'), cell(item('x', 2) + item('y', 2)))}</w:tbl>`;
    expect(after(para('Table 1: Boats', 'Beschriftung') + table + para('End.'))).toBe(
      '<table><head>Table 1: Boats</head><row role="label"><cell cols="2">Boats</cell><cell>Year</cell></row><row><cell rows="2">Ada</cell><cell><p>42</p><p>43</p></cell><cell><table><row><cell>inner</cell></row></table></cell></row><row><cell/><cell><list rend="bulleted"><item>x</item><item>y</item></list></cell></row></table><p>End.</p>',
    );
  });
});

describe('pages of a Word file', () => {
  it('are those of its [Page N] marks, wherever Word cuts them', () => {
    expect(
      after(
        para(
          run('The ha') +
            run('[Pa') +
            run('ge 1', '<w:b/>') +
            run('2]') +
            run('rbour and ') +
            run('[Page 13]', '<w:i/>') +
            run(' the sea'),
        ),
      ),
    ).toBe('<p>The ha<pb n="12" xml:id="pg_12" break="no"/>rbour and <pb n="13" xml:id="pg_13"/>the sea</p>');
  });

  const turns =
    para('One ends.') +
    para(
      `<w:r><w:br w:type="page"/></w:r><w:r><w:lastRenderedPageBreak/><w:t>Two </w:t></w:r><w:r><w:lastRenderedPageBreak/><w:t>three.</w:t></w:r>`,
    );

  it('are not those of the paper, unless somebody says so: one question', () => {
    const { body, decisions } = read({ styles, body: title + turns });
    expect(body).toContain('<p>One ends.</p><p>Two three.</p>');
    expect(decisions).toMatchObject([{ kind: 'page-mark', chosen: 'no' }]);
    expect(answered({ body: turns }, 'page-mark', 'yes').body).toMatch(
      /<pb n="1".*One ends.<\/p><p><pb n="2" xml:id="pg_2"\/>Two <pb n="3" xml:id="pg_3"\/>three/,
    );
  });
});

describe('changes that Word tracks', () => {
  const body =
    para(
      run('The ') +
        `<w:del w:id="1" w:author="A"><w:r><w:delText>old </w:delText></w:r></w:del><w:ins w:id="2" w:author="A">${run('new ')}</w:ins>` +
        run('ferry'),
    ) +
    `<w:p><w:pPr><w:rPr><w:del w:id="3" w:author="A"/></w:rPr></w:pPr>${run('First half')}</w:p>` +
    para(' and second.');

  it('count as made, and what was deleted is told', () => {
    const { body: text, decisions, findings } = read({ styles, body: title + body });
    expect(text).toContain('<p>The new ferry</p><p>First half and second.</p>');
    expect(decisions).toMatchObject([{ kind: 'tracked-changes', chosen: 'accept' }]);
    expect(findings.join()).toContain('A tracked deletion was left out: “old”');
  });

  it('can be undone, or shown', () => {
    expect(answered({ body }, 'tracked-changes', 'reject').body).toContain(
      '<p>The old ferry</p><p>First half</p><p>and second.</p>',
    );
    expect(answered({ body }, 'tracked-changes', 'show').body).toContain(
      '<p>The <del type="tracked">old </del><add type="tracked">new </add>ferry</p>',
    );
  });
});

describe('what is next to the text of a Word file', () => {
  it('are comments: told, or notes where somebody says so', () => {
    const parts = {
      comments: `<w:comment w:id="4" w:author="Miss Ferrier">${para('Check this.')}</w:comment>`,
      body: para(
        `<w:commentRangeStart w:id="4"/>${run('The ferry')}<w:commentRangeEnd w:id="4"/><w:r><w:commentReference w:id="4"/></w:r>${run(' sails.')}`,
      ),
    };
    const { body, findings } = read({ styles, ...parts, body: title + parts.body });
    expect(body).toContain('<p>The ferry sails.</p>');
    expect(findings.join()).toContain('A comment of Miss Ferrier was left out: “Check this.”');
    expect(answered(parts, 'comments', 'notes').body).toContain(
      'The ferry<note n="C1" xml:id="textfnC1">Check this.</note> sails.',
    );
  });

  it('are running heads, and the table of contents that Word made', () => {
    const { body, findings } = read({
      styles,
      header1: para('The Harbour Papers'),
      body:
        title +
        para(
          '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> TOC \\o "1-3" </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>' +
            run('Ships 3'),
          'Verzeichnis1',
        ) +
        para('Boats 4', 'Verzeichnis1') +
        para('<w:r><w:fldChar w:fldCharType="end"/></w:r>') +
        para('Text.'),
    });
    expect(body).toContain('<head>A title</head><p>Text.</p>');
    expect(findings.join()).toContain('A table of contents that Word generated was left out: “Ships 3 Boats 4”');
    expect(findings.join()).toContain('A header or footer was left out: “The Harbour Papers”');
  });

  it('are boxes of text, once, after their paragraph', () => {
    const box = (tag: string): string =>
      `<w:${tag}><wps:txbx><w:txbxContent>${para('In the box.')}</w:txbxContent></wps:txbx></w:${tag}>`;
    const alternatives = `<w:r><mc:AlternateContent><mc:Choice Requires="wps">${box('drawing')}</mc:Choice><mc:Fallback>${box('pict')}</mc:Fallback></mc:AlternateContent></w:r>`;
    expect(after(para(run('Before ') + alternatives + run('after.')))).toBe('<p>Before after.</p><p>In the box.</p>');
  });
});

describe('links of a Word file', () => {
  it('lead to addresses and to places of the text', () => {
    const relations =
      '<Relationship Id="rId9" Type="x/hyperlink" Target="https://example.org/a b" TargetMode="External"/>';
    const field = (code: string, result: string): string =>
      `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> ${code} </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${run(result)}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;
    expect(
      after(
        para(
          `<w:hyperlink r:id="rId9">${run('out', '<w:u w:val="single"/>')}</w:hyperlink> ` +
            `<w:hyperlink w:anchor="place">${run('in')}</w:hyperlink>` +
            field('HYPERLINK "https://example.org/f"', ' field') +
            field('HYPERLINK \\l "place"', ' local') +
            field('PAGEREF _Ref1 \\h', ' 12') +
            `<w:hyperlink w:anchor="nowhere">${run(' lost')}</w:hyperlink>`,
        ) + `<w:bookmarkStart w:id="1" w:name="place"/><w:bookmarkEnd w:id="1"/>${para('Here.')}`,
        { relations },
      ),
    ).toBe(
      '<p><ref target="https://example.org/a%20b">out</ref><ref target="#b-place">in</ref><ref target="https://example.org/f"> field</ref><ref target="#b-place"> local</ref> 12 lost</p><p><anchor xml:id="b-place"/>Here.</p>',
    );
  });
});

describe('pictures of a Word file', () => {
  it('are taken out into a folder next to the TEI, with the words that stand for them', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'octavo-docx-'));
    const drawing =
      '<w:r><w:drawing><wp:inline><wp:docPr id="1" name="x" descr="A plan of the harbour"/><a:graphic><a:blip r:embed="rId5"/></a:graphic></wp:inline></w:drawing></w:r>';
    const bytes = wordFile({
      styles,
      relations: '<Relationship Id="rId5" Type="x/image" Target="media/image 1.png"/>',
      files: { 'word/media/image 1.png': new Uint8Array([137, 80, 78, 71]) },
      body: title + para(drawing) + para('Figure 1: The harbour', 'Beschriftung') + para('Text.'),
    });
    writeFileSync(path.join(folder, 'the ferry.docx'), bytes);
    const { imported } = await runImport({ files: [path.join(folder, 'the ferry.docx')] });
    expect(imported).toHaveLength(1);
    const tei = readFileSync(path.join(folder, 'the ferry.xml'), 'utf8').replace(/\s+/g, ' ');
    expect(tei).toContain(
      '<figure> <graphic url="the-ferry-media/image-1.png"/> <figDesc>A plan of the harbour</figDesc> <head>Figure 1: The harbour</head> </figure>',
    );
    expect([...readFileSync(path.join(folder, 'the-ferry-media/image-1.png'))]).toEqual([137, 80, 78, 71]);
    rmSync(folder, { recursive: true });
  });
});

describe('a whole Word file', () => {
  const { tei } = read({
    styles,
    numbering,
    footnotes: footnote(1, 'Not printed.'),
    body:
      para('A title', 'Titel') +
      para(run('The [Page 2] ferry') + footnoteCall(1) + run(' sails.')) +
      para('Part', 'berschrift1') +
      item('one', 1) +
      item('two', 1),
  });
  it.skipIf(!existsSync(compiled))(
    'builds and verifies at once (skipped where the stylesheets are not compiled)',
    async () => {
      const { errors, proof, text } = await builtAndVerified(tei);
      expect(errors).toEqual([]);
      expect(proof).toBe('nothing lost');
      expect(text).toContain('The [Page 2] ferry[1] sails.');
    },
  );
});
