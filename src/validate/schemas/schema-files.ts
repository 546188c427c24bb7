import { existsSync, realpathSync, statSync } from 'node:fs';
import { dirname, isAbsolute, resolve, sep } from 'node:path';
import { decode } from '../../source/decode.ts';
import { readRegularFile } from '../../source/regular-file.ts';
import type { SourceText } from '../../source/text.ts';
import { hashOf } from '../../work/hash.ts';
import { schemaKind } from './named-schemas.ts';

/** The files a schema is made of, read from the disk: the only place where schemas touch it. */

export interface SchemaFiles {
  /** Absolute path of the first. */
  readonly path: string;
  /** The first and all that it brings in, by absolute path. */
  readonly sources: ReadonlyMap<string, SourceText>;
  /** Of all their contents. */
  readonly hash: string;
}

const mention =
  /\b(?:href|schemaLocation)\s*=\s*(?:"([^"<>]*)"|'([^'<>]*)')|\b(?:include|external)\s+(?:"([^"\n]*)"|'([^'\n]*)')/g;

const isFile = (path: string): boolean => existsSync(path) && statSync(path).isFile();

/** What the text of a schema brings in, by relative addresses. Too many do no harm: they are read, not believed. */
export const mentions = (text: string): string[] =>
  [...text.matchAll(mention)]
    .map((match) => match.slice(1).find((value) => value !== undefined) ?? '')
    .filter((href) => href !== '' && !/^[a-z][a-z0-9+.-]+:/i.test(href) && /\.(rng|rnc|xsd|xml|rnx|sch)$/i.test(href));

/**
 * Whether a file may be part of the schema in `home`: a schema, where its name and what a link leads to say so, by a relative path; anything else
 * only from that folder. A schema of a stranger must not show what is in other files.
 */
function isPart(full: string, home: string): boolean {
  if (!isFile(full)) return false;
  const real = realpathSync(full);
  return schemaKind(real) !== undefined || real.startsWith(realpathSync(home) + sep);
}

/** Paths that a schema file mentions and that are there. */
const mentioned = (path: string, text: string, home: string): string[] =>
  mentions(text)
    .filter((href) => !isAbsolute(href))
    .map((href) => resolve(dirname(path), href))
    .filter((full) => isPart(full, home));

/** Reads a schema file, by its absolute path, and all it brings in. */
export function readSchemaFiles(path: string): SchemaFiles {
  const sources = new Map<string, SourceText>();
  const parts: string[] = [];
  const visit = (at: string): void => {
    if (sources.has(at)) return;
    const bytes = readRegularFile(at);
    const { source } = decode(at, bytes);
    sources.set(at, source);
    parts.push(hashOf(bytes));
    for (const next of mentioned(at, source.text, dirname(path))) visit(next);
  };
  visit(path);
  return { path, sources, hash: hashOf(...parts) };
}
