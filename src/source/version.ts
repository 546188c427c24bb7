import { readFileSync } from 'node:fs';
import { packageFile } from './package-files.ts';

/** The version of this package, as package.json says. */
export const version = (): string =>
  (JSON.parse(readFileSync(packageFile('package.json'), 'utf8')) as { version: string }).version;
