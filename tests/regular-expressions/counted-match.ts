import { type AST, parseRegExpLiteral } from '@eslint-community/regexpp';

/** A matcher that goes back as that of JavaScript does, and counts its steps: what an expression costs, without a clock. */

type Next = (at: number) => boolean;
type Match = (at: number, next: Next) => boolean;

/** More steps than this are not counted: it is far too many for the strings of the test. */
export const MOST_STEPS = 100_000;
class TooManySteps extends Error {}

interface Counter {
  readonly captured: Map<AST.CapturingGroup, readonly string[]>;
  text: readonly string[];
  steps: number;
}

/** Whether a part of an expression that is one character long matches a character. */
function oneCharacter(raw: string, flags: string): (character: string) => boolean {
  const expression = new RegExp(`^(?:${raw})$`, flags.replace(/[gymd]/g, ''));
  const known = new Map<string, boolean>();
  return (character) => {
    let result = known.get(character);
    if (result === undefined) known.set(character, (result = expression.test(character)));
    return result;
  };
}

function repeated(one: Match, { min, max, greedy }: AST.Quantifier, counter: Counter): Match {
  const go = (at: number, times: number, next: Next): boolean => {
    if (++counter.steps > MOST_STEPS) throw new TooManySteps();
    const more = (): boolean =>
      times < max && one(at, (after) => (after > at || times < min) && go(after, times + 1, next));
    const enough = (): boolean => times >= min && next(at);
    return greedy ? more() || enough() : enough() || more();
  };
  return (at, next) => go(at, 0, next);
}

function assertion(node: AST.Assertion, flags: string, counter: Counter): Match {
  if (node.kind !== 'lookahead' && node.kind !== 'lookbehind') {
    const holds = (at: number): boolean => {
      const word = (i: number): boolean => /\w/.test(counter.text[i] ?? '');
      if (node.kind === 'word') return (word(at - 1) !== word(at)) !== node.negate;
      const [edge, beside] = node.kind === 'start' ? [0, at - 1] : [counter.text.length, at];
      return at === edge || (flags.includes('m') && counter.text[beside] === '\n');
    };
    return (at, next) => holds(at) && next(at);
  }
  const inner = alternatives(node.alternatives, flags, counter);
  if (node.kind === 'lookahead') return (at, next) => inner(at, () => true) !== node.negate && next(at);
  // Backwards, from the nearest beginning.
  return (at, next) => {
    let found = false;
    for (let from = at; from >= 0 && !found; from--) found = inner(from, (end) => end === at);
    return found !== node.negate && next(at);
  };
}

function compile(node: AST.Element, flags: string, counter: Counter): Match {
  switch (node.type) {
    case 'Assertion':
      return assertion(node, flags, counter);
    case 'Quantifier':
      return repeated(compile(node.element, flags, counter), node, counter);
    case 'Group':
      return alternatives(node.alternatives, flags, counter);
    case 'CapturingGroup': {
      const inner = alternatives(node.alternatives, flags, counter);
      return (at, next) =>
        inner(at, (after) => {
          counter.captured.set(node, counter.text.slice(at, after));
          return next(after);
        });
    }
    case 'Backreference': {
      const [group] = [node.resolved].flat();
      return (at, next) => {
        const wanted = counter.captured.get(group!) ?? [];
        counter.steps++;
        return wanted.every((character, i) => counter.text[at + i] === character) && next(at + wanted.length);
      };
    }
    default: {
      const fits = oneCharacter(node.raw, flags);
      return (at, next) => {
        if (++counter.steps > MOST_STEPS) throw new TooManySteps();
        return at < counter.text.length && fits(counter.text[at]!) && next(at + 1);
      };
    }
  }
}

function alternatives(nodes: readonly AST.Alternative[], flags: string, counter: Counter): Match {
  const all = nodes.map(({ elements }) => {
    const parts = elements.map((element) => compile(element, flags, counter));
    const run = (i: number, at: number, next: Next): boolean =>
      i === parts.length ? next(at) : parts[i]!(at, (after) => run(i + 1, after, next));
    return (at: number, next: Next): boolean => run(0, at, next);
  });
  return (at, next) => all.some((one) => one(at, next));
}

export interface Counted {
  /** Steps of one attempt, from the beginning of a text; `MOST_STEPS` where it takes more. */
  stepsOn(text: string): number;
  readonly pattern: AST.Pattern;
  readonly flags: string;
}

/** An expression, given as it is written in the code. */
export function counted(literal: string): Counted {
  const { pattern, flags } = parseRegExpLiteral(literal);
  const counter: Counter = { captured: new Map(), text: [], steps: 0 };
  const run = alternatives(pattern.alternatives, flags.raw, counter);
  return {
    pattern,
    flags: flags.raw,
    stepsOn: (text) => {
      counter.text = [...text];
      counter.steps = 0;
      try {
        run(0, () => true);
      } catch (error) {
        if (error instanceof TooManySteps) return MOST_STEPS;
        throw error;
      }
      return counter.steps;
    },
  };
}
