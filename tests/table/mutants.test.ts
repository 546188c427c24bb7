import { execFileSync } from 'node:child_process';
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { handWritten } from '../../scripts/docs/phase-1-tables.ts';
import { isPlain, plainTemplates } from '../../scripts/table/plain-templates.ts';
import { elements, rules } from '../../src/model/tei/elements.ts';
import type { Rule } from '../../src/model/tei/rule.ts';
import { loadStylesheet, type Stylesheet } from '../../src/transform/engine.ts';
import { readUnits, unitXml } from '../../src/transform/phase1.ts';
import { chance } from '../harness/chance.ts';
import { amount, measured } from '../harness/long.ts';
import { root } from '../harness/places.ts';
import { newFolder } from '../harness/scratch.ts';
import { knownOfDocument, readByReader, type Shown, shownTree } from './both-readings.ts';
import { disagreements } from './disagreements.ts';
import type { Example } from './example.ts';
import { elementsIn, examples, neverInText } from './groups/all.ts';
import { kindsTried, tableMutants } from './table-mutants.ts';

/** Mistakes in the table of elements, one row at a time. Reader and stylesheet would both follow them; an example must not. */

const xslt = join(root, 'xslt');
const templates = handWritten(xslt);
const rows = Object.entries<Rule>(elements).filter(([name]) => !neverInText.has(name));
const examplesOf = new Map(rows.map(([name]) => [name, examples.filter((example) => elementsIn(example).has(name))]));

const isAs = (found: Shown | undefined, { text, is }: Example): boolean =>
  JSON.stringify(found) === JSON.stringify({ text, is });

/** Whether an example reads as it must; a reader that cannot read it has failed. */
function holds(example: Example, read: (example: Example) => Shown | undefined): boolean {
  try {
    return isAs(read(example), example);
  } catch {
    return false;
  }
}

function isNoticed(name: string, right: Rule, wrong: Rule): boolean {
  const table = rules as Map<string, Rule>;
  table.set(name, wrong);
  try {
    const byReader = (example: Example): Shown | undefined => readByReader([example.tei])[0];
    if (examplesOf.get(name)!.some((example) => !holds(example, byReader))) return true;
  } finally {
    table.set(name, right);
  }
  return disagreements({ ...elements, [name]: wrong }, templates).length > 0;
}

/**
 * Mistakes that the reader does not make: it takes words in a line for words in a line, and breaks by their names. The stylesheet makes them (below).
 */
const onlyInPhase1 = (name: string, { becomes, by }: Rule, wrong: Rule): boolean =>
  (becomes === 'span' && by === undefined && ['note', 'contents'].includes(wrong.becomes)) ||
  (name === 'pb' && wrong.becomes === 'image') ||
  (name === 'lb' && wrong.becomes === 'nothing');

/** Elements of which there are examples with nothing else but paragraphs, numerals and notes, which stay as they are. */
function alone(name: string): Example[] {
  const frame = new Set([name, 'p', 'num', 'note']);
  return frame.size < 4
    ? []
    : examplesOf.get(name)!.filter((one) => [...elementsIn(one)].every((own) => frame.has(own)));
}

/** Phase 1 as it would be if these rows were in the table. */
function phase1With(wrong: Readonly<Record<string, Rule>>): Stylesheet {
  const folder = newFolder();
  cpSync(xslt, folder, { recursive: true });
  writeFileSync(join(folder, '1-reading/table.xsl'), plainTemplates({ ...elements, ...wrong }));
  const compiled = join(folder, 'reading.sef.json');
  const compiler = createRequire(import.meta.url).resolve('xslt3');
  const options = [`-xsl:${join(folder, 'reading.xsl')}`, `-export:${compiled}`, '-nogo', '-relocate:on'];
  execFileSync(process.execPath, [compiler, ...options], { stdio: 'pipe' });
  return loadStylesheet(readFileSync(compiled, 'utf8'));
}

describe('a mistake in a row of the table', () => {
  it('is noticed by an example of its group', () => {
    const luck = chance(22);
    const share = amount(10, 100);
    const tried = rows.flatMap(([name, rule]) =>
      tableMutants(rule)
        .filter((mutant) => !onlyInPhase1(name, rule, mutant.rule) && luck.often(share))
        .map((mutant) => ({ name, rule, mutant })),
    );
    const survived = tried.filter(({ name, rule, mutant }) => !isNoticed(name, rule, mutant.rule));
    measured({
      title: 'Mistakes in the table of elements',
      what: 'Each field of each row with each other value, one at a time: noticed by an example of its group, or by the check of templates.',
      columns: ['rows', 'mistakes', 'survived'],
      rows: [[rows.length, tried.length, survived.length]],
    });
    expect(tried.length).toBeGreaterThan(500);
    expect(survived.map(({ name, mutant }) => `${name}: ${mutant.what}`)).toEqual([]);
  }, 120_000);

  const kinds = kindsTried.slice(-amount(1, kindsTried.length));

  it.each(kinds.map((kind) => [kind]))(
    'that makes it “%s” is noticed in the reading edition',
    (kind) => {
      const plain = rows.filter(([name, rule]) => isPlain(rule) && rule.becomes !== kind && alone(name).length > 0);
      const sheet = phase1With(Object.fromEntries(plain.map(([name, rule]) => [name, { ...rule, becomes: kind }])));
      const namespace = ' xmlns="http://www.tei-c.org/ns/1.0"';
      const byPhase1 = ({ tei }: Example): Shown => {
        const unit = unitXml(namespace, `<div type="document">${tei}</div>`);
        return shownTree([...readUnits(sheet, [unit], knownOfDocument)][0]!.reading);
      };
      const survived = plain.filter(([name]) => alone(name).every((example) => holds(example, byPhase1)));
      expect(plain.length).toBeGreaterThan(20);
      expect(survived.map(([name]) => name)).toEqual([]);
    },
    300_000,
  );
});
