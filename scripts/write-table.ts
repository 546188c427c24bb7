/** Writes the stylesheet of phase 1 that is made from the table of elements. */
import { writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { elements } from '../src/model/tei/elements.ts';
import { plainTemplates } from './table/plain-templates.ts';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
writeFileSync(join(root, 'xslt/1-reading/table.xsl'), plainTemplates(elements));
