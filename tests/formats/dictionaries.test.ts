import { describe, expect, it } from 'vitest';
import { readFiles } from '../harness/edition.ts';
import { allFormats } from '../harness/formats.ts';
import { lossesOf, readDocument, writerOf } from '../harness/one-document.ts';

/** Entries of dictionaries on pages and in texts. */

const formats = await allFormats();

const write = writerOf(formats);

const losses = lossesOf(formats);

const abart =
  '<entry xml:id="e1"><form type="lemma"><orth>Abart</orth><pron>ˈapaːɐ̯t</pron></form><gramGrp><pos>noun</pos><gen>f</gen></gramGrp><sense n="1"><cit type="translation" xml:lang="pt"><quote>espécie</quote></cit></sense><sense n="2"><cit type="translation" xml:lang="pt"><quote>género</quote></cit></sense></entry>';

describe('An entry of a dictionary', () => {
  it('has its headword, its grammar and its senses with their numbers', () => {
    expect(write('text', abart)).toBe('Abart ˈapaːɐ̯t noun f\n  1.  espécie\n  2.  género\n');
    const page = write('html', abart);
    expect(page).toContain(
      '<div id="e1" class="p" data-type="entry"><span data-type="form"><span data-type="orthography">Abart</span> <span data-type="pronunciation">ˈapaːɐ̯t</span></span> <span data-type="grammar">',
    );
    expect(page).toContain('<div class="block item" data-n="1"><span lang="pt" xml:lang="pt" data-type="translation">');
    expect([...formats.keys()].flatMap((name) => losses(name, abart))).toEqual([]);
  });

  it.each([
    ['are counted where none has one', '<sense>a</sense><sense>b</sense>', '  1.  a\n  2.  b', 'block item counted'],
    ['are not counted where there is one sense', '<sense>a</sense>', '  a', 'class="block item"'],
    ['are not said twice', '<sense n="1">1. a</sense>', '  1. a', 'block item printed'],
    [
      'are not counted where some have one',
      '<sense n="b">a</sense><sense>b</sense>',
      '  b.  a\n  b',
      '"block item" data-n="b"',
    ],
    [
      'are there in each homonym',
      '<hom n="I"><sense>a</sense><sense>b</sense></hom>',
      '  I.  \n    1.  a\n    2.  b',
      'block item counted',
    ],
  ])('whose numbers %s', (_, senses, text, page) => {
    const content = `<entry><form><orth>x</orth></form>${senses}</entry>`;
    expect(write('text', content)).toBe(`x\n${text}\n`);
    expect(write('html', content)).toContain(page);
    expect([...formats.keys()].flatMap((name) => losses(name, content))).toEqual([]);
  });

  it.each([
    ['', '<orth>a</orth><pron>b</pron>', 'a b'],
    ['not where the source has a sign', '<orth>a</orth>,<pron>b</pron>', 'a,b'],
    ['not in words', '<def>a<hi>b</hi><hi>c</hi></def>', 'abc'],
    ['also behind a comment', '<orth>a</orth><!-- x --><pron>b</pron>', 'a b'],
  ])('has a space between its fields %s', (_, fields, words) => {
    expect(readDocument(`<entry>${fields}</entry>`).unit.spine.text).toBe(words);
    expect([...formats.keys()].flatMap((name) => losses(name, `<entry>${fields}</entry>`))).toEqual([]);
  });

  it('has an example with its translation and its source, which are not one word', () => {
    const content =
      '<entry><form><orth>chat</orth></form><sense><cit type="example"><quote>Le chat dort.</quote><cit type="translation" xml:lang="en"><quote>The cat sleeps.</quote></cit><bibl>Littré</bibl></cit></sense><xr type="synonymy"><lbl>syn.</lbl><ref target="#d">félin</ref></xr><etym><lang>lat.</lang><mentioned>cattus</mentioned><gloss>cat</gloss></etym></entry>';
    expect(write('text', content)).toBe('chat\n  Le chat dort. The cat sleeps. Littré\nsyn. félin lat. cattus cat\n');
    expect(write('html', content)).toContain('<span lang="en" xml:lang="en" data-type="translation">');
    expect([...formats.keys()].flatMap((name) => losses(name, content))).toEqual([]);
  });

  it('gives its headword to the unit that it is', () => {
    const { units } = readFiles({
      'a.xml': `<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader/><text><body>${abart}</body></text></TEI>`,
      'octavo.config.json': '{"documents": "entry"}',
    });
    expect(units.map(({ facts }) => facts.title)).toContain('Abart');
  });

  it.each([
    ['a sense is lost', 'data-n="2"', ''],
    ['a headword is none', 'data-type="orthography"', 'data-type="form"'],
    ['an entry has no address', ' id="e1"', ''],
    ['a translation is an example', 'data-type="translation"', 'data-type="example"'],
  ])('of a page in which %s is found', (_, from, to) => {
    expect(losses('html', abart, (page) => page.replace(from, to))).not.toEqual([]);
  });
});
