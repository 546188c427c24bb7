import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import oxigraph from 'oxigraph';
import { SaxesParser } from 'saxes';
import { beforeAll, describe, expect, it } from 'vitest';
import { parseCsv } from '../../src/import/metadata.ts';
import { chance } from '../harness/chance.ts';
import { readFiles, readFolder } from '../harness/edition.ts';
import { tei } from '../harness/letters.ts';
import { octavo } from '../harness/octavo.ts';
import { corpus, fixtures, hasCorpus, needsCorpus, root, sampleEdition, volume12 } from '../harness/places.ts';
import { newFolder } from '../harness/scratch.ts';
import { filesOf, lossesOf, wholeFormat } from '../harness/whole-formats.ts';

/** Linked data: read by a store that nobody here wrote, asked the documented questions, and proven statement by statement. */

const format = wholeFormat('rdf');
type Row = Readonly<Record<string, string>>;

function storeOf(content: string, type: string, base?: string): oxigraph.Store {
  const store = new oxigraph.Store();
  store.load(content, { format: type, ...(base !== undefined && { base_iri: base }) });
  return store;
}

/** The statements of a store without their graph. */
const triplesIn = (store: oxigraph.Store): string[] =>
  store
    .match()
    .map(({ subject, predicate, object }) => `${subject.toString()} ${predicate.toString()} ${object.toString()}`)
    .sort();

const odd = readFiles({
  'a.xml': tei(
    `<div type="document" xml:id="d1" n="1"><head>“A \\ back” "slash" <persName type="from" ref="people.xml#K">K.</persName> &amp; <gloss type="to">a	b</gloss></head><opener><dateline><placeName ref="people.xml#W">W</placeName> <date when="1970-08">August</date></dateline></opener><p>a</p></div>
<div type="document" xml:id="d2"><head>Ü &#x1F600; e&#x301;</head><dateline><date notBefore="1970" notAfter="1971">then</date></dateline><p><persName ref="people.xml#K">K</persName></p></div>`,
  ),
  'people.xml': `<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader/><standOff><listPerson><person xml:id="K"><persName ref="http://d-nb.info/gnd/118562533 https://viaf.org/viaf/93612/"><surname>Kissinger</surname><forename>Henry</forename></persName></person></listPerson><listPlace><place xml:id="W"><placeName>Washington, D.C.</placeName></place></listPlace></standOff></TEI>`,
  'octavo.config.json': '{ "title": "Letters", "baseUrl": "https://example.org/letters", "licence": "https://creativecommons.org/licenses/by/4.0/" }',
}); // prettier-ignore

describe('linked data', () => {
  const files = filesOf(format, odd);

  it('are the same statements in N-Quads and JSON-LD, to a store that reads both', () => {
    const quads = storeOf(files.get('rdf/edition.nq')!, 'application/n-quads');
    const linked = storeOf(files.get('rdf/edition.jsonld')!, 'application/ld+json');
    expect(triplesIn(linked)).toEqual(triplesIn(quads));
    expect(quads.size).toBe(files.get('rdf/edition.nq')!.split('\n').length - 1);
    expect(triplesIn(quads).filter((triple) => triple.includes('/d1.html>') || triple.includes('entity-K>')))
      .toMatchInlineSnapshot(`
      [
        "<https://example.org/letters/#entity-K> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <https://schema.org/Person>",
        "<https://example.org/letters/#entity-K> <https://schema.org/familyName> "Kissinger"",
        "<https://example.org/letters/#entity-K> <https://schema.org/givenName> "Henry"",
        "<https://example.org/letters/#entity-K> <https://schema.org/identifier> "K"",
        "<https://example.org/letters/#entity-K> <https://schema.org/name> "KissingerHenry"",
        "<https://example.org/letters/#entity-K> <https://schema.org/sameAs> <https://d-nb.info/gnd/118562533>",
        "<https://example.org/letters/#entity-K> <https://schema.org/sameAs> <https://viaf.org/viaf/93612>",
        "<https://example.org/letters/> <https://schema.org/hasPart> <https://example.org/letters/documents/d1.html>",
        "<https://example.org/letters/documents/d1.html> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <https://schema.org/Message>",
        "<https://example.org/letters/documents/d1.html> <https://schema.org/dateCreated> "1970-08"^^<http://www.w3.org/2001/XMLSchema#gYearMonth>",
        "<https://example.org/letters/documents/d1.html> <https://schema.org/identifier> "d1"",
        "<https://example.org/letters/documents/d1.html> <https://schema.org/isPartOf> <https://example.org/letters/>",
        "<https://example.org/letters/documents/d1.html> <https://schema.org/locationCreated> <https://example.org/letters/#entity-W>",
        "<https://example.org/letters/documents/d1.html> <https://schema.org/mentions> <https://example.org/letters/#entity-K>",
        "<https://example.org/letters/documents/d1.html> <https://schema.org/mentions> <https://example.org/letters/#entity-W>",
        "<https://example.org/letters/documents/d1.html> <https://schema.org/name> "“A \\\\ back” \\"slash\\" K. & a b"",
        "<https://example.org/letters/documents/d1.html> <https://schema.org/position> "1"",
        "<https://example.org/letters/documents/d1.html> <https://schema.org/recipient> "a b"",
        "<https://example.org/letters/documents/d1.html> <https://schema.org/sender> <https://example.org/letters/#entity-K>",
        "<https://example.org/letters/documents/d1.html> <https://schema.org/wordCount> "11"^^<http://www.w3.org/2001/XMLSchema#integer>",
        "<https://example.org/letters/documents/d2.html> <https://schema.org/mentions> <https://example.org/letters/#entity-K>",
      ]
    `);
  });

  it('are described, and counted', () => {
    const described = storeOf(files.get('rdf/void.ttl')!, 'text/turtle', 'https://example.org/letters/rdf/void.ttl');
    const size = storeOf(files.get('rdf/edition.nq')!, 'application/n-quads').size;
    expect(triplesIn(described)).toContain(
      `<https://example.org/letters/> <http://rdfs.org/ns/void#triples> "${size}"^^<http://www.w3.org/2001/XMLSchema#integer>`,
    );
    expect(files.get('rdf/beacon-gnd.txt')).toBe(
      '#FORMAT: BEACON\n#PREFIX: https://d-nb.info/gnd/\n#NAME: Letters\n\n118562533|2|https://example.org/letters/#entity-K\n',
    );
    expect([...files.keys()]).toEqual(['rdf/edition.nq', 'rdf/edition.jsonld', 'rdf/void.ttl', 'rdf/beacon-gnd.txt', 'rdf/beacon-viaf.txt']); // prettier-ignore
  });

  it.each([['the sample edition', sampleEdition] as const, ...fixtures])('of %s are proven', (_, folder) => {
    const edition = readFolder(folder);
    const made = filesOf(format, edition);
    expect(lossesOf(format, edition, made)).toEqual([]);
    expect(triplesIn(storeOf(made.get('rdf/edition.jsonld')!, 'application/ld+json'))).toEqual(
      triplesIn(storeOf(made.get('rdf/edition.nq')!, 'application/n-quads')),
    );
  });

  it.each([
    'http://[bad', 'https://a.b/%zz', 'https://a.b/x[1]', 'https://a:b:c/', 'https://', 'http:///x', 'javascript:alert(1)', 'https://a.b/"><x', 'https://a.b/\\x',
    'https://a.b/ü?q=é#é', 'http://d-nb.info/gnd/118562533/about/lds', 'https://a.b/{x}', 'https://a.b/|', '#K', 'gnd:118562533', 'https://a.b/\uE000',
  ])('can be loaded whatever a register or the settings say: %s', (address) => {
    const attribute = address.replaceAll('"', '&quot;').replaceAll('<', '&lt;');
    const edition = readFiles({
      'a.xml': tei('<div type="document" xml:id="d 1"><head><persName ref="people.xml#K">K</persName></head><p>a</p></div>'),
      'people.xml': `<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader/><standOff><listPerson><person xml:id="K" sameAs="${attribute}"><persName ref="${attribute}">K "\\ \u0007</persName><idno type="GND">${attribute}</idno><idno>${attribute}</idno></person></listPerson></standOff></TEI>`.replace('\u0007', ''),
      'octavo.config.json': JSON.stringify({ title: 'A "title" \\', baseUrl: address, licence: address }),
    });
    const made = filesOf(format, edition);
    expect(lossesOf(format, edition, made)).toEqual([]);
    const triples = triplesIn(storeOf(made.get('rdf/edition.nq')!, 'application/n-quads'));
    expect(triplesIn(storeOf(made.get('rdf/edition.jsonld')!, 'application/ld+json'))).toEqual(triples);
    storeOf(made.get('rdf/void.ttl')!, 'text/turtle', 'https://example.org/rdf/void.ttl');
    const cmif = wholeFormat('cmif');
    expect(lossesOf(cmif, edition, filesOf(cmif, edition))).toEqual([]);
    const tables = wholeFormat('data-package');
    expect(lossesOf(tables, edition, filesOf(tables, edition))).toEqual([]);
  }); // prettier-ignore

  it('cannot be changed unseen', () => {
    const luck = chance(9);
    for (const [path, content] of files) {
      const letters = [...content.matchAll(/[A-Za-z0-9]/g)].filter(() => luck.often(8));
      for (const { index } of letters) {
        const damaged = `${content.slice(0, index)}${content[index] === 'Q' ? 'R' : 'Q'}${content.slice(index + 1)}`;
        expect(lossesOf(format, odd, new Map([...files, [path, damaged]])), `${path} ${content.slice(index, index + 30)}`).not.toEqual([]); // prettier-ignore
      }
      const lines = content.split(/(?<=\n)/);
      const doubled = [...lines.slice(0, 2), lines[1]!, ...lines.slice(2)].join('');
      expect(lossesOf(format, odd, new Map([...files, [path, doubled]]))).not.toEqual([]);
      expect(lossesOf(format, odd, new Map([...files].filter(([one]) => one !== path)))).not.toEqual([]);
    }
  });
});

/** The questions of the documentation by their headings. */
const questions = new Map(
  [
    ...readFileSync(join(root, 'docs/how-to/ask-the-data.md'), 'utf8').matchAll(
      /^## (.*)\n[^#]*?```sparql\n([^`]*)```/gm,
    ),
  ].map(([, heading, query]) => [heading!, query!] as const),
);

describe.skipIf(!hasCorpus)(`ten questions about vol. XII${needsCorpus}`, () => {
  let out: string;
  let store: oxigraph.Store;
  const table = (file: string): Row[] => {
    const [head = [], ...lines] = parseCsv(readFileSync(join(out, 'data', file), 'utf8'));
    return lines.map((line) => Object.fromEntries(head.map((name, i) => [name, line[i]!])));
  };
  /** Answers as lists of texts, in the order in which the question names them. */
  const ask = (heading: string, names: readonly string[]): string[][] => {
    const query = `PREFIX schema: <https://schema.org/>\n${questions.get(heading)!}`;
    const answers = store.query(query, { use_default_graph_as_union: true }) as Map<string, oxigraph.Term>[];
    return answers.map((answer) => names.map((name) => (answer.get(name) as oxigraph.Literal).value));
  };
  const byCodePoint = (a: string, b: string): number => Buffer.compare(Buffer.from(a), Buffer.from(b));
  const named = (person: string): Map<string, Set<string>> => {
    const key = table('persons.csv').find(({ name }) => name === person)!['id'];
    const found = new Map<string, Set<string>>();
    for (const { document, entity } of table('mentions.csv')) found.set(document!, (found.get(document!) ?? new Set()).add(entity!)); // prettier-ignore
    return new Map([...found].filter(([, keys]) => keys.has(key!)));
  };
  const ranked = (counts: ReadonlyMap<string, number>, limit: number): string[][] =>
    [...counts].sort(([a, m], [b, n]) => n - m || byCodePoint(a, b)).slice(0, limit).map(([name, count]) => [name, String(count)]); // prettier-ignore

  beforeAll(() => {
    out = join(newFolder(), 'dist');
    octavo(['build', volume12, '--formats', 'data-package,rdf', '--quiet', '--out', out]);
    const proof = octavo(['verify', volume12, '--quiet', '--out', out]);
    expect([proof.code, proof.said]).toEqual([0, '']);
    store = storeOf(readFileSync(join(out, 'rdf/edition.nq'), 'utf8'), 'application/n-quads');
  });

  it('are ten', () => {
    expect(questions.size).toBe(10);
  });

  it('How many documents, sections and records are there?', () => {
    expect(ask('How many documents, sections and records are there?', ['count'])).toEqual([['242']]);
  });

  it('Who is named in most documents?', () => {
    const counts = new Map(table('persons.csv').map(({ name, documents }) => [name!, Number(documents)]));
    expect(ask('Who is named in most documents?', ['name', 'documents'])).toEqual(ranked(counts, 10));
  });

  it('Which documents name a person?', () => {
    const titles = new Map(table('documents.csv').map(({ id, title }) => [id, title!]));
    const expected = [...named('Kosygin, Alexei N.').keys()].sort(byCodePoint).map((id) => [id, titles.get(id)]);
    expect(expected.length).toBeGreaterThan(50);
    expect(ask('Which documents name a person?', ['id', 'title'])).toEqual(expected);
  });

  it('Who is named together with a person?', () => {
    const names = new Map(table('persons.csv').map(({ id, name }) => [id!, name!]));
    const counts = new Map<string, number>();
    for (const keys of named('Kosygin, Alexei N.').values())
      for (const key of keys) {
        const name = names.get(key);
        if (name !== undefined && name !== 'Kosygin, Alexei N.') counts.set(name, (counts.get(name) ?? 0) + 1);
      }
    expect(ask('Who is named together with a person?', ['name', 'together'])).toEqual(ranked(counts, 5));
  });

  it('Who wrote to whom, and how often?', () => {
    const expected = table('edges.csv').map(({ Source, Target, Weight }) => [Source!, Target!, Weight!]);
    const found = ask('Who wrote to whom, and how often?', ['from', 'to', 'letters']);
    const sorted = (rows: string[][]): string[][] => rows.toSorted((a, b) => byCodePoint(a.join('|'), b.join('|')));
    expect(sorted(found)).toEqual(sorted(expected));
  });

  it('What was written in one month?', () => {
    const expected = table('documents.csv')
      .filter(({ date }) => /^1970-08-\d\d$/.test(date!))
      .map(({ id, date }) => [id!, date!])
      .sort((a, b) => byCodePoint(a[1]!, b[1]!) || byCodePoint(a[0]!, b[0]!));
    expect(expected.length).toBeGreaterThan(5);
    expect(ask('What was written in one month?', ['id', 'day'])).toEqual(expected);
  });

  it('Which document begins on a printed page?', () => {
    const expected = table('documents.csv').filter((row) => row['first_page'] === '590').map(({ id }) => [id!]); // prettier-ignore
    expect(expected).toContainEqual(['d194']);
    expect(ask('Which document begins on a printed page?', ['id'])).toEqual(expected.sort());
  });

  it('Where were letters written?', () => {
    const counts = new Map<string, number>();
    for (const { place } of table('documents.csv')) if (place !== '') counts.set(place!, (counts.get(place!) ?? 0) + 1);
    expect(ask('Where were letters written?', ['place', 'documents'])).toEqual(ranked(counts, Infinity));
  });

  it('Which documents are the longest?', () => {
    const counts = new Map(table('documents.csv').map(({ id, words }) => [id!, Number(words)]));
    expect(ask('Which documents are the longest?', ['id', 'words'])).toEqual(ranked(counts, 10));
  });

  it('Which entries of registers are named nowhere?', () => {
    const expected = [...table('persons.csv'), ...table('terms.csv')].filter(({ mentions }) => mentions === '0').map(({ id }) => id!); // prettier-ignore
    expect(expected.length).toBeGreaterThan(5);
    expect(ask('Which entries of registers are named nowhere?', ['id'])).toEqual(expected.sort(byCodePoint).map((id) => [id])); // prettier-ignore
  });
});

/** Numbers in `idno` that are directly in an element with an id, as a plain XML parser finds them. */
function entriesWithGnd(source: string): string[] {
  const found: string[] = [];
  const open: { name: string; isEntry: boolean; text: string }[] = [];
  const parser = new SaxesParser();
  parser.on('opentag', ({ name, attributes }) => void open.push({ name, isEntry: 'xml:id' in attributes, text: '' }));
  parser.on('text', (text) => {
    const around = open.at(-1);
    if (around) around.text += text;
  });
  parser.on('closetag', () => {
    const { name, text } = open.pop()!;
    const [, id] = /d-nb\.info\/gnd\/([0-9X-]+)/.exec(text) ?? [];
    if (name === 'idno' && id !== undefined && open.at(-1)?.isEntry) found.push(id);
  });
  parser.write(source).close();
  return found;
}

describe.skipIf(!hasCorpus)(`linked data of real letters${needsCorpus}`, () => {
  it('are proven, and have ids of authority files', () => {
    const out = join(newFolder(), 'dist');
    const letters = join(corpus, 'letters');
    octavo(['build', letters, '--formats', 'text,rdf', '--keep-going', '--quiet', '--out', out]);
    const proof = octavo(['verify', letters, '--quiet', '--out', out]);
    expect([proof.code, proof.said]).toEqual([0, '']);
    const gnd = readFileSync(join(out, 'rdf/beacon-gnd.txt'), 'utf8').split('\n').slice(4, -1);
    const counted = readdirSync(letters).flatMap((name) => entriesWithGnd(readFileSync(join(letters, name), 'utf8')));
    expect(gnd.map((line) => line.split('|')[0]).sort()).toEqual([...new Set(counted)].sort());
    expect(gnd).toHaveLength(22);
    for (const line of gnd) expect(line).toMatch(/^[0-9X-]+\|\d+\|urn:uuid:[0-9a-f-]+#entity-pmb\d+$/);
  });
});
