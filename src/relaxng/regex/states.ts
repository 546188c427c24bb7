import type { Program } from './program.ts';

/** The nodes that are active together, after the same characters. */
export interface States {
  /** Those that wait for a character, in the order of their numbers. */
  readonly waiting: readonly number[];
  /** Is what was read so far a match? */
  readonly matches: boolean;
}

/** What can be reached from `from` without a character. `counted` is called for counters, whose entry must be noted by their owner. */
export function reach(program: Program, from: readonly number[], counted?: (node: number) => void): States {
  const seen = new Set<number>();
  const waiting: number[] = [];
  const todo = [...from];
  let matches = false;
  for (let at = todo.pop(); at !== undefined; at = todo.pop()) {
    if (seen.has(at)) continue;
    seen.add(at);
    const node = program.nodes[at]!;
    if (node.kind === 'match') matches = true;
    else if (node.kind === 'split') for (const to of node.to) todo.push(to);
    else {
      waiting.push(at);
      if (node.kind === 'one') continue;
      counted?.(at);
      if (node.least === 0) todo.push(node.next);
    }
  }
  return { waiting: waiting.sort((a, b) => a - b), matches };
}
