/** Lists and numbers. Word keeps no number in the text: it counts, and so do we (ECMA-376 part 1, 17.9). */
import { formatNumber } from '../number-formats.ts';
import { child, elements, valueOf, type XmlNode } from './xml-tree.ts';
import type { Style } from './styles.ts';

interface Level {
  readonly start: number;
  readonly format: string;
  /** `%1.%2)` */
  readonly text: string;
}

/** A paragraph's place in a list. */
export interface Numbered {
  readonly list: string;
  readonly level: number;
  /** The number as it is shown, without a full stop at its end; undefined for a bullet. */
  readonly number?: string;
  /** Neither number nor bullet is shown: the paragraph continues in the item before it. */
  readonly goesOn?: boolean;
}

export interface Counter {
  /** Counts a paragraph; undefined where it is not numbered. Must be asked once for each paragraph, in order. */
  count(own: XmlNode | undefined, chain: readonly Style[]): Numbered | undefined;
}

function readLevel(level: XmlNode): Level {
  return {
    start: Number(valueOf(level, 'w:start') ?? 1),
    format: valueOf(level, 'w:numFmt') ?? 'decimal',
    text: valueOf(level, 'w:lvlText') ?? '',
  };
}

interface List {
  /** Lists made from the same pattern count on, one after the other. */
  readonly pattern: string;
  readonly levels: ReadonlyMap<number, Level>;
  /** Levels at which the list begins again. */
  readonly restarts: ReadonlyMap<number, number>;
}

const levelsOf = (parent: XmlNode | undefined): [number, Level][] =>
  elements(parent)
    .filter((e) => e.name === 'w:lvl')
    .map((l) => [Number(l.attributes['w:ilvl']), readLevel(l)]);

function readList(num: XmlNode, patterns: ReadonlyMap<string, ReadonlyMap<number, Level>>): List {
  const pattern = valueOf(num, 'w:abstractNumId') ?? '';
  const levels = new Map(patterns.get(pattern));
  const restarts = new Map<number, number>();
  for (const override of elements(num).filter((e) => e.name === 'w:lvlOverride')) {
    const n = Number(override.attributes['w:ilvl']);
    const level = child(override, 'w:lvl');
    const start = valueOf(override, 'w:startOverride');
    if (level) levels.set(n, readLevel(level));
    if (start !== undefined) restarts.set(n, Number(start));
  }
  return { pattern, levels, restarts };
}

function readLists(root: XmlNode | undefined): Map<string, List> {
  const all = elements(root);
  const patterns = new Map(
    all
      .filter((e) => e.name === 'w:abstractNum')
      .map((a) => [a.attributes['w:abstractNumId'] ?? '', new Map(levelsOf(a))]),
  );
  const nums = all.filter((e) => e.name === 'w:num');
  return new Map(nums.map((num) => [num.attributes['w:numId'] ?? '', readList(num, patterns)]));
}

function shown(list: List, counts: readonly number[], level: number): string {
  const text = list.levels.get(level)!.text.replace(/%(\d)/g, (_, digit: string) => {
    const other = Number(digit) - 1;
    const { format = 'decimal', start = 1 } = list.levels.get(other) ?? {};
    return formatNumber(counts[other] ?? start, format);
  });
  return text.trim().replace(/\.$/, '');
}

/** How far each list has counted. */
class Counts {
  readonly #counts = new Map<string, number[]>();
  readonly #restarted = new Set<string>();
  readonly #parts = new Map<string, number>();

  /** Counts one paragraph; the numbers of its level and of those above. `part` changes where a list begins again. */
  next(id: string, list: List, at: number): { counts: readonly number[]; part: string } {
    const counts = this.#counts.get(list.pattern) ?? [];
    this.#counts.set(list.pattern, counts);
    const restart = list.restarts.get(at);
    const key = `${id} ${at}`;
    if (restart !== undefined && !this.#restarted.has(key)) {
      this.#restarted.add(key);
      if (counts[at] !== undefined) this.#parts.set(list.pattern, (this.#parts.get(list.pattern) ?? 0) + 1);
      counts[at] = restart;
    } else counts[at] = counts[at] === undefined ? list.levels.get(at)!.start : counts[at] + 1;
    counts.length = at + 1;
    return { counts, part: `${list.pattern} ${this.#parts.get(list.pattern) ?? 0}` };
  }
}

/** A counter for one reading of a document. */
export function numberCounter(root: XmlNode | undefined): Counter {
  const lists = readLists(root);
  const counts = new Counts();
  const property = (own: XmlNode | undefined, chain: readonly Style[], name: string): string | undefined =>
    [own, ...chain.map((s) => s.paragraph)].map((p) => valueOf(child(p, 'w:numPr'), name)).find((v) => v !== undefined);
  return {
    count(own, chain) {
      const id = property(own, chain, 'w:numId');
      const list = lists.get(id ?? '');
      const at = Number(property(own, chain, 'w:ilvl') ?? 0);
      const level = list?.levels.get(at);
      if (id === undefined || id === '0' || !list || !level || level.format === 'none') return undefined;
      const { counts: numbers, part } = counts.next(id, list, at);
      if (level.text.trim() === '') return { list: part, level: at, goesOn: true };
      if (level.format === 'bullet') return { list: part, level: at };
      return { list: part, level: at, number: shown(list, numbers, at) };
    },
  };
}
