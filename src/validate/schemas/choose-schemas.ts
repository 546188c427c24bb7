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
  /** Paths of Schematron schemas, as typed. */
  readonly schematrons?: readonly string[];
}

export interface SchemaChoice {
  /** Absolute paths of grammars. */
  readonly paths: readonly string[];
  /** Absolute paths of the Schematron schemas that the file names. */
  readonly schematrons: readonly string[];
  /** Schemas that the file names and that are not at hand. */
  readonly findings: readonly Finding[];
}

export class WrongSchema extends Error {}

const isFile = (path: string): boolean => existsSync(path) && statSync(path).isFile();

const present = (path: string): string => {
  if (!isFile(path)) throw new MissingPath(path);
  return resolve(path);
};

/** Absolute paths of the grammars that were asked for. Throws `MissingPath` and `WrongSchema`. */
export function wishedSchemas(wishes: SchemaWishes): string[] {
  return wishes.schemas.map((path) => {
    const full = present(path);
    const kind = schemaKind(path);
    if (kind === 'schematron') throw new WrongSchema(`${path} is a Schematron schema: give it with --schematron`);
    if (kind === undefined) throw new WrongSchema(`${path} must end with .rng, .rnc or .xsd`);
    return full;
  });
}

/** Absolute paths of the Schematron schemas that were asked for. Throws `MissingPath`. */
export const wishedSchematrons = ({ schematrons = [] }: SchemaWishes): string[] => schematrons.map(present);

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

/** The schemas that a file names: those at hand, and what is to be said of the others. */
function atHand(
  source: SourceText,
  folder: string,
): { grammars: string[]; schematrons: string[]; findings: Finding[] } {
  const grammars: string[] = [];
  const schematrons: string[] = [];
  const findings: Finding[] = [];
  for (const { href, kind, start, end } of namedSchemas(source)) {
    const path = resolve(folder, dirname(source.file), href);
    const local = !/^[a-z][a-z0-9+.-]+:/i.test(href) && !isAbsolute(href) && schemaKind(href) === kind;
    if (!local || !isFile(path)) findings.push(notAtHand(source, href, start, end));
    else (kind === 'schematron' ? schematrons : grammars).push(path);
  }
  // Editions name the same schema in several ways, for several programs: one that is at hand is enough.
  return { grammars, schematrons, findings: grammars.length + schematrons.length > 0 ? [] : findings };
}

/** The schemas of one file. `folder` is the edition's; a file names only schemas by a relative path, and never another kind of file. */
export function chooseSchemas(
  source: SourceText,
  folder: string,
  wished: readonly string[],
  level?: Level,
): SchemaChoice {
  if (wished.length > 0) return { paths: wished, schematrons: [], findings: [] };
  if (level) return { paths: [ownSchema(level)], schematrons: [], findings: [] };
  const { grammars, schematrons, findings } = atHand(source, folder);
  return { paths: grammars.length > 0 ? grammars : [ownSchema('exchange')], schematrons, findings };
}
