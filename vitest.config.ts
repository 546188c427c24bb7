import { defineConfig } from 'vitest/config';
import { LongFirst } from './tests/harness/long-first.ts';

/** All tests: what they share (a scratch folder, a cache of their own) is made in tests/harness/setup.ts. */
export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    globalSetup: ['tests/harness/setup.ts'],
    pool: 'forks',
    maxWorkers: 2,
    sequence: { sequencer: LongFirst },
    // Whole volumes are read, and programs are started: a slow machine gets its time.
    testTimeout: 400_000,
    hookTimeout: 400_000,
  },
});
