/** `--metadata`: what is told next to the text goes into the header. */
import { describe, expect, it } from 'vitest';
import { metadataFor, parseCsv, readMetadata } from '../../src/import/metadata.ts';
import { sourceText } from '../../src/source/text.ts';
import { imported, ownText } from './reading.ts';

const read = (text: string) => readMetadata(sourceText('metadata', text));

describe('metadata', () => {
  it('is read from CSV with quotes, semicolons and words for the same thing', () => {
    expect(parseCsv('a,b\n"x, ""y""\nz",2\n')).toEqual([
      ['a', 'b'],
      ['x, "y"\nz', '2'],
    ]);
    expect(read('File;Series;Editor(s)\nletter.txt;Harbour Papers;E. Ferrier\n').records).toEqual([
      { file: 'letter.txt', series: 'Harbour Papers' },
    ]);
  });

  it('is read from JSON, with numbers as words', () => {
    expect(read('[{"file": "letter", "year": 1998, "repository": "Town Archive"}]').records).toEqual([
      { file: 'letter', published: '1998', archive: 'Town Archive' },
    ]);
  });

  it('reports which of its fields nobody understands', () => {
    expect(read('file,weather\na,fine\n').findings[0]).toMatchObject({
      code: 'import-metadata-field',
      severity: 'note',
    });
  });

  it('that is damaged is an error', () => {
    expect(read('[{"file": ').findings[0]).toMatchObject({ code: 'import-metadata', severity: 'error' });
    expect(read('file,title\n').findings[0]).toMatchObject({ code: 'import-metadata', severity: 'error' });
  });

  it('without a file counts for all, under what is reported of one', () => {
    const records = [
      { series: 'Harbour Papers', editor: 'E. Ferrier' },
      { file: 'letter.txt', editor: 'A. Nother' },
    ];
    expect(metadataFor('in/letter.txt', records)).toMatchObject({ series: 'Harbour Papers', editor: 'A. Nother' });
    expect(metadataFor('in/other.txt', records)).toEqual({ series: 'Harbour Papers', editor: 'E. Ferrier' });
  });

  it('fills the header', () => {
    const metadata = {
      series: 'Harbour Papers',
      volume: 'Volume II',
      editor: 'E. Ferrier',
      publisher: 'The Town',
      published: '1998',
      licence: 'CC BY 4.0',
      licenceUrl: 'https://creativecommons.org/licenses/by/4.0/',
      date: '1921-03-04',
      archive: 'State Archive',
      shelfmark: 'HP 4',
      language: 'en-GB',
    };
    const tei = imported(ownText('letter.txt'), { metadata }).tei!.replace(/\s+/g, ' ');
    for (const part of [
      'xml:lang="en-GB"',
      '<title type="series">Harbour Papers</title>',
      '<title type="volume-number">Volume II</title>',
      '<editor role="primary">E. Ferrier</editor>',
      '<publisher>The Town</publisher> <date when="1998">1998</date>',
      '<licence target="https://creativecommons.org/licenses/by/4.0/">CC BY 4.0</licence>',
      '<date when="1921-03-04">1921-03-04</date>',
      '<repository>State Archive</repository> <idno type="shelfmark">HP 4</idno>',
    ]) {
      expect(tei).toContain(part);
    }
  });
});
