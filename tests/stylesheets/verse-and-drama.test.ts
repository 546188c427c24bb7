import { describe, expect, it } from 'vitest';
import { reading } from './reading.ts';

describe('Verse and drama', () => {
  it('a poem keeps stanzas and lines', () => {
    const tei = '<lg type="stanza"><head>Song</head><l n="1">One</l><l n="2">Two</l></lg><lg><l>Three</l></lg>';
    expect(reading(tei)).toMatchInlineSnapshot(`
      "block stanza
        block caption “Song”
        line n=1 “One”
        line n=2 “Two”
      block stanza
        line “Three”"
    `);
  });

  it('a line keeps its page break and note', () => {
    const tei = '<lg><l>One <pb n="2"/>more<note n="1">N.</note></l></lg>';
    expect(reading(tei)).toMatchInlineSnapshot(`
      "block stanza
        line
          “One ”
          page-break n=2
          “more”
          note n=1 “N.”"
    `);
  });

  it('a speech keeps speaker, stage direction and lines', () => {
    const tei =
      '<sp who="#H"><speaker>HAMLET</speaker><stage>aside</stage><l>To be, <stage>sighs</stage> or not</l><p>Prose.</p></sp>';
    expect(reading(tei)).toMatchInlineSnapshot(`
      "speech
        block speaker “HAMLET”
        block stage “aside”
        line
          “To be, ”
          span stage “sighs”
          “ or not”
        block paragraph “Prose.”"
    `);
  });

  it('a stage direction between speeches is a block', () => {
    const tei = '<stage type="entrance">Enter Ghost.</stage><sp><speaker>GHOST</speaker><p>List!</p></sp>';
    expect(reading(tei)).toMatchInlineSnapshot(`
      "block stage “Enter Ghost.”
      speech
        block speaker “GHOST”
        block paragraph “List!”"
    `);
  });

  it('a speaker who is interrupted by a page goes on', () => {
    const tei = '<sp><speaker>A</speaker><ab>one<pb n="3"/>two</ab></sp>';
    expect(reading(tei)).toMatchInlineSnapshot(`
      "speech
        block speaker “A”
        block paragraph
          “one”
          page-break n=3
          “two”"
    `);
  });

  it('a cast list keeps roles and groups', () => {
    const tei =
      '<castList><head>Persons</head><castItem><role xml:id="H">Hamlet</role>, <roleDesc>prince</roleDesc></castItem><castGroup><head>Others</head><castItem><role>Ghost</role></castItem></castGroup></castList>';
    expect(reading(tei)).toMatchInlineSnapshot(`
      "list cast
        heading 1 “Persons”
        item
          span #H “Hamlet”
          “, ”
          span “prince”
        item
          list cast
            heading 1 “Others”
            item
              span “Ghost”"
    `);
  });
});
