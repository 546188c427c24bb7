import type { Severity } from './finding.ts';

/** Colours of a terminal, or none. */
export type Paints = Record<Severity | 'dim' | 'bold', (text: string) => string>;

export function paints(colour: boolean): Paints {
  const code =
    (open: number) =>
    (text: string): string =>
      colour ? `\x1b[${open}m${text}\x1b[0m` : text;
  return { error: code(31), review: code(33), note: code(36), dim: code(2), bold: code(1) };
}
