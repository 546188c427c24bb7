import type { Chance } from './chance.ts';

/** Files made at random whose headers say who made a text, when and from what, in all the ways that headers do. */

const names = [
  'Burnet, John', 'Burnet, John, 1863–1928', 'Burnet, Jane (1863-1928)', 'Aylett, Robert, 1583-1655?', 'Smith, Adam 1723-1790', 'Burnet, John, b. 1863',
  'Erin R. Mahan', 'William F. Sanford, Jr.', 'Sanford, William F., Jr.', 'Sanford, Jr., William F.', 'Thompson, Llewellyn E. Jr.', 'A. B.', 'Plato', '[Anonymous]',
  'Jonathan Prag', 'Hofmannsthal, Hugo von', 'van Gogh, Vincent', 'Department of Trade and Industry', 'Industry, Department of Trade and', 'Marks &amp; Spencer',
  'Smith, John; Doe, Jane', 'Smith, John and Doe, Jane', 'John Smith and Jane Doe', 'Cynthia Damon, et al.', 'Damon, Cynthia et al.', 'et al.', 'Müller, Łukasz &amp; Li, Bai',
  'محمد كرد علي', 'كرد علي, محمد', '白居易', 'Μᾶρκος', 'Thompson, Ambassador at Large', 'U.S. Department of State', 'Juan C. García Lorca', 'Cross, Victoria [1868–1952]', 'O’Hara, J.G.',
  '', ' ; ', ', ', '1863–1928', 'Doyle, Arthur Conan, Sir', 'Louis XIV', 'Royal Society of London', 'Hugh Montague IV', 'Smith, John (ed.)', 'Bundesarchiv, Koblenz', 'United States, President (1861-1865 : Lincoln)', 'Eliot, T. S. (Thomas Stearns), 1888-1965',
]; // prettier-ignore
const marked = [
  '<persName><surname>Gogh</surname>, <forename>Vincent</forename> <nameLink>van</nameLink></persName>',
  '<persName><forename>Jean</forename> <nameLink>d’</nameLink><surname>Alembert</surname></persName>',
  '<persName><forename>Martin</forename> <surname>King</surname> <genName>Jr.</genName></persName>',
  '<persName><forename>Louis</forename> <genName>XIV</genName></persName>',
  '<persName><roleName>Sir</roleName> <forename>Arthur</forename> <forename>Conan</forename> <surname>Doyle</surname> <date>1859–1930</date></persName>',
  '<persName><surname>Nixon</surname></persName>',
  '<persName ref="#a"><forename>محمد</forename> <surname>كرد علي</surname></persName><persName ref="#a">Muḥammad Kurd ʿAlī</persName>',
  '<persName>Burnet, John</persName> and <persName>Doe, Jane</persName> et al.',
  '<persName>Prag, Jonathan</persName> <orgName>University of Oxford</orgName>',
  '<persName>Gallet, Marie <idno>0000-0001</idno><affiliation>Lyon</affiliation></persName>',
  '<orgName>Royal Society and Friends</orgName>',
  '<name type="org">Office, Historian</name>',
  '<name>Jowett, B.</name>',
  '<name>Li, Bai</name><name/>',
  '<persName><surname type="maiden">X</surname><surname>García</surname> <surname>Lorca</surname><forename>Federico</forename></persName>',
];
const resps = [
  'translated by',
  'Translator:',
  'Edited by',
  'Übersetzung',
  'a cura di',
  'Transcription',
  'edited and checked by',
  '',
];
const dates = [
  '<date when="2006"/>', '<date>2006</date>', '<date when="2021-04-09">9 April</date>', '<date from="1890" to="1895"/>', '<date notBefore="1880" notAfter="1890">c. 1885</date>',
  '<date when="-0359">360 BCE</date>', '<date from="1890"/>', '<date to="1895"/>', '<date notBefore="1890"/>', '<date notAfter="1895-07"/>', '<date>[1885?]</date>', '<date>c. 1885.</date>',
  '<date>1890–95</date>', '<date>1890-1895</date>', '<date>October, 2017</date>', '<date>3 Mar. 1901</date>', '<date>June 5, 1878</date>', '<date>spring 1920</date>', '<date>1905-06</date>',
  '<date>n.d.</date>', '<date>First printed 1910, again 1912</date>', '<date>360 BC</date>', '<date calendar="#hijri">1324</date>', '<date when="1885" cert="low"/>', '<date when="1885" precision="medium"/>',
  '<date cert="low">1885</date>', '<date when="x">1885</date>', '<date/>', '<date when-iso="1999-12-31"/>', '<date>1890–</date>', '<date>ca. 1880–ca. 1890</date>', '<date when="1885-23"/>', '<date when="0800"/>',
  '<date from="-0043" to="0014"/>', '<date notBefore="1970-08-04" notAfter="1970-08-14"/>', '<date from="1890" to="1890"/>', '<date>July 1890 – August 1891</date>', '<date>2003-07 (Phase 1).</date>',
]; // prettier-ignore
const houses = ['P', 'London :', 'John Lane,', 'Smith and Sons', '<orgName>CLARIN</orgName> <ref target="x">www</ref>', '<ref target="x">University X</ref>', 'https://x.org/a', 'House <address><addrLine>1 Street</addrLine></address>', '', 'Æon {Books} 100%']; // prettier-ignore
const ids = ['<idno type="DOI">https://doi.org/10.1/x</idno>', '<idno type="doi">doi:10.5/y</idno>', '<idno type="ISBN">978-0-16-076698-5</idno>', '<idno type="ISSN">1234-5678</idno>', '<idno type="URI">http://x.org/1</idno>', '<idno type="url">no address</idno>', '<idno>7</idno>']; // prettier-ignore
const terms = ['letter', 'Inscription', 'debate', 'poem', ''];

const scopes = ['<biblScope unit="volume">41</biblScope>', '<biblScope unit="issue">4</biblScope>', '<biblScope unit="page" from="3" to="9"/>', '<biblScope unit="pp">513–514</biblScope>', '<biblScope unit="page">iv</biblScope>']; // prettier-ignore

/** Some of these, at most so many. */
const some = (luck: Chance, most: number, list: readonly string[]): string =>
  Array.from({ length: luck.below(most + 1) }, () => luck.pick(list)).join('');

const element = (name: string, attributes: string, content: string): string =>
  `<${name}${attributes}>${content}</${name}>`;

function person(luck: Chance): string {
  const name = luck.pick(['author', 'author', 'editor', 'respStmt']);
  const content = luck.often(50) ? luck.pick(marked) : luck.pick(names);
  if (name === 'respStmt') {
    const inside = content.startsWith('<') ? content : `<name>${content}</name>`;
    return `<respStmt>${element('resp', luck.pick(['', ' key="trl"', '']), luck.pick(resps))}${inside}</respStmt>`;
  }
  return element(name, luck.pick(['', '', '', ' role="translator"', ' role="general"', ' type="org"']), content);
}

const titles = ['A Title', 'The President’s Day', 'Ada {Log} 100% $5', 'Das Buch'];
const title = (luck: Chance, level: string): string =>
  element('title', level === '' ? '' : ` level="${level}"`, luck.pick(titles));

function imprint(luck: Chance): string {
  const [publisher, place] = ['publisher', 'pubPlace'].map((name) =>
    luck.often(60) ? element(name, '', luck.pick(houses)) : '',
  );
  return `${publisher}${place}${some(luck, 2, dates)}`;
}

const manuscript = `<msDesc><msIdentifier><settlement>Oxford</settlement><repository>Bodleian Library</repository><idno>MS. Auct. 1</idno></msIdentifier></msDesc>`;

/** What a text was made from, in each of the elements of TEI. */
function source(luck: Chance): string {
  const host = title(luck, luck.pick(['j', 'm', '']));
  const analytic = luck.often(60) ? `<analytic>${title(luck, 'a')}</analytic>` : '';
  const meeting = luck.often(15) ? '<meeting>A conference</meeting>' : '';
  const monogr = `<monogr>${host}${meeting}<imprint>${imprint(luck)}${some(luck, 3, scopes)}</imprint></monogr>`;
  return luck.pick([
    `<biblStruct>${analytic}${monogr}</biblStruct>`,
    `<biblFull><titleStmt>${title(luck, '')}</titleStmt><publicationStmt>${imprint(luck)}</publicationStmt></biblFull>`,
    `<bibl type="digitalSource">${title(luck, '')}</bibl><bibl>${title(luck, luck.pick(['a', 'm', '']))}${host}${imprint(luck)}${some(luck, 2, scopes)}</bibl>`,
    manuscript,
    `<listWit><witness>${manuscript}</witness></listWit>`,
    `<bibl>${title(luck, 'm')}</bibl>${manuscript}`,
    '<p>s</p>',
  ]);
}

/** A file with such a header, of one text. */
export function fileWithHeader(luck: Chance): string {
  const people = Array.from({ length: luck.below(4) }, () => person(luck)).join('');
  const publication = ['publisher', 'distributor', 'authority', 'pubPlace']
    .map((name) =>
      some(
        luck,
        name === 'publisher' ? 2 : 1,
        houses.map((house) => element(name, '', house)),
      ),
    )
    .join('');
  const series = luck.often(25) ? `<seriesStmt>${title(luck, luck.pick(['s', 'j']))}</seriesStmt>` : '';
  const meeting = luck.often(5) ? '<meeting>Term 1</meeting>' : '';
  const sent = luck.often(20)
    ? '<correspDesc><correspAction type="sent"><persName>Mamroth, Fedor</persName></correspAction></correspDesc>'
    : '';
  const classes = `<textClass><keywords>${element('term', '', luck.pick(terms))}</keywords></textClass>`;
  return `<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>A Title</title>${luck.pick(['', '', '<title type="sub">A Log</title>', '<title type="main">Main.</title><title type="sub">A Log</title>'])}${people}${meeting}</titleStmt>
<publicationStmt>${publication}${some(luck, 2, dates)}${some(luck, 3, ids)}</publicationStmt>${series}<sourceDesc>${source(luck)}</sourceDesc></fileDesc>
<profileDesc>${classes}${sent}</profileDesc></teiHeader><text><body><p>Words.</p></body></text></TEI>`;
}
