import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach } from 'vitest';
import { exampleFile } from '../../src/validate/example.ts';
import { validate, type ValidateOptions, type ValidateResult } from '../../src/validate/run.ts';

/** Small editions on the disk, thrown away after each test. */

const made: string[] = [];

afterEach(() => {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** Makes a folder with these files; a text that ends in `.xml` and is not XML file yet is put into a small one. */
export function editionFolder(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'octavo-validate-'));
  made.push(folder);
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    const bare =
      typeof content === 'string' && path.endsWith('.xml') && !content.startsWith('<?xml') && content.startsWith('<');
    writeFileSync(join(folder, path), bare ? exampleFile(content) : content);
  }
  return folder;
}

/** Validates a folder, or one file in it. */
export async function check(
  folder: string,
  options: Partial<ValidateOptions> = {},
  path = '',
): Promise<ValidateResult & { codes: string[] }> {
  const result = await validate({ schemas: [], ...options, paths: [join(folder, path)] });
  return { ...result, codes: result.findings.map(({ code }) => code) };
}
