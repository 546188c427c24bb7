/**
 * Content models as regular expressions over the names of elements, with derivatives: the means to prove that everything one
 * schema allows is allowed by another one. (J. Brzozowski, Derivatives of Regular Expressions, 1964.)
 */

/** A regular expression; equal expressions are the same object, so that they can be compared and remembered. */
export interface Expression {
  readonly key: string;
  readonly nullable: boolean;
  readonly kind: 'nothing' | 'empty' | 'symbol' | 'text' | 'choice' | 'sequence' | 'repeat';
  readonly symbol: string;
  readonly parts: readonly Expression[];
}

const known = new Map<string, Expression>();
let count = 0;

function make(kind: Expression['kind'], nullable: boolean, symbol: string, parts: readonly Expression[]): Expression {
  const name = `${kind} ${symbol} ${parts.map((part) => part.key).join(' ')}`;
  const before = known.get(name);
  if (before) return before;
  const made: Expression = { key: String(count++), nullable, kind, symbol, parts };
  known.set(name, made);
  return made;
}

/** Matches nothing at all. */
export const nothing = make('nothing', false, '', []);
/** Matches the empty sequence only. */
export const empty = make('empty', true, '', []);
/** Characters: any number of them, in as many pieces as one likes. */
export const text = make('text', true, '#text', []);
/** One element, or one value of a datatype. */
export const symbol = (name: string): Expression => make('symbol', false, name, []);

/** One of several. */
export function choice(options: readonly Expression[]): Expression {
  const flat = options.flatMap((option) => (option.kind === 'choice' ? option.parts : [option]));
  const distinct = [...new Set(flat)].filter((option) => option !== nothing);
  distinct.sort((a, b) => Number(a.key) - Number(b.key));
  if (distinct.length === 0) return nothing;
  if (distinct.length === 1) return distinct[0]!;
  const nullable = distinct.some((option) => option.nullable);
  return make('choice', nullable, '', distinct);
}

/** One after the other. */
export function sequence(first: Expression, second: Expression): Expression {
  if (first === nothing || second === nothing) return nothing;
  if (first === empty) return second;
  if (second === empty) return first;
  if (first.kind === 'sequence') return sequence(first.parts[0]!, sequence(first.parts[1]!, second));
  return make('sequence', first.nullable && second.nullable, '', [first, second]);
}

/** Any number of times. */
export function repeat(part: Expression): Expression {
  if (part === nothing || part === empty) return empty;
  if (part.kind === 'repeat') return part;
  return make('repeat', true, '', [part]);
}

/** The symbols that may come first. */
function firsts(expression: Expression): Set<string> {
  switch (expression.kind) {
    case 'symbol':
    case 'text':
      return new Set([expression.symbol]);
    case 'sequence': {
      const found = firsts(expression.parts[0]!);
      if (expression.parts[0]!.nullable) for (const name of firsts(expression.parts[1]!)) found.add(name);
      return found;
    }
    default:
      return new Set(expression.parts.flatMap((part) => [...firsts(part)]));
  }
}

const derived = new Map<string, Expression>();

/** What must follow after `name`. */
function derive(expression: Expression, name: string): Expression {
  const key = `${expression.key} ${name}`;
  const before = derived.get(key);
  if (before) return before;
  const result = deriveNew(expression, name);
  derived.set(key, result);
  return result;
}

function deriveNew(expression: Expression, name: string): Expression {
  const [first, second] = expression.parts;
  switch (expression.kind) {
    case 'symbol':
      return expression.symbol === name ? empty : nothing;
    case 'text':
      return name === '#text' || name.startsWith('#data') ? text : nothing;
    case 'choice':
      return choice(expression.parts.map((part) => derive(part, name)));
    case 'repeat':
      return sequence(derive(first!, name), expression);
    case 'sequence': {
      const through = sequence(derive(first!, name), second!);
      return first!.nullable ? choice([through, derive(second!, name)]) : through;
    }
    default:
      return nothing;
  }
}

/** A sequence that `narrow` allows and `wide` does not, or `undefined` where `wide` allows everything that `narrow` does. */
export function counterexample(narrow: Expression, wide: Expression): string[] | undefined {
  const seen = new Set<string>();
  const waiting: { narrow: Expression; wide: Expression; path: string[] }[] = [{ narrow, wide, path: [] }];
  for (let next = waiting.shift(); next; next = waiting.shift()) {
    if (next.narrow.nullable && !next.wide.nullable) return [...next.path, '(end)'];
    for (const name of firsts(next.narrow)) {
      const state = { narrow: derive(next.narrow, name), wide: derive(next.wide, name), path: [...next.path, name] };
      if (state.wide === nothing) return state.path;
      const key = `${state.narrow.key} ${state.wide.key}`;
      if (!seen.has(key)) waiting.push(state);
      seen.add(key);
    }
  }
  return undefined;
}
