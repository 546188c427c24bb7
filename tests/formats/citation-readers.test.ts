/** Citations read by programs that nobody here wrote: citation-js, pandoc, and the CSL-JSON schema. */

import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { bibtex } from '../../src/formats/citation/bibtex.ts';
import { cslJson } from '../../src/formats/citation/csl-json.ts';
import { ris } from '../../src/formats/citation/ris.ts';
import { citationJs, hasPandoc, type Item, type Name, pandoc } from '../harness/reference-readers.ts';
import { manyEdition } from './citation-units.ts';

const require = createRequire(import.meta.url);

const fileOf = (format: typeof ris): string => String(format.writeEdition!(manyEdition)[0]!.content);
const items = JSON.parse(fileOf(cslJson)) as Item[];
const nameText = ({ family, given, suffix, literal }: Name): string =>
  [family, given, suffix, literal].filter(Boolean).join('|');

/** A field in the one form in which readers may differ: a literal name as family name, American English as English. */
function comparable(field: string, value: string | object | undefined): string | undefined {
  if (value === undefined) return undefined;
  if (Array.isArray(value)) return (value as Name[]).map(nameText).join(';');
  if (typeof value === 'object') return JSON.stringify(value);
  const text = value.replace(/<\/?span\b[^>]*>/g, '');
  return field === 'language' ? text.replace(/^(english|en-US|en)$/, 'en') : text;
}

const inBoth = [
  ...['type', 'title', 'author', 'editor', 'container-title', 'collection-title', 'volume', 'chapter-number', 'page'],
  ...['issued', 'publisher', 'publisher-place', 'ISBN', 'URL'],
];

function expectSame(read: readonly Item[], fields: readonly string[]): void {
  expect(read.map((item) => item.id)).toEqual(items.map((item) => item.id));
  for (const [i, item] of items.entries()) {
    const pick = (from: Item): object =>
      Object.fromEntries(
        fields
          .filter((field) => item[field] !== undefined)
          .map((f) => [f, comparable(f, from[f] as string | object | undefined)]),
      );
    expect(pick(read[i]!)).toEqual(pick(item));
  }
}

describe('citations as other programs read them', () => {
  it('come back from BibTeX through citation-js, field by field', () => {
    expectSame(citationJs(fileOf(bibtex), '@biblatex/text'), [...inBoth, 'language', 'note']);
    expectSame(citationJs(fileOf(bibtex), '@bibtex/text'), [...inBoth, 'note']);
  });

  it('come back from RIS through citation-js, field by field', () => {
    const books = items.filter((item) => item.type === 'book').length;
    expect(books).toBeGreaterThan(0);
    expectSame(citationJs(fileOf(ris), '@ris/file'), [...inBoth, 'language']);
  });

  it.skipIf(!hasPandoc)(
    'come back from BibTeX through pandoc, field by field (skipped where pandoc is not installed)',
    () => {
      const bib = fileOf(bibtex);
      expectSame(pandoc(bib, 'biblatex'), [...inBoth, 'language', 'note']);
      expectSame(pandoc(bib, 'bibtex'), [...inBoth, 'note']);
    },
  );

  const schemaFile = path.resolve(import.meta.dirname, '../../../shared/standards/csl-data.json');
  it.skipIf(!existsSync(schemaFile))(
    'are valid by the CSL-JSON schema (skipped where ../shared/standards is missing)',
    () => {
      const { default: Ajv } = require('ajv') as {
        default: new (o: object) => { compile(s: object): (d: unknown) => boolean };
      };
      const schema = JSON.parse(readFileSync(schemaFile, 'utf8')) as Record<string, unknown>;
      delete schema.$schema;
      const valid = new Ajv({ strict: false, validateSchema: false, validateFormats: false }).compile(schema);
      expect(valid(items)).toBe(true);
      expect(valid([{ ...items[0], surprise: 'field' }])).toBe(false);
    },
  );
});
