import { describe, expect, it } from 'vitest';
import { reading } from './reading.ts';

describe('Tables and figures', () => {
  it('a table keeps rows and cells in order', () => {
    const tei = '<table><row><cell>a</cell><cell>b</cell></row><row><cell>c</cell><cell>d</cell></row></table>';
    expect(reading(tei)).toMatchInlineSnapshot(`
      "table
        row
          cell “a”
          cell “b”
        row
          cell “c”
          cell “d”"
    `);
  });

  it('a table with spans keeps them', () => {
    const tei =
      '<table><row role="label"><cell cols="2">Head</cell></row><row><cell rows="2" role="label">a</cell><cell>b</cell></row></table>';
    expect(reading(tei)).toMatchInlineSnapshot(`
      "table
        row label
          cell 2 columns “Head”
        row
          cell label 2 rows “a”
          cell “b”"
    `);
  });

  it('a table has a caption', () => {
    const tei = '<table><head>Forces<note n="1">N.</note></head><row><cell>a</cell></row></table>';
    expect(reading(tei)).toMatchInlineSnapshot(`
      "table
        block caption
          “Forces”
          note n=1 “N.”
        row
          cell “a”"
    `);
  });

  it('a cell holds paragraphs, lists and page breaks', () => {
    const tei =
      '<table><row><cell><p>one</p><p>two</p></cell><cell><list><item>x</item></list></cell></row><pb n="3"/><row><cell>y</cell><cell/></row></table>';
    expect(reading(tei)).toMatchInlineSnapshot(`
      "table
        row
          cell
            block paragraph “one”
            block paragraph “two”
          cell
            list plain
              item “x”
        page-break n=3
        row
          cell “y”
          cell"
    `);
  });

  it('spans that are not numbers are passed over', () => {
    const tei = '<table><row><cell cols="0" rows="x">a</cell></row></table>';
    expect(reading(tei)).toMatchInlineSnapshot(`
      "table
        row
          cell “a”"
    `);
  });

  it('a figure keeps its picture, caption and description', () => {
    const tei = '<figure><head>Map 1</head><graphic url="map.png"/><figDesc>The border.</figDesc></figure>';
    expect(reading(tei)).toMatchInlineSnapshot(`
      "figure
        block caption “Map 1”
        image from map.png
        block description “The border.”"
    `);
  });

  it('a picture inside a paragraph is among the words', () => {
    const tei = '<p>See <graphic url="a.jpg"/> here.</p>';
    expect(reading(tei)).toMatchInlineSnapshot(`
      "block paragraph
        “See ”
        image from a.jpg
        “ here.”"
    `);
  });

  it('a formula is words', () => {
    const tei = '<p>It is <formula>a+b</formula>.</p>';
    expect(reading(tei)).toMatchInlineSnapshot(`
      "block paragraph
        “It is ”
        span formula “a+b”
        “.”"
    `);
  });
});
