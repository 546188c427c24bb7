import { describe, expect, it, test } from 'vitest';
import { scanXml } from '../../src/source/xml.ts';
import { placeOf, resolved } from './resolved.ts';

/** The characters of a text, and the values of its attributes in order, as a reader of XML gets them. */
function read(subset: string, body: string) {
  const { source, findings } = resolved({ 'a.xml': `<!DOCTYPE x [${subset}]>\n<x>${body}</x>` });
  let text = '';
  const values: string[] = [];
  const names: string[] = [];
  const faults = scanXml(source, {
    text: (value) => void (text += value),
    open: ({ attributes, name }) => {
      names.push(name);
      values.push(...attributes.map((one) => `${one.name}=${one.value}`));
    },
  });
  return { text, values, names, findings, faults: faults.map(({ code }) => code), source };
}

describe('An entity that a file declares itself', () => {
  it.each([
    ['words', '<!ENTITY a "so">', '&a; &a;', 'so so'],
    ['a character by its number', '<!ENTITY hellip "&#x2026;">', 'So&hellip;', 'So…'],
    ['entities in it', '<!ENTITY a "1&b;3"><!ENTITY b "2">', '&a;', '123'],
    ['the first of two declarations', '<!ENTITY a "1"><!ENTITY a "2">', '&a;', '1'],
    ['a name that XML has', '<!ENTITY amp "&#38;#38;"><!ENTITY lt "&#38;#60;">', '&amp;&lt;', '&<'],
    ['an ampersand escaped twice', '<!ENTITY a "&#38;#38;lt;">', '&a;', '&lt;'],
    ['single quotes', '<!ENTITY a \'say "so"\'>', '&a;', 'say "so"'],
    ['nothing', '<!ENTITY a "">', '1&a;2', '12'],
    ['in a CDATA section it is none', '<!ENTITY a "1">', '<![CDATA[&a;]]>', '&a;'],
    [
      'after comments and other declarations',
      '<!-- ] > --><?p ]>?><!ELEMENT x ANY><!NOTATION n SYSTEM "n"> <!ENTITY a "1">',
      '&a;',
      '1',
    ],
  ])('is expanded: %s', (_, subset, body, text) => {
    expect(read(subset, body)).toMatchObject({ text, findings: [], faults: [] });
  });

  test('may hold elements', () => {
    const found = read('<!ENTITY a "<hi>so</hi>"><!ENTITY b "<p n=\'&c;\'>&a;</p>"><!ENTITY c "1">', '&b;');
    expect(found).toMatchObject({ text: 'so', names: ['x', 'p', 'hi'], values: ['n=1'], faults: [] });
  });

  test('is expanded in attributes, whatever quotes and line ends it has', () => {
    const found = read(`<!ENTITY a "say 'so'"><!ENTITY b '"&a;"\n'>`, `<p n='&a;' m="[&b;]"/>`);
    expect(found).toMatchObject({ values: ["n=say 'so'", `m=["say 'so'" ]`], faults: [] });
  });

  test('is read as the standard says, also where it is in an attribute', () => {
    expect(read('<!ENTITY a "1 &#38;lt; 2">', '<p n="&a;">&a;</p>')).toMatchObject({
      values: ['n=1 < 2'],
      text: '1 < 2',
    });
  });

  test('has the place of the reference', () => {
    const { source } = read('<!ENTITY a "expanded">', '\nwords &a; more');
    expect(placeOf(source, 'expanded')).toEqual({ place: 'a.xml:3:7', written: false });
    expect(placeOf(source, 'more')).toEqual({ place: 'a.xml:3:11', written: true });
  });

  test('makes the same text as typing it', () => {
    const typed = read('', '<p n="so &lt; 1">So&#x2026;</p>');
    const found = read('<!ENTITY n "so &#38;lt; 1"><!ENTITY t "So&#x2026;">', '<p n="&n;">&t;</p>');
    expect({ ...found, source: 0 }).toEqual({ ...typed, source: 0 });
  });
});

describe('What is not expanded is reported:', () => {
  it.each([
    ['another file, where it is used', '<!ENTITY a SYSTEM "b.txt">', '&a;&a;', ['error external-entity a.xml:2:4']],
    ['another file, where it is not used', '<!ENTITY a SYSTEM "b.txt">', '', ['review external-entity a.xml:1:14']],
    ['an unparsed one', '<!ENTITY a SYSTEM "b.png" NDATA n>', '', ['review external-entity a.xml:1:14']],
    ['itself', '<!ENTITY a "&b;"><!ENTITY b "&a;">', '&a;', ['error entity-limit a.xml:2:4']],
    [
      'half an element',
      '<!ENTITY a "<p>"><!ENTITY b "</p>">',
      '&a;1&b;',
      ['error entity-not-whole a.xml:2:4', 'error entity-not-whole a.xml:2:8'],
    ],
    [
      'a parameter entity',
      '<!ENTITY % p "x"> %p;',
      '',
      ['review declaration-not-used a.xml:1:14', 'review declaration-not-used a.xml:1:32'],
    ],
  ])('%s', (_, subset, body, findings) => {
    expect(read(subset, body)).toMatchObject({ findings, faults: [] });
  });

  test('an entity that nobody declares', () => {
    expect(read('<!ENTITY a "1">', '&b;').faults).toEqual(['unknown-entity']);
  });

  test('a document type that is another file is for the scanner to refuse', () => {
    const { source } = resolved({ 'a.xml': '<!DOCTYPE x SYSTEM "x.dtd" [<!ENTITY a "1">]><x>&a;</x>' });
    const [fault, ...others] = scanXml(source, {});
    expect([fault!.code, others]).toEqual(['doctype', []]);
  });

  test('declarations that are not XML are for the scanner to refuse', () => {
    expect(read('<!ENTITY a "1', '&a;').faults).toContain('doctype');
    expect(read('<!WHAT>', '').faults).toEqual(['doctype']);
  });
});

describe('Defaults of attributes', () => {
  test('are added where the attribute is not written', () => {
    const found = read(
      `<!ATTLIST p n CDATA "1" rend (a|b) 'b' id ID #IMPLIED><!ATTLIST p n CDATA "2" m NMTOKEN #FIXED "3">`,
      `<p/><p n="9" rend='a'/><q/>`,
    );
    expect(found).toMatchObject({ values: ['n=1', 'rend=b', 'm=3', 'm=3', 'n=9', 'rend=a'], findings: [], faults: [] });
  });

  test('may be a namespace', () => {
    expect(read('<!ATTLIST x xmlns CDATA #FIXED "urn:x">', '').values).toEqual(['xmlns=urn:x']);
  });

  test('that are not simple are passed over, with a finding', () => {
    const found = read('<!ATTLIST p n CDATA "&a;"><!ENTITY a "1">', '<p/>');
    expect(found).toMatchObject({ values: [], findings: ['review declaration-not-used a.xml:1:14'] });
  });
});
