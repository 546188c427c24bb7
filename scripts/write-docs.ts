/** Writes the documentation that is made from the program. Pages that are no longer made are removed. */
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { generatedDocs, madeFolders } from './docs/generated-docs.ts';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const pages = generatedDocs(root);
for (const path of pages.keys()) mkdirSync(join(root, dirname(path)), { recursive: true });
for (const folder of madeFolders) {
  for (const name of readdirSync(join(root, folder))) {
    if (!pages.has(`${folder}/${name}`)) rmSync(join(root, folder, name));
  }
}
for (const [path, text] of pages) writeFileSync(join(root, path), text);
console.log(`${pages.size} pages`);
