import { cpSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import { chance } from '../harness/chance.ts';
import { readFiles } from '../harness/edition.ts';
import { tei } from '../harness/letters.ts';
import { octavo } from '../harness/octavo.ts';
import { corpus, hasCorpus, needsCorpus, root } from '../harness/places.ts';
import { newFolder } from '../harness/scratch.ts';
import { filesOf, lossesOf, wholeFormat } from '../harness/whole-formats.ts';

/** Letters for aggregators: CMIF 1.1. */

const format = wholeFormat('cmif');
const letter = (id: string, head: string, dateline: string): string =>
  `<div type="document" xml:id="${id}" n="${id.slice(1)}"><head>${head}</head><opener><dateline>${dateline}</dateline></opener><p>a</p></div>`;
const free = (text: string): string =>
  tei(text).replace(
    '<publicationStmt><p/>',
    '<publicationStmt><publisher>Press &amp; Co</publisher><availability><licence target="https://creativecommons.org/licenses/by/4.0/">CC BY</licence></availability>',
  );

const small = readFiles({
  'a.xml': free(
    letter('d1', '<persName type="from" ref="people.xml#K">Kissinger</persName> to <gloss type="to">the Embassy</gloss>', '<placeName ref="people.xml#W">Washington</placeName>, <date from="1970-08-04" to="1970-08-05">August 4–5</date>') +
      letter('d2', '<persName type="from">Nixon</persName>', '<date>undated</date>') +
      letter('d3', 'Editorial Note', ''),
  ),
  'people.xml': `<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader/><standOff><listPerson><person xml:id="K"><persName ref="http://d-nb.info/gnd/118562533"><surname>Kissinger</surname><forename>Henry</forename></persName></person></listPerson><listPlace><place xml:id="W" sameAs="https://www.geonames.org/4140963/"><placeName>Washington, D.C.</placeName></place></listPlace></standOff></TEI>`,
  'octavo.config.json': '{ "baseUrl": "https://example.org/letters/{id}", "date": "2026-11-23" }',
}); // prettier-ignore

describe('cmif.xml', () => {
  it('has the letters, with senders, recipients, places and dates as the documents say them', () => {
    const content = wholeFormat('cmif').files(
      small.edition,
      small.units.map(() => new Uint8Array()),
    )[0]!.content as string;
    expect(content.slice(content.indexOf('<correspDesc'), content.indexOf('</profileDesc>'))).toMatchInlineSnapshot(`
      "<correspDesc key="1" ref="https://example.org/letters/d1" source="#a58260ea-accd-8626-8a84-43b92a93f887">
              <correspAction type="sent">
                <persName ref="https://d-nb.info/gnd/118562533">Henry Kissinger</persName>
                <placeName ref="https://sws.geonames.org/4140963/">Washington</placeName>
                <date from="1970-08-04" to="1970-08-05">August 4–5</date>
              </correspAction>
              <correspAction type="received">
                <orgName>the Embassy</orgName>
              </correspAction>
            </correspDesc>
            <correspDesc key="2" ref="https://example.org/letters/d2" source="#a58260ea-accd-8626-8a84-43b92a93f887">
              <correspAction type="sent">
                <persName>Nixon</persName>
              </correspAction>
              <correspAction type="received">
                <persName>Unknown</persName>
              </correspAction>
            </correspDesc>
          "
    `);
  });

  it('is the same whenever it is made, and nothing in it can be changed unseen', () => {
    const files = filesOf(format, small);
    expect(filesOf(format, small)).toEqual(files);
    expect(lossesOf(format, small, files)).toEqual([]);
    const content = files.get('cmif.xml')!;
    const luck = chance(3);
    for (const { index } of [...content.matchAll(/[A-Za-z0-9]/g)].filter(() => luck.often(20))) {
      if (index < 40) continue;
      const damaged = `${content.slice(0, index)}X${content.slice(index + 1)}`;
      if (damaged === content) continue;
      expect(lossesOf(format, small, new Map([['cmif.xml', damaged]])), content.slice(index, index + 40)).not.toEqual(
        [],
      );
    }
    expect(lossesOf(format, small, new Map([['cmif.xml', content.replace('</title>', '</title><!-- x -->')]]))).not.toEqual([]); // prettier-ignore
    expect(lossesOf(format, small, new Map())).not.toEqual([]);
  });

  it('is not there without letters, and not without a licence that has an address', () => {
    const bare = readFiles({ 'a.xml': free(letter('d1', 'Editorial Note', '')) });
    const closed = readFiles({ 'a.xml': tei(letter('d1', '<persName type="from">Nixon</persName>', '')) });
    for (const edition of [bare, closed]) {
      expect([...filesOf(format, edition).keys()]).toEqual([]);
      expect(lossesOf(format, edition, new Map())).toEqual([]);
    }
    const codes = ({ edition }: typeof bare) => format.findings!(edition, []).map(({ code }) => code);
    expect([codes(bare), codes(closed), codes(small)]).toEqual([[], ['no-licence'], []]);
  });
});

const schemas = join(root, '../shared/standards');

/** Builds with a licence and an address, proves, and validates by the schema and the rules of CMIF. */
function built(path: string): string {
  const folder = newFolder();
  cpSync(path, join(folder, basename(path)), { recursive: true });
  writeFileSync(
    join(folder, 'octavo.config.json'),
    '{ "licence": "https://creativecommons.org/publicdomain/zero/1.0/", "baseUrl": "https://example.org", "date": "2026-11-23" }',
  );
  const out = join(newFolder(), 'dist');
  octavo(['build', folder, '--formats', 'text,cmif', '--keep-going', '--quiet', '--out', out]);
  const proof = octavo(['verify', folder, '--out', out, '--quiet']);
  expect([proof.code, proof.said]).toEqual([0, '']);
  return join(out, 'cmif.xml');
}

/** How many documents of these sources have a sender or recipient, as a plain XML parser sees it. */
function lettersIn(source: string): number {
  let count = 0;
  let inHead = 0;
  let isLetter = false;
  let notes = 0;
  const parser = new SaxesParser();
  parser.on('opentag', ({ name, attributes }) => {
    const { type } = attributes as Record<string, string>;
    if (name === 'correspDesc') count++;
    if (name === 'note') notes++;
    if (name === 'div' && type === 'document') isLetter = false;
    if (name === 'head') inHead++;
    if (inHead === 0 || notes > 0 || isLetter) return;
    if ((type === 'from' || type === 'to') && ['persName', 'gloss', 'list', 'orgName', 'name', 'rs'].includes(name)) {
      isLetter = true;
      count++;
    }
  });
  parser.on('closetag', ({ name }) => {
    if (name === 'head') inHead--;
    if (name === 'note') notes--;
  });
  parser.write(source).close();
  return count;
}

describe.skipIf(!hasCorpus)(`cmif.xml of real letters${needsCorpus}`, () => {
  it.each(['letters', 'frus/frus1969-76v12.xml', 'frus/frus1961-63v06.xml'])(
    'of %s is valid and has them all',
    (path) => {
      const file = built(join(corpus, path));
      const checked = octavo(['validate', file, '--schema', join(schemas, 'cmif.rng'), '--schematron', join(schemas, 'cmif.sch'), '--schematron', join(schemas, 'cmif.rng'), '--format', 'json']); // prettier-ignore
      const { findings, summary } = JSON.parse(checked.out) as { findings: { severity: string; code: string }[]; summary: { checks: { assertions?: number }[] } }; // prettier-ignore
      expect(findings.filter(({ severity, code }) => severity === 'error' || code.startsWith('schematron'))).toEqual(
        [],
      );
      expect(summary.checks.some(({ assertions = 0 }) => assertions === 5)).toBe(true);
      const content = readFileSync(file, 'utf8');
      const described = content.match(/<correspDesc /g)!.length;
      if (existsSync(join(corpus, path, 'L00001.xml'))) expect(described).toBe(41);
      else expect(described).toBe(lettersIn(readFileSync(join(corpus, path), 'utf8')));
    },
  );
});
