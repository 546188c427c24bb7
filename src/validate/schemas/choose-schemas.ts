import { existsSync, statSync } from 'node:fs';
import { dirname, isAbsolute, resolve } from 'node:path';
import type { Finding } from '../../diagnostics/finding.ts';
import { MissingPath } from '../../source/files.ts';
import { packageFile } from '../../source/package-files.ts';
import type { SourceText } from '../../source/text.ts';
import { namedSchemas, schemaKind } from './named-schemas.ts';

/** Which schemas a file is checked against: those that were asked for, else those it names itself, else our own. */

export type Level = 'exchange' | 'edition';

export interface SchemaWishes {
  /** Paths of schemas, as typed. */
  readonly schemas: readonly string[];
  /** Our own schema; where a level is asked for, the schemas that files name are left aside. */
  readonly level?: Level | undefined;
}

export interface SchemaChoice {
  /** Absolute paths. */
  readonly paths: readonly string[];
  /** Schemas that the file names and that are not at hand. */
  readonly findings: readonly Finding[];
}

export class WrongSchema extends Error {}

const isFile = (path: string): boolean => existsSync(path) && statSync(path).isFile();

/** Absolute paths of the schemas that were asked for. Throws `MissingPath` and `WrongSchema`. */
export function wishedSchemas(wishes: SchemaWishes): string[] {
  return wishes.schemas.map((path) => {
    if (!isFile(path)) throw new MissingPath(path);
    const kind = schemaKind(path);
    if (kind === 'schematron') throw new WrongSchema(`${path} is a Schematron schema: give it with --schematron`);
    if (kind === undefined) throw new WrongSchema(`${path} must end with .rng, .rnc or .xsd`);
    return resolve(path);
  });
}

const ownSchema = (level: Level): string => packageFile('schema', `octavo-${level}.rng`);

export const isOwnSchema = (path: string): boolean => path === ownSchema('exchange') || path === ownSchema('edition');

function notAtHand(source: SourceText, href: string, start: number, end: number): Finding {
  const remote = /^[a-z][a-z0-9+.-]+:/i.test(href);
  return {
    code: 'schema-not-at-hand',
    severity: 'note',
    message: remote
      ? `The schema that this file names is on the web and is not fetched: ${href}.`
      : `The schema that this file names is not there: ${href}.`,
    span: source.span(start, end),
    why: 'The file is checked against Octavo’s own exchange schema instead.',
    fix: 'Put the schema where the file says, or give it with --schema FILE.',
  };
}

/** The schemas of one file. `folder` is the edition's; a file names only schemas by a relative path, and never another kind of file. */
export function chooseSchemas(
  source: SourceText,
  folder: string,
  wished: readonly string[],
  level?: Level,
): SchemaChoice {
  if (wished.length > 0) return { paths: wished, findings: [] };
  if (level) return { paths: [ownSchema(level)], findings: [] };
  const findings: Finding[] = [];
  const paths: string[] = [];
  for (const { href, kind, start, end } of namedSchemas(source)) {
    if (kind === 'schematron') continue;
    const path = resolve(folder, dirname(source.file), href);
    const local = !/^[a-z][a-z0-9+.-]+:/i.test(href) && !isAbsolute(href) && schemaKind(href) === kind;
    if (local && isFile(path)) paths.push(path);
    else findings.push(notAtHand(source, href, start, end));
  }
  // A file that names one schema at hand is checked against it; the others it names are worth no word then.
  if (paths.length > 0) return { paths, findings: [] };
  return { paths: [ownSchema('exchange')], findings };
}
