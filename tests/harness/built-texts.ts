import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { build } from '../../src/publish/run.ts';
import { verify } from '../../src/verify/run.ts';
import { newFolder } from './scratch.ts';

const header =
  '<teiHeader><fileDesc><titleStmt><title>T</title></titleStmt><publicationStmt><p>x</p></publicationStmt><sourceDesc><p>y</p></sourceDesc></fileDesc></teiHeader>';

/** A file in English with a header and this content. */
export const fileOf = (content: string): string =>
  `<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:lang="en">${header}${content}</TEI>`;

/** Builds a file with this content, expects that nothing is lost, and gives its plain texts in the order of their names. */
export async function builtTexts(content: string): Promise<readonly string[]> {
  const path = newFolder({ 'a.xml': fileOf(content) });
  const out = join(newFolder(), 'dist');
  await build({ path, out, check: false });
  const { result, losses } = await verify({ path, out });
  expect({ result, losses }).toEqual({ result: 'nothing lost', losses: [] });
  return readdirSync(join(out, 'text'))
    .toSorted()
    .map((name) => readFileSync(join(out, 'text', name), 'utf8'));
}
