/** Files as they come: every encoding, every line end, symbols of typesetting, and files that are not text. */
import { describe, expect, it } from 'vitest';
import { cleanText } from '../../src/import/clean-text.ts';
import { decodeText, largestFile } from '../../src/import/decode-text.ts';
import { importText } from '../../src/import/import-text.ts';
import { sourceText } from '../../src/source/text.ts';
import { ownText } from './reading.ts';

const text = ownText('letter.txt').replace('the Harbour Office', 'the “Harbour” Office—Mérrin…');

/** The TEI of a file's bytes, and what was said about them. */
function fromBytes(bytes: Uint8Array): { tei: string | undefined; codes: string[] } {
  const decoded = decodeText('letter.txt', bytes);
  if (!decoded.source) return { tei: undefined, codes: decoded.findings.map((f) => f.code) };
  const { source, findings } = cleanText(decoded.source);
  const result = importText(source);
  const said = [...decoded.findings, ...findings, ...result.findings.filter((f) => f.code !== 'import-uncertain')];
  return { tei: result.tei, codes: said.map((f) => f.code) };
}

const utf8 = fromBytes(Buffer.from(text)).tei;
const windows = (s: string): Buffer => {
  const codes: Record<string, number> = { '“': 0x93, '”': 0x94, '—': 0x97, '…': 0x85, '’': 0x92 };
  return Buffer.from([...s].map((c) => codes[c] ?? c.charCodeAt(0)));
};

describe('the same text', () => {
  it.each([
    ['with a byte order mark', Buffer.from(`\ufeff${text}`), []],
    ['with CR LF', Buffer.from(text.replace(/\n/g, '\r\n')), []],
    ['with CR', Buffer.from(text.replace(/\n/g, '\r')), []],
    ['in UTF-16 with a mark', Buffer.from(`\ufeff${text}`, 'utf16le'), []],
    ['in UTF-16 without a mark', Buffer.from(text, 'utf16le'), ['import-encoding']],
    ['in Windows-1252', windows(text), ['import-encoding']],
  ])('%s is the same TEI', (_, bytes, codes) => {
    expect(fromBytes(bytes)).toEqual({ tei: utf8, codes });
  });

  it('with soft hyphens, ligatures and blanks of no width is the same TEI, and each is reported', () => {
    const typeset = text
      .replace('Harbour', 'Har\u00adbour')
      .replace('Office', 'Oﬃce')
      .replace('tide tables', 'tide\u200b tables');
    expect(fromBytes(Buffer.from(typeset))).toEqual({
      tei: utf8,
      codes: ['import-soft-hyphen', 'import-ligature', 'import-zero-width'],
    });
  });

  it('with no-break spaces in its layout is the same TEI', () => {
    const broken = text.replace('\n  1. ', '\n\u00a0\u00a01. ').replace('[Page 13]', '[Page\u00a013]');
    expect(fromBytes(Buffer.from(broken))).toEqual({ tei: utf8, codes: ['import-blank'] });
  });

  it('keeps the no-break spaces of its sentences', () => {
    expect(fromBytes(Buffer.from(text.replace('February 26', 'February\u00a026'))).tei).toContain('February\u00a026');
  });
});

describe('damage', () => {
  it('of Windows-1252 read as Latin-1 is fixed and reported', () => {
    const { tei, codes } = fromBytes(Buffer.from(text.replace('“Harbour”', '\u0093Harbour\u0094')));
    expect(tei).toBe(utf8);
    expect(codes).toEqual(['import-windows']);
  });

  it('by control characters is left out and reported with its place', () => {
    const { findings } = cleanText(sourceText('a.txt', 'One\nTw\u0001o'));
    expect(findings[0]).toMatchObject({
      code: 'import-control',
      severity: 'review',
      span: { start: { line: 2, column: 3 } },
    });
  });

  it('by a few control characters does not make a text a picture', () => {
    const { tei, codes } = fromBytes(Buffer.from(text.replace('Harbour', 'Har\u0001bour')));
    expect(tei).toBe(utf8);
    expect(codes).toEqual(['import-control']);
  });

  it('is counted in words: one soft hyphen, two ligatures', () => {
    const { findings } = cleanText(sourceText('a.txt', 'so\u00adft ﬁ ﬂ'));
    expect(findings.map((f) => f.message)).toEqual([
      'Soft hyphens were removed, so that their words are complete: one, here.',
      'Typographic ligatures (ﬁ, ﬂ …) were written as letters: 2. The first is here.',
    ]);
  });

  it('does not move the places of other findings', () => {
    const { source } = cleanText(sourceText('a.txt', 'a\u00adb ﬃ c'));
    expect(source.text).toBe('ab ffi c');
    expect(source.locate(source.text.indexOf('c')).column).toBe('a\u00adb ﬃ c'.indexOf('c') + 1);
  });
});

describe('what is not text', () => {
  it.each([
    ['an empty file', Buffer.alloc(0), 'import-empty'],
    ['white space', Buffer.from(' \n\n'), 'import-empty'],
    ['a PDF', Buffer.from('%PDF-1.7'), 'import-kind'],
    [
      'a picture',
      Buffer.from([...'GIF89a'].map((c) => c.charCodeAt(0)).concat(0, 1, 2, 3, 4, 200, 5, 16, 0)),
      'import-kind',
    ],
    ['the beginning of a picture', Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]), 'import-kind'],
    ['a few bytes of data', Buffer.from([1, 2, 97, 98]), 'import-kind'],
    ['a Word file', Buffer.from('PK\u0003\u0004'), 'import-kind'],
    ['fifty megabytes', Buffer.alloc(largestFile + 1, 65), 'import-too-large'],
  ])('%s is refused with a reason', (_, bytes, code) => {
    expect(fromBytes(bytes)).toEqual({ tei: undefined, codes: [code] });
  });
});
