import type { Program } from './program.ts';
import { reach, type States } from './states.ts';

/** A set of active nodes that was met before, with what follows it by character: after a few texts, matching is a walk along these. */
interface Kept {
  readonly states: States;
  readonly next: Map<number, Kept>;
}

/** Kept steps and nodes; beyond that all is forgotten, so that no expression and no text can fill the memory. */
const MOST_STEPS = 10_000;
const MOST_NODES = 200_000;

/** Matches texts against a machine without counters. */
export function plainMatcher(program: Program): (text: string) => boolean {
  let sets = new Map<string, Kept>();
  let steps = 0;
  let nodes = 0;
  const keep = (states: States): Kept => {
    const key = `${states.matches ? '+' : '-'}${states.waiting.join(' ')}`;
    const known = sets.get(key);
    if (known !== undefined) return known;
    const made = { states, next: new Map<number, Kept>() };
    sets.set(key, made);
    nodes += states.waiting.length + 1;
    return made;
  };
  let start = keep(reach(program, [program.start]));
  const forget = (): void => {
    sets = new Map();
    steps = nodes = 0;
    start = keep(start.states);
  };
  const step = (from: Kept, codePoint: number): Kept => {
    const made = keep(reach(program, after(program, from.states, codePoint)));
    from.next.set(codePoint, made);
    steps++;
    return made;
  };
  return (text) => {
    if (steps > MOST_STEPS || nodes > MOST_NODES) forget();
    let at = start;
    for (let i = 0; i < text.length; i++) {
      const codePoint = text.codePointAt(i)!;
      if (codePoint > 0xffff) i++;
      at = at.next.get(codePoint) ?? step(at, codePoint);
      if (at.states.waiting.length === 0 && i + 1 < text.length) return false;
      if (steps > MOST_STEPS || nodes > MOST_NODES) {
        forget();
        at = keep(at.states);
      }
    }
    return at.states.matches;
  };
}

function after({ nodes }: Program, { waiting }: States, codePoint: number): number[] {
  const next: number[] = [];
  for (const id of waiting) {
    const node = nodes[id]!;
    if (node.kind === 'one' && node.class.has(codePoint)) next.push(node.next);
  }
  return next;
}
