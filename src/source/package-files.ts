import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

let root: string | undefined;

/** The path of a file of this package, from its sources as from its bundle: the folder that holds package.json is its root. */
export function packageFile(...steps: readonly string[]): string {
  if (root === undefined) {
    root = dirname(fileURLToPath(import.meta.url));
    while (!existsSync(join(root, 'package.json')) && dirname(root) !== root) root = dirname(root);
  }
  return join(root, ...steps);
}
