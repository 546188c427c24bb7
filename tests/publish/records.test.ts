import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readPage } from '../../src/formats/html/read-page.ts';
import { build } from '../../src/publish/run.ts';
import { verify } from '../../src/verify/run.ts';
import { root } from '../harness/places.ts';
import { newFolder } from '../harness/scratch.ts';

/** Files whose content is their header, and leaves that are written line by line: what a reader of the page sees, and what is proven. */

interface Built {
  /** By the id of the unit. */
  readonly pages: Readonly<Record<string, string>>;
  readonly tei: Readonly<Record<string, string>>;
  readonly proof: Awaited<ReturnType<typeof verify>>;
}

async function published(path: string): Promise<Built> {
  const out = join(newFolder(), 'dist');
  await build({ path, out, check: false });
  const proof = await verify({ path, out });
  const files = (folder: string): Record<string, string> =>
    Object.fromEntries(
      readdirSync(join(out, folder)).map((name) => [
        name.replace(/\.[a-z]+$/, ''),
        readFileSync(join(out, folder, name), 'utf8'),
      ]),
    );
  return { pages: files('documents'), tei: files('tei'), proof };
}

const file = (sourceDesc: string, rest: string, more = ''): string =>
  newFolder({
    'a.xml': `<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>A leaf</title></titleStmt><publicationStmt><p>x</p></publicationStmt><sourceDesc>${sourceDesc}</sourceDesc></fileDesc>${more}</teiHeader>${rest}</TEI>`,
  });

const fixture = (name: string): string => join(root, 'tests/fixtures/editions', name);
const noText = '<text><body><p/></body></text>';

/** The words of a page, labels and signs with them. */
const wordsOf = (page: string): string =>
  /<main[^]*<\/main>/
    .exec(page)![0]
    .replace(/<\/(?:p|div|li|b)>/g, '|')
    .replace(/<[^>]*>/g, '')
    .replace(/\s*\|[\s|]*/g, '|')
    .replace(/\s+/g, ' ');

describe('The description of a manuscript, where there is no text,', () => {
  it('is the page, with what catalogues call its parts', async () => {
    const description =
      '<msDesc><msIdentifier><settlement>Town</settlement><repository role="library">Library</repository><idno type="shelfmark">MS. X 1</idno></msIdentifier><msContents><summary>A psalter.</summary><msItem n="1"><locus from="1r" to="80v">fols. 1r-80v</locus><title>Psalms</title></msItem></msContents><physDesc><objectDesc><supportDesc><extent>80 leaves</extent></supportDesc></objectDesc></physDesc><history><origin><origDate>13th century</origDate>; <origPlace>England</origPlace></origin></history></msDesc>';
    const { pages, proof } = await published(file(description, noText));
    expect(wordsOf(pages['a']!)).toContain(
      'Identification|Settlement|Town|Repository|Library|Shelfmark|MS. X 1|Contents|Summary|A psalter.|Leaves|fols. 1r-80v|Title|Psalms|Physical description|Extent|80 leaves|History|Origin|13th century; England|',
    );
    expect(proof).toMatchObject({ result: 'nothing lost', documents: 0, records: 1, words: 18 });
  });

  it('has its title, and needs no text at all', async () => {
    const { pages, proof } = await published(file('<msDesc><msIdentifier><idno>1</idno></msIdentifier></msDesc>', ''));
    expect(pages['a']).toContain('<h1>A leaf</h1>');
    expect(proof).toMatchObject({ result: 'nothing lost', records: 1 });
  });

  it('may be a list of letters', async () => {
    const letter =
      '<profileDesc><correspDesc><correspAction type="sent"><persName>Ann</persName><date when="1900">1900</date></correspAction><correspAction type="received"><persName>Ben</persName></correspAction></correspDesc></profileDesc>';
    const { pages, proof } = await published(file('<p>y</p>', noText, letter));
    expect(wordsOf(pages['a']!)).toContain('Correspondence|Sent|Ann|1900|Received|Ben|');
    expect(proof.result).toBe('nothing lost');
  });

  it('is proven: a label or a fact that is not as the source has it is found', async () => {
    const { pages } = await published(fixture('description-of-a-manuscript'));
    const page = pages['manuscript_123']!;
    expect(readPage(page).back.faults).toEqual([]);
    const wrong = (from: string, to: string): readonly string[] => readPage(page.replace(from, to)).back.faults;
    expect(wrong('>Shelfmark<', '>Price<').join()).toContain('“Price” is marked as words of our own');
    expect(wrong('data-type="shelfmark"', 'data-type="collection"').join()).toContain('“Shelfmark” is marked');
  });
});

describe('What a header says beside a text', () => {
  const text = '<text><body><p>Words.</p></body></text>';

  it('is no page where it says nothing but who published it', async () => {
    const { pages, proof } = await published(
      file('<bibl>A book</bibl><listPerson><person><persName>P</persName></person></listPerson>', text),
    );
    expect(Object.keys(pages)).toEqual(['a']);
    expect(proof.records).toBeUndefined();
  });

  it('is a page where it lists witnesses, to which the sigla of the apparatus lead', async () => {
    const { pages, proof } = await published(fixture('witnesses-in-the-header'));
    expect(pages['carmen']).toContain('<a class="siglum" href="carmen.about.html#A">A</a>');
    expect(pages['carmen.about']).toContain('<li id="A"><b data-generated="">A</b> London');
    expect(proof).toMatchObject({ result: 'nothing lost', documents: 1, records: 1 });
  });

  it('stays in the TEI of each unit, and pointers to it as well', async () => {
    const { tei } = await published(fixture('leaves-of-a-document'));
    expect(tei['sourceDoc']).toContain('<retrace hand="#pbs">');
    expect(Object.keys(tei).toSorted()).toEqual(['leaf', 'leaf.about', 'sourceDoc']);
  });
});

describe('Leaves that are written line by line', () => {
  const line = (i: number): string => `<line>${'words of a long line '.repeat(60)}${i}</line>`;

  it('are a page, with its lines, zones, additions and deletions', async () => {
    const leaf =
      '<sourceDoc><surface n="1r"><graphic url="leaf1r.jpg"/><zone type="main"><line>first line</line><line>second <del>lien</del> <add place="superlinear">line</add></line></zone></surface></sourceDoc>';
    const { pages, proof } = await published(file('<p>y</p>', leaf));
    expect(pages['a']).toContain('data-target="leaf1r.jpg"');
    expect(pages['a']).toContain(
      '<div class="p" data-type="main-zone"><div class="line">first line</div>\n<div class="line">second <del>',
    );
    expect(wordsOf(pages['a']!)).toContain('[Page 1r]');
    expect(proof).toMatchObject({ result: 'nothing lost', documents: 1, pages: 1 });
  });

  it('are a page each where they are many', async () => {
    const surfaces = Array.from({ length: 60 }, (_, i) => `<surface n="${i + 1}">${line(i)}</surface>`).join('');
    const { pages, proof } = await published(
      file('<p>y</p>', `<sourceDoc><surfaceGrp>${surfaces}</surfaceGrp></sourceDoc>${noText}`),
    );
    expect(Object.keys(pages)).toHaveLength(60);
    expect(pages['surface-2']).toContain('Surface 2');
    expect(proof).toMatchObject({ result: 'nothing lost', documents: 60, pages: 60 });
  });
});

describe('A register in a text', () => {
  it('has labels, and what belongs together is separated', async () => {
    const person =
      '<person><persName>Ann</persName><birth><date>1863</date><settlement><placeName>Linz</placeName><location><geo>48,3 14,28333</geo></location></settlement></birth></person>';
    const { pages, proof } = await published(
      file('<p>y</p>', `<text><body><p>Dear.</p></body><back><listPerson>${person}</listPerson></back></text>`),
    );
    expect(wordsOf(pages['a']!)).toContain('Ann|Born|1863|Linz|48,3 14,28333|');
    expect(proof.result).toBe('nothing lost');
  });
});
