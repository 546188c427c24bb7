import { readFileSync } from 'node:fs';
import { packageFile } from '../source/package-files.ts';
import { hashOf } from '../work/hash.ts';
import { loadStylesheet, type Stylesheet } from './engine.ts';

/** The stylesheet of phase 1, compiled when the package was built. */

let text: string | undefined;

function sef(): string {
  text ??= readFileSync(packageFile('lib', 'reading.sef.json'), 'utf8');
  return text;
}

/** What results of phase 1 depend on in addition to the unit. */
export const phase1Hash = (): string => hashOf(sef());

export const phase1Stylesheet = (): Stylesheet => loadStylesheet(sef());
