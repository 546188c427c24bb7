import { describe, expect, it } from 'vitest';
import { reading } from './reading.ts';

describe('Elements that no rule knows', () => {
  it('keep their words, and are blocks where they hold blocks', () => {
    const tei = '<p>one <strange a="b">two</strange> three</p><odd><p>four</p></odd>';
    expect(reading(tei)).toMatchInlineSnapshot(`
      "block paragraph
        “one ”
        span unknown “two”
        “ three”
      block unknown
        block paragraph “four”"
    `);
  });

  it('of another namespace keep their words and name', () => {
    const tei = '<p>one <x:y xmlns:x="urn:x">two</x:y></p>';
    expect(reading(tei)).toMatchInlineSnapshot(`
      "block paragraph
        “one ”
        span unknown “two”"
    `);
  });

  it('keep notes and page breaks in them', () => {
    const tei = '<p>one <strange>two<note n="1">N.</note> <pb n="2"/>three</strange></p>';
    expect(reading(tei)).toMatchInlineSnapshot(`
      "block paragraph
        “one ”
        span unknown
          “two”
          note n=1 “N.”
          “ ”
          page-break n=2
          “three”"
    `);
  });
});
