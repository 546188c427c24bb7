import { describe, expect, it } from 'vitest';
import { reading } from './reading.ts';

describe('Breaks', () => {
  it('of the page are between words', () => {
    const tei = '<p>one <pb n="591" xml:id="pg_591" facs="0591"/>two</p>';
    expect(reading(tei)).toMatchInlineSnapshot(`
      "block paragraph
        “one ”
        page-break n=591 #pg_591 from 0591
        “two”"
    `);
  });

  it('between paragraphs are between paragraphs', () => {
    const tei = '<p>One.</p><pb n="2"/><p>Two.</p>';
    expect(reading(tei)).toMatchInlineSnapshot(`
      "block paragraph “One.”
      page-break n=2
      block paragraph “Two.”"
    `);
  });

  it('inside a word put the word together and are after it', () => {
    const tei = '<p>A diplo<pb n="2" break="no"/>matic note.</p>';
    expect(reading(tei)).toMatchInlineSnapshot(`
      "block paragraph
        “A diplomatic ”
        page-break n=2
        “ note.”"
    `);
  });

  it('inside a word take the hyphen with them', () => {
    const tei = '<p>A diplo-<pb n="2" break="no"/>matic note.</p>';
    expect(reading(tei)).toMatchInlineSnapshot(`
      "block paragraph
        “A diplomatic ”
        page-break n=2
        “ note.”"
    `);
  });

  it('inside a word take a soft hyphen and a Unicode hyphen with them', () => {
    const tei = '<p>a­<pb n="2" break="no"/>b c‐<pb n="3" break="no"/>d</p>';
    expect(reading(tei)).toMatchInlineSnapshot(`
      "block paragraph
        “ab ”
        page-break n=2
        “ cd ”
        page-break n=3"
    `);
  });

  it('inside a word take the white space of the lines around them', () => {
    const tei = '<p>A diplo-\n  <pb n="2" break="no"/>\n  matic note.</p>';
    expect(reading(tei)).toMatchInlineSnapshot(`
      "block paragraph
        “A diplomatic ”
        page-break n=2
        “ note.”"
    `);
  });

  it('inside a word that is highlighted leave it highlighted', () => {
    const tei = '<p>A <hi rend="italic">diplo-<pb n="2" break="no"/>matic</hi> note.</p>';
    expect(reading(tei)).toMatchInlineSnapshot(`
      "block paragraph
        “A ”
        span [italic] “diplomatic”
        “ ”
        page-break n=2
        “ note.”"
    `);
  });

  it('inside a word that ends in another element are after the whole word', () => {
    const tei = '<p>A diplo<pb n="2" break="no"/>ma<hi rend="italic">tic</hi> note.</p>';
    expect(reading(tei)).toMatchInlineSnapshot(`
      "block paragraph
        “A diploma”
        span [italic] “tic”
        “ ”
        page-break n=2
        “ note.”"
    `);
  });

  it('of two pages in one word are in order after it', () => {
    const tei = '<p>a<pb n="2" break="no"/>b<pb n="3" break="no"/>c d</p>';
    expect(reading(tei)).toMatchInlineSnapshot(`
      "block paragraph
        “abc ”
        page-break n=2
        “ ”
        page-break n=3
        “ d”"
    `);
  });

  it('inside a word at the end of a paragraph do not reach into the next', () => {
    const tei = '<p>diplo<pb n="2" break="no"/></p><p>next</p>';
    expect(reading(tei)).toMatchInlineSnapshot(`
      "block paragraph
        “diplo ”
        page-break n=2
      block paragraph “next”"
    `);
  });

  it('inside a word with a note call after it leave the call at the word', () => {
    const tei = '<p>diplo-<pb n="2" break="no"/>matic<note n="1">N.</note> talks</p>';
    expect(reading(tei)).toMatchInlineSnapshot(`
      "block paragraph
        “diplomatic”
        note n=1 “N.”
        “ ”
        page-break n=2
        “ talks”"
    `);
  });

  it('without a number are page breaks all the same', () => {
    const tei = '<p>one <pb/>two</p>';
    expect(reading(tei)).toMatchInlineSnapshot(`
      "block paragraph
        “one ”
        page-break
        “two”"
    `);
  });

  it('before a hyphen that belongs to the word leave it', () => {
    const tei = '<p>post-<pb n="2"/>war</p>';
    expect(reading(tei)).toMatchInlineSnapshot(`
      "block paragraph
        “post-”
        page-break n=2
        “war”"
    `);
  });

  it('of the line separate words and show as line breaks', () => {
    const tei = '<p>one<lb/>two</p>';
    expect(reading(tei)).toMatchInlineSnapshot(`
      "block paragraph
        “one”
        line-break
        “two”"
    `);
  });

  it('of the line inside a word put it together', () => {
    const tei = '<p>diplo-<lb break="no"/>matic and Wa<lb break="no"/> shington</p>';
    expect(reading(tei)).toMatchInlineSnapshot(`
      "block paragraph
        “diplo”
        line-break joined
        “matic and Wa”
        line-break joined
        “shington”"
    `);
  });

  it('of the column without a number and points leave no trace, unless something may point to them', () => {
    const tei = '<p>a <cb/>b <milestone unit="section"/>c <anchor xml:id="a1"/>d</p>';
    expect(reading(tei)).toMatchInlineSnapshot(`
      "block paragraph
        “a b c ”
        span anchor #a1
        “d”"
    `);
  });

  it('as gaps say what is missing', () => {
    const tei = '<p>He said <gap reason="illegible" quantity="2" unit="words"/> and <gap/> left.</p>';
    expect(reading(tei)).toMatchInlineSnapshot(`
      "block paragraph
        “He said ”
        mark gap why=illegible extent=2 words
        “ and ”
        mark gap
        “ left.”"
    `);
  });

  it('as gaps with words of their own show these', () => {
    const tei = '<p>He said <gap reason="omitted"><desc>two words</desc></gap>.</p>';
    expect(reading(tei)).toMatchInlineSnapshot(`
      "block paragraph
        “He said ”
        span gap
          span “two words”
        “.”"
    `);
  });

  it('as spaces separate words', () => {
    const tei = '<p>one<space quantity="3"/>two</p>';
    expect(reading(tei)).toMatchInlineSnapshot(`
      "block paragraph
        “one ”
        mark vacat extent=3
        “ two”"
    `);
  });

  it('as running heads are not text', () => {
    const tei = '<p>one <fw type="header">Running head</fw>two</p>';
    expect(reading(tei)).toMatchInlineSnapshot(`"block paragraph “one two”"`);
  });
});
