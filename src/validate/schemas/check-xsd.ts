import { dirname, relative, sep } from 'node:path';
import type { XMLFileInfo, XMLValidationError } from 'xmllint-wasm';
import type { Finding } from '../../diagnostics/finding.ts';
import type { SourceText } from '../../source/text.ts';
import { groupBy } from '../tally.ts';
import type { Waiting } from './check-schemas.ts';
import type { SchemaFiles } from './schema-files.ts';
import { readXsdMessage } from './xsd-messages.ts';
import { xsdPlaces } from './xsd-places.ts';

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

type PlaceOf = ReturnType<typeof xsdPlaces>;

function findingOf(source: SourceText, placeOf: PlaceOf, { message, loc }: XMLValidationError): Finding {
  const problem = readXsdMessage(message);
  const [start, end] = placeOf(loc?.lineNumber ?? 1, problem);
  const { code, fix, expected } = problem;
  return {
    code,
    severity: 'error',
    message: problem.message,
    span: source.span(start, end),
    why: 'The file does not conform to the XML Schema that it was checked against.',
    ...(fix !== undefined && { fix }),
    ...(expected && expected.length > 0 && { expected }),
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
    fix: 'Correct the schema.',
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
      const places = new Map<SourceText, PlaceOf>();
      for (const error of errors) {
        const source = names.get(error.loc?.fileName ?? '');
        if (!source) continue;
        const placeOf = places.get(source) ?? xsdPlaces(source);
        places.set(source, placeOf);
        findings.push(findingOf(source, placeOf, error));
      }
    } catch (error) {
      findings.push(broken(schema, error));
    }
  }
  return findings;
}
