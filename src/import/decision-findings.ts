/** What the decision log says to a person. */
import type { Finding } from '../diagnostics/finding.ts';
import type { SourceText } from '../source/text.ts';
import type { Chooser } from './decisions.ts';

/** The open decisions as findings to review, and a remark for each answer that found no question. */
export function decisionFindings(source: SourceText, chooser: Chooser): Finding[] {
  const open = chooser.log().filter((d) => !d.answered);
  const reviews = open.map((d): Finding => {
    const others = d.options.filter((o) => o.value !== d.chosen).map((o) => o.label);
    const also = others.length > 0 ? ` Also possible: ${others.join('; ')}.` : '';
    const chosen = d.options.find((o) => o.value === d.chosen)?.label ?? d.chosen;
    return {
      code: 'import-uncertain',
      severity: 'review',
      message: `${d.ask} Taken: ${chosen}.${also}`,
      span: source.span(d.start, d.end),
      why: 'The text alone does not settle this, and a wrong choice would stay in the edition unnoticed.',
      fix: `Fill in "answer" for ${d.key} in the decisions file and import again with --answers.`,
    };
  });
  const lost = chooser.unused().map((d): Finding => ({
    code: 'import-answer-unused',
    severity: 'note',
    message: `The answer ${d.key} (“${d.context.text}”) was not used: its place was not found, or it is no longer in doubt.`,
    span: source.span(0, 0),
    fix: 'Look at the place again; remove the answer from the file if it is no longer needed.',
  }));
  return [...reviews, ...lost];
}
