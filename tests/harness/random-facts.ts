import type { Chance } from './chance.ts';

/** Files made at random in which facts are everywhere that facts are read from, and where they are not: for readers that must agree on them. */

interface Making {
  readonly luck: Chance;
  readonly next: () => number;
}

type Make = (making: Making) => string;

const some =
  (share: number, make: Make): Make =>
  (making) =>
    making.luck.often(share) ? make(making) : '';
const oneOf =
  (...options: readonly Make[]): Make =>
  (making) =>
    making.luck.pick(options)(making);
const upTo =
  (most: number, make: Make): Make =>
  (making) =>
    Array.from({ length: making.luck.below(most + 1) }, () => make(making)).join('');
const inOrder =
  (...parts: readonly Make[]): Make =>
  (making) =>
    parts.map((part) => part(making)).join('');
const plain =
  (text: string): Make =>
  () =>
    text;

const wordList = [
  'Memorandum', 'From ', ' to\n  ', 'the ', 'Kissinger', 'Schnitzler, Arthur', 'Sanford, William F., Jr.', '194. ', 'No. 12 ', '[65] ',
  '\u00A0', '٣. ', '1968', '1895–1896', 'Berlin', '’', ', ', 'a&amp;b', '<![CDATA[<c>]]>', '<!-- x -->', '  ', 'III',
]; // prettier-ignore
const word: Make = ({ luck }) => luck.pick(wordList);
const words: Make = (making) => Array.from({ length: making.luck.below(4) }, () => word(making)).join('');

const value: Make = ({ luck }) =>
  luck.pick(['1968', '1895-12-01', '', '194', '7', '#p1', 'people.xml#p2', '#d1', '#d2', 'x']);
/** Some of these attributes, in any order. */
const attributes =
  (...names: readonly string[]): Make =>
  (making) =>
    names
      .filter(() => making.luck.often(35))
      .sort(() => (making.luck.often(50) ? 1 : -1))
      .map((name) => ` ${name}="${value(making)}"`)
      .join('');
const type = (...values: readonly string[]): Make => some(80, ({ luck }) => ` type="${luck.pick(values)}"`);
const element =
  (name: string, given: Make, inside: Make): Make =>
  (making) =>
    `<${name}${given(making)}>${inside(making)}</${name}>`;
const none = plain('');

const noteBody: Make = (making) => oneOf(words, words, element('p', none, words), oneOf(agent, date, place))(making);
const note = element('note', type('source', 'source', 'from', 'x'), noteBody);
const date = element(
  'date',
  attributes('when', 'when-iso', 'notBefore', 'notAfter', 'from', 'to', 'calendar'),
  (making) => phrase(making),
);
const place = element('placeName', attributes('ref'), (making) => phrase(making));
const agentName: Make = ({ luck }) => luck.pick(['persName', 'orgName', 'gloss', 'name', 'rs', 'hi', 'title']);
const agent: Make = (making) => {
  const name = agentName(making);
  return element(name, inOrder(type('from', 'to', 'x'), attributes('ref', 'corresp', 'key')), (m) => phrase(m))(making);
};
const listOfAgents = element(
  'list',
  type('from', 'to', 'x'),
  upTo(
    3,
    element(
      'item',
      none,
      upTo(
        3,
        oneOf(words, (making) => agent(making), element('persName', attributes('ref', 'key'), words)),
      ),
    ),
  ),
);
const choice: Make = (making) => {
  const side = oneOf(...['sic', 'corr', 'orig', 'reg', 'abbr', 'expan'].map((name) => element(name, none, words)));
  return element('choice', none, upTo(3, inOrder(side, plain(' '))))(making);
};
const app = element('app', none, upTo(3, oneOf(element('lem', none, words), element('rdg', none, words))));
const point = oneOf(
  ...[
    '<lb/>',
    '<pb n="3"/>',
    '<space/>',
    '<fw>h</fw>',
    '<index><term>t</term></index>',
    '<m:x xmlns:m="urn:m">y</m:x>',
  ].map(plain),
);
const phrase: Make = ({ luck, next }) => {
  const making = { luck, next };
  const inside = oneOf(words, words, words, words, word, point, choice, app, note, agent, date, place, listOfAgents);
  return upTo(2, inside)(making);
};

const head = element(
  'head',
  none,
  inOrder(
    phrase,
    phrase,
    some(
      15,
      element('dateline', none, (making) => inOrder(phrase, some(60, date), some(60, place))(making)),
    ),
  ),
);
const dateline = element(
  'dateline',
  none,
  upTo(3, oneOf(words, date, place, note, element('hi', none, inOrder(date, place)))),
);
const opener = element('opener', none, upTo(3, oneOf(dateline, date, words, note, element('salute', none, phrase))));
const closer = element('closer', none, upTo(3, oneOf(dateline, date, words, note, element('signed', none, phrase))));
const paragraph = element('p', none, upTo(3, oneOf(words, note, agent, date)));

const documentType: Make = ({ luck }) => ` type="${luck.pick(['document', 'document', 'chapter', 'section'])}"`;
const id: Make = ({ luck, next }) => (luck.often(60) ? ` xml:id="d${next()}"` : '');
const division =
  (depth: number): Make =>
  (making) =>
    element(
      'div',
      inOrder(
        documentType,
        id,
        some(40, (m) => ` n="${m.luck.pick(['7', ' 12 ', '194', ''])}"`),
      ),
      upTo(
        6,
        oneOf(
          head,
          head,
          opener,
          closer,
          paragraph,
          dateline,
          note,
          plain('<pb n="2"/>'),
          ...(depth < 3 ? [division(depth + 1)] : []),
        ),
      ),
    )(making);

const titlePage = element(
  'titlePage',
  none,
  upTo(
    3,
    oneOf(
      element('docTitle', none, upTo(2, element('titlePart', none, phrase))),
      element('titlePart', none, phrase),
      element('byline', none, element('docAuthor', none, words)),
    ),
  ),
);
const text: Make = (making) =>
  element(
    'text',
    id,
    inOrder(
      some(60, element('front', none, upTo(3, oneOf(titlePage, titlePage, head, division(1))))),
      element('body', none, upTo(4, oneOf(head, paragraph, opener, division(0), division(0), closer))),
      some(40, element('back', none, upTo(2, division(1)))),
    ),
  )(making);

const person: Make = (making) =>
  oneOf(
    words,
    words,
    inOrder(element('surname', none, words), element('forename', none, words), element('forename', none, words)),
  )(making);
const people: Make = (making) => {
  const name = making.luck.pick(['author', 'editor']);
  const role = making.luck.pick(['', ' role="general"', ' role="x"']);
  return element(
    name,
    plain(role),
    oneOf(
      person,
      element('persName', none, person),
      upTo(3, inOrder(element('persName', none, person), element('name', none, words))),
    ),
  )(making);
};
const title = element(
  'title',
  inOrder(
    type('complete', 'main', 'series', 'sub-series', 'subseries', 'volume-number', 'volumenumber', 'volume'),
    some(40, ({ luck }) => ` level="${luck.pick(['a', 's', 'm', ''])}"`),
  ),
  oneOf(words, words, plain('Volume XIV, Part 2'), plain('Band 3'), plain('Vol. MCMXC')),
);
const idno: Make = (making) =>
  element(
    'idno',
    type('frus', 'ISBN', 'isbn-13', 'DOI', 'x'),
    oneOf(plain('978-0-16'), plain('https://doi.org/10.1/x'), words, (m) => idno(m)),
  )(making);
const publication = upTo(
  6,
  oneOf(
    element('publisher', none, words),
    element('pubPlace', none, words),
    element('date', attributes('when'), words),
    idno,
    element('availability', none, oneOf(element('licence', attributes('target'), words), words)),
  ),
);
const action = element(
  'correspAction',
  type('sent', 'received', 'x'),
  upTo(
    5,
    oneOf(
      element('persName', attributes('ref', 'key'), words),
      element('orgName', attributes('corresp'), words),
      element('rs', none, words),
      date,
      element('placeName', none, words),
      element('settlement', none, words),
    ),
  ),
);
const correspDesc = element('correspDesc', attributes('corresp', 'target'), upTo(4, action));
const header: Make = (making) =>
  element(
    'teiHeader',
    none,
    inOrder(
      element(
        'fileDesc',
        none,
        inOrder(
          element('titleStmt', none, upTo(6, oneOf(title, title, people))),
          element('publicationStmt', none, publication),
          some(40, element('seriesStmt', none, upTo(2, oneOf(title, idno)))),
          plain('<sourceDesc><biblFull><titleStmt><title>S</title></titleStmt></biblFull></sourceDesc>'),
        ),
      ),
      element(
        'profileDesc',
        none,
        inOrder(
          some(50, element('langUsage', none, element('language', attributes('ident'), none))),
          upTo(3, correspDesc),
        ),
      ),
    ),
  )(making);

const register =
  '<person xml:id="p1"><persName><surname>Mahan</surname> <forename>Erin</forename></persName></person><org xml:id="x"><orgName>Office</orgName></org>';

/** A file of TEI: a text, or a corpus of several. */
export function randomFile(luck: Chance): string {
  let number = 0;
  const making: Making = { luck, next: () => ++number };
  const one = (attribute: string): string =>
    `<TEI${attribute}>${header(making)}<standOff><listPerson>${register}</listPerson></standOff>${text(making)}</TEI>`;
  const space = ' xmlns="http://www.tei-c.org/ns/1.0"';
  if (luck.often(70)) return one(space);
  const name = luck.pick(['teiCorpus', 'TEI']);
  return `<${name}${space}>${header(making)}${one('')}${one(luck.often(50) ? ' xml:id="second"' : '')}</${name}>`;
}
