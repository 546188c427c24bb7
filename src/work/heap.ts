import { setFlagsFromString } from 'node:v8';

/** Source bytes above which memory counts for more than time. */
const largeAbove = 8_000_000;

/**
 * The engine lets the heap grow to several times what is alive before it looks for garbage. In small steps it halves the memory of a large build;
 * a small one would only lose time by it.
 */
export function spareMemory(sources: readonly { readonly bytes: Uint8Array }[]): void {
  const total = sources.reduce((sum, { bytes }) => sum + bytes.length, 0);
  if (total > largeAbove) setFlagsFromString('--heap-growing-percent=30');
}
