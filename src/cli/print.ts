import type { Finding } from '../diagnostics/finding.ts';
import { toHuman } from '../diagnostics/print-human.ts';
import { toJsonFindings } from '../diagnostics/print-machine.ts';

/** Prints what commands have to say. Human text goes to stderr, data to stdout. */

export interface Printing {
  readonly format: string;
  readonly quiet: boolean;
}

export function printFindings(findings: readonly Finding[], { quiet }: Printing, path: string): void {
  const shown = quiet ? findings.filter((finding) => finding.severity === 'error') : findings;
  if (shown.length === 0) return;
  const colour = process.stderr.isTTY === true && !process.env['NO_COLOR'];
  process.stderr.write(toHuman(shown, { colour, path }));
}

/** One JSON object: findings, their summary, and what else the command tells. */
export function printResult(findings: readonly Finding[], more: object = {}, files?: number): void {
  process.stdout.write(`${JSON.stringify({ ...toJsonFindings(findings, files), ...more }, null, 2)}\n`);
}
