import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import { membersFor } from '../../src/formats/dts/answers.ts';
import { citationTrees } from '../../src/formats/dts/citable.ts';
import type { CitableUnit } from '../../src/formats/dts/citable-unit.ts';
import { chance } from '../harness/chance.ts';
import { type ReadEdition, readFiles, readFolder } from '../harness/edition.ts';
import { tei } from '../harness/letters.ts';
import { corpus, fixtures, hasCorpus, needsCorpus, volume12 } from '../harness/places.ts';
import { filesOf, lossesOf, wholeFormat } from '../harness/whole-formats.ts';
import { join } from 'node:path';

/** Distributed Text Services 1.0 as files: tried against the specification, and every passage against the TEI of its text. */

const format = wholeFormat('dts');
const published = (read: ReadEdition): ReadEdition => ({
  ...read,
  edition: { ...read.edition, baseUrl: 'https://example.org/edition' },
});
const one = (body: string): ReadEdition => published(readFiles({ 'a.xml': tei(body) }));

const pages = one(
  '<pb n="1"/><div type="document" xml:id="d1" n="1"><head>One</head><p rend="x">a <hi rend="italic">b<pb n="2"/>c</hi> d</p><note><p>e</p></note></div>' +
    '<div type="document" xml:id="d2" n="2"><head>Two</head><p>f</p><pb n="ii/3"/><p>g</p></div>',
);
const numbers = one(
  '<div type="book" n="1"><p n="1">a <seg n="1">b</seg> <seg n="2">c</seg></p><p n="2">d <note n="7">e</note></p></div><div type="book" n="2"><p n="1">f</p></div>',
);

type Answer = Readonly<Record<string, unknown>>;
const answerIn = (files: ReadonlyMap<string, string>, path: string): Answer => JSON.parse(files.get(path)!) as Answer;
const identifiersIn = ({ member }: Answer): string[] =>
  (member as readonly { identifier: string }[]).map(({ identifier }) => identifier);

/** All characters of an XML file from its `text` on, as a plain parser reads them. */
function charactersOf(xml: string): string {
  let text = '';
  let header = 0;
  const parser = new SaxesParser({ xmlns: true });
  parser.on('opentag', ({ local }) => void (local === 'teiHeader' && header++));
  parser.on('closetag', ({ local }) => void (local === 'teiHeader' && header--));
  parser.on('text', (value) => void (text += header > 0 ? '' : value));
  parser.on('cdata', (value) => void (text += value));
  parser.write(xml).close();
  return text;
}
const squeezed = (text: string): string => text.replace(/\s+/g, '');

describe('a passage', () => {
  it('of a page begins and ends in the elements that are open there', () => {
    const files = filesOf(format, pages);
    expect(files.get('dts/document/d1/pg_1/document.tei')).toContain(
      '<dts:wrapper xmlns:dts="https://w3id.org/api/dts#"><text><body><pb n="1"/><div type="document" xml:id="d1" n="1"><head>One</head><p rend="x">a <hi rend="italic">b</hi></p></div></body></text></dts:wrapper></TEI>',
    );
    expect(files.get('dts/document/d1/pg_2/document.tei')).toContain(
      '<text><body><div type="document" xml:id="d1" n="1"><p rend="x"><hi rend="italic"><pb n="2"/>c</hi> d</p><note><p>e</p></note></div>',
    );
    expect([...files.keys()].filter((path) => path.includes('document/d2/'))).toEqual([
      'dts/document/d2/document.tei',
      'dts/document/d2/pg_2/document.tei',
      'dts/document/d2/pg_ii-3/document.tei',
    ]);
  });

  it('of a numbered unit is its element, and nothing around it', () => {
    const files = filesOf(format, numbers);
    const [id] = numbers.edition.units.map(({ facts }) => facts.id);
    expect(files.get(`dts/document/${id}/1.1.2/document.tei`)).toBe(
      '<?xml version="1.0" encoding="UTF-8"?>\n<TEI xmlns="http://www.tei-c.org/ns/1.0"><dts:wrapper xmlns:dts="https://w3id.org/api/dts#"><seg n="2">c</seg></dts:wrapper></TEI>\n',
    );
    const all = answerIn(files, `dts/navigation/${id};down=-1/index.jsonld`);
    expect(identifiersIn(all)).toEqual(['1', '1.1', '1.1.1', '1.1.2', '1.2', '2', '2.1']);
    expect(identifiersIn(answerIn(files, `dts/navigation/${id};down=1/1/index.jsonld`))).toEqual(['1', '1.1', '1.2']);
    expect(identifiersIn(answerIn(files, `dts/navigation/${id};down=0/1.2/index.jsonld`))).toEqual(['1.1', '1.2']);
    expect((all['resource'] as Answer)['citationTrees']).toEqual([
      {
        '@type': 'CitationTree',
        citeStructure: [
          {
            '@type': 'CiteStructure',
            citeType: 'book',
            citeStructure: [
              {
                '@type': 'CiteStructure',
                citeType: 'p',
                citeStructure: [{ '@type': 'CiteStructure', citeType: 'seg' }],
              },
            ],
          },
        ],
      },
    ]);
  });

  it('between two milestones ends with the next of its kind, one above it, or its division', () => {
    const read = one(
      '<div n="1"><p><milestone unit="chapter" n="1"/>a <milestone unit="section" n="1"/>b</p><p>c <milestone unit="section" n="2"/>d <milestone unit="chapter" n="2"/>e <milestone unit="section" n="1"/>f</p></div>',
    );
    const files = filesOf(format, read);
    const [id] = read.edition.units.map(({ facts }) => facts.id);
    const said = Object.fromEntries(
      identifiersIn(answerIn(files, `dts/navigation/${id};down=-1/index.jsonld`)).map((ref) => [
        ref,
        squeezed(charactersOf(files.get(`dts/document/${id}/${ref}/document.tei`)!)),
      ]),
    );
    expect(said).toEqual({ '1': 'abcdef', '1.1': 'abcd', '1.1.1': 'bc', '1.1.2': 'd', '1.2': 'ef', '1.2.1': 'f' });
    expect(lossesOf(format, read, files)).toEqual([]);
  });
});

describe('the parts of a tree that are asked for', () => {
  const unit = (identifier: string, level: number, parent: string | null): CitableUnit => ({ identifier, level, parent, citeType: 'x', title: '', from: 0, to: 0 }); // prettier-ignore
  const units = [unit('a', 1, null), unit('a1', 2, 'a'), unit('a1x', 3, 'a1'), unit('a2', 2, 'a'), unit('b', 1, null), unit('b1', 2, 'b'), unit('c', 1, null)]; // prettier-ignore
  const [a, a1, , a2, b] = units;
  // The table “Usage of down, ref, start and end” of the specification, line by line.
  it.each([
    ['a unit without down', { ref: a1! }, undefined],
    ['a range without down', { start: a!, end: b! }, undefined],
    ['a unit and its siblings', { ref: a1!, down: 0 }, 'a1 a2'],
    ['one level', { down: 1 }, 'a b c'],
    ['two levels', { down: 2 }, 'a a1 a2 b b1 c'],
    ['all', { down: -1 }, 'a a1 a1x a2 b b1 c'],
    ['a unit and what is directly in it', { ref: a!, down: 1 }, 'a a1 a2'],
    ['a unit and all in it', { ref: a!, down: -1 }, 'a a1 a1x a2'],
    ['a unit that has nothing in it', { ref: a2!, down: 3 }, 'a2'],
    ['a range to the deepest level', { start: a1!, end: b!, down: -1 }, 'a1 a1x a2 b b1'],
    ['a range down from the deeper of its ends', { start: a!, end: b!, down: 1 }, 'a a1 a2 b b1'],
  ] as const)('%s', (_, question, expected) => {
    expect(membersFor(units, question)?.map(({ identifier }) => identifier).join(' ')).toBe(expected); // prettier-ignore
  });
});

/** What the specification asks for and its validator does not look at; and every address that an answer gives must lead to a file. */
function checkAnswers(files: ReadonlyMap<string, string>): void {
  const expanded = (template: string, values: Readonly<Record<string, string>>): string =>
    template
      .replace(/\{([/;])([^}]*)\}/g, (_, sign: string, names: string) =>
        names
          .split(',')
          .filter((name) => values[name] !== undefined)
          .map((name) => (sign === '/' ? `/${values[name]}` : `;${name}=${values[name]}`))
          .join(''),
      )
      .replace('https://example.org/edition/', '');
  const at = (template: string, values: Readonly<Record<string, string>>) => decodeURIComponent(expanded(template, values)); // prettier-ignore
  const entry = answerIn(files, 'dts/index.jsonld') as Record<string, string>;
  const root = answerIn(files, at(entry['collection']!, {}));
  for (const { '@id': id } of root['member'] as Answer[]) {
    const collection = answerIn(files, at(entry['collection']!, { id: id as string }));
    expect((collection['member'] as unknown[]).length).toBe(collection['totalChildren']);
    for (const text of collection['member'] as Record<string, string>[]) {
      expect(files.has(at(text['document']!, {}))).toBe(true);
      expect(files.has(at(text['collection']!, { nav: 'parents' }))).toBe(true);
      const all = answerIn(files, at(entry['navigation']!, { resource: text['@id']!, down: '-1' }));
      const refs = identifiersIn(all);
      expect(new Set(refs.map((ref) => ref.toLowerCase())).size).toBe(refs.length);
      for (const ref of refs) {
        expect(answerIn(files, at(text['navigation']!, { ref }))).not.toHaveProperty('member');
        expect(identifiersIn(answerIn(files, at(text['navigation']!, { ref, down: '1' })))).toContain(ref);
        expect(files.has(at(text['document']!, { ref }))).toBe(true);
      }
    }
  }
}

/** The characters of the pages of a text, one after the other, are those of the text. */
function checkPages(files: ReadonlyMap<string, string>, { units }: ReadEdition): number {
  let count = 0;
  for (const text of units) {
    const [tree] = citationTrees({ tei: text.tei, kind: text.facts.kind, startsOn: text.open?.startsOn, isInterrupted: text.source.except.length > 0, numbers: [] }); // prettier-ignore
    if (!tree) continue;
    const own = tree.units.map(({ identifier }) =>
      files.get(`dts/document/${text.facts.id}/${identifier}/document.tei`),
    );
    if (own.some((page) => page === undefined)) continue;
    count += own.length;
    const whole = squeezed(charactersOf(text.tei));
    const together = squeezed(own.map((page) => charactersOf(page!)).join(''));
    // Words before the first page of a source are on none.
    expect(whole.endsWith(together)).toBe(true);
    if (text.open?.startsOn !== undefined) expect(together).toBe(whole);
    const breaks = text.tei.match(/<(?:\w+:)?pb[\s/]/g)?.length ?? 0;
    if (!/<(?:note|surface)/.test(text.tei)) expect([breaks, breaks + 1]).toContain(own.length);
  }
  return count;
}

describe('the folder dts', () => {
  it.each(fixtures)('of %s is proven, complete, and the same when it is made again', (_, folder) => {
    const read = published(readFolder(folder));
    const files = filesOf(format, read);
    expect(lossesOf(format, read, files)).toEqual([]);
    expect([...filesOf(format, read)]).toEqual([...files]);
    checkAnswers(files);
    checkPages(files, read);
  });

  it('has no file in which anything can be changed unseen', () => {
    for (const read of [pages, numbers]) {
      const files = filesOf(format, read);
      const luck = chance(7);
      for (const [path, content] of files) {
        for (const { index } of [...content.matchAll(/[A-Za-z0-9]/g)].filter(() => luck.often(12))) {
          // What begins every XML file is not what it says.
          if (content.startsWith('<?xml') && index < 38) continue;
          const damaged = new Map(files).set(path, `${content.slice(0, index)}Q${content.slice(index + 1)}`);
          if (content[index] === 'Q') continue;
          expect(lossesOf(format, read, damaged), `${path} ${content.slice(index - 20, index + 20)}`).not.toEqual([]);
        }
        const without = new Map(files);
        without.delete(path);
        expect(lossesOf(format, read, without)).toEqual([`${path} is missing`]);
      }
      expect(lossesOf(format, read, new Map(files).set('dts/more.jsonld', '{}\n'))).toEqual([
        'dts/more.jsonld is too many',
      ]);
    }
  });

  it('is not there without an address, and the build says why', () => {
    const read = readFiles({ 'a.xml': tei('<p>a</p>') });
    expect([...filesOf(format, read)]).toEqual([]);
    expect(lossesOf(format, read, new Map())).toEqual([]);
    expect(format.findings!(read.edition, []).map(({ code }) => code)).toEqual(['no-address']);
  });

  it('has whole texts only where it would have too many files, and the build says how many', () => {
    const read = one(Array.from({ length: 3400 }, (_, i) => `<pb n="${i}"/><p>a</p>`).join(''));
    const parts = read.units.map((unit) => format.part(unit, read.edition));
    const files = filesOf(format, read);
    expect(files.size).toBeLessThan(30);
    expect(lossesOf(format, read, files)).toEqual([]);
    const [finding] = format.findings!(read.edition, parts);
    expect([finding!.code, finding!.message.includes('20400 more files')]).toEqual(['dts-without-passages', true]);
  });
});

describe.skipIf(!hasCorpus)(`the folder dts of real editions${needsCorpus}`, () => {
  it.each(['letters', 'novels', 'drama', 'any-tei/phi0448.phi001.perseus-lat2.xml', 'any-tei/ldlt-balex.xml'])(
    'of %s is proven and complete',
    (path) => {
      const read = published(readFolder(join(corpus, path)));
      const files = filesOf(format, read);
      expect(lossesOf(format, read, files)).toEqual([]);
      checkAnswers(files);
    },
    120_000,
  );

  it('of a volume has all of its printed pages, with all of their characters', () => {
    const read = published(readFolder(volume12));
    const files = filesOf(format, read);
    expect(lossesOf(format, read, files)).toEqual([]);
    expect(checkPages(files, read)).toBeGreaterThan(733);
    const labels = new Set(
      [...files.keys()].flatMap((path) => /^dts\/document\/[^/]+\/(pg_[^/]+)\//.exec(path)?.[1] ?? []),
    );
    expect(labels.size).toBe(733);
  }, 120_000);
});
