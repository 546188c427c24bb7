import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { engineCode, loadStylesheet } from '../src/transform/engine.ts';
import { readHeaders, readUnits, unitXml } from '../src/transform/phase1.ts';
import { prepareShortRun } from '../src/work/short-run.ts';

/**
 * `engine-code.ts LIB TEI`: lets the engine make phase 1 of a file, so that V8 compiles what a build needs, and keeps that in `LIB/engine.code`.
 * V8 takes code only from a process with the same flags: this one has those of the commands.
 */

prepareShortRun();
const [lib, tei] = process.argv.slice(2) as [string, string];
const stylesheet = loadStylesheet(readFileSync(join(lib, 'reading.sef.json'), 'utf8'));
const text = readFileSync(tei, 'utf8');
const namespace = ' xmlns="http://www.tei-c.org/ns/1.0"';
const stretch = (from: string, to: string): string => text.slice(text.indexOf(from), text.indexOf(to) + to.length);

const header = stretch('<teiHeader', '</teiHeader>').replace('<teiHeader', `<teiHeader${namespace}`);
if (readHeaders(stylesheet, [header]).length !== 1) throw new Error('phase 1 of the sample edition made no header');
const units = [...readUnits(stylesheet, [unitXml(namespace, stretch('<text', '</text>'))])];
if (units.length !== 1) throw new Error('phase 1 of the sample edition made no unit');
writeFileSync(join(lib, 'engine.code'), engineCode());
