import { describe, expect, it } from 'vitest';
import { loadSchema, validator } from '../../src/relaxng/index.ts';
import { sourceText } from '../../src/source/text.ts';
import { scanXml } from '../../src/source/xml.ts';
import { times } from '../growth/tei.ts';

/** Schemas made to hurt: a validation grows with the text and forgets what it no longer needs. */

const datatypes = 'datatypeLibrary="http://www.w3.org/2001/XMLSchema-datatypes"';
const schemaOf = (inside: string) =>
  loadSchema(
    sourceText(
      's.rng',
      `<element name="r" xmlns="http://relaxng.org/ns/structure/1.0" ${datatypes}>${inside}</element>`,
    ),
    () => undefined,
  ).schema!;

type Schema = ReturnType<typeof schemaOf>;

/** A schema that forgets whenever it has so many patterns. */
function forgetful(schema: Schema, above: number): Schema {
  Object.defineProperty(schema.table, 'forgetAbove', { get: () => above, set: () => undefined });
  return schema;
}

function codes(schema: Schema, xml: string): string[] {
  const source = sourceText('a.xml', xml);
  const found: string[] = [];
  scanXml(
    source,
    validator(schema, source, ({ code }) => found.push(code)),
  );
  return found;
}

describe('A schema', () => {
  const parts = 24;
  const interleave = (): Schema =>
    schemaOf(
      `<oneOrMore><interleave>${times(parts, (i) => `<optional><element name="e${i}"><empty/></element></optional>`)}</interleave></oneOrMore>`,
    );
  /** A different half of the parts in another order in each round. */
  const rounds = (n: number): string =>
    times(n, (round) =>
      times(parts, (i) => (((round * 7919) >> (i % 12)) & 1 ? `<e${(i * 7 + round) % parts}/>` : '')),
    );

  it('whose states are without number keeps few of them while one document is read', () => {
    const [learns, forgets] = [interleave(), forgetful(interleave(), 3000)];
    expect([codes(learns, `<r>${rounds(100)}</r>`), codes(forgets, `<r>${rounds(100)}</r>`)]).toEqual([[], []]);
    expect(learns.table.count).toBeGreaterThan(8000);
    expect(forgets.table.count).toBeLessThan(5000);
    expect(codes(forgets, `<r>${rounds(50)}<x/>${rounds(3)}</r>`)).toEqual(['unknown-element']);
  });

  it('says the same after it has forgotten in the middle of a document', () => {
    const letters =
      '<oneOrMore><element name="a"><optional><element name="b"><data type="integer"/></element></optional><optional><attribute name="n"/></optional><text/></element></oneOrMore>';
    const xml = `<r>${'<a n="1"><b>1</b>word</a><a><b>x</b></a><a><c/></a>'.repeat(5)}</r>`;
    const found = codes(schemaOf(letters), xml);
    expect(found.length).toBeGreaterThan(5);
    expect(codes(forgetful(schemaOf(letters), 0), xml)).toEqual(found);
  });

  it('with a list of many optional items asks each of them once per item', () => {
    const schema = schemaOf(`<list>${'<optional><data type="token"/></optional>'.repeat(60)}</list>`);
    expect(codes(schema, `<r>${times(60, (i) => `v${i} `)}</r>`)).toEqual([]);
    expect(codes(schema, `<r>${times(61, (i) => `v${i} `)}</r>`)).toHaveLength(1);
  });
});
