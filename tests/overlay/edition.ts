import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build, type BuildResult } from '../../src/publish/run.ts';
import { type Proof, verify } from '../../src/verify/run.ts';
import { newFolder } from '../harness/scratch.ts';

/** Editions with stylesheets of their own. */

const header =
  '<teiHeader><fileDesc><titleStmt><title>T</title></titleStmt><publicationStmt><p>x</p></publicationStmt><sourceDesc><p>y</p></sourceDesc></fileDesc></teiHeader>';

/** A file with this body, which is one document. */
export const tei = (body: string): string =>
  `<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:lang="en">${header}<text><body>${body}</body></text></TEI>`;

/** A stylesheet of an edition with these declarations. */
export const sheet = (templates: string, more = ''): string =>
  `<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:m="urn:octavo:mode" xmlns:f="urn:f" xpath-default-namespace="http://www.tei-c.org/ns/1.0" default-mode="m:reading" exclude-result-prefixes="#all"${more}>
${templates}
</xsl:stylesheet>`;

export interface Built {
  readonly built: BuildResult;
  readonly path: string;
  readonly out: string;
  read(this: void, path: string): string;
  prove(this: void): Promise<Proof>;
}

/** Builds an edition: files by their paths in its folder. */
export async function builtEdition(
  files: Readonly<Record<string, string>>,
  out = join(newFolder(), 'dist'),
): Promise<Built> {
  const path = newFolder(files);
  return asBuilt(path, out, await build({ path, out, check: false }));
}

/** Builds the same edition again with these files added. */
export async function builtAgain({ path, out }: Built, files: Readonly<Record<string, string>>): Promise<Built> {
  for (const [file, content] of Object.entries(files)) writeFileSync(join(path, file), content);
  return asBuilt(path, out, await build({ path, out, check: false }));
}

const asBuilt = (path: string, out: string, built: BuildResult): Built => ({
  built,
  path,
  out,
  read: (file) => readFileSync(join(out, file), 'utf8'),
  prove: () => verify({ path, out }),
});

/** Builds one document under stylesheets with these templates, and rows of the setting `elements`. */
export const builtWith = (templates: string, body: string, elements?: object): Promise<Built> =>
  builtEdition({
    'a.xml': tei(body),
    'xslt/own.xsl': sheet(templates),
    ...(elements && { 'octavo.config.json': JSON.stringify({ elements }) }),
  });
