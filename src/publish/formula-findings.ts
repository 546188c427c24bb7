import type { Finding } from '../diagnostics/finding.ts';
import type { Prepared } from '../edition/prepare.ts';

/** Formulas that pages show as their source or as words. */

const mostNamed = 5;
const brief = (source: string): string => (source.length > 60 ? `${source.slice(0, 60)}…` : source);

const finding = (message: string): Finding => ({
  code: 'formula-as-source',
  severity: 'review',
  message,
  why: 'Pages show the source of a formula in TeX that is not understood, and the words of one in MathML that holds more than presentation markup.',
  fix: 'Correct the formula, or encode it as presentation MathML.',
});

function texFinding(sources: readonly string[]): Finding {
  const named = sources.slice(0, mostNamed).map(brief).join(', ');
  const more = sources.length - mostNamed;
  const which = `${named}${more > 0 ? `, and ${more} more` : ''}`;
  return finding(
    sources.length === 1
      ? `A formula in TeX is not understood, and pages show its source: ${which}.`
      : `${sources.length} formulas in TeX are not understood, and pages show their source: ${which}.`,
  );
}

export function formulaFindings({ units }: Prepared): Finding[] {
  const sources = [...new Set(units.flatMap(({ memory }) => memory.formulas ?? []))].sort();
  const words = units
    .flatMap(({ memory }) => Object.entries(memory.unknown))
    .reduce((sum, [name, n]) => (name === 'math' || name.endsWith(':math') ? sum + n : sum), 0);
  return [
    ...(sources.length === 0 ? [] : [texFinding(sources)]),
    ...(words === 0
      ? []
      : [
          finding(
            words === 1
              ? 'A formula in MathML is more than presentation markup, or empty; its words are kept as they stand.'
              : `${words} formulas in MathML are more than presentation markup, or empty; their words are kept as they stand.`,
          ),
        ]),
  ];
}
