import { setFlagsFromString } from 'node:v8';

/** V8 refuses flags that it does not know with a line on stderr; these were tried with its versions 11 to 13 (Node 20 to 24). */
const triedWith = 13;

/**
 * Prepares V8 for a process that lives for seconds. By default it optimises as for a server: it copies small functions into large ones, searches
 * them for what could be left out, and takes longer for that than the program then runs (a quarter of the CPU of a cold build). To be called
 * before anything else is loaded.
 */
export function prepareShortRun(): void {
  if (Number.parseInt(process.versions.v8) > triedWith) return;
  setFlagsFromString('--max-inlined-bytecode-size-cumulative=0');
  setFlagsFromString('--no-turbo-escape');
  setFlagsFromString('--no-turbo-load-elimination');
  setFlagsFromString('--no-turbo-loop-peeling');
  setFlagsFromString('--no-parallel-scavenge');
}
