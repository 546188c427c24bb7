import { describe, expect, it } from 'vitest';
import type { Finding, TextEdit } from '../../src/diagnostics/finding.ts';
import { sourceText } from '../../src/source/text.ts';
import { scanXml } from '../../src/source/xml.ts';

/** One finding as a person would meet it: place, code, what, fix, and the file as the change would leave it. */
function told(text: string, { span, code, message, fix, edit, suggestion, related = [] }: Finding): string {
  const { start, end } = span!;
  const lines = [`${start.line}:${start.column}-${end.line}:${end.column} ${code}: ${message}`, `  ${fix}`];
  for (const other of related) lines.push(`  ${other.span.start.line}:${other.span.start.column} ${other.message}`);
  const changed = ({ span: place, newText }: TextEdit): string =>
    text.slice(0, place.start.offset) + newText + text.slice(place.end.offset);
  if (edit) lines.push(`  → ${changed(edit)}`);
  if (suggestion) lines.push(`  perhaps → ${changed(suggestion)}`);
  return lines.join('\n').replaceAll('\u000b', '␋').replaceAll('\u0007', '␇');
}

const found = (text: string): string =>
  scanXml(sourceText('letter.xml', text), {})
    .map((finding) => told(text, finding))
    .join('\n');

describe('what is not well-formed is reported so that it can be fixed', () => {
  it('a bare ampersand is shown at its place', () => {
    expect(found('<p>Smith & Sons</p>')).toMatchInlineSnapshot(`
      "1:10-1:11 bare-ampersand: An “&” cannot be on its own; in XML it begins a reference such as “&amp;”.
        Write “&amp;” where the character & itself is meant.
        → <p>Smith &amp; Sons</p>"
    `);
  });

  it('an entity of HTML is answered with the character to type', () => {
    expect(found('<p>1914&mdash;1918</p>')).toMatchInlineSnapshot(`
      "1:8-1:15 unknown-entity: XML does not know the entity “&mdash;”.
        Type “—” instead.
        → <p>1914—1918</p>"
    `);
  });

  it('an entity for an invisible character is answered with its number', () => {
    expect(found('<p>10&nbsp;000</p>')).toMatchInlineSnapshot(`
      "1:6-1:12 unknown-entity: XML does not know the entity “&nbsp;”.
        Type “&#xA0;” instead.
        → <p>10&#xA0;000</p>"
    `);
  });

  it('an entity in wrong capitals is still understood', () => {
    expect(found('<p>&MDASH; &Amp;</p>')).toMatchInlineSnapshot(`
      "1:4-1:11 unknown-entity: XML does not know the entity “&MDASH;”.
        Type “—” instead.
        → <p>— &Amp;</p>
      1:12-1:17 unknown-entity: XML does not know the entity “&Amp;”.
        Type “&amp;” instead.
        → <p>&MDASH; &amp;</p>"
    `);
  });

  it('an entity that is unknown is reported', () => {
    expect(found('<p>&foo;</p>')).toMatchInlineSnapshot(`
      "1:4-1:9 unknown-entity: XML does not know the entity “&foo;”.
        Type the character itself, or its number, such as “&#x2014;”; write “&amp;foo;” if the words themselves are meant."
    `);
  });

  it('a reference without its semicolon is completed', () => {
    expect(found('<p>a &amp b &mdash c &#8212 d</p>')).toMatchInlineSnapshot(`
      "1:6-1:10 unfinished-reference: The reference “&amp” has no semicolon.
        Write “&amp;”, or “&amp;amp” if the words themselves are meant.
        → <p>a &amp; b &mdash c &#8212 d</p>
      1:13-1:19 unfinished-reference: The reference “&mdash” has no semicolon.
        Write “—” instead.
        → <p>a &amp b — c &#8212 d</p>
      1:22-1:28 unfinished-reference: The reference “&#8212” has no semicolon.
        Write “&#8212;”.
        → <p>a &amp b &mdash c &#8212; d</p>"
    `);
  });

  it('the number of a character that XML forbids is reported', () => {
    expect(found('<p>&#0;</p>')).toMatchInlineSnapshot(`
      "1:4-1:8 forbidden-character: “&#0;” is not the number of a character that XML allows.
        Remove it, or write the number of the character that is meant."
    `);
  });

  it('an element that is not closed is named, with the line where it opened', () => {
    expect(found('<p>\n<hi>x</p>')).toMatchInlineSnapshot(`
      "2:6-2:10 tag-mismatch: </p> is here, but <hi>, opened on line 2, is not closed yet.
        Put </hi> on line 2, before </p>.
        2:1 <hi> is opened here.
        perhaps → <p>
      <hi>x</hi></p>"
    `);
  });

  it('several elements that are not closed are one mistake', () => {
    expect(found('<div><p>\n<hi>x</div>')).toMatchInlineSnapshot(`
      "2:6-2:12 tag-mismatch: </div> is here, but these elements are not closed yet: <p> (line 1), <hi> (line 2).
        Put </hi></p> where the elements end, before </div>.
        1:6 <p> is opened here.
        2:1 <hi> is opened here."
    `);
  });

  it('an end tag in wrong capitals is a slip of the pen', () => {
    expect(found('<persName>x</persname>')).toMatchInlineSnapshot(`
      "1:12-1:23 tag-mismatch: </persname> is here, but the element to close is <persName>, opened on line 1.
        Write </persName>.
        1:1 <persName> is opened here.
        → <persName>x</persName>"
    `);
  });

  it('an end tag with another name is corrected where the rest of the file agrees', () => {
    expect(found('<div><p>x</div><p>y</p></div>')).toMatchInlineSnapshot(`
      "1:10-1:16 tag-mismatch: </div> is here, but the element to close is <p>, opened on line 1.
        Write </p>.
        1:6 <p> is opened here.
        perhaps → <div><p>x</p><p>y</p></div>"
    `);
  });

  it('elements that overlap are one mistake, and neighbours are swapped', () => {
    expect(found('<p><hi><name>x</hi></name> y</p>')).toMatchInlineSnapshot(`
      "1:15-1:20 overlapping-elements: <name>, opened on line 1 inside <hi>, is closed only behind </hi>.
        Swap the two end tags: </name></hi>.
        1:8 <name> is opened here.
        → <p><hi><name>x</name></hi> y</p>"
    `);
  });

  it('elements that overlap at a distance', () => {
    expect(found('<p><hi><name>x</hi> and y</name></p>')).toMatchInlineSnapshot(`
      "1:15-1:20 overlapping-elements: <name>, opened on line 1 inside <hi>, is closed only behind </hi>.
        Close <name> before </hi>, and open it again after it where needed.
        1:8 <name> is opened here."
    `);
  });

  it('an end tag without a start tag is superfluous', () => {
    expect(found('<p>x</hi></p>')).toMatchInlineSnapshot(`
      "1:5-1:10 unexpected-end-tag: </hi> closes nothing: no <hi> is open here.
        Remove it, or put the start tag that is missing where the element begins.
        perhaps → <p>x</p>"
    `);
  });

  it('an end tag that stands twice is removed', () => {
    expect(found('<p><hi>x</hi></hi></p>')).toMatchInlineSnapshot(`
      "1:14-1:19 unexpected-end-tag: </hi> closes nothing: no <hi> is open here.
        Remove it, or put the start tag that is missing where the element begins.
        perhaps → <p><hi>x</hi></p>"
    `);
  });

  it('an end tag one too many, while an outer element of that name is open', () => {
    expect(found('<div><div><head>x</head></div><p>y</div></p></div>')).toMatchInlineSnapshot(`
      "1:35-1:41 unexpected-end-tag: </div> is one too many: no <div> can end here.
        Remove it, or put the start tag that is missing where the element begins.
        perhaps → <div><div><head>x</head></div><p>y</p></div>"
    `);
  });

  it('a paragraph that is not closed before the next is found at the end of what holds it', () => {
    expect(found('<div>\n  <p>x\n  <p>y</p>\n</div>')).toMatchInlineSnapshot(`
      "4:1-4:7 tag-mismatch: </div> is here, but <p>, opened on line 2, is not closed yet.
        Put </p> on line 2, before <p>.
        2:3 <p> is opened here.
        perhaps → <div>
        <p>x</p>
        <p>y</p>
      </div>"
    `);
  });

  it('the outermost element is never closed', () => {
    expect(found('<p>text')).toMatchInlineSnapshot(`
      "1:1-1:4 unclosed-element: <p> is never closed.
        Put </p> where the element ends.
        1:8 The file ends here.
        → <p>text</p>
      "
    `);
  });

  it('a file that was cut off', () => {
    expect(found('<a><b><c>t</c>')).toMatchInlineSnapshot(`
      "1:4-1:7 unclosed-element: The file ends while these elements are still open: <a> (line 1), <b> (line 1).
        Check whether the file was saved completely; otherwise put the end tags where the elements end.
        1:15 The file ends here."
    `);
  });

  it('a value without quotes gets them', () => {
    expect(found('<p n=5>x</p>')).toMatchInlineSnapshot(`
      "1:4-1:7 unquoted-attribute: The value of the attribute “n” is not in quotes.
        Write n="5".
        → <p n="5">x</p>"
    `);
  });

  it('a value without its closing quote is closed before the next attribute', () => {
    expect(found('<p n="5 rend="x">t</p>')).toMatchInlineSnapshot(`
      "1:4-1:8 unclosed-quote: The value of the attribute “n” begins with " but is not closed.
        Write n="5".
        → <p n="5" rend="x">t</p>"
    `);
  });

  it('a value without its closing quote is closed at the end of the tag', () => {
    expect(found('<p><pb n="5/>text <hi rend="x">t</hi></p>')).toMatchInlineSnapshot(`
      "1:8-1:12 unclosed-quote: The value of the attribute “n” begins with " but is not closed.
        Write n="5".
        → <p><pb n="5"/>text <hi rend="x">t</hi></p>"
    `);
  });

  it('a value with two kinds of quotes', () => {
    expect(found(`<p n='5">x</p>`)).toMatchInlineSnapshot(`
      "1:4-1:9 unclosed-quote: The value of the attribute “n” begins with ' but ends with ".
        Write n='5'.
        → <p n='5'>x</p>"
    `);
  });

  it('a value in typographic quotes', () => {
    expect(found('<p n=“5” b="2">x</p>')).toMatchInlineSnapshot(`
      "1:4-1:9 typographic-quotes: The value of the attribute “n” is in typographic quotes.
        Write n="5".
        → <p n="5" b="2">x</p>"
    `);
  });

  it('an attribute without a value', () => {
    expect(found('<p rend>x</p>')).toMatchInlineSnapshot(`
      "1:4-1:8 attribute-without-value: The attribute “rend” has no value.
        Write rend="…", or remove it."
    `);
  });

  it('no space between attributes', () => {
    expect(found('<p a="1"b="2"/>')).toMatchInlineSnapshot(`
      "1:9-1:10 no-space-before-attribute: There is no space before the attribute “b”.
        Put a space before it.
        → <p a="1" b="2"/>"
    `);
  });

  it('an attribute given twice with different values', () => {
    expect(found('<p a="1" a="2"/>')).toMatchInlineSnapshot(`
      "1:10-1:15 duplicate-attribute: The attribute “a” is given twice.
        Keep one of the two; the first says “1”.
        1:4 The attribute is first given here.
        perhaps → <p a="1"/>"
    `);
  });

  it('an attribute given twice with the same value', () => {
    expect(found('<p a="1" a="1"/>')).toMatchInlineSnapshot(`
      "1:10-1:15 duplicate-attribute: The attribute “a” is given twice.
        Remove one of the two; they say the same.
        1:4 The attribute is first given here.
        → <p a="1"/>"
    `);
  });

  it('an attribute given twice under two prefixes', () => {
    expect(found("<p xmlns:a='u' xmlns:b='u' a:x='1' b:x='2'/>")).toMatchInlineSnapshot(`
      "1:36-1:43 duplicate-attribute: The attribute “b:x” is given twice.
        Keep one of the two; the first says “1”.
        1:28 The attribute is first given here.
        perhaps → <p xmlns:a='u' xmlns:b='u' a:x='1' />"
    `);
  });

  it('a less-than character in a value', () => {
    expect(found('<p a="x < y">x</p>')).toMatchInlineSnapshot(`
      "1:9-1:10 less-than-in-attribute: There is a “<” in the value of an attribute.
        Write “&lt;”.
        → <p a="x &lt; y">x</p>"
    `);
  });

  it('a quote too many', () => {
    expect(found('<p a="1"">x</p>')).toMatchInlineSnapshot(`
      "1:9-1:10 junk-in-tag: “"” does not belong in the tag <p>.
        Remove it, or complete it to an attribute.
        → <p a="1">x</p>"
    `);
  });

  it('something that is not an attribute', () => {
    expect(found('<p ,a="1">x</p>')).toMatchInlineSnapshot(`
      "1:4-1:5 junk-in-tag: “,” does not belong in the tag <p>.
        Remove it, or complete it to an attribute.
        → <p a="1">x</p>"
    `);
  });

  it('words in quotes without a name', () => {
    expect(found('<p a="1" "b">x</p>')).toMatchInlineSnapshot(`
      "1:10-1:13 junk-in-tag: “"b"” does not belong in the tag <p>.
        Remove it, or complete it to an attribute."
    `);
  });

  it('a less-than character in the text', () => {
    expect(found('<p>x < y and z</p>')).toMatchInlineSnapshot(`
      "1:6-1:7 stray-less-than: This “<” does not begin a tag.
        Write “&lt;” where the character itself is meant.
        → <p>x &lt; y and z</p>"
    `);
  });

  it('a less-than character before a letter', () => {
    expect(found('<p>x <y and z</p>')).toMatchInlineSnapshot(`
      "1:6-1:7 stray-less-than: This “<” does not begin a tag.
        Write “&lt;” where the character itself is meant.
        perhaps → <p>x &lt;y and z</p>"
    `);
  });

  it('a start tag without its bracket', () => {
    expect(found('<p><hi rend="i" text</hi></p>')).toMatchInlineSnapshot(`
      "1:4-1:16 unclosed-tag: The tag <hi is not closed with “>”.
        Put “>” where the tag ends.
        → <p><hi rend="i"> text</hi></p>"
    `);
  });

  it('a start tag without attributes and bracket', () => {
    expect(found('<p><hi text</hi></p>')).toMatchInlineSnapshot(`
      "1:4-1:7 unclosed-tag: The tag <hi is not closed with “>”.
        Put “>” where the tag ends.
        → <p><hi> text</hi></p>"
    `);
  });

  it('an end tag without its bracket', () => {
    expect(found('<p><hi>a</hi</p>')).toMatchInlineSnapshot(`
      "1:9-1:13 unclosed-tag: The end tag </hi is not closed with “>”.
        Write </hi>.
        → <p><hi>a</hi></p>"
    `);
  });

  it('white space in an end tag', () => {
    expect(found('<p>a</ p>')).toMatchInlineSnapshot(`
      "1:5-1:8 space-in-tag: There is white space after “</”, where a tag may not have any.
        Remove it.
        → <p>a</p>"
    `);
  });

  it('white space in a start tag', () => {
    expect(found('<div>< p>a</p></div>')).toMatchInlineSnapshot(`
      "1:6-1:8 space-in-tag: There is white space after “<”, where a tag may not have any.
        Remove it.
        → <div><p>a</p></div>"
    `);
  });

  it('white space in an empty tag', () => {
    expect(found('<p a="1" / >')).toMatchInlineSnapshot(`
      "1:10-1:12 space-in-tag: There is white space after “/”, where a tag may not have any.
        Remove it.
        → <p a="1" />"
    `);
  });

  it('an end tag without a name', () => {
    expect(found('<p>a</>')).toMatchInlineSnapshot(`
      "1:5-1:8 end-tag-without-name: This end tag has no name.
        Write </p>.
        1:1 <p> is opened here.
        → <p>a</p>"
    `);
  });

  it('an end tag with an attribute', () => {
    expect(found('<p>a</p n="1">')).toMatchInlineSnapshot(`
      "1:8-1:14 attribute-in-end-tag: The end tag </p> contains more than its name.
        Write </p>.
        → <p>a</p>"
    `);
  });

  it('the end of a CDATA section in the text', () => {
    expect(found('<p>a]]>b</p>')).toMatchInlineSnapshot(`
      "1:5-1:8 cdata-end-in-text: There is “]]>” in the text; XML reserves it for the end of a CDATA section.
        Write “]]&gt;”.
        → <p>a]]&gt;b</p>"
    `);
  });

  it('control characters', () => {
    expect(found('<p>a\u000bb\u0007</p>')).toMatchInlineSnapshot(`
      "1:5-1:6 control-character: There is an invisible U+000B here: a vertical tab (a line break of a word processor).
        Write a space instead, or begin a new line or paragraph.
        → <p>a b␇</p>
      1:7-1:8 control-character: There is an invisible U+0007 here: a control character.
        Remove it.
        → <p>a␋b</p>"
    `);
  });

  it('a character that is none', () => {
    expect(found('<p>\ufffe</p>')).toMatchInlineSnapshot(`
      "1:4-1:5 forbidden-character: U+FFFE is here, which is no character at all.
        Compare the place with the source, and type the character that is meant."
    `);
  });

  it('two hyphens in a comment', () => {
    expect(found('<!-- a -- b --><p/>')).toMatchInlineSnapshot(`
      "1:8-1:10 double-hyphen-in-comment: There are two hyphens inside a comment.
        Write one hyphen, or a dash.
        → <!-- a – b --><p/>"
    `);
  });

  it('a comment with too many hyphens at its end', () => {
    expect(found('<!-- a ---><p/>')).toMatchInlineSnapshot(`
      "1:8-1:11 double-hyphen-in-comment: A comment ends with more than two hyphens.
        End it with “-->”.
        → <!-- a --><p/>"
    `);
  });

  it('a comment that ends badly', () => {
    expect(found('<p><!-- a -> text</p>')).toMatchInlineSnapshot(`
      "1:4-1:13 unclosed-comment: The comment that begins here never ends.
        End it with “-->”.
        → <p><!-- a --> text</p>"
    `);
  });

  it('a comment that does not end before the next', () => {
    expect(found('<p><!-- a\n x</p><!-- b -->')).toMatchInlineSnapshot(`
      "1:4-1:10 unclosed-comment: The comment that begins here does not end before the next one.
        End it with “-->”.
        perhaps → <p><!-- a -->
       x</p><!-- b -->"
    `);
  });

  it('a second outermost element', () => {
    expect(found('<p>x</p><q/>')).toMatchInlineSnapshot(`
      "1:9-1:13 second-root: A second outermost element <q> begins here.
        Check whether <p> is closed too early; otherwise make two files, or one element around both.
        1:1 The first outermost element is <p>."
    `);
  });

  it('text before the outermost element', () => {
    expect(found('text<p/>')).toMatchInlineSnapshot(`
      "1:1-1:5 text-before-root: There is text before the outermost element.
        Remove it, or move it inside.
        perhaps → <p/>"
    `);
  });

  it('text after the outermost element', () => {
    expect(found('<p/>text')).toMatchInlineSnapshot(`
      "1:5-1:9 text-after-root: There is text after the outermost element.
        Move it inside <p>, or remove it; perhaps an element is closed too early.
        perhaps → <p/>"
    `);
  });

  it('an empty file', () => {
    expect(found('\n')).toMatchInlineSnapshot(`
      "1:1-1:1 empty-file: The file is empty.
        Check whether the file was saved; otherwise remove it."
    `);
  });

  it('a file that is not XML', () => {
    expect(found('Dear Sir,')).toMatchInlineSnapshot(`
      "1:1-1:10 no-xml: This is not XML: it contains no element, but begins with “Dear Sir,”.
        Name an XML file; “octavo import” turns plain text into one."
    `);
  });

  it('a file without an element', () => {
    expect(found('<!-- only a comment -->')).toMatchInlineSnapshot(`
      "1:24-1:24 no-root-element: The file contains no element.
        Check whether the file was saved completely."
    `);
  });

  it('a document type that points to a file', () => {
    expect(found("<!DOCTYPE TEI SYSTEM 'x.dtd'><TEI/>")).toMatchInlineSnapshot(`
      "1:1-1:30 doctype: The document type declaration points to another file.
        Write <!DOCTYPE TEI> or nothing; a schema is named by <?xml-model href="…"?>.
        → <!DOCTYPE TEI><TEI/>"
    `);
  });

  it('a document type with declarations, and no second finding for its entities', () => {
    expect(found("<!DOCTYPE TEI [<!ENTITY a 'b'>]><TEI>&a;</TEI>")).toMatchInlineSnapshot(`
      "1:1-1:33 doctype: The document type declaration contains declarations.
        Type the characters instead of the entities, and write <!DOCTYPE TEI> or nothing."
    `);
  });

  it('a document type at a wrong place', () => {
    expect(found('<TEI/><!DOCTYPE TEI>')).toMatchInlineSnapshot(`
      "1:7-1:21 doctype: A document type declaration is not allowed here.
        Remove it.
        → <TEI/>"
    `);
  });

  it('a document type that is not complete', () => {
    expect(found('<!DOCTYPE><TEI/>')).toMatchInlineSnapshot(`
      "1:1-1:11 doctype: The document type declaration is not complete.
        Remove it; it is not needed."
    `);
  });

  it('an XML declaration after an empty line', () => {
    expect(found('\n<?xml version="1.0"?><p/>')).toMatchInlineSnapshot(`
      "2:1-2:22 xml-declaration-not-first: The XML declaration is not at the very beginning of the file.
        Remove the white space before it.
        → <?xml version="1.0"?><p/>"
    `);
  });

  it('an XML declaration in the middle of a file', () => {
    expect(found('<p><?xml version="1.0"?></p>')).toMatchInlineSnapshot(`
      "1:4-1:25 xml-declaration-not-first: The XML declaration is not at the very beginning of the file.
        Move it to the beginning, or remove it.
        → <p></p>"
    `);
  });

  it('a malformed XML declaration', () => {
    expect(found("<?xml version='1.0' encoding=utf-8?><p/>")).toMatchInlineSnapshot(`
      "1:1-1:37 malformed-xml-declaration: The XML declaration is malformed.
        Write <?xml version="1.0" encoding="utf-8"?>.
        → <?xml version="1.0" encoding="utf-8"?><p/>"
    `);
  });

  it('an instruction that never ends', () => {
    expect(found("<?xml-model href='x'><p/>")).toMatchInlineSnapshot(`
      "1:1-1:22 unclosed-instruction: The processing instruction <?xml-model never ends.
        End it with “?>”.
        → <?xml-model href='x'?><p/>"
    `);
  });

  it('an instruction without a name', () => {
    expect(found('<p><? x ?></p>')).toMatchInlineSnapshot(`
      "1:4-1:11 malformed-instruction: There is “<?” here, but no name follows.
        Put the name directly after “<?”, or write “&lt;?” where the characters themselves are meant.
        → <p><?x ?></p>"
    `);
  });

  it('an instruction without a space after its name', () => {
    expect(found('<p><?x+y?></p>')).toMatchInlineSnapshot(`
      "1:4-1:8 malformed-instruction: There is no space after the name of the processing instruction <?x.
        Put a space after the name.
        → <p><?x +y?></p>"
    `);
  });

  it('an instruction with a colon in its name', () => {
    expect(found('<p><?x:y?></p>')).toMatchInlineSnapshot(`
      "1:6-1:9 malformed-instruction: The name “x:y” of a processing instruction contains a colon.
        Write the name without the colon."
    `);
  });

  it('a CDATA section that never ends', () => {
    expect(found('<p><![CDATA[x</p>')).toMatchInlineSnapshot(`
      "1:4-1:13 unclosed-cdata: The CDATA section that begins here never ends.
        End it with “]]>”."
    `);
  });

  it('a CDATA section before the outermost element', () => {
    expect(found('<![CDATA[x]]><p/>')).toMatchInlineSnapshot(`
      "1:1-1:14 text-before-root: A CDATA section is outside the outermost element.
        Move it inside, or remove it."
    `);
  });

  it('a CDATA section in small letters', () => {
    expect(found('<p><![cdata[x]]></p>')).toMatchInlineSnapshot(`
      "1:4-1:13 unknown-declaration: “<![cdata[” does not begin anything that XML allows here.
        Write “<![CDATA[”.
        → <p><![CDATA[x]]></p>"
    `);
  });

  it('a declaration that is unknown', () => {
    expect(found('<p><!foo></p>')).toMatchInlineSnapshot(`
      "1:4-1:9 unknown-declaration: “<!foo” does not begin anything that XML allows here.
        Remove it, or write “&lt;!” where the characters themselves are meant."
    `);
  });

  it('a prefix that is not declared, reported once', () => {
    expect(found('<p><frus:x/><frus:y/></p>')).toMatchInlineSnapshot(`
      "1:5-1:11 undeclared-prefix: Nothing says what the prefix “frus” in “frus:x” means.
        Declare it in the outermost element: xmlns:frus="…", or remove the prefix."
    `);
  });

  it('a customary prefix that is not declared', () => {
    expect(found("<p><xi:include href='a'/></p>")).toMatchInlineSnapshot(`
      "1:5-1:15 undeclared-prefix: Nothing says what the prefix “xi” in “xi:include” means.
        Declare it in the outermost element: xmlns:xi="http://www.w3.org/2001/XInclude".
        → <p xmlns:xi="http://www.w3.org/2001/XInclude"><xi:include href='a'/></p>"
    `);
  });

  it('a name with two colons', () => {
    expect(found('<a:b:c/>')).toMatchInlineSnapshot(`
      "1:2-1:7 malformed-name: “a:b:c” is not a possible name: one colon separates a prefix from a name.
        Write the name with one prefix, or without a prefix."
    `);
  });

  it('a prefix declared without a namespace', () => {
    expect(found("<p xmlns:x=''/>")).toMatchInlineSnapshot(`
      "1:4-1:14 impossible-namespace: The prefix “x” is declared without a namespace.
        Write the address of the namespace, or remove the declaration."
    `);
  });

  it('a declaration of a reserved prefix', () => {
    expect(found("<p xmlns:xml='u'/>")).toMatchInlineSnapshot(`
      "1:4-1:17 impossible-namespace: The declaration xmlns:xml="u" changes something that XML reserves.
        Remove the declaration; “xml:” does not need one."
    `);
  });
});

describe('where an end tag that is missing belongs is guessed from the layout', () => {
  it('before the next line that begins as deep', () => {
    expect(found('<div>\n  <p>One\n    two.\n  <p>Three.</p>\n</div>')).toMatchInlineSnapshot(`
      "5:1-5:7 tag-mismatch: </div> is here, but <p>, opened on line 2, is not closed yet.
        Put </p> on line 3, before <p>.
        2:3 <p> is opened here.
        perhaps → <div>
        <p>One
          two.</p>
        <p>Three.</p>
      </div>"
    `);
  });

  it('before the end of the element around', () => {
    expect(found('<div>\n  <list>\n    <item>One</item>\n</div>')).toMatchInlineSnapshot(`
      "4:1-4:7 tag-mismatch: </div> is here, but <list>, opened on line 2, is not closed yet.
        Put </list> on line 3, before </div>.
        2:3 <list> is opened here.
        perhaps → <div>
        <list>
          <item>One</item></list>
      </div>"
    `);
  });

  it('at the end of the element that it fills', () => {
    expect(found('<bibl><title>Times</bibl>')).toMatchInlineSnapshot(`
      "1:19-1:26 tag-mismatch: </bibl> is here, but <title>, opened on line 1, is not closed yet.
        Put </title> on line 1, before </bibl>.
        1:7 <title> is opened here.
        perhaps → <bibl><title>Times</title></bibl>"
    `);
  });
});

describe('limits end the reading with one finding', () => {
  const limited = (text: string, limits: object): string =>
    scanXml(sourceText('a.xml', text), {}, { limits })
      .map((finding) => told('', { ...finding, related: [] }))
      .join('\n');

  it('elements too deep', () => {
    expect(limited('<a><a><a><a/></a></a></a>', { depth: 3 })).toMatchInlineSnapshot(`
      "1:10-1:14 too-deep: Elements are nested more than 3 deep.
        Probably end tags are missing. If the file is meant to be like this, raise the limit for depth in the settings."
    `);
  });

  it('too many attributes', () => {
    expect(limited('<a b="1" c="2" d="3"/>', { attributes: 2 })).toMatchInlineSnapshot(`
      "1:16-1:21 too-many-attributes: An element has more than 2 attributes.
        If the file is meant to be like this, raise the limit for attributes in the settings."
    `);
  });

  it('a name too long', () => {
    expect(limited('<abcdefghij/>', { nameLength: 5 })).toMatchInlineSnapshot(`
      "1:2-1:14 name-too-long: A name of 10 characters is not allowed here; 5 are allowed.
        Probably a space or a “>” is missing."
    `);
  });

  it('the name of an attribute too long', () => {
    expect(limited('<a abcdefghij="1"/>', { nameLength: 5 })).toMatchInlineSnapshot(`
      "1:4-1:20 name-too-long: A name of 10 characters is not allowed here; 5 are allowed.
        Probably a space or a “>” is missing."
    `);
  });

  it('a file too large', () => {
    expect(limited('<a>abc</a>', { fileLength: 5 })).toMatchInlineSnapshot(`
      "1:1-1:1 file-too-large: The file has 10 characters; 5 are allowed.
        Split it, or raise the limit for the length of files in the settings."
    `);
  });

  it('too many mistakes', () => {
    expect(limited('<a>& & &</a>', { faults: 1 })).toMatchInlineSnapshot(`
      "1:4-1:5 bare-ampersand: An “&” cannot be on its own; in XML it begins a reference such as “&amp;”.
        Write “&amp;” where the character & itself is meant.
        → &amp;
      1:5-1:5 too-many-mistakes: More than 1 mistakes: the rest of the file was not read.
        Fix the first ones and check again; often one cause, for instance a wrong encoding, is behind all of them."
    `);
  });
});

describe('no file can bring the reader to a halt', () => {
  const quick = (text: string): string[] => {
    const before = process.cpuUsage();
    const codes = scanXml(sourceText('a.xml', text), {}).map((finding) => finding.code);
    const { user, system } = process.cpuUsage(before);
    expect(user + system).toBeLessThan(1_000_000);
    return codes;
  };

  it('two million nested tags', () => {
    expect(quick('<a>'.repeat(2_000_000))).toEqual(['too-deep']);
  });

  it('a million attributes', () => {
    const attributes = Array.from({ length: 1_000_000 }, (_, i) => ` a${i}=""`).join('');
    expect(quick(`<a${attributes}/>`)).toEqual(['too-many-attributes']);
  });

  it('two million end tags', () => {
    expect(quick(`<a>${'</b>'.repeat(2_000_000)}</a>`)).toHaveLength(1001);
  });

  it('two million tags that are opened by turns and never closed', () => {
    expect(quick('<a><b></a>'.repeat(500_000)).at(-1)).toMatch(/too-many-mistakes|too-deep/);
  });

  it('half a million quotes without their ends', () => {
    expect(quick('<a b="<c d=\''.repeat(500_000)).length).toBeLessThan(1002);
  });

  it('a name of five million characters', () => {
    expect(quick(`<${'a'.repeat(5_000_000)}/>`)).toEqual(['name-too-long']);
  });

  it('entities that would grow without end', () => {
    const bomb = Array.from({ length: 20 }, (_, i) => `<!ENTITY a${i + 1} "${`&a${i};`.repeat(10)}">`).join('');
    expect(quick(`<!DOCTYPE a [<!ENTITY a0 "ha">${bomb}]><a>&a20;</a>`)).toEqual(['doctype']);
  });

  it('a million brackets in a document type', () => {
    expect(quick(`<!DOCTYPE a [${'<![['.repeat(1_000_000)}`)).toEqual(['doctype']);
  });
});
