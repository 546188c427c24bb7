/** Inputs that grow in one dimension: what is doubled, and nothing else. */

const header =
  '<teiHeader><fileDesc><titleStmt><title>T</title></titleStmt><publicationStmt><p>P</p></publicationStmt>' +
  '<sourceDesc><p>S</p></sourceDesc></fileDesc></teiHeader>';

const tei = (body: string, around: { before?: string; back?: string } = {}): string =>
  `<TEI xmlns="http://www.tei-c.org/ns/1.0">${header}${around.before ?? ''}<text><body>${body}</body>${around.back ?? ''}</text></TEI>`;

const times = (n: number, one: (i: number) => string): string => Array.from({ length: n }, (_, i) => one(i)).join('');
const inDocument = (body: string): string => tei(`<div type="document" xml:id="a"><head>H</head>${body}</div>`);
const inParagraph = (body: string): string => inDocument(`<p>begin ${body} end</p>`);

/** TEI by what grows in it. */
export const teiInputs: Readonly<Record<string, (n: number) => string>> = {
  'sibling documents': (n) =>
    tei(times(n, (i) => `<div type="document" xml:id="d${i}"><head>H</head><p>word</p></div>`)),
  'sibling divisions in a document': (n) => inDocument(times(n, () => '<div><head>H</head><p>word</p></div>')),
  paragraphs: (n) => inDocument(times(n, (i) => `<p>word ${i}</p>`)),
  words: (n) => inParagraph(times(n, (i) => `word${i} `)),
  'letters without spaces': (n) => inParagraph('abcdefghij'.repeat(n)),
  'page breaks': (n) => inParagraph(times(n, (i) => `word <pb n="${i + 1}"/>`)),
  'page breaks in words': (n) => inParagraph(times(n, (i) => `one-<pb n="${i + 1}" break="no"/>two `)),
  'page breaks in one word': (n) => inParagraph(times(n, (i) => `a<pb n="${i + 1}" break="no"/>`)),
  'line breaks': (n) => inParagraph(times(n, () => 'word <lb/>')),
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
  'notes at the end': (n) =>
    tei(`<div type="document" xml:id="a"><p>${times(n, (i) => `word<ref target="#n${i}">${i}</ref> `)}</p></div>`, {
      back: `<back><div type="notes">${times(n, (i) => `<note xml:id="n${i}" n="${i}">body</note>`)}</div></back>`,
    }),
};
