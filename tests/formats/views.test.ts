import { describe, expect, it } from 'vitest';
import { checkUnit } from '../../src/verify/check-unit.ts';
import { build, verify } from '../../src/index.ts';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readFiles } from '../harness/edition.ts';
import { allFormats } from '../harness/formats.ts';
import { newFolder } from '../harness/scratch.ts';

/** What the diplomatic view of an edited text shows, where it has files, and what the proof finds in them. */

const formats = await allFormats(true);

const teiOf = (...documents: readonly string[]): string =>
  `<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader/><text><body>${documents
    .map((content, i) => `<div type="document" xml:id="d${i + 1}"><p>${content}</p></div>`)
    .join('')}</body></text></TEI>`;

/** The first lines of the plain text in both views; the diplomatic one is undefined where there is none. */
function views(tei: string): (string | undefined)[] {
  const { edition, units } = readFiles({ 'a.xml': teiOf(tei) });
  const [unit] = units;
  return ['text', 'text-diplomatic'].map((name) => {
    const format = formats.get(name)!;
    const isThere = format.view === undefined || unit!.hasDiplomatic === true;
    return isThere ? format.write(unit!, edition).split('\n')[0] : undefined;
  });
}

describe('A text in its two views', () => {
  const cases: readonly (readonly [tei: string, reading: string, diplomatic: string | undefined])[] = [
    ['<choice><sic>teh</sic><corr>the</corr></choice> end', 'the end', 'teh(!) end'],
    ['<choice><orig>vse</orig><reg>use</reg></choice>', 'use', 'vse'],
    ['<choice><reg>use</reg><orig>vse</orig></choice>', 'use', 'vse'],
    ['<choice><abbr>Dr.</abbr><expan>Doctor</expan></choice>', 'Doctor', 'Dr.'],
    ['<expan>Imp<ex>eratori</ex></expan> Caes', 'Imp(eratori) Caes', 'Imp Caes'],
    ['<expan><abbr>d<am>~</am>s</abbr><ex>ominu</ex></expan>', 'ds(ominu)', 'd~s'],
    ['<abbr>d<am>~</am>s</abbr>', 'd~s', undefined],
    ['a<supplied reason="lost">bc d</supplied>e', 'a[bc d]e', 'a[․․ ․]e'],
    ['a<supplied reason="omitted">bc</supplied> e', 'a[bc] e', 'a e'],
    ['a<supplied>bc</supplied> e', 'a[bc] e', 'a e'],
    ['<choice><sic>a <choice><abbr>b.</abbr><expan>bb</expan></choice></sic><corr>c</corr></choice>', 'c', 'a b.(!)'],
    ['<choice><unclear>a</unclear><unclear>o</unclear></choice>', 'a(?)', undefined],
    ['nothing of all this', 'nothing of all this', undefined],
  ];

  it.each(cases)('%s', (tei, reading, diplomatic) => {
    expect(views(tei)).toEqual([reading, diplomatic]);
  });
});

/** Both pages of a document, which must give back their views. */
function pages(tei: string): [reading: string, diplomatic: string] {
  const { edition, units } = readFiles({ 'a.xml': teiOf(tei) });
  const [unit] = units;
  const written = ['html', 'html-diplomatic', 'tei'].map((name) => {
    const format = formats.get(name)!;
    const content = format.write(unit!, edition);
    const source = format.view === 'diplomatic' ? unit!.contentIn('diplomatic') : unit!;
    expect(checkUnit(format, unit!, source, edition, content).map(({ message }) => message)).toEqual([]);
    return content;
  });
  return [written[0]!, written[1]!];
}

describe('What is in one view only', () => {
  const sides = '<choice><sic><seg n="12" xml:id="s">teh</seg></sic><corr xml:id="c">the</corr></choice>';

  it('keeps its number', () => {
    expect(pages(`<seg n="2">${sides}</seg>`)[1]).toContain('data-number="2.12"');
  });

  it('is linked in the page of that view, from both', () => {
    const [reading, diplomatic] = pages(`${sides} <ref target="#s">one</ref> <ref target="#c">two</ref>`);
    expect(reading).toContain('<a href="d1.diplomatic.html#s">one</a> <a href="#c">two</a>');
    expect(diplomatic).toContain('<a href="#s">one</a> <a href="d1.html#c">two</a>');
  });

  it('says nothing of a word that goes on behind it', () => {
    expect(pages('<choice><orig>e<w part="I"/></orig><reg/></choice><lb/>x')[1]).toContain('<br/>');
    expect(pages('<expan>e<ex><w part="I">f</w></ex></expan><lb/>x')[0]).toContain('<br/>');
  });

  it('may call a note, which stays in the document', () => {
    const tei =
      '<expan>d<am><ref target="#n"/></am><ex>ominu</ex>s</expan></p><noteGrp><note xml:id="n">Faint.</note></noteGrp><p>';
    expect(pages(tei)[1]).toContain('Faint.');
  });
});

it('a link to what no view shows leads to the page', () => {
  const { edition, units } = readFiles({ 'a.xml': teiOf('<fw xml:id="f">12</fw><ref target="#f">one</ref>') });
  const page = formats.get('html')!.write(units[0]!, edition);
  expect(page).toContain('<a href="d1.html">one</a>');
  expect(checkUnit(formats.get('html')!, units[0]!, units[0]!, edition, page)).toEqual([]);
});

describe('Files of the diplomatic view', () => {
  const { edition, units } = readFiles({
    'a.xml': teiOf(
      '<choice><sic>teh</sic><corr>the</corr></choice> <supplied reason="lost">w</supplied>ord<note>A <choice><orig>vse</orig><reg>use</reg></choice>.</note>',
    ),
  });
  const [unit] = units;
  const losses = (name: string, content: string): string[] =>
    checkUnit(formats.get(name)!, unit!, unit!.contentIn('diplomatic'), edition, content).map(({ message }) => message);

  it.each(['text-diplomatic', 'html-diplomatic'])('%s: a changed letter, word or note is found', (name) => {
    const content = formats.get(name)!.write(unit!, edition);
    expect(losses(name, content)).toEqual([]);
    for (const [from, to] of [
      ['teh', 'the'],
      ['ord', 'orb'],
      ['vse', 'use'],
      ['․', 'w'],
    ] as const) {
      expect(content).toContain(from);
      expect(losses(name, content.replace(from, to))).not.toEqual([]);
    }
  });

  it('a page of the reading view in the place of the other one is found', () => {
    const page = formats.get('html')!.write(unit!, edition);
    expect(losses('html-diplomatic', page).join()).toContain('Diplomatic view');
  });

  it('are there of documents that have it, linked from the page of the other view, in the manifest, and proven', async () => {
    const folder = newFolder({ 'a.xml': teiOf('<choice><sic>teh</sic><corr>the</corr></choice>', 'plain') });
    const out = join(folder, 'out');
    await build({ path: join(folder, 'a.xml'), out, check: false });
    const at = (...path: string[]): string => join(out, ...path);
    const read = (...path: string[]): string => readFileSync(at(...path), 'utf8');
    expect(existsSync(at('text', 'd1.diplomatic.txt'))).toBe(true);
    expect(existsSync(at('text', 'd2.diplomatic.txt'))).toBe(false);
    expect(read('documents', 'd1.html')).toContain('<a href="d1.diplomatic.html">Diplomatic view</a>');
    expect(read('documents', 'd1.diplomatic.html')).toContain('<a href="d1.html">Reading view</a>');
    expect(read('documents', 'd2.html')).not.toContain('iplomatic');
    const { documents } = JSON.parse(read('manifest.json')) as { documents: { outputs: Record<string, string> }[] };
    expect(documents.map(({ outputs }) => outputs['text-diplomatic'])).toEqual(['text/d1.diplomatic.txt', undefined]);
    const proof = await verify({ path: join(folder, 'a.xml'), out, rebuild: true });
    expect(proof.losses).toEqual([]);
    expect(proof.formats['html-diplomatic']).toMatchObject({ files: 1, proven: 1 });
  });
});
