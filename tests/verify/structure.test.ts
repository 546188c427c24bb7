import { describe, expect, it } from 'vitest';
import type { TextFormat } from '../../src/formats/format.ts';
import type { Unit } from '../../src/model/edition.ts';
import { checkUnit } from '../../src/verify/check-unit.ts';
import { readFiles } from '../harness/edition.ts';
import { allFormats } from '../harness/formats.ts';
import { findsDamage, type UnitDamage } from '../harness/unit-damage.ts';

/** What stands on the words is proven: a file damaged in anything but its words is found, and the sentence names what is lost. */

const formats = await allFormats();

const { edition, units } = readFiles({
  'a.xml': `<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:lang="en"><teiHeader/><text><body>
    <div type="document" xml:id="d1"><head>A head</head>
      <p xml:id="p1">One <hi rend="italic">two</hi> three <foreign xml:lang="la">quattuor</foreign> five
        <ref target="#d2">six</ref> <ref target="https://example.org/a">seven</ref> <ref target="#p1">eight</ref>
        <hi rend="bold">nine</hi> <persName corresp="#k">ten</persName><note n="1" xml:id="n1">Note <hi rend="sup">x</hi> body.</note></p>
      <p>Second paragraph <anchor xml:id="here"/>with an anchor.</p>
      <list type="ordered"><item n="7">first</item><item>second</item></list>
      <table><row role="label"><cell cols="2">h</cell><cell>i</cell></row><row><cell>a</cell><cell>b</cell><cell>c</cell></row></table>
      <figure><graphic url="map.png"/><figDesc>A map</figDesc></figure>
      <lg><l>a line</l><l>another line</l></lg></div>
    <div type="document" xml:id="d2"><head>B</head><p>Text.</p></div></body></text></TEI>`,
});
const [unit] = units;

const losses = (name: string, content: string): string[] =>
  checkUnit(formats.get(name)!, unit!, unit!, edition, content).map(({ message }) => message);

const html: readonly UnitDamage[] = [
  ['a paragraph becomes two', ' five', '</p><p>five', /./],
  ['two paragraphs become one', /<\/p>\s*<p>Second/, ' Second', /./],
  ['a heading becomes a paragraph', /<h1>A head<\/h1>/, '<p>A head</p>', /heading/],
  ['a paragraph becomes a signature', '<p>Second', '<p class="signed">Second', /signed/],
  ['an item gets another number', 'value="7"', 'value="8"', /item 7/],
  ['the kind of list changes', 'class="list ordered"', 'class="list bulleted"', /ordered/],
  ['a line of verse becomes a paragraph', '<div class="line">a line</div>', '<p>a line</p>', /line/],
  ['a cell is torn in two columns less', ' colspan="2"', '', /cell/],
  ['a heading cell becomes one of data', /<th scope="col">i<\/th>/, '<td>i</td>', /heading cell/],
  ['italics are lost', '<i>two</i>', 'two', /italics of “two” is lost/],
  ['italics spread', '<i>two</i> three', '<i>two three</i>', /italics/],
  ['bold becomes italic', '<b>nine</b>', '<i>nine</i>', /bold/],
  ['a raised letter in a note falls', '<sup>x</sup>', 'x', /superscript/],
  ['a language is lost', ' lang="la" xml:lang="la"', '', /language “la”/],
  ['a language changes', 'lang="la" xml:lang="la"', 'lang="fr" xml:lang="fr"', /language “la”/],
  ['a link leads to another document', '<a href="d2.html">six', '<a href="d1.html">six', /link to “d2.html”/],
  ['a link leads to another site', 'https://example.org/a', 'https://example.com/a', /example\.org/],
  ['a link into the page leads nowhere', 'href="#p1"', 'href="#p9"', /#p9/],
  ['a link is lost', /<a href="d2.html">six<\/a>/, 'six', /link to “d2.html” of “six” is lost/],
  ['a name points to somebody else', 'data-ref="#k"', 'data-ref="#l"', /name/],
  ['an id is lost', ' id="p1"', '', /p1/],
  ['an anchor moves', '<span id="here"></span>with', 'with <span id="here"></span>', /here/],
  ['an id stands twice', '<p>Second', '<p id="p1">Second', /p1/],
  ['a picture is another', 'data-target="map.png"', 'data-target="cap.png"', /map\.png/],
  ['words are hidden', '<p>Second', '<p hidden="">Second', /hidden/],
  ['words are hidden by style', '<p>Second', '<p style="display:none">Second', /style/],
  ['words are hidden from those who listen', '<p>Second', '<p aria-hidden="true">Second', /aria-hidden/],
  ['words are hidden by a class', '<p>Second', '<p class="unseen">Second', /unseen/],
  ['a script stands in the text', '<p>Second', '<script>1</script><p>Second', /script/],
  ['something runs at a click', '<p>Second', '<p onclick="x()">Second', /onclick/],
  ['a comment stands in the text', '<p>Second', '<!-- x --><p>Second', /comment/],
  ['an entity stands in the text', 'Second', '&#83;econd', /reference/],
  ['words are injected as our own', '</article>', '<p data-generated="">Buy!</p></article>', /./],
  ['a link runs a program', '<a href="d2.html">six', '<a href="javascript:x">six', /javascript/],
];

const tei: readonly UnitDamage[] = [
  ['a paragraph becomes two', ' five', '</p><p>five', /./],
  ['a heading becomes a paragraph', '<head>A head</head>', '<p>A head</p>', /heading/],
  ['a list changes its kind', 'type="ordered"', 'type="bulleted"', /ordered/],
  ['a cell covers less', ' cols="2"', '', /cell/],
  ['italics are lost', '<hi rend="italic">two</hi>', 'two', /italics/],
  ['italics become bold', 'rend="italic"', 'rend="bold"', /italics/],
  ['a language changes', 'xml:lang="la"', 'xml:lang="fr"', /language “la”/],
  ['a pointer leads elsewhere', 'target="d2.xml#d2"', 'target="d3.xml#d3"', /link/],
  ['a link is lost', ' target="https://example.org/a"', '', /link/],
  ['an id is lost', ' xml:id="here"', '', /here/],
  ['a picture is another', 'map.png', 'cap.png', /picture/],
  ['a verse becomes a paragraph', '<l>a line</l>', '<p>a line</p>', /line/],
];

describe.each([['html', html] as const, ['tei', tei] as const])('%s', (name, damages) => {
  const written = formats.get(name)!.write(unit!, edition);

  findsDamage(written, damages, (content) => losses(name, content));
});

it('a format that proves itself does not compile: a writer is never given what it will be compared with', () => {
  const write: TextFormat['write'] = (given: Unit) =>
    // @ts-expect-error A unit as writers get it has no spine.
    JSON.stringify(given.spine);
  expect(write).toBeTypeOf('function');
});
