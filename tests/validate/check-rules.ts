import type { Finding } from '../../src/diagnostics/finding.ts';
import { readTeiFile } from '../../src/model/read-tei/read-file.ts';
import type { DocumentSelector } from '../../src/model/read-tei/structure.ts';
import { sourceText } from '../../src/source/text.ts';
import { type ChosenRule, runRules } from '../../src/validate/run-rules.ts';

/** Asks rules of files that are given as texts. */
export function checkRules(
  rules: readonly ChosenRule[],
  texts: Readonly<Record<string, string>>,
  selector: DocumentSelector = { element: 'div', attribute: { name: 'type', value: 'document' } },
): readonly Finding[] {
  const beside = { readText: (path: string) => texts[path], idsBeside: () => undefined };
  const run = runRules({ rules, selector, beside });
  const findings: Finding[] = [];
  const files = Object.entries(texts)
    .filter(([path]) => path.endsWith('.xml'))
    .map(([path, text]) => {
      const source = sourceText(path, text);
      const checker = run.file(source);
      const reading = readTeiFile(source, selector, checker.handlers);
      findings.push(...checker.finish(reading));
      return reading;
    });
  return [...findings, ...run.edition({ files, broken: new Set(), looked: files.length, findings: [] })];
}
