import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SaxesParser } from 'saxes';
import { afterAll, describe, expect, test } from 'vitest';
import { loadSettings } from '../../src/config/settings.ts';
import type { SourceFile } from '../../src/source/files.ts';
import { prepareChecking } from '../../src/validate/checking.ts';
import { settle } from '../../src/validate/fix-rounds.ts';
import { plainText } from '../../src/validate/plain-text.ts';
import { checkEdition } from '../../src/validate/read-edition.ts';
import { fixAll } from '../../src/lsp/diagnostics.ts';
import { openFile, sourceOf } from '../../src/lsp/open-file.ts';
import { rankAttributes } from '../../src/relaxng/explain/attribute-frequency.ts';
import { scanXml } from '../../src/source/xml.ts';
import { chance } from '../harness/chance.ts';
import { amount, measured } from '../harness/long.ts';
import { type Damage, damages } from './damages.ts';
import { vocabularies } from './vocabularies.ts';

/**
 * `--fix` over damaged files of many kinds: the text stays, a second run changes nothing, and there are never more errors than before.
 * `npm run test:long` damages 2,000 files, `npm test` a sample.
 */

const count = amount(120, 2000);

const folder = mkdtempSync(join(tmpdir(), 'octavo-fix-mutants-'));
afterAll(() => rmSync(folder, { recursive: true }));

interface Ground {
  readonly text: string;
  readonly check: (files: readonly SourceFile[]) => ReturnType<typeof checkEdition>;
}

const { settings } = loadSettings(folder);

function groundOf(text: string, schemas: readonly string[]): Ground {
  const checking = prepareChecking(settings, { folder }, { schemas });
  const list = { findings: [], named: true, folder };
  return { text, check: (files) => checkEdition({ ...list, files }, settings, checking) };
}

const own = new URL('../../', import.meta.url).pathname;
const editions = join(own, 'tests/fixtures/editions');
const teiFiles = [
  join(own, 'tei/d194.xml'),
  join(own, 'tei/people.xml'),
  ...readdirSync(editions, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.xml'))
    .sort()
    .map((name) => join(editions, name)),
];

function grounds(): Ground[] {
  const tei = teiFiles.map((path) => groundOf(readFileSync(path, 'utf8'), []));
  const others = vocabularies.map(({ name, schema, text }) => {
    writeFileSync(join(folder, `${name}.rnc`), schema);
    return groundOf(text, [join(folder, `${name}.rnc`)]);
  });
  return [...tei, ...others, ...others, ...others];
}

/** The text of a well-formed file, by somebody else's reader; undefined where it is not well-formed. */
function textOf(xml: string): string | undefined {
  let text = '';
  let wrong = false;
  const parser = new SaxesParser({ xmlns: true });
  parser.on('error', () => (wrong = true));
  parser.on('text', (value) => (text += value));
  parser.on('cdata', (value) => (text += value));
  parser.write(xml).close();
  return wrong ? undefined : text.trim();
}

const errorsIn = (reading: Awaited<ReturnType<Ground['check']>>): number =>
  reading.findings.filter(({ severity }) => severity === 'error').length;

interface Fixed {
  readonly damaged: string;
  readonly fixed: string;
  readonly before: number;
  readonly after: number;
}

async function fixed({ check }: Ground, damaged: string): Promise<Fixed> {
  const bytes = Buffer.from(damaged, 'utf8');
  const before = errorsIn(await check([{ path: 'a.xml', bytes }]));
  const { files, reading } = await settle([{ path: 'a.xml', bytes }], check);
  return { damaged, fixed: Buffer.from(files[0]!.bytes).toString('utf8'), before, after: errorsIn(reading) };
}

/** What is wrong with a fix, in words; nothing where all is well. */
async function complaint(ground: Ground, damage: Damage, original: string, damaged: string): Promise<string> {
  const once = await fixed(ground, damaged);
  if (once.after > once.before) return `more errors: ${once.before} → ${once.after}`;
  if (plainText(once.fixed) !== plainText(damaged)) return 'another text';
  if (once.fixed === damaged) return '';
  const wanted = textOf(damaged) ?? (damage.markupOnly ? textOf(original) : undefined);
  const got = textOf(once.fixed);
  if (wanted !== undefined && got !== undefined && wanted !== got) return 'another text to another reader';
  const twice = await fixed(ground, once.fixed);
  return twice.fixed === once.fixed ? '' : 'a second run changes something';
}

describe('in an editor', () => {
  test('all changes that are certain are one change, by the same guard', () => {
    const file = openFile('untitled:a', 1, '<p n=1>a & b</p>');
    const findings = scanXml(sourceOf(file, 'a.xml'), {});
    const at = sourceOf(file, 'a.xml').span(7, 8);
    const bad = { code: 'x', severity: 'error', message: 'Wrong.', edit: { span: at, newText: '' } } as const;
    const [action] = fixAll([...findings, bad], file, 'a.xml');
    expect(action).toMatchObject({ kind: 'source.fixAll.octavo' });
    expect(action!.edit!.changes!['untitled:a']!.map(({ newText }) => newText)).toEqual(['"1"', '&amp;']);
  });

  test('attributes are offered in the order of use', () => {
    expect(rankAttributes('persName', ['ana', 'cert', 'key', 'ref', 'type'])).toEqual([
      'ref',
      'type',
      'key',
      'cert',
      'ana',
    ]);
    expect(rankAttributes('foo', ['zz', 'n', 'aa', 'type'])).toEqual(['type', 'n', 'aa', 'zz']);
  });
});

describe(`${count} damaged files of ${damages.length} kinds`, () => {
  const all = grounds();
  test('there are at least 60 kinds', () => expect(damages.length).toBeGreaterThanOrEqual(60));

  test('are fixed without a change of their text', async () => {
    const next = chance(2026);
    const wrong: string[] = [];
    let changed = 0;
    for (let i = 0, made = 0; made < count; i++) {
      const damage = damages[i % damages.length]!;
      const ground = next.pick(all);
      const original = next.often(25) ? ground.text.replaceAll('\n', '\r\n') : ground.text;
      const damaged = damage.make(original, next);
      if (damaged === undefined || Buffer.from(damaged, 'utf8').toString('utf8') !== damaged) continue;
      made++;
      const said = await complaint(ground, damage, original, damaged);
      const first = await fixed(ground, damaged);
      if (first.fixed !== damaged) changed++;
      if (said !== '')
        wrong.push(`${said}, ${damage.kind}:\n${difference(original, damaged)}\n${difference(damaged, first.fixed)}`);
    }
    measured({
      title: 'Fixes of damaged files',
      what: 'Damaged files, fixed by `validate --fix`: the text stays, a second run changes nothing, there are never more errors than before.',
      columns: ['kinds', 'files', 'changed by a fix', 'wrong'],
      rows: [[damages.length, count, changed, wrong.length]],
    });
    expect(wrong.join('\n\n')).toBe('');
    expect(changed).toBeGreaterThan(count / 4);
  });
});

/** The range in which two texts differ. */
function difference(a: string, b: string): string {
  let from = 0;
  while (from < a.length && a[from] === b[from]) from++;
  let end = 0;
  while (end < Math.min(a.length, b.length) - from && a.at(-1 - end) === b.at(-1 - end)) end++;
  const show = (text: string): string =>
    JSON.stringify(text.slice(Math.max(0, from - 40), text.length - end + 40).slice(0, 300));
  return `  ${show(a)}\n  → ${show(b)}`;
}
