import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Finding } from '../../src/diagnostics/finding.ts';
import { root } from '../harness/places.ts';
import { newFolder } from '../harness/scratch.ts';
import { hasJing, jing } from '../schema/tools.ts';
import { check } from './edition-folder.ts';

/**
 * Small files of each kind of TEI that there is, as its projects write it: nothing in them is a mistake, so nothing is an error. And
 * the same files with one mistake each, so that silence is not blindness.
 */

const folder = join(root, 'tests/validate/kinds');
const kinds = readdirSync(folder).map((name) => name.replace(/\.xml$/, ''));
const textOf = (kind: string): string => readFileSync(join(folder, `${kind}.xml`), 'utf8');

async function errors(text: string): Promise<readonly Finding[]> {
  const place = newFolder();
  writeFileSync(join(place, 'in.xml'), text);
  return (await check(place, {}, 'in.xml')).findings.filter(({ severity }) => severity === 'error');
}

/** What is written wrong, in which file, and what is said of it. */
const mistakes: readonly (readonly [kind: string, right: string, wrong: string, code: string])[] = [
  ['freedict', '<orth>Abart</orth>', '<ortho>Abart</ortho>', 'unknown-element'],
  ['freedict', '<pos>noun</pos>', '<cell>noun</cell>', 'element-not-allowed'],
  ['lex-0', 'target="#cat.plant"', 'target="#cat.plnat"', 'dangling-pointer'],
  ['lex-0', '<sense xml:id="cat.1"', '<sens xml:id="cat.1"', 'unknown-element'],
  ['epidoc', '<supplied reason="lost">', '<supplied reson="lost">', 'unknown-attribute'],
  ['epidoc', 'when="0150"', 'when="150"', 'bad-value'],
  ['parliament', '<u who="#AdaLovelace"', '<uu who="#AdaLovelace"', 'unknown-element'],
  ['parliament', 'target="#s1 #w1"', 'target="#s1 #w9"', 'dangling-pointer'],
  ['variorum', '<lem wit="#FIRST_01', '<lemma wit="#FIRST_01', 'unknown-element'],
  ['demonstrations', '<mi>x</mi></math></formula>', '<mi>x</mi></math></formulas>', 'tag-mismatch'],
  ['demonstrations', '<figDesc>', '<figdesc>', 'unknown-element'],
  ['odd', '<model predicate', '<modle predicate', 'unknown-element'],
  ['linguistics', '<f name="pos">', '<ff name="pos">', 'unknown-element'],
  ['chat', '<post xml:id="m1"', '<post xml:id="1"', 'bad-value'],
];

describe.each(kinds)('TEI of the kind “%s”', (kind) => {
  it('has no error', async () => {
    expect((await errors(textOf(kind))).map(({ code, message }) => `${code}: ${message}`)).toEqual([]);
  });

  const wrong = mistakes.filter(([name]) => name === kind);
  it('is among those with a mistake', () => expect(wrong.length).toBeGreaterThan(0));

  it.each(wrong)('(%s) %s written as %s is found', async (_, right, mistaken, code) => {
    const text = textOf(kind);
    expect(text.split(right)).toHaveLength(2);
    expect((await errors(text.replace(right, mistaken))).map((one) => one.code)).toContain(code);
  });
});

const all = join(root, '../shared/standards/tei_all.rng');
const ready = existsSync(all) && hasJing;

/** What these projects add to TEI: elements of other languages, includes, the etymons of Lex-0. */
const extended = new Set(['demonstrations', 'epidoc', 'lex-0']);

it.skipIf(!ready)('the others are valid under tei_all, says jing (skipped where jing or ../shared is missing)', () => {
  const plain = kinds.filter((kind) => !extended.has(kind)).map((kind) => `${kind}.xml`);
  expect(plain.length).toBeGreaterThan(5);
  expect(jing(all, folder, plain)).toEqual([]);
});

const corpus = join(root, '../shared/corpus/any-tei');

describe.skipIf(!existsSync(corpus))('In files of the field (skipped where ../shared is missing)', () => {
  it.each([
    ['A00002.xml', []],
    ['Falk+Torp-1910.tei.xml', []],
    ['ISic000011.xml', []],
    ['ISic001174.xml', []],
    ['ParlaMint-TR_T27-tbmm-2018-07-07.xml', []],
    ['phi0448.phi001.perseus-lat2.xml', []],
    ['oclc_4770057679-i_1.TEIP5.xml', ['The id “gi_1.d2e371” is already used on line 87.']],
    ['ppp.01880.xml', ['There is no element with the id “ppp.01879.xml” in this file.']],
    ['testmathml.xml', ['There is no element with the id “fg_phys332-1” in this file.']],
  ])('only real mistakes of %s are errors', async (name, wanted) => {
    const { findings } = await check(corpus, {}, name);
    expect(findings.filter(({ severity }) => severity === 'error').map(({ message }) => message)).toEqual(wanted);
    expect(findings.filter(({ code }) => code === 'dangling-pointer').length).toBeLessThan(10);
  });
});
