import { describe, expect, it } from 'vitest';
import { areSigns } from '../../src/config/signs.ts';
import type { TextFormat } from '../../src/formats/format.ts';
import type { SignChoice } from '../../src/model/signs.ts';
import { chooseSigns, plainSigns, signStyles } from '../../src/model/signs.ts';
import { checkUnit } from '../../src/verify/check-unit.ts';
import { chance } from '../harness/chance.ts';
import { readFiles, type ReadEdition } from '../harness/edition.ts';
import { allFormats } from '../harness/formats.ts';
import { randomDivision } from '../harness/random-tei.ts';

/** The status of words and what is missing, as each style shows it, and what the proof finds when a sign is lost, moved or exchanged. */

const formats = await allFormats();
const formatOf = (name: string): TextFormat => formats.get(name) as TextFormat;

const documents = (...contents: readonly string[]): ReadEdition =>
  readFiles({
    'a.xml': `<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader/><text><body>${contents
      .map((content, i) => `<div type="document" xml:id="d${i}">${content}</div>`)
      .join('')}</body></text></TEI>`,
  });

const inStyle = ({ edition, units }: ReadEdition, signs: SignChoice): ReadEdition => ({
  edition: { ...edition, signs },
  units,
});

function write(name: string, content: string, signs: SignChoice): string {
  const { edition, units } = inStyle(documents(content), signs);
  return formatOf(name).write(units[0]!, edition);
}

const text = (content: string, signs: SignChoice): string => write('text', content, signs).split('\n')[0]!;
const style = (name: SignChoice['style']): SignChoice => ({ style: name, own: {} });

describe('The text of a damaged document', () => {
  const cases: readonly (readonly [tei: string, ...shown: string[]])[] = [
    // In the order of the styles: leiden, critical, genetic, plain.
    ['a<supplied reason="lost">bc</supplied>d', 'a[bc]d', 'a⟨bc⟩d', 'a⟨bc⟩d', 'a[bc]d'],
    ['a<supplied reason="omitted">b</supplied>', 'a⟨b⟩', 'a⟨b⟩', 'a[b]', 'a[b]'],
    ['a <supplied reason="subaudible">b</supplied>', 'a (scil. b)', 'a ⟨b⟩', 'a ⟨b⟩', 'a [b]'],
    ['a<unclear>bc</unclear>d', 'ab\u0323c\u0323d', 'abc(?)d', 'abc(?)d', 'abc(?)d'],
    ['<surplus>a</surplus> <secl>b</secl>', '{a} ⟪b⟫', '{a} [b]', '{a} ⟪b⟫', '{a} ⟪b⟫'],
    ['Imp<ex>eratori</ex>', 'Imp(eratori)', 'Imp(eratori)', 'Imp(eratori)', 'Imp(eratori)'],
    ['<del>a</del><add>b</add>', '⟦a⟧`b´', '⟦a⟧`b´', '⟦a⟧`b´', '⟦a⟧`b´'],
    ['<choice><sic>a</sic><corr>b</corr></choice> <sic>c</sic>', '⸢b⸣ c(!)', 'b c(!)', 'b c(!)', 'b c(!)'],
    ['a<gap reason="lost" quantity="3" unit="character"/>b', 'a[...]b', 'a***b', 'a[...]b', 'a[…]b'],
    ['<gap reason="lost" extent="unknown" unit="character"/>', '[---]', '***', '[...]', '[…]'],
    ['<gap reason="lost" quantity="12" unit="character"/>', '[.. 12 ..]', '***', '[...]', '[…]'],
    ['<gap reason="lost" quantity="12" unit="character" precision="low"/>', '[c. 12]', '***', '[...]', '[…]'],
    ['<gap reason="lost" atLeast="2" atMost="4" unit="character"/>', '[2–4]', '***', '[...]', '[…]'],
    [
      '<unclear>a<formula><math xmlns="http://www.w3.org/1998/Math/MathML"><semantics><mspace/><mi>x</mi></semantics></math></formula></unclear><unclear>b</unclear>',
      'a\u0323b\u0323',
      'ab(?)',
      'ab(?)',
      'ab(?)',
    ],
    ['<gap reason="lost" quantity="2" unit="line"/>', '[------]', '***', '[...]', '[…]'],
    ['<gap reason="illegible" quantity="3" unit="character"/>', '+++', '***', '[...]', '[…]'],
    ['<gap reason="omitted"/>', '⟨...⟩', '***', '[...]', '[…]'],
    ['<gap reason="lost" extent="unknown" unit="line"/>', '[------]', '***', '[...]', '[…]'],
    ['a <space extent="unknown" unit="character"/> b', 'a (vac.) b', 'a (vac.) b', 'a (vac.) b', 'a (vac.) b'],
    ['a <space quantity="3" unit="character"/> b', 'a (vac. 3) b', 'a (vac. 3) b', 'a (vac. 3) b', 'a (vac. 3) b'],
    ['a<space quantity="1" unit="chars"/>b', 'a (vac. 1) b', 'a b', 'a b', 'a b'],
    ['a <handShift new="#h2"/>b', 'a (hand 2)b', 'a (hand 2)b', 'a (hand 2)b', 'a (hand 2)b'],
    ['<supplied cert="low">a</supplied>', '[a(?)]', '⟨a(?)⟩', '⟨a(?)⟩', '[a(?)]'],
    // Neighbours are in one pair of signs, what is parted by a space is not.
    ['<supplied>a</supplied><supplied>b</supplied> <supplied>c</supplied>', '[ab] [c]', '⟨ab⟩ ⟨c⟩', '⟨ab⟩ ⟨c⟩', '[ab] [c]'],
    // Signs are at the letters, whatever white space the elements hold.
    ['x<supplied> a </supplied>y', 'x [a] y', 'x ⟨a⟩ y', 'x ⟨a⟩ y', 'x [a] y'],
    ['<supplied><supplied>a</supplied> b</supplied>', '[a b]', '⟨a b⟩', '⟨a b⟩', '[a b]'],
    // Characters of the source that could be signs have a backslash.
    ['[a] <supplied>b</supplied> (c)', '\\[a\\] [b] (c)', '[a] ⟨b⟩ (c)', '[a] ⟨b⟩ (c)', '\\[a\\] [b] (c)'],
    // With a sign before them words could be a mark.
    ['<supplied>3</supplied> <supplied>Page 4</supplied>', '[\\3] [\\Page 4]', '⟨3⟩ ⟨Page 4⟩', '⟨3⟩ ⟨Page 4⟩', '[\\3] [\\Page 4]'],
    // A point is what its element is, whatever `role` the source gives it.
    ['<pause role="hand"/>', '((pause))', '((pause))', '((pause))', '((pause))'],
    // What only begins like a sign stays as it is.
    ['(a) (!) <sic>b</sic>', '(a) \\(!) b(!)', '(a) \\(!) b(!)', '(a) \\(!) b(!)', '(a) \\(!) b(!)'],
    ['<ex>a</ex> (!) <sic>b</sic>', '(a) \\(!\\) b(!)', '(a) \\(!\\) b(!)', '(a) \\(!\\) b(!)', '(a) \\(!\\) b(!)'],
    ['[<gap/>]', '\\[[---]]', '\\[***]', '\\[[...]]', '\\[[…]]'],
  ]; // prettier-ignore

  it.each(signStyles.flatMap((name, i) => cases.map(([tei, ...shown]) => [tei, name, shown[i]!] as const)))(
    '%s is in the style %s: %s',
    (tei, name, shown) => {
      expect(text(`<p>${tei}</p>`, style(name))).toBe(shown);
    },
  );

  it('without any status has no key and no new backslash', () => {
    expect(write('text', '<p>[a] (b) {c}</p>', style('leiden'))).toBe('[a] (b) {c}\n');
  });

  it('ends with the key of the signs that are in it', () => {
    const tei = '<p>a<supplied reason="lost">b</supplied><unclear>c</unclear> <gap/> <supplied/><del> </del></p>';
    expect(write('text', tei, style('leiden'))).toBe(
      'a[b]c\u0323 [---]\n\n[Sign [---]] gap: lost\n[Sign [abc]] supplied\n[Sign a\u0323b\u0323c\u0323] unclear\n',
    );
  });

  it('has signs of the edition’s own', () => {
    const own: SignChoice = {
      style: 'leiden',
      own: { 'supplied: lost': ['<', '>'], unclear: ['', '(?)'], gap: ['– –', ''] },
    };
    expect(
      text('<p><supplied reason="lost">a</supplied> <supplied>b</supplied> <unclear>c</unclear> <gap/></p>', own),
    ).toBe('<a> [b] c(?) – –');
  });

  it('goes on behind the end of one that it crosses', () => {
    const { edition, units } = documents(
      '<p><ex>x</ex><supplied><ex>.</ex> : three</supplied> <supplied>four</supplied></p>',
    );
    const content = formatOf('text').write(units[0]!, edition);
    expect(content).toContain('(x[.) : three] [four]');
    expect(checkUnit(formatOf('text'), units[0]!, units[0]!, edition, content)).toEqual([]);
  });

  it('says of a sign that two things have what both are', () => {
    const own: SignChoice = { style: 'plain', own: { surplus: ['[', ']'] } };
    expect(write('text', '<p><surplus>a</surplus></p>', own)).toContain('[Sign [abc]] surplus or supplied');
  });

  it('has […] for a gap in the web dialect, and nothing else', () => {
    const web = '<p>a<gap/>b <supplied>c</supplied> <space quantity="3"/> d <handShift/>e</p>';
    expect(write('text (web)', web, style('leiden'))).toBe('a[…]b c d e');
  });
});

describe('The style', () => {
  const votes = { leiden: 0, critical: 0, genetic: 0 };

  it.each([
    ['plain', []],
    ['plain', [{ ...votes, leiden: 9 }]],
    [
      'leiden',
      [
        { ...votes, leiden: 6, critical: 5 },
        { ...votes, leiden: 4 },
      ],
    ],
    ['critical', [{ ...votes, leiden: 11, critical: 12 }]],
    ['genetic', [{ ...votes, genetic: 10 }]],
  ] as const)('%s is that for which most of the encoding speaks', (expected, counted) => {
    expect(chooseSigns(counted).style).toBe(expected);
  });

  it('is what the settings say', () => {
    expect(chooseSigns([{ ...votes, leiden: 99 }], { style: 'genetic' }).style).toBe('genetic');
  });

  it.each([
    ['leiden', '<ab><lb n="1"/><supplied>a</supplied></ab>'.repeat(10)],
    ['leiden', '<ab><lb n="1"/><supplied>a</supplied> b <lb n="2"/>c</ab>'],
    ['plain', '<ab><lb n="1"/>a <lb n="2"/>c</ab>'],
    ['plain', '<ab><supplied>a</supplied></ab>'.repeat(10)],
    ['leiden', '<p><ex>a</ex></p>'.repeat(10)],
    ['critical', '<p><app><lem>a</lem><rdg>b</rdg></app></p>'.repeat(5)],
    ['genetic', '<p><subst><del>a</del><add>b</add></subst></p>'.repeat(10)],
    ['genetic', '<p><del change="#c">a</del></p>'.repeat(10)],
    ['plain', '<p><del>a</del><add>b</add></p>'.repeat(10)],
  ])('is %s where the texts say %s', (expected, content) => {
    expect(documents(content).edition.signs.style).toBe(expected);
  });
});

describe.each(signStyles)('In the style %s', (name) => {
  const luck = chance(name.length);
  const edition = inStyle(documents(...Array.from({ length: 60 }, () => randomDivision(luck, true))), style(name));

  it.each(['html', 'text', 'text (web)'])('%s gives back all of 60 documents made at random', (format) => {
    const losses = edition.units.flatMap((unit) => {
      const content = formatOf(format).write(unit, edition.edition);
      return checkUnit(formatOf(format), unit, unit, edition.edition, content).map(
        ({ message }) => `${unit.facts.id}: ${message}`,
      );
    });
    expect(losses).toEqual([]);
  });
});

describe('A sign', () => {
  const source =
    '<p>one<ex>two</ex> <supplied reason="lost" cert="low">three</supplied> four <unclear>five</unclear> <del hand="#h1">six</del> <add place="above">seven</add> x<gap reason="lost" quantity="3" unit="character"/>y <handShift new="#h2"/> z</p>';
  const read = inStyle(documents(source), style('leiden'));
  const [unit] = read.units;
  const losses = (format: string, change: (content: string) => string): string[] => {
    const written = formatOf(format).write(unit!, read.edition);
    const damaged = change(written);
    expect(damaged).not.toBe(written);
    return checkUnit(formatOf(format), unit!, unit!, read.edition, damaged).map(({ message }) => message);
  };

  it.each([
    ['is lost', '<span class="sign">(</span>', ''],
    ['is another', '<span class="sign">(</span>', '<span class="sign">[</span>'],
    ['moves by a letter', '<span class="sign">(</span>t', 't<span class="sign">(</span>'],
    ['is a word', '<span class="sign">(</span>', '('],
    ['is there twice', '<span class="sign">(</span>', '<span class="sign">(</span><span class="sign">(</span>'],
    ['is where nothing has one', 'four', '<span class="sign">[</span>four<span class="sign">]</span>'],
    ['of a letter is lost', 'f<span class="sign">\u0323</span>', 'f'],
    ['of a gap says that more is lost', '[...]', '[....]'],
    ['of a gap is lost with the gap', /<span class="mark gap"[^>]*><span class="sign">[^<]*<\/span><\/span>/, ''],
    ['stays, but its words have no status any more', ' class="expansion"', ''],
    ['stays, but its words have another status', 'class="supplied"', 'class="surplus"'],
    ['stays, but nobody says why', ' data-why="lost" data-cert', ' data-cert'],
    ['stays, but its words are certain', ' data-cert="low"', ''],
    ['stays, but it is of another hand', 'data-hand="#h1"', 'data-hand="#h3"'],
    ['stays, but its words are elsewhere', 'data-place="above"', 'data-place="below"'],
    ['stays, but the gap is longer', 'data-extent="3 character"', 'data-extent="4 character"'],
    ['stays, but the hand is another', 'data-extent="#h2"', 'data-extent="#h1"'],
    ['has words of its own', '<span class="sign">(</span>', '<span class="sign">(<b>x</b></span>'],
  ] as const)('of a page that %s is found', (_, from, to) => {
    expect(losses('html', (content) => content.replace(from, to))).not.toEqual([]);
  });

  it.each([
    ['is lost', '(two)', 'two'],
    ['is another', '(two)', '{two}'],
    ['moves by a letter', 'e(two)', '(etwo)'],
    ['is not closed', '(two)', '(two'],
    ['is a character', '(two)', '\\(two\\)'],
    ['of a letter is lost', 'f\u0323', 'f'],
    ['of a gap is lost', 'x[...]y', 'xy'],
    ['of a gap stands elsewhere', 'x[...]y', '[...]xy'],
    ['is not in the key any more', /\[Sign \(abc\)\][^\n]*\n/, ''],
    ['means something else', '[Sign (abc)] expansion', '[Sign (abc)] surplus'],
    ['is in the key, and in no word', /$/, '[Sign {abc}] surplus\n'],
    ['that is doubted is certain', 'three(?)', 'three'],
  ] as const)('of a text that %s is found', (_, from, to) => {
    expect(losses('text', (content) => content.replace(from, to))).not.toEqual([]);
  });

  it.each([
    ['ex', '<ex>two</ex>', 'two'],
    ['reason', 'reason="lost" cert', 'cert'],
    ['gap', /<gap [^>]*\/>/, ''],
    ['extent', 'quantity="3"', 'quantity="4"'],
  ] as const)('of TEI that loses %s is found', (_, from, to) => {
    expect(losses('tei', (content) => content.replace(from, to))).not.toEqual([]);
  });
});

it.each([['[Page'], ['[Line'], ['[Speaker'], ['[Sign'], ['[3]'], ['[*]'], ['abc'], ['a b'], ['\\\\'], ['x-']])(
  '“%s” is not a sign that an edition can choose',
  (sign) => {
    expect(areSigns({ supplied: ['[', ']'] })).toBe(true);
    expect(areSigns({ supplied: [sign, ']'] })).toBe(false);
  },
);

it('an edition without a setting and without votes has plain signs', () => {
  expect(documents('<p>a</p>').edition.signs).toEqual(plainSigns);
});

describe('Signs next to each other that begin or end alike', () => {
  it.each([
    '<p><vocal><ex>two</ex></vocal></p>',
    '<p><ex><vocal>one</vocal>two</ex>) <vocal>a <ex>b</ex></vocal>c</p>',
  ])('are read as what they are: %s', (source) => {
    const { edition, units } = documents(source);
    const [unit] = units;
    expect(checkUnit(formatOf('text'), unit!, unit!, edition, formatOf('text').write(unit!, edition))).toEqual([]);
  });
});
