import { describe, expect, it } from 'vitest';
import type { TextFormat } from '../../src/formats/format.ts';
import { chance, type Chance } from '../harness/chance.ts';
import { readFiles } from '../harness/edition.ts';
import { allFormats } from '../harness/formats.ts';

/** How an apparatus looks in each format, and that it comes back from the bytes alone, whatever words are in it. */

const formats = await allFormats();

const witnesses = (list: string): string =>
  `<teiHeader><fileDesc><titleStmt><title>T</title></titleStmt><publicationStmt><p/></publicationStmt><sourceDesc><listWit>${list}</listWit></sourceDesc></fileDesc></teiHeader>`;

const standard = witnesses(
  '<witness xml:id="A">London</witness><witness xml:id="B" n="B²">Paris</witness><witness xml:id="C"><abbr type="siglum">C<hi rend="superscript">c</hi></abbr> Rome</witness>',
);

const editionOf = (body: string, header = standard) =>
  readFiles({ 'a.xml': `<TEI xmlns="http://www.tei-c.org/ns/1.0">${header}<text><body>${body}</body></text></TEI>` });

function written(name: string, body: string, header?: string): string {
  const { edition, units } = editionOf(body, header);
  return formats.get(name)!.write(units[0]!, edition);
}

/** What a format promises of a text with this body, and what its file says. */
function thereAndBack(name: string, body: string) {
  const { edition, units } = editionOf(body);
  const [unit] = units;
  const format = formats.get(name) as TextFormat;
  const promised = format.promise?.(unit!, unit!, edition) ?? unit!;
  const content = format.write(unit!, edition);
  const back = format.readBack(content);
  return {
    content,
    promised: { spine: promised.spine, items: promised.structure.items },
    back: { spine: back.spine, items: back.structure.items },
    faults: [...back.faults, ...(back.layout?.(unit!, unit!, edition) ?? [])],
  };
}

const inLine = (app: string): string => `<p>The ${app} fox</p>`;

describe('plain text', () => {
  const text = (app: string): string => written('text', inLine(app));

  it('has a call behind the lemma and an entry below the text', () => {
    expect(
      text(
        '<app><lem wit="#A #B">quick</lem><rdg wit="#C" xml:id="r">quyk</rdg><rdg wit="#D" source="#Smith">quik</rdg><note target="#r">corrects itself</note></app>',
      ),
    ).toBe('The quick[°1] fox\n\n[App 1] quick  A B² : quyk  Cc (corrects itself) : quik  D Smith\n');
  });

  it('has a note without a target where it belongs', () => {
    expect(
      text(
        '<app><lem wit="#A">a</lem><note>on a</note><rdg wit="#C">b</rdg><note>C so</note><note>on all</note></app>',
      ),
    ).toBe('The a[°1] fox\n\n[App 1] a  A (on a) : b  Cc (C so) : – (on all)\n');
  });

  it('has the readings of a group, with what the group says', () => {
    expect(
      text('<app><lem>would</lem><rdgGrp wit="#A"><rdg>should</rdg><rdg wit="#B">shoud</rdg></rdgGrp></app>'),
    ).toBe('The would[°1] fox\n\n[App 1] would : should  A : shoud  B²\n');
  });

  it('has “om.” for a reading without words, and a lemma without words', () => {
    expect(text('<app><lem wit="#A"/><rdg wit="#B">very</rdg></app>')).toBe(
      'The[°1] fox\n\n[App 1] om.  A : very  B²\n',
    );
    expect(text('<app><lem wit="#A">om.</lem><rdg wit="#B"/></app>')).toBe(
      'The om.[°1] fox\n\n[App 1] \\om.  A : om.  B²\n',
    );
  });

  it('has the reading of the first witness where there is no lemma', () => {
    expect(text('<app><rdg wit="#B">b</rdg><rdg wit="#C #A">a</rdg></app>')).toBe(
      'The a[°1] fox\n\n[App 1] a  Cc A : b  B²\n',
    );
    expect(text('<app><rdg wit="#B">b</rdg><rdg wit="#C">c</rdg></app>')).toBe(
      'The b[°1] fox\n\n[App 1] b  B² : c  Cc\n',
    );
  });

  it('shortens a long lemma', () => {
    const lemma = Array.from({ length: 15 }, (_, i) => `w${i + 1}`).join(' ');
    expect(text(`<app><lem>${lemma}</lem><rdg wit="#A">x</rdg></app>`)).toContain(
      '\n[App 1] w1 w2 w3 … w15 (15 words) : x  A\n',
    );
  });

  it('has an entry in a reading as a further entry, in the order of the source', () => {
    expect(
      text('<app><lem wit="#A">a</lem><rdg wit="#B">b <app><lem>c</lem><rdg wit="#C">d</rdg></app></rdg></app>'),
    ).toBe('The a[°1] fox\n\n[App 1] a  A : b c[°2]  B²\n[App 2] c : d  Cc\n');
  });

  it('has notes in readings with calls of their own, which count no readings', () => {
    expect(text('<app><lem>a</lem><rdg wit="#A">b<note>in b</note></rdg></app><note>in the text</note>')).toBe(
      'The a[°1][2] fox\n\n[App 1] a : b[1]  A\n\n[1] in b\n\n[2] in the text\n',
    );
  });

  it('loses nothing of blocks in a lemma or a reading', () => {
    const lines = '<lg><app><lem wit="#A"><l>one</l><l>two</l></lem><rdg wit="#B"><l>three</l></rdg></app></lg>';
    expect(written('text', lines)).toBe('one\ntwo[°1]\n\n[App 1] one two  A : three  B²\n');
  });

  it('has words that could be taken for our own with a backslash', () => {
    expect(text('<app><lem>a : b</lem><rdg wit="#A">– c [°1] [App 1]</rdg><note>(own)</note></app>')).toBe(
      'The a : b[°1] fox\n\n[App 1] a \\: b : \\– c \\[°1] \\[App 1]  A : –  \\(own)\n',
    );
  });
});

it('a page has the lemma with its call, and the entry below with sigla that lead to the witnesses', () => {
  const page = written(
    'html',
    '<p xml:id="p">The <app type="x"><lem wit="#W" xml:id="l">quick</lem><rdg wit="#V" type="orth">quyk</rdg></app></p><listWit><witness xml:id="W">W</witness></listWit>',
    witnesses(''),
  );
  expect(page).toContain('The <span id="l" class="lem">quick</span><a class="app-call" href="#app:1e">°</a>');
  expect(page).toContain(
    '<li class="app-entry" id="app:1e" data-kind="x"><a class="app-back" href="#l">1</a> <span class="side"><b data-generated="">quick</b> <a class="siglum" href="#W">W</a></span><span data-generated=""> : </span><span class="side" data-type="orth"><span class="reading">quyk</span> <span class="siglum">V</span></span></li>',
  );
});

it('the web dialect has the entries as lines behind the text', () => {
  expect(written('text (web)', inLine('<app><lem wit="#A">a</lem><rdg wit="#B">b</rdg><note>n</note></app>'))).toBe(
    'The a fox\n\na A : b B² : (n)',
  );
});

const parts = [
  'a', 'B', 'C D', ' : ', '(', ')', '–', 'om.', '°', '[°1]', '[App 1]', '  ', '\\', '[3]', '…', 'a … b (13 words)', '(x)', ' ', '<gap/>', ':',
  '<hi rend="italic">i</hi>', '<note>n</note>', '<pb n="5"/>', '<supplied>s</supplied>', '<unclear>u</unclear>', '<app><lem>l</lem><rdg>m : (n)</rdg></app>',
]; // prettier-ignore

const phrase = (luck: Chance): string => Array.from({ length: luck.below(5) }, () => luck.pick(parts)).join('');

function randomApp(luck: Chance): string {
  const wit = (): string => (luck.often(60) ? ` wit="#${luck.pick(['A', 'B', 'C', 'om.', '(x)', '–', ':'])} #A"` : '');
  const source = (): string => (luck.often(20) ? ' source="#Smith" cert="low" type="t"' : '');
  const rdg = (name: string): string => `<${name}${wit()}${source()}>${phrase(luck)}</${name}>`;
  const sides = Array.from({ length: luck.below(4) + 1 }, () => rdg(luck.pick(['rdg', 'rdg', 'note', 'witDetail'])));
  return `<app>${luck.often(60) ? rdg('lem') : rdg('rdg')}${sides.join('')}</app>`;
}

describe.each(['text', 'text (web)', 'html', 'tei'])('%s', (name) => {
  it('gives back an apparatus made at random', () => {
    const luck = chance(25);
    for (let i = 0; i < 60; i++) {
      const body = `<div type="document"><p>${Array.from({ length: 6 }, () => `${phrase(luck)} ${randomApp(luck)}`).join(' ')} end</p></div>`;
      const { promised, back, faults } = thereAndBack(name, body);
      expect({ body, ...back, faults }).toEqual({ body, ...promised, faults: [] });
    }
  });
});
