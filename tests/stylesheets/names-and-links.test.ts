import { describe, expect, it } from 'vitest';
import { reading } from './reading.ts';

describe('Names, links and words with a property', () => {
  it('names point to the register', () => {
    const tei =
      '<p><persName corresp="#p_K">Kissinger</persName> met <orgName ref="orgs.xml#CIA">CIA</orgName> in <placeName key="paris">Paris</placeName> on <date when="1970-08-04">Tuesday</date>.</p>';
    expect(reading(tei)).toMatchInlineSnapshot(`
      "block paragraph
        span person → #p_K “Kissinger”
        “ met ”
        span organization → orgs.xml#CIA “CIA”
        “ in ”
        span place → paris “Paris”
        “ on ”
        span date title=“1970-08-04” “Tuesday”
        “.”"
    `);
  });

  it('links keep where they lead', () => {
    const tei =
      '<p><ref target="#d65">Document 65</ref>, <ref target="frus1961-63v06#d65">vol. VI</ref>, <ref target="https://example.org/">web</ref> <ptr target="#x"/></p>';
    expect(reading(tei)).toMatchInlineSnapshot(`
      "block paragraph
        link → #d65 “Document 65”
        “, ”
        link → frus1961-63v06#d65 “vol. VI”
        “, ”
        link → https://example.org/ “web”
        “”
        link → #x"
    `);
  });

  it('a glossary term is a term; a sender of type from is an organization', () => {
    const tei = '<p><gloss target="#t">SALT</gloss> <gloss type="from">State</gloss></p>';
    expect(reading(tei)).toMatchInlineSnapshot(`
      "block paragraph
        span term → #t “SALT”
        “ ”
        span organization “State”"
    `);
  });

  it('typography is one of a closed set of looks; what is not is kept as written', () => {
    const tei =
      '<p><hi rend="italic">a</hi><hi rend="smallcaps bold">b</hi><hi rendition="#it">c</hi><hi rend="color(red)">d</hi><emph>e</emph><title level="m">f</title><title level="a">g</title></p>';
    expect(reading(tei)).toMatchInlineSnapshot(`
      "block paragraph
        span [italic] “a”
        span [small-caps bold] “b”
        span [italic] “c”
        span rend=color(red) “d”
        span emphasis [italic] “e”
        span title [italic] “f”
        span title “g”"
    `);
  });

  it('words the source marks without showing them read like the words around them', () => {
    const tei = '<p><seg type="x">a</seg> <measure>3 tons</measure> <abbr>Dr.</abbr></p>';
    expect(reading(tei)).toMatchInlineSnapshot(`
      "block paragraph
        span “a”
        “ ”
        span “3 tons”
        “ ”
        span “Dr.”"
    `);
  });
});
