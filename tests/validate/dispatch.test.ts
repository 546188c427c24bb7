import { describe, expect, it } from 'vitest';
import { sourceText } from '../../src/source/text.ts';
import { scanXml } from '../../src/source/xml.ts';
import { dispatch } from '../../src/validate/dispatch.ts';
import type { FileWatch } from '../../src/validate/rule.ts';

/** The texts that a rule is shown of an indented paragraph. */
function shown(texts: FileWatch['texts']): string[] {
  const seen: string[] = [];
  const watch: FileWatch = { ...(texts && { texts }), text: (value) => void seen.push(value) };
  scanXml(sourceText('a.xml', '<p>\n  <hi>word</hi>\n  <hi>page 2</hi>\u00a0</p>'), dispatch([watch]));
  return seen;
}

describe('A rule is shown', () => {
  it('all text where it says nothing', () => {
    expect(shown(undefined)).toEqual(['\n  ', 'word', '\n  ', 'page 2', '\u00a0']);
  });

  it('text that is not white space alone where it wants solid text', () => {
    expect(shown('solid')).toEqual(['word', 'page 2']);
  });

  it('text with digits where it wants these', () => {
    expect(shown('digits')).toEqual(['page 2']);
  });
});
