import { existsSync, realpathSync, statSync } from 'node:fs';
import { dirname, isAbsolute, resolve } from 'node:path';
import type { Finding } from '../../diagnostics/finding.ts';
import { MissingPath } from '../../source/files.ts';
import { packageFile } from '../../source/package-files.ts';
import type { SourceText } from '../../source/text.ts';
import { fetchedPath, isRemote } from './fetched.ts';
import { type NamedSchema, namedSchemas, schemaKind } from './named-schemas.ts';
import { notAtHand, untrustedRules } from './unused-schemas.ts';

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
  /** Rules that files name are not run: nobody has said yet that these files are trusted. */
  readonly untrusted?: boolean;
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

/** The schemas that a file names: those available, and what is to be said of the others. */
function atHand(
  source: SourceText,
  folder: string,
  failures: SchemaWishes['failures'],
): { grammars: string[]; schematrons: string[]; findings: Finding[] } {
  const found = { grammars: new Set<string>(), schematrons: new Set<string>() };
  const missing: NamedSchema[] = [];
  for (const named of namedSchemas(source)) {
    const { href, kind } = named;
    const remote = isRemote(href) && URL.canParse(href);
    const path = remote ? fetchedPath(href, kind) : resolve(folder, dirname(source.file), href);
    // Schematron is in a file of its own or inside a grammar.
    const isKind = kind === 'schematron' ? schemaKind(href) !== undefined : schemaKind(href) === kind;
    const local = !/^[a-z][a-z0-9+.-]+:/i.test(href) && !isAbsolute(href) && isKind;
    // Where a link leads counts, not what it is called.
    const isThere = isFile(path) && (remote || schemaKind(realpathSync(path)) !== undefined);
    if (!(local || remote) || !isThere) missing.push(named);
    else found[kind === 'schematron' ? 'schematrons' : 'grammars'].add(path);
  }
  // Editions name the same grammar in several ways, for several programs: one that is available is enough. Rules are not each other's equals.
  const isMissed = ({ kind }: NamedSchema): boolean => kind === 'schematron' || found.grammars.size === 0;
  const findings = missing.filter(isMissed).map((one) => notAtHand(source, one, failures?.get(one.href)));
  return { grammars: [...found.grammars], schematrons: [...found.schematrons], findings };
}

/** The schemas of one file. `folder` is the edition's; a file names only schemas by a relative path, and never another kind of file. */
export function chooseSchemas(
  source: SourceText,
  folder: string,
  wished: readonly string[],
  { level, failures, untrusted }: Pick<SchemaWishes, 'level' | 'failures' | 'untrusted'> = {},
): SchemaChoice {
  if (wished.length > 0) return { paths: wished, schematrons: [], findings: [] };
  if (level) return { paths: [ownSchema(level)], schematrons: [], findings: [] };
  const { grammars, schematrons, findings } = atHand(source, folder, failures);
  const paths = grammars.length > 0 ? grammars : [ownSchema('exchange')];
  if (untrusted !== true || schematrons.length === 0) return { paths, schematrons, findings };
  return { paths, schematrons: [], findings: [...findings, untrustedRules(source)] };
}
