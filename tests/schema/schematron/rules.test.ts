import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { check, rulesOf } from './engine.ts';

const SCHEMA = 'schema/octavo.sch';

const HEADER = `<teiHeader><fileDesc><titleStmt><title>A sample</title></titleStmt>
  <publicationStmt><publisher>P</publisher><availability><licence target="https://example.org/l">L</licence></availability></publicationStmt>
  <sourceDesc><p>S</p></sourceDesc></fileDesc></teiHeader>`;

const file = (text: string, header = HEADER, language = ' xml:lang="en"'): string =>
  `<TEI xmlns="http://www.tei-c.org/ns/1.0"${language}>${header}<text><body>${text}</body></text></TEI>`;

const document = (text: string): string =>
  file(`<div type="document" xml:id="d1" n="1"><head>1. Memorandum</head>${text}</div>`);

const letter = (actions: string): string =>
  file(
    '<p>x</p>',
    HEADER.replace('</fileDesc>', `</fileDesc><profileDesc><correspDesc>${actions}</correspDesc></profileDesc>`),
  );

const isbn = (number: string): string =>
  file('<p>x</p>', HEADER.replace('<availability>', `<idno type="isbn-13">${number}</idno><availability>`));

/** For every rule: text it must be silent on, and text in which it must find something. */
const CASES: Record<string, { good: string[]; bad: string[] }> = {
  'document-without-heading': {
    good: [document('<p>x</p>')],
    bad: [
      file('<div type="document" xml:id="d1"><p>x</p></div>'),
      file('<div type="document"><head> </head><p>x</p></div>'),
    ],
  },
  'document-number-differs': {
    good: [document('<p>x</p>'), file('<div type="document" n="7"><head>Letter of 1962</head><p>x</p></div>')],
    bad: [file('<div type="document" n="7"><head>8. Letter</head><p>x</p></div>')],
  },
  'attachment-without-document': {
    good: [document('<div type="attachment"><p>x</p></div>')],
    bad: [file('<div type="attachment"><p>x</p></div>')],
  },
  'letter-without-id': {
    good: [document('<floatingText type="letter" xml:id="l1"><body><p>x</p></body></floatingText>')],
    bad: [document('<floatingText type="letter"><body><p>x</p></body></floatingText>')],
  },
  'page-twice': {
    good: [document('<pb n="1"/><p>x</p><pb n="2"/><p>y</p>')],
    bad: [document('<pb n="1"/><p>x</p><pb n="1"/><p>y</p>')],
  },
  'page-order': {
    good: [
      document('<pb n="IX"/><p>x</p><pb n="1"/><p>y</p><pb n="2"/>'),
      document('<p>a <pb n="9"/>b</p><pb n="10"/>'),
    ],
    bad: [document('<pb n="1"/><p>x</p><pb n="3"/><p>y</p>'), document('<pb n="2"/><p>x</p><pb n="1"/><p>y</p>')],
  },
  'word-broken': {
    good: [
      document('<p>mis<pb n="1" break="no"/>siles</p>'),
      document('<p>U.S.–<pb n="1"/>Soviet</p>'),
      document('<p>a<lb/>b</p>'),
    ],
    bad: [document('<p>mis-<pb n="1"/>siles</p>'), document('<p>mis-<lb/>siles</p>')],
  },
  'space-before-note': {
    good: [document('<p>word<note n="1">x</note></p>'), document('<p><hi>word</hi><note n="1">x</note></p>')],
    bad: [document('<p>word <note n="1">x</note></p>'), document('<p><hi>word</hi> <note n="1">x</note></p>')],
  },
  'note-number-in-text': {
    good: [document('<p>October 26, 1962<note n="3">x</note></p>'), document('<p>the 4<note n="4">x</note></p>')],
    bad: [
      document('<p>October 26, 19623<note n="3">x</note></p>'),
      document('<p>at Tab B.2<note n="2">x</note></p>'),
      document('<p><date>October 26, 19623</date><note n="3">x</note></p>'),
    ],
  },
  'note-without-text': {
    good: [
      document('<p>word<note n="1">x</note></p>'),
      document('<p>word<note n="1"><graphic url="a.png"/></note></p>'),
    ],
    bad: [document('<p>word<note n="1"> </note></p>')],
  },
  'note-number-twice': {
    good: [
      document('<p>a<note n="1">x</note>b<note n="2">y</note></p>'),
      document('<p>a<note n="1">x</note></p><floatingText><body><p>b<note n="2">y</note></p></body></floatingText>'),
    ],
    bad: [document('<p>a<note n="1">x</note>b<note n="1">y</note></p>')],
  },
  'dates-reversed': {
    good: [document('<p><date notBefore="1970-08-04" notAfter="1970-08-14">then</date></p>')],
    bad: [document('<p><date notBefore="1970-08-14" notAfter="1970-08-04">then</date></p>')],
  },
  'span-reversed': {
    good: [
      document('<p><date from="1961" to="1963">then</date></p>'),
      document('<p><date from="-0044" to="-0043">x</date></p>'),
    ],
    bad: [document('<p><date from="1963" to="1961">then</date></p>')],
  },
  'year-differs': {
    good: [
      document('<p><date when="1962-10-26">October 26, 1962</date></p>'),
      document('<p><date when="1962-10-26">October 26</date></p>'),
      document('<p><date when="1733-01-01" calendar="#julian">January 1, 1732</date></p>'),
    ],
    bad: [document('<p><date when="1926-10-26">October 26, 1962</date></p>')],
  },
  'letter-without-sender': {
    good: [letter('<correspAction type="sent"><persName>A</persName><date when="1962"/></correspAction>')],
    bad: [letter('<correspAction type="sent"><date when="1962"/></correspAction>')],
  },
  'letter-without-recipient': {
    good: [letter('<correspAction type="received"><orgName>B</orgName></correspAction>')],
    bad: [letter('<correspAction type="sent"><persName>A</persName></correspAction>')],
  },
  'letter-without-date': {
    good: [letter('<correspAction type="sent"><persName>A</persName><date notBefore="1962"/></correspAction>')],
    bad: [letter('<correspAction type="sent"><persName>A</persName></correspAction>')],
  },
  'isbn-wrong': {
    good: [isbn('9780160766985'), isbn('978-0-16-076698-5'), isbn('not an ISBN')],
    bad: [isbn('9780160766958'), isbn('9780160766986')],
  },
  'licence-missing': {
    good: [document('<p>x</p>')],
    bad: [file('<p>x</p>', HEADER.replace(/<availability>.*<\/availability>/, ''))],
  },
  'language-missing': {
    good: [document('<p>x</p>')],
    bad: [file('<p>x</p>', HEADER, '')],
  },
  'figure-without-description': {
    good: [
      document('<figure><graphic url="a.png"/><figDesc>A map.</figDesc></figure>'),
      document('<figure><p>x</p></figure>'),
    ],
    bad: [document('<figure><graphic url="a.png"/></figure>')],
  },
  'table-ragged': {
    good: [
      document('<table><row><cell>a</cell><cell>b</cell></row><row><cell>c</cell><cell>d</cell></row></table>'),
      document('<table><row><cell cols="2">a</cell></row><row><cell>c</cell><cell>d</cell></row></table>'),
    ],
    bad: [document('<table><row><cell>a</cell></row><row><cell>c</cell><cell>d</cell></row></table>')],
  },
  'empty-block': {
    good: [document('<p><pb n="1"/></p>'), document('<p>x</p>')],
    bad: [document('<p> </p>'), document('<list><item/></list>')],
  },
};

describe('the rules of octavo.sch', () => {
  test('every rule has its cases here, and every rule says why it asks', () => {
    const rules = rulesOf(SCHEMA);
    expect(rules.map((rule) => rule.id).toSorted()).toEqual(Object.keys(CASES).toSorted());
    expect(rules.filter((rule) => rule.diagnostic.length < 20)).toEqual([]);
  });

  for (const [id, { good, bad }] of Object.entries(CASES)) {
    test(`${id}: silent where all is well, heard where it is not`, async () => {
      for (const tei of good)
        expect(
          (await check(SCHEMA, tei)).filter((said) => said.id === id),
          tei,
        ).toEqual([]);
      for (const tei of bad)
        expect(
          (await check(SCHEMA, tei)).filter((said) => said.id === id),
          tei,
        ).toHaveLength(1);
    });
  }

  test('a message is a plain sentence with the words in question', async () => {
    const said = await check(SCHEMA, document('<p>October 26, 19623<note n="3">x</note></p>'));
    expect(said.map((one) => `${one.role}: ${one.message}`)).toMatchInlineSnapshot(`
      [
        "warning: The number of note 3 seems to stand also in the text before it (“19623”). Take it out of the text: the note itself brings its number.",
      ]
    `);
  });

  test('nothing is to be said of the sample edition', async () => {
    for (const name of ['d194.xml', 'people.xml', 'terms.xml']) {
      expect(await check(SCHEMA, readFileSync(`tei/${name}`, 'utf8')), name).toEqual([]);
    }
  });
});
