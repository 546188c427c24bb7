import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readFolder } from '../harness/edition.ts';
import { root } from '../harness/places.ts';

/** How editions are cut into units, told as one line a unit: every word belongs to exactly one. */

function unitsOf(name: string): string {
  return readFolder(join(root, 'tests/fixtures/editions', name))
    .units.map(({ facts, source, depth }) => {
      const { id, kind, title, pages, notes, words } = facts;
      const where = source.xmlId === undefined ? (source.xpath ?? 'whole text') : `#${source.xmlId}`;
      const counts = `${words} words${notes > 0 ? `, ${notes} notes` : ''}${pages.length > 0 ? `, pages ${pages.join(' ')}` : ''}`;
      const without = source.except.length > 0 ? ` without ${source.except.join(' ')}` : '';
      return `${'  '.repeat(depth)}${id.slice(0, 40)} ${kind} “${title}”: ${counts}; ${source.path} ${where.slice(0, 40)}${without}`;
    })
    .join('\n');
}

describe('Units', () => {
  it('A document begins on the page that is open before it', () => {
    expect(unitsOf('two-pages')).toMatchInlineSnapshot(
      `"d1 document “Letter From Ames to Bell”: 15 words, pages 1 2; a.xml #d1"`,
    );
  });

  it('A page break between documents opens the next one; at the end it closes the last', () => {
    expect(unitsOf('page-breaks-between-documents')).toMatchInlineSnapshot(`
      "ch1 section “Chapter”: 1 words, pages 2 8; a.xml #ch1 without d1 d2
        d1 document “Letter”: 3 words, pages 4 5; a.xml #d1
        d2 document “Letter”: 3 words, pages 7; a.xml #d2
      d3 document “Letter”: 3 words, pages 9 10 11; a.xml #d3"
    `);
  });

  it('Chapters are sections of their own, and a document inside a document is taken out of it', () => {
    expect(unitsOf('nested-documents')).toMatchInlineSnapshot(`
      "comp1 section “Harbours”: 6 words; a.xml #comp1 without ch1 d4
        ch1 section “In the North”: 12 words; a.xml #ch1 without d1 d2
          d1 document “Letter”: 7 words; a.xml #d1
          d2 document “Letter”: 6 words; a.xml #d2 without d3
            d3 document “A document in a document”: 7 words; a.xml #d3
        d4 document “Letter”: 3 words; a.xml #d4
      d5 document “Letter”: 3 words; a.xml #d5"
    `);
  });

  it('Title page, preface, lists and index are sections; introductions belong to the part they open', () => {
    expect(unitsOf('front-and-back-matter')).toMatchInlineSnapshot(`
      "title-page section “Title page”: 7 words; a.xml /TEI/text/front/titlePage
      preface section “Preface”: 3 words, 1 notes, pages III; a.xml #preface
      persons section “Persons”: 7 words, pages III; a.xml #persons
      body section “Documents”: 9 words, pages III; a.xml /TEI/text/body without d1
      d1 document “Letter From Ames to Bell”: 12 words, pages III; a.xml #d1
      index section “Index”: 3 words, pages III; a.xml #index"
    `);
  });

  it('Where two volumes have the same ids, the name of the volume makes them unique', () => {
    expect(unitsOf('several-volumes-with-the-same-ids')).toMatchInlineSnapshot(`
      "v1.title-page section “Title page”: 2 words; v1.xml /TEI/text/front/titlePage
      v1.d1 document “Letter of Volume 1”: 11 words; v1.xml #d1
      v1.d2 document “Letter of Volume 1”: 6 words; v1.xml #d2
      v2.title-page section “Title page”: 2 words; v2.xml /TEI/text/front/titlePage
      v2.d1 document “Letter of Volume 2”: 11 words; v2.xml #d1
      v2.d2 document “Letter of Volume 2”: 6 words; v2.xml #d2"
    `);
  });

  it('Ids that cannot be file names are made fit, and distinguished without regard to case', () => {
    expect(unitsOf('ids-that-are-no-file-names')).toMatchInlineSnapshot(`
      "unit-CON document “CON”: 3 words; a b&c.xml #CON
      d1 document “d1”: 3 words; a b&c.xml #d1
      D1-2 document “D1”: 3 words; a b&c.xml #D1
      Über-grün document “Über-grün”: 3 words; a b&c.xml #Über-grün
      日本 document “日本”: 3 words; a b&c.xml #日本
      a.b document “a.b”: 3 words; a b&c.xml #a.b
      _hidden document “_hidden”: 3 words; a b&c.xml #_hidden
      xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx document “xxxxxxxxxxxxxxxxxxxx”: 3 words; a b&c.xml #xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx
      document-7-8 document “No id”: 3 words; a b&c.xml /TEI/text/body/div[9]
      document document “No id and no number”: 6 words; a b&c.xml /TEI/text/body/div[10]
      document-2 document “Another”: 2 words; a b&c.xml /TEI/text/body/div[11]"
    `);
  });

  it('A file without documents is one document', () => {
    expect(unitsOf('no-documents')).toMatchInlineSnapshot(
      `"novel document “A Novel”: 11 words, pages 2; novel.xml whole text"`,
    );
  });

  it('Each text of a corpus is a document', () => {
    expect(unitsOf('texts-of-a-corpus')).toMatchInlineSnapshot(`
      "t1 document “Text 1”: 10 words, 1 notes; corpus.xml /teiCorpus/TEI[1]/text
      t2 document “Text 2”: 10 words, 1 notes; corpus.xml /teiCorpus/TEI[2]/text"
    `);
  });

  it('A file that holds only registers is not a document', () => {
    expect(unitsOf('registers-in-files-of-their-own')).toMatchInlineSnapshot(
      `"l1 document “Letter From A.”: 8 words; letter.xml #l1"`,
    );
  });

  it('The settings can say what a document is', () => {
    expect(unitsOf('documents-by-setting')).toMatchInlineSnapshot(`
      "c1 document “I”: 7 words; novel.xml #c1
      c2 document “II”: 2 words; novel.xml #c2"
    `);
  });

  it('A document with almost nothing in it is still one', () => {
    expect(unitsOf('documents-with-almost-nothing')).toMatchInlineSnapshot(`
      "d1 document “d1”: 0 words; a.xml #d1
      d2 document “d2”: 0 words; a.xml #d2
      d3 document “d3”: 0 words, pages 3; a.xml #d3
      d4 document “d4”: 3 words, 1 notes, pages 3; a.xml #d4
      d5 document “d5”: 0 words, pages 3; a.xml #d5
      d6 document “Only a heading”: 3 words, pages 3; a.xml #d6
      d7 document “d7”: 0 words, 1 notes; a.xml #d7"
    `);
  });

  it('A play is one document', () => {
    expect(unitsOf('verse-and-drama')).toMatchInlineSnapshot(
      `"play document “The Rain”: 25 words, 1 notes, pages 2; play.xml whole text"`,
    );
  });
});
