/**
 * The heading: the first line that begins with a number and a full stop, or with `No. 483`; where there is none, the first line that is
 * not a file number or an archive line. What is above it is kept as the archive's line.
 */
import type { Chooser } from '../decisions.ts';
import type { BodyLine } from './body-lines.ts';

export interface Heading {
  readonly before: readonly BodyLine[];
  readonly head: readonly BodyLine[];
  readonly rest: readonly BodyLine[];
  /** `194` in `194. Memorandum`; with `printed` true it is in the text. */
  readonly number?: string;
}

const numbered = /^\[?(\d{1,4}[a-z]?)\]?\.\s+\S/u;
const numberLine = /^(?:No|Document|Doc)\.? (\d{1,4}[a-z]?)$/u;

const archive =
  /(?:^\[?File (?:No|Nos)\. |\bfiles?\b|\bFiles?$|\blot \d|\bLot \d|\bpapers\b|\bLibrary\b|\bRecords?\b.*\bRG\b|\bRG[ -]\d|\bArchives?\b|\bManuscripts?\b|\bcollection\b|^\[?\d{3}[A-Z]?\.[\dA-Z]|^\d{2,4}[A-Z]{0,2}[./ ][^a-z]*\d[–-]\d|^[A-Z]{2,}[/–-].*\bfiles\b|\bfile\b|\bTelegram\b$|\bAirgram\b$|^\w{1,8}[–/.]\d.*: )/u;

const documentWords =
  /^(?:The |Memorandum|Editorial|Minutes|Telegram|Letter|Message|Note|Notes|Report|Despatch|Airgram|Record|Paper|Statement|Draft|Policy|National|Special|Aide|Circular|Extract|Summary|Agreed|Joint|Address|Executive|Instruction|Diary|Department|Study|Briefing|Intelligence|Position|Proposal|Press|Protocol|Treaty|Agreement|Transcript|Verbatim|Unsigned|United States|President|Secretary|Mr\.|Ambassador)/u;

/** True for a line with which a published document begins: its number, or what it is. */
export const beginsDocument = (line: string): boolean =>
  numbered.test(line) || /^(?:No|Document|Doc)\.? \d/u.test(line) || documentWords.test(line);

/** True for a line that says where the original is kept. */
export function looksLikeArchiveLine(words: string): boolean {
  if (words.length >= 200 || !archive.test(words)) return false;
  return !documentWords.test(words) || /\bfiles?\b|\bpapers\b|\bFiles?$|\b[Ll]ot \d|\bLibrary\b/u.test(words);
}

/**
 * The range of a heading that is the number of the document; of the lines above it, all but the last two characters.
 */
export function takenByNumbers({ before, head, number }: Heading): { start: number; end: number }[] {
  const above = before.filter((l) => !l.pagesOnly).map((l) => ({ start: l.start, end: l.end - 2 }));
  const first = head[0];
  if (!first || number === undefined) return above;
  const printed = first.words.indexOf(number) + number.length;
  return [...above, { start: first.start, end: first.start + printed + 1 }];
}

const contentIndexes = (lines: readonly BodyLine[]): number[] =>
  lines.flatMap((l, i) => (l.pagesOnly ? [] : [i])).slice(0, 6);

function cut(lines: readonly BodyLine[], at: number, number: string | undefined): Heading {
  let end = at + 1;
  while (end < lines.length && lines[end]!.blanks === 0 && !lines[end]!.pagesOnly && lines[end]!.indent === 0) end++;
  return {
    before: lines.slice(0, at),
    head: lines.slice(at, end),
    rest: lines.slice(end),
    ...(number === undefined ? {} : { number }),
  };
}

/** Finds the heading; a guess among lines without a number is logged. */
export function findHeading(lines: readonly BodyLine[], chooser: Chooser): Heading {
  const first = contentIndexes(lines);
  for (const i of first.slice(0, 5)) {
    const { words } = lines[i]!;
    const alone = numberLine.exec(words)?.[1];
    if (alone && lines[i + 1]?.blanks === 0) return cut(lines, i, alone);
    const number = numbered.exec(words)?.[1];
    const above = first.filter((k) => k < i).map((k) => lines[k]!.words);
    const source = (w: string): boolean => looksLikeArchiveLine(w) || (w.length < 200 && !documentWords.test(w));
    if (number && above.every(source)) return cut(lines, i, number);
  }
  if (first.length === 0) return { before: lines, head: [], rest: [] };
  const guess = first.slice(0, 3).find((i) => !looksLikeArchiveLine(lines[i]!.words)) ?? first[0]!;
  const sure = documentWords.test(lines[guess]!.words);
  const chosen = chooser.choose({
    kind: 'heading',
    start: lines[guess]!.start,
    end: lines[guess]!.end,
    ask: 'Which line is the heading of the document?',
    options: first
      .slice(0, 3)
      .map((i) => ({ value: `line ${first.indexOf(i) + 1}`, label: `“${lines[i]!.words.slice(0, 60)}”` })),
    preferred: `line ${first.indexOf(guess) + 1}`,
    confidence: sure ? 0.95 : 0.6,
  });
  return cut(lines, first[Number(chosen.slice(5)) - 1] ?? guess, undefined);
}
