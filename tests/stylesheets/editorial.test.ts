import { describe, expect, it } from 'vitest';
import { reading } from './reading.ts';

describe('The work of writers and editors', () => {
  it('of a choice the correction is shown, and the error is told', () => {
    const tei = '<p>the <choice><sic>teh</sic><corr>the</corr></choice> end</p>';
    expect(reading(tei)).toMatchInlineSnapshot(`
      "block paragraph
        “the ”
        span corrected title=“teh” “the”
        “ end”"
    `);
  });

  it('of a choice the regular and the expanded form are shown', () => {
    const tei =
      '<p><choice><orig>olde</orig><reg>old</reg></choice> <choice><abbr>Dr.</abbr><expan>Doctor</expan></choice></p>';
    expect(reading(tei)).toMatchInlineSnapshot(`
      "block paragraph
        span regularized title=“olde” “old”
        “ ”
        span expanded title=“Dr.” “Doctor”"
    `);
  });

  it('of a choice between two of a kind the first is shown', () => {
    const tei = '<p><choice><unclear>hat</unclear><unclear>cat</unclear></choice></p>';
    expect(reading(tei)).toMatchInlineSnapshot(`
      "block paragraph
        span unclear “hat”"
    `);
  });

  it('a choice with one side shows it', () => {
    const tei = '<p>a <choice><sic>teh</sic></choice> b</p>';
    expect(reading(tei)).toMatchInlineSnapshot(`
      "block paragraph
        “a ”
        span erroneous “teh”
        “ b”"
    `);
  });

  it('a choice inside a word leaves it one word', () => {
    const tei = '<p>un<choice><sic>beleivable</sic><corr>believable</corr></choice>!</p>';
    expect(reading(tei)).toMatchInlineSnapshot(`
      "block paragraph
        “un”
        span corrected title=“beleivable” “believable”
        “!”"
    `);
  });

  it('a note on the side that is not shown goes with it', () => {
    const tei = '<p><choice><sic>teh<note n="1">So.</note></sic><corr>the</corr></choice></p>';
    expect(reading(tei)).toMatchInlineSnapshot(`
      "block paragraph
        span corrected title=“teh” “the”"
    `);
  });

  it('sic and corr that stand alone are shown', () => {
    const tei = '<p><sic>teh</sic> and <corr>the</corr></p>';
    expect(reading(tei)).toMatchInlineSnapshot(`
      "block paragraph
        span erroneous “teh”
        “ and ”
        span corrected “the”"
    `);
  });

  it('additions, deletions and supplied words are distinguished', () => {
    const tei =
      '<p><add place="above">over</add> <del rend="strikethrough">gone</del> <supplied>maybe</supplied> <unclear>hm</unclear> <subst><del>old</del><add>new</add></subst></p>';
    expect(reading(tei)).toMatchInlineSnapshot(`
      "block paragraph
        span added place=above “over”
        “ ”
        span deleted [strikethrough] “gone”
        “ ”
        span supplied “maybe”
        “ ”
        span unclear “hm”
        “ ”
        span substitution
          span deleted “old”
          span added “new”"
    `);
  });

  it('an apparatus entry has its lemma and its other readings, each with its witnesses', () => {
    const tei =
      '<p>the <app type="x"><lem wit="#A">text</lem><rdg wit="#B #C">texte</rdg><rdg source="#ed"/></app> is</p>';
    expect(reading(tei)).toMatchInlineSnapshot(`
      "block paragraph
        “the ”
        app x n=1
          side lemma about 0 A → #A “text”
          side reading about 1 B → #B C → #C “texte”
          side reading about 2 ed → #ed
        “ is”"
    `);
  });

  it('an apparatus entry without a lemma has its first reading in the text', () => {
    const tei = '<p>the <app><rdg wit="#A">text</rdg><rdg wit="#B">texte</rdg></app> is<note>n</note></p>';
    expect(reading(tei)).toMatchInlineSnapshot(`
      "block paragraph
        “the ”
        app n=1
          side lemma about 0 A → #A “text”
          side reading about 1 B → #B “texte”
        “ is”
        note n=1 “n”"
    `);
  });

  it('a note in an apparatus is about the reading that it names, else about the one before it, else about all', () => {
    const tei =
      '<p><app><note>1</note><lem xml:id="x">a</lem><note>2</note><rdgGrp type="t"><rdg wit="#B">b</rdg></rdgGrp><rdg>c</rdg><note target="#x">3</note><note>4</note><note>B so</note></app> d</p>';
    expect(reading(tei)).toMatchInlineSnapshot(`
      "block paragraph
        app n=1
          side note “1”
          side lemma #x about 0 “a”
          side note about 0 “2”
          side reading about 1 B → #B type=t “b”
          side reading about 2 “c”
          side note about 0 “3”
          side note “4”
          side note about 1 “B so”
        “ d”"
    `);
  });

  it('an entry in a reading is a further entry', () => {
    const tei = '<p><app><lem>a</lem><rdg>b <app><lem>c</lem><rdg>d</rdg></app></rdg></app> e</p>';
    expect(reading(tei)).toMatchInlineSnapshot(`
      "block paragraph
        app n=1
          side lemma about 0 “a”
          side reading about 1
            “b ”
            app n=2
              side lemma about 0 “c”
              side reading about 1 “d”
        “ e”"
    `);
  });
});
