import type { Finding } from '../diagnostics/finding.ts';
import { toHuman } from '../diagnostics/print-human.ts';
import { toJsonFindings } from '../diagnostics/print-machine.ts';
import { printJson, sayPainted, wantsColour } from './terminal.ts';

/** Prints what commands have to say. Human text goes to stderr, data to stdout. */

export interface Printing {
  readonly format: string;
  readonly quiet: boolean;
}

export function printFindings(findings: readonly Finding[], { quiet }: Printing, path: string): void {
  const shown = quiet ? findings.filter((finding) => finding.severity === 'error') : findings;
  if (shown.length === 0) return;
  sayPainted(toHuman(shown, { colour: wantsColour(), path }));
}

/** One JSON object: findings, their summary, and what else the command says. */
export function printResult(findings: readonly Finding[], more: object = {}, files?: number): void {
  printJson({ ...toJsonFindings(findings, files), ...more });
}
