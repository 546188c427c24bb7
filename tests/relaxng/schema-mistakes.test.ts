import { describe, expect, it } from 'vitest';
import { sourceText } from '../../src/source/text.ts';
import { loadSchema } from '../../src/relaxng/index.ts';
import { correctSchema } from '../../src/relaxng/syntax/problems.ts';

/** The files of a schema by name; the first is loaded. Answers what is wrong, with place and what is advised beyond correcting it. */
function wrong(files: Readonly<Record<string, string>>): string {
  const [name] = Object.keys(files) as [string];
  const resolve = (address: string) => (files[address] === undefined ? undefined : sourceText(address, files[address]));
  const { schema, findings } = loadSchema(sourceText(name, files[name]!), resolve);
  expect(schema === undefined).toBe(findings.length > 0);
  expect(findings.filter(({ fix }) => fix === undefined)).toEqual([]);
  return findings
    .map(({ code, message, fix, span }) => {
      const { file, start } = span!;
      return `${file}:${start.line}:${start.column} ${code}: ${message}${fix === correctSchema ? '' : ` ${fix}`}`;
    })
    .join('\n');
}

const rnc = (text: string): string => wrong({ 'a.rnc': text });
const rng = (content: string): string =>
  wrong({
    'a.rng': `<grammar xmlns="http://relaxng.org/ns/structure/1.0" datatypeLibrary="http://www.w3.org/2001/XMLSchema-datatypes">${content}</grammar>`,
  });

describe('mistakes of a schema are reported where they are', () => {
  it('nothing is reported about a right schema', () => {
    expect(rnc('element a { text }')).toMatchInlineSnapshot(`""`);
  });

  it('a name that is not defined', () => {
    expect(rnc('start = a')).toMatchInlineSnapshot(
      `"a.rnc:1:9 schema-reference: The schema refers to “a”, but the grammar does not define it."`,
    );
  });

  it('a definition that refers to itself', () => {
    expect(rnc('start = element a { b }\nb = text | (b, empty)')).toMatchInlineSnapshot(
      `"a.rnc:2:13 schema-recursion: “b” refers to itself without an element in between. Put an element around the reference, or use <zeroOrMore> or <oneOrMore>."`,
    );
  });

  it('a grammar without a start', () => {
    expect(rnc('a = element a { text }')).toMatchInlineSnapshot(
      `"a.rnc:1:1 schema-reference: The grammar has no start. Add <start> with the outermost element."`,
    );
  });

  it('two definitions silently how to combine them', () => {
    expect(rnc('start = element a { b }\nb = text\nb = empty')).toMatchInlineSnapshot(
      `"a.rnc:3:1 schema-reference: “b” is defined twice, and nothing says how to combine the two."`,
    );
  });

  it('definitions combined in two ways', () => {
    expect(rnc('start = element a { b }\nb |= text\nb &= empty')).toMatchInlineSnapshot(
      `"a.rnc:3:1 schema-reference: “b” is combined by “choice” and by “interleave” at once."`,
    );
  });

  it('a type that there is not, with the one that was meant', () => {
    expect(rnc('element a { xsd:datTime }')).toMatchInlineSnapshot(
      `"a.rnc:1:13 schema-datatype: There is no W3C type “datTime”. Did you mean “dateTime”?"`,
    );
  });

  it('a value that is none of its type', () => {
    expect(rnc('element a { xsd:integer "x" }')).toMatchInlineSnapshot(
      `"a.rnc:1:13 schema-datatype: “x” is not a value of the type “integer”."`,
    );
  });

  it('a facet that is none', () => {
    expect(rnc('element a { xsd:token { size = "3" } }')).toMatchInlineSnapshot(
      `"a.rnc:1:13 schema-datatype: “size” is not a facet of the W3C types."`,
    );
  });

  it('an attribute in a list', () => {
    expect(rnc('element a { list { attribute b { text } } }')).toMatchInlineSnapshot(
      `"a.rnc:1:1 schema-restriction: An “attribute” pattern cannot be in a list."`,
    );
  });

  it('an attribute in a repeated group', () => {
    expect(rnc('element a { (attribute b { text }, element c { empty })+ }')).toMatchInlineSnapshot(
      `"a.rnc:1:14 schema-restriction: An attribute cannot be in a group that is repeated."`,
    );
  });

  it('an attribute with a wildcard that is not repeated', () => {
    expect(rnc('element a { attribute * { text } }')).toMatchInlineSnapshot(
      `"a.rnc:1:13 schema-restriction: An attribute with a wildcard for its name must be repeatable. Put <oneOrMore> or <zeroOrMore> around it."`,
    );
  });

  it('the same attribute twice', () => {
    expect(rnc('element a { attribute b { text }, attribute b { text }? }')).toMatchInlineSnapshot(
      `"a.rnc:1:35 schema-restriction: An element cannot have the attribute “b” twice, as this one would."`,
    );
  });

  it('a value next to an element', () => {
    expect(rnc('element a { xsd:integer, element b { empty } }')).toMatchInlineSnapshot(
      `"a.rnc:1:1 schema-restriction: A value with a datatype cannot be next to other values, text or elements. Put the values into a <list>, or use <text/>."`,
    );
  });

  it('an element in two interleaved patterns', () => {
    expect(rnc('element a { element b { empty } & (element b { empty }, text) }')).toMatchInlineSnapshot(
      `"a.rnc:1:1 schema-restriction: The element “b” is in two of the patterns that are interleaved."`,
    );
  });

  it('text twice in interleaved patterns', () => {
    expect(rnc('element a { (text, element b { empty }) & (text, element c { empty }) }')).toMatchInlineSnapshot(
      `"a.rnc:1:1 schema-restriction: Only one of the patterns that are interleaved can contain text."`,
    );
  });

  it('text at the start', () => {
    expect(rnc('start = text')).toMatchInlineSnapshot(
      `"a.rnc:1:1 schema-restriction: A “text” pattern cannot be in the start of a grammar."`,
    );
  });

  it('an attribute named xmlns', () => {
    expect(rnc('element a { attribute xmlns { text } }')).toMatchInlineSnapshot(
      `"a.rnc:1:13 schema-restriction: “xmlns” is not an attribute and cannot be described."`,
    );
  });

  it('operators side by side', () => {
    expect(rnc('element a { text, empty | text }')).toMatchInlineSnapshot(
      `"a.rnc:1:25 schema-syntax: “,” and “|” cannot be mixed. Put parentheses around what belongs together."`,
    );
  });

  it('a keyword as a name', () => {
    expect(rnc('start = element a { list }\n')).toMatchInlineSnapshot(
      `"a.rnc:1:26 schema-syntax: “{” is expected here, not “}”."`,
    );
  });

  it('a literal that does not end', () => {
    expect(rnc('element a { "x }')).toMatchInlineSnapshot(
      `"a.rnc:1:13 schema-syntax: The literal that begins here does not end on its line. Close it, or put it into three quotes."`,
    );
  });

  it('a prefix that is not declared', () => {
    expect(rnc('element x:a { text }')).toMatchInlineSnapshot(
      `"a.rnc:1:9 schema-syntax: Nothing says what the prefix “x” means. Declare it: namespace x = "…""`,
    );
  });

  it('a prefix of datatypes that is not declared', () => {
    expect(rnc('element a { y:date }')).toMatchInlineSnapshot(
      `"a.rnc:1:13 schema-syntax: No datatype library has the prefix “y”. Declare it: datatypes y = "…""`,
    );
  });

  it('a bracket that is missing', () => {
    expect(rnc('element a { text')).toMatchInlineSnapshot(
      `"a.rnc:1:17 schema-syntax: “}” is expected here, not the end of the file."`,
    );
  });

  it('something after the end', () => {
    expect(rnc('element a { text } element b { text }')).toMatchInlineSnapshot(
      `"a.rnc:1:20 schema-syntax: The end of the schema is expected here, not “element”."`,
    );
  });

  it('a file that is not available, and no word about what it defines', () => {
    expect(wrong({ 'a.rnc': 'include "b.rnc"\nstart = b' })).toMatchInlineSnapshot(
      `"a.rnc:1:1 schema-file: The schema includes “b.rnc”, which is not available. Put the file next to the schema."`,
    );
  });

  it('a file that brings in itself', () => {
    expect(wrong({ 'a.rnc': 'start = external "b.rnc"', 'b.rnc': 'external "a.rnc"' })).toMatchInlineSnapshot(
      `"b.rnc:1:1 schema-file: The schema includes “a.rnc”, which includes itself."`,
    );
  });

  it('a mistake in a file that is brought in', () => {
    expect(wrong({ 'a.rnc': 'include "sub/b.rnc"', 'sub/b.rnc': 'start = element' })).toMatchInlineSnapshot(
      `"sub/b.rnc:1:16 schema-syntax: A name is expected here, not the end of the file."`,
    );
  });

  it('a definition to replace that the included file has not', () => {
    expect(
      wrong({ 'a.rnc': 'include "b.rnc" { c = text }', 'b.rnc': 'start = element a { text }' }),
    ).toMatchInlineSnapshot(
      `"a.rnc:1:1 schema-reference: “c” should replace a definition of the included file, but the file does not have it."`,
    );
  });

  it('an included file that is not a grammar', () => {
    expect(wrong({ 'a.rnc': 'include "b.rnc"', 'b.rnc': 'element a { text }' })).toMatchInlineSnapshot(
      `"a.rnc:1:1 schema-file: Only a grammar can be included, and this file contains something else."`,
    );
  });

  it('an element that RELAX NG has not', () => {
    expect(rng('<start><elment name="a"><text/></elment></start>')).toMatchInlineSnapshot(
      `"a.rng:1:122 schema-syntax: <elment> has no place here in a RELAX NG schema."`,
    );
  });

  it('an attribute that RELAX NG has not', () => {
    expect(rng('<start><element nme="a"><text/></element></start>')).toMatchInlineSnapshot(
      `"a.rng:1:122 schema-syntax: <element> has no attribute “nme”."`,
    );
  });

  it('text where none can be', () => {
    expect(rng('<start>x<element name="a"><text/></element></start>')).toMatchInlineSnapshot(
      `"a.rng:1:115 schema-syntax: There is text in <start>, where none is allowed."`,
    );
  });

  it('an element without content', () => {
    expect(rng('<start><element name="a"/></start>')).toMatchInlineSnapshot(
      `"a.rng:1:122 schema-syntax: <element> has no content. Write <empty/> if it should be empty."`,
    );
  });

  it('two patterns in a start', () => {
    expect(
      rng('<start><ref name="a"/><ref name="a"/></start><define name="a"><element name="a"><text/></element></define>'),
    ).toMatchInlineSnapshot(`"a.rng:1:115 schema-syntax: <start> can hold only one pattern. Put them into a <group>."`);
  });

  it('a schema that is not well-formed', () => {
    expect(
      wrong({ 'a.rng': '<grammar xmlns="http://relaxng.org/ns/structure/1.0"><start></grammar>' }),
    ).toMatchInlineSnapshot(
      `"a.rng:1:61 tag-mismatch: </grammar> is here, but <start>, opened on line 1, is not closed yet. Put </start> on line 1, before </grammar>."`,
    );
  });

  it('a file that is not a schema', () => {
    expect(wrong({ 'a.rng': '<TEI xmlns="http://www.tei-c.org/ns/1.0"/>' })).toMatchInlineSnapshot(
      `"a.rng:1:1 schema-syntax: <TEI> is no RELAX NG schema: it is not in the namespace http://relaxng.org/ns/structure/1.0."`,
    );
  });

  it('an empty file', () => {
    expect(wrong({ 'a.rnc': '' })).toMatchInlineSnapshot(
      `"a.rnc:1:1 schema-reference: The grammar has no start. Add <start> with the outermost element."`,
    );
  });

  it('a schema in compact syntax that is nested without end', () => {
    expect(rnc(`start = ${'('.repeat(50_000)}`)).toMatch(
      /^a\.rnc:1:\d+ schema-syntax: The schema is nested more than 512 levels deep here\.$/,
    );
    const literals = Array.from({ length: 50_000 }, () => '"a"').join(' ~ ');
    expect(rnc(`start = element a { ${literals} }`)).toBe('');
  });

  it('definitions that double each other thirty times', () => {
    const doubled = Array.from({ length: 30 }, (_, i) => `l${i + 1} = l${i}, l${i}`).join('\n');
    expect(rnc(`start = element a { l30 }\nl0 = element b { empty }?\n${doubled}`)).toMatch(
      /schema-restriction: A content has more than 5000 parts in a row\.$/,
    );
  });
});
