import { describe, expect, it } from 'vitest';
import { reading } from './reading.ts';

describe('Lists', () => {
  it('keep their items in order', () => {
    const tei = '<list><item>one</item><item>two</item></list>';
    expect(reading(tei)).toMatchInlineSnapshot(`
      "list plain
        item “one”
        item “two”"
    `);
  });

  it('have heads, and items with numbers', () => {
    const tei = '<list type="ordered"><head>Points</head><item n="1">one</item><item n="2">two</item></list>';
    expect(reading(tei)).toMatchInlineSnapshot(`
      "list ordered
        heading 1 “Points”
        item n=1 “one”
        item n=2 “two”"
    `);
  });

  it('with labels keep each label before its item', () => {
    const tei = '<list><label>A.</label><item>one</item><label>B.</label><item>two</item></list>';
    expect(reading(tei)).toMatchInlineSnapshot(`
      "list labelled
        label “A.”
        item “one”
        label “B.”
        item “two”"
    `);
  });

  it('of participants keep a heading for each column', () => {
    const tei =
      '<list type="gloss"><headLabel>Name</headLabel><headItem>Office</headItem><label>X</label><item>Y</item></list>';
    expect(reading(tei)).toMatchInlineSnapshot(`
      "list labelled
        label “Name”
        item head “Office”
        label “X”
        item “Y”"
    `);
  });

  it('of witnesses are lists', () => {
    const tei = '<listWit><head>Witnesses</head><witness n="A">first</witness><witness>second</witness></listWit>';
    expect(reading(tei)).toMatchInlineSnapshot(`
      "list plain
        heading 1 “Witnesses”
        item n=A “first”
        item “second”"
    `);
  });

  it('inside items stay inside them', () => {
    const tei = '<list rend="bulleted"><item>one<list><item>inner</item></list></item></list>';
    expect(reading(tei)).toMatchInlineSnapshot(`
      "list bulleted rend=bulleted
        item
          “one”
          list plain
            item “inner”"
    `);
  });

  it('hold paragraphs and notes in their items', () => {
    const tei = '<list><item><p>one<note n="1">N.</note></p><p>more</p></item></list>';
    expect(reading(tei)).toMatchInlineSnapshot(`
      "list plain
        item
          block paragraph
            “one”
            note n=1 “N.”
          block paragraph “more”"
    `);
  });

  it('hold page breaks between their items', () => {
    const tei = '<list><item>one</item><pb n="7"/><item>two</item></list>';
    expect(reading(tei)).toMatchInlineSnapshot(`
      "list plain
        item “one”
        page-break n=7
        item “two”"
    `);
  });

  it('inside a paragraph part its words', () => {
    const tei = '<p>Thus: <list><item>one</item></list> and on.</p>';
    expect(reading(tei)).toMatchInlineSnapshot(`
      "block paragraph
        “Thus:”
        list plain
          item “one”
        “and on.”"
    `);
  });

  it('of subjects are known as such', () => {
    const tei = '<list type="subject"><head>SUBJECT</head><item>Cuba</item></list>';
    expect(reading(tei)).toMatchInlineSnapshot(`
      "list subject
        heading 1 “SUBJECT”
        item “Cuba”"
    `);
  });
});
