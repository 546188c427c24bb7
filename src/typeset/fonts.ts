import { existsSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { readRegularFile } from '../source/regular-file.ts';

/** The fonts of our designs, from packages with the SIL Open Font Licence. The engine has others of its own for signs and formulas. */

const load = createRequire(import.meta.url);
const styles = ['400Regular', '400Regular_Italic', '600SemiBold', '700Bold', '700Bold_Italic'];

/** The first is needed; the others are for scripts that it does not have. */
const packages = ['eb-garamond', 'noto-serif-hebrew', 'noto-naskh-arabic', 'noto-serif-devanagari'];

function folderOf(name: string): string | undefined {
  try {
    return dirname(load.resolve(`@expo-google-fonts/${name}/package.json`));
  } catch {
    return undefined;
  }
}

function filesOf(folder: string): Buffer[] {
  return styles
    .map((style) => join(folder, style))
    .filter((path) => existsSync(path))
    .flatMap((path) =>
      readdirSync(path)
        .filter((name) => name.endsWith('.ttf'))
        .sort()
        .map((name) => join(path, name)),
    )
    .map((path) => readRegularFile(path));
}

let known: readonly Buffer[] | undefined;

/** The font files that are installed; undefined where the first is not. */
export function fontFiles(): readonly Buffer[] | undefined {
  if (known) return known;
  const folders = packages.map(folderOf);
  if (folders[0] === undefined) return undefined;
  known = folders.flatMap((folder) => (folder === undefined ? [] : filesOf(folder)));
  return known;
}
