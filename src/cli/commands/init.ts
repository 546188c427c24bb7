import { lstatSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { makeFolder } from '../../source/make-folder.ts';
import { packageFile } from '../../source/package-files.ts';
import { readArguments } from '../arguments.ts';
import { printResult } from '../print.ts';
import { say } from '../terminal.ts';

/** Makes a folder into an edition to start from. What is there stays as it is. */
export function run(args: readonly string[]): Promise<number> {
  const given = readArguments('init', args);
  const format = given.value('format');
  const shown = given.paths[0] ?? '.';
  const folder = resolve(shown);
  makeFolder(folder);
  const names = readdirSync(packageFile('templates', 'init')).sort();
  // A link that leads nowhere is there as well.
  const kept = names.filter((name) => lstatSync(join(folder, name), { throwIfNoEntry: false }) !== undefined);
  const made = names.filter((name) => !kept.includes(name));
  for (const name of made)
    writeFileSync(join(folder, name), readFileSync(packageFile('templates', 'init', name)), { flag: 'wx' });
  if (format === 'json') printResult([], { made, kept });
  else if (!given.flag('quiet')) say(initText(shown, made, kept));
  return Promise.resolve(0);
}

function initText(folder: string, made: readonly string[], kept: readonly string[]): string {
  const place = folder === '.' ? 'this folder' : folder;
  const lines = made.length > 0 ? [`Made in ${place}: ${made.join(', ')}.`] : [`Nothing to create in ${place}.`];
  if (kept.length > 0) lines.push(`Left as they are: ${kept.join(', ')}.`);
  return `${lines.join('\n')}\nNext: ${folder === '.' ? '' : `cd ${folder} && `}octavo build\n`;
}
