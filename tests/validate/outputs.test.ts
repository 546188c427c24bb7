import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Ajv } from 'ajv';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { run as explain } from '../../src/cli/commands/explain.ts';
import { run } from '../../src/cli/commands/validate.ts';
import { UsageFault } from '../../src/cli/arguments.ts';
import { toSarif } from '../../src/diagnostics/print-sarif.ts';
import { toHuman } from '../../src/diagnostics/print-human.ts';
import { sourceText } from '../../src/source/text.ts';
import { editionFolder } from './edition-folder.ts';

/** What the commands print, and how they end. */

let out = '';
let err = '';
beforeEach(() => {
  out = '';
  err = '';
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => ((out += text as string), true));
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => ((err += text as string), true));
});
afterEach(() => vi.restoreAllMocks());

const wrong = '<p>𝔄 “a” <ref target="#none">b</ref> "c" “d”</p>\n<pb n="1"/><pb n="3"/>';
const folder = (): string => editionFolder({ 'a b.xml': wrong });

interface Place {
  physicalLocation: { artifactLocation: { uri: string }; region: Record<string, number> };
}
interface Log {
  version: string;
  runs: {
    tool: { driver: { name: string; version: string; rules: { id: string }[] } };
    columnKind: string;
    results: { ruleId: string; ruleIndex: number; level: string; message: { text: string }; locations: Place[] }[];
  }[];
}

test('the JSON holds the findings with their places, and the summary', async () => {
  expect(await run([folder(), '--format', 'json'])).toBe(1);
  const { findings, summary } = JSON.parse(out) as { findings: Record<string, unknown>[]; summary: object };
  const checks = [{ schema: 'octavo-exchange.rng', kind: 'relaxng', files: 1 }];
  expect(summary).toEqual({ files: 1, errors: 1, reviews: 1, notes: 1, checks });
  expect(findings[0]).toMatchObject({
    code: 'dangling-pointer',
    severity: 'error',
    line: 5,
    // Columns count characters: the letter before is one, though it takes two units.
    column: 15,
    endLine: 5,
    endColumn: 29,
    expected: [],
  });
  expect(Object.keys(findings[0]!)).toEqual(expect.arrayContaining(['file', 'message', 'why', 'fix']));
  expect(err).toBe('');
});

describe('SARIF', () => {
  const log = async (): Promise<Log> => {
    await run([folder(), '--format', 'sarif']);
    return JSON.parse(out) as Log;
  };

  test('has what section 3 of the standard requires of a log, a run and its tool', async () => {
    const { version, runs } = await log();
    expect(version).toBe('2.1.0');
    expect(runs).toHaveLength(1);
    const { tool, columnKind } = runs[0]!;
    expect(tool.driver.name).toBe('octavo');
    expect(tool.driver.version).toMatch(/^\d+\.\d+\.\d+/);
    expect(columnKind).toBe('unicodeCodePoints');
    expect(new Set(tool.driver.rules.map(({ id }) => id)).size).toBe(tool.driver.rules.length);
  });

  test('every result names its rule, its level, and a place with an address and a region', async () => {
    const { tool, results } = (await log()).runs[0]!;
    expect(results.map(({ ruleId, level }) => [ruleId, level])).toEqual([
      ['dangling-pointer', 'error'],
      ['mixed-quotes', 'note'],
      ['page-order', 'warning'],
    ]);
    for (const { ruleId, ruleIndex, message, locations } of results) {
      expect(tool.driver.rules[ruleIndex]!.id).toBe(ruleId);
      expect(message.text).not.toBe('');
      const { artifactLocation, region } = locations[0]!.physicalLocation;
      expect(artifactLocation.uri).toMatch(/a%20b\.xml$/);
      expect(() => new URL(artifactLocation.uri, 'file:///')).not.toThrow();
      for (const name of ['startLine', 'startColumn', 'endLine', 'endColumn']) expect(region[name]).toBeGreaterThan(0);
    }
  });

  test('a finding without a place has no location, one with a fix has its replacement', () => {
    const source = sourceText('a.xml', '<p>a & b</p>');
    const span = source.span(5, 6);
    const sarif = toSarif(
      [
        { code: 'x', severity: 'review', message: 'm' },
        { code: 'y', severity: 'error', message: 'm', span, edit: { span, newText: '&amp;' } },
      ],
      { version: '1.0.0', explain: () => undefined },
    ) as { runs: { results: { locations: object[]; fixes?: object[] }[] }[] };
    const [first, second] = sarif.runs[0]!.results;
    expect(first).toMatchObject({ locations: [], ruleIndex: 0 });
    expect(second!.fixes).toMatchObject([
      {
        description: { text: 'm' },
        artifactChanges: [
          {
            artifactLocation: { uri: 'a.xml' },
            replacements: [
              {
                deletedRegion: { startLine: 1, startColumn: 6, endLine: 1, endColumn: 7 },
                insertedContent: { text: '&amp;' },
              },
            ],
          },
        ],
      },
    ]);
  });
});

test('SARIF keeps to its schema, which @microsoft/jest-sarif brings', async () => {
  const file = createRequire(import.meta.url).resolve('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json');
  const whole = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
  // Its own address and that of its language (draft 4) are not needed.
  const schema = { ...whole, $schema: undefined, id: undefined };
  const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false, validateFormats: false });
  const isValid = ajv.compile(schema as object);
  await run([folder(), '--format', 'sarif']);
  const log = JSON.parse(out) as Log;
  expect(isValid(log), ajv.errorsText(isValid.errors)).toBe(true);
  // What is not SARIF is reported: the schema is really asked.
  const { ruleId, ...rest } = log.runs[0]!.results[0]!;
  const broken = { ...log, runs: [{ ...log.runs[0], results: [{ ...rest, ruleId: 1, wrong: ruleId }] }] };
  expect(isValid(broken)).toBe(false);
});

test('GitHub annotations are on one line each, with what is special escaped', async () => {
  await run([folder(), '--format', 'github']);
  const lines = out.trimEnd().split('\n');
  expect(lines).toHaveLength(3);
  expect(lines[0]).toMatch(
    /^::error file=.*a b\.xml,line=5,endLine=5,col=15,endColumn=29,title=dangling-pointer::There is no/,
  );
  expect(lines[0]).toContain('%0A');
  expect(lines[2]).toMatch(/^::warning .*title=page-order::/);
});

describe('for people', () => {
  test('the line is shown with the culprit underlined, and the end says how many', async () => {
    expect(await run([folder()])).toBe(1);
    expect(err).toContain(
      '     5 │ <p>𝔄 “a” <ref target="#none">b</ref> "c" “d”</p>\n       │               ^^^^^^^^^^^^^^',
    );
    expect(err).toContain('1 error, 1 review, 1 note\n1 file checked, 1 error.\n');
    expect(out).toBe('');
  });

  test('--quiet shows errors only', async () => {
    await run([folder(), '--quiet']);
    expect(err).toContain('[dangling-pointer]');
    expect(err).not.toContain('[page-order]');
  });

  test('a clean edition ends with 0 and says what it was checked by', async () => {
    expect(await run([editionFolder({ 'a.xml': '<p>a</p>' })])).toBe(0);
    expect(err).toBe('1 file checked, nothing to fix.\nChecked by octavo-exchange.rng (1 file).\n');
  });

  test('reviews and notes alone are not a failure', async () => {
    expect(await run([editionFolder({ 'a.xml': '<pb n="1"/><pb n="3"/><p>a</p>' })])).toBe(0);
    expect(err).toContain('no errors; 1 place to look at');
  });

  test('many findings of one kind are folded, errors among them never', () => {
    const source = sourceText('a.xml', 'x'.repeat(100));
    const many = (severity: 'error' | 'note', code: string) =>
      Array.from({ length: 40 }, (_, i) => ({
        code,
        severity,
        message: `m${i}`,
        why: 'same',
        span: source.span(i, i + 1),
      }));
    const text = toHuman([...many('error', 'bad'), ...many('note', 'meh')], { colour: false, path: '.' });
    expect(text.match(/\[bad\]/g)).toHaveLength(40);
    expect(text.match(/note m\d+ \[meh\]/g)).toHaveLength(4);
    expect(text).toContain('36 more notes [meh]: a.xml:1');
    expect(text.match(/why: same/g)).toHaveLength(1);
    expect(text).toContain('40 errors, 40 notes');
  });

  test('control characters of a file never reach the terminal', () => {
    const source = sourceText('a.xml', 'a');
    const text = toHuman([{ code: 'x', severity: 'note', message: 'm', span: source.span(0, 1) }], {
      colour: false,
      path: '/nowhere',
    });
    expect(text).not.toMatch(/\x1b/);
  });
});

describe('wrong use', () => {
  test.each([
    [['--level', 'strict'], /--level must be one of/],
    [['--schema', 'rules.sch'], /rules\.sch/],
    [['--format', 'xml'], /--format must be one of/],
  ])('%s', async (args, message) => {
    await expect(run([folder(), ...args])).rejects.toThrow(message);
  });
});

describe('octavo explain', () => {
  test('reports what a finding means, with a good and a bad example', async () => {
    expect(await explain(['page-order'])).toBe(0);
    for (const part of ['Why:', 'What to do:', 'Wrong:', 'Right:', '<pb n="14"/>']) expect(out).toContain(part);
  });

  test('without a code lists all of them', async () => {
    await explain([]);
    for (const code of ['page-order', 'tag-mismatch', 'unknown-element', 'wrong-setting'])
      expect(out).toContain(`  ${code} `);
  });

  test('knows similar codes', () => {
    expect(() => explain(['page-ordre'])).toThrow(UsageFault);
    expect(() => explain(['page-ordre'])).toThrow(/page-order/);
  });

  test('speaks JSON', async () => {
    await explain(['bare-ampersand', '--format', 'json']);
    expect(JSON.parse(out)).toMatchObject({ code: 'bare-ampersand', severity: 'error' });
  });
});
