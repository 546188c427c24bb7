import { lostLetter, type View } from '../model/views.ts';
import type { NamedByNotes } from './apparatus.ts';
import type { ResultNode } from './engine.ts';
import { attributeOf } from './result-nodes.ts';
import type { Draft } from './wrap-words.ts';

/**
 * What the diplomatic view makes of a result of phase 1, in which a `view` element holds what is in one view only. The streaming reader decides the
 * same in `src/model/read-tei/diplomatic.ts`, from the source.
 */

/** A view that is being read, and whether the diplomatic one differs. */
export interface Seen {
  readonly view: View;
  differs: boolean;
  /** The words of the reading view decide which readings notes name, for all views. */
  readonly named: NamedByNotes;
}

/** Whether a part of the result is in the view that is read. */
export function isInView(part: ResultNode, seen: Seen): boolean {
  seen.differs = true;
  return attributeOf(part, 'only') === (seen.view === 'diplomatic' ? 'diplomatic' : 'reading');
}

/** What is in place of letters that an editor supplied: nothing where the document never had them or the reason is not known. */
export type Supplied = 'lost' | 'never written' | undefined;

/**
 * How letters in `draft`, which was read from `node`, are to be read, those around it being read as `around`. Only a reason says that letters were
 * there: `evidence` says how an editor knows which.
 */
export function suppliedIn(node: ResultNode, { tei, status }: Draft, around: Supplied, seen: Seen): Supplied {
  if (tei !== 'supplied' || status?.is !== 'supplied') return around;
  seen.differs = true;
  if (around === 'never written') return around;
  const reason = attributeOf(node, 'reason') ?? '';
  return reason === '' || ['omitted', 'subaudible', 'explanation'].some((each) => reason.includes(each))
    ? 'never written'
    : 'lost';
}

/** Letters of a text in the view: dots in place of those that are lost. */
export function lettersIn(text: string, supplied: Supplied, { view }: Seen): string {
  if (view !== 'diplomatic' || supplied === undefined) return text;
  // Words that it separates are still two without it.
  if (supplied === 'never written') return [...text].filter((letter) => ' \t\n\r'.includes(letter)).join('');
  return [...text]
    .map((letter) => (/\p{M}/u.test(letter) ? '' : /[\p{L}\p{N}]/u.test(letter) ? lostLetter : letter))
    .join('');
}
