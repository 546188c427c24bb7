/**
 * Where a letter ends. The page this text was taken from writes a blank line before its notes only if the last block is a paragraph;
 * so a last line that touches the notes is a signature, and one that does not is none. Where nothing follows, or the first note
 * has paragraphs of its own, the wording decides, and a person is asked.
 */
import type { Chooser } from '../decisions.ts';
import type { Marks } from './inline.ts';
import { beginsLabelled } from './lists.ts';
import { looksLikeName, looksLikeOffice, looksLikeValediction } from './letter-parts.ts';
import { type BodyLine, groupLines } from './body-lines.ts';

export type ClosingRole = 'signed' | 'office' | 'closing';

/** What follows the body: the blank lines before the notes, and whether that says anything. */
export interface Following {
  readonly blanks: number;
  readonly telling: boolean;
}

/** The role of each line of the ending, by its offset. */
export type Closing = ReadonlyMap<number, ClosingRole>;

const classification =
  /^(?:\W*(?:TOP )?SECRET|CONFIDENTIAL|UNCLASSIFIED|APPROVED|CONCUR|LIMITED OFFICIAL USE|OFFICIAL USE ONLY|END|EYES ONLY)\b/u;

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

const withoutStop = (words: string): string => words.replace(/[”"’'.]+$/u, '');

/** Whether the last group is a signature. */
function isSignature(
  group: readonly BodyLine[],
  after: Following | undefined,
  formula: boolean,
  chooser: Chooser,
): boolean {
  const words = group[0]!.words;
  const name = group.length <= 6 && looksLikeName(words) && !classification.test(words);
  if (after?.telling) {
    const short = group.length <= 8 && group.every((l) => l.words.length < 120);
    // Copies made by hand have blank lines everywhere; a name under a closing formula is a signature all the same.
    if (after.blanks > 0) return name && askSignature(group, formula ? 0.85 : 0.8, formula, chooser);
    return short && askSignature(group, name || looksLikeOffice(words) ? 0.99 : 0.8, true, chooser);
  }
  if (!name) return false;
  return askSignature(group, 0.75, true, chooser);
}

/** The lines at the end of a group that can be a signature: those after a list, none of a table. */
function signatureLines(group: readonly BodyLine[], marks: Marks): BodyLine[] {
  const from = group.findLastIndex((l) => l.indent > 0 || l.pagesOnly) + 1;
  const lines = group.slice(from);
  if (lines.some((l) => marks.source.slice(l.from, l.to).includes('\t'))) return [];
  // After the last mark of a list with labels stands the text of its item.
  const label = lines.findLastIndex((_, i) => beginsLabelled(lines, i) && !/^\p{Lu}\.$/u.test(lines[i]!.words));
  return label < 0 ? lines : lines.slice(label + 2);
}

/**
 * Each name begins a signature. The office below it belongs to the signature in volumes of the newer style, and is next
 * to it in the closing in the older; anything else (`End text.`) is a line of the closing.
 */
function markGroup(
  roles: Map<number, ClosingRole>,
  group: readonly BodyLine[],
  oldStyle: boolean,
  namesOnly = false,
): void {
  let named = false;
  group.forEach((line, i) => {
    const initial = /^\p{Lu}\.$/u.test(line.words);
    const name = initial || (looksLikeName(withoutStop(line.words)) && !looksLikeOffice(line.words));
    if (name || (i === 0 && !namesOnly && !looksLikeValediction(line.words))) {
      roles.set(line.start, 'signed');
      named = true;
    } else roles.set(line.start, named && !oldStyle && !/^[[(“"]?End\b/iu.test(line.words) ? 'office' : 'closing');
  });
}

/** Marks the signature at the end of some lines, if there is one. */
function markEnding(
  lines: readonly BodyLine[],
  after: Following | undefined,
  context: ClosingContext,
  roles: Map<number, ClosingRole>,
): void {
  const groups = groupLines(lines);
  const group = groups.length > 0 ? signatureLines(groups.at(-1)!, context.marks) : [];
  const before = groups.at(-2)?.filter((l) => !l.pagesOnly);
  const formula = before?.length === 1 && looksLikeValediction(before[0]!.words);
  if (lines.length < 2 || group.length === 0 || !isSignature(group, after, formula, context.chooser)) return;
  const valediction = groups.findLastIndex(
    (g, i) => i >= groups.length - 5 && g.length === 1 && looksLikeValediction(g[0]!.words),
  );
  const parts = valediction < 0 ? [] : groups.slice(valediction + 1);
  if (
    parts.length > 1 &&
    looksLikeName(parts[0]![0]!.words) &&
    parts.flat().every((l) => l.words.length < 80 && !l.pagesOnly && l.indent === 0)
  ) {
    if (askSignature(parts.flat(), 0.7, true, context.chooser))
      for (const part of parts) markGroup(roles, part, true, true);
    return;
  }
  const office = !looksLikeName(withoutStop(group[0]!.words)) || looksLikeOffice(group[0]!.words);
  if (office && before?.length === 1 && looksLikeName(before[0]!.words) && !looksLikeOffice(before[0]!.words)) {
    roles.set(before[0]!.start, 'signed');
    for (const line of group) roles.set(line.start, 'closing');
  } else markGroup(roles, group, context.oldStyle);
}

export interface ClosingContext {
  /** Volumes whose headings have no number before them. */
  readonly oldStyle: boolean;
  readonly marks: Marks;
  readonly chooser: Chooser;
}

const postscript = /^(?:P\. ?S\.|Postscript)/u;

/** The roles of the lines that end the document, and of those before an attachment or a postscript. `breaks` are lines with marks. */
export function findClosing(
  lines: readonly BodyLine[],
  notes: Following | undefined,
  breaks: readonly number[],
  context: ClosingContext,
): Closing {
  const roles = new Map<number, ClosingRole>();
  const last = lines.findLastIndex((l) => !l.pagesOnly);
  if (last < 0) return roles;
  const page = lines[last + 1];
  const postscripts = lines.flatMap((l, i) => (i > lines.length - 8 && postscript.test(l.words) ? [i] : []));
  for (const at of [...breaks, ...postscripts]) {
    const end = lines.slice(0, at).findLastIndex((l) => !l.pagesOnly) + 1;
    const group = groupLines(lines.slice(0, end)).at(-1);
    const first = group ? (signatureLines(group, context.marks)[0]?.words ?? '') : '';
    if (!looksLikeName(first) || classification.test(first)) continue;
    const found = new Map<number, ClosingRole>();
    markEnding(lines.slice(0, end), { blanks: 0, telling: true }, context, found);
    // Newer volumes print the signature of a letter with attachments as a line of the text.
    const plain = !context.oldStyle && breaks.includes(at);
    for (const [start, role] of found) roles.set(start, plain ? 'closing' : role);
  }
  markEnding(lines.slice(0, last + 1), page ? { blanks: page.blanks, telling: true } : notes, context, roles);
  return roles;
}
