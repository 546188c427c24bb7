/** The modules of the schema: the files in schema/base, in the order in which base.rnc includes them, and what each defines. */
import { readFileSync } from 'node:fs';

/** A file of the schema: its name without ending, what it is about, and the names it defines. */
export interface Module {
  name: string;
  about: string;
  defines: string[];
}

/** All modules; the two schemas built on the base come last. */
export function readModules(folder: string): Module[] {
  const base = readFileSync(`${folder}/base/base.rnc`, 'utf8');
  const included = [...base.matchAll(/^include "(.+)\.rnc"$/gm)].map((match) => `base/${match[1]!}`);
  return [...included, 'octavo-exchange', 'octavo-edition'].map((name) => readModule(folder, name));
}

function readModule(folder: string, name: string): Module {
  const text = readFileSync(`${folder}/${name}.rnc`, 'utf8');
  const about = /^# (.*)$/m.exec(text)![1]!.replace(/^Octavo: t/, 'T');
  const defines = [...text.matchAll(/^\s*\\?([A-Za-z][\w.]*) =/gm)].map((match) => match[1]!);
  return { name, about, defines };
}
