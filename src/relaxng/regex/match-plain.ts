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
  const matcher = new PlainMatcher(program);
  return (text) => matcher.matches(text);
}

/** Its methods run for every character. */
class PlainMatcher {
  private readonly program: Program;
  private sets = new Map<string, Kept>();
  private steps = 0;
  private nodes = 0;
  private start: Kept;

  constructor(program: Program) {
    this.program = program;
    this.start = this.keep(reach(program, [program.start]));
  }

  matches(text: string): boolean {
    if (this.isFull()) this.forget();
    let at = this.start;
    for (let i = 0; i < text.length; i++) {
      const codePoint = text.codePointAt(i)!;
      if (codePoint > 0xffff) i++;
      at = at.next.get(codePoint) ?? this.step(at, codePoint);
      if (at.states.waiting.length === 0 && i + 1 < text.length) return false;
      if (this.isFull()) {
        this.forget();
        at = this.keep(at.states);
      }
    }
    return at.states.matches;
  }

  private isFull(): boolean {
    return this.steps > MOST_STEPS || this.nodes > MOST_NODES;
  }

  private forget(): void {
    this.sets = new Map();
    this.steps = this.nodes = 0;
    this.start = this.keep(this.start.states);
  }

  private step(from: Kept, codePoint: number): Kept {
    const made = this.keep(reach(this.program, after(this.program, from.states, codePoint)));
    from.next.set(codePoint, made);
    this.steps++;
    return made;
  }

  private keep(states: States): Kept {
    const key = `${states.matches ? '+' : '-'}${states.waiting.join(' ')}`;
    const known = this.sets.get(key);
    if (known !== undefined) return known;
    const made = { states, next: new Map<number, Kept>() };
    this.sets.set(key, made);
    this.nodes += states.waiting.length + 1;
    return made;
  }
}

function after({ nodes }: Program, { waiting }: States, codePoint: number): number[] {
  const next: number[] = [];
  for (const id of waiting) {
    const node = nodes[id]!;
    if (node.kind === 'one' && node.class.has(codePoint)) next.push(node.next);
  }
  return next;
}
