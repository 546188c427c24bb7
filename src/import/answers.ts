/** The decisions file `NAME.decisions.json`: written for a person to fill in, read back as answers. */
import type { Finding } from '../diagnostics/finding.ts';
import type { SourceText } from '../source/text.ts';
import type { Decision } from './decisions.ts';

export interface DecisionsFile {
  /** The name of the source without its folder. */
  readonly file: string;
  /** Which text it was: its path as seen from this file, and the SHA-256 of its text; absent in files of older versions. */
  readonly source?: { readonly path: string; readonly sha256: string };
  /** SHA-256 of the TEI file as it was written: an output that has another one was edited by a person. */
  readonly output: string;
  readonly decisions: readonly Decision[];
}

const howTo = 'Write the value of an option into "answer" and import again with --answers and this file.';

/** The file as text: the same decisions give the same bytes. */
export function writeDecisions({ file, source, output, decisions }: DecisionsFile): string {
  return `${JSON.stringify({ file, howTo, source, output, decisions }, undefined, 2)}\n`;
}

const isContext = (value: unknown): boolean =>
  typeof value === 'object' &&
  value !== null &&
  ['before', 'text', 'after'].every((name) => typeof (value as Record<string, unknown>)[name] === 'string');

const isDecision = (d: unknown): d is Decision => {
  if (typeof d !== 'object' || d === null) return false;
  const { key, kind, answer, context } = d as Partial<Record<keyof Decision, unknown>>;
  return typeof key === 'string' && typeof kind === 'string' && typeof answer === 'string' && isContext(context);
};

const isSource = (value: unknown): value is NonNullable<DecisionsFile['source']> =>
  typeof value === 'object' &&
  value !== null &&
  typeof (value as { path?: unknown }).path === 'string' &&
  typeof (value as { sha256?: unknown }).sha256 === 'string';

/** Reads one decisions file, or several in an array. A file that cannot be read is a finding. */
export function readDecisions(source: SourceText): { files: DecisionsFile[]; findings: Finding[] } {
  const wrong = (message: string): { files: DecisionsFile[]; findings: Finding[] } => ({
    files: [],
    findings: [
      {
        code: 'import-answers',
        severity: 'error',
        message,
        span: source.span(0, 0),
        why: 'Without it the import would guess where a person has already decided.',
        fix: 'Take the file NAME.decisions.json that the import wrote, and change nothing but the values of "answer".',
      },
    ],
  });
  let data: unknown;
  try {
    data = JSON.parse(source.text.replace(/^\ufeff/, ''));
  } catch (error) {
    return wrong(`${source.file} is not valid JSON: ${(error as Error).message}`);
  }
  const files: DecisionsFile[] = [];
  for (const entry of Array.isArray(data) ? data : [data]) {
    const { file, source: made, output, decisions } = (entry ?? {}) as Partial<DecisionsFile>;
    if (!Array.isArray(decisions) || !decisions.every(isDecision))
      return wrong(`${source.file} is not a decisions file.`);
    files.push({
      file: typeof file === 'string' ? file : '',
      ...(isSource(made) && { source: made }),
      output: typeof output === 'string' ? output : '',
      decisions,
    });
  }
  return { files, findings: [] };
}

/** The answers for a source: those of its own file, and those of files that name none. */
export function answersFor(name: string, files: readonly DecisionsFile[]): Decision[] {
  return files.filter((f) => f.file === '' || f.file === name).flatMap((f) => f.decisions);
}
