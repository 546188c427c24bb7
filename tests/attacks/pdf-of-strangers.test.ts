import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { words } from '../../src/formats/pdf/code.ts';
import { printFiles } from '../../src/formats/print-files.ts';
import { build } from '../../src/publish/run.ts';
import { openTypesetter } from '../../src/typeset/engine.ts';
import { chance } from '../harness/chance.ts';
import { newFolder } from '../harness/scratch.ts';

/** Words of strangers are never code of the typesetter, wherever they are. */

const nasty = [
  '#read("/etc/passwd")', '#import "@preview/evil:1.0.0": *', '#eval("1")', '\\', '\\"', '"', '");panic("', '*/', '/*', '//', ']', '[', '}', '{', '$', '`', '```',
  '@d1', '<d1>', '#{', '*bold*', '_it_', '= Head', '- item', '+ item', '/ term: x', '~', '--', '---', '...', "'", '\u2028', '\u202e', '\\u{41}', '#set page(fill: red)', '#d',
]; // prettier-ignore

describe('words', () => {
  it('are the same for the typesetter as they were', () => {
    const dice = chance(7);
    const random = Array.from({ length: 300 }, () =>
      Array.from({ length: 1 + dice.below(6) }, () => nasty[dice.below(nasty.length)]!).join(''),
    );
    const all = [...nasty, ...random];
    const code = `#metadata((${all.map((text) => `${words(text)},`).join('')}))<all>`;
    const set = openTypesetter({ sources: { 'main.typ': code } })!.set({});
    expect('problems' in set ? set.problems : set.query('all')).toEqual([all]);
  });
});

const xml = (text: string): string =>
  text
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/"/g, '&quot;')
    .replace(/\u2028|\u202e/g, '');

describe('an edition of a stranger', () => {
  it('is set as words in text, notes, headings, titles, numbers and attributes', async () => {
    const all = xml(nasty.join(' '));
    const tei = `<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="v1" xml:lang="en"><teiHeader><fileDesc><titleStmt><title>${all}</title><author>${all}</author></titleStmt>
<publicationStmt><publisher>${all}</publisher><availability><licence>${all}</licence></availability></publicationStmt><sourceDesc><p/></sourceDesc></fileDesc></teiHeader><text><body>
<div type="document" xml:id="d1"><head>${all}<note n="${all}">${all}</note></head><pb n="${all}"/><p rend="${all}">${all}<hi rend="italic">${all}</hi>
<ref target="https://example.org/${xml('"#)]\\')}">${all}</ref><supplied reason="${all}">${all}</supplied><gap reason="${all}" unit="${all}" quantity="3"/>
<persName ref="${all}">${all}</persName><graphic url="${all}"/></p><lg><l n="${all}">${all}</l></lg><list type="ordered"><item n="${all}">${all}</item></list>
<list><label>${all}</label><item>${all}</item></list><table><row role="label"><cell>${all}</cell></row><row><cell>${all}</cell></row></table>
<sp><speaker>${all}</speaker><p>${all}</p></sp><p><app><lem wit="#${'A'}">${all}</lem><rdg wit="#B">${all}</rdg><note>${all}</note></app></p></div></body></text></TEI>`;
    const out = join(newFolder(), 'dist');
    const settings = {
      title: nasty.join(' ').replace(/[\u2028\u202e]/g, ''),
      version: '#read("x")\\',
      citation: '{title} #eval("1")',
    };
    const { findings, summary } = await build({
      path: newFolder({ 'v1.xml': tei, 'octavo.config.json': JSON.stringify(settings) }),
      out,
      formats: ['pdf'],
      check: false,
    });
    expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(summary).toBeDefined();
    expect(readFileSync(join(out, 'pdf/v1.pdf')).subarray(0, 5).toString()).toBe('%PDF-');
  });

  it('has no design that fetches packages, runs code from words or stands in for ours', () => {
    const codes = [
      '#import "@preview/evil:1.0.0": *', '#import ("@" + "preview/evil:1.0.0")', '#let name = "@preview/x:1.0.0"\n#import name', '#include "../main.typ"', '#eval("import \\"@preview/x:1.0.0\\"")', '#plugin("x.wasm")',
      '#let e = eval', '#import/**/("@preview/x:1.0.0")', '#import "@preview/x:1.0.0" // "documentary.typ"', '#"http://x" #import "@preview/x:1.0.0"',
    ]; // prettier-ignore
    for (const code of codes) {
      const { findings } = printFiles(newFolder({ 'mine.typ': code }), 'mine', ['pdf']);
      expect(
        findings.map(({ code: name }) => name),
        code,
      ).toEqual(['wrong-template']);
    }
    expect(printFiles(newFolder({ 'base.typ': '' }), 'documentary', ['pdf']).findings).toHaveLength(1);
    expect(
      printFiles(newFolder({ 'mine.typ': '#import "documentary.typ": *\n// import everything' }), 'mine', ['pdf'])
        .findings,
    ).toEqual([]);
  });
});
