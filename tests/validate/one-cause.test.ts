import { describe, expect, it } from 'vitest';
import { check, editionFolder } from './edition-folder.ts';
import { applyEdits } from '../../src/validate/apply-edits.ts';
import { exampleFile } from '../../src/validate/example.ts';

/** One mistake gives one finding, at the culprit, and what it says agrees with the change it brings. */

interface Found {
  readonly codes: readonly string[];
  readonly said: readonly string[];
  /** The text as the change of the first finding leaves it. */
  readonly after: string | undefined;
}

async function found(text: string, schema?: string): Promise<Found> {
  const folder = editionFolder({ 'a.xml': text, ...(schema !== undefined && { 's.rnc': schema }) });
  const options = schema === undefined ? {} : { schemas: [`${folder}/s.rnc`] };
  const { findings } = await check(folder, options, 'a.xml');
  const errors = findings.filter(({ severity }) => severity === 'error');
  const change = errors[0]?.edit ?? errors[0]?.suggestion;
  const whole = text.startsWith('<?xml') ? text : exampleFile(text);
  return {
    codes: errors.map(({ code }) => code),
    said: errors.map(({ message, fix }) => `${message} ${fix ?? ''}`),
    after: change && applyEdits(whole, [change]),
  };
}

const body = (text: string): string => exampleFile(text);

describe('an element that the schema calls empty and that is left open', () => {
  it('is blamed itself, not the end tag after it', async () => {
    const { codes, said, after } = await found('<p>one <pb n="1"> two</p>\n<p>three</p>');
    expect(codes).toEqual(['unclosed-element']);
    expect(said[0]).toContain('Write <pb n="1"/>.');
    expect(after).toBe(body('<p>one <pb n="1"/> two</p>\n<p>three</p>'));
  });
  it('also where several are', async () => {
    const { codes } = await found('<p>one <lb> two <pb n="1"> three <lb> four</p><p>five</p>');
    expect(codes).toEqual(['unclosed-element', 'unclosed-element', 'unclosed-element']);
  });
});

describe('an element that is left open is repaired as the schema allows', () => {
  it.each([
    ['<p>one <gap reason="illegible"> two</p><p>three</p>', '<p>one <gap reason="illegible"/> two</p><p>three</p>'],
    ['<p>a <space> b</p>', '<p>a <space/> b</p>'],
    ['<p>x <graphic url="a.png"> y <lb/> z</p>', '<p>x <graphic url="a.png"/> y <lb/> z</p>'],
    ['<p>one<p>two</p>', '<p>one</p><p>two</p>'],
    ['<p>one <date when="1962">two <p>three</p>', '<p>one <date when="1962">two</date></p> <p>three</p>'],
    ['<list><item>a<item>b</item></list>', '<list><item>a</item><item>b</item></list>'],
    ['<table><row><cell>a<cell>b</cell></row></table>', '<table><row><cell>a</cell><cell>b</cell></row></table>'],
    ['<lg><l>one<l>two</l></lg>', '<lg><l>one</l><l>two</l></lg>'],
    [
      '<p>one <ref target="http://example.org/">x <hi>y</p>',
      '<p>one <ref target="http://example.org/">x <hi>y</hi></ref></p>',
    ],
    ['<p>one <?pi two</p>', '<p>one <?pi two?></p>'],
  ])('%s', async (text, right) => {
    const { codes, after } = await found(text);
    expect(codes).toHaveLength(1);
    expect(after).toBe(body(right));
  });
  it('and the words say where', async () => {
    const { said } = await found('<list>\n<item>a\n<item>b</item>\n</list>');
    expect(said[0]).toMatch(/Put <\/item> on line \d+, before <item>\.$/);
  });
});

describe('words where an element is missing', () => {
  it('are one finding, and the element that is missing is named first', async () => {
    const { codes, said } = await found('<lg>words</lg>');
    expect(codes).toEqual(['text-not-allowed']);
    expect(said[0]).toContain('Put it into <l>');
  });
});

describe('a prefix that nobody declared', () => {
  it.each([
    ['on an element', '<p>a <q:hi>b</q:hi></p>'],
    ['on two elements', '<p>a <q:hi>b</q:hi> <q:hi>c</q:hi></p>'],
    ['on an attribute', '<p q:rend="italic">a</p>'],
  ])('is one finding with one cure: %s', async (_name, text) => {
    expect((await found(text)).codes).toEqual(['undeclared-prefix']);
  });
});

describe('a comment without an end', () => {
  it('does not swallow the end tags of the elements around it', async () => {
    const { codes, after } = await found('<p>a <hi>b <!-- todo c</hi> d</p>\n<p>e</p>');
    expect(codes).toEqual(['unclosed-comment']);
    expect(after).toBe(body('<p>a <hi>b <!-- todo c --></hi> d</p>\n<p>e</p>'));
  });
});

describe('an element that is too much, or called otherwise', () => {
  const schema = `default namespace = "urn:x"
start = element a { element id { element place { text }, element no { text } }, element pub { element who { text }, element when { text }? }, p+ }
p = element p { mixed { hi* } }
hi = element hi { text } | element div { p+ }`;
  const xml = (id: string, pub: string): string => `<?xml version="1.0"?>\n<a xmlns="urn:x">${id}${pub}<p>x</p></a>`;
  const id = '<id><place>p</place><no>1</no></id>';
  const pub = '<pub><who>w</who><when>2</when></pub>';

  it('around another: unwrap it', async () => {
    const { codes, after } = await found(xml(id.replace('<no>1</no>', '<div><no>1</no></div>'), pub), schema);
    expect(codes).toEqual(['element-not-allowed']);
    expect(after).toBe(xml(id, pub));
  });
  it('under the name of another: rename it', async () => {
    const { codes, after } = await found(xml(id, pub.replaceAll('pub>', 'div>')), schema);
    expect(codes).toEqual(['element-not-allowed']);
    expect(after).toBe(xml(id, pub));
  });
});

describe('names and namespaces', () => {
  const music = `default namespace = "urn:m"
namespace svg = "http://www.w3.org/2000/svg"
start = element m { element p { mixed { element rend { text }* } }, element svg:font { text }? }`;

  it('an element that the schema has in another namespace only: that is named', async () => {
    const { codes, said } = await found('<?xml version="1.0"?>\n<m xmlns="urn:m"><p>a <font>b</font></p></m>', music);
    expect(codes).toEqual(['unknown-element']);
    expect(said[0]).toContain('in the namespace “http://www.w3.org/2000/svg”');
    expect(said[0]).not.toContain('spelt');
  });
  it('the root of another vocabulary: one finding', async () => {
    const { codes } = await found('<?xml version="1.0"?>\n<m xmlns="urn:other:version" x="1"><q>a</q><r/></m>', music);
    expect(codes).toEqual(['wrong-namespace']);
  });
  it('an attribute that must be in a namespace: the namespace and a prefix for it', async () => {
    const { codes, said, after } = await found(
      '<?xml version="1.0"?>\n<result xmlns="urn:tr" tn="001" outcome="pass"/>',
      'namespace tr = "urn:tr"\nstart = element tr:result { attribute tn { text }, attribute tr:outcome { text } }',
    );
    expect(codes).toEqual(['unknown-attribute']);
    expect(said[0]).toContain('must be in the namespace “urn:tr”');
    expect(after).toBe('<?xml version="1.0"?>\n<result xmlns="urn:tr" tn="001" xmlns:tr="urn:tr" tr:outcome="pass"/>');
  });
});

describe('attributes', () => {
  it('one that belongs to the element inside is moved there, not deleted', async () => {
    const { codes, after } = await found('<p target="#x"><ref>b</ref></p><p xml:id="x">c</p>');
    expect(codes).toEqual(['attribute-not-allowed']);
    expect(after).toBe(body('<p><ref target="#x">b</ref></p><p xml:id="x">c</p>'));
  });
  it('ids that differ in white space only are the same id', async () => {
    expect((await found('<p xml:id=" sp ">y</p><p xml:id="sp">z</p>')).codes).toEqual(['duplicate-id']);
  });
});
