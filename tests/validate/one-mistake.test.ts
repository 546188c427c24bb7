import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { Finding } from '../../src/diagnostics/finding.ts';
import { validate } from '../../src/validate/run.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'octavo-one-mistake-'));
afterAll(() => rmSync(folder, { recursive: true }));

const tei = (body: string): string => `<?xml version="1.0" encoding="UTF-8"?>
<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>A letter</title></titleStmt>
<publicationStmt><p>None.</p></publicationStmt><sourceDesc><p>None.</p></sourceDesc></fileDesc></teiHeader>
<text><body>${body}</body></text></TEI>
`;

/** What is found in a body, and the body as the change of the first finding leaves it. */
async function found(body: string): Promise<{ codes: string[]; fixed: string | undefined; first: Finding }> {
  const file = path.join(folder, 'letter.xml');
  const text = tei(body);
  writeFileSync(file, text);
  const { findings } = await validate({ paths: [file], schemas: [] });
  const [first] = findings;
  const change = first?.edit ?? first?.suggestion;
  const fixed = change && text.slice(0, change.span.start.offset) + change.newText + text.slice(change.span.end.offset);
  const inner = fixed === undefined ? undefined : /<body>([^]*)<\/body>/.exec(fixed)![1];
  return { codes: findings.map(({ code }) => code), fixed: inner, first: first! };
}

describe('a mistake that several checks stumble over is reported once', () => {
  it('a misspelt start tag before a right end tag', async () => {
    const { codes, fixed, first } = await found('<p>In <plcaeName>Moscow</placeName>.</p>');
    expect(codes).toEqual(['unknown-element']);
    expect(first.message).toBe(
      '<plcaeName> is not an element of this schema; did you mean <placeName>? Its end tag, </placeName>, is right.',
    );
    expect(fixed).toBe('<p>In <placeName>Moscow</placeName>.</p>');
  });

  it('a space in the name of an attribute', async () => {
    const { codes, fixed } = await found('<p>On <date w hen="1962-10-26">that day</date>.</p>');
    expect(codes).toEqual(['attribute-without-value']);
    expect(fixed).toBe('<p>On <date when="1962-10-26">that day</date>.</p>');
  });

  it('a prefix on one name only', async () => {
    const { codes, fixed } = await found('<p>a <tei:hi rend="italic">b</tei:hi></p>');
    expect(codes).toEqual(['undeclared-prefix']);
    expect(fixed).toBe('<p>a <hi rend="italic">b</hi></p>');
  });

  it('an id without its prefix, to which something points', async () => {
    expect((await found('<p id="a">See <ref target="#a">here</ref>.</p>')).codes).toEqual(['unknown-attribute']);
  });

  it('a page break under another name, between pages', async () => {
    expect((await found('<p><pb n="1"/>one <page n="2"/>two <pb n="3"/>three</p>')).codes).toEqual(['unknown-element']);
  });

  it('an element that is closed at its beginning', async () => {
    const { codes, fixed } = await found('<p>a <hi rend="italic"/>b</hi> c</p>');
    expect(codes).toEqual(['unexpected-end-tag']);
    expect(fixed).toBe('<p>a <hi rend="italic">b</hi> c</p>');
  });

  it('a start tag without its first character, where no text may be', async () => {
    const { codes, fixed } = await found('<p>a</p>\nlist rend="plain"><item>b</item></list>');
    expect(codes).toEqual(['unexpected-end-tag']);
    expect(fixed).toBe('<p>a</p>\n<list rend="plain"><item>b</item></list>');
  });

  it('a file that ends in its middle', async () => {
    const file = path.join(folder, 'letter.xml');
    writeFileSync(file, tei('<p>See <ref target="#later">below</ref>.</p><p>').replace(/<p><\/body>[^]*/, '<p>'));
    const { findings } = await validate({ paths: [file], schemas: [] });
    expect(findings.map(({ code }) => code)).toEqual(['unclosed-element']);
  });

  it('an element that is where it is not allowed, and lacks something itself', async () => {
    expect((await found('<p>a<teiHeader/></p>')).codes).toEqual(['element-not-allowed']);
  });
});

describe('two mistakes stay two', () => {
  it('of which one is fixed easily', async () => {
    expect((await found('<p id="a">See <ref target="#b">here</ref> <foo/>.</p>')).codes).toEqual([
      'unknown-attribute',
      'dangling-pointer',
      'unknown-element',
    ]);
  });

  it('of XML and of the schema', async () => {
    expect((await found('<p>Smith & Sons</p><row/>')).codes).toEqual(['bare-ampersand', 'element-not-allowed']);
  });
});
