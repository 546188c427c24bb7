/**
 * Where attachments begin: `[Enclosure]`, `Tab A`. Below the mark may be the title of the attachment, then its
 * dateline. A mark that touches the block above it was not a paragraph; it is kept as an opening of the attachment, its
 * title as the head.
 */
import type { Chooser } from '../decisions.ts';
import type { BodyLine } from './body-lines.ts';
import { looksLikeAttachment } from './letter-parts.ts';
import { looksLikeTitle } from './titles.ts';

export type AttachmentRole = 'mark' | 'touching-mark' | 'title';

export interface Attachments {
  /** The role of a line by its offset. */
  readonly roles: ReadonlyMap<number, AttachmentRole>;
  /** Indexes of the lines with the marks. */
  readonly marks: readonly number[];
  /** Indexes of the lines with which the text of each attachment begins, after its titles. */
  readonly texts: readonly number[];
}

const documentTitle =
  /^(?:Memorandum|Letter|Draft|Statement|Report|Paper|Telegram|Note|Message|Text|Summary|Agreed|Proposed|Aide|Policy|Excerpts?|The \p{Lu}.* to )/u;

function isAttachment(line: BodyLine, chooser: Chooser): boolean {
  return (
    chooser.choose({
      kind: 'attachment',
      start: line.start,
      end: line.end,
      ask: `Does an attachment begin at “${line.words}”?`,
      options: [
        { value: 'attachment', label: 'an attachment begins here' },
        { value: 'paragraph', label: 'a line of the text' },
      ],
      preferred: 'attachment',
      confidence: 0.8,
    }) === 'attachment'
  );
}

/** Finds the attachments in the lines after the heading. */
export function findAttachments(lines: readonly BodyLine[], chooser: Chooser): Attachments {
  const roles = new Map<number, AttachmentRole>();
  const marks: number[] = [];
  const texts: number[] = [];
  const last = lines.findLastIndex((l) => !l.pagesOnly);
  lines.forEach((line, i) => {
    if (i === 0 || i >= last || line.indent > 0 || line.pagesOnly || !looksLikeAttachment(line.words)) return;
    if (lines[i + 1]!.blanks === 0 && !lines[i + 1]!.pagesOnly) return;
    if (!isAttachment(line, chooser)) return;
    const touching = line.blanks === 0;
    roles.set(line.start, touching ? 'touching-mark' : 'mark');
    marks.push(i);
    let next = i + 1;
    while (lines[next]?.pagesOnly) next++;
    const title = lines[next]!;
    const single = lines[next + 1] === undefined || lines[next + 1]!.blanks > 0;
    if (
      next < last &&
      single &&
      title.indent === 0 &&
      title.words.length < 220 &&
      (looksLikeTitle(title.words) || documentTitle.test(title.words))
    ) {
      roles.set(title.start, 'title');
      next++;
    }
    texts.push(next);
  });
  return { roles, marks, texts };
}
