/** The validators that the tests of the schema ask: libxml2, which comes with the project, and jing, where it is installed. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { validateXML } from 'xmllint-wasm';

/** Files by name. */
export type Files = Record<string, string>;

/** The names of the files that libxml2 does not accept under a schema. All files must be well-formed. */
export async function rejected(schema: string, files: Files): Promise<string[]> {
  const xml = Object.entries(files).map(([fileName, contents]) => ({ fileName, contents }));
  const result = await validateXML({
    xml,
    schema: [{ fileName: 'schema.rng', contents: schema }],
    extension: 'relaxng',
    initialMemoryPages: 1024,
    maxMemoryPages: 8192,
  });
  const answers = new Map(
    [...result.rawOutput.matchAll(/^(\S+) (validates|fails to validate)$/gm)].map((match) => [match[1]!, match[2]!]),
  );
  const silent = Object.keys(files).filter((name) => !answers.has(name));
  if (silent.length > 0) throw new Error(`no answer about ${silent.join(', ')}:\n${result.rawOutput.slice(0, 2000)}`);
  return Object.keys(files).filter((name) => answers.get(name) !== 'validates');
}

/** The text of a schema with another start: any of its elements may be the root of a document. */
export function startAnywhere(schema: string): string {
  const names = [
    ...schema.matchAll(
      /<define name="([^"]+)">\s*(?:<a:documentation[^>]*>[^<]*<\/a:documentation>\s*)*<element(?: name=|>\s*<choice>)/g,
    ),
  ];
  const choice = names.map((match) => `<ref name="${match[1]!}"/>`).join('');
  return schema.replace(/<start>[\s\S]*?<\/start>/, `<start><choice>${choice}</choice></start>`);
}

/** Whether jing is installed here. */
export const hasJing = spawnSync('jing', []).error === undefined;

/** What jing says of files in `folder` under a schema: `FILE:LINE: message`, one line each. */
export function jing(schema: string, folder: string, files: readonly string[]): string[] {
  const options = { cwd: folder, encoding: 'utf8', maxBuffer: 1 << 28 } as const;
  const said = spawnSync('jing', [schema, ...files], options).stdout;
  const prefix = `${folder}/`;
  return said
    .split('\n')
    .filter((line) => line !== '')
    .map((line) =>
      line
        .replace(prefix, '')
        .replace(/^([^:]*:\d+):\d+:/, '$1:')
        .replace(/; expected .*$/, ''),
    );
}

/** Runs `use` with a folder that holds the files and is removed afterwards. */
export function inFolder<T>(files: Files, use: (folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'octavo-test-'));
  try {
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
    return use(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
