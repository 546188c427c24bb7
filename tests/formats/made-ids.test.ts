import { expect, it } from 'vitest';
import { checkUnit } from '../../src/verify/check-unit.ts';
import { readFiles } from '../harness/edition.ts';
import { allFormats } from '../harness/formats.ts';

/** An id that is given twice, which is an error of the source, is not lost; nor is one that is then like an address that pages make. */

const formats = await allFormats();

it.each(['l', 'n', 'o', 'pg', 'app', 'call', 'note', 'section', 'x'])('The id “%s” may be there twice', (id) => {
  const tei = `<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader/><text><body><div type="document" xml:id="d"><head>H</head>
    <p><lb n="1"/>a <anchor xml:id="${id}"/>b <lb n="2"/>c<note>N</note> <anchor xml:id="${id}"/>d</p></div></body></text></TEI>`;
  const { edition, units } = readFiles({ 'a.xml': tei });
  const html = formats.get('html')!;
  const page = html.write(units[0]!, edition);
  expect(checkUnit(html, units[0]!, units[0]!, edition, page).map(({ message }) => message)).toEqual([]);
  const ids = [...page.matchAll(/ id="([^"]*)"/g)].map(([, one]) => one);
  expect(new Set(ids).size).toBe(ids.length);
  const without = page.replace(new RegExp(` id="${id}::?2"`), '');
  expect(without).not.toBe(page);
  expect(checkUnit(html, units[0]!, units[0]!, edition, without)).not.toEqual([]);
});
