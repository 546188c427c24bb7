import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { rejected, type Files } from './tools.ts';

const NS = 'xmlns="http://www.tei-c.org/ns/1.0"';

const header = (profile = ''): string =>
  `<teiHeader><fileDesc><titleStmt><title>T</title></titleStmt><publicationStmt><publisher>P</publisher><availability><p>Free.</p>
  </availability></publicationStmt><sourceDesc><p>S</p></sourceDesc></fileDesc>${profile}</teiHeader>`;

const file = (body: string): string => `<TEI ${NS}>${header()}<text><body>${body}</body></text></TEI>`;
const inText = (words: string): string => file(`<div type="chapter"><p>${words}</p></div>`);
const inHeader = (profile: string): string =>
  `<TEI ${NS}>${header(`<profileDesc>${profile}</profileDesc>`)}<text><body><p>x</p></body></text></TEI>`;

/** Fine under both schemas. */
const GOOD: Files = {
  'a chapter': file('<div type="chapter"><head>I</head><p>x</p></div>'),
  'a document with notes and pages': file(
    '<pb n="1"/><div type="document" xml:id="d1" n="1"><head>1. Letter<note n="1">x</note></head><p>a <pb n="2"/>b</p></div>',
  ),
  'a letter': file(
    '<div type="letter"><opener><dateline>Rome</dateline><salute>Sir,</salute></opener><p>x</p><closer><signed>A</signed></closer></div>',
  ),
  'a speech in verse': file('<div type="act"><sp who="#a"><speaker>A</speaker><l>x</l><stage>Exit.</stage></sp></div>'),
  'a table with a note': file(
    '<table><row><cell>a<note n="1">x</note></cell><cell cols="2">b</cell></row><row><cell/><cell/><cell/></row></table>',
  ),
  'an apparatus': inText('<app><lem wit="#A">x</lem><rdg wit="#B">y</rdg></app>'),
  'a change by the writer': inText('<subst><del rend="strikethrough">x</del><add place="above">y</add></subst>'),
  'a date before our era': inText('<date when="-0044-03-15">the Ides</date>'),
  'a date with a time': inText('<date when="1962-10-26T19:00:00+03:00">then</date>'),
  'an entry of a dictionary': file(
    `<div type="letter"><entry xml:id="e" type="main"><form type="lemma"><orth>Abart</orth><pron notation="IPA">x</pron></form>
    <gramGrp><pos>noun</pos><gen>f</gen></gramGrp><sense n="1"><usg type="geo">Austria</usg><def>x</def><cit type="translation" xml:lang="pt">
    <form><orth>espécie</orth></form><gramGrp><gen>f</gen></gramGrp></cit><sense n="1a"><xr type="syn"><lbl>see</lbl> <ref target="#e">x</ref></xr>
    </sense></sense><etym>from <lang>Latin</lang> <mentioned>ars</mentioned></etym><note n="1" type="usage">x</note></entry></div>`,
  ),
  'an entry inside an entry': file(
    '<div type="letter"><entry xml:id="e"><form><orth>a</orth></form><entry type="compound" xml:id="f"><form><orth>b</orth></form></entry></entry></div>',
  ),
  'an entry as printed': file(
    '<div type="letter"><entryFree><orth>a</orth>, <pos>n.</pos>; <oRef>~</oRef>s, <number>pl.</number></entryFree></div>',
  ),
  'an utterance with annotations': file(
    '<div type="scene"><annotationBlock who="#a"><u>x</u><spanGrp type="wordForm"><span>y</span></spanGrp></annotationBlock></div>',
  ),
  'a message of a chat': file(
    '<div type="section"><post who="#a" when="2019-05-04T10:12:00" indentLevel="1"><p>x</p></post></div>',
  ),
  'a register without a text': `<TEI ${NS}>${header()}<standOff><listPerson><person xml:id="a"><persName>A</persName></person></listPerson></standOff></TEI>`,
};

/** What projects really write: fine for exchange, too loose for an edition. */
const LOOSE: Files = {
  'a paragraph after a division': file('<div type="chapter"><div type="section"><p>x</p></div><p>y</p></div>'),
  'a page without number': inText('a <pb/>b'),
  'a note without number and kind': inText('a<note>b</note>'),
  'a division without type': file('<div><p>x</p></div>'),
  'a division of a kind of its own': file('<div type="writingSession"><p>x</p></div>'),
  'an unknown look': inText('<hi rend="strpng">x</hi>'),
  'a greeting in a paragraph': file('<div type="letter"><p><salute>Sir,</salute> yes.</p></div>'),
  'an address in a division': file('<div type="letter"><address><addrLine>Rome</addrLine></address><p>x</p></div>'),
  'an element of another namespace': inText('<f:ship xmlns:f="urn:f" f:flag="x">Grozny</f:ship>'),
  'an attribute of another namespace': inText('<hi rend="bold" f:x="1" xmlns:f="urn:f">x</hi>'),
  'TEI inside another namespace': file(
    '<div type="chapter"><f:attachment xmlns:f="urn:f"><head>A</head><opener>x</opener><p>x</p><closer>x</closer></f:attachment></div>',
  ),
  'a formula in MathML': inText(
    '<formula><m:math xmlns:m="http://www.w3.org/1998/Math/MathML"><m:mi>x</m:mi></m:math></formula>',
  ),
  'a drawing in SVG': inText('<figure><s:svg xmlns:s="http://www.w3.org/2000/svg"><s:path d="M0 0"/></s:svg></figure>'),
  'music in MEI': inText(
    '<notatedMusic><m:mdiv xmlns:m="http://www.music-encoding.org/ns/mei"><m:note pname="c"/></m:mdiv></notatedMusic>',
  ),
  'the features of a word': inText('<w ana="#f">is</w><fs xml:id="f"><f name="pos"><symbol value="verb"/></f></fs>'),
  'a graph and a tree': file(
    '<div type="section"><graph type="directed"><node xml:id="a"/><node xml:id="b"/><arc from="#a" to="#b"/></graph><eTree><eLeaf><label>x</label></eLeaf></eTree></div>',
  ),
  'the specification of a schema': file(
    `<schemaSpec ident="s" start="TEI"><moduleRef key="core" include="p hi"/><elementSpec ident="p" mode="change"><constraintSpec ident="c" scheme="schematron">
    <constraint><s:assert xmlns:s="http://purl.oclc.org/dsdl/schematron" test="*">x</s:assert></constraint></constraintSpec><model predicate="@rend" behaviour="block">
    <param name="content" value="."/><outputRendition>color: red</outputRendition></model></elementSpec></schemaSpec>`,
  ),
  'a list of specifications in prose': inText(
    'see <specList><specDesc key="p"/></specList> and <gi>p</gi>: <egXML xmlns="http://www.tei-c.org/ns/Examples"><p>x</p></egXML>',
  ),
  'entries with pages between them': file(
    '<div type="letter"><superEntry><form><orth>a</orth></form><pb n="2"/><entry xml:id="e"><form><orth>a</orth></form></entry></superEntry></div>',
  ),
  'a place known by its number': inHeader(
    '<settingDesc><place><placeName>Rome</placeName><location><idno type="geonames">3169070</idno></location></place></settingDesc>',
  ),
  'divisions with numbers': file('<div1 type="part"><head>I</head><div2 type="chapter"><p>x</p></div2></div1>'),
  'a reference that leads nowhere': inText('<ref>Document 65</ref>'),
  'a document without heading': file('<div type="document" xml:id="d1"><p>x</p></div>'),
  'a document without id': file('<div type="document"><head>x</head><p>x</p></div>'),
};

/** Real faults, for both schemas. */
const WRONG: Files = {
  'a misspelt element': inText('<placName>Rome</placName>'),
  'an element in the wrong case': inText('<PersName>A</PersName>'),
  'an element without namespace': inText('<name xmlns="">A</name>'),
  'a misspelt namespace': inText('<name xmlns="http://www.tei-c.org/ns/1.0/">A</name>'),
  'a piece of XHTML': inText('<b xmlns="http://www.w3.org/1999/xhtml">A</b>'),
  'a misspelt attribute': inText('<persName reff="#a">A</persName>'),
  'an attribute on the wrong element': file('<div type="chapter"><p target="#a">A</p></div>'),
  'a day that does not exist': inText('<date when="1962-02-30">then</date>'),
  'a month without its zero': inText('<date when="1962-2-3">then</date>'),
  'a date in words': inText('<date when="October 26">then</date>'),
  'words directly in a division': file('<div type="chapter">x<p>y</p></div>'),
  'words directly in a list': file('<list>x<item>y</item></list>'),
  'an item outside a list': file('<div type="chapter"><item>x</item></div>'),
  'a list directly in a list': file('<list><list><item>x</item></list></list>'),
  'a paragraph in a paragraph': inText('<p>x</p>'),
  'a division in a paragraph': inText('<div type="section"><p>x</p></div>'),
  'a heading after the text': file('<div type="chapter"><p>x</p><head>I</head></div>'),
  'a cell outside a row': file('<table><cell>x</cell></table>'),
  'a row outside a table': file('<div type="chapter"><row><cell>x</cell></row></div>'),
  'words in a page break': inText('<pb n="1">1</pb>'),
  'an id that begins with a number': inText('<hi rend="bold" xml:id="1a">x</hi>'),
  'an id with a space': inText('<hi rend="bold" xml:id="a b">x</hi>'),
  'an empty pointer': inText('<ref target="">x</ref>'),
  'a picture without address': file('<figure><graphic/></figure>'),
  'an unknown certainty': inText('<persName cert="perhaps">A</persName>'),
  'a number that is none': inText('<gap reason="lost" quantity="two"/>'),
  'a header without title': `<TEI ${NS}>${header().replace('<title>T</title>', '')}<text><body><p>x</p></body></text></TEI>`,
  'a header without source': `<TEI ${NS}>${header().replace(/<sourceDesc>.*<\/sourceDesc>/, '')}<text><body><p>x</p></body></text></TEI>`,
  'no header': `<TEI ${NS}><text><body><p>x</p></body></text></TEI>`,
  'a text without body': `<TEI ${NS}>${header()}<text><front><p>x</p></front></text></TEI>`,
  'two bodies': `<TEI ${NS}>${header()}<text><body><p>x</p></body><body><p>x</p></body></text></TEI>`,
  'a header that stands last': `<TEI ${NS}><text><body><p>x</p></body></text>${header()}</TEI>`,
  'a speaker outside a speech': file('<div type="act"><speaker>A</speaker><l>x</l></div>'),
  'an entry in a paragraph': inText('<entry><form><orth>x</orth></form></entry>'),
  'a misspelt part of an entry': file('<entry><form><ortho>x</ortho></form></entry>'),
  'a part of speech outside an entry': file('<div type="chapter"><pos>noun</pos></div>'),
  'words directly in an entry': file('<entry>x<form><orth>x</orth></form></entry>'),
  'a feature outside a feature structure': inText('<f name="pos"><symbol value="verb"/></f>'),
  'a misspelt element in a feature structure': inText('<fs><f name="pos"><symbl value="verb"/></f></fs>'),
  'XHTML in a specification': file(
    '<elementSpec ident="p"><b xmlns="http://www.w3.org/1999/xhtml">x</b></elementSpec>',
  ),
  'a person in a paragraph': inText('<person><persName>A</persName></person>'),
};

const names = (files: Files): string[] => Object.keys(files);
const rejectedBy = async (schema: string, cases: Files): Promise<string[]> => {
  const numbered = Object.fromEntries(Object.entries(cases).map(([, text], index) => [`${index}.xml`, text]));
  const numbers = await rejected(readFileSync(`schema/octavo-${schema}.rng`, 'utf8'), numbered);
  return numbers.map((name) => names(cases)[Number.parseInt(name, 10)]!);
};

test('what is good is good under both schemas', async () => {
  expect(await rejectedBy('exchange', GOOD)).toEqual([]);
  expect(await rejectedBy('edition', GOOD)).toEqual([]);
});

test('what projects really write is taken by the exchange schema, and not by the edition schema', async () => {
  expect(await rejectedBy('exchange', LOOSE)).toEqual([]);
  expect(await rejectedBy('edition', LOOSE)).toEqual(names(LOOSE));
});

test('real faults are faults under both schemas', async () => {
  expect(await rejectedBy('exchange', WRONG)).toEqual(names(WRONG));
  expect(await rejectedBy('edition', WRONG)).toEqual(names(WRONG));
});

test('the sample edition is valid under both schemas', async () => {
  const sample = Object.fromEntries(
    ['d194.xml', 'people.xml', 'terms.xml'].map((name) => [name, readFileSync(`tei/${name}`, 'utf8')]),
  );
  expect(await rejectedBy('exchange', sample)).toEqual([]);
  expect(await rejectedBy('edition', sample)).toEqual([]);
});
