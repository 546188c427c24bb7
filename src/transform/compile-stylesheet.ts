import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { packageFile } from '../source/package-files.ts';
import { confinedArguments } from './confined-process.ts';
import { compilerProgram, engineProgram } from './engine.ts';
import { type RefusedCode, refusedCode } from './refused-code.ts';
import { refusedSource } from './refused-source.ts';

/** Compiles a stylesheet that a user brings, with the compiler of the engine in a confined process, and lets nothing through that is not allowed. */

export type Compiled =
  | { readonly sef: string }
  | { readonly error: string; readonly line: number | undefined }
  | { readonly refused: readonly RefusedCode[] };

const longest = 120_000;
const megabytes = 1024;

function runCompiler(draft: string, args: readonly string[]): Promise<{ failed: boolean; output: string }> {
  const program = compilerProgram();
  const folders = [dirname(program), dirname(engineProgram()), packageFile('lib'), draft];
  const confined = confinedArguments({
    read: [...folders.map((folder) => `${folder}/*`), packageFile('package.json')],
    write: [`${draft}/*`],
    megabytes,
  });
  const first = pathToFileURL(packageFile('lib', 'confine-compiler.js')).href;
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [...confined, '--import', first, program, ...args],
      { encoding: 'utf8', timeout: longest, killSignal: 'SIGKILL', maxBuffer: 50_000_000, env: {} },
      (error, stdout, stderr) => resolve({ failed: error !== null, output: `${stderr}\n${stdout}` }),
    );
  });
}

/** The first mistake that the compiler reports: without the path of the draft, and with the XPath where it is one. */
function firstError(output: string): Compiled {
  const line = /\bon line (\d+)/.exec(output)?.[1];
  const xpath = /Static error in XPath [^{]*\{(.*)\}: (.*)/.exec(output);
  const other = /^Error \w[^\n]*\n\s*(.*)/m.exec(output);
  const error = xpath ? `${xpath[2]!} (in the XPath “${xpath[1]!}”)` : (other?.[1] ?? 'it does not compile');
  return { error, line: line === undefined ? undefined : Number(line) };
}

function checked(sef: string): Compiled {
  const refused = refusedCode(sef);
  return refused.length > 0 ? { refused } : { sef };
}

/** What was made of the files of a stylesheet: the compiled form, which nobody has examined yet, or what the compiler printed. */
export type Draft = { readonly sef: string } | { readonly output: string };

/** Compiles the files of a stylesheet (path and text) in a confined process. Throws where the disk cannot be written. */
export async function compileFiles(files: ReadonlyMap<string, string>, main: string): Promise<Draft> {
  const draft = mkdtempSync(join(tmpdir(), 'octavo-xslt-'));
  try {
    for (const [path, text] of files) {
      mkdirSync(dirname(join(draft, path)), { recursive: true });
      writeFileSync(join(draft, path), text);
    }
    const target = join(draft, 'stylesheet.sef.json');
    const args = [`-xsl:${join(draft, main)}`, `-export:${target}`, '-nogo', '-relocate:on'];
    const { failed, output } = await runCompiler(draft, args);
    return failed ? { output: output.replaceAll(draft, '') } : { sef: readFileSync(target, 'utf8') };
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
}

/** Compiles a stylesheet to the form that `loadStylesheet` reads. Answers what is refused in it, where something is, and no compiled form then. */
export async function compileStylesheet(text: string): Promise<Compiled> {
  const refused = refusedSource(text);
  if (refused.length > 0) return { refused };
  try {
    const made = await compileFiles(new Map([['stylesheet.xsl', text]]), 'stylesheet.xsl');
    return 'sef' in made ? checked(made.sef) : firstError(made.output);
  } catch (error) {
    return { error: (error as Error).message, line: undefined };
  }
}
