import { describe, expect, it } from 'vitest';
import type { TextFormat } from '../../src/formats/format.ts';
import { mostOpenRanges } from '../../src/model/open-ranges.ts';
import { sourceText } from '../../src/source/text.ts';
import { rules } from '../../src/validate/rules/index.ts';
import { rulesOfOneFile } from '../../src/validate/run-rules.ts';
import { checkUnit } from '../../src/verify/check-unit.ts';
import { readFiles, type ReadEdition } from '../harness/edition.ts';
import { allFormats } from '../harness/formats.ts';

/** Ranges over elements (`addSpan`, `delSpan`, `damageSpan`): what a reader of the plain text sees, proven in every format. */

const formats = await allFormats();
const formatOf = (name: string): TextFormat => formats.get(name) as TextFormat;

const fileOf = (body: string): string =>
  `<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader/><text><body>${body}</body></text></TEI>`;
const inDocument = (content: string): string => fileOf(`<div type="document" xml:id="d">${content}</div>`);

function written({ edition, units }: ReadEdition, format: string): string {
  const [unit] = units;
  return formatOf(format).write(unit!, edition);
}

function losses({ edition, units }: ReadEdition, format: string, content: string): string[] {
  const [unit] = units;
  return checkUnit(formatOf(format), unit!, unit!, edition, content).map(({ message }) => message);
}

/** The lines of a text without its key; all that proves it must be fine. */
function shown(content: string): string[] {
  const read = readFiles({ 'a.xml': inDocument(content) });
  for (const format of ['html', 'text', 'tei']) expect(losses(read, format, written(read, format))).toEqual([]);
  return written(read, 'text')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('[Sign'));
}

const selector = { element: 'div', attribute: { name: 'type', value: 'document' } };
function findingsOf(body: string): string[] {
  const chosen = rules.filter(({ code }) => code === 'range-end').map((rule) => ({ rule, options: {} }));
  const beside = { readText: () => undefined, idsBeside: () => undefined };
  const source = sourceText('a.xml', fileOf(body));
  return rulesOfOneFile({ rules: chosen, selector, beside }, selector, source).map(({ message }) => message);
}

describe('The words of a range', () => {
  it.each([
    ['are in one pair of signs over paragraphs', '<p>a <delSpan spanTo="#e"/>b</p><p>c</p><p>d<anchor xml:id="e"/> e</p>', ['a ⟦b', 'c', 'd⟧ e']],
    ['are those up to the end of the element that it names', '<p><addSpan spanTo="#e"/>a</p><p xml:id="e">b c</p><p>d</p>', ['`a', 'b c´', 'd']],
    ['go over lines of verse and pages', '<lg><l>a <delSpan spanTo="#e"/>b</l><pb n="2"/><l>c<anchor xml:id="e"/></l></lg>', ['a ⟦b', '[Page 2]', 'c⟧']],
    ['go over notes, which have a text of their own', '<p><delSpan spanTo="#e"/>a<note>n</note> b<anchor xml:id="e"/> c</p>', ['⟦a[1] b⟧ c', '[1] n']],
    ['go over cells', '<table><row><cell>a<delSpan spanTo="#e"/>b</cell><cell>c<anchor xml:id="e"/>d</cell></row></table>', ['a⟦b\tc⟧d']],
    ['go over choices', '<p><delSpan spanTo="#e"/>a <choice><sic>b</sic><corr>c</corr></choice><anchor xml:id="e"/> d</p>', ['⟦a c⟧ d']],
    ['end behind a choice that holds their end', '<p><delSpan spanTo="#e"/>a <choice><sic>b<anchor xml:id="e"/>x</sic><corr>c</corr></choice> d</p>', ['⟦a c⟧ d']],
    ['cross those of another', '<p>a <delSpan spanTo="#e"/>b <addSpan spanTo="#f"/>c</p><p>d<anchor xml:id="e"/> e<anchor xml:id="f"/> f</p>', ['a ⟦b `c', 'd⟧ e´ f']],
    ['cross elements', '<p>a <delSpan spanTo="#e"/>b <hi>c <add>d<anchor xml:id="e"/> e</add></hi> f</p>', ['a ⟦b c `d⟧ e´ f']],
    ['are one with those of an element that they cross', '<p>a <del>b <delSpan spanTo="#e"/>c</del> d<anchor xml:id="e"/> e</p>', ['a ⟦b c d⟧ e']],
    ['can end inside a lemma', '<p><delSpan spanTo="#e"/>a <app><lem>b<anchor xml:id="e"/>c</lem><rdg>d</rdg></app></p>', ['⟦a b⟧c[°1]', '[App 1] b⟧c : d']],
    ['can end inside an entry, behind its lemma', '<p><delSpan spanTo="#e"/>a <app><lem>b</lem><lb xml:id="e"/><rdg>c</rdg></app> d</p>', ['⟦a b⟧[°1] d', '[App 1] b⟧ : c']],
    ['are in a note where it begins there', '<p>a<note><delSpan spanTo="#e"/>b<anchor xml:id="e"/> c</note> d</p>', ['a[1] d', '[1] ⟦b⟧ c']],
    ['have no sign where they are only damaged', '<p>a <damageSpan spanTo="#e"/>b</p><p>c<anchor xml:id="e"/></p>', ['a b', 'c']],
    ['may be none', '<p>a<delSpan spanTo="#e"/> <anchor xml:id="e"/>b</p>', ['a b']],
    ['do not make a paragraph', '<p>a</p><delSpan spanTo="#e"/><p>b</p><anchor xml:id="e"/><p>c</p>', ['a', '⟦b⟧', 'c']],
    ['end with their text where they have no end', '<p>a <delSpan/>b</p><p>c</p>', ['a ⟦b', 'c⟧']],
    ['end with their note where its end is outside', '<p>a<note>b <delSpan spanTo="#e"/>c</note> d<anchor xml:id="e"/></p>', ['a[1] d', '[1] b ⟦c⟧']],
  ] as const)('%s', (_, content, lines) => {
    expect(shown(content)).toEqual(lines);
  }); // prettier-ignore

  it('say on a page by whose hand, and which parts are one', () => {
    const read = readFiles({
      'a.xml': inDocument('<p>a <delSpan hand="#h" spanTo="#e"/>b</p><p>c<anchor xml:id="e"/></p>'),
    });
    const page = written(read, 'html');
    expect(page).toContain('a <del data-hand="#h" data-part="I"><span class="sign">⟦</span>b</del>');
    expect(page).toContain('<p><del data-hand="#h" data-part="F">c<span class="sign">⟧</span>');
  });
});

describe('A range', () => {
  const read = readFiles({
    'a.xml': inDocument(
      '<p>one <delSpan hand="#h" spanTo="#e"/>two</p><p>three</p><p>four<anchor xml:id="e"/> five</p>',
    ),
  });

  it.each([
    ['loses a part', / data-part="M"/, ''],
    ['has another part', 'data-part="M"', 'data-part="F"'],
    ['ends sooner', 'data-part="M">three</del>', 'data-part="F">three</del>'],
    ['leaves words out', /<del data-hand="#h" data-part="M">three<\/del>/, 'three'],
    ['is of another hand in one paragraph', 'data-hand="#h" data-part="M"', 'data-hand="#x" data-part="M"'],
    ['has a part on other words', ' five', ' <b data-part="F">five</b>'],
    ['loses its sign', '<span class="sign">⟧</span>', ''],
    ['has a sign too many', 'three', '<span class="sign">⟧</span>three<span class="sign">⟦</span>'],
  ] as const)('of a page that %s is found', (_, from, to) => {
    const page = written(read, 'html');
    const damaged = page.replace(from, to);
    expect(damaged).not.toBe(page);
    expect(losses(read, 'html', damaged)).not.toEqual([]);
  });

  it.each([
    ['ends sooner', 'three\n\nfour⟧', 'three⟧\n\nfour'],
    ['begins later', '⟦two\n\nthree', 'two\n\n⟦three'],
    ['is two', 'three', '⟧three⟦'],
    ['has no end', '⟧', ''],
  ] as const)('of a text that %s is found', (_, from, to) => {
    const text = written(read, 'text');
    const damaged = text.replace(from, to);
    expect(damaged).not.toBe(text);
    expect(losses(read, 'text', damaged)).not.toEqual([]);
  });

  it.each([
    ['does not say its end', '<div type="document"><p>a <delSpan/>b</p></div>', ['This range does not name an element of this file with which it ends.']],
    ['ends before it begins', '<div type="document"><p><anchor xml:id="e"/>a <delSpan spanTo="#e"/>b</p></div>', ['What this range ends with (#e) is before it.']],
    ['ends in another document', '<div type="document"><p>a <delSpan spanTo="#e"/>b</p></div><div type="document"><p>c<anchor xml:id="e"/></p></div>', ['What this range ends with (#e) is in another document, note or reading.']],
    ['ends in a note', '<div type="document"><p>a <delSpan spanTo="#e"/>b<note>c<anchor xml:id="e"/></note></p></div>', ['What this range ends with (#e) is in another document, note or reading.']],
    ['is around a document', '<div><p>a <delSpan spanTo="#e"/>b</p><div type="document"><p>c</p></div><p>d<anchor xml:id="e"/></p></div>', ['Between this range and its end (#e) is another document, whose words are not in the range.']],
    ['ends where it says', '<div type="document"><p>a <delSpan spanTo="#e"/>b</p><p>c<anchor xml:id="e"/></p></div>', []],
  ] as const)('that %s is reported', (_, body, messages) => {
    expect(findingsOf(body)).toEqual(messages);
  }); // prettier-ignore

  it('with too many others has no status and is reported', () => {
    const ranges = Array.from({ length: mostOpenRanges + 1 }, (__, i) => `<addSpan hand="#h${i}" spanTo="#e"/>`);
    const body = `<p>${ranges.join('')}a</p><p>b<anchor xml:id="e"/></p>`;
    expect(shown(body)).toEqual(['`a', 'b´']);
    expect(findingsOf(`<div type="document">${body}</div>`)).toHaveLength(1);
  });
});

it('Ten thousand ranges, one in another or one after another, take no longer than their words', () => {
  const many = Array.from({ length: 10_000 }, (_, i) => i);
  const inner = `${many.map((i) => `<delSpan spanTo="#e${i}"/>a `).join('')}${many.map((i) => `b<anchor xml:id="e${i}"/> `).join('')}`;
  const after = many.map((i) => `<delSpan spanTo="#f${i}"/>a <hi>b<anchor xml:id="f${i}"/> c</hi> `).join('');
  const crossing = many.map((i) => `<addSpan spanTo="#g${i + 1}"/>a<anchor xml:id="g${i}"/> `).join('');
  const body = `<p>${inner}</p><p>${after}</p><p>${crossing}<anchor xml:id="g10000"/></p>`;
  const begin = performance.now();
  const read = readFiles({ 'a.xml': inDocument(body) });
  expect(losses(read, 'text', written(read, 'text'))).toEqual([]);
  expect(performance.now() - begin).toBeLessThan(60_000);
}, 120_000);
