/** Texts with small damages, the same ones every time. */

/** A generator of numbers that look like chance (mulberry32). */
function chance(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) % below;
  };
}

/** What is typed by mistake into markup. */
const slips = [
  '&',
  '<',
  '>',
  '"',
  '“',
  '&mdash;',
  '&amp',
  ']]>',
  '<hi>',
  '</hi>',
  '<p/>',
  ' ',
  '=',
  '<!--',
  '--',
  '\u000b',
  '<pb n="592"/>',
  ' n="1"',
  '\r',
  '/',
];

/** `count` texts, each with one to three characters taken away, doubled, swapped or put in. */
export function* mutants(text: string, count: number): Generator<string> {
  const next = chance(194);
  for (let i = 0; i < count; i++) {
    let mutant = text;
    for (let damage = next(3); damage >= 0; damage--) {
      const at = next(mutant.length);
      const kind = next(4);
      const rest = mutant.slice(at + 1);
      if (kind === 0) mutant = mutant.slice(0, at) + rest;
      else if (kind === 1) mutant = mutant.slice(0, at) + mutant[at]! + mutant[at]! + rest;
      else if (kind === 2) mutant = mutant.slice(0, at) + (rest[0] ?? '') + mutant[at]! + rest.slice(1);
      else mutant = mutant.slice(0, at) + slips[next(slips.length)]! + mutant.slice(at);
    }
    yield mutant;
  }
}
