import type { Finding } from '../diagnostics/finding.ts';
import type { SourceText } from '../source/text.ts';

/** Texts that are nested deeper than any reader, ours or a person's, can follow. */

/** Thrown where a text is nested too deep to be read; `at` is the place. */
export class NestedTooDeep extends Error {
  readonly at: number;
  constructor(at: number) {
    super('nested too deep');
    this.at = at;
  }
}

/** The place at which a text is nested too deep, where `error` says that: the stack of the program ends at a depth that the text decides. */
export function depthFault(error: unknown): number | undefined {
  if (error instanceof NestedTooDeep) return error.at;
  return error instanceof RangeError && error.message.includes('call stack') ? 0 : undefined;
}

export function tooDeep(source: SourceText, at: number): Finding {
  return {
    code: 'import-too-deep',
    severity: 'error',
    message: `${source.file} is nested too deep to be read.`,
    span: source.span(at, at + 1),
    why: 'Hundreds of quotations, lists or elements inside each other are a mistake of the program that wrote the text.',
    fix: 'Remove the levels that say nothing, and import again.',
  };
}
