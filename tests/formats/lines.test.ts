import { describe, expect, it } from 'vitest';
import type { TextFormat } from '../../src/formats/format.ts';
import type { SignChoice } from '../../src/model/signs.ts';
import { checkUnit } from '../../src/verify/check-unit.ts';
import { readFiles, type ReadEdition } from '../harness/edition.ts';
import { allFormats } from '../harness/formats.ts';

/** Lines of a source and their numbers, as pages and texts show them, and what the proof finds when one is lost, moved, renumbered or joined. */

const formats = await allFormats();
const formatOf = (name: string): TextFormat => formats.get(name) as TextFormat;

function read(content: string, style: SignChoice['style'] = 'plain'): ReadEdition {
  const { edition, units } = readFiles({
    'a.xml': `<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader/><text><body><div type="document" xml:id="d">${content}</div></body></text></TEI>`,
  });
  return { edition: { ...edition, signs: { style, own: {} } }, units };
}

function write(name: string, content: string, style: SignChoice['style'] = 'plain'): string {
  const { edition, units } = read(content, style);
  return formatOf(name).write(units[0]!, edition);
}

const text = (content: string): string => write('text', content);
const paragraph = (content: string): string => /<p>[^]*?<\/p>/.exec(write('html', content))![0];

/** What is wrong with what a format writes. */
function losses(name: string, content: string, change: (written: string) => string = (written) => written): string[] {
  const { edition, units } = read(content);
  const written = change(formatOf(name).write(units[0]!, edition));
  return checkUnit(formatOf(name), units[0]!, units[0]!, edition, written).map(({ message }) => message);
}

const inscription =
  '<ab><lb n="1"/>ἀλλὰ <supplied reason="lost">διαλεκ</supplied><lb n="2" break="no"/><supplied reason="lost">τικῶ</supplied>ς ἢ δ<unclear>ρ</unclear>ασ<lb n="3" break="no"/>τικῶς <expan><abbr>Imp</abbr><ex>eratori</ex></expan> <surplus>bis</surplus> <gap reason="lost" quantity="3" unit="character"/></ab>';

describe('The text of a source with numbered lines', () => {
  it('shows the lines of a damaged papyrus, their numbers, and where a word goes on', () => {
    expect(write('text', inscription, 'leiden').split('\n').slice(0, 3)).toEqual([
      '[Line 1] ἀλλὰ [διαλεκ-',
      '[Line 2]τικῶ]ς ἢ δρ̣ασ-',
      '[Line 3]τικῶς Imp(eratori) {bis} [...]',
    ]);
  });

  it.each([
    ['a hyphen of the source goes where its word goes on', 'wo-<lb n="2" break="no"/>rd', 'wo-\n[Line 2]rd\n'],
    ['a hyphen that stays is no end of a line in a word', 'this-<lb n="2"/>that', 'this\\-\n[Line 2] that\n'],
    ['lines without numbers are not shown', 'a<lb/>b <lb n="2"/>c wo<lb break="no"/>rd', 'a b\n[Line 2] c word\n'],
    ['an empty line is a line', 'a<lb n="2"/><lb n="3"/>b<lb n="4"/>', 'a\n[Line 2]\n[Line 3] b\n[Line 4]\n'],
    ['words that look like the mark have a backslash', 'a [Line 2] b', 'a \\[Line 2] b\n'],
    ['a number may be anything', 'a<lb n="r. 2]"/>b', 'a\n[Line r. 2\\]] b\n'],
    ['a page turns before a line', 'a <pb n="2"/><lb n="1"/>b', 'a [Page 2]\n[Line 1] b\n'],
    ['a page turns in a word', 'wo<pb n="2" break="no"/><lb n="1" break="no"/>rd x', 'wo-\n[Line 1]rd [Page 2] x\n'],
    ['break="no" without a word before it joins nothing', '<lb n="1" break="no"/>a', '[Line 1] a\n'],
    [
      'a note is called in a broken word',
      'wo<note n="1">n</note><lb n="2" break="no"/>rd',
      'wo[1]-\n[Line 2]rd\n\n[1] n\n',
    ],
  ])('%s', (_, content, shown) => {
    expect(text(`<p>${content}</p>`)).toBe(shown);
    expect(losses('text', `<p>${content}</p>`)).toEqual([]);
  });

  it('has no lines in cells: the marks stand among the words', () => {
    const table = '<table><row><cell>a<lb n="2"/>b</cell><cell>wo<lb n="3" break="no"/>rd</cell></row></table>';
    expect(text(table)).toBe('a [Line 2] b\two-[Line 3]rd\n');
    expect(losses('text', table)).toEqual([]);
  });

  it('has no numbers in the web dialect, and the same words', () => {
    expect(write('text (web)', '<p>a<lb n="2"/>b wo-<lb n="3" break="no"/>rd</p>')).toBe('a\nb word');
  });
});

describe('A page with numbered lines', () => {
  it('begins each line with a point that has its number and address, shows every fifth and the first', () => {
    const lines = [1, 2, 3, 4, 5, 6].map((n) => `<lb n="${n}"/>a`).join('\n');
    expect(paragraph(`<p>${lines}</p>`)).toBe(
      '<p><span id="l:1" class="lb shown" data-n="1"></span>a<br class="lb"/><span id="l:2" class="lb" data-n="2"></span>a<br class="lb"/><span id="l:3" class="lb" data-n="3"></span>a<br class="lb"/><span id="l:4" class="lb" data-n="4"></span>a<br class="lb"/><span id="l:5" class="lb shown" data-n="5"></span>a<br class="lb"/><span id="l:6" class="lb" data-n="6"></span>a</p>',
    );
  });

  it.each([
    [
      'a word goes on',
      'wo-<lb n="2" break="no"/>rd',
      'wo<span id="l:2" class="lb in-word shown" data-n="2"><span>|</span></span>rd',
    ],
    ['without a number too', 'wo<lb break="no"/>rd', 'wo<span class="lb in-word"><span>|</span></span>rd'],
    ['without a number as ever', 'a<lb xml:id="x"/>b', 'a<br id="x"/>b'],
    [
      'an id of the source stays',
      '<lb n="1" xml:id="x"/>a',
      '<span id="l:1" class="lb shown" data-n="1"><span id="x"></span></span>a',
    ],
    [
      'whose lines they are',
      '<lb n="1" ed="#A"/>a',
      '<span id="l:A.1" class="lb shown" data-n="1" data-ed="#A"></span>a',
    ],
    [
      'a number that comes again',
      '<lb n="1"/>a<lb n="1"/>b',
      '<span id="l:1" class="lb shown" data-n="1"></span>a<br class="lb"/><span id="l:1:2" class="lb shown" data-n="1"></span>b',
    ],
    [
      'a number with a colon is no repeated one',
      '<lb n="1:2"/>a',
      '<span id="l:1.2" class="lb shown" data-n="1:2"></span>a',
    ],
  ])('%s', (_, content, shown) => {
    expect(paragraph(`<p>${content}</p>`)).toBe(`<p>${shown}</p>`);
    expect(losses('html', `<p>${content}</p>`)).toEqual([]);
  });

  it('numbers those of the text before those of notes, wherever the notes are called', () => {
    const page = write('html', '<p>a<note n="1"><lb n="1"/>b</note><lb n="1"/>c</p>');
    expect(page).toContain('<br class="lb"/><span id="l:1" class="lb shown" data-n="1"></span>c');
    expect(page).toContain('<span id="l:1:2" class="lb shown" data-n="1"></span>b');
  });
});

describe('Verse on a page', () => {
  const verse = '<lg><l n="4">a</l><l n="5">b</l><l n="5" xml:id="x"><hi>c</hi></l><l n="6a">d</l><l n="">e</l></lg>';

  it('has all numbers and addresses', () => {
    const page = write('html', verse);
    expect(/<div class="stanza">[^]*?<\/div>\n<\/div>/.exec(page)![0].split('\n').slice(0, 5)).toEqual([
      '<div class="stanza"><div class="line" data-n="4" id="l:4">a</div>',
      '<div class="line shown" data-n="5" id="l:5">b</div>',
      '<div id="x" class="line shown" data-n="5"><span id="l:5:2"></span><i>c</i></div>',
      '<div class="line shown" data-n="6a" id="l:6a">d</div>',
      '<div class="line">e</div>',
    ]);
    expect(losses('html', verse)).toEqual([]);
  });

  it.each([
    ['is lost', ' data-n="4"', ''],
    ['is another', 'data-n="4"', 'data-n="40"'],
    ['is shown', 'class="line" data-n="4"', 'class="line shown" data-n="4"'],
    ['is not shown', 'class="line shown" data-n="5" id', 'class="line" data-n="5" id'],
    ['has no address', ' id="l:4"', ''],
    ['has the address of another', 'id="l:4"', 'id="l:44"'],
    ['has no address next to its id', '<span id="l:5:2"></span>', ''],
  ])('whose number %s is found', (_, from, to) => {
    expect(losses('html', verse, (page) => page.replace(from, to))).not.toEqual([]);
  });
});

describe('A line in a w is in a word', () => {
  const words =
    '<p>A <w>wo<lb/>rd</w> and <w part="I">hal</w><lb/><w part="F">ves</w>, <w>cuen<pc force="weak">-</pc><lb n="2"/>ta</w> end.</p>';

  it('in the words of all formats', () => {
    expect(read(words).units[0]!.spine.text).toBe('A word and halves, cuenta end.');
    expect(text(words)).toBe('A word and halves, cuen-\n[Line 2]ta end.\n');
    expect(['html', 'text', 'text (web)', 'tei'].flatMap((name) => losses(name, words))).toEqual([]);
  });

  it.each([
    ['where it says that it is not', '<w>a<lb break="yes"/>b</w>'],
    ['where other words are between the parts', '<w part="I">a</w>, <lb/><w part="F">b</w>'],
    ['where a word is whole', '<w>a</w><lb/><w>b</w>'],
    ['in a note in a word', '<w>a<note>c<lb/>d</note></w>'],
  ])('but not %s', (_, content) => {
    const { spine } = read(`<p>${content}</p>`).units[0]!;
    expect([spine.text, ...spine.notes.map((note) => note.text)].join(' ')).toMatch(/^(?:a,? b|a.* c d)$/);
    expect(losses('html', `<p>${content}</p>`)).toEqual([]);
  });
});

describe('A line', () => {
  const source =
    '<p><lb n="1" ed="A"/>one wo-<lb n="2" break="no"/>rd two-<lb n="3"/>three <lb n="4"/>four<lb n="5"/>five<lb/>six se<lb break="no"/>ven</p>';
  const changed = (name: string, from: string | RegExp, to: string): string[] =>
    losses(name, source, (written) => {
      const damaged = written.replace(from, to);
      expect(damaged).not.toBe(written);
      return damaged;
    });

  it.each(['html', 'text', 'text (web)', 'tei'])('is there in %s', (name) => {
    expect(losses(name, source)).toEqual([]);
  });

  const line3 = '<br class="lb"/><span id="l:3" class="lb" data-n="3"></span>';
  const joined2 = '<span id="l:2" class="lb in-word" data-n="2"><span>|</span></span>';
  it.each([
    ['is lost', line3, '<br/>'],
    ['is lost with its break', line3, ' '],
    ['has no break', line3, `${line3.replace('<br class="lb"/>', '')}`],
    ['has a break and no point', line3, '<br class="lb"/>'],
    ['moves by a word', `${line3}three`, `three${line3}`],
    ['is renumbered', 'data-n="3"', 'data-n="13"'],
    ['has another address', 'id="l:3"', 'id="l:33"'],
    ['has no address', 'id="l:3" ', ''],
    ['is of another print', 'data-ed="A"', 'data-ed="B"'],
    ['is there twice', line3, line3 + line3],
    ['has its number shown', 'class="lb" data-n="3"', 'class="lb shown" data-n="3"'],
    ['hides its number', 'class="lb shown" data-n="5"', 'class="lb" data-n="5"'],
    ['is not joined any more', joined2, '<br class="lb"/><span id="l:2" class="lb" data-n="2"></span>'],
    [
      'is joined',
      line3,
      line3.replace('class="lb" data', 'class="lb in-word" data').replace('></span>', '><span>|</span></span>'),
    ],
    ['moves in its word', `wo${joined2}rd`, `w${joined2}ord`],
    ['has a hyphen that is of the word', `wo${joined2}`, `wo-${joined2}`],
    ['has another sign', '<span>|</span>', '<span>/</span>'],
    ['has words', '<span>|</span>', '<span>|more</span>'],
    ['without a number is lost', '<br/>', ' '],
    ['without a number is there twice', '<br/>', '<br/><br/>'],
    ['without a number in a word is lost', '<span class="lb in-word"><span>|</span></span>', ''],
    ['without a number has one', '<span class="lb in-word">', '<span class="lb in-word" data-n="9">'],
    ['without a number has an address', '<span class="lb in-word">', '<span class="lb in-word" id="l:9">'],
  ] as const)('of a page that %s is found', (_, from, to) => {
    expect(changed('html', from, to)).not.toEqual([]);
  });

  it.each([
    ['is lost', '\n[Line 4]', ''],
    ['goes on in the line before', '\n[Line 4]', ' [Line 4]'],
    ['has no mark', '[Line 4] ', ''],
    ['moves by a word', '[Line 4] four', 'four\n[Line 4] '.trimEnd()],
    ['is renumbered', '[Line 4]', '[Line 5]'],
    ['is there twice', '[Line 4]', '[Line 4]\n[Line 4]'],
    ['is not joined any more', 'wo-\n[Line 2]rd', 'wo\n[Line 2] rd'],
    ['is joined', 'two\\-\n[Line 3] three', 'two-\n[Line 3]three'],
    ['moves in its word', 'wo-\n[Line 2]rd', 'w-\n[Line 2]ord'],
    ['has a hyphen that is of the word', 'wo-\n[Line 2]', 'wo\\--\n[Line 2]'],
    ['is a word', '[Line 4]', '\\[Line 4]'],
    ['begins where the source has none', ' seven', '\nseven'],
  ] as const)('of a text that %s is found', (_, from, to) => {
    expect(changed('text', from, to)).not.toEqual([]);
  });

  it.each([
    ['is lost', '<lb n="4"/>', ''],
    ['is renumbered', '<lb n="4"/>', '<lb n="5"/>'],
    ['moves', '<lb n="4"/>four', 'four<lb n="4"/>'],
    ['is of another print', 'ed="A"', 'ed="B"'],
    ['is joined', '<lb n="3"/>', '<lb n="3" break="no"/>'],
    ['is not joined any more', '<lb n="2" break="no"/>', '<lb n="2"/>'],
    ['without a number is lost', '<lb/>', ' '],
  ] as const)('of TEI that %s is found', (_, from, to) => {
    expect(changed('tei', from, to)).not.toEqual([]);
  });
});

describe('A line of verse that two speakers share', () => {
  const source =
    '<sp><l n="4">one</l><l n="5" part="I">two</l></sp><sp><l n="5" part="M">three</l></sp><sp><l n="5" part="F">four</l></sp>';

  it('is set in where it goes on, and has its number once', () => {
    expect(text(source)).toContain('[Line 5] two\n\nthree\n\nfour');
    const page = write('html', source);
    expect(page).toContain('<div class="line shown" data-n="5" id="l:5">two</div>');
    expect(page).toContain('<div class="line" data-type="continued" data-n="5" id="l:5:2">three</div>');
  });

  it.each(['html', 'text', 'text (web)', 'tei'])('is there in %s', (name) => {
    expect(losses(name, source)).toEqual([]);
  });

  it('is found where it begins anew', () => {
    expect(losses('html', source, (page) => page.replace(' data-type="continued"', ''))).not.toEqual([]);
  });
});
