import type { TestCase, TestModule } from 'vitest/node';
import { startVitest } from 'vitest/node';

/**
 * Runs all tests, or those whose paths hold one of the words given, and ends with the line `N passed, N failed, N skipped`. A file that cannot
 * be loaded and a fault outside all tests count as failed. What was skipped is listed one by one, with the reason: it
 * was not proved here.
 */

interface Count {
  passed: number;
  failed: number;
  skipped: number;
}

function skippedLine(test: TestCase, module: TestModule): string {
  const result = test.result();
  const note = result.state === 'skipped' && result.note !== undefined ? `: ${result.note}` : '';
  return `NOT TESTED HERE  ${module.relativeModuleId} > ${test.fullName}${note}`;
}

/** Whether a hook around the test failed, so that it was never run. */
function isBehindFault(test: TestCase): boolean {
  for (let around: TestCase['parent'] = test.parent; ; around = around.parent) {
    if (around.errors().length > 0) return true;
    if (around.type === 'module') return false;
  }
}

/** Counts the tests of a file; one that a failed hook kept from running has failed, and a file without tests that failed counts as one. */
function countModule(module: TestModule, count: Count): void {
  let own = 0;
  for (const test of module.children.allTests()) {
    const { state } = test.result();
    if (state === 'passed') count.passed++;
    else if (state === 'failed' || isBehindFault(test)) own++;
    else {
      count.skipped++;
      console.log(skippedLine(test, module));
    }
  }
  count.failed += module.state() === 'failed' ? Math.max(own, 1) : own;
}

async function run(names: string[]): Promise<Count> {
  const vitest = await startVitest('test', names, { watch: false, run: true });
  const count: Count = { passed: 0, failed: 0, skipped: 0 };
  const modules = vitest.state.getTestModules();
  for (const module of modules) countModule(module, count);
  count.failed += vitest.state.getUnhandledErrors().length;
  if (modules.length === 0) {
    console.log(`No test file has “${names.join('” or “')}” in its path.`);
    count.failed++;
  }
  await vitest.close();
  return count;
}

const { passed, failed, skipped } = await run(process.argv.slice(2));
process.exitCode = failed === 0 ? 0 : 1;
process.stdout.write(`${passed} passed, ${failed} failed, ${skipped} skipped\n`);
