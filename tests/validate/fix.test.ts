import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type SourceText, sourceText } from '../../src/source/text.ts';
import { scanXml } from '../../src/source/xml.ts';
import { exampleFile } from '../../src/validate/example.ts';
import { fixBytes, writeFixed } from '../../src/validate/fix.ts';
import { guarded } from '../../src/validate/guard.ts';
import { plainText } from '../../src/validate/plain-text.ts';
import { rules } from '../../src/validate/rules/index.ts';
import { checkRules } from './check-rules.ts';
import { check, editionFolder } from './edition-folder.ts';
import { mutants } from './mutants.ts';

/** `--fix` changes markup and never text. */

const findingsOf = (source: SourceText) => [
  ...scanXml(source, {}),
  ...checkRules(
    rules.map((rule) => ({ rule, options: {} })),
    { [source.file]: source.text },
  ),
];

describe('over thousands of mutants of a text', () => {
  const text =
    exampleFile(`<div type="document" xml:id="d1"><head>1. Memorandum<note n="1">Source: “Café” &amp; archive.</note></head>
<dateline><placeName>Washington</placeName>, <date>October 26, 1962</date></dateline>
<p>A negotiation of nego<pb n="591" facs="0035"/>tiation, the <hi rend="italic"> </hi>text 𝔄 &#x2014; of<lb/> it.<note n="2">Two</note></p>
<list><item n="1">One</item><!-- a comment --><item><![CDATA[Two & three]]></item></list></div>`);

  test('every change leaves the text as it was', () => {
    let changed = 0;
    let count = 0;
    for (const mutant of mutants(text, 3000)) {
      const source = sourceText('a.xml', mutant);
      const fixed = guarded(source, findingsOf(source));
      count++;
      if (fixed.made.length > 0) changed++;
      expect(plainText(fixed.text), mutant).toBe(plainText(mutant));
    }
    expect(count).toBe(3000);
    expect(changed).toBeGreaterThan(2000);
  });

  test('what is fixed is found no more, and nothing new is', () => {
    const source = sourceText('a.xml', text);
    const before = findingsOf(source);
    const after = findingsOf(sourceText('a.xml', guarded(source, before).text));
    expect(after.map(({ code }) => code)).toEqual(before.filter(({ edit }) => !edit).map(({ code }) => code));
    expect(after.length).toBeLessThan(before.length);
  });

  test('a change that would touch the text is not made, whoever proposes it', () => {
    const source = sourceText('a.xml', exampleFile('<p>a<hi>b</hi>c</p>'));
    const at = source.text.indexOf('b</hi>');
    const bad = {
      code: 'x',
      severity: 'note',
      message: '',
      edit: { span: source.span(at, at + 1), newText: '' },
    } as const;
    const p = source.text.indexOf('<p>');
    const good = {
      code: 'y',
      severity: 'note',
      message: '',
      edit: { span: source.span(p + 2, p + 2), newText: ' n="1"' },
    } as const;
    const fixed = guarded(source, [bad, good]);
    expect(fixed.text).toBe(source.text.replace('<p>', '<p n="1">'));
    expect(fixed.refused).toEqual([bad.edit]);
  });
});

describe('files on the disk', () => {
  const broken = '<p>the <hi rend="bold"></hi>end & all</p>';

  test('are fixed, checked again, and what is left is told', async () => {
    const folder = editionFolder({ 'a.xml': broken, 'b.xml': '<p>a</p>' });
    const { findings, fixed } = await check(folder, { fix: true });
    expect(findings).toEqual([]);
    expect(fixed).toBe(2);
    expect(readFileSync(join(folder, 'a.xml'), 'utf8')).toBe(exampleFile('<p>the end &amp; all</p>'));
    expect((await check(folder, { fix: true })).fixed).toBe(0);
  });

  test('keep their byte order mark and their line ends', async () => {
    const text = `\uFEFF${exampleFile(broken).replaceAll('\n', '\r\n')}`;
    const folder = editionFolder({ 'a.xml': text });
    await check(folder, { fix: true });
    expect(readFileSync(join(folder, 'a.xml'), 'utf8')).toBe(
      text.replace('<hi rend="bold"></hi>', '').replace('&', '&amp;'),
    );
  });

  test('are left alone where they were changed since they were checked', () => {
    const folder = editionFolder({ 'a.xml': broken });
    const bytes = readFileSync(join(folder, 'a.xml'));
    writeFileSync(join(folder, 'a.xml'), 'somebody else was quicker');
    expect(writeFixed(folder, 'a.xml', bytes, Buffer.from('<p/>'))).toMatchObject({ code: 'changed-meanwhile' });
    expect(readFileSync(join(folder, 'a.xml'), 'utf8')).toBe('somebody else was quicker');
  });

  test('in another encoding than UTF-8 are left alone, which is said', async () => {
    const text = exampleFile(broken).replace('UTF-8', 'ISO-8859-1');
    const folder = editionFolder({ 'a.xml': Buffer.from(text, 'latin1') });
    const { codes, fixed } = await check(folder, { fix: true });
    expect(fixed).toBe(0);
    expect(codes).toContain('not-fixed');
    expect(readFileSync(join(folder, 'a.xml'), 'latin1')).toBe(text);
  });

  test('in UTF-16 stay in UTF-16, with or without a byte order mark, of either order', async () => {
    const text = exampleFile('<p>𝔄 & b</p>').replace('UTF-8', 'UTF-16');
    const little = (content: string): Buffer => Buffer.from(content, 'utf16le');
    for (const encode of [
      (one: string) => little(one),
      (one: string) => little(`\uFEFF${one}`),
      (one: string) => little(one).swap16(),
      (one: string) => little(`\uFEFF${one}`).swap16(),
    ]) {
      const folder = editionFolder({ 'a.xml': encode(text) });
      expect((await check(folder, { fix: true })).fixed).toBe(1);
      expect(readFileSync(join(folder, 'a.xml')).equals(encode(text.replace('&', '&amp;')))).toBe(true);
    }
  });

  test('are left as they are where a change would alter the text, which is said', () => {
    const bytes = Buffer.from('<p>some words</p>');
    const source = sourceText('a.xml', bytes.toString());
    const edit = { span: source.span(3, 8), newText: '' };
    const fixed = fixBytes('a.xml', bytes, [{ code: 'x', severity: 'error', message: 'Wrong.', edit }]);
    expect(fixed).toMatchObject({ count: 0, findings: [{ code: 'fix-refused', span: edit.span }] });
    expect(fixed.bytes).toBe(bytes);
  });

  /** The file as --fix leaves it. */
  const fixedFile = async (content: string): Promise<string> => {
    const folder = editionFolder({
      'a.xml': content,
      's.rnc': 'start = element * { any }\nany = (attribute * { text } | text | element * { any })*',
    });
    await check(folder, { fix: true, schemas: [join(folder, 's.rnc')] }, 'a.xml');
    return readFileSync(join(folder, 'a.xml'), 'utf8');
  };

  test('keep a tag that lacks its > before a line break and children: it is never made text', async () => {
    const grammar = `<?xml version="1.0"?>
<grammar><start><element name="a">
  <oneOrMore>
    <element name="b"><empty/></element>
  </oneOrMore>
</element></start></grammar>`;
    expect(await fixedFile(grammar.replace('<oneOrMore>', '<oneOrMore'))).toBe(grammar);
  });

  test.each([
    [
      'a quote that is closed by the next one of the text',
      '<p>a <hi rend="bold>so (" and so</hi> on</p>',
      'rend="bold">so ("',
    ],
    ['words in an end tag', '<p>a</p and more>', '</p and more>'],
    ['words between < and >', '<p>a <b — c > d</p>', '<b — c >'],
    ['an address with &copy=', '<p>x?a=1&copy=2</p>', '&amp;copy=2'],
    ['an XML declaration without its end', '<p>a<?b?></p>', '<p>a<?b?></p>'],
  ])('keep the words: %s', async (_name, content, kept) => {
    const head = _name.startsWith('an XML') ? '<?xml version="1.0">' : '<?xml version="1.0"?>';
    expect(await fixedFile(`${head}\n${content}`)).toContain(kept);
  });

  test('are not touched without --fix', async () => {
    const folder = editionFolder({ 'a.xml': broken });
    await check(folder);
    expect(readFileSync(join(folder, 'a.xml'), 'utf8')).toBe(exampleFile(broken));
  });
});
