import { describe, expect, it } from 'vitest';
import { importText } from '../../src/import/import-text.ts';
import { checkLimits } from '../../src/import/markdown/limits.ts';
import { sourceText } from '../../src/source/text.ts';

/** Where the work of the parser grows with the square of something, the something has a limit far above that of any text. */

const finding = (text: string): string => {
  const { findings } = importText(sourceText('a.md', text), { from: 'markdown' });
  const [first] = findings.filter(({ severity }) => severity === 'error');
  return `${first?.span?.start.line}: ${first?.code}: ${first?.message}`;
};

describe('Markdown that costs the square of its length is refused', () => {
  it.each([
    ['signs of emphasis', `word\n\n${'a**b_'.repeat(1001)}`],
    ['signs of emphasis that only close', `word\n\n${'a* '.repeat(2001)}`],
    ['signs of emphasis on many lines', `word\n\n${'*a __b ~~c\n'.repeat(700)}`],
    ['signs of emphasis in a quotation', '> *a __b ~~c\n'.repeat(700)],
    ['signs of emphasis behind lines', '|a **b __c\n'.repeat(1100)],
    ['signs of emphasis behind numbers', `word\n${'2. a **b __c\n'.repeat(1100)}`],
  ])('%s in one paragraph', (_, text) => {
    expect(finding(text)).toMatch(
      /^\d+: import-too-many: a\.md has too many signs of emphasis in one paragraph to be read\.$/,
    );
  });

  it('quotations', () => {
    expect(finding('> word\n\n'.repeat(10_001))).toBe(
      '20001: import-too-many: a.md has too many quotations to be read.',
    );
  });

  it('levels in one line', () => {
    expect(finding(`word\n${'>'.repeat(101)} word`)).toBe('2: import-too-deep: a.md is nested too deep to be read.');
  });
});

describe('Markdown is read where it is only long', () => {
  it.each([
    ['a list of works', '- *Title* of a __work__\n'.repeat(3000)],
    ['a numbered list', '1. *Title*\n'.repeat(3000)],
    ['a table of titles', `| a | b |\n|---|---|\n${'| *c* | **d** |\n'.repeat(3000)}`],
    ['a program in a fence', `\`\`\`c\n${'char **a = *b_c_d;\n'.repeat(3000)}\`\`\`\n`],
    ['a program that is indented', `word\n\n${'    char **a = *b_c_d;\n'.repeat(3000)}`],
    ['many paragraphs', '*One* and __two__ ~~three~~.\n\n'.repeat(3000)],
    ['a long quotation', '> A line of *verse*\n'.repeat(900)],
  ])('%s', (_, text) => {
    expect(() => checkLimits(text)).not.toThrow();
  });
});
