import { createRequire } from 'node:module';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { NodeCompiler, NodeError, NodeTypstDocument } from '@myriaddreamin/typst-ts-node-compiler';
import { packageFile } from '../source/package-files.ts';
import { fontFiles } from './fonts.ts';
import type { MadePdf, Problem, SetDocument, Standard, TypesetFiles, Typesetter } from './typesetter.ts';

/**
 * Typst’s engine in this process: the only file that knows it. It is given a document as values and gives values. It sees no file but those it is given:
 * its workspace is a folder below a file, where nothing can be.
 */

const engineName = '@myriaddreamin/typst-ts-node-compiler';

/** The command that adds what is missing. */
export const installCommand = `npm install ${engineName}@0.7.0 @expo-google-fonts/eb-garamond@0.4.3`;

const load = createRequire(import.meta.url);

/** The engine; undefined where it is not installed. */
function engine(): typeof NodeCompiler | undefined {
  try {
    return (load(engineName) as { NodeCompiler: typeof NodeCompiler }).NodeCompiler;
  } catch {
    return undefined;
  }
}

/** Whether the engine and the fonts of our designs are there. */
export const canTypeset = (): boolean => engine() !== undefined && fontFiles() !== undefined;

/** Where the files of a document are for the engine: below a file, so that nothing of the disk can be there. */
const workspace = packageFile('package.json', 'document');

const isError = (problem: { severity?: number }): boolean => problem.severity === 1;

interface EngineProblem {
  readonly message: string;
  readonly path?: string;
  readonly severity?: number;
  readonly range?: { readonly start: { readonly line: number } };
}

const problemOf = ({ message, path = '', range }: EngineProblem): Problem => ({
  message,
  file: path.startsWith(workspace) ? path.slice(workspace.length + 1) : path,
  line: (range?.start.line ?? -1) + 1,
});

function problemsIn(compiler: NodeCompiler, errors: NodeError | null): Problem[] {
  if (errors === null) return [];
  const found = compiler.fetchDiagnostics(errors) as EngineProblem[];
  const worst = found.some(isError) ? found.filter(isError) : found;
  return worst.map(problemOf);
}

/** A message as the engine quotes it, in plain words where it is about a character that no font has. */
function readable(quoted: string): string {
  const message = quoted
    .replace(/\\(["\\])/g, '$1')
    .replace(/\\u\{([0-9a-f]{1,6})\}/gi, (_, code: string) => `U+${code.toUpperCase().padStart(4, '0')}`);
  const [, text] = /the text `?"([^"]*)"`? could not be displayed with font/.exec(message) ?? [];
  return text === undefined ? message : `none of the fonts has the character “${text}”`;
}

/** What the engine throws, which is not always an Error; each problem once. */
function thrown(error: unknown): Problem[] {
  const text = error instanceof Error ? error.message : String(error);
  const quoted = [...text.matchAll(/message: "((?:[^"\\]|\\.)*)"/g)].map(([, message]) => readable(message!));
  const messages = new Set(quoted.length > 0 ? quoted : [text]);
  return [...messages].map((message) => ({ message, file: '', line: 0 }));
}

/** A document whose answers are there at once. */
interface LocalDocument extends SetDocument {
  readonly query: (label: string) => unknown;
  readonly pdf: (standard: Standard) => MadePdf;
}

interface LocalTypesetter extends Typesetter {
  set(inputs: Readonly<Record<string, string>>): LocalDocument | { readonly problems: readonly Problem[] };
}

function documentOf(compiler: NodeCompiler, set: NodeTypstDocument): LocalDocument {
  return {
    pages: set.numOfPages,
    query: (label) => compiler.query(set, { selector: `<${label}>`, field: 'value' }) as unknown,
    pdf: (pdfStandard) => {
      try {
        return { bytes: compiler.pdf(set, { pdfStandard }) };
      } catch (error) {
        return { problems: thrown(error) };
      }
    },
  };
}

/** Pages of the last round are kept by objects that look small to the engine of JavaScript, so it does not look for them by itself. */
async function collectGarbage(): Promise<void> {
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
  // What was found is given back when nothing else is to be done.
  await new Promise((resolve) => setImmediate(resolve));
}

/** Opens a document to be set. Undefined where the engine or the fonts are not installed. */
export function openTypesetter({ sources, data = {}, fonts = [] }: TypesetFiles): LocalTypesetter | undefined {
  const found = fontFiles();
  const compiler =
    found &&
    engine()?.create({ workspace, fontArgs: [{ fontBlobs: [...found, ...fonts.map((one) => Buffer.from(one))] }] });
  if (!compiler) return undefined;
  for (const [name, text] of Object.entries(sources)) compiler.addSource(join(workspace, name), text);
  for (const [name, bytes] of Object.entries(data)) compiler.mapShadow(join(workspace, name), Buffer.from(bytes));
  return {
    set: (inputs) => {
      const compiled = compiler.compile({ mainFilePath: join(workspace, 'main.typ'), inputs: { ...inputs } });
      const problems = [compiled.takeError(), compiled.takeWarnings()].flatMap((some) => problemsIn(compiler, some));
      // A warning may say that words were left out, so it is an error here.
      return compiled.result && problems.length === 0 ? documentOf(compiler, compiled.result) : { problems };
    },
    forget: async () => {
      await collectGarbage();
      compiler.evictCache(0);
    },
    close: () => undefined,
  };
}
