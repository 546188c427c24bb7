/** Files that call themselves Word files: damaged, dangerous, or something else. Each gives one clear finding, and no harm. */
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { importText } from '../../src/import/import-text.ts';
import { openSource } from '../../src/import/open-source.ts';
import { sourceText } from '../../src/source/text.ts';
import { para, run, wordFile, wordSource } from './docx-file.ts';

const messages = (bytes: Uint8Array): string[] =>
  openSource('odd.docx', bytes).findings.map((f) => `${f.severity} ${f.message}`);
const good = wordFile({ body: para('Text.') });
/** A file whose text is this XML. */
const withDocument = (xml: string): Uint8Array => zipSync({ 'word/document.xml': strToU8(xml) });
const at = (bytes: Uint8Array, signature: number): number => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let i = bytes.length - 4; i >= 0; i--) if (view.getUint32(i, true) === signature) return i;
  throw new Error('no such part');
};
/** A copy with some bytes changed. */
const changed = (bytes: Uint8Array, offset: number, ...values: number[]): Uint8Array => {
  const copy = bytes.slice();
  copy.set(values, offset);
  return copy;
};

describe('a file that is not a Word file', () => {
  it('is named for what it is', () => {
    expect(messages(zipSync({ 'content.xml': strToU8('<a/>') }))).toEqual([
      'error odd.docx cannot be read: it is an OpenDocument text (.odt); save it as .docx.',
    ]);
    expect(messages(zipSync({ 'xl/workbook.xml': strToU8('<a/>') }))[0]).toContain('an Excel workbook');
    expect(messages(zipSync({ 'a.txt': strToU8('a') }))[0]).toContain('a ZIP archive, but not a Word document');
    expect(messages(new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]))[0]).toContain(
      'an old Word file (.doc), or one that is protected by a password',
    );
    expect(messages(wordFile({ body: '<w:p/>' }))[0]).toContain('it contains no text');
  });

  it('is refused where somebody says it is one', () => {
    const { tei, findings } = importText(sourceText('text.txt', 'Text.'), { from: 'docx' });
    expect(tei).toBeUndefined();
    expect(findings[0]!.message).toContain('is not a Word file');
  });
});

describe('a damaged Word file', () => {
  it('is not whole, or its sums are wrong', () => {
    expect(messages(good.slice(0, good.length - 30))[0]).toContain('the file is not complete');
    expect(messages(good.slice(0, 12))[0]).toContain('the file is not complete');
    const entry = at(good, 0x02014b50);
    expect(messages(changed(good, entry, 0))[0]).toContain('its table of contents is damaged');
    const first = at(good, 0x04034b50);
    expect(messages(changed(good, first, 0))[0]).toContain('is not where the table of contents says');
  });

  it('has a part that is not what was packed', () => {
    const plain = zipSync({ 'word/document.xml': strToU8('<w:document/>') }, { level: 0 });
    expect(messages(changed(plain, 30 + 'word/document.xml'.length, 0x20))[0]).toContain('its checksum is wrong');
    expect(messages(changed(plain, at(plain, 0x02014b50) + 8, 1))[0]).toContain('protected by a password');
    expect(messages(changed(plain, at(plain, 0x02014b50) + 10, 99))[0]).toContain(
      'compressed in a way that Octavo does not know',
    );
  });

  it('holds XML that is none', () => {
    expect(messages(withDocument('<w:document><w:body></w:document>'))[0]).toContain('is not well-formed');
    expect(messages(withDocument(''))[0]).toContain('is not well-formed');
  });
});

describe('a Word file that means harm', () => {
  it('unpacks to no more than a document has, whatever it says of its size', () => {
    const bomb = zipSync({ 'word/document.xml': new Uint8Array(80 * 1024 * 1024) });
    const liar = changed(bomb, at(bomb, 0x02014b50) + 24, 10, 0, 0, 0);
    for (const bytes of [bomb, liar]) expect(messages(bytes)[0]).toContain('unpacks to more than 64 MB');
  });

  it('reads no other file and no entity', () => {
    const xml =
      '<!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/passwd">]><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"/>';
    expect(messages(withDocument(xml))[0]).toContain('has a document type, which no Word file has');
  });

  it('is not as deep as a well', () => {
    const deep = `<w:document>${'<w:p>'.repeat(5000)}${'</w:p>'.repeat(5000)}</w:document>`;
    expect(messages(withDocument(deep))[0]).toContain('is not well-formed');
  });

  it('has no pictures outside its folder', () => {
    const drawing = '<w:r><w:drawing><a:blip r:embed="rId5"/></w:drawing></w:r>';
    const source = wordSource({
      relations: '<Relationship Id="rId5" Type="x/image" Target="../../../../etc/evil.png"/>',
      files: { 'etc/evil.png': new Uint8Array([1]) },
      body: para('A title') + para(drawing) + para('Text.'),
    });
    expect(importText(source).files?.map((f) => f.path)).toEqual(['text-media/evil.png']);
  });
});

describe('a Word file with a part that Octavo does not know', () => {
  it('is refused rather than imported without it', () => {
    const { tei, findings } = importText(
      wordSource({ body: `${para('A title')}<w:strange>${para('Lost?')}</w:strange>${para('Text.')}` }),
    );
    expect(tei).toBeUndefined();
    expect(findings.map((f) => f.code)).toContain('import-loss');
  });

  it('is read whatever it calls its namespaces', () => {
    const document = `<x:document xmlns:x="http://purl.oclc.org/ooxml/wordprocessingml/main"><x:body><x:p><x:r><x:t>Strict.</x:t></x:r></x:p><p xmlns="http://purl.oclc.org/ooxml/wordprocessingml/main"><r><t>No prefix.</t></r></p></x:body></x:document>`;
    expect(openSource('a.docx', withDocument(document)).source?.text).toBe('Strict.\nNo prefix.\n');
    const marked = `\ufeff<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${para(run('a &lt;b&gt; <![CDATA[&lt;]]> &#x41;'))}</w:body></w:document>`;
    expect(openSource('a.docx', withDocument(marked)).source?.text).toBe('a <b> &lt; A\n');
  });
});
