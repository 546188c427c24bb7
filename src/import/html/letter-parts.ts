/** The parts of a letter, where the page calls them so by its classes: dateline, salutation, closing, signatures. */
import type { Inline, LetterPart } from '../document.ts';
import { markDateline, readDate, runs, wrapPhrase } from '../frus-text/dateline.ts';
import type { HtmlElement } from './tree.ts';
import { elements, hasClass, textOf } from './query.ts';
import { type HtmlContext, isPassedOver } from './context.ts';
import { anchorOf, inlineOf } from './inline.ts';
import { trimmed, wholeLine } from './paragraphs.ts';

const names: readonly [RegExp, LetterPart['kind']][] = [
  [/^(?:tei-)?dateline$/i, 'dateline'],
  [/^(?:tei-)?(?:salute|salutation)$/i, 'salute'],
  [/^(?:tei-)?(?:signed|signature)$/i, 'signed'],
  [/^(?:tei-)?opener$/i, 'opening'],
  [/^(?:tei-)?(?:closer|closing)$/i, 'closing'],
];

const kindOf = (e: HtmlElement): LetterPart['kind'] | undefined => names.find(([pattern]) => hasClass(e, pattern))?.[1];

const marks = (content: readonly Inline[], element: string): boolean =>
  content.some((c) => c.kind === 'phrase' && (c.element === element || marks(c.content, element)));

/** Place and date of a dateline, where the page does not mark them itself. */
function dated(content: readonly Inline[]): readonly Inline[] {
  if (marks(content, 'date')) return content;
  if (!marks(content, 'placeName')) return markDateline(content);
  const date = readDate(runs(content));
  if (!date) return content;
  const attributes = date.when ? { when: date.when } : {};
  return wrapPhrase(content, date.index, date.index + date.text.length, { element: 'date', attributes });
}

function part(e: HtmlElement, kind: LetterPart['kind'], context: HtmlContext): LetterPart[] {
  const content = trimmed(wholeLine(inlineOf(e.children, context), context));
  return content.length > 0 ? [{ kind, content: kind === 'dateline' ? dated(content) : content }] : [];
}

/** The parts of a letter that an element of one line is, or holds and nothing else. */
export function letterPartsOf(e: HtmlElement, context: HtmlContext): LetterPart[] {
  const kind = kindOf(e);
  if (!kind) return [];
  const inner = elements(e).filter((c) => c.name !== 'br');
  const whole = inner.length > 0 && inner.map(textOf).join('').replace(/\s/g, '') === textOf(e).replace(/\s/g, '');
  if ((kind === 'opening' || kind === 'closing') && whole && inner.every((c) => kindOf(c) && !isPassedOver(c, context)))
    return inner.flatMap((c) => {
      context.waiting.push(...anchorOf(c, context));
      return part(c, kindOf(c)!, context);
    });
  return part(e, kind, context);
}
