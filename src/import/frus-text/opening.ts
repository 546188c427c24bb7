/**
 * Where a letter begins: dateline and salutation directly under the heading. A line that touches the dateline (no blank line between)
 * is part of the opening; one that does not is a paragraph, except a salutation at the very beginning, about which a person is asked.
 */
import type { Chooser } from '../decisions.ts';
import type { Inline } from '../document.ts';
import type { BodyLine } from './body-lines.ts';
import { looksLikeDateline, looksLikeSalutation } from './letter-parts.ts';
import { markDateline } from './dateline.ts';
import { askDate } from './date-questions.ts';

export type OpeningRole = 'dateline' | 'opening' | 'salute' | 'salute-paragraph';

/** The role of each line of the opening by its offset, and how its content is to be marked. */
export interface Opening {
  get(start: number): OpeningRole | undefined;
  readonly parts?: ReadonlyMap<number, (content: readonly Inline[]) => Inline[]>;
}

function askDateline(line: BodyLine, chooser: Chooser): boolean {
  return (
    chooser.choose({
      kind: 'dateline',
      start: line.start,
      end: line.end,
      ask: `Is “${line.words.slice(0, 60)}” the dateline?`,
      options: [
        { value: 'dateline', label: 'place and date of the document' },
        { value: 'paragraph', label: 'a paragraph' },
      ],
      preferred: 'dateline',
      confidence: line.words.length < 70 ? 0.95 : 0.7,
    }) === 'dateline'
  );
}

/** A salutation that stands apart: published volumes treat it both ways, and most print it as a paragraph. */
function askSalute(line: BodyLine, touches: boolean, recent: boolean, chooser: Chooser): OpeningRole {
  const preferred = touches || recent ? 'salute' : 'paragraph';
  const chosen = chooser.choose({
    kind: 'salutation',
    start: line.start,
    end: line.end,
    ask: `Should “${line.words.slice(0, 60)}” be in an opener as the salutation?`,
    options: [
      { value: 'salute', label: 'a salute in an opener' },
      { value: 'paragraph', label: 'a paragraph, with its words marked as a salutation' },
    ],
    preferred,
    confidence: touches ? 0.95 : 0.6,
  });
  return chosen === 'salute' ? 'salute' : 'salute-paragraph';
}

/** Habits of the volume: recent ones mark salutations, old ones mark the datelines of attachments. */
export interface OpeningStyle {
  readonly recent: boolean;
  readonly old: boolean;
}

interface Roles {
  readonly roles: Map<number, OpeningRole>;
  readonly parts: Map<number, (content: readonly Inline[]) => Inline[]>;
}

const classification =
  /^(?:top secret|secret|confidential|restricted|official use only|limited official use|unclassified)(?:[—–;,] ?[\w ]{1,30})?$/iu;

/** `[Telegram]`, `[Extract]`, `No. 2.]`: what old volumes print between heading and dateline. */
const printedAbove = /^(?:\[[\p{L} —–-]{3,40}\]|No\. ?\d{1,4}[a-z]?\.?\]?)$/u;

/** How many lines before a dateline say how secret the document was, how it was sent, or (up to a comma) from where. */
function linesAbove(content: readonly BodyLine[]): number {
  const above = content.slice(0, 4).findIndex((line) => looksLikeDateline(line.words));
  const fits = (line: BodyLine, i: number): boolean =>
    (i === 0 && classification.test(line.words)) ||
    printedAbove.test(line.words) ||
    (line.words.endsWith(',') && line.words.length < 60 && i === above - 1 && content[above]!.blanks === 0);
  return above > 0 && content.slice(0, above).every(fits) ? above : 0;
}

/** Reads the opening that begins at a line: a dateline, what touches it, and a salutation. */
function readOpening(
  content: readonly BodyLine[],
  as: 'dateline' | 'opening',
  { recent, old }: OpeningStyle,
  chooser: Chooser,
  { roles, parts }: Roles,
): void {
  let i = linesAbove(content);
  const first = content[i];
  if (first && looksLikeDateline(first.words) && askDateline(first, chooser)) {
    for (const line of content.slice(0, i)) roles.set(line.start, 'opening');
    roles.set(first.start, as);
    const tagged = !old && /^\p{L}[^[\]]* , /u.test(first.words);
    const reading = askDate(first, tagged, chooser);
    parts.set(first.start, (inline) => markDateline(inline, reading));
    i++;
  }
  while (
    i > 0 &&
    i < content.length &&
    content[i]!.blanks === 0 &&
    content[i]!.indent === 0 &&
    content[i]!.words.length < 100
  ) {
    roles.set(
      content[i]!.start,
      looksLikeSalutation(content[i]!.words) ? askSalute(content[i]!, true, recent, chooser) : 'opening',
    );
    i++;
  }
  const next = content[i];
  if (next && next.blanks > 0 && looksLikeSalutation(next.words) && content[i + 1]?.blanks !== 0) {
    roles.set(next.start, askSalute(next, false, recent, chooser));
  }
}

/**
 * Finds the openings: after the heading, and after the titles of attachments (`texts` are their first lines).
 * Recent volumes mark salutations; old ones mark the datelines of attachments, later ones print them as lines of the text.
 */
export function findOpening(
  lines: readonly BodyLine[],
  texts: readonly number[],
  style: OpeningStyle,
  chooser: Chooser,
): Opening {
  const found: Roles = { roles: new Map(), parts: new Map() };
  for (const from of [0, ...texts]) {
    const content = lines.slice(from, from + 12).filter((l) => !l.pagesOnly);
    const as = from === 0 || style.old ? 'dateline' : 'opening';
    if (from === 0 || looksLikeDateline(content[linesAbove(content)]?.words ?? ''))
      readOpening(content, as, style, chooser, found);
  }
  return { get: (start) => found.roles.get(start), parts: found.parts };
}
