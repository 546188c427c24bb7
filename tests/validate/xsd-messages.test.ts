import { describe, expect, it } from 'vitest';
import { check, editionFolder } from './edition-folder.ts';

/** What an XML Schema forbids is said as everything else is: what is wrong, where, and what to do. */

const schema = `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns="urn:l" targetNamespace="urn:l" elementFormDefault="qualified">
<xs:element name="log"><xs:complexType><xs:sequence>
<xs:element name="item" maxOccurs="unbounded"><xs:complexType><xs:simpleContent><xs:extension base="code">
<xs:attribute name="key" type="xs:ID"/><xs:attribute name="kind" type="kind"/></xs:extension></xs:simpleContent></xs:complexType></xs:element>
<xs:element name="count" type="xs:integer" minOccurs="0" maxOccurs="9"/>
<xs:element name="small" minOccurs="0"><xs:simpleType><xs:restriction base="xs:integer"><xs:maxInclusive value="5"/></xs:restriction></xs:simpleType></xs:element>
<xs:element name="box" minOccurs="0"><xs:complexType><xs:choice><xs:element name="x"/><xs:element name="y"/></xs:choice><xs:attribute name="n" use="required"/></xs:complexType></xs:element>
<xs:element name="none" minOccurs="0"><xs:complexType/></xs:element>
</xs:sequence></xs:complexType></xs:element>
<xs:simpleType name="code"><xs:restriction base="xs:string"><xs:pattern value="[A-Z]{2}\\d+"/></xs:restriction></xs:simpleType>
<xs:simpleType name="kind"><xs:restriction base="xs:string"><xs:enumeration value="red"/><xs:enumeration value="green"/></xs:restriction></xs:simpleType>
</xs:schema>`;

async function said(content: string): Promise<string[]> {
  const folder = editionFolder({
    'a.xml': `<?xml version="1.0"?>\n<log xmlns="urn:l">\n${content}\n</log>`,
    's.xsd': schema,
  });
  const { findings } = await check(folder, { schemas: [`${folder}/s.xsd`] }, 'a.xml');
  return findings.map(({ code, message, span }) => `${span!.start.line}:${span!.start.column} ${code}: ${message}`);
}

describe('XML Schema', () => {
  it.each([
    [
      'a pattern is shown whole',
      '<item>AB1</item><item>ab1</item>',
      '3:17 bad-value: The content of <item> cannot be “ab1”: it must be of the form [A-Z]{2}\\d+.',
    ],
    [
      'of two equal ids the second is pointed at',
      '<item key="c">AB1</item><item key="c">AB1</item>',
      '3:31 duplicate-id: The id “c” is used before.',
    ],
    [
      'a value of a list',
      '<item kind="gren">AB1</item>',
      '3:7 bad-value: The attribute “kind” of <item> cannot be “gren”: it must be one of “red”, “green”. Did you mean “green”?',
    ],
    [
      'a type',
      '<item>AB1</item><count>x</count>',
      '3:17 bad-value: The content of <count> cannot be “x”: it must be a whole number.',
    ],
    [
      'a limit',
      '<item>AB1</item><small>9</small>',
      '3:17 bad-value: The content of <small> cannot be “9”: it must be 5 or less.',
    ],
    [
      'an element that is not expected',
      '<item>AB1</item><cuont>1</cuont>',
      '3:17 element-not-allowed: <cuont> is not allowed here; did you mean <count>?',
    ],
    [
      'an attribute that is missing',
      '<item>AB1</item><box><x/></box>',
      '3:17 missing-attribute: <box> lacks the attribute “n”.',
    ],
    [
      'an attribute that is not allowed',
      '<item foo="1">AB1</item>',
      '3:7 unknown-attribute: <item> cannot have the attribute “foo”.',
    ],
    [
      'a child that is missing',
      '<item>AB1</item><box n="1"/>',
      '3:17 incomplete-element: <box> is not complete: <x> or <y> is missing.',
    ],
    [
      'text where none may stand',
      '<item>AB1</item><none>a</none>',
      '3:17 text-not-allowed: <none> must be empty, but there is text in it.',
    ],
  ])('%s', async (_name, content, expected) => {
    expect(await said(content)).toEqual([expected]);
  });
});
