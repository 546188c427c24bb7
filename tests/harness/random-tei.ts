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
  () => '<anchor xml:id="a"/>'.replace(' xml:id="a"', ''),
  () => '<cb/>',
  () => '<fw>head</fw>',
  () => '<space/>',
  () => '<gap/>',
  () => '<!-- c -->',
];
const note: Make = (tei, depth) => {
  const label = tei.chance.often(70) ? ` n="${tei.number()}"` : '';
  const place = tei.chance.often(10) ? ' place="inline"' : '';
  const body = tei.chance.often(50) ? phrase : several([paragraph, list, quoteBlock], 3, 1);
  return `<note${label}${place}>${body(tei, depth + 2)}</note>`;
};
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
const event: Make = (tei, depth) =>
  tei.chance.pick([
    element('vocal', phrase),
    element('incident', element('desc', phrase)),
    () => '<pause/>',
    () => '<kinesic type="nod"/>',
  ])(tei, depth + 1);
const inlineNames =
  'hi persName placeName date ref foreign add del supplied unclear title term seg emph formula q subst damage'.split(
    ' ',
  );
const inlineElement: Make = (tei, depth) => element(tei.chance.pick(inlineNames), phrase)(tei, depth);

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
      math,
      tex,
      ruby,
    ],
    5,
    depth > 7 ? 0 : 1,
  )(tei, depth);
const mixed: Make = (tei, depth) =>
  several([phrase, phrase, phrase, list, quoteBlock, element('figure', figureParts), table], 3, 1)(tei, depth);

const paragraph: Make = (tei, depth) => element(tei.chance.pick(['p', 'p', 'p', 'ab']), mixed)(tei, depth);
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
const quoteBlock = element('quote', (tei, depth) =>
  (tei.chance.often(50) ? phrase : several([paragraph], 2, 1))(tei, depth),
);
const verse = element(
  'lg',
  several(
    [
      element('l', phrase),
      (t, d) => element('l', phrase, t.chance.pick([' n="4"', ' n="5"', ` n="${t.number()}"`, ' n="6a"']))(t, d),
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
const sense: Make = (tei, depth) => {
  const n = tei.chance.pick(['', ' n="1"', ' n="a)"']);
  return element(
    'sense',
    several(depth > 5 ? [dictionaryField] : [dictionaryField, dictionaryField, sense], 3),
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
const blocks: Make = (tei, depth) =>
  several([paragraph, paragraph, list, table, verse, quoteBlock, element('figure', figureParts)], 3, 1)(tei, depth);

/** The content of a division. */
export function randomDivision(chance: Chance): string {
  let numbers = 0;
  const tei: RandomTei = { chance, number: () => ++numbers, ids: [] };
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
      pb,
      note,
      element('stage', phrase),
      () => '<gap/>',
    ],
    5,
    1,
  )(tei, 1);
  return head + body;
}
