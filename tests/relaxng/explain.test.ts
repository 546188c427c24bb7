import { describe, expect, it } from 'vitest';
import type { Finding, TextEdit } from '../../src/diagnostics/finding.ts';
import { sourceText } from '../../src/source/text.ts';
import { scanXml } from '../../src/source/xml.ts';
import { loadSchema, validator } from '../../src/relaxng/index.ts';

/** A little schema in the manner of TEI. */
const compact = `
default namespace = "http://www.tei-c.org/ns/1.0"
namespace eg = "urn:examples"
start = letter
## A letter.
letter = element letter { attribute xml:id { xsd:ID }?, header, body }
header = element header { title, author*, date? }
## The title of the letter.
title = element title { text }
author = element author { text }
date =
  ## A date.
  element date {
    ## The date that is meant.
    attribute when { xsd:date | xsd:gYear | xsd:gYearMonth }?,
    attribute cert { "high" | "low" | "unknown" }?,
    text
  }
body = element body { head?, (p | \\list | table | sample)+, closer? }
head = element head { inline }
p = element p { attribute rend { list { ("italic" | "bold" | "small")+ } }?, inline }
inline = (text | hi | pb | date | note)*
hi = element hi { attribute rend { "italic" | "bold" }, inline }
pb = element pb { attribute n { text }, empty }
note = element note { attribute xml:id { xsd:ID }?, attribute target { xsd:IDREF }?, attribute n { xsd:positiveInteger }?, (text | hi)* }
\\list = element list { item+ }
item = element item { inline }
table = element table { row+ }
row = element row { cell+ }
cell = element cell { inline }
closer = element closer { text }
sample = element eg:sample { element eg:number { xsd:integer } }
`;

const { schema, findings: mistakes } = loadSchema(sourceText('letter.rnc', compact), () => undefined);

const header = '<header><title>A letter</title></header>';
const letter = (body: string): string =>
  `<letter xmlns="http://www.tei-c.org/ns/1.0" xmlns:eg="urn:examples">${header}<body>${body}</body></letter>`;

function told(text: string, finding: Finding): string {
  const { span, code, message, why, fix, edit, suggestion, related = [], expected = [] } = finding;
  const { start, end } = span!;
  const changed = ({ span: place, newText }: TextEdit): string =>
    (text.slice(0, place.start.offset) + newText + text.slice(place.end.offset)).replace(/^.*<body>|<\/body>.*$/g, '');
  const lines = [
    `${text.slice(start.offset, end.offset)}  ${code}: ${message}`,
    `  why: ${why}`,
    `  fix: ${fix}`,
    ...related.map((one) => `  ${one.message} (${text.slice(one.span.start.offset, one.span.end.offset)})`),
    ...(expected.length > 0 ? [`  expected: ${expected.join(' ')}`] : []),
    ...(edit ? [`  → ${changed(edit)}`] : []),
    ...(suggestion ? [`  perhaps → ${changed(suggestion)}`] : []),
  ];
  return lines.join('\n');
}

function found(text: string): string {
  const source = sourceText('letter.xml', text);
  const findings: Finding[] = [];
  findings.push(
    ...scanXml(
      source,
      validator(schema!, source, (finding) => findings.push(finding)),
    ),
  );
  return findings.map((finding) => told(text, finding)).join('\n');
}

describe('what a schema forbids is reported so that it can be fixed', () => {
  it('nothing is reported about a letter that is right', () => {
    expect(mistakes).toEqual([]);
    expect(found(letter('<p rend="italic bold">You <date when="1962">1962</date></p><list><item/></list>'))).toBe('');
  });

  it('an element misspelt, and its content is checked as if it were spelt right', () => {
    expect(found(letter('<p>On <dat when="1962-10-26">that day</dat> <hi>x</hi></p>'))).toMatchInlineSnapshot(`
      "<dat when="1962-10-26">  unknown-element: <dat> is not an element of this schema; did you mean <date>?
        why: <date>: A date.
        fix: Write <date>.
        expected: date hi note pb
        → <p>On <date when="1962-10-26">that day</date> <hi>x</hi></p>
      <hi  missing-attribute: <hi> lacks the attribute “rend”.
        why: The schema says what an edition of this kind may contain; programs that use the edition rely on it.
        fix: Add rend="italic"; its value is “italic” or “bold”.
        expected: rend"
    `);
  });

  it('an element in wrong capitals', () => {
    expect(found(letter('<P>x</P>'))).toMatchInlineSnapshot(`
      "<P>  unknown-element: <P> is not an element of this schema; did you mean <p>?
        why: The schema says what an edition of this kind may contain; programs that use the edition rely on it.
        fix: Write <p>.
        expected: p list head table eg:sample
        → <p>x</p>"
    `);
  });

  it('an element of HTML', () => {
    expect(found(letter('<p>a<i rend="italic">b</i></p>'))).toMatchInlineSnapshot(`
      "<i rend="italic">  unknown-element: <i> is not an element of this schema; did you mean <hi>?
        why: The schema says what an edition of this kind may contain; programs that use the edition rely on it.
        fix: Write <hi>.
        expected: hi note pb date
        perhaps → <p>a<hi rend="italic">b</hi></p>"
    `);
  });

  it('an element that holds text is not one misspelt that must be empty', () => {
    const list = letter('<list><item><pbx>words</pbx></item></list>');
    expect(found(list)).toMatchInlineSnapshot(`
      "<pbx>  unknown-element: <pbx> is not an element of this schema.
        why: The schema says what an edition of this kind may contain; programs that use the edition rely on it.
        fix: Allowed here: <hi>, <note>, <pb> or <date>.
        expected: hi note pb date
        perhaps → <list><item>words</item></list>"
    `);
  });

  it('an element that is unknown, without a word about what is in it', () => {
    expect(found(letter('<p>x</p><xyzzy><magic/><hi rend="red">x</hi></xyzzy>'))).toMatchInlineSnapshot(`
      "<xyzzy>  unknown-element: <xyzzy> is not an element of this schema.
        why: The schema says what an edition of this kind may contain; programs that use the edition rely on it.
        fix: Allowed here: <p>, <list>, <table>, <closer> or <eg:sample>.
        expected: p list table closer eg:sample
        perhaps → <p>x</p><magic/><hi rend="red">x</hi>
      rend="red"  bad-value: The attribute “rend” of <hi> cannot be “red”: expected is “italic” or “bold”.
        why: The schema says what an edition of this kind may contain; programs that use the edition rely on it.
        fix: Write one of “italic” or “bold”.
        expected: italic bold"
    `);
  });

  it('an element of a namespace that is unknown', () => {
    expect(found(letter('<p>x</p><m:math xmlns:m="urn:math"/>'))).toMatchInlineSnapshot(`
      "<m:math xmlns:m="urn:math"/>  unknown-element: <m:math> is in the namespace “urn:math”, of which this schema knows nothing.
        why: The schema says what an edition of this kind may contain; programs that use the edition rely on it.
        fix: Allowed here: <p>, <list>, <table>, <closer> or <eg:sample>.
        expected: p list table closer eg:sample
        perhaps → <p>x</p>"
    `);
  });

  it('a namespace forgotten is one mistake for all that is inside', () => {
    expect(found(letter('<p>x</p>').replace(/ xmlns="[^"]*"/, ''))).toMatchInlineSnapshot(`
      "<letter xmlns:eg="urn:examples">  wrong-namespace: <letter> is in no namespace; this schema knows it in “http://www.tei-c.org/ns/1.0”.
        why: For a program, two elements with the same name in different namespaces are different elements.
        fix: Write xmlns="http://www.tei-c.org/ns/1.0" in the outermost element that is meant.
        expected: letter
        → <p>x</p>"
    `);
  });

  it('a namespace misspelt', () => {
    expect(found(letter('<p>x</p>').replace('ns/1.0', 'ns/1.1'))).toMatchInlineSnapshot(`
      "<letter xmlns="http://www.tei-c.org/ns/1.1" xmlns:eg="urn:examples">  wrong-namespace: <letter> is in the namespace “http://www.tei-c.org/ns/1.1”; this schema knows it in “http://www.tei-c.org/ns/1.0”.
        why: For a program, two elements with the same name in different namespaces are different elements.
        fix: Write xmlns="http://www.tei-c.org/ns/1.0" in the outermost element that is meant.
        expected: letter
        → <p>x</p>"
    `);
  });

  it('an element that is not allowed yet, because another is missing', () => {
    expect(found(letter('<p>x</p>').replace('<title>A letter</title>', '<author>X</author>'))).toMatchInlineSnapshot(`
      "<author>  missing-element: <author> is not allowed yet in <header>: <title> is missing.
        why: The schema says what an edition of this kind may contain; programs that use the edition rely on it.
        fix: Put <title> before it.
        expected: title"
    `);
  });

  it('an element that is missing and comes later is one mistake', () => {
    expect(found(letter('<p>x</p>').replace(header, '<header><author>X</author><title>A letter</title></header>')))
      .toMatchInlineSnapshot(`
        "<author>  missing-element: <author> is not allowed yet in <header>: <title>, which stands on line 1, must come before it.
          why: The schema says what an edition of this kind may contain; programs that use the edition rely on it.
          fix: Put <title> before it.
          <title> is here. (<title>A letter</title>)
          expected: title
          perhaps → <p>x</p>"
      `);
  });

  it('an element that comes too late', () => {
    expect(found(letter('<p>x</p><head>y</head>'))).toMatchInlineSnapshot(`
      "<head>  element-too-late: <head> is not allowed after <p> (line 1) in <body>.
        why: The schema says what an edition of this kind may contain; programs that use the edition rely on it.
        fix: Move it before <p>. From here on these are allowed: <p>, <list>, <table>, <closer> or <eg:sample>.
        After this <p> it is no longer allowed. (<p>)
        expected: p list table closer eg:sample
        perhaps → <head>y</head><p>x</p>"
    `);
  });

  it('an element that is there already', () => {
    expect(found(letter('<p>x</p><closer>y</closer><closer>z</closer>'))).toMatchInlineSnapshot(`
      "<closer>  element-too-late: <closer> stands already in <body>, on line 1.
        why: The schema says what an edition of this kind may contain; programs that use the edition rely on it.
        fix: Nothing more is allowed here: remove it, or move it elsewhere.
        After this <closer> it is no longer allowed. (<closer>)"
    `);
  });

  it('an element that is not allowed in another', () => {
    expect(found(letter('<p>x<list><item>y</item></list></p>'))).toMatchInlineSnapshot(`
      "<list>  element-not-allowed: <list> is not allowed in <p>.
        why: The schema says what an edition of this kind may contain; programs that use the edition rely on it.
        fix: Allowed here: <hi>, <note>, <pb> or <date>.
        expected: hi note pb date"
    `);
  });

  it('elements that lack the one around them are one mistake', () => {
    expect(found(letter('<p>x</p><item>y</item><item>z</item><p>x</p>'))).toMatchInlineSnapshot(`
      "<item>  element-not-allowed: <item> is not allowed in <body>.
        why: The schema says what an edition of this kind may contain; programs that use the edition rely on it.
        fix: Put it into <list>, which is allowed here.
        expected: p list table closer eg:sample
        perhaps → <p>x</p><list><item>y</item><item>z</item></list><p>x</p>"
    `);
  });

  it('a wrong outermost element', () => {
    expect(found('<body xmlns="http://www.tei-c.org/ns/1.0"><p>x</p></body>')).toMatchInlineSnapshot(`
      "<body xmlns="http://www.tei-c.org/ns/1.0">  element-not-allowed: <body> cannot be the outermost element.
        why: The schema says what an edition of this kind may contain; programs that use the edition rely on it.
        fix: Allowed here: <letter>.
        expected: letter"
    `);
  });

  it('text where none is allowed is one mistake up to the next block', () => {
    expect(found(letter('<p>x</p>You asked me for the <hi rend="italic">precise</hi> language.<p>y</p>')))
      .toMatchInlineSnapshot(`
      "You asked me for the  text-not-allowed: Text is not allowed directly in <body>.
        why: The schema says what an edition of this kind may contain; programs that use the edition rely on it.
        fix: Put it into <p> or <closer>.
        expected: p closer list table eg:sample
        perhaps → <p>x</p><p>You asked me for the <hi rend="italic">precise</hi> language.</p><p>y</p>"
    `);
  });

  it('a paragraph whose start tag is forgotten is reported once', () => {
    expect(found(letter('<p>x</p>You asked me for the language.</p><p>y</p>'))).toMatchInlineSnapshot(`
      "</p>  unexpected-end-tag: </p> closes nothing: no <p> is open here.
        why: XML that is not well-formed cannot be read by any program: nothing of the file would reach the edition.
        fix: Remove it, or put the start tag that is missing where the element begins.
        perhaps → <p>x</p><p>You asked me for the language.</p><p>y</p>"
    `);
  });

  it('text in an element that must be empty', () => {
    expect(found(letter('<p><pb n="1">page</pb></p>'))).toMatchInlineSnapshot(`
      "page  text-not-allowed: <pb> must be empty, but there is text in it.
        why: The schema says what an edition of this kind may contain; programs that use the edition rely on it.
        fix: Nothing more is allowed here: remove it, or move it elsewhere.
        perhaps → <p><pb n="1"></pb></p>"
    `);
  });

  it('an element that is not complete', () => {
    expect(found(letter('<p>x</p>').replace('<p>x</p>', '<table><row/></table>'))).toMatchInlineSnapshot(`
      "<row/>  incomplete-element: <row> is empty: <cell> is missing.
        why: The schema says what an edition of this kind may contain; programs that use the edition rely on it.
        fix: Add <cell>.
        expected: cell"
    `);
  });

  it('an empty element that must hold something', () => {
    expect(found(letter(''))).toMatchInlineSnapshot(`
      "<body>  incomplete-element: <body> is empty: <p>, <list>, <table> or <eg:sample> is missing.
        why: The schema says what an edition of this kind may contain; programs that use the edition rely on it.
        fix: Add <p>, <list>, <table> or <eg:sample>.
        expected: p list table eg:sample"
    `);
  });

  it('an attribute misspelt', () => {
    expect(found(letter('<p><hi rned="bold">x</hi></p>'))).toMatchInlineSnapshot(`
      "rned="bold"  unknown-attribute: <hi> has no attribute “rned”; did you mean “rend”?
        why: The schema says what an edition of this kind may contain; programs that use the edition rely on it.
        fix: Write rend="…".
        expected: rend
        → <p><hi rend="bold">x</hi></p>"
    `);
  });

  it('an attribute that lacks its prefix', () => {
    expect(found(letter('<p>x</p>').replace('<letter', '<letter id="L1"'))).toMatchInlineSnapshot(`
      "id="L1"  unknown-attribute: <letter> has no attribute “id”; did you mean “xml:id”?
        why: The schema says what an edition of this kind may contain; programs that use the edition rely on it.
        fix: Write xml:id="…".
        expected: xml:id
        → <p>x</p>"
    `);
  });

  it('an attribute that the element cannot have, though others can', () => {
    expect(found(letter('<p when="1962">x</p>'))).toMatchInlineSnapshot(`
      "when="1962"  attribute-not-allowed: <p> cannot have the attribute “when”.
        why: The schema says what an edition of this kind may contain; programs that use the edition rely on it.
        fix: Remove it; possible is rend.
        expected: rend
        perhaps → <p>x</p>"
    `);
  });

  it('an attribute that no element has', () => {
    expect(found(letter('<p colour="red">x</p>'))).toMatchInlineSnapshot(`
      "colour="red"  unknown-attribute: <p> cannot have the attribute “colour”.
        why: The schema says what an edition of this kind may contain; programs that use the edition rely on it.
        fix: Remove it; possible is rend.
        expected: rend
        perhaps → <p>x</p>"
    `);
  });

  it('an attribute that is missing', () => {
    expect(found(letter('<p><pb/></p>'))).toMatchInlineSnapshot(`
      "<pb  missing-attribute: <pb> lacks the attribute “n”.
        why: The schema says what an edition of this kind may contain; programs that use the edition rely on it.
        fix: Add n="…"; its value is any text.
        expected: n"
    `);
  });

  it('an attribute that is missing and whose values are known', () => {
    expect(found(letter('<p><hi>x</hi></p>'))).toMatchInlineSnapshot(`
      "<hi  missing-attribute: <hi> lacks the attribute “rend”.
        why: The schema says what an edition of this kind may contain; programs that use the edition rely on it.
        fix: Add rend="italic"; its value is “italic” or “bold”.
        expected: rend"
    `);
  });

  it('a value misspelt', () => {
    expect(found(letter('<p><hi rend="itallic">x</hi></p>'))).toMatchInlineSnapshot(`
      "rend="itallic"  bad-value: The attribute “rend” of <hi> cannot be “itallic”: expected is “italic” or “bold”. Did you mean “italic”?
        why: The schema says what an edition of this kind may contain; programs that use the edition rely on it.
        fix: Write rend="italic".
        expected: italic bold
        → <p><hi rend="italic">x</hi></p>"
    `);
  });

  it('a value that is none of the list', () => {
    expect(found(letter('<p><date cert="perhaps">x</date></p>'))).toMatchInlineSnapshot(`
      "cert="perhaps"  bad-value: The attribute “cert” of <date> cannot be “perhaps”: expected is “high”, “low” or “unknown”.
        why: The schema says what an edition of this kind may contain; programs that use the edition rely on it.
        fix: Write one of “high”, “low” or “unknown”.
        expected: high low unknown"
    `);
  });

  it('one wrong word among several', () => {
    expect(found(letter('<p rend="italic blod">x</p>'))).toMatchInlineSnapshot(`
      "rend="italic blod"  bad-value: The attribute “rend” of <p> cannot be “italic blod”: expected is “italic”, “bold” or “small”, or several of these with spaces between. Did you mean “italic bold”?
        why: The schema says what an edition of this kind may contain; programs that use the edition rely on it.
        fix: Write rend="italic bold".
        expected: italic bold small
        → <p rend="italic bold">x</p>"
    `);
  });

  it('a date in words', () => {
    expect(found(letter('<p><date when="October 26, 1962">x</date></p>'))).toMatchInlineSnapshot(`
      "when="October 26, 1962"  bad-value: The attribute “when” of <date> cannot be “October 26, 1962”: expected is a date such as 1962, 1962-10 or 1962-10-26. Did you mean “1962-10-26”?
        why: when: The date that is meant.
        fix: Write when="1962-10-26".
        → <p><date when="1962-10-26">x</date></p>"
    `);
  });

  it('a date that there is not', () => {
    expect(found(letter('<p><date when="1962-10-32">x</date></p>'))).toMatchInlineSnapshot(`
      "when="1962-10-32"  bad-value: The attribute “when” of <date> cannot be “1962-10-32”: expected is a date such as 1962, 1962-10 or 1962-10-26; October 1962 has 31 days.
        why: when: The date that is meant.
        fix: Write a date such as 1962, 1962-10 or 1962-10-26."
    `);
  });

  it('a number that is none', () => {
    expect(found(letter('<p><note n="0">x</note></p>'))).toMatchInlineSnapshot(`
      "n="0"  bad-value: The attribute “n” of <note> cannot be “0”: expected is a whole number, 1 or more.
        why: The schema says what an edition of this kind may contain; programs that use the edition rely on it.
        fix: Write a whole number, 1 or more."
    `);
  });

  it('the text of an element that must be a number', () => {
    expect(found(letter('<eg:sample><eg:number>l2</eg:number></eg:sample>'))).toMatchInlineSnapshot(`
      "l2  bad-text: The text of <eg:number> cannot be “l2”: a whole number is expected. Did you mean “12”?
        why: The schema says what an edition of this kind may contain; programs that use the edition rely on it.
        fix: Write “12”."
    `);
  });

  it('an element that must be a number and is empty', () => {
    expect(found(letter('<eg:sample><eg:number/></eg:sample>'))).toMatchInlineSnapshot(`
      "<eg:number/>  bad-text: <eg:number> is empty: expected is a whole number.
        why: The schema says what an edition of this kind may contain; programs that use the edition rely on it.
        fix: Write a whole number."
    `);
  });

  it('an id given twice', () => {
    expect(found(letter('<p><note xml:id="a">x</note><note xml:id="a">y</note></p>'))).toMatchInlineSnapshot(`
      "xml:id="a"  duplicate-id: The id “a” is given twice: first on line 1, and here.
        why: An id is the name of one place. Links to it can lead to only one of the two.
        fix: Give one of the two another id, and check which of them the links mean.
        The id is first given here. (xml:id="a")"
    `);
  });

  it('a reference to an id that nobody has', () => {
    expect(found(letter('<p><note target="X">x</note></p>'))).toMatchInlineSnapshot(`
      "target="X"  dangling-idref: “target” refers to the id “X”, which no element has.
        why: The reference leads nowhere.
        fix: Write the id of an element of this file."
    `);
  });

  it('what follows from an end tag that is missing is not told', () => {
    expect(found(letter('<p>x<p>y</p><p>z</p>'))).toMatchInlineSnapshot(`
      "</body>  tag-mismatch: </body> is here, but <p>, opened on line 1, is not closed yet.
        why: Elements are nested like boxes: what is opened last is closed first.
        fix: Put </p> on line 1, before <p>.
        <p> is opened here. (<p>)
        perhaps → <p>x</p><p>y</p><p>z</p>"
    `);
  });
});
