/** The decisions file `NAME.decisions.json`: written for a person to fill in, read back as answers. */
import type { Finding } from '../diagnostics/finding.ts';
import type { SourceText } from '../source/text.ts';
import type { Decision } from './decisions.ts';

export interface DecisionsFile {
  /** The name of the source without its folder. */
  readonly file: string;
  /** SHA-256 of the TEI file as it was written: an output that has another one was edited by a person. */
  readonly output: string;
  readonly decisions: readonly Decision[];
}

const howTo = 'Write the value of an option into "answer" and import again with --answers and this file.';

/** The file as text: the same decisions give the same bytes. */
export function writeDecisions({ file, output, decisions }: DecisionsFile): string {
  return `${JSON.stringify({ file, howTo, output, decisions }, undefined, 2)}\n`;
}

const isDecision = (d: unknown): d is Decision => {
  if (typeof d !== 'object' || d === null) return false;
  const { key, kind, answer, context } = d as Partial<Record<keyof Decision, unknown>>;
  return (
    typeof key === 'string' && typeof kind === 'string' && typeof answer === 'string' && typeof context === 'object'
  );
};

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
    const { file, output, decisions } = (entry ?? {}) as Partial<DecisionsFile>;
    if (!Array.isArray(decisions) || !decisions.every(isDecision))
      return wrong(`${source.file} is not a file of decisions.`);
    files.push({
      file: typeof file === 'string' ? file : '',
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
