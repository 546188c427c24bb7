/** Files that are not prose are refused with advice, whatever they are called. */
import { describe, expect, it } from 'vitest';
import { openSource } from '../../src/import/open-source.ts';

const opened = (name: string, text: string) => openSource(name, Buffer.from(text));

describe('A file that is not a text', () => {
  it.each([
    ['PAGE XML', 'p.txt', '<?xml version="1.0"?><PcGts xmlns="urn:x"><Page/></PcGts>'],
    ['ALTO', 'p.xml', '<?xml version="1.0"?>\n<alto xmlns="urn:x"></alto>'],
    ['TEI already', 'p.xml', '<TEI xmlns="http://www.tei-c.org/ns/1.0"></TEI>'],
    ['JSON', 'm.json', '{ "@context": "x", "items": [] }'],
    ['hOCR', 'p.hocr', '<html><body><div class="ocr_page"><span class="ocrx_word">A</span></div></body></html>'],
    ['LaTeX', 'a.txt', '\\documentclass{article}\n\\begin{document}\nWords.\n\\end{document}\n'],
    ['a wiki page', 'a.txt', '{{header\n | title = Quay\n}}\nA [[ferry]].<ref>Old.</ref>\n'],
    ['a table', 'letters.csv', 'sender,date\nQuay,1911\n'],
    ['a table', 'letters.txt', 'sender;date;place;no\nQuay;1911;Town;1\nFerrier;1912;Town;2\n'],
  ])('is known as %s, and refused with advice', (what, name, text) => {
    const { source, findings } = opened(name, text);
    expect(source).toBeUndefined();
    expect(findings.at(-1)!.message).toContain(what);
    expect(findings.at(-1)!.fix).not.toBe('');
  });

  it.each([
    ['prose; with; semicolons', 'He came; he saw; he left.\nShe stayed.\nThey talked; nobody listened.\n'],
    ['a quotation in brackets', '[Extract]\n\nThe boats are old.\n'],
    ['a web page', '<p>The boats are old, and nobody mends them.</p>'],
  ])('is not seen in %s', (_, text) => {
    expect(opened('a.txt', text).source).toBeDefined();
  });
});
