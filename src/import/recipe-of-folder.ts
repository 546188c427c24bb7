/** The recipe of a folder, `import.yaml`: read where it is there, written by `--learn`. */
import { existsSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Finding } from '../diagnostics/finding.ts';
import { MissingPath } from '../source/files.ts';
import { readRegularFile } from '../source/regular-file.ts';
import { type SourceText, sourceText } from '../source/text.ts';
import type { Recipe } from './layout/recipe.ts';
import { learnRecipe } from './learn-recipe.ts';
import { openSource } from './open-source.ts';
import { readRecipe } from './read-recipe.ts';

const recipeName = 'import.yaml';

/** The recipe in a folder; nothing where there is none. */
function recipeOfFolder(folder: string): { file: string; recipe?: Recipe; findings: readonly Finding[] } | undefined {
  const file = join(folder, recipeName);
  if (!existsSync(file)) return undefined;
  return { file, ...readRecipe(sourceText(file, readRegularFile(file).toString('utf8'))) };
}

/** Whether a file is read with a recipe. */
export const isPlainText = (path: string): boolean => /\.(?:txt|text)$/i.test(path);

/** The recipes of the folders that texts are in. */
export function recipesOf(paths: readonly string[]): {
  recipes: Map<string, Recipe>;
  files: string[];
  findings: Finding[];
} {
  const recipes = new Map<string, Recipe>();
  const files: string[] = [];
  const findings: Finding[] = [];
  for (const folder of new Set(paths.filter(isPlainText).map((p) => dirname(p)))) {
    const found = recipeOfFolder(folder);
    findings.push(...(found?.findings ?? []));
    if (!found?.recipe) continue;
    recipes.set(folder, found.recipe);
    files.push(found.file);
  }
  return { recipes, files, findings };
}

const refusal = (
  file: string,
  code: 'import-nothing' | 'import-would-overwrite',
  message: string,
  fix: string,
): Finding => ({
  code,
  severity: 'error',
  message,
  span: sourceText(file, '').span(0, 0),
  fix,
});

/** Learns the recipe of a folder and writes it into it. Throws `MissingPath` where the folder is not there. */
export function learnFolder(
  folder: string,
  force: boolean,
): { file: string; texts: number; findings: readonly Finding[] } {
  if (!existsSync(folder) || !statSync(folder).isDirectory()) throw new MissingPath(folder);
  const file = join(folder, recipeName);
  const sources: SourceText[] = [];
  const findings: Finding[] = [];
  for (const name of readdirSync(folder).filter(isPlainText).sort()) {
    const path = join(folder, name);
    const opened = openSource(path, readRegularFile(path));
    findings.push(...opened.findings);
    if (opened.source) sources.push(opened.source);
  }
  if (sources.length === 0) {
    const message = `There is no plain text in ${folder} to learn from.`;
    return {
      file,
      texts: 0,
      findings: [...findings, refusal(folder, 'import-nothing', message, 'Name the folder with the texts (.txt).')],
    };
  }
  if (existsSync(file) && !force) {
    const message = `${file} is there already; somebody may have changed it.`;
    return {
      file,
      texts: 0,
      findings: [refusal(file, 'import-would-overwrite', message, 'Use --force to replace it.')],
    };
  }
  writeFileSync(file, learnRecipe(sources));
  return { file, texts: sources.length, findings };
}
