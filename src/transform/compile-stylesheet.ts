import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compilerProgram } from './engine.ts';

/** Compiles a stylesheet that a user brings, with the compiler of the engine in a process of its own. */

export type Compiled = { readonly sef: string } | { readonly error: string; readonly line: number | undefined };

const longest = 120_000;
const megabytes = 1024;

function runCompiler(args: readonly string[]): Promise<{ failed: boolean; output: string }> {
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [`--max-old-space-size=${megabytes}`, compilerProgram(), ...args],
      { encoding: 'utf8', timeout: longest, maxBuffer: 50_000_000, env: {} },
      (error, stdout, stderr) => resolve({ failed: error !== null, output: `${stderr}\n${stdout}` }),
    );
  });
}

/** The first mistake that the compiler tells: without the path of the draft, and with the XPath where it is one. */
function firstError(output: string): Compiled {
  const line = /\bon line (\d+)/.exec(output)?.[1];
  const xpath = /Static error in XPath [^{]*\{(.*)\}: (.*)/.exec(output);
  const other = /^Error \w+[^\n]*\n\s*(.*)/m.exec(output);
  const error = xpath ? `${xpath[2]!} (in the XPath “${xpath[1]!}”)` : (other?.[1] ?? 'it does not compile');
  return { error, line: line === undefined ? undefined : Number(line) };
}

/** Compiles a stylesheet to the form that `loadStylesheet` reads. */
export async function compileStylesheet(text: string): Promise<Compiled> {
  const draft = mkdtempSync(join(tmpdir(), 'octavo-xslt-'));
  try {
    const [source, target] = [join(draft, 'stylesheet.xsl'), join(draft, 'stylesheet.sef.json')];
    writeFileSync(source, text);
    const { failed, output } = await runCompiler([`-xsl:${source}`, `-export:${target}`, '-nogo', '-relocate:on']);
    return failed ? firstError(output) : { sef: readFileSync(target, 'utf8') };
  } catch (error) {
    return { error: (error as Error).message.replaceAll(draft, ''), line: undefined };
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
}
