import { beforeAll, describe, expect, it } from 'vitest';
import { isOneErrorAway, oneErrorAway, respelt } from '../../client/one-error.ts';
import { queryOf, wantedOf } from '../../client/query.ts';
import { snippetOf } from '../../client/snippet.ts';
import { htmlFormat } from '../../src/formats/html/html-format.ts';
import { printedPages } from '../../src/formats/html/search/ways.ts';
import { compileShell } from '../../src/formats/html/shell.ts';
import { shellSources } from '../formats/html-fixture.ts';
import { fold, wordsOf } from '../../src/formats/html/search/words.ts';
import type { WholeFormat } from '../../src/formats/format.ts';
import { chance } from '../harness/chance.ts';
import { readFiles, readFolder } from '../harness/edition.ts';
import { tei } from '../harness/letters.ts';
import { fixtures } from '../harness/places.ts';
import { filesOf, lossesOf } from '../harness/whole-formats.ts';
import { type Asking, asking, askingFiles, makeFormat } from './asking.ts';

/** The index of small editions: what it finds where, and that the proof notices whatever is not right in it. */

const edition = tei(`<pb n="1"/>
<div type="document" xml:id="d1" n="1"><head>First letter<note n="*">A note on the <hi rend="italic">heading</hi>.</note></head>
<opener><dateline>Vienna, <date when="1890-05-02">2 May 1890</date></dateline></opener>
<p>The silver <pb n="2"/>bridge was <persName ref="people.xml#K">Karl’s</persName>, he said.<note n="1">Of the old <pb n="2a"/>town hall.</note> Naïve
words in<lb/>two lines, a bro-<pb n="3" break="no"/>ken word.</p><p>Next block begins.</p>
<lg><l>Roses of the</l><l>garden grow</l></lg><lg><l>in another stanza</l></lg></div>
<div type="document" xml:id="d2" n="2"><head>Second letter</head><p>A <app><lem wit="#A">golden</lem><rdg wit="#B">silvern</rdg></app> bridge over
<gap reason="lost"/> rivers. Straße, ſilver Œuvre; 東京都 U.S.A. <persName ref="people.xml#K">Karl</persName></p></div>`);
const people = `<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader/><standOff><listPerson><person xml:id="K"><persName><surname>Karl</surname><forename>Anna</forename></persName></person><person xml:id="Z"><persName>Nobody</persName></person></listPerson></standOff></TEI>`;
const files = { 'a.xml': edition, 'people.xml': people };

describe('The search', () => {
  let search: Asking;
  beforeAll(async () => {
    search = await askingFiles(files);
  });

  it.each([
    ['a phrase over the end of a page', '"silver bridge"', ['d1 text 1 2']],
    ['a phrase over a note call', '"he said naive"', ['d1 text 2']],
    ['a phrase over the end of a line', '"in two"', ['d1 text 2']],
    ['a word that a page breaks, on the page on which it begins', '"a broken word"', ['d1 text 2 3']],
    ['a phrase over the end of a line of verse', '"of the garden"', ['d1 text 3']],
    ['no phrase over the end of a paragraph', '"word next"', []],
    ['no phrase over the end of a stanza', '"grow in"', []],
    ['no phrase of a heading and a paragraph', '"second letter a"', []],
    ['a note on the page of its call', '"note on the heading"', ['d1 note 1 1']],
    ['a page that begins in a note, in the note', '"town hall"', ['d1 note 2 2a']],
    ['a reading that is not in the text, apart', 'silvern', ['d2 apparatus 3']],
    ['a lemma in the text', '"golden bridge over rivers"', ['d2 text 3']],
    ['words near one another, in any order', 'said bridge', ['d1 text 2']],
    ['words of two blocks that are near', 'word begins', ['d1 text 3']],
    ['no words of two texts', 'heading bridge', []],
    ['how words begin', 'gar*', ['d1 text 3']],
    ['how the last word of a phrase begins', '"golden bri*"', ['d2 text 3']],
    ['either of two', 'roses|golden', ['d1 text 3', 'd2 text 3']],
    ['without accents and capitals', 'NAIVE', ['d1 text 2']],
    ['ß as ss', 'strasse', ['d2 text 3']],
    ['the long s and ligatures', '"silver oeuvre"', ['d2 text 3']],
    ['characters of words without spaces', '"京都"', ['d2 text 3']],
    ['an abbreviation with points', 'U.S.A.', ['d2 text 3']],
    ['nothing where nothing is asked', ' * " ', []],
  ])('finds %s', async (_, query, answers) => {
    expect(await search.ask(query)).toEqual(answers);
  });

  it('shows the words around, of the block and no other', async () => {
    const show = async (query: string): Promise<string> => {
      const [answer] = await search.answers(wantedOf(query));
      const parts = await snippetOf(answer!.hit, search.index);
      return parts.map(({ text, isHit }) => (isHit ? `[${text}]` : text)).join('');
    };
    expect(await show('"next block"')).toBe('[Next block] begins.');
    expect(await show('said bridge')).toBe(
      'The silver [bridge] was Karl’s, he [said]. Naïve words in two lines, a broken word.',
    );
  });

  it('finds words with one typing error', async () => {
    expect(await oneErrorAway('gardne', search.index)).toEqual(['garden']);
    expect(await oneErrorAway('briddge', search.index)).toEqual(['bridge']);
    expect(await oneErrorAway('xilver', search.index)).toEqual(['silver']);
    expect(await oneErrorAway('goldn', search.index)).toEqual(['golden']);
    const wanted = await respelt(wantedOf('golden bridgge'), search.index);
    expect(queryOf(wanted!)).toBe('golden bridge');
    expect(await respelt(wantedOf('"bridgge"'), search.index)).toBeUndefined();
  });

  it('finds each planted error of random words again', async () => {
    const random = chance(12);
    const below = (limit: number): number => random.below(limit);
    const words = wordsOf(edition.replace(/<[^>]*>/g, ' ')).filter((word) => /^[a-z]{5,}$/.test(word));
    const letter = (): string => String.fromCharCode(97 + below(26));
    for (const word of new Set(words)) {
      const at = below(word.length - 1);
      const [before, one, two, after] = [word.slice(0, at), word[at]!, word[at + 1]!, word.slice(at + 2)];
      for (const error of [before + two + after, before + letter() + one + two + after, before + two + one + after]) {
        if (error === word || (await search.index.lookup(error, false)).length > 0) continue;
        expect(isOneErrorAway(word, error), `${word} ${error}`).toBe(true);
        if (!(await search.index.lookup(word, false)).length) continue;
        expect(await oneErrorAway(error, search.index)).toContain(word);
      }
    }
  });

  it('writes a query in a form without quotation marks that asks for the same', () => {
    for (const query of ['"secretary of state"', 'U.S.|USSR dobryn*', '“to be” or "not to*"', '東京 naïve'])
      expect(wantedOf(queryOf(wantedOf(query))).map(({ phrases }) => phrases)).toEqual(
        wantedOf(query).map(({ phrases }) => phrases),
      );
  });

  it('keeps the vowel signs of Indic scripts, and drops the marks that readers leave out', () => {
    expect(fold('हिन्दी')).toBe('हिन्दी'.normalize('NFC'));
    expect(fold('كَتَبَ')).toBe('كتب');
    expect(fold('שָׁלוֹם')).toBe('שלום');
    expect(fold('Ἀθῆναι')).toBe('αθηναι');
    expect(fold('ΛΟΓΟΣ')).toBe('λογοσ');
    expect(fold('Ångström')).toBe('angstrom');
  });
});

describe('The proof of the index', () => {
  let format: WholeFormat;
  beforeAll(async () => {
    format = await makeFormat();
  });

  it.each(fixtures)('finds nothing lost in %s', (_, folder) => {
    const read = readFolder(folder);
    expect(lossesOf(format, read, filesOf(format, read))).toEqual([]);
  });

  it.each(fixtures)('lists no printed page that is not where it says, in %s', async (_, folder) => {
    const { edition: context, units } = readFolder(folder);
    const html = htmlFormat(await compileShell(shellSources()));
    const pages = new Map(units.map((unit) => [html.path(unit.facts.id), html.write(unit, context)]));
    for (const { href } of printedPages(context).flatMap(({ pages: listed }) => listed)) {
      const [path = '', id = ''] = href.split('#').map((part) => decodeURIComponent(part));
      expect(pages.get(path), href).toContain(` id="${id}"`);
    }
  });

  it('notices a change in any file', () => {
    const read = readFiles(files);
    const right = filesOf(format, read);
    expect(lossesOf(format, read, right)).toEqual([]);
    expect(right.size).toBeGreaterThan(9);
    const random = chance(7);
    for (const [path, content] of right) {
      const without = new Map(right);
      without.delete(path);
      expect(lossesOf(format, read, without), `without ${path}`).not.toEqual([]);
      for (let i = 0; i < 40; i++) {
        const at = random.below(content.length);
        const other = String.fromCharCode(48 + random.below(75));
        if (other === content[at]) continue;
        const changed = [
          content.slice(0, at) + other + content.slice(at + 1),
          content.slice(0, at) + content.slice(at + 1),
        ];
        for (const one of changed)
          expect(lossesOf(format, read, new Map(right).set(path, one)), `${path} at ${at}`).not.toEqual([]);
      }
      expect(lossesOf(format, read, new Map(right).set(path, `${content}\n`)), path).not.toEqual([]);
    }
    expect(lossesOf(format, read, new Map(right).set('search/words/99.js', ''))).not.toEqual([]);
  });

  it('is the same bytes for the same edition', () => {
    expect([...filesOf(format, readFiles(files))]).toEqual([...filesOf(format, readFiles(files))]);
  });

  it('lists printed pages where they begin, each with an address of its own, and documents by date', () => {
    const made = filesOf(format, readFiles(files));
    const pages = [...made.get('pages.html')!.matchAll(/<li><a href="([^"]*#[^"]*)">([^<]*)</g)].map((m) => [
      m[2],
      m[1],
    ]);
    expect(pages).toEqual([
      ['1', 'documents/d1.html#pg_1'],
      ['2', 'documents/d1.html#pg_2'],
      ['2a', 'documents/d1.html#pg_2a'],
      ['3', 'documents/d1.html#pg_3'],
    ]);
    expect(made.get('page/3.html')).toContain('content="0; url=../documents/d1.html#pg_3"');
    expect(made.get('404.html')).toContain('This page is not in the edition');
    expect(made.has('sitemap.xml')).toBe(false);
    expect(made.has('dates.html')).toBe(true);
  });

  it('knows who is named on which pages', () => {
    const made = filesOf(format, readFiles(files));
    const names = made.get('names.html')!;
    expect(names).toMatch(
      /<dt>Karl, Anna<\/dt>\s*<dd>\s*<a href="documents\/d1.html" title="First letter">Document 1<\/a> \(2\), \s*<a/,
    );
    expect(names).not.toContain('Nobody');
    expect(made.get('search/people.js')).toBe('octavoSearch("people",[["K","Karl, Anna",[0,1]]]);\n');
    expect(asking(made).index.directory.places).toBeGreaterThan(50);
  });
});
