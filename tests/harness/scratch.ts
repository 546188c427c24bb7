import { existsSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** Folders for tests. All lie in the scratch folder of the run and go when it ends. */

function scratch(): string {
  const folder = process.env.OCTAVO_TEST_SCRATCH;
  if (folder === undefined) throw new Error('tests/harness/setup.ts has not run: start the tests with npm test');
  return folder;
}

/** A new folder that holds `files` (path and content). */
export function newFolder(files: Readonly<Record<string, string | Uint8Array>> = {}): string {
  const folder = mkdtempSync(join(scratch(), 'folder-'));
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return folder;
}

/**
 * A folder that is made once in a run and shared by all test files, which run in several processes: the first that asks makes it, the others
 * wait. Nobody may write into it. Throws where making it failed.
 */
export async function sharedFolder(name: string, make: (folder: string) => void | Promise<void>): Promise<string> {
  const folder = join(scratch(), `shared-${name}`);
  try {
    mkdirSync(`${folder}.begun`);
  } catch {
    while (!existsSync(`${folder}.done`) && !existsSync(`${folder}.failed`)) await sleep(50);
    if (existsSync(`${folder}.failed`)) throw new Error(`${name} could not be made: see the test that asked first`);
    return folder;
  }
  try {
    mkdirSync(folder);
    await make(folder);
    mkdirSync(`${folder}.done`);
    return folder;
  } catch (error) {
    mkdirSync(`${folder}.failed`);
    throw error;
  }
}
