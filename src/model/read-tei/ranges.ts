import type { XmlTag } from '../../source/xml.ts';
import { ruleOf } from '../tei/elements.ts';
import { statusAs } from './marks.ts';
import { attributeOf } from './structure.ts';

/**
 * Ranges over elements on the tape (TEI Guidelines, chapter 11: `addSpan`, `delSpan`, `damageSpan`). A range begins at its element and ends with the
 * element that `spanTo` names. Phase 1 finds the same ends in its result, in `src/transform/read-result.ts`; where the two differ, `verify` says so.
 */

/** Parts the fields of the value of a range on the tape; XML 1.0 does not allow it. */
const rangeMark = '\x1e';

/** A range on the tape: the offset of its start tag, the id with which it ends, the status of its words. */
export interface RangeOnTape {
  readonly start: number;
  readonly end: string;
  readonly status: string;
}

export function rangeOnTape(value: string): RangeOnTape {
  const [start = '', end = '', status = ''] = value.split(rangeMark);
  return { start: Number(start), end, status };
}

/** The id with which a range ends; empty where it names none of its file. */
const endOf = (tag: XmlTag): string => /^#(\S+)$/.exec((attributeOf(tag, 'spanTo') ?? '').trim())?.[1] ?? '';

/** Notes and the sides of an entry are texts of their own: neither they nor what is in them end what began outside. */
const ownTexts = new Set('note lem rdg wit witDetail'.split(' '));
/** What is in them is in one view only, or in none: an end in them is behind them. */
const viewed = new Set('choice ex am'.split(' '));

/** Where ranges begin and end while a tape is recorded. */
export class RangesOfTape {
  /** Ids with which ranges end that began so far. */
  private readonly wanted = new Set<string>();
  /** Ids in elements of which only one view has what they hold, the innermost last; what is in texts of their own does not count. */
  private readonly inside: string[][] = [];
  private readonly put: (is: 'startRange' | 'endRange', value: string, offset: number) => void;

  constructor(put: (is: 'startRange' | 'endRange', value: string, offset: number) => void) {
    this.put = put;
  }

  open(tag: XmlTag): void {
    const { local } = tag;
    if (viewed.has(local) || local === 'app' || ownTexts.has(local)) this.inside.push([]);
    const is = ruleOf(local)?.begins;
    if (is === undefined) return;
    const end = endOf(tag);
    if (end !== '') this.wanted.add(end);
    this.put('startRange', [tag.start, end, statusAs(is, tag)].join(rangeMark), tag.start);
  }

  /** To be called when all else of the element has ended. */
  close(tag: XmlTag, offset: number): void {
    const { local } = tag;
    const isOwnText = ownTexts.has(local);
    const held = viewed.has(local) || local === 'app' || isOwnText ? this.inside.pop()! : [];
    if (viewed.has(local)) for (const id of held) this.end(id, offset);
    const id = this.wanted.size === 0 || isOwnText ? undefined : attributeOf(tag, 'xml:id');
    if (id !== undefined && this.wanted.has(id)) this.end(id, offset);
  }

  private end(id: string, offset: number): void {
    this.put('endRange', id, offset);
    this.inside.at(-1)?.push(id);
  }
}
