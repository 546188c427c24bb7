import type { SourceText } from '../../source/text.ts';
import type { XmlAttribute, XmlHandler, XmlLimits, XmlTag } from '../../source/xml.ts';
import { isInTei } from '../read-tei/elements.ts';
import { type Contents, contentsFor } from './contents.ts';
import { LeftOutWords } from './left-out-words.ts';
import { around as placeIn, type Around, outermost } from './places.ts';
import type { Reading } from './reading.ts';
import { type Decision, type EditionTable, whyNotThere } from './table.ts';
import { type Asked, holds, type Test } from './tests.ts';

/**
 * The edition’s table as the streaming reader follows it: each tag becomes that of the element as which it is read. Phase 1 gets its text from
 * `src/edition/decided-text.ts`, which finds the elements in a tree; where the two differ, `verify` says so.
 */

/** Elements that a row leads to and does not decide: how many, where the first begins, and why. */
export interface NotFollowed {
  readonly count: number;
  readonly start: number;
  readonly why: string;
}

/** What the table did in a file. */
export interface Decided {
  readonly table: EditionTable;
  /** Elements that are what they are, whatever the table says. */
  readonly isKept: (tag: XmlTag) => boolean;
  /** Elements to which each row leads, and those that it decides, by row. */
  readonly led: ReadonlyMap<string, number>;
  readonly used: ReadonlyMap<string, number>;
  /** Elements that cannot be at their place what a row says, by row. */
  readonly notFollowed: ReadonlyMap<string, NotFollowed>;
  /** Words that are no text because a row says so, by row. */
  readonly leftOut: ReadonlyMap<string, number>;
}

/** A step of a path. It is met at an element if the element passes and the step before it is met around. */
interface Step {
  readonly id: number;
  readonly before: number | undefined;
  readonly deep: boolean;
  readonly tests: readonly Test[];
  /** Place of the decision to which it leads, if it is the last step. */
  readonly leads: number | undefined;
}

function stepsByName(decisions: readonly Decision[]): { readonly byName: Map<string, Step[]>; readonly count: number } {
  const byName = new Map<string, Step[]>();
  let id = 0;
  decisions.forEach(({ path: { steps } }, place) =>
    steps.forEach(({ name, deep, tests }, i) => {
      const [before, leads] = [i === 0 ? undefined : id - 1, i === steps.length - 1 ? place : undefined];
      const of = byName.get(name) ?? [];
      of.push({ id: id++, before, deep, tests, leads });
      byName.set(name, of);
    }),
  );
  return { byName, count: id };
}

/** The tag of an element as another one, with looks besides its own. */
function tagAs(tag: XmlTag, { as, looks }: Reading): XmlTag {
  const prefix = tag.name.slice(0, tag.name.length - tag.local.length);
  const attributes = looks === undefined ? tag.attributes : withLooks(tag, looks);
  return as === undefined ? { ...tag, attributes } : { ...tag, local: as, name: prefix + as, attributes };
}

function withLooks({ attributes, start }: XmlTag, looks: string): readonly XmlAttribute[] {
  if (attributes.some(({ name }) => name === 'rend'))
    return attributes.map((one) => (one.name === 'rend' ? { ...one, value: `${looks} ${one.value}` } : one));
  const place = { start, valueStart: start, valueEnd: start };
  return [{ name: 'rend', local: 'rend', uri: '', value: looks, ...place }, ...attributes];
}

const none: ReadonlySet<number> = new Set();
const more = (counts: Map<string, number>, row: string): unknown => counts.set(row, (counts.get(row) ?? 0) + 1);

/** Follows the elements of one file. The time that an element takes depends on the table alone, however deep it is. */
class Decider {
  readonly words = new LeftOutWords();
  readonly led = new Map<string, number>();
  readonly used = new Map<string, number>();
  readonly notFollowed = new Map<string, NotFollowed>();
  private readonly table: EditionTable;
  private readonly isKept: (tag: XmlTag) => boolean;
  private readonly contents: Contents;
  private readonly byName: ReadonlyMap<string, readonly Step[]>;
  /** How many open elements meet each step, and how many have each name. */
  private readonly around: Uint16Array;
  private readonly openNames = new Map<string, number>();
  /** The steps that each open element meets; its name as written, and its tag as it is read. */
  private readonly met: ReadonlySet<number>[] = [];
  private readonly names: string[] = [];
  private readonly tags: XmlTag[] = [];
  /** What is around the elements in each open element. */
  private readonly places: Around[] = [];

  constructor(table: EditionTable, isKept: (tag: XmlTag) => boolean, contents: Contents) {
    this.table = table;
    this.isKept = isKept;
    this.contents = contents;
    const { byName, count } = stepsByName(table.decisions);
    this.byName = byName;
    this.around = new Uint16Array(count);
  }

  open(tag: XmlTag): XmlTag {
    const winner = this.follow(tag);
    const place = this.places.at(-1) ?? outermost;
    const decides = winner && !this.isKept(tag) && this.canBe(winner, place, tag);
    const read = decides ? tagAs(tag, winner.reading) : tag;
    if (decides) more(this.used, winner.row);
    this.words.open(tag, decides && winner.reading.isLeftOut ? winner.row : undefined);
    this.tags.push(read);
    this.places.push(placeIn(isInTei(tag) ? read.local : undefined, place));
    const name = isInTei(tag) ? tag.local : '';
    this.names.push(name);
    this.openNames.set(name, (this.openNames.get(name) ?? 0) + 1);
    return read;
  }

  close(written: XmlTag): XmlTag {
    this.words.close(written);
    for (const id of this.met.pop()!) this.around[id]!--;
    const name = this.names.pop()!;
    this.openNames.set(name, this.openNames.get(name)! - 1);
    this.places.pop();
    return this.tags.pop()!;
  }

  private canBe({ reading, row }: Decision, place: Around, { start }: XmlTag): boolean {
    const why = whyNotThere(reading, place);
    if (why === undefined) return true;
    const { count, ...first } = this.notFollowed.get(row) ?? { count: 0, start, why };
    this.notFollowed.set(row, { ...first, count: count + 1 });
    return false;
  }

  private asked({ attributes, start }: XmlTag): Asked {
    return {
      attribute: (name) => attributes.find((one) => one.name === name)?.value,
      isIn: (name) => (this.openNames.get(name) ?? 0) > 0,
      isDirectlyIn: (names) => names.every((name, i) => this.names.at(-1 - i) === name),
      has: (name) => this.contents(start, name),
    };
  }

  /** Notes which steps an element meets, and answers the strongest decision that these lead to. An element that is not of TEI meets none. */
  private follow(tag: XmlTag): Decision | undefined {
    const outer = this.met.at(-1) ?? none;
    const met = new Set<number>();
    let winner: number | undefined;
    const asked = this.asked(tag);
    for (const name of isInTei(tag) ? [tag.local, '*'] : [])
      for (const { id, before, deep, tests, leads } of this.byName.get(name) ?? []) {
        if (before !== undefined && (deep ? this.around[before] === 0 : !outer.has(before))) continue;
        if (!tests.every((test) => holds(test, asked))) continue;
        met.add(id);
        if (leads === undefined || (this.openNames.get('teiHeader') ?? 0) > 0) continue;
        more(this.led, this.table.decisions[leads]!.row);
        winner = Math.min(leads, winner ?? leads);
      }
    for (const id of met) this.around[id]!++;
    this.met.push(met.size === 0 ? none : met);
    return winner === undefined ? undefined : this.table.decisions[winner];
  }
}

/** A handler that gives another one the tags of a file as the table has them, and what it did. */
export type Decide = (inner: XmlHandler) => { readonly handler: XmlHandler; readonly decided: () => Decided };

/** Decides the elements of a file, in as many passes as there are. `isKept`: elements that are what they are in any case. */
export function deciding(
  source: SourceText,
  table: EditionTable,
  isKept: (tag: XmlTag) => boolean,
  limits: Partial<XmlLimits>,
): Decide {
  const contents = contentsFor(table, source, limits, isInTei);
  return (inner) => {
    const decider = new Decider(table, isKept, contents);
    const handler: XmlHandler = {
      open: (tag) => inner.open?.(decider.open(tag)),
      close: (tag, start, end) => inner.close?.(decider.close(tag), start, end),
      text: (value, start, end) => {
        decider.words.text(value);
        inner.text?.(value, start, end);
      },
      ...(inner.comment && { comment: inner.comment.bind(inner) }),
      ...(inner.instruction && { instruction: inner.instruction.bind(inner) }),
    };
    const { led, used, notFollowed, words } = decider;
    return { handler, decided: () => ({ table, isKept, led, used, notFollowed, leftOut: words.counts }) };
  };
}
