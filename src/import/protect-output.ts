import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { basename } from 'node:path';
import type { Finding } from '../diagnostics/finding.ts';
import { readRegularFile } from '../source/regular-file.ts';
import { type SourceText, sourceText } from '../source/text.ts';
import { type DecisionsFile, readDecisions } from './answers.ts';

/** What an import never overwrites: the work of a person, and the TEI of another text. */

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** Why an output that exists may not be written again; undefined where it may. */
export function protectedOutput(
  output: string,
  decisions: string,
  own: OwnSource,
  answered: boolean,
): Refusal | undefined {
  if (!existsSync(output)) return undefined;
  const before = existsSync(decisions)
    ? readDecisions(sourceText(decisions, readRegularFile(decisions).toString('utf8'))).files[0]
    : undefined;
  const mine = 'import-would-overwrite';
  if (!before) return { code: mine, message: `${output} exists already, and Octavo did not write it.` };
  if (isOther(before, own))
    return {
      code: 'import-other-text',
      message: `${output} is the TEI of another text, ${before.source?.path ?? before.file}.`,
    };
  if (before.output !== sha256(readRegularFile(output).toString('utf8')))
    return { code: mine, message: `${output} was edited since it was imported.` };
  const unread = before.decisions.some((d) => d.answer !== '');
  if (!unread || answered) return undefined;
  return { code: mine, message: `${decisions} contains answers that this import would lose.` };
}

/** Which text a TEI file was made from: its path as seen from the TEI, and its content. */
export type OwnSource = NonNullable<DecisionsFile['source']>;

export interface Refusal {
  readonly code: 'import-other-text' | 'import-would-overwrite';
  readonly message: string;
}

/** A text that was edited keeps its path, one that was moved keeps its content; what has neither is another text. */
function isOther({ file, source }: DecisionsFile, own: OwnSource): boolean {
  if (source) return source.path !== own.path && source.sha256 !== own.sha256;
  return file !== '' && file !== basename(own.path);
}

/** The finding that says so. */
export function refusedOutput(source: SourceText, { code, message }: Refusal): Finding {
  return {
    code,
    severity: 'error',
    message,
    span: source.span(0, 0),
    why:
      code === 'import-other-text'
        ? 'The TEI of one text would replace that of another.'
        : 'A person’s work is never overwritten.',
    fix: 'Import into another folder with --to, replay answers with --answers, or use --force.',
  };
}
