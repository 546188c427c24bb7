import type { Run } from '../engine/run.ts';
export function explainText(run: Run): void {
  run.report({ code: 'text', severity: 'error', message: `text`, span: run.source.span(run.textStart, run.textEnd) });
}
