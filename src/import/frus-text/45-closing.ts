/**
 * Where a letter ends. The page this text was taken from writes a blank line before its notes only if the last block is a paragraph;
 * so a last line that touches the notes is a signature, and one that does not is none. Where nothing follows, or the first note
 * has paragraphs of its own, the wording decides, and a person is asked.
 */
import type { Chooser } from '../decisions.ts';
import { looksLikeName, looksLikeOffice } from './43-letter-parts.ts';
import { type BodyLine, groupLines } from './37-body-lines.ts';

export type ClosingRole = 'signed' | 'closing';

/** What follows the body: the blank lines before the notes, and whether that tells anything. */
export interface Following {
  readonly blanks: number;
  readonly telling: boolean;
}

/** The role of each line of the ending, by its offset. */
export type Closing = ReadonlyMap<number, ClosingRole>;

const classification =
  /^(?:\W*(?:TOP )?SECRET|CONFIDENTIAL|UNCLASSIFIED|LIMITED OFFICIAL USE|OFFICIAL USE ONLY|END|EYES ONLY)\b/u;

function askSignature(group: readonly BodyLine[], confidence: number, preferred: boolean, chooser: Chooser): boolean {
  const words = group.map((l) => l.words).join(' / ');
  return (
    chooser.choose({
      kind: 'signature',
      start: group[0]!.start,
      end: group.at(-1)!.end,
      ask: `Is “${words.slice(0, 60)}” a signature?`,
      options: [
        { value: 'signature', label: 'a signature' },
        { value: 'paragraph', label: 'a paragraph' },
      ],
      preferred: preferred ? 'signature' : 'paragraph',
      confidence,
    }) === 'signature'
  );
}

/** Whether the last group is a signature. */
function isSignature(group: readonly BodyLine[], after: Following | undefined, chooser: Chooser): boolean {
  const words = group[0]!.words;
  const name = group.length <= 5 && looksLikeName(words) && !classification.test(words);
  if (after?.telling) {
    const short = group.every((l) => l.words.length < 120);
    if (after.blanks > 0) return askSignature(group, 0.97, false, chooser);
    return short && askSignature(group, name || looksLikeOffice(words) ? 0.99 : 0.8, true, chooser);
  }
  if (!name) return false;
  return askSignature(group, 0.75, true, chooser);
}

function mark(roles: Map<number, ClosingRole>, group: readonly BodyLine[], role: ClosingRole): void {
  for (const line of group) roles.set(line.start, role);
}

/** Lines of one group that are names stand for themselves; the rest of the group belongs to the name above. */
export function findClosing(lines: readonly BodyLine[], notes: Following | undefined, chooser: Chooser): Closing {
  const roles = new Map<number, ClosingRole>();
  const last = lines.findLastIndex((l) => !l.pagesOnly);
  if (last < 0) return roles;
  const page = lines[last + 1];
  const after: Following | undefined = page ? { blanks: page.blanks, telling: true } : notes;
  const groups = groupLines(lines.slice(0, last + 1))
    .map((g) => g.filter((l) => !l.pagesOnly))
    .filter((g) => g.length > 0);
  const group = groups.at(-1)!;
  const before = groups.at(-2);
  if (groups.length < 2 || group.some((l) => l.indent > 0)) return roles;
  if (!isSignature(group, after, chooser)) return roles;
  const office = !looksLikeName(group[0]!.words) || looksLikeOffice(group[0]!.words);
  if (office && before?.length === 1 && looksLikeName(before[0]!.words) && !looksLikeOffice(before[0]!.words)) {
    mark(roles, before, 'signed');
    mark(roles, group, 'closing');
  } else mark(roles, group, 'signed');
  return roles;
}
