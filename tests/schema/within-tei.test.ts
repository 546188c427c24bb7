import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { readGrammar } from '../../scripts/schema/read-grammar.ts';
import { beyond } from './inclusion/compare.ts';
import { elementsOf } from './inclusion/elements.ts';
import { hasJing, inFolder, jing, startAnywhere } from './tools.ts';
import { variants } from './variants/generate.ts';

vi.setConfig({ testTimeout: 180_000 });

const TEI_ALL = resolve('../shared/standards/tei_all.rng');
const here = existsSync(TEI_ALL);
const why = here ? '' : ' (skipped: ../shared/standards/tei_all.rng is not here)';

const exchange = readGrammar('schema/octavo-exchange.rng');
const edition = readGrammar('schema/octavo-edition.rng');

test('whatever is valid under the edition schema is valid under the exchange schema: every content and attribute compared', () => {
  expect(beyond(edition, exchange)).toEqual([]);
});

test('the comparison notices when something is let in that should not be', () => {
  const found = beyond(exchange, edition);
  expect(found).toContain('<pb> may lack n');
  expect(found).toContain('<div5> is unknown');
  expect(found).toContain('<body> may contain: (end)');
  expect(found).toContain('<p> may carry type');
  expect(found).toContain('<correspAction type> may be token{[^\\p{C}\\p{Z}]+}');
});

describe.skipIf(!here)(`the schemas and tei_all${why}`, () => {
  test('whatever is valid under the edition schema is valid under tei_all: every content and attribute compared', () => {
    expect(beyond(edition, readGrammar(TEI_ALL))).toEqual([]);
  });

  test('whatever tei_all allows, the exchange schema allows, but for four attributes we leave out', () => {
    const left = /may carry (generatedBy|datcat|valueDatcat|targetDatcat)$/;
    expect(elementsOf(readGrammar(TEI_ALL)).size).toBeGreaterThan(580);
    expect(beyond(readGrammar(TEI_ALL), exchange).filter((line) => !left.test(line))).toEqual([]);
  });

  test.skipIf(!hasJing)(
    `documents made up at random under the edition schema are valid under tei_all, says jing`,
    () => {
      const names = [...elementsOf(edition).keys()].map((name) => name.replace(/^\{.*\}/, ''));
      const files = variants(edition, names, 1);
      expect(Object.keys(files)).toHaveLength(names.length);
      const schemas = {
        'edition.rng': startAnywhere(readFileSync('schema/octavo-edition.rng', 'utf8')),
        'tei.rng': startAnywhere(readFileSync(TEI_ALL, 'utf8')),
      };
      inFolder({ ...files, ...schemas }, (folder) => {
        const some = Object.keys(files).filter((_, index) => index % 10 === 0);
        expect(jing('edition.rng', folder, some)).toEqual([]);
        expect(jing('tei.rng', folder, Object.keys(files))).toEqual([]);
      });
    },
  );

  test.skipIf(!hasJing)(
    'the sample edition is valid under both schemas and tei_all, says jing',
    () => {
      const files = ['d194.xml', 'people.xml', 'terms.xml'];
      for (const schema of [TEI_ALL, resolve('schema/octavo-edition.rng'), resolve('schema/octavo-exchange.rng')]) {
        expect(jing(schema, resolve('tei'), files)).toEqual([]);
      }
    },
    60_000,
  );
});
