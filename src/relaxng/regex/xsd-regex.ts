import { countingMatcher } from './match-counting.ts';
import { plainMatcher } from './match-plain.ts';
import { parseExpression, WrongExpression } from './parse.ts';
import { makeProgram } from './program.ts';

/** A regular expression of XML Schema, ready to be used. */
export interface XsdRegex {
  /** Does it match all of `text`? Takes time in proportion to the length of the text, whatever the expression. */
  test(text: string): boolean;
}

/**
 * Compiles a regular expression of XML Schema (Part 2, second edition, appendix F). Where it is wrong, or would need too large a machine, the
 * answer is half a sentence that says so.
 */
export function compileXsdRegex(source: string): XsdRegex | string {
  try {
    const program = makeProgram(parseExpression(source));
    return { test: program.plain ? plainMatcher(program) : countingMatcher(program) };
  } catch (error) {
    if (error instanceof WrongExpression) return error.message;
    // JavaScript has a limit or an opinion of its own on a class.
    if (error instanceof SyntaxError) return 'one of its classes cannot be understood';
    throw error;
  }
}
