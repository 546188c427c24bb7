import { describe, expect, it } from 'vitest';
import { checkUnit } from '../../src/verify/check-unit.ts';
import { chance } from '../harness/chance.ts';
import { readFiles } from '../harness/edition.ts';
import { allFormats } from '../harness/formats.ts';
import { findsDamage, type UnitDamage } from '../harness/unit-damage.ts';

/** The apparatus is proven: whatever is changed of its readings, sigla and places is found, and the sentence names it. */

const formats = await allFormats();

const teiOf = (header: string, body: string): string =>
  `<TEI xmlns="http://www.tei-c.org/ns/1.0">${header}<text><body>${body}</body></text></TEI>`;

const header =
  '<teiHeader><fileDesc><titleStmt><title>A poem</title></titleStmt><publicationStmt><p/></publicationStmt><sourceDesc><listWit><witness xml:id="A">A, London</witness><witness xml:id="B">B, Paris</witness><witness xml:id="C">C, Rome</witness><witness xml:id="D">D, Bonn</witness></listWit></sourceDesc></fileDesc></teiHeader>';

const { edition, units } = readFiles({
  'a.xml': teiOf(
    header,
    `<div type="document"><lg><l n="1">The <app type="x"><lem wit="#A #B">quick</lem><rdg wit="#C">quyk</rdg><rdg wit="#D" type="orth" cert="low">quik</rdg><note>C corrects itself</note></app>
     fox <app><lem wit="#A">jumps</lem><rdgGrp type="y"><rdg wit="#B">jumpt</rdg><rdg wit="#C"/></rdgGrp><rdg wit="#D">leaps<note>sic</note></rdg></app></l>
     <l n="2">over <app><lem source="#Smith">the lazy dog</lem><rdg wit="#A #B #C">a dog</rdg><witDetail wit="#C">in margin</witDetail></app> and the fence</l></lg></div>`,
  ),
});
const [unit] = units;

const losses = (name: string, content: string): string[] =>
  checkUnit(formats.get(name)!, unit!, unit!, edition, content).map(({ message }) => message);

const text: readonly UnitDamage[] = [
  ['a siglum is another', 'quyk  C', 'quyk  D', /reading 1 of entry 1 .*\(C\) .*\(D\)/],
  ['a siglum is lost', 'quick  A B', 'quick  A', /lemma 0 of entry 1/],
  ['a siglum is too many', 'quyk  C', 'quyk  C D', /reading 1 of entry 1/],
  ['a reading is lost', ' : quik  D', '', /the reading “quik” is missing/],
  ['a reading is too many', ' : quik  D', ' : quik  D : qvik  D', /a reading too many: “qvik”/],
  ['two readings are exchanged', 'quyk  C (C corrects itself) : quik  D', 'quik  D : quyk  C (C corrects itself)', /./],
  ['a reading has another word', 'jumpt  B', 'jumpd  B', /“jumpt” has become “jumpd”/],
  ['a reading without words has some', 'om.  C', 'runs  C', /runs/],
  ['a reading loses its words', 'a dog  A', 'om.  A', /a dog/],
  ['a lemma is another in the entry', 'quick  A B', 'slick  A B', /its lemma “slick” is not at its call/],
  ['a lemma is shorter in the entry', 'the lazy dog  ', 'lazy dog  ', /lemma 0 of entry 3/],
  ['a call moves', 'quick[°1] fox', 'quick fox[°1]', /its lemma “quick” is not at its call/],
  ['a call is lost', '[°1]', '', /calls/],
  ['two calls are exchanged', /\[°1\](.*)\[°2\]/, '[°2]$1[°1]', /./],
  ['a call is doubled', '[°1]', '[°1][°1]', /calls/],
  ['an entry is lost', /\[App 3\].*\n/, '', /./],
  ['two entries are exchanged', /(\[App 1\].*\n)(\[App 2\].*\n)/, '$2$1', /number/],
  ['a note is lost', ' (C corrects itself)', '', /C corrects itself/],
  [
    'a note is about another reading',
    'C (C corrects itself) : quik  D',
    'C : quik  D (C corrects itself)',
    /“C corrects itself” has become “quik”/,
  ],
  ['a note is a reading', ' (in margin)', ' : in margin', /./],
  ['a call in a reading is lost', 'leaps[1]', 'leaps', /note call/],
  ['a word of the text is in no entry', 'The quick', 'The very quick', /very/],
];

const html: readonly UnitDamage[] = [
  ['a siglum is another', /(class="siglum"[^>]*>)C</, '$1D<', /reading 1 of entry 1/],
  ['a siglum is a source', 'class="siglum source"', 'class="siglum"', /lemma 0 of entry 3/],
  ['a siglum is lost', / <a class="siglum"[^>]*>B<\/a>/, '', /lemma 0 of entry 1/],
  [
    'a reading is lost',
    /<span data-generated=""> : <\/span><span class="side" data-type="orth".*?D<\/a><\/span>/,
    '',
    /“quik” is missing/,
  ],
  ['two readings are exchanged', /quyk(.*)quik/, 'quik$1quyk', /./],
  ['a reading has another word', 'jumpt', 'jumpd', /jumpd/],
  [
    'a lemma is longer',
    'quick</span><a class="app-call" href="#app:1e">°</a>',
    'quick<a class="app-call" href="#app:1e">°</a></span>',
    /./,
  ],
  [
    'a lemma is another in the entry',
    '<b data-generated="">quick',
    '<b data-generated="">slick',
    /the lemma “slick” instead of “quick”/,
  ],
  ['a lemma loses its mark', '<span id="app:1" class="lem">quick</span>', '<span id="app:1">quick</span>', /./],
  ['a call leads to another entry', 'class="app-call" href="#app:1e"', 'class="app-call" href="#app:2e"', /./],
  ['an entry leads to another lemma', 'class="app-back" href="#app:1"', 'class="app-back" href="#app:2"', /lead back/],
  ['a number is another', '>1</a> <span class="side"', '>2</a> <span class="side"', /the number “2” instead of 1/],
  ['a call is lost', /<a class="app-call" href="#app:1e">°<\/a>/, '', /call/],
  ['a note is lost', /<span class="remark">.*?itself.*?<\/span><\/span>/, '</span>', /./],
  ['a detail is a note', 'class="remark detail"', 'class="remark"', /detail/],
  ['witnesses of a detail are others', 'data-wit="#C"', 'data-wit="#D"', /detail/],
  ['the type of a reading is lost', ' data-type="orth"', '', /orth/],
  ['its certainty is another', 'data-cert="low"', 'data-cert="high"', /low/],
  ['the type of an entry is lost', ' data-kind="x"', '', /lemma 0 of entry 1/],
  ['words are injected between readings', '<span data-generated=""> : </span>', ' or ', /“ or ” is in the apparatus/],
  ['words are injected as our own', '<span data-generated=""> : </span>', '<span data-generated=""> or </span>', /or/],
  [
    '“om.” is at a reading with words',
    '<span class="reading">quyk',
    '<span class="reading"><i data-generated="">om.</i>quyk',
    /om\./,
  ],
  ['a reading is hidden', '<span class="reading">quyk', '<span class="reading" hidden="">quyk', /hidden/],
];

describe.each([['text', text] as const, ['html', html] as const])('%s', (name, damages) => {
  const written = formats.get(name)!.write(unit!, edition);

  findsDamage(written, damages, (content) => losses(name, content));

  it('finds every letter that is taken out of its apparatus, or put into it', () => {
    const luck = chance(3);
    const start = written.indexOf(name === 'text' ? '[App 1]' : '<li class="app-entry"');
    const end = name === 'text' ? written.indexOf('\n\n', start) : written.indexOf('</ul>', start);
    const missed: string[] = [];
    for (let i = 0; i < 300; i++) {
      const at = start + luck.below(end - start);
      const put = luck.often(50) ? '' : luck.pick([...'aC1(:)\\–']);
      // Of a lemma that is repeated the spaces are not compared.
      if (put === '' && written[at] === ' ') continue;
      const damaged = written.slice(0, at) + put + written.slice(put === '' ? at + 1 : at);
      if (damaged !== written && losses(name, damaged).length === 0) missed.push(damaged.slice(at - 20, at + 20));
    }
    // White space between elements of a page says nothing; in a text nothing is without meaning.
    const known = name === 'html' ? /^[^]*[> ] *[<\n][^]*$/ : /^$/;
    expect(missed.filter((each) => !known.test(each))).toEqual([]);
  });
});

const written = (name: string, tei: string): string => {
  const made = readFiles({ 'in.xml': tei });
  const [only] = made.units;
  const content = formats.get(name)!.write(only!, made.edition);
  expect(checkUnit(formats.get(name)!, only!, only!, made.edition, content)).toEqual([]);
  return content;
};

it('the case of an apparatus without witnesses: one entry has lemma, sigla, readings and note', () => {
  const tei = teiOf(
    header,
    '<lg><l n="1">The <app><lem wit="#A #B">quick</lem><rdg wit="#C">quyk</rdg><rdg wit="#D" type="orth">quik</rdg><note>C corrects itself</note></app> fox</l></lg>',
  );
  expect(written('text', tei)).toBe(
    'The quick[°1] fox\n\n[App 1] quick  A B : quyk  C (C corrects itself) : quik  D\n',
  );
  expect(written('html', tei)).not.toContain('doc-noteref');
});

it('readings in a group are outside the text', () => {
  const tei = teiOf(
    '<teiHeader/>',
    '<div type="document"><p>We <app><lem>would</lem><rdgGrp><rdg>should</rdg><rdg>shoud</rdg></rdgGrp></app> go.</p></div>',
  );
  expect(written('text', tei)).toBe('We would[°1] go.\n\n[App 1] would : should : shoud\n');
});
