import { divisionLabel, recordLabel } from '../../model/record-labels.ts';
import { decoded } from './decoded.ts';
import { isWeb } from './promise.ts';
import type { Tag } from './tag-structure.ts';

/** Words in the text that the source does not have. They are few, and each is known: others would be injected. */

const pointerWords = (href: string): string =>
  /^https?:/i.test(href) ? href : href.replace(/^.*#/, '').replace(/\.html$/, '');

/** What is wrong with matter marked as generated, in words; undefined where it is one of ours. */
export function generatedFault(tag: Tag, around: Tag, words: string): string | undefined {
  const isOurs =
    words === '' ||
    (tag.get('id') === 'o:notes' && /^Notes?$/.test(words)) ||
    (/^doc-(?:noteref|backlink)$/.test(around.get('role') ?? '') && words === '*') ||
    (around.classes.includes('image') && words === imageWords(around.get('title') ?? '')) ||
    (around.name === 'time' && words === around.get('datetime')) ||
    // The siglum of a witness.
    (tag.name === 'b' && around.name === 'li' && words === around.get('id')) ||
    (tag.name === 'b' && tag.classes.join() === 'label' && labelsOf(around).includes(words)) ||
    // Who speaks is compared with the registers (frame/names.ts).
    (tag.classes.includes('who') && around.get('data-who') !== undefined) ||
    (around.name === 'a' && words === pointerWords(around.get('href') ?? ''));
  return isOurs ? undefined : `“${words}” is marked as words of our own, and we never say so`;
}

/** Where words of our own lead: only those for a picture that lies elsewhere are a link, to where it lies, unless they are in a link (`linked`). */
export function generatedLinkFault(href: string | undefined, around: Tag, linked: boolean): string | undefined {
  const target = around.classes.includes('image') && !linked ? (around.get('data-target') ?? '') : '';
  const wanted = isWeb(target) ? decoded(target) : undefined;
  const leads = href === undefined ? undefined : decoded(href);
  return leads === wanted ? undefined : `words of our own lead to “${leads ?? ''}” and not to “${wanted ?? ''}”`;
}

/** The labels that a fact, a statement of a record or a division may have. */
function labelsOf({ classes, get }: Tag): (string | undefined)[] {
  const type = get('data-type') ?? '';
  if (classes.includes('fact')) return [recordLabel(type)];
  return classes.includes('section') ? [recordLabel(type), divisionLabel(type)] : [];
}

const imageWords = (text: string): string => (text === '' ? '[Image]' : `[Image: ${text}]`);
