import type { XmlTag } from '../../source/xml.ts';
import { type MarkRole, markValue, type StatusIs, statusValue } from '../status.ts';
import { fieldMark } from '../structure.ts';
import { ruleOf } from '../tei/elements.ts';
import { attributeOf } from './structure.ts';

/**
 * What the streaming reader must know of TEI attributes to say what a gap, an empty space or a change of hand is, and what the status of words is.
 * Phase 1 reads the same attributes in `src/transform/attributes.ts`; where the two differ, `verify` says so.
 */

type Attribute = (name: string) => string | undefined;

const reader =
  (tag: XmlTag): Attribute =>
  (name) =>
    attributeOf(tag, name);

/** How much: `12 character`, `c. 3 line`, `2–4 character`, `unknown`. */
function extentOf(attribute: Attribute): string {
  const [least, most] = [attribute('atLeast') ?? '', attribute('atMost') ?? ''];
  const between = least === '' && most === '' ? '' : `${least}–${most}`;
  const amount = [attribute('quantity'), between, attribute('extent')].find(
    (each) => each !== undefined && each !== '',
  );
  const about = amount !== undefined && attribute('precision') === 'low' ? 'c.' : undefined;
  return [about, amount, attribute('unit')].filter((part) => part !== undefined && part !== '').join(' ');
}

/** The hand that begins, as the source names it. */
const handOf = (attribute: Attribute): string =>
  attribute('new') || attribute('scribeRef') || attribute('scribe') || attribute('medium') || attribute('n') || '';

/** The value of the mark that an element is; undefined where it is none. */
export function markOf(tag: XmlTag): string | undefined {
  const rule = ruleOf(tag.local);
  // A gloss has words of its own (glosses.ts).
  if (rule?.becomes !== 'mark' || rule.role === 'gloss') return undefined;
  const attribute = reader(tag);
  const role = rule.role as MarkRole;
  if (role === 'hand') return markValue(role, '', handOf(attribute));
  if (role === 'event' || role === 'pause') return markValue(role, attribute('type'));
  return markValue(role, attribute('reason'), extentOf(attribute));
}

/** The value of the status that the words of an element have; undefined where they have none. */
export function statusOf(tag: XmlTag): string | undefined {
  const rule = ruleOf(tag.local);
  return rule?.status === undefined || rule.becomes !== 'span' ? undefined : statusAs(rule.status, tag);
}

/**
 * What is said of the words of an element that is a point where it can be: those of a gap, those that name an event, those of a formula that cannot be
 * shown as one.
 */
export function wordsOfMark(tag: XmlTag): readonly ['role' | 'status', string] {
  const rule = ruleOf(tag.local);
  if (rule?.becomes === 'formula') return ['role', `unknown${fieldMark}`];
  return rule?.role === 'gap' ? ['role', `gap${fieldMark}`] : ['status', statusAs('event', tag)];
}

/** The value of a status, with what an element says of it. */
export function statusAs(is: StatusIs, tag: XmlTag): string {
  const attribute = reader(tag);
  const said: Record<string, string | undefined> = {
    why: attribute('reason') || attribute('evidence'),
    cert: attribute('cert'),
    place: attribute('place'),
    hand: attribute('hand'),
  };
  return statusValue({ is, ...said }, attribute('title'));
}
