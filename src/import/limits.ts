import type { Finding } from '../diagnostics/finding.ts';
import type { SourceText } from '../source/text.ts';

/** Texts that no reader, ours or a person's, can follow: they are refused, with a finding, before they cost minutes or memory. */

/** Thrown where a text is nested too deep to be read; `at` is the place. */
export class NestedTooDeep extends Error {
  readonly at: number;
  constructor(at: number) {
    super('nested too deep');
    this.at = at;
  }
}

/** Thrown where a text has more of something than can be read in a time that grows with its length; `of` is what, in the plural. */
export class TooMany extends Error {
  readonly at: number;
  readonly of: string;
  constructor(at: number, of: string) {
    super(`too many ${of}`);
    this.at = at;
    this.of = of;
  }
}

const tooMany = (source: SourceText, { at, of }: TooMany): Finding => ({
  code: 'import-too-many',
  severity: 'error',
  message: `${source.file} has too many ${of} to be read.`,
  span: source.span(at, at + 1),
  why: 'The time that it takes to read them grows with the square of their number.',
  fix: 'Split the place by blank lines, or the text into several files, and import again.',
});

const tooDeep = (source: SourceText, at: number): Finding => ({
  code: 'import-too-deep',
  severity: 'error',
  message: `${source.file} is nested too deep to be read.`,
  span: source.span(at, at + 1),
  why: 'Hundreds of quotations, lists or elements inside each other are a mistake of the program that wrote the text.',
  fix: 'Remove the levels that say nothing, and import again.',
});

/** What `error` says of a text that cannot be read, if it says that: the stack of the program ends at a depth that the text decides. */
export function limitFinding(error: unknown, source: SourceText): Finding | undefined {
  if (error instanceof TooMany) return tooMany(source, error);
  if (error instanceof NestedTooDeep) return tooDeep(source, error.at);
  return error instanceof RangeError && error.message.includes('call stack') ? tooDeep(source, 0) : undefined;
}
