import type { Chance } from './chance.ts';

/**
 * Documents made at random: whatever TEI lets are in whatever, with words, breaks and notes where they do most harm.
 */

type Make = (tei: RandomTei, depth: number) => string;

interface RandomTei {
  readonly chance: Chance;
  /** The next number of a page or note. */
  number(): number;
  /** Ids of readings so far. */
  readonly ids: string[];
  /** Ids of notes that are to be written at the end, and of places that these notes are about. */
  readonly called: string[];
  readonly places: string[];
  /** Ids and numbers of what entries of an apparatus that are written at the end are about. */
  readonly lemmas: string[];
  readonly numbers: string[];
  /** Ids with which ranges over elements end. */
  readonly ends: string[];
  readonly ranges: boolean;
}

const words = [
  'one',
  'two ',
  ' three',
  ' four ',
  'fi-',
  'six\u00AD',
  ', ',
  '.',
  '\n   ',
  ' ',
  '&amp;',
  'ü',
  '10\u00A0000',
  '1',
  '[3]',
  '[°1]',
  '[§ 1.2]',
  '[| column 2]',
  '[§',
  ' : ',
  '(x) ',
  '– ',
  '* ',
];
const text: Make = ({ chance }) => Array.from({ length: chance.below(3) + 1 }, () => chance.pick(words)).join('');

const element =
  (name: string, inside: Make, attributes = ''): Make =>
  (tei, depth) =>
    `<${name}${attributes}>${inside(tei, depth + 1)}</${name}>`;

const several =
  (options: readonly Make[], most: number, least = 0): Make =>
  (tei, depth) => {
    const count = depth > 7 ? least : least + tei.chance.below(most - least + 1);
    return Array.from({ length: count }, () => tei.chance.pick(options)(tei, depth)).join('');
  };

const pb: Make = (tei) => `<pb n="${tei.number()}"/>`;
const pbInWord: Make = (tei) => `<pb n="${tei.number()}" break="no"/>`;
const points: readonly Make[] = [
  pb,
  pbInWord,
  () => '<lb/>',
  () => '<lb break="no"/>',
  (tei) => `<lb n="${tei.number()}"/>`,
  (tei) => `<lb n="${tei.chance.pick(['1', '2', 'a 3', '4:2', '5]'])}" ed="x" break="no"/>`,
  (tei, depth) => `<w${tei.chance.pick(['', ' part="I"', ' part="F"'])}>${phrase(tei, depth + 2)}</w>`,
  () => '<milestone unit="x"/>',
  (tei) =>
    `<milestone unit="${tei.chance.pick(['page', 'section', 'ed'])}" n="${tei.chance.pick(['1', '2', 'a', '1a', 'IV 2', 'x:1'])}"/>`,
  (tei) => `<cb n="${tei.chance.pick(['1', '2', 'a]'])}"/>`,
  () => '<anchor xml:id="a"/>'.replace(' xml:id="a"', ''),
  () => '<cb/>',
  () => '<fw>head</fw>',
  () => '<space/>',
  () => '<gap/>',
  () => '<!-- c -->',
];
/** Series of notes only where ranges are asked for: their labels are letters, which readings repeat in plain text as words; not fixed yet. */
function noteSays({ chance, ranges }: RandomTei): string {
  if (!ranges) return chance.often(10) ? ' place="inline"' : '';
  const says = [' place="inline"', ' place="margin"', ' type="author"', ' resp="#author"', ' type="textual"'];
  return chance.often(25) ? chance.pick(says) : '';
}
const note: Make = (tei, depth) => {
  const label = tei.chance.often(70) ? ` n="${tei.number()}"` : '';
  const place = noteSays(tei);
  const body = tei.chance.often(50) ? phrase : several([paragraph, list, quoteBlock], 3, 1);
  return `<note${label}${place}>${body(tei, depth + 2)}</note>`;
};
/** A call of a note that is written elsewhere: by a pointer to it, or by a place that it names; some of no note at all. */
const call: Make = (tei, depth) => {
  const { chance } = tei;
  const id = `n${chance.below(1e9)}`;
  if (chance.often(40)) {
    tei.places.push(id);
    return chance.pick([
      () => `<anchor xml:id="${id}"/>`,
      () => `<seg xml:id="${id}">${phrase(tei, depth + 2)}</seg>`,
      () => `<ref xml:id="${id}">${chance.pick(['*', '2', 'here'])}</ref>`,
    ])();
  }
  const again = chance.often(20) && tei.called.length > 0;
  const note = again ? chance.pick(tei.called) : id;
  if (!again) tei.called.push(id);
  return chance.pick([
    () => `<ref target="#${note}">${tei.number()}</ref>`,
    () => `<ref target="#${note}"><hi rend="sup">[${tei.number()}]</hi></ref>`,
    () => `<ref type="noteAnchor" target="#${note}" xml:id="r${id}">**)</ref>`,
    () => `<ref target="#${note}">${chance.pick(['see there', 'note 5 ', ' here'])}</ref>`,
    () => `<ptr target="#${note}"/>`,
    () => `<anchor corresp="#${note}"/>`,
  ])();
};
/** Notes that are collected at the end: those that are called, and those that say what they are about. */
function collectedNotes(tei: RandomTei): string {
  const { chance, called, places } = tei;
  let notes = '';
  for (let i = 0; i < called.length + places.length && i < 12; i++) {
    const id = called[i] ?? places[i - called.length]!;
    const says = called[i] === undefined ? `target="#${id}"` : `xml:id="${id}"`;
    const n = chance.pick(['', '', ` n="${tei.number()}"`, ' place="margin"']);
    const body = (chance.often(60) ? phrase : several([paragraph, list], 2, 1))(tei, 4);
    const more = chance.often(10) ? `<note prev="#${id}">${phrase(tei, 4)}</note>` : '';
    const note = `<note ${says}${n}>${body}</note>${more}`;
    const around = chance.pick(['', '', '', 'list item', 'p', 'noteGrp', 'list head']);
    if (around === 'list item') notes += `<list><item>${note}</item></list>`;
    else if (around === 'list head') notes += `<list><head>x</head><item>${note}</item></list>`;
    else notes += around === '' ? note : `<${around}>${note}</${around}>`;
    notes += chance.pick(['', '', '\n', pb(tei, 4), '<lb/>', '<fw>head</fw>']);
  }
  if (notes === '') return '';
  const head = chance.often(30) ? '<head>Notes</head>' : '';
  return `<div${chance.pick([' type="notes"', ' type="notes"', ' type="endnotes" xml:lang="de"', ''])}>${head}${notes}</div>`;
}
const choice: Make = (tei, depth) => {
  const [a, b] = tei.chance.pick([
    ['sic', 'corr'],
    ['orig', 'reg'],
    ['abbr', 'expan'],
    ['unclear', 'unclear'],
  ] as const);
  return `<choice>${element(a, phrase)(tei, depth + 1)} ${element(b, phrase)(tei, depth + 1)}</choice>`;
};
/** A side of an apparatus entry, some with an id, some that point to one, some empty. */
const side =
  (name: string): Make =>
  (tei, depth) => {
    const { chance } = tei;
    const target =
      name !== 'rdg' && tei.ids.length > 0 && chance.often(40) ? ` target="#${chance.pick(tei.ids.slice(-3))}"` : '';
    const own = chance.often(20) ? `s${chance.below(1e9)}` : '';
    if (own !== '') tei.ids.push(own);
    const id = own === '' ? '' : ` xml:id="${own}"`;
    const wit = chance.often(50) ? ` wit="#${chance.pick(['A', 'B', 'C'])} #D"` : '';
    const more = chance.pick(['', '', ' type="orth"', ' cert="low"', ' source="#ed"', ' resp="#x" hand=""']);
    const words = chance.often(85) ? phrase(tei, depth + 1) : '';
    return `<${name}${id}${target}${wit}${more}>${chance.often(15) ? 'C ' : ''}${words}</${name}>`;
  };
const readingGroup: Make = (tei, depth) =>
  `<rdgGrp type="${tei.chance.pick(['a', 'b'])}"> ${several([side('rdg'), side('note')], 3, 1)(tei, depth)} </rdgGrp>`;
const app: Make = (tei, depth) => {
  const sides = [side('rdg'), side('rdg'), readingGroup, side('note'), side('witDetail'), side('wit')];
  const lemma = tei.chance.often(50) ? side('lem')(tei, depth + 1) : '';
  return `<app>${lemma}${several(sides, 4, 1)(tei, depth + 1)}</app>`;
};
/** A place that an entry at the end may be about: by its id, by two anchors, by a number; or an entry that ends its lemma itself. */
const apart: Make = (tei, depth) => {
  const { chance, lemmas, numbers } = tei;
  if (depth > 5 || lemmas.length + numbers.length > 4) return text(tei, depth);
  const id = `e${chance.below(1e9)}`;
  return chance.pick([
    () => (lemmas.push(id), `<anchor xml:id="${id}"/>`),
    () => (lemmas.push(id), `<seg xml:id="${id}">${phrase(tei, depth + 1)}</seg>`),
    () => (lemmas.push(id, `${id}b`), `<anchor xml:id="${id}"/>${phrase(tei, depth + 1)}<anchor xml:id="${id}b"/>`),
    () => (numbers.push(id), `<seg n="${id}">${text(tei, depth + 1)}${phrase(tei, depth + 1)}</seg>`),
    () => (numbers.push(id), `<lb n="${id}"/>${phrase(tei, depth + 1)}`),
    () => `<anchor xml:id="${id}"/>${phrase(tei, depth + 1)}${entryAbout(tei, `from="#${id}"`, depth + 1)}`,
  ])();
};
function entryAbout(tei: RandomTei, says: string, depth: number): string {
  const { chance } = tei;
  const n = chance.often(20) ? ` n="${chance.below(3)}"` : '';
  const lemma = chance.pick([
    () => '',
    () => `<lem${n} wit="#A">${chance.pick(['one', 'two', 'three four', 'one, two', '10', ''])}</lem>`,
    () => side('lem')(tei, depth),
  ])();
  const sides = several([side('rdg'), side('rdg'), readingGroup, side('note'), side('wit')], 3, 1)(tei, depth);
  return `<app ${says}>${lemma} ${sides}</app>`;
}
/** Entries that are collected at the end, about what they may be about or are not. */
function collectedEntries(tei: RandomTei): string {
  const { chance, lemmas, numbers } = tei;
  let entries = '';
  for (let i = 0; i < lemmas.length + numbers.length && i < 5; i++) {
    const [from, to] = [lemmas[i], chance.pick(lemmas.length > 0 ? lemmas : ['none'])];
    const isPair = lemmas[i + 1] === `${from}b`;
    const until = isPair && chance.often(80) ? ` to="#${from}b"` : chance.pick(['', '', ` to="#${to}"`]);
    const says = from === undefined ? `loc="${numbers[i - lemmas.length]}"` : `from="#${from}"${until}`;
    entries += entryAbout(tei, says, 7) + chance.pick(['', '\n', '\n', '<lb/>']);
  }
  if (entries === '') return '';
  const list = `<listApp>${entries}</listApp>`;
  return chance.often(50) ? `<div type="apparatus">${chance.pick(['', '<head>A</head>'])}${list}</div>` : list;
}
/** A range over elements begins, or ends: with an anchor, with an element, with nothing, or with what is before it. */
const range: Make = (tei, depth) => {
  const { chance, ends } = tei;
  const id = ends.length > 0 && chance.often(70) ? ends[chance.below(ends.length)]! : `r${chance.below(1e9)}`;
  if (chance.often(50)) {
    if (chance.often(80)) ends.push(id);
    const says = chance.pick([
      '',
      '',
      ' hand="#h"',
      ' place="margin" reason="x"',
      ' cert="low"',
      ` xml:id="b${chance.below(1e9)}"`,
    ]);
    return `<${chance.pick(['addSpan', 'delSpan', 'delSpan', 'damageSpan'])} spanTo="${chance.pick(['#', '#', '#', ''])}${id}"${says}/>`;
  }
  ends.splice(0, ends.length, ...ends.filter((end) => end !== id));
  return chance.pick([
    () => `<anchor xml:id="${id}"/>`,
    () => `<seg xml:id="${id}">${phrase(tei, depth + 2)}</seg>`,
    () => `<lb xml:id="${id}"/>`,
    () => `<note xml:id="${id}">${phrase(tei, depth + 2)}</note>`,
    () => `<choice><sic>a<anchor xml:id="${id}"/>b</sic><corr>c</corr></choice>`,
    () => `<pb n="${tei.number()}" xml:id="${id}" break="no"/>`,
  ])();
};
const event: Make = (tei, depth) =>
  tei.chance.pick([
    element('vocal', phrase),
    element('incident', element('desc', phrase)),
    () => '<pause/>',
    () => '<kinesic type="nod"/>',
    () => '<kinesic/>',
  ])(tei, depth + 1);
const inlineNames =
  'hi persName placeName date ref foreign add del supplied unclear title term seg emph formula q subst damage'.split(
    ' ',
  );
/** What differs in the two views of a text. */
const edited: Make = (tei, depth) =>
  tei.chance.pick([
    element('expan', phrase),
    element('ex', phrase),
    element('am', phrase),
    element('supplied', phrase, ' reason="lost"'),
    element('supplied', phrase, ' reason="omitted"'),
    element('supplied', phrase, ' evidence="internal"'),
  ])(tei, depth);
const inlineElement: Make = (tei, depth) =>
  tei.chance.often(12) ? edited(tei, depth) : element(tei.chance.pick(inlineNames), phrase)(tei, depth);
/** A number by which a text is cited: one that begins with a digit, one that does not, one that has another in it. */
const numberOf = ({ chance }: RandomTei): string => ` n="${chance.pick(['1', '2', '12', '1.3', '2a', 'IV', 'a b'])}"`;
const segment: Make = (tei, depth) => element('seg', phrase, numberOf(tei))(tei, depth);

const inMath = [
  '<mn>1</mn>',
  '<mi>x</mi>',
  '<mo> + </mo>',
  '<mtext>if <!-- c --> so </mtext>',
  '<mspace width="1em"/>',
  '<mi class="a" mathvariant="bold">&lt;"</mi>',
];
/** A formula that pages can show, or one that they cannot. */
const math: Make = (tei, depth) => {
  const { chance } = tei;
  const part = (): string => chance.pick([...inMath, ...(chance.often(15) ? ['<mrow/>', 'word', '<apply/>'] : [])]);
  const layout = chance.pick(['mrow', 'mfrac', 'msup', 'mfenced', 'mtable><mtr', 'semantics']);
  const [outer, inner = ''] = layout.split('><');
  const close = inner === '' ? '' : `</${inner}>`;
  const more = chance.pick([
    '',
    '<annotation encoding="a">n</annotation>',
    '<annotation-xml><p>n</p></annotation-xml>',
  ]);
  const made = `<math xmlns="http://www.w3.org/1998/Math/MathML" id="m"> <${layout}>${part()} ${part()}${outer === 'semantics' ? more : ''}${close}</${outer}></math>`;
  return chance.often(50) || depth > 8
    ? made
    : `<formula notation="mathml">${chance.pick(['', 'a '])}${made}</formula>`;
};
const ruby: Make = (tei, depth) => {
  const rt: Make = (t) =>
    `<rt${t.chance.pick(['', ' place="above"', ' place="below" xml:lang="ja"'])}>${t.chance.pick(['a', ' b <hi>c</hi>', '', 'd<note>e</note>', '(f'])}</rt>`;
  return `<ruby>\n<rb>${text(tei, depth)}${tei.chance.often(20) ? phrase(tei, depth + 2) : ''}</rb> ${several([rt], 2, 1)(tei, depth)} </ruby>`;
};
const tex: Make = ({ chance }) =>
  `<formula${chance.pick([' notation="TeX"', ' notation="latex"', '', ' notation="text"'])}>${chance.pick(['x^2', '$\\frac12$', '\\foo{', ' a %c\n b ', ' '])}</formula>`;

/** What is in a line: mostly words. */
const phrase: Make = (tei, depth) =>
  several(
    [
      text,
      text,
      text,
      text,
      (t, d) => t.chance.pick(points)(t, d),
      inlineElement,
      inlineElement,
      note,
      choice,
      app,
      call,
      segment,
      apart,
      ...(tei.ranges ? [range] : []),
      math,
      tex,
      ruby,
    ],
    5,
    depth > 7 ? 0 : 1,
  )(tei, depth);
const mixed: Make = (tei, depth) =>
  several([phrase, phrase, phrase, list, quoteBlock, element('figure', figureParts), table], 3, 1)(tei, depth);

const paragraph: Make = (tei, depth) => {
  const number = tei.chance.often(20) ? numberOf(tei) : '';
  return element(tei.chance.pick(['p', 'p', 'p', 'ab']), mixed, number)(tei, depth);
};
const list: Make = (tei, depth) => {
  const label = tei.chance.often(30);
  const item: Make = (t, d) =>
    (label ? element('label', phrase)(t, d) : '') + element('item', t.chance.often(60) ? phrase : blocks)(t, d);
  return `<list>${tei.chance.often(30) ? element('head', phrase)(tei, depth + 1) : ''}${several([item, item, item, pb], 4, 1)(tei, depth + 1)}</list>`;
};
const cell: Make = (tei, depth) => element('cell', tei.chance.often(80) ? phrase : blocks)(tei, depth);
const table = element('table', several([element('row', several([cell], 3, 1)), pb], 3, 1));
const figureParts: Make = (tei, depth) =>
  `${element('head', phrase)(tei, depth)}<graphic url="a.png"/>${element('figDesc', phrase)(tei, depth)}`;
const line: Make = (tei, depth) => phrase(tei, depth).replaceAll(' ', () => tei.chance.pick([' ', '\n', '\n  ']));
const example: Make = (tei, depth) =>
  tei.chance.often(70) ? element('eg', line)(tei, depth) : element('p', line, ' xml:space="preserve"')(tei, depth);
const quoteBlock = element('quote', (tei, depth) =>
  (tei.chance.often(50) ? phrase : several([paragraph], 2, 1))(tei, depth),
);
const verse = element(
  'lg',
  several(
    [
      element('l', phrase),
      (t, d) =>
        element(
          'l',
          phrase,
          t.chance.pick([' n="4"', ' n="5"', ` n="${t.number()}"`, ' n="6a"', ' n="5" part="F"', ' part="M"']),
        )(t, d),
      pb,
      note,
    ],
    4,
    1,
  ),
);
const speech: Make = (tei, depth) =>
  `<sp>${element('speaker', phrase)(tei, depth + 1)}${several([element('p', phrase), element('l', phrase), verse, element('stage', phrase), pb], 3, 1)(tei, depth + 1)}</sp>`;
const utterance: Make = (tei, depth) =>
  `<u${tei.chance.often(70) ? ` who="#${tei.chance.pick(['a', 'b', 'a #b'])}"` : ''}>${several([phrase, element('seg', phrase), event, note], 3, 0)(tei, depth + 1)}</u>`;
const dictionaryField: Make = (tei, depth) =>
  element(
    tei.chance.pick(['orth', 'pron', 'gramGrp', 'def', 'usg', 'etym', 'xr', 'cit', 'quote', 'form', 'hi']),
    phrase,
  )(tei, depth);
const quotation = element(
  'cit',
  several(
    [
      element('quote', phrase),
      element('bibl', phrase),
      element('cit', element('quote', phrase), ' type="translation"'),
    ],
    3,
  ),
  ' type="example"',
);
const sense: Make = (tei, depth) => {
  const n = tei.chance.pick(['', ' n="1"', ' n="a)"']);
  return element(
    'sense',
    several(depth > 5 ? [dictionaryField] : [dictionaryField, quotation, sense], 3),
    n,
  )(tei, depth);
};
const entry: Make = (tei, depth) =>
  element(
    tei.chance.pick(['entry', 'entryFree', 're']),
    several([dictionaryField, dictionaryField, text, sense, note], 5),
  )(tei, depth);
const opener = element('opener', several([element('dateline', phrase), element('salute', phrase), phrase], 3, 1));
const closer = element('closer', several([element('salute', phrase), element('signed', phrase), phrase], 3, 1));
const address = element('address', several([element('addrLine', phrase)], 3, 1));
const floating = element('floatingText', element('body', several([paragraph, list, pb], 3, 1)));
const register = element(
  'listPerson',
  several(
    [
      element(
        'person',
        several([element('persName', phrase), element('note', phrase), element('birth', phrase)], 3, 1),
      ),
    ],
    2,
    1,
  ),
);
const bibliography: Make = (tei, depth) =>
  element(tei.chance.pick(['bibl', 'biblStruct', 'monogr', 'imprint']), recordParts)(tei, depth + 1);
/** What is directly in a fact: parts, and now and then words next to them. */
const recordParts: Make = (tei, depth) =>
  several(
    [
      element('persName', phrase),
      element('date', phrase),
      element('settlement', depth > 6 ? phrase : recordParts),
      element('location', element('geo', text)),
      element('note', phrase),
      () => ' ',
      (t, d) => (t.chance.often(30) ? text(t, d) : '<pb n="3"/>'),
      paragraph,
    ],
    4,
    0,
  )(tei, depth + 1);
const recordFacts: Make = (tei, depth) =>
  several(
    [
      element('origin', recordParts),
      element('birth', recordParts),
      element('idno', phrase, tei.chance.pick(['', ' type="TM"'])),
      element('condition', phrase),
      element('title', phrase),
      element('correspAction', recordParts, tei.chance.pick(['', ' type="sent"'])),
      element('note', phrase),
      element('incident', phrase),
      element('head', phrase),
      paragraph,
      element('listBibl', several([bibliography, pb], 2, 1)),
      bibliography,
      () => '<lb/>',
      pb,
      text,
      depth > 5 ? paragraph : record,
    ],
    4,
    0,
  )(tei, depth + 1);
/** A record: statements, items, entries, with facts in them. */
const record: Make = (tei, depth) =>
  element(tei.chance.pick(['msDesc', 'msItem', 'physDesc', 'msIdentifier', 'person', 'availability']), recordFacts)(
    tei,
    depth + 1,
  );
const leaf: Make = (tei, depth) => {
  const line = element('line', phrase, tei.chance.pick(['', '', ' n="5"']));
  const zone = element('zone', several([line, line, phrase], 3, 1), tei.chance.pick(['', ' type="main"']));
  return element('surface', several([line, zone, pb], 3, 1), tei.chance.pick(['', ' n="1r"', ' n=" "']))(tei, depth);
};
const blocks: Make = (tei, depth) =>
  several(
    [paragraph, paragraph, list, table, verse, quoteBlock, example, element('figure', figureParts)],
    3,
    1,
  )(tei, depth);

/** A numbered division: with a heading or without, with prose directly in it, verse, or further divisions. */
const division: Make = (tei, depth) => {
  const type = tei.chance.pick(['', ' type="chapter"', ' type="textpart" subtype="book"']);
  const head = tei.chance.often(30) ? element('head', phrase)(tei, depth + 1) : '';
  const inside = depth > 5 ? [paragraph, verse] : [paragraph, verse, division, division];
  return `<div${type}${tei.chance.often(80) ? numberOf(tei) : ''}>${head}${several(inside, 3)(tei, depth + 1)}</div>`;
};

/**
 * The content of a division. `ranges`: with ranges over elements. Two that cross where no letter is may be one when they are read back from plain text,
 * which is not fixed yet, so not all tests ask for them.
 */
export function randomDivision(chance: Chance, ranges = false): string {
  let numbers = 0;
  const tei: RandomTei = {
    chance,
    number: () => ++numbers,
    ids: [],
    called: [],
    places: [],
    lemmas: [],
    numbers: [],
    ends: [],
    ranges,
  };
  const head = chance.often(70) ? element('head', phrase)(tei, 2) : '';
  const body = several(
    [
      paragraph,
      paragraph,
      list,
      table,
      verse,
      speech,
      utterance,
      entry,
      quoteBlock,
      opener,
      closer,
      address,
      floating,
      register,
      record,
      leaf,
      pb,
      note,
      ...(ranges ? [range] : []),
      division,
      element('stage', phrase),
      () => '<gap/>',
    ],
    5,
    1,
  )(tei, 1);
  return head + body + collectedNotes(tei) + collectedEntries(tei);
}
