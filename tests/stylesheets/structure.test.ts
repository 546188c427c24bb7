import { describe, expect, it } from 'vitest';
import { reading } from './reading.ts';

describe('Structure', () => {
  it('sections in sections have headings one level deeper', () => {
    const tei =
      '<head>Document</head><div type="attachment"><head>Tab A</head><div><head>Inner</head><p>x</p></div></div>';
    expect(reading(tei)).toMatchInlineSnapshot(`
      "heading 1 “Document”
      section attachment
        heading 2 “Tab A”
        section division
          heading 3 “Inner”
          block paragraph “x”"
    `);
  });

  it('opener and closer keep what is in them, each on a line of its own', () => {
    const tei =
      '<opener><dateline><placeName>Washington</placeName>, <date when="1970-08-04">August 4, 1970</date>.</dateline><salute>Dear Sir:</salute></opener><p>Text.</p><closer><salute>Yours,</salute><signed>H.K.</signed></closer>';
    expect(reading(tei)).toMatchInlineSnapshot(`
      "block opener
        block dateline
          span place “Washington”
          “, ”
          span date title=“1970-08-04” “August 4, 1970”
          “.”
        block salute “Dear Sir:”
      block paragraph “Text.”
      block closer
        block salute “Yours,”
        block signed “H.K.”"
    `);
  });

  it('a signature with a list of names is kept whole', () => {
    const tei =
      '<closer><signed><persName corresp="#p_K">Kissinger</persName><lb/>Assistant</signed></closer><postscript><p>P.S.</p></postscript>';
    expect(reading(tei)).toMatchInlineSnapshot(`
      "block closer
        block signed
          span person → #p_K “Kissinger”
          line-break
          “Assistant”
      block postscript
        block paragraph “P.S.”"
    `);
  });

  it('a text inside the text is a section', () => {
    const tei = '<p>Quoted:</p><floatingText type="letter"><body><head>Letter</head><p>x</p></body></floatingText>';
    expect(reading(tei)).toMatchInlineSnapshot(`
      "block paragraph “Quoted:”
      section letter
        heading 2 “Letter”
        block paragraph “x”"
    `);
  });

  it('an attachment in the namespace of its project is a section', () => {
    const tei =
      '<p>a</p><frus:attachment xmlns:frus="http://history.state.gov/frus/ns/1.0" xml:id="d1a"><head>Tab A</head><p>b</p></frus:attachment>';
    expect(reading(tei)).toMatchInlineSnapshot(`
      "block paragraph “a”
      section attachment #d1a
        heading 2 “Tab A”
        block paragraph “b”"
    `);
  });

  it('a quotation is words in a paragraph and a block between paragraphs', () => {
    const tei = '<p>He said <quote>yes</quote>.</p><quote><p>No.</p></quote><quote>Maybe.</quote>';
    expect(reading(tei)).toMatchInlineSnapshot(`
      "block paragraph
        “He said ”
        span quote “yes”
        “.”
      block quote
        block paragraph “No.”
      block quote “Maybe.”"
    `);
  });

  it('an address keeps its lines', () => {
    const tei =
      '<opener><address><addrLine>State Department</addrLine><addrLine>Washington</addrLine></address></opener>';
    expect(reading(tei)).toMatchInlineSnapshot(`
      "block opener
        block address
          block line “State Department”
          block line “Washington”"
    `);
  });

  it('an address keeps its links and page breaks, each link on a line of its own', () => {
    const tei =
      '<opener><address><street>1 High Street</street><pb n="2"/><ref target="#a">Leeds</ref><lb/><ptr target="http://example.org/"/></address></opener>';
    expect(reading(tei)).toMatchInlineSnapshot(`
      "block opener
        block address
          block line “1 High Street”
          page-break n=2
          block line
            link → #a “Leeds”
          line-break
          block line
            link → http://example.org/"
    `);
  });

  it('a heading keeps its line breaks and names', () => {
    const tei = '<head>194. <persName corresp="#p">X</persName><lb/>to Y</head>';
    expect(reading(tei)).toMatchInlineSnapshot(`
      "heading 1
        “194. ”
        span person → #p “X”
        line-break
        “to Y”"
    `);
  });

  it('words that stand alone in a section become a paragraph', () => {
    const tei = 'Loose words <hi rend="bold">here</hi>.<p>Paragraph.</p>';
    expect(reading(tei)).toMatchInlineSnapshot(`
      "block paragraph “Loose words ”
      block paragraph
        span [bold] “here”
      block paragraph “.”
      block paragraph “Paragraph.”"
    `);
  });

  it('white space is one space inside and none at the edges', () => {
    const tei = '<p>\n   one\n   two   <num> three </num>\n</p>';
    expect(reading(tei)).toMatchInlineSnapshot(`
      "block paragraph
        “one two ”
        span “three”"
    `);
  });

  it('a no-break space is a character like any other', () => {
    const tei = '<p>10 000   men</p>';
    expect(reading(tei)).toMatchInlineSnapshot(`"block paragraph “10 000   men”"`);
  });

  it('languages stay with their elements', () => {
    const tei = '<p xml:lang="fr">Oui <foreign xml:lang="de">ja</foreign></p>';
    expect(reading(tei)).toMatchInlineSnapshot(`
      "block paragraph lang=fr
        “Oui ”
        span foreign lang=de “ja”"
    `);
  });

  it('comments and instructions are not text', () => {
    const tei = '<p>one<!-- two --><?three four?> five</p>';
    expect(reading(tei)).toMatchInlineSnapshot(`"block paragraph “one five”"`);
  });

  it('CDATA and characters by number are text', () => {
    const tei = '<p><![CDATA[a < b]]> &#x26; c&amp;d</p>';
    expect(reading(tei)).toMatchInlineSnapshot(`"block paragraph “a < b & c&d”"`);
  });
});
