import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

/** Words and phrases of the word list in CONTRIBUTING that we avoid, and what to write instead. */
const avoided: readonly (readonly [phrase: RegExp, instead: string])[] = [
  [/(?<!\b[Tt]here )\b(?:is|was) no (?!longer|more\b|need|doubt|such|way|one\b|matter|room|use\b)[a-z]+/, 'is not a …'],
  // `Mend` among others (`Merc`) is the code of a script.
  [/\bmend(?:s|ing)?\b(?! Merc)/i, 'fix'],
  [/\btells\b(?! (?:you|us|people|them|Nixon|every|`))/i, 'says, reports'],
  [/\bheld against\b/i, 'compared with'],
  [/\bmade bytes\b/i, 'encoded'],
  [/\bin the place of\b/i, 'in place of'],
  [/\bwhole or not at all\b/i, 'completely or not at all'],
  [/\btold apart\b/i, 'distinguished'],
  [/\bparted\b/i, 'separated'],
  [/\bat hand\b/i, 'available'],
  [/\bin silence\b/i, 'silently'],
  [/\bstands? (?:here|there|at|before|behind|beside|inside|outside|between|among|in(?! for))\b/i, 'is in, comes before'],
  [/\b(?:may|can|cannot) (?:not )?stand\b(?! (?:in )?for| out)/i, 'may be, is allowed'],
  [/\bis told\b|\bare told\b/i, 'is reported'],
  [/\bnote signs?\b/i, 'note symbol'],
];

/** The files whose words are checked. Not yet: comments of tests, scripts, bench; identifiers. */
const covered = /^(?:[\w./-]+\.md|src\/.+\.ts|xslt\/.+\.xsl|schema\/.+\.(?:rnc|sch)|templates\/.+)$/;
/** The list itself, texts that tests read, and words of other people. */
const left = /^(?:CONTRIBUTING\.md$|tests\/.+\/|src\/import\/clean-text\.ts$)/;

const root = resolve(import.meta.dirname, '../..');

interface Place {
  readonly line: number;
  readonly found: string;
  readonly instead: string;
}

/** Where a text has a phrase that we avoid; phrases that a line end divides are found as well. */
function avoidedIn(text: string): Place[] {
  const prose = text.replace(/\n[ \t]*(?:\*(?!\/)|\/\/|##?)?[ \t]*/g, (gap) => ' '.repeat(gap.length));
  // Each gap keeps its length, so that offsets still lead to lines.
  const words = prose.replace(/ {2,}/g, (gap) => ` ${'\u200b'.repeat(gap.length - 1)}`);
  const plain = [...words.matchAll(/[^\u200b]+/g)];
  const starts: number[] = [];
  let squeezed = '';
  for (const part of plain) {
    for (let i = 0; i < part[0].length; i++) starts.push(part.index + i);
    squeezed += part[0];
  }
  const lineOf = (offset: number): number => text.slice(0, offset).split('\n').length;
  return avoided.flatMap(([phrase, instead]) =>
    [...squeezed.matchAll(new RegExp(phrase.source, `g${phrase.flags}`))].map((match) => ({
      line: lineOf(starts[match.index]!),
      found: match[0],
      instead,
    })),
  );
}

const git = existsSync(join(root, '.git'));
const tracked = git
  ? execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], { cwd: root, encoding: 'utf8' })
  : '';
const files = [...new Set(tracked.split('\n'))].filter(
  (path) => covered.test(path) && !left.test(path) && existsSync(join(root, path)),
);

describe('the English of messages, comments and pages', () => {
  it('is checked with its place, also where a line ends inside a phrase', () => {
    expect(avoidedIn('a\n/** This is no\n * element. */').map(({ line, found }) => [line, found])).toEqual([
      [2, 'is no element'],
    ]);
    expect(avoidedIn("fine\nmessage: 'Mend the file.'").map(({ line, instead }) => [line, instead])).toEqual([[2, 'fix']]);
    expect(avoidedIn('There is no element. It is no longer here. It stands in for another.')).toEqual([]);
  });

  it('has an entry in the word list for what is avoided', () => {
    const list = readFileSync(join(root, 'CONTRIBUTING.md'), 'utf8');
    for (const phrase of ['is no element', 'tells', 'mends', 'held against', 'made bytes of once', 'stands in', 'parted'])
      expect(list).toContain(phrase);
  });

  it.skipIf(!git)('uses none of the phrases of the word list that we avoid (skipped outside a git checkout)', () => {
    expect(files.length).toBeGreaterThan(500);
    const places = files.flatMap((path) =>
      avoidedIn(readFileSync(join(root, path), 'utf8')).map(
        ({ line, found, instead }) => `${path}:${line}: “${found}”: write “${instead}”`,
      ),
    );
    expect(places).toEqual([]);
  });
});
