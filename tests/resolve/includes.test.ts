import { describe, expect, it, test } from 'vitest';
import { include, main, part, placeOf, resolved } from './resolved.ts';

const inside = (text: string): string => /^<TEI[^>]*>(.*)<\/TEI>\s*$/s.exec(text)![1]!;
const fallback = (href: string, words: string): string =>
  `<xi:include href="${href}"><xi:fallback>${words}</xi:fallback></xi:include>`;

describe('An include', () => {
  test('is replaced by the outermost element of the file, without what is before and after it', () => {
    const { text, findings } = resolved({
      'a.xml': main(`<p>One</p>${include('b.xml')}<p>Three</p>`),
      'b.xml': `<?xml version="1.0"?>\n<!-- before -->\n${part('<p>Two</p>')}\n<!-- after -->`,
    });
    expect(inside(text)).toBe('<p>One</p><p xmlns="http://www.tei-c.org/ns/1.0">Two</p><p>Three</p>');
    expect(findings).toEqual([]);
  });

  test.each(['two', 'element(two)', "xpath1(id('two'))", 'xpointer(id("two"))'])(
    'with the xpointer %s is replaced by the element with this id',
    (xpointer) => {
      const { text, findings } = resolved({
        'a.xml': main(include('b.xml', ` xpointer="${xpointer.replaceAll('"', '&quot;')}"`)),
        'b.xml': part('<div><p>One</p><p xml:id="two">Two</p></div>'),
      });
      expect(inside(text)).toBe('<p xml:id="two">Two</p>');
      expect(findings).toEqual([]);
    },
  );

  test('of text is replaced by its characters', () => {
    const { source, text, findings } = resolved({
      'a.xml': main(`<p>${include('b.txt', ' parse="text"')}</p>`),
      'b.txt': 'a < b & c > d\r\n&lt;',
    });
    expect(inside(text)).toBe('<p>a &#60; b &#38; c &#62; d\r\n&#38;lt;</p>');
    expect(findings).toEqual([]);
    expect(placeOf(source, '&#38;lt;')).toEqual({ place: 'b.txt:2:1', written: false });
  });

  test('of text in another encoding is read in the one it names', () => {
    const files = (more: string) => ({
      'a.xml': main(`<p>${include('b.txt', ` parse="text"${more}`)}</p>`),
      'b.txt': Buffer.from('Zürich', 'latin1'),
    });
    expect(inside(resolved(files(' encoding="iso-8859-1"')).text)).toBe('<p>Zürich</p>');
    expect(resolved(files('')).findings).toEqual(['error wrong-bytes b.txt:1:2']);
  });

  test('in an included file is followed from the folder of that file', () => {
    const { text } = resolved({
      'a.xml': main(include('parts/b.xml')),
      'parts/b.xml': part('<div xmlns:xi="http://www.w3.org/2001/XInclude"><xi:include href="../c.xml"/></div>'),
      'c.xml': part('<p>C</p>'),
    });
    expect(text).toContain('>C</p>');
  });

  test('is followed from an xml:base around it', () => {
    const files = { 'parts/b.xml': part('<p>B</p>') };
    expect(resolved({ 'a.xml': main(`<div xml:base="parts/">${include('b.xml')}</div>`), ...files }).text).toContain(
      'B',
    );
  });

  test('may name an element of its own file', () => {
    const { text, findings } = resolved({ 'a.xml': main(`<p xml:id="x">X</p><xi:include xpointer="x"/>`) });
    expect(inside(text)).toBe('<p xml:id="x">X</p><p xml:id="x">X</p>');
    expect(findings).toEqual([]);
  });

  test('may be the outermost element of a file', () => {
    const root = '<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="b.xml"/>';
    expect(resolved({ 'a.xml': root, 'b.xml': part('<p>B</p>') }).text).toBe(part('<p>B</p>'));
  });

  test('in a comment, a CDATA section or another namespace is none', () => {
    const text = main(`<!-- ${include('b.xml')} --><p><![CDATA[${include('b.xml')}]]></p><include href="b.xml"/>`);
    expect(resolved({ 'a.xml': text })).toMatchObject({ text, findings: [] });
  });
});

describe('An element at another place remains what it is:', () => {
  test('its language', () => {
    const { text } = resolved({
      'a.xml': main(
        `<div xml:lang="en">${include('b.xml', ' xpointer="x"')}${include('b.xml', ' xpointer="y"')}</div>`,
      ),
      'b.xml': part('<div xml:lang="la"><p xml:id="x">X</p><p xml:id="y" xml:lang="grc">Y</p></div>'),
    });
    expect(text).toContain('<p xml:lang="la" xml:id="x">');
    expect(text).toContain('<p xml:id="y" xml:lang="grc">');
  });

  test('its namespace, by a prefix, by default, and none', () => {
    const { text } = resolved({
      'a.xml': main(['x', 'y'].map((id) => include('b.xml', ` xpointer="${id}"`)).join('') + include('c.xml')),
      'b.xml': '<t:div xmlns:t="urn:t" xmlns="urn:d"><t:p xml:id="x"/><p xml:id="y"/></t:div>',
      'c.xml': '<p>C</p>',
    });
    expect(text).toContain('<t:p xmlns:t="urn:t" xmlns="urn:d" xml:id="x"/>');
    expect(text).toContain('<p xmlns:t="urn:t" xmlns="urn:d" xml:id="y"/>');
    expect(text).toContain('<p xmlns="">C</p>');
  });

  test('its relative addresses lead where they led', () => {
    const target =
      '<ref target="c.xml#x #y ../a.xml#z https://example.org/c.xml L2 vol:3"><graphic url="img/a.png"/></ref>';
    const { text } = resolved({ 'a.xml': main(include('parts/b.xml')), 'parts/b.xml': part(`<p>${target}</p>`) });
    expect(text).toContain('target="parts/c.xml#x #y a.xml#z https://example.org/c.xml L2 vol:3"');
    expect(text).toContain('url="parts/img/a.png"');
  });
});

describe('Places lead back to the files:', () => {
  const { source } = resolved({
    'a.xml': main(`\n<p>One</p>\n${include('b.xml')}\n<p>Three</p>`),
    'b.xml': `<?xml version="1.0"?>\n${part('<div>\n  <p>Two 😀 words</p></div>')}`,
  });
  it.each([
    ['One', 'a.xml:2:4', true],
    ['Two', 'b.xml:3:6', true],
    ['words', 'b.xml:3:12', true],
    ['Three', 'a.xml:4:4', true],
    ['One</p>\n<div', 'a.xml:2:4', false],
  ])('%s is at %s', (words, place, written) => {
    expect(placeOf(source, words)).toEqual({ place, written });
  });
  it('between two files nothing can be put in', () => {
    const at = source.text.indexOf('<div');
    expect(source.origin!.at(at, at).written).toBe(false);
    expect(source.origin!.at(at + 1, at + 1).written).toBe(true);
  });
});

describe('What cannot be included is reported where the include is:', () => {
  const b = { 'b.xml': part('<p xml:id="p">B</p>') };
  it.each([
    ['a file that is not there', include('none.xml'), 'error include-missing a.xml:1:'],
    ['an id that is not there', include('b.xml', ' xpointer="q"'), 'error include-wrong a.xml:1:'],
    ['a path as xpointer', include('b.xml', ' xpointer="xpointer(//p)"'), 'error include-wrong a.xml:1:'],
    ['a child sequence', include('b.xml', ' xpointer="element(/1/2)"'), 'error include-wrong a.xml:1:'],
    ['an id after #', include('b.xml#p'), 'error include-wrong a.xml:1:'],
    ['nothing named', '<xi:include/>', 'error include-wrong a.xml:1:'],
    ['an unknown way of reading', include('b.xml', ' parse="html"'), 'error include-wrong a.xml:1:'],
    ['text of an element', include('b.xml', ' parse="text" xpointer="p"'), 'error include-wrong a.xml:1:'],
    ['the file itself', include('a.xml'), 'error include-cycle a.xml:1:'],
    [
      'two fallbacks',
      '<xi:include href="b.xml"><xi:fallback/><xi:fallback/></xi:include>',
      'error include-wrong a.xml:1:',
    ],
  ])('%s', (_, element, finding) => {
    const found = resolved({ 'a.xml': main(element), ...b });
    expect(found.findings).toEqual([expect.stringContaining(finding)]);
    expect(found.incomplete).toBe(true);
    expect(found.text).not.toContain('B</p>');
  });

  test('where there is a fallback, it is read and a person should look', () => {
    const found = resolved({ 'a.xml': main(fallback('none.xml', `<p>Instead</p>${include('b.xml')}`)), ...b });
    expect(found.findings).toEqual([expect.stringContaining('review include-missing a.xml:1:')]);
    expect(found.text).toContain(`<p>Instead</p>${b['b.xml'].replace(' xml:id', ' xml:id')}`);
    expect(found.incomplete).toBe(false);
  });

  test('in a header, no word of the text is missing, and a person should look', () => {
    const header = `<teiHeader><fileDesc/>${include('none.xml', ' xpointer="encodingDesc"')}${include('https://example.org/x.xml')}</teiHeader>`;
    const { findings, text, incomplete, source } = resolved({ 'a.xml': main(header) });
    expect(findings).toEqual([
      expect.stringContaining('review include-missing a.xml:1:'),
      expect.stringContaining('review include-refused a.xml:1:'),
    ]);
    expect(text).toContain('<teiHeader><fileDesc/></teiHeader>');
    expect(source.origin!.absent).toEqual(['none.xml', 'https://example.org/x.xml']);
    expect(incomplete).toBe(false);
  });

  test('a fallback is not read where the file is there', () => {
    const { text, findings } = resolved({ 'a.xml': main(fallback('b.xml', '<p>Instead</p>')), ...b });
    expect(text).not.toContain('Instead');
    expect(findings).toEqual([]);
  });

  test('a part that is not well-formed is reported in its own file, and left out', () => {
    const found = resolved({ 'a.xml': main(include('b.xml')), 'b.xml': `\n${part('<div><p>B</div>')}` });
    expect(found.findings).toEqual([expect.stringMatching(/^error tag-mismatch b\.xml:2:/)]);
    expect(found.text).not.toContain('B');
    expect(found.incomplete).toBe(true);
  });

  test('files that include each other', () => {
    const file = (href: string): string =>
      part(`<div xmlns:xi="http://www.w3.org/2001/XInclude">${include(href)}</div>`);
    const found = resolved({ 'a.xml': file('b.xml'), 'b.xml': file('c.xml'), 'c.xml': file('a.xml') });
    expect(found.findings).toEqual([expect.stringContaining('error include-cycle c.xml:1:')]);
  });

  test('an element that includes the one it is in', () => {
    const found = resolved({ 'a.xml': main(`<p xml:id="x"><xi:include xpointer="x"/></p>`) });
    expect(found.findings).toEqual([expect.stringContaining('error include-cycle a.xml:1:')]);
  });
});
