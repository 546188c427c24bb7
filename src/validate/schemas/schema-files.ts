import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { decode } from '../../source/decode.ts';
import type { SourceText } from '../../source/text.ts';
import { hashOf } from '../../work/hash.ts';

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

/** Paths that a schema file mentions and that are there. */
const mentioned = (path: string, text: string): string[] =>
  mentions(text)
    .map((href) => resolve(dirname(path), href))
    .filter(isFile);

/** Reads a schema file, by its absolute path, and all it brings in. */
export function readSchemaFiles(path: string): SchemaFiles {
  const sources = new Map<string, SourceText>();
  const parts: string[] = [];
  const visit = (at: string): void => {
    if (sources.has(at)) return;
    const bytes = readFileSync(at);
    const { source } = decode(at, bytes);
    sources.set(at, source);
    parts.push(hashOf(bytes));
    for (const next of mentioned(at, source.text)) visit(next);
  };
  visit(path);
  return { path, sources, hash: hashOf(...parts) };
}
