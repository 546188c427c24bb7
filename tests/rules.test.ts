import { describe, expect, test } from 'vitest';
import { loadSettings } from '../src/config/settings.ts';
import type { Finding } from '../src/diagnostics/finding.ts';
import { documentSelector } from '../src/model/read-tei/selector.ts';
import { checkRules } from './validate/check-rules.ts';
import { exampleFile } from '../src/validate/example.ts';
import type { Rule, RuleExamples } from '../src/validate/rule.ts';
import { rules } from '../src/validate/rules/index.ts';
import { scanXml } from '../src/source/xml.ts';
import { sourceText } from '../src/source/text.ts';

/** Every rule: its good examples are silent, its bad ones find exactly this. */

const { settings } = loadSettings('/nowhere');

const check = (
  rule: Rule,
  tei: string,
  { options, files }: RuleExamples,
): { text: string; findings: readonly Finding[] } => {
  const text = exampleFile(tei);
  const selector = documentSelector(settings.documents);
  return {
    text,
    findings: checkRules([{ rule, options: options ?? {} }], { ...files, 'example.xml': text }, selector),
  };
};

describe.each(rules.map((rule) => [rule.code, rule] as const))('the rule %s', (_, rule) => {
  test.each(rule.examples.good)('is silent about %s', (tei) => {
    expect(check(rule, tei, rule.examples).findings).toEqual([]);
  });

  test.each(rule.examples.bad)('finds the one mistake in $tei', ({ tei, finds, fixed }) => {
    const { text, findings } = check(rule, tei, rule.examples);
    expect(findings.map(({ code }) => code)).toEqual([rule.code]);
    const [{ span, edit }] = findings as [Finding];
    expect(text.slice(span!.start.offset, span!.start.offset + finds.length)).toBe(finds);
    expect(text.split(finds).length, 'the stretch stands once in the example').toBe(2);
    expect(edit && text.slice(0, edit.span.start.offset) + edit.newText + text.slice(edit.span.end.offset)).toBe(
      fixed === undefined ? undefined : exampleFile(fixed),
    );
  });

  test.each([...rule.examples.good, ...rule.examples.bad.map(({ tei }) => tei)])(
    'has a well-formed example: %s',
    (tei) => {
      expect(scanXml(sourceText('example.xml', exampleFile(tei)), {})).toEqual([]);
    },
  );
});

test('every rule has a code of its own, a good and a bad example', () => {
  expect(new Set(rules.map(({ code }) => code)).size).toBe(rules.length);
  for (const { code, examples } of rules) {
    expect(code).toMatch(/^[a-z]+(-[a-z]+)*$/);
    expect(examples.good.length).toBeGreaterThan(0);
    expect(examples.bad.length).toBeGreaterThan(0);
  }
});
