import type { CountedWork } from './counted-work.ts';

/** How the work of the program grows, in operations that are counted. */

/** Four times the input may cost four times the work, and a little more where something is sorted. */
export const MOST = 4.6;

export const isLong = process.env.OCTAVO_LONG !== undefined;
const sizes = isLong ? [200, 800, 3200] : [40, 160, 640];

/** What is measured for an input of size n: `before` is not counted. */
export interface Measured {
  readonly before?: () => unknown;
  readonly run: () => unknown;
}

/**
 * How much more the last step costs than the step before; what is done once, whatever the size, falls out. A step that adds less than a
 * fiftieth of that adds nothing that could be measured: the code that runs once does not run equally often each time.
 */
export async function growth(work: CountedWork, measured: (n: number) => Measured): Promise<number> {
  const count = async (n: number): Promise<number> => {
    const { before, run } = measured(n);
    await before?.();
    return work.of(run);
  };
  const factor = async (): Promise<number> => {
    const [small, middle, large] = [await count(sizes[0]!), await count(sizes[1]!), await count(sizes[2]!)];
    return (large - middle) / Math.max(middle - small, small / 50);
  };
  await count(1);
  // What the process of the tests does meanwhile is counted as well: work that grows too fast does so each time, and chance does not.
  let least = await factor();
  for (let again = 0; again < 2 && least > MOST; again++) least = Math.min(least, await factor());
  return least;
}

/** Those of the inputs that are measured in every run; in a long one all of them are. */
export const chosen = (inputs: object, always: readonly string[]): readonly string[] => {
  for (const name of always) if (!(name in inputs)) throw new Error(`there is no input “${name}”`);
  return isLong ? Object.keys(inputs) : always;
};
