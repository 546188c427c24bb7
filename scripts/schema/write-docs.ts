/** Writes docs/schema. Pages that are no longer made are removed. */
import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { schemaDocs } from './schema-docs.ts';

const folder = 'docs/schema';
const pages = schemaDocs('schema');
mkdirSync(folder, { recursive: true });
for (const old of existsSync(folder) ? readdirSync(folder) : []) if (!pages.has(old)) rmSync(`${folder}/${old}`);
for (const [name, text] of pages) writeFileSync(`${folder}/${name}`, text);
console.log(`${folder}: ${pages.size} pages`);
