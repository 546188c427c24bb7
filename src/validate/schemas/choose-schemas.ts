import { existsSync, statSync } from 'node:fs';
import { dirname, isAbsolute, resolve } from 'node:path';
import type { Finding } from '../../diagnostics/finding.ts';
import { MissingPath } from '../../source/files.ts';
import { packageFile } from '../../source/package-files.ts';
import type { SourceText } from '../../source/text.ts';
import { fetchedPath, isRemote } from './fetched.ts';
import { type NamedSchema, namedSchemas, schemaKind } from './named-schemas.ts';

/** Which schemas a file is checked against: those that were asked for, else those it names itself, else our own. */

export type Level = 'exchange' | 'edition';

export interface SchemaWishes {
  /** Paths of schemas, as typed. */
  readonly schemas: readonly string[];
  /** Our own schema; where a level is asked for, the schemas that files name are left aside. */
  readonly level?: Level | undefined;
  /** Paths of Schematron schemas, as typed. */
  readonly schematrons?: readonly string[];
  /** The phase of Schematron schemas; default: that of the settings, else their own default. */
  readonly phase?: string | undefined;
  /** Why schemas of the web could not be fetched, by their addresses. */
  readonly failures?: ReadonlyMap<string, string>;
}

export interface SchemaChoice {
  /** Absolute paths of grammars. */
  readonly paths: readonly string[];
  /** Absolute paths of the Schematron schemas that the file names. */
  readonly schematrons: readonly string[];
  /** Schemas that the file names and that are not available. */
  readonly findings: readonly Finding[];
}

export class WrongSchema extends Error {}

const isFile = (path: string): boolean => existsSync(path) && statSync(path).isFile();

function present(path: string, { failures }: SchemaWishes): string {
  if (isRemote(path)) {
    const copy = fetchedPath(path);
    if (isFile(copy)) return copy;
    const reason = failures?.get(path);
    throw new WrongSchema(
      reason === undefined
        ? `${path} is on the web and not in the cache: fetch it once with --allow-network, or give a file`
        : `${path} cannot be fetched: ${reason}`,
    );
  }
  if (!isFile(path)) throw new MissingPath(path);
  return resolve(path);
}

/** Absolute paths of the grammars that were asked for. Throws `MissingPath` and `WrongSchema`. */
export function wishedSchemas(wishes: SchemaWishes): string[] {
  return wishes.schemas.map((path) => {
    const full = present(path, wishes);
    const kind = schemaKind(path);
    if (kind === 'schematron') throw new WrongSchema(`${path} is a Schematron schema: name it with --schematron`);
    if (kind === undefined) throw new WrongSchema(`${path} must end with .rng, .rnc or .xsd`);
    return full;
  });
}

/** Absolute paths of the Schematron schemas that were asked for. Throws `MissingPath`. */
export const wishedSchematrons = (wishes: SchemaWishes): string[] =>
  (wishes.schematrons ?? []).map((path) => present(path, wishes));

const ownSchema = (level: Level): string => packageFile('schema', `octavo-${level}.rng`);

export const isOwnSchema = (path: string): boolean => path === ownSchema('exchange') || path === ownSchema('edition');

function notAtHand(source: SourceText, { href, start, end }: NamedSchema, failure: string | undefined): Finding {
  const remote = isRemote(href);
  return {
    code: 'schema-not-at-hand',
    severity: failure === undefined ? 'note' : 'review',
    message:
      failure !== undefined
        ? `The schema that this file names could not be fetched: ${href} (${failure}).`
        : remote
          ? `The schema that this file names is on the web and is not fetched: ${href}.`
          : `The schema that this file names is missing: ${href}.`,
    span: source.span(start, end),
    why: 'The file is checked against Octavo’s own exchange schema instead.',
    fix: remote
      ? 'Fetch it once with --allow-network: it is kept, and used without the network from then on. Or give a file with --schema FILE.'
      : 'Put the schema where the file says, or name it with --schema FILE.',
  };
}

/** The schemas that a file names: those available, and what is to be said of the others. */
function atHand(
  source: SourceText,
  folder: string,
  failures: SchemaWishes['failures'],
): { grammars: string[]; schematrons: string[]; findings: Finding[] } {
  const grammars: string[] = [];
  const schematrons: string[] = [];
  const findings: Finding[] = [];
  for (const named of namedSchemas(source)) {
    const { href, kind } = named;
    const remote = isRemote(href) && URL.canParse(href);
    const path = remote ? fetchedPath(href, kind) : resolve(folder, dirname(source.file), href);
    const local = !/^[a-z][a-z0-9+.-]+:/i.test(href) && !isAbsolute(href) && schemaKind(href) === kind;
    if (!(local || remote) || !isFile(path)) findings.push(notAtHand(source, named, failures?.get(href)));
    else (kind === 'schematron' ? schematrons : grammars).push(path);
  }
  // Editions name the same schema in several ways, for several programs: one that is available is enough.
  return { grammars, schematrons, findings: grammars.length + schematrons.length > 0 ? [] : findings };
}

/** The schemas of one file. `folder` is the edition's; a file names only schemas by a relative path, and never another kind of file. */
export function chooseSchemas(
  source: SourceText,
  folder: string,
  wished: readonly string[],
  { level, failures }: Pick<SchemaWishes, 'level' | 'failures'> = {},
): SchemaChoice {
  if (wished.length > 0) return { paths: wished, schematrons: [], findings: [] };
  if (level) return { paths: [ownSchema(level)], schematrons: [], findings: [] };
  const { grammars, schematrons, findings } = atHand(source, folder, failures);
  return { paths: grammars.length > 0 ? grammars : [ownSchema('exchange')], schematrons, findings };
}
