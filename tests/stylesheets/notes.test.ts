import { describe, expect, it } from 'vitest';
import { reading } from './reading.ts';

describe('Notes', () => {
  it('are where they are called, with their body inside', () => {
    const tei = '<p>Text<note n="1" xml:id="fn1">See <hi rend="italic">above</hi>.</note> goes on.</p>';
    expect(reading(tei)).toMatchInlineSnapshot(`
      "block paragraph
        “Text”
        note n=1 #fn1
          “See ”
          span [italic] “above”
          “.”
        “ goes on.”"
    `);
  });

  it('lose the white space that indented XML puts before the call', () => {
    const tei = '<p>Text\n   <note n="1">Body</note>, more.</p>';
    expect(reading(tei)).toMatchInlineSnapshot(`
      "block paragraph
        “Text”
        note n=1 spaced “Body”
        “, more.”"
    `);
  });

  it('in a heading stay in the heading and are not part of its words', () => {
    const tei = '<head>Memorandum<note n="1" type="source">Source: Archives.</note></head>';
    expect(reading(tei)).toMatchInlineSnapshot(`
      "heading 1
        “Memorandum”
        note source n=1 “Source: Archives.”"
    `);
  });

  it('of several paragraphs keep them apart', () => {
    const tei = '<p>Text<note n="2"><p>First.</p><p>Second.</p></note>.</p>';
    expect(reading(tei)).toMatchInlineSnapshot(`
      "block paragraph
        “Text”
        note n=2
          block paragraph “First.”
          block paragraph “Second.”
        “.”"
    `);
  });

  it('hold lists and quotations', () => {
    const tei = '<p>Text<note n="3">Thus:<list><item>one</item><item>two</item></list><quote>quoted</quote></note></p>';
    expect(reading(tei)).toMatchInlineSnapshot(`
      "block paragraph
        “Text”
        note n=3
          “Thus:”
          list plain
            item “one”
            item “two”
          span quote “quoted”"
    `);
  });

  it('that span a page keep the page break at its place', () => {
    const tei = '<p>Text<note n="4">Before <pb n="12" xml:id="pg_12"/>behind.</note></p>';
    expect(reading(tei)).toMatchInlineSnapshot(`
      "block paragraph
        “Text”
        note n=4
          “Before ”
          page-break n=12 #pg_12
          “behind.”"
    `);
  });

  it('that break a word at the page put it together', () => {
    const tei = '<p>Text<note n="4">diplo-<pb n="12" break="no"/>matic relations</note></p>';
    expect(reading(tei)).toMatchInlineSnapshot(`
      "block paragraph
        “Text”
        note n=4
          “diplomatic ”
          page-break n=12
          “ relations”"
    `);
  });

  it('without a number are counted within the document', () => {
    const tei = '<p>a<note>First.</note> b<note n="*">Star.</note> c<note>Second.</note></p>';
    expect(reading(tei)).toMatchInlineSnapshot(`
      "block paragraph
        “a”
        note n=1 “First.”
        “ b”
        note n=* “Star.”
        “ c”
        note n=2 “Second.”"
    `);
  });

  it('with an empty number count as notes without one', () => {
    const tei = '<p>a<note n="">First.</note> b<note n=" ">Second.</note></p>';
    expect(reading(tei)).toMatchInlineSnapshot(`
      "block paragraph
        “a”
        note n=1 “First.”
        “ b”
        note n=2 “Second.”"
    `);
  });

  it('inside notes are notes of their own', () => {
    const tei = '<p>a<note n="1">Outer<note n="1a">Inner.</note> goes on.</note></p>';
    expect(reading(tei)).toMatchInlineSnapshot(`
      "block paragraph
        “a”
        note n=1
          “Outer”
          note n=1a “Inner.”
          “ goes on.”"
    `);
  });

  it('between paragraphs are between paragraphs', () => {
    const tei = '<p>One.</p><note n="1">Between.</note><p>Two.</p>';
    expect(reading(tei)).toMatchInlineSnapshot(`
      "block paragraph “One.”
      block paragraph
        note n=1 “Between.”
      block paragraph “Two.”"
    `);
  });

  it('that are printed in the flow of the text are blocks', () => {
    const tei =
      '<p>One.</p><note rend="inline">[Here a page is missing.]</note><note place="inline" type="summary">Omitted.</note>';
    expect(reading(tei)).toMatchInlineSnapshot(`
      "block paragraph “One.”
      block inline-note rend=inline “[Here a page is missing.]”
      block summary-note “Omitted.”"
    `);
  });

  it('in a table cell, a list item and a line of verse are there', () => {
    const tei =
      '<table><row><cell>a<note n="1">A.</note></cell></row></table><list><item>b<note n="2">B.</note></item></list><lg><l>c<note n="3">C.</note></l></lg>';
    expect(reading(tei)).toMatchInlineSnapshot(`
      "table
        row
          cell
            “a”
            note n=1 “A.”
      list plain
        item
          “b”
          note n=2 “B.”
      block stanza
        line
          “c”
          note n=3 “C.”"
    `);
  });

  it('at the beginning of a paragraph are before its words', () => {
    const tei = '<p><note n="1">First.</note>Words.</p>';
    expect(reading(tei)).toMatchInlineSnapshot(`
      "block paragraph
        note n=1 “First.”
        “Words.”"
    `);
  });

  it('two at one word are side by side', () => {
    const tei = '<p>Word<note n="1">A.</note><note n="2">B.</note> next.</p>';
    expect(reading(tei)).toMatchInlineSnapshot(`
      "block paragraph
        “Word”
        note n=1 “A.”
        note n=2 “B.”
        “ next.”"
    `);
  });

  it('inside a word leave it one word', () => {
    const tei = '<p>Kenne<note n="1">sic</note>dy said.</p>';
    expect(reading(tei)).toMatchInlineSnapshot(`
      "block paragraph
        “Kenne”
        note n=1 “sic”
        “dy said.”"
    `);
  });
});
