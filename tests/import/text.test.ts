/** Plain text of any layout: what pages, calls and notes are is found by comparing them. */
import { describe, expect, it } from 'vitest';
import { sourceText } from '../../src/source/text.ts';
import { imported } from './reading.ts';
import { readSource } from './proven.ts';

const bodyOf = (text: string): string => readSource(sourceText('text.txt', text), { from: 'text' }).body;
const findingsOf = (text: string): readonly string[] =>
  readSource(sourceText('text.txt', text), { from: 'text' }).findings;

const first = 'The boats of the town are old and none of them';
const second = 'will be fit to cross the bay when the winter comes.';

describe('marks of pages', () => {
  it.each(['[Pg 13]', '{13}', '|13|', '[p. 13]', '[S. 13]', '[13]', '[fol. 13r]', '{{p. 13}}', '// 13 //', '<13>'])(
    'as %s within a sentence',
    (mark) => {
      expect(bodyOf(`I. The harbour\n\n${first} ${mark} ${second}\n\nNobody came.\n`)).toMatch(
        /none of them <pb n="13r?" xml:id="pg_13r?"\/>will be fit/,
      );
    },
  );

  it.each(['-- 13 --', '--- Page 13 ---', 'p. 13', '[[Page 13]]', '— 13 —', '## p. 13 (#21) ####'])(
    'as %s on a line of its own within a paragraph, which goes on',
    (mark) => {
      expect(bodyOf(`I. The harbour\n\n${first}\n\n${mark}\n\n${second}\n\nNobody came.\n`)).toMatch(
        /<p>The boats [^<]*none of them <pb n="13" xml:id="pg_13"\/>will be fit[^<]*<\/p>/,
      );
    },
  );

  it('that a line end cuts are marks', () => {
    const text = `I. The harbour\n\n${first} [Page\n13] will be fit to cross the bay when\nthe winter comes, if a storm does not sink\nthem at the quay before.\n\nNobody came.\n`;
    expect(bodyOf(text)).toContain('<pb n="13" xml:id="pg_13"/>will');
  });

  it('are not the numbers of sections, verses, parts of a sentence and books cited', () => {
    const sections = '[1] Of the sea\n[2] Of its depth\n[3] Of tides\n';
    const parts = 'He wants (1) a boat, (2) a crew and (3) a wind. See the book (p. 9) and the other (p. 40).\n';
    expect(bodyOf(`I. The harbour\n\n${sections}\n${parts}`)).not.toContain('<pb');
  });
});

const paragraph = 'The ferry sails at noon';
const other = 'The tide turns at four';

describe('notes', () => {
  it.each([
    ['[1]', '[1]'],
    ['[A]', '[A]'],
    ['¹', '¹'],
    ['¹)', '¹)'],
    ['*', '*'],
    [' (1)', '(1)'],
    [' 1)', '1)'],
    ['{1}', '{1}'],
    ['^1', '^1'],
    ['[1]', '[Footnote 1:'],
    ['[a]', '[Anm. a:'],
    ['1', '  1.'],
  ])('called with %s, below their paragraph as %s', (call, label) => {
    const close = label.endsWith(':') ? ']' : '';
    const body = bodyOf(`I. The harbour\n\n${paragraph}.${call}\n\n${label} Not always.${close}\n\n${other}.\n`);
    expect(body).toMatch(/sails at noon\.<note n="[1Aa*]" xml:id="[^"]*">Not always\.<\/note><\/p><p>The tide/);
  });

  it('at the end of the text, below a heading of their own, whichever order they are called in', () => {
    const text = `I. The harbour\n\n${paragraph}.[1] ${other}.[2]\n\nNOTES\n\n[1] Not always.\n\n[2] In spring.\n`;
    expect(bodyOf(text)).toMatch(/noon\.<note n="1"[^>]*>Not always\.<\/note> The tide turns at four\.<note n="2"/);
    expect(bodyOf(text)).toContain('<fw type="notes">NOTES</fw>');
  });

  it('that begin again with each page are called on their page', () => {
    const page = (n: number): string => `The sea of page ${n}.* It is calm.\n\n* Note ${n}.\n\n-- ${n} --\n\n`;
    const body = bodyOf(`I. The harbour\n\n${page(1)}${page(2)}${page(3)}The end.\n`);
    for (const n of [1, 2, 3])
      expect(body).toMatch(new RegExp(`of page ${n}\\.<note n="\\*"[^>]*>Note ${n}\\.</note>`));
  });

  it('in one line after each other are two notes', () => {
    const text = `I. The harbour\n\n${paragraph}[1] and ${other}.[2]\n\n[1] Not always. [2] In spring.\n\nThe end of it.\n`;
    expect(bodyOf(text)).toMatch(/>Not always\.<\/note> and The tide turns at four\.<note n="2"[^>]*>In spring\./);
  });

  it('at their place in brackets are numbered in their order', () => {
    const text = `I. The harbour\n\n${paragraph} [Note: not always], and ${other}.\n\nThe end of it.\n`;
    expect(bodyOf(text)).toMatch(/at noon<note n="1" xml:id="[^"]*">not always<\/note>, and The tide/);
  });

  it('of two series are told by their labels', () => {
    const text = `I. The harbour\n\n${paragraph}.* ${other}.[1]\n\n* The author’s.\n\n[1] The editor’s.\n\nThe end of it.\n`;
    expect(bodyOf(text)).toMatch(/<note n="\*"[^>]*>The author’s\.<\/note>.*<note n="1"[^>]*>The editor’s\./);
  });

  it('are not the items of a list that a text counts as well', () => {
    const text = `I. The harbour\n\nIt has three parts: (1) a quay, (2) a pier.\n\n1. The quay is old.\n\n2. The pier is new.\n`;
    expect(bodyOf(text)).not.toContain('<note');
  });

  it('that are missing are reported, once for each kind, and their calls stay in the text', () => {
    const text = `I. The harbour\n\n${paragraph} [1]. And ${other} [2].\n\nThe end of it.\n`;
    const told = findingsOf(text).filter((f) => f.startsWith('review'));
    expect(told).toHaveLength(1);
    expect(told[0]).toContain('2 ');
    expect(bodyOf(text)).toContain('[1]');
  });
});

describe('lines broken at a width', () => {
  const wrapped = `I. The harbour

The boats of the town are old and none of them will be fit to cross the
bay when the winter comes; the harbour master has said so, and so has the
council, which does not like to spend money on boats.

    The sea is wide,
    the boat is small.

It was he who wrote it down, on the back of a bill, in the harbour mas-
ter’s office.
`;

  it('are paragraphs without line breaks; verse keeps its lines, broken words are one', () => {
    const body = bodyOf(wrapped);
    expect(body).toContain('<p>The boats of the town are old and none of them will be fit to cross the bay');
    expect(body).toContain('<lg><l>The sea is wide,</l><l>the boat is small.</l></lg>');
    expect(body).toContain('mas-<lb break="no"/>ter’s');
  });

  it('raise one question at most', () => {
    expect(imported(wrapped, { from: 'text' }).decisions.length).toBeLessThan(2);
  });
});

describe('headings', () => {
  it('are lines in capitals, with a number, or short ones, which are asked about', () => {
    const text = `I. The harbour\n\n${first} ${second}\n\nAn explanation.\n\n${first} ${second}\n\nCHAPTER II\n\n${second}\n`;
    const { body, decisions } = readSource(sourceText('text.txt', text), { from: 'text' });
    expect(body).toContain('<head>An explanation.</head>');
    expect(body).toContain('<head>CHAPTER II</head>');
    expect(decisions.map((d) => d.kind)).toEqual(['heading', 'heading']);
  });
});

describe('a letter of two lines', () => {
  it('is a paragraph below a heading that says where it comes from', () => {
    const { body, decisions } = readSource(sourceText('a.txt', 'Dear Anne,\nI am well.\n'));
    expect(body).toContain('<head><supplied>a</supplied></head><p>Dear Anne, <lb/>I am well.</p>');
    expect(decisions).toEqual([]);
  });
});

describe('what was kept as words', () => {
  it('is reported once for each kind', () => {
    const text = `I. The harbour\n\n${paragraph} (1) and (2). <i>So</i> it <b>was</b>.\n\n[Footnote 7: Not called.]\n\n${other}.\n`;
    const told = findingsOf(text).filter((f) => f.startsWith('review'));
    expect(told.map((f) => f.split(':')[0])).toEqual([
      'review import-note-uncalled',
      'review import-leftover',
      'review import-leftover',
    ]);
    expect(told[1]).toContain('2 places like “(1)”');
  });

  it('is reported where pages have no text', () => {
    const text = `I. The harbour\n\n${paragraph}.\n\n-- 3 --\n\n-- 4 --\n\n${other}.\n`;
    expect(findingsOf(text)).toContain('review import-pages: One page has no text, page 3.');
  });
});

describe('any text', () => {
  it('loses no character, whatever its marks are', () => {
    const pieces = ['[1] ', '[1]', '¹', '(2)', '* ', '*', '{3}', '\n', '\n\n', '\f', '-- 4 --', '[Footnote 1: ', ']', '1. ', '  1. ', 'word', 'Word. ', '[Note: ', '2) ', '[Pg 5]', 'CHAPTER I', '____', '- ', '\t', 'har-\nbour', '<&>', ' ']; // prettier-ignore
    let seed = 11;
    const chance = (n: number): number => {
      seed = (seed * 1103515245 + 12345) % 2147483648;
      return Math.floor((seed / 2147483648) * n);
    };
    for (let round = 0; round < 1500; round++) {
      const text = Array.from({ length: 1 + chance(40) }, () => pieces[chance(pieces.length)]).join('');
      if (text.trim() === '') continue;
      const { findings } = imported(text, { from: 'text' });
      expect(
        findings.filter((f) => f.severity === 'error').map((f) => f.message),
        JSON.stringify(text),
      ).toEqual([]);
    }
  });
});
