import { describe, expect, it } from 'vitest';
import type { TextFormat } from '../../src/formats/format.ts';
import { checkUnit } from '../../src/verify/check-unit.ts';
import { chance } from '../harness/chance.ts';
import { readFiles, readFolder, type ReadEdition, type SourceUnit } from '../harness/edition.ts';
import { allFormats } from '../harness/formats.ts';
import { fixtures } from '../harness/places.ts';

/** Pages say in which direction their texts are written, and the proof reads it back by the places of letters and blocks. */

const html = (await allFormats()).get('html') as TextFormat;

const tei = (inside: string, root = '', header = '<teiHeader/>'): string =>
  `<TEI xmlns="http://www.tei-c.org/ns/1.0"${root}>${header}<text><body>${inside}</body></text></TEI>`;
const one = (inside: string, root = ''): ReadEdition =>
  readFiles({ 'a.xml': tei(`<div type="document" xml:id="d1">${inside}</div>`, root) });

function faults({ edition, units }: ReadEdition, unit: SourceUnit = units[0]!, page = html.write(unit, edition)) {
  return checkUnit(html, unit, unit, edition, page).map(({ message }) => message);
}

/** Start tags of the text that say a direction, without ids and numbers of notes. */
function directions(read: ReadEdition): string[] {
  expect(faults(read)).toEqual([]);
  const page = html.write(read.units[0]!, read.edition);
  const main = page.slice(page.indexOf('<main'), page.indexOf('</main>'));
  const root = / dir="[a-z]+"/.exec(/<html[^>]*>/.exec(page)![0])?.[0] ?? '';
  const tags = [...main.matchAll(/<([a-z0-9]+)[^>]* dir="([a-z]+)"[^>]*>([^<]{0,8})/g)];
  return [`page${root}`, ...tags.map(([, name, dir, words]) => `${name} ${dir}: ${words!.trim()}`)];
}

describe('a page', () => {
  it('in a language that is written from left to right says no direction', () => {
    const read = one('<head>Head</head><p xml:lang="la">Verba <foreign xml:lang="grc">λόγοι</foreign></p>', ' xml:lang="en"');
    const page = html.write(read.units[0]!, read.edition);
    expect(faults(read)).toEqual([]);
    expect(page).not.toMatch(/ dir=|<bdi/);
  }); // prettier-ignore

  it('is written as its unit is, and then its blocks need not say it', () => {
    expect(directions(one('<head>מכתב</head><p>שלום</p>', ' xml:lang="he"'))).toEqual(['page dir="rtl"']);
  });

  it('is written as its letters are where nothing else says it', () => {
    expect(directions(one('<head>مكتوب</head><p>سلام</p>'))).toEqual(['page dir="rtl"']);
  });

  it('is written as its letters are where the language is a default that nobody meant', () => {
    expect(directions(one('<head>مكتوب</head><p>سلام</p>', ' xml:lang="en"'))).toEqual(['page dir="rtl"']);
  });

  it('in transcription is written from left to right, also where the tag does not say so', () => {
    expect(directions(one('<p>Kataba risāla</p>', ' xml:lang="ar-Latn"'))).toEqual(['page']);
    expect(directions(one('<p>Kataba risāla</p>', ' xml:lang="ar"'))).toEqual(['page']);
  });

  it('has the direction of its blocks where they alone say it', () => {
    expect(directions(one('<p xml:lang="ar">سلام</p><p xml:lang="ar">12</p>', ' xml:lang="en"'))).toEqual(['page dir="rtl"']);
  }); // prettier-ignore
});

describe('the direction changes', () => {
  const inEnglish = (inside: string): string[] =>
    directions(one(`<head>Head</head><p>Many words of English.</p>${inside}`, ' xml:lang="en"'));
  const inHebrew = (inside: string): string[] =>
    directions(one(`<head>מכתב</head><p>מילים רבות בעברית.</p>${inside}`, ' xml:lang="he"'));

  it('at a paragraph, a quotation, a heading', () => {
    expect(inEnglish('<p>שלום רב</p><quote xml:lang="ar"><p>سلام</p><p>salām</p></quote><div><head>נספח</head><p>A text.</p></div>'))
      .toEqual(['page', 'p rtl: שלום רב', 'blockquote rtl: ', 'p ltr: salām', 'h2 rtl: נספח']);
  }); // prettier-ignore

  it('at words in a line only where a language says it: others turn by themselves', () => {
    expect(inEnglish('<p>A <foreign xml:lang="he">שלום (12)</foreign> and שלום again</p>')).toEqual([
      'page',
      'span rtl: שלום (12',
    ]);
    expect(inHebrew('<p>שלום <foreign xml:lang="en">peace</foreign> <hi rend="bold">peace</hi></p>')).toEqual([
      'page dir="rtl"',
      'span ltr: peace',
    ]);
  });

  it('at items, cells and lines of verse', () => {
    expect(inHebrew('<list><item>אחד</item><item>Two</item></list>')).toEqual(['page dir="rtl"', 'li ltr: Two']);
    expect(inHebrew('<table><row><cell>משה</cell><cell>Moses</cell><cell>12</cell></row></table>')).toEqual([
      'page dir="rtl"',
      'td ltr: Moses',
    ]);
    expect(inEnglish('<lg xml:lang="fa"><l>بشنو از نی</l><l>Listen</l></lg>')).toEqual([
      'page',
      'div rtl: ',
      'div ltr: Listen',
    ]);
  });

  it('at notes, which are away from their calls', () => {
    expect(inHebrew('<p>שלום<note n="1" xml:lang="en">See.</note><note n="2">ראו</note><note n="3">12</note></p>')).toEqual(
      ['page dir="rtl"', 'div ltr: '],
    );
    expect(inEnglish('<p>A <foreign xml:lang="he">שלום<note n="1">ראו</note><note n="2">12</note></foreign></p>')).toEqual([
      'page', 'span rtl: שלום', 'div rtl: ', 'div rtl: ',
    ]);
  }); // prettier-ignore

  it('where looks of the source state it, whatever the letters are', () => {
    expect(inEnglish('<p style="direction: rtl">Words</p><p rend="rtl">12</p><p><hi rend="rtl">x</hi> y</p>')).toEqual([
      'page', 'p rtl: Words', 'p rtl: 12', 'span rtl: x',
    ]);
    expect(inHebrew('<p rend="ltr">א, ב</p>')).toEqual(['page dir="rtl"', 'p ltr: א, ב']);
  }); // prettier-ignore

  it('never at what has no words', () => {
    expect(inEnglish('<p xml:lang="he"/><table><row><cell xml:lang="ar"/><cell>a</cell></row></table>')).toEqual(['page']);
  }); // prettier-ignore
});

describe('around the text', () => {
  const header = `<teiHeader><fileDesc><titleStmt><title>ספר (כרך א)</title><author>משה כהן</author></titleStmt>
    <publicationStmt><publisher>Harbour Press</publisher><pubPlace>Leeds</pubPlace><date when="2001">2001</date></publicationStmt>
    <sourceDesc><p>x</p></sourceDesc></fileDesc></teiHeader>`;
  const mixed = readFiles({
    'a.xml': tei(
      `<div type="document" xml:id="d1" xml:lang="he" n="1"><head>מכתב (א).</head><p>שלום</p><div><head>Part (one).</head><p>x</p></div></div>
       <div type="document" xml:id="d2"><head>Letter the second (two).</head><p>Words.</p></div>`,
      ' xml:lang="en"',
      header,
    ),
  });
  const [hebrew, english] = mixed.units.map((unit) => html.write(unit, mixed.edition));
  const index = html.writeEdition!(mixed.edition).find(({ path }) => path === 'index.html')!.content as string;

  it('words of the other direction keep their order: steps, facts, contents, downloads', () => {
    expect(hebrew).toContain('<bdi dir="ltr">Document 1</bdi>');
    expect(hebrew).toContain('<a rel="next" href="d2.html" title="Letter the second (two)."><span class="name"><bdi dir="ltr">Letter the second (two).</bdi></span> <span');
    expect(hebrew).toContain('<a href="#section:1"><bdi dir="ltr">Part (one).</bdi></a>');
    expect(hebrew).toContain('<span class="volume">ספר (כרך א)</span>');
    expect(english).toContain('<span class="volume"><bdi dir="rtl">ספר (כרך א)</bdi></span>');
    expect(english).toContain('</span> <span class="name">Document 1</span></a>');
  }); // prettier-ignore

  it('a list of contents is written as its titles are, and each title as it is', () => {
    expect(index).toContain('<html xmlns="http://www.w3.org/1999/xhtml" lang="en" xml:lang="en">');
    expect(index).toContain('<h1><bdi dir="rtl">ספר (כרך א)</bdi></h1>');
    expect(index).toContain('<a href="documents/d1.html"><bdi dir="rtl">מכתב (א).</bdi></a>');
    expect(index).toContain('<a href="documents/d2.html">Letter the second (two).</a>');
  });

  it('a citation has the direction of most of its letters, and values in it are isolated', () => {
    expect(hebrew).toMatch(/<p dir="ltr">.*“<bdi dir="rtl">מכתב \(א\)\.<\/bdi>,” in <i><bdi dir="rtl">ספר \(כרך א\)<\/bdi><\/i>/);
    expect(english).toMatch(/<p>.*“Letter the second \(two\)\.,” in <i><bdi dir="rtl">/);
  }); // prettier-ignore

  it('our own words in a page of another language say that they are English', () => {
    const read = one('<p>שלום<note n="1">כן</note><pb n="5"/> רב</p>', ' xml:lang="he"');
    const language = { ...read.units[0]!.facts, language: 'he' };
    const unit = { ...read.units[0]!, facts: language };
    const page = html.write(unit, read.edition);
    expect(page).toContain('<h2 id="o:notes" lang="en" xml:lang="en" data-generated="">Note</h2>');
    expect(page).toContain('data-n="5" lang="en" xml:lang="en">[Page 5]</span>');
    expect(page).toContain('<header class="masthead" lang="en" xml:lang="en">');
    expect(faults(read, unit)).toEqual([]);
    for (const damaged of [page.replace('o:notes" lang="en" xml:lang="en"', 'o:notes"'), page.replace('data-n="5" lang="en" xml:lang="en"', 'data-n="5"')])
      expect(faults(read, unit, damaged)).not.toEqual([]);
  }); // prettier-ignore
});

describe('every damage to a direction is found', () => {
  const folder = fixtures.find(([name]) => name === 'right to left')![1];
  const read = readFolder(folder);
  const pages = read.units.map((unit) => ({ unit, page: html.write(unit, read.edition) }));
  const turn = (dir: string): string => (dir === 'rtl' ? 'ltr' : 'rtl');

  it('in pages that are whole nothing is found', () => {
    expect(pages.flatMap(({ unit, page }) => faults(read, unit, page))).toEqual([]);
    expect(pages.map(({ page }) => [...page.matchAll(/ dir="/g)].length)).toEqual([26, 9, 4]);
  });

  const all = pages.flatMap(({ unit, page }) =>
    [...page.matchAll(/ dir="(rtl|ltr)"/g)].map(({ index, 0: said, 1: dir }) => ({ unit, page, index, said, dir: dir! })),
  ); // prettier-ignore
  const replaced = (page: string, index: number, said: string, by: string): string =>
    page.slice(0, index) + by + page.slice(index + said.length);

  it.each([
    ['one is lost', () => ''],
    ['one is turned', (dir: string) => ` dir="${turn(dir)}"`],
    ['one is left to the browser', () => ' dir="auto"'],
    ['one is nonsense', () => ' dir="up"'],
  ])('%s', (_, by) => {
    const missed = all.filter(
      ({ unit, page, index, said, dir }) => faults(read, unit, replaced(page, index, said, by(dir))).length === 0,
    );
    expect(missed.map(({ page, index }) => page.slice(index - 40, index + 40))).toEqual([]);
  });

  it.each(['rtl', 'ltr'])('dir="%s" is added to any element', (dir) => {
    const missed = pages.flatMap(({ unit, page }) =>
      [...page.slice(page.indexOf('<body')).matchAll(/<[a-z][a-z0-9]*(?=[^>]*>)(?![^>]* dir=)/g)].flatMap(({ index, 0: tag }) => {
        const at = page.indexOf('<body') + index + tag.length;
        const damaged = `${page.slice(0, at)} dir="${dir}"${page.slice(at)}`;
        return faults(read, unit, damaged).length === 0 ? [page.slice(at - 20, at + 60)] : [];
      }),
    );
    expect(missed).toEqual([]);
  }); // prettier-ignore

  it('says in words what is lost', () => {
    const { unit, page } = pages[1]!;
    const messages = faults(read, unit, page.replace('<p dir="rtl">שלום', '<p>שלום'));
    expect(messages.join('\n')).toMatch(/the direction rtl of “שלום רב.* now stands on other words/);
    expect(messages.join('\n')).toMatch(/the direction rtl as a block of “שלום רב.*is lost/);
  });
});

describe('writer and reader agree', () => {
  it('on texts that are made at random', () => {
    const luck = chance(11);
    const words = ['word ', 'שלום ', 'سلام ', '12 ', '(', ')', '. ', 'é', '𐤔 '];
    const languages = ['en', 'he', 'ar', 'ar-Latn', 'und', 'la', ''];
    const attributes = (): string =>
      (luck.often(45) ? ` xml:lang="${luck.pick(languages)}"` : '') + (luck.often(8) ? ` rend="${luck.pick(['rtl', 'ltr', 'bold'])}"` : '');
    const text = (): string => Array.from({ length: luck.below(4) }, () => luck.pick(words)).join('');
    const inline = (depth: number): string =>
      depth > 3
        ? text()
        : Array.from({ length: 1 + luck.below(3) }, () =>
            luck.often(55) ? text() : `<${luck.often(25) ? 'note' : 'hi'}${attributes()}>${inline(depth + 1)}</>`,
          ).join('');
    const closed = (xml: string): string => {
      const stack: string[] = [];
      return xml.replace(/<(\/)?([a-z]*)([^>]*)>/g, (_, end: string | undefined, name: string, rest: string) => {
        if (end === undefined) stack.push(name);
        return end === undefined ? `<${name}${rest}>` : `</${stack.pop()}>`;
      });
    };
    const p = (): string => `<p${attributes()}>${inline(0)}</>`;
    const blocks: readonly (() => string)[] = [
      p,
      p,
      () => `<quote${attributes()}>${p()}${p()}</>`,
      () => `<list${attributes()}><item${attributes()}>${inline(1)}</><item${attributes()}>${p()}</></>`,
      () => `<table${attributes()}><row${attributes()}><cell${attributes()}>${inline(1)}</><cell>${inline(2)}</></></>`,
      () => `<lg${attributes()}><l${attributes()}>${inline(1)}</><l>${inline(1)}</></>`,
      () => `<div${attributes()}><head${attributes()}>${inline(2)}</>${p()}</>`,
      () => `<sp${attributes()}><speaker${attributes()}>${inline(2)}</>${p()}</>`,
    ];
    const documents = Array.from({ length: 400 }, (_, i) =>
      closed(`<div type="document" xml:id="d${i}"${attributes()}>${Array.from({ length: 1 + luck.below(4) }, () => luck.pick(blocks)()).join('')}</>`),
    );
    const read = readFiles({ 'a.xml': tei(documents.join(''), ' xml:lang="en"') });
    expect(read.units.length).toBe(400);
    expect(read.units.flatMap((unit) => faults(read, unit).map((fault) => `${unit.facts.id}: ${fault}`))).toEqual([]);
    const turned = read.units.filter((unit) => html.write(unit, read.edition).includes(' dir="'));
    expect(turned.length).toBeGreaterThan(300);
  }); // prettier-ignore
});
