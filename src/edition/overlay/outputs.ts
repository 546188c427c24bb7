import type { OutputSheet, OwnSheets } from '../../config/own-sheets.ts';
import type { Finding } from '../../diagnostics/finding.ts';
import type { Overlay } from '../../transform/overlay/ask.ts';
import { compileOutput } from '../../transform/overlay/compile.ts';
import { openCache } from '../../work/cache.ts';
import { hashOf } from '../../work/hash.ts';

/** Stylesheets of an edition that make an output of their own. */

/** One that is ready to run, with a hash of all that its results depend on in addition to the unit. */
export interface OwnOutput extends Overlay {
  readonly of: OutputSheet;
  readonly hash: string;
}

interface Kept {
  readonly sefs: Readonly<Record<string, string>>;
}

/** Compiles them, or finds what was compiled before. `program`: hash of the program. */
export async function loadOutputs(
  { outputs }: OwnSheets,
  folder: string,
  program: string,
): Promise<{ readonly outputs: readonly OwnOutput[]; readonly findings: readonly Finding[] }> {
  if (outputs.length === 0) return { outputs: [], findings: [] };
  const cache = openCache('own-outputs', folder);
  const kept = (cache.readIndex() as Kept | undefined)?.sefs ?? {};
  const found: OwnOutput[] = [];
  const findings: Finding[] = [];
  for (const of of outputs) {
    const hash = hashOf(program, of.sheet.file, of.sheet.text);
    const made = Object.hasOwn(kept, hash) ? { sef: kept[hash]! } : await compileOutput(of.sheet);
    if ('findings' in made) findings.push(...made.findings);
    else found.push({ of, hash, sheets: [of.sheet], sef: made.sef });
  }
  cache.finish({ sefs: Object.fromEntries(found.map(({ hash, sef }) => [hash, sef])) } satisfies Kept, new Set());
  return { outputs: found, findings };
}
