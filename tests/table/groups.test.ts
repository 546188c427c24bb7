import { describe, expect, it } from 'vitest';
import { teiElements } from '../../src/model/tei/names.ts';
import { elements } from '../../src/model/tei/elements.ts';
import { groups } from '../../src/model/tei/rule.ts';
import { phase1Stylesheet } from '../../src/transform/compiled.ts';
import { readUnits, unitXml } from '../../src/transform/phase1.ts';
import { knownOfDocument, readByReader, shownTree } from './both-readings.ts';
import { elementsIn, examples, neverInText } from './groups/all.ts';

/**
 * Reader and stylesheet follow one table, so a mistake in the table is a mistake of both, and the proof would not see it. What each group must read
 * as is written here by hand.
 */

const namespace = ' xmlns="http://www.tei-c.org/ns/1.0"';
const contents = examples.map(({ tei }) => tei);
const byReader = readByReader(contents);
function readByPhase1(all: readonly string[]): ReturnType<typeof shownTree>[] {
  const units = all.map((content) => unitXml(namespace, `<div type="document">${content}</div>`));
  return [...readUnits(phase1Stylesheet(), units, knownOfDocument)].map(({ reading }) => shownTree(reading));
}
const byPhase1 = readByPhase1(contents);

describe.each(groups.filter((group) => group !== 'file'))('the group “%s”', (group) => {
  const own = examples.flatMap((example, i) => (example.group === group ? [{ example, i }] : []));

  it('has its words, and what is on them, for the reader', () => {
    expect(own.map(({ i }) => byReader[i])).toEqual(own.map(({ example: { text, is } }) => ({ text, is })));
  });

  it('has the same in the reading edition', () => {
    expect(own.map(({ i }) => byPhase1[i])).toEqual(own.map(({ example: { text, is } }) => ({ text, is })));
  });

  it('has each of its elements in an example', () => {
    const shown = new Set(own.flatMap(({ example }) => [...elementsIn(example)]));
    const names = teiElements.filter((name) => elements[name].group === group && !neverInText.has(name));
    expect(own.length).toBeGreaterThan(0);
    expect(names.filter((name) => !shown.has(name))).toEqual([]);
  });
});

it('CSS in `style` says what a word in `rend` says, of every element', () => {
  const styled = contents.map((tei) => tei.replaceAll('rend="italic"', 'style="color: red; font-style: italic"'));
  // The kind of a list is what `rend` says.
  const expected = examples.map(({ text, is }) => ({
    text,
    is: is.map((one) => one.replace('list italic', 'list plain')),
  }));
  expect(styled.filter((tei, i) => tei !== contents[i]).length).toBeGreaterThan(100);
  expect(readByReader(styled)).toEqual(expected);
  expect(readByPhase1(styled)).toEqual(expected);
});
