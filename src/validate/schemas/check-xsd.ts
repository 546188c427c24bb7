import { dirname, relative, sep } from 'node:path';
import type { XMLFileInfo, XMLValidationError } from 'xmllint-wasm';
import type { Finding } from '../../diagnostics/finding.ts';
import type { SourceText } from '../../source/text.ts';
import { groupBy } from '../tally.ts';
import type { Waiting } from './check-schemas.ts';
import type { SchemaFiles } from './schema-files.ts';

/** XML Schema (XSD), by libxml2 compiled to WebAssembly: it sees only the files it is given, and no network. Its places are lines. */

/** Pages of 64 KB: at most 1 GB. */
const memory = { initialMemoryPages: 512, maxMemoryPages: 16_384 };

/** The folder that all files of a schema are in. */
function commonFolder(paths: readonly string[]): string {
  let folder = dirname(paths[0]!);
  while (paths.some((path) => !path.startsWith(folder + sep))) folder = dirname(folder);
  return folder;
}

function schemaInputs({ path, sources }: SchemaFiles): { main: XMLFileInfo; others: XMLFileInfo[] } {
  const folder = commonFolder([...sources.keys()]);
  const input = (at: string): XMLFileInfo => ({
    fileName: `schema/${relative(folder, at).split(sep).join('/')}`,
    contents: asUtf8(sources.get(at)!.text),
  });
  return { main: input(path), others: [...sources.keys()].filter((at) => at !== path).map(input) };
}

/** The text goes over as UTF-8, whatever its declaration says. */
const asUtf8 = (text: string): string =>
  text.replace(/^(\uFEFF?<\?xml[^>]*?\bencoding\s*=\s*)(["'])[^"']*\2/, '$1"UTF-8"');

/** The place of the element, or its attribute, that a message names, in or before a line. */
function placeOf(source: SourceText, line: number, message: string): [number, number] {
  const { text } = source;
  const lines = /\r\n?|\n/g;
  let start = 0;
  for (let i = 1; i < line && lines.exec(text) !== null; i++) start = lines.lastIndex;
  const next = lines.exec(text);
  const end = next ? next.index : text.length;
  const [, element, attribute] =
    /Element '(?:\{[^}]*\})?([^']+)'(?:, attribute '(?:\{[^}]*\})?([^']+)')?/.exec(message) ?? [];
  if (element === undefined) return [start, end];
  const tag = new RegExp(`<(?:[^\\s<>/:]+:)?${element.replace(/[.-]/g, '\\$&')}(?=[\\s/>])`, 'g');
  tag.lastIndex = start;
  const here = tag.exec(text);
  const at = here && here.index < end ? here.index : text.lastIndexOf(`<${element}`, end);
  if (at < 0) return [start, end];
  const close = text.indexOf('>', at) + 1 || end;
  const name =
    attribute === undefined ? -1 : text.slice(at, close).search(new RegExp(`\\s(?:[^\\s:=]+:)?${attribute}\\s*=`));
  return name < 0 ? [at, close] : [at + name + 1, at + name + 1 + attribute!.length];
}

function findingOf(source: SourceText, { message, loc }: XMLValidationError): Finding {
  const said = message.replace(/^Schemas validity error : /, '').replace(/\{[^}]*\}/g, '');
  return {
    code: 'xsd-invalid',
    severity: 'error',
    message: `The XML Schema says: ${said.trim()}`,
    span: source.span(...placeOf(source, loc?.lineNumber ?? 1, message)),
    why: 'The file does not conform to the schema that it was checked against.',
  };
}

function broken(schema: SchemaFiles, error: unknown): Finding {
  const message = error instanceof Error ? error.message : String(error);
  return {
    code: 'schema-syntax',
    severity: 'error',
    message: `The XML Schema cannot be used: ${message.trim().split('\n')[0]!}`,
    span: schema.sources.get(schema.path)!.span(0, 0),
    why: 'Nothing could be checked against it.',
    fix: 'Fix the schema.',
  };
}

/** Checks files against the XML Schemas they wait for. */
export async function checkXsd(waiting: readonly Waiting[]): Promise<Finding[]> {
  if (waiting.length === 0) return [];
  const { validateXML } = await import('xmllint-wasm');
  const findings: Finding[] = [];
  for (const [schema, list] of groupBy(waiting, (one) => one.schema)) {
    const { main, others } = schemaInputs(schema);
    const names = new Map(list.map(({ source }, i) => [`file${i}.xml`, source]));
    const xml = [...names].map(([fileName, { text }]) => ({ fileName, contents: asUtf8(text) }));
    try {
      const { errors } = await validateXML({ xml, schema: main, preload: others, ...memory });
      for (const error of errors) {
        const source = names.get(error.loc?.fileName ?? '');
        if (source) findings.push(findingOf(source, error));
      }
    } catch (error) {
      findings.push(broken(schema, error));
    }
  }
  return findings;
}
