import { describe, expect, it } from 'vitest';
import { reading } from './reading.ts';

describe('Registers', () => {
  it('a list of persons keeps each fact on a line of its own', () => {
    const tei =
      '<listPerson><head>Persons</head><person xml:id="p1"><persName><surname>Kissinger</surname>, <forename>Henry A.</forename></persName><birth when="1923">1923</birth><note>Adviser.</note></person></listPerson>';
    expect(reading(tei)).toMatchInlineSnapshot(`
      "list register
        heading 1 “Persons”
        item person #p1
          block fact:persName
            span person
              span “Kissinger”
              “, ”
              span “Henry A.”
          block fact:birth
            span “1923”
          block fact:note “Adviser.”"
    `);
  });

  it('each fact of an entry keeps its id and its look, a link in it is on a line of its own', () => {
    const tei =
      '<listPlace><place xml:id="x"><placeName xml:id="n" rend="italic">Leeds</placeName><ptr target="http://example.org/"/></place></listPlace>';
    expect(reading(tei)).toMatchInlineSnapshot(`
      "list register
        item place #x
          block fact:placeName
            span place #n [italic] “Leeds”
          block fact:ptr
            link → http://example.org/"
    `);
  });

  it('lists inside lists of places stay inside', () => {
    const tei =
      '<listPlace><place xml:id="x"><placeName>Berlin</placeName><place><placeName>Mitte</placeName></place></place></listPlace>';
    expect(reading(tei)).toMatchInlineSnapshot(`
      "list register
        item place #x
          block fact:placeName
            span place “Berlin”
          item place
            block fact:placeName
              span place “Mitte”"
    `);
  });

  it('a bibliography is a list of works', () => {
    const tei =
      '<listBibl><head>Sources</head><bibl xml:id="b1"><author>Ames</author>, <title level="m">Letters</title>.</bibl></listBibl>';
    expect(reading(tei)).toMatchInlineSnapshot(`
      "list register
        heading 1 “Sources”
        item bibl #b1
          span “Ames”
          “, ”
          span title [italic] “Letters”
          “.”"
    `);
  });

  it('a printed list of terms keeps term and meaning', () => {
    const tei = '<list type="terms"><item xml:id="t1"><term>ABM</term>, anti-ballistic missile</item></list>';
    expect(reading(tei)).toMatchInlineSnapshot(`
      "list terms
        item #t1
          span term “ABM”
          “, anti-ballistic missile”"
    `);
  });
});
