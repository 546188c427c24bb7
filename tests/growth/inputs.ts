/** Inputs that grow in one dimension: what is doubled, and nothing else. */

import { inDocument, inParagraph, type Inputs, tei, times } from './tei.ts';

const inTei = 'xmlns="http://www.tei-c.org/ns/1.0"';
const including = (inside: string): string =>
  inDocument(inside).replace('<TEI ', '<TEI xmlns:xi="http://www.w3.org/2001/XInclude" ');

/** TEI by what grows in it. */
export const teiInputs: Inputs = {
  'sibling documents': (n) =>
    tei(times(n, (i) => `<div type="document" xml:id="d${i}"><head>H</head><p>word</p></div>`)),
  'words between documents': (n) =>
    tei(times(n, (i) => `<div type="document" xml:id="d${i}"><p><pb n="${i}"/>word</p></div><p>between</p>`)),
  'lines of an example': (n) => inDocument(`<eg>${'word\n  <hi>word</hi>\n'.repeat(n)}</eg>`),
  'sibling divisions in a document': (n) => inDocument(times(n, () => '<div><head>H</head><p>word</p></div>')),
  paragraphs: (n) => inDocument(times(n, (i) => `<p>word ${i}</p>`)),
  words: (n) => inParagraph(times(n, (i) => `word${i} `)),
  'letters without spaces': (n) => inParagraph('abcdefghij'.repeat(n)),
  'page breaks': (n) => inParagraph(times(n, (i) => `word <pb n="${i + 1}"/>`)),
  'page breaks in words': (n) => inParagraph(times(n, (i) => `one-<pb n="${i + 1}" break="no"/>two `)),
  'page breaks in one word': (n) => inParagraph(times(n, (i) => `a<pb n="${i + 1}" break="no"/>`)),
  'line breaks': (n) => inParagraph(times(n, () => 'word <lb/>')),
  'numbered lines': (n) =>
    inParagraph(
      times(n, (i) => `<lb n="${i + 1}"/>word <w part="I">wo</w><lb n="${i}a" ed="x"/><w>r<lb break="no"/>d</w> `),
    ),
  'line breaks in words': (n) => inParagraph(times(n, () => 'wo-<lb break="no"/>rd ')),
  notes: (n) => inParagraph(times(n, (i) => `word<note n="${i + 1}" xml:id="n${i}">body</note> `)),
  'notes without numbers': (n) => inParagraph(times(n, () => 'word<note>body</note> ')),
  'notes in a note': (n) =>
    inParagraph(`word<note n="1">out ${times(n, (i) => `in<note n="${i}">body</note> `)}</note>`),
  'pointers to one place': (n) => inParagraph(times(n, () => '<ref target="#a">there</ref> ')),
  'pointers to many places': (n) =>
    inDocument(times(n, (i) => `<p xml:id="p${i}">word <ref target="#p${n - 1 - i}">there</ref></p>`)),
  'pointers to nowhere': (n) => inParagraph(times(n, (i) => `<ref target="#x${i}">there</ref> `)),
  ids: (n) => inDocument(times(n, (i) => `<p xml:id="p${i}">word</p>`)),
  'ids given twice': (n) => inDocument(times(n, () => '<p xml:id="same">word</p>')),
  lines: (n) => inDocument(`<p>${'word\n'.repeat(n)}</p>`),
  'highlighted words': (n) => inParagraph(times(n, () => '<hi rend="italic">word</hi> ')),
  'paragraphs in two directions': (n) =>
    inDocument(times(n, () => '<p>שלום <foreign xml:lang="en">peace</foreign> רב<note xml:lang="he">כן</note></p>')),
  'words in two directions': (n) => inParagraph(times(n, () => 'שלום <foreign xml:lang="he">רב</foreign> peace ')),
  digits: (n) => inParagraph('1234567890'.repeat(n)),
  brackets: (n) => inParagraph('[('.repeat(n)),
  'brackets in pairs': (n) => inParagraph('[word] '.repeat(n)),
  quotes: (n) => inParagraph('“word” "word" \'word\' '.repeat(n)),
  'quotes that open only': (n) => inParagraph('“word '.repeat(n)),
  dashes: (n) => inParagraph('a - b – c — '.repeat(n)),
  hyphens: (n) => inParagraph('-'.repeat(n * 4)),
  spaces: (n) => inParagraph(' '.repeat(n * 8)),
  comments: (n) => inParagraph('word <!-- a comment --> '.repeat(n)),
  'processing instructions': (n) => inParagraph('word <?do it?> '.repeat(n)),
  'included files': (n) => ({
    'a.xml': including(times(n, (i) => `<xi:include href="parts/p${i}.xml"/>`)),
    ...Object.fromEntries(
      Array.from({ length: n }, (_, i) => [`parts/p${i}.xml`, `<p ${inTei}>word <ref target="p0.xml">${i}</ref></p>`]),
    ),
  }),
  'elements included from one file': (n) => ({
    'a.xml': including(times(n, (i) => `<xi:include href="parts/all.xml" xpointer="p${i}"/>`)),
    'parts/all.xml': `<div ${inTei}>${times(n, (i) => `<p xml:id="p${i}">word ${i}</p>`)}</div>`,
  }),
  'references to entities': (n) =>
    `<!DOCTYPE TEI [<!ENTITY a "word"><!ATTLIST hi rend CDATA "italic">]>\n${inParagraph('&a; <hi n="&a;">word</hi> '.repeat(n))}`,
  'entities that are declared': (n) =>
    `<!DOCTYPE TEI [${times(n, (i) => `<!ENTITY e${i} "word ${i}">`)}]>\n${inParagraph(times(n, (i) => `&e${i}; `))}`,
  'marked sections': (n) => inParagraph('<![CDATA[word]]> '.repeat(n)),
  entities: (n) => inParagraph('a &amp; b &#x20AC; '.repeat(n)),
  'rows of a table': (n) => inDocument(`<table>${'<row><cell>a</cell><cell>b</cell></row>'.repeat(n)}</table>`),
  'cells of a row': (n) => inDocument(`<table><row>${'<cell>a</cell>'.repeat(n)}</row></table>`),
  'items of a list': (n) => inDocument(`<list>${'<item>a</item>'.repeat(n)}</list>`),
  'labels of a list': (n) => inDocument(`<list type="gloss">${'<label>a</label><item>b</item>'.repeat(n)}</list>`),
  verses: (n) => inDocument(`<lg>${'<l>word word</l>'.repeat(n)}</lg>`),
  speeches: (n) => inDocument('<sp><speaker>A</speaker><p>word</p></sp>'.repeat(n)),
  choices: (n) => inParagraph('<choice><sic>teh</sic><corr>the</corr></choice> '.repeat(n)),
  readings: (n) => inParagraph('<app><lem>a</lem><rdg wit="#A">b</rdg></app> '.repeat(n)),
  'words with signs': (n) =>
    inParagraph(
      'w<ex>o</ex>rd <supplied reason="lost">x<supplied>y</supplied></supplied> <unclear>z</unclear> <gap reason="lost"/>[<add>a</add> '.repeat(
        n,
      ),
    ),
  'readings of one entry': (n) =>
    inParagraph(
      `<app><lem>a</lem>${times(n, (i) => `<rdg wit="#W${i}" xml:id="r${i}">b</rdg>`)}${times(n, (i) => `<note target="#r${i}">c</note>`)}</app>`,
    ),
  gaps: (n) => inParagraph('<gap reason="illegible"/> '.repeat(n)),
  dates: (n) => inParagraph(times(n, () => '<date when="1969-01-01">January 1, 1969</date> ')),
  figures: (n) => inDocument('<figure><head>H</head><figDesc>D</figDesc></figure>'.repeat(n)),
  'names in a register': (n) =>
    tei(`<div type="document" xml:id="a"><p>${times(n, (i) => `<persName ref="#x${i}">N</persName> `)}</p></div>`, {
      before: `<standOff><listPerson>${times(n, (i) => `<person xml:id="x${i}"><persName>N ${i}</persName></person>`)}</listPerson></standOff>`,
    }),
  'names of one entry': (n) =>
    tei(`<div type="document" xml:id="a"><p>${times(n, () => '<persName ref="#x">N</persName> ')}</p></div>`, {
      before: '<standOff><listPerson><person xml:id="x"><persName>N</persName></person></listPerson></standOff>',
    }),
  files: (n) =>
    Object.fromEntries(
      Array.from({ length: Math.ceil(n / 4) }, (_, i) => [
        `f${i}.xml`,
        tei(`<div type="document" xml:id="d${i}"><head>H</head><p>word</p></div>`, { title: `T ${i}` }),
      ]),
    ),
  'nested divisions': (n) => inDocument(`${'<div><head>H</head><p>word</p>'.repeat(n / 8)}${'</div>'.repeat(n / 8)}`),
  'nested highlighting': (n) => inParagraph(`${'<hi rend="italic">word '.repeat(n / 8)}${'</hi>'.repeat(n / 8)}`),
  'nested notes': (n) => inParagraph(`word${times(n / 8, (i) => `<note n="${i}">body`)}${'</note>'.repeat(n / 8)}`),
  'nested lists': (n) => inDocument(`${'<list><item>word '.repeat(n / 16)}${'</item></list>'.repeat(n / 16)}`),
  'nested quotations': (n) => inParagraph(`${'<q>word '.repeat(n / 8)}${'</q>'.repeat(n / 8)}`),
  quotations: (n) => inDocument('<quote><p>word</p></quote>'.repeat(n)),
  'quotations in a paragraph': (n) => inParagraph('<q>word</q> '.repeat(n)),
  'quotations with source': (n) => inDocument('<cit><quote>word</quote><bibl>B</bibl></cit>'.repeat(n)),
  'attributes of many elements': (n) =>
    inParagraph('<hi rend="italic" n="1" xml:lang="en" corresp="#a">word</hi> '.repeat(n)),
  'attributes of one element': (n) => inParagraph(`<hi ${times(n, (i) => `a${i}="b" `)}>word</hi>`),
  'pointers of one attribute': (n) =>
    inDocument(`<p corresp="${times(n, (i) => `#p${i} `)}">word</p>${times(n, (i) => `<p xml:id="p${i}">word</p>`)}`),
  // Names of up to 1,000 characters are read.
  'long names': (n) => inParagraph(`<${'a'.repeat(n / 4)}>word</${'a'.repeat(n / 4)}>`),
  'long ids': (n) => inParagraph(`<hi xml:id="${'a'.repeat(n)}">word</hi> <ref target="#${'a'.repeat(n)}">there</ref>`),
  'looks of one element': (n) => inParagraph(`<hi rend="${times(n, (i) => `look${i} `)}">word</hi>`),
  languages: (n) => inParagraph('<foreign xml:lang="fr">mot</foreign> '.repeat(n)),
  forms: (n) =>
    inDocument(
      '<opener><dateline>Paris, <date when="1969-01-01">1969</date></dateline><salute>Sir</salute></opener><p>word</p><closer><signed>A</signed></closer>'.repeat(
        n,
      ),
    ),
  'letters of many documents': (n) =>
    tei(
      times(
        n,
        (i) =>
          `<div type="document" xml:id="d${i}" n="${i}"><head>H</head><opener><dateline>Paris, <date when="1969-01-01">1969</date></dateline></opener><p>word<note n="1" xml:id="n${i}">body</note> <ref target="#d${n - 1 - i}">there</ref></p></div>`,
      ),
    ),
  'documents by chapters': (n) =>
    tei(
      times(
        n / 4,
        (c) =>
          `<div type="chapter" xml:id="c${c}"><head>C</head>${times(4, (i) => `<div type="document" xml:id="d${c}-${i}"><head>H</head><p>word</p></div>`)}</div>`,
      ),
    ),
  'long page numbers': (n) => inParagraph(`word <pb n="${'1'.repeat(n)}"/> word`),
  'empty elements': (n) => inParagraph('<anchor/>'.repeat(n)),
  'register entries in a list': (n) =>
    inDocument(
      `<listPerson>${times(n, (i) => `<person xml:id="x${i}"><persName>N ${i}</persName><note>who</note></person>`)}</listPerson>`,
    ),
  formulas: (n) => inParagraph('<formula notation="tex">a^2</formula> '.repeat(n)),
  'elements that are unknown': (n) => inParagraph(times(n, (i) => `<unknown${i}>word</unknown${i}> `)),
  'elements of another namespace': (n) => inParagraph('<x xmlns="urn:x">word</x> '.repeat(n)),
  'verses with line breaks': (n) => inDocument(`<lg>${'<l>word<lb/>word</l>'.repeat(n)}</lg>`),
  'running heads': (n) => inParagraph('word <fw>head</fw> '.repeat(n)),
  'letters of one word with breaks': (n) => inParagraph('a<lb break="no"/>'.repeat(n)),
  'dates that are wrong': (n) => inParagraph('<date when="soon">word</date> '.repeat(n)),
  'findings in one line': (n) => inParagraph('<hi foo="b">word</hi> '.repeat(n)),
  'findings in many lines': (n) => inParagraph('<hi foo="b">word</hi>\n'.repeat(n)),
  'page breaks out of order': (n) => inParagraph(times(n, (i) => `word <pb n="${n - i}"/>`)),
  'notes at the end': (n) =>
    tei(`<div type="document" xml:id="a"><p>${times(n, (i) => `word<ref target="#n${i}">${i}</ref> `)}</p></div>`, {
      back: `<back><div type="notes">${times(n, (i) => `<note xml:id="n${i}" n="${i}">body</note>`)}</div></back>`,
    }),
};
