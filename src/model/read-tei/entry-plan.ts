import type { SourceText } from '../../source/text.ts';
import { scanXml, type XmlLimits, type XmlTag } from '../../source/xml.ts';
import { countBelow } from '../../source/sorted.ts';
import {
  type ApartEntry,
  type Edge,
  type EntryFault,
  type EntryPlan,
  type FaultyEntry,
  mostEntriesInEachOther,
  type Numbered,
  type Place,
  type PlacedEntry,
  plainNumber,
  wordsIn,
} from './apart-entries.ts';
import { EntryScan, type ListHolder } from './entry-scan.ts';
import { attributeOf } from './structure.ts';
import type { Decide } from '../decides/decider.ts';

/**
 * Finds the place of each entry of an apparatus that is apart from the text, before the tape of the file is recorded. The edition does the same in
 * `src/edition/entry-places.ts` for phase 1, from a tree; where the two differ, `verify` says so.
 */

/** Words of a lemma, from its first place to the last. */
interface Range {
  readonly entry: ApartEntry;
  readonly start: Place;
  readonly end: Place;
}

/** A lemma whose first word is in a stretch more often than this is not looked for. */
const mostPlaces = 100;

/** Signs of such entries, or of a list in which none is left. */
const mayBeApart = /<(?:[^\s<>:/]+:)?(?:app\s[^<]*?\b(?:from|loc)\s*=|listApp[\s/>])|\btype\s*=\s*["']apparatus["']/;

/** Where the entries of a file are that it has apart from its text; undefined where there are none. */
export function entryPlan(
  source: SourceText,
  isDocument: (tag: XmlTag) => boolean,
  limits: Partial<XmlLimits>,
  decide?: Decide,
): EntryPlan | undefined {
  if (!mayBeApart.test(source.text)) return undefined;
  const scan = new EntryScan(isDocument);
  scanXml(source, decide?.(scan).handler ?? scan, { limits });
  return scan.entries.length + scan.holders.length === 0 ? undefined : new Settling(scan).settle();
}

/** The element that two places have around them, if both are at its edge or in it: there they are the same to a reader. */
function together(start: Place, end: Place): readonly [Place, Place] | undefined {
  let [a, b] = [start, end];
  const outerStart = (): boolean => {
    const { around, words } = a;
    if (!around.parent || (around.first !== undefined && around.first < words)) return false;
    a = { around: around.parent, words, offset: around.tag.start, at: { tag: around.tag } };
    return true;
  };
  const outerEnd = (): boolean => {
    const { around, words } = b;
    if (!around.parent || (around.last !== undefined && around.last >= words)) return false;
    b = { around: around.parent, words, offset: around.end, at: { tag: around.tag } };
    return true;
  };
  while (a.around !== b.around) if (!(a.around.depth > b.around.depth ? outerStart() : outerEnd())) return undefined;
  while (!a.around.holds) if (!(outerStart() && outerEnd())) return undefined;
  return a.offset < b.offset ? [a, b] : undefined;
}

class Settling {
  private readonly scan: EntryScan;
  private readonly faults: FaultyEntry[] = [];
  private byWord: Map<string, number[]> | undefined;

  constructor(scan: EntryScan) {
    this.scan = scan;
  }

  settle(): EntryPlan {
    const ranges = this.scan.entries.flatMap((entry) => this.rangeOf(entry) ?? []);
    const placed = this.nested(ranges);
    const moved = new Map(placed.map(({ entry }) => [entry.tag.start, entry]));
    const gone = goneOf(this.scan.holders, moved);
    const faults = this.faults.toSorted((a, b) => a.start - b.start);
    return { moved, ...this.edges(placed), gone, faults };
  }

  private fault({ tag, from, to, loc, lemma }: ApartEntry, fault: EntryFault): undefined {
    const says = from === '' ? loc : `#${from}${to === '' ? '' : ` #${to}`}`;
    const words = (lemma?.words ?? '').replace(/\s+/g, ' ').trim();
    this.faults.push({ start: tag.start, end: tag.end, fault, says, lemma: words });
  }

  private rangeOf(entry: ApartEntry): Range | undefined {
    const found = entry.from === '' ? this.atNumber(entry) : this.between(entry);
    if (typeof found === 'string') return this.fault(entry, found);
    const places = this.around(...found) ?? (entry.from === '' || entry.to !== '' ? undefined : this.whole(entry));
    if (!places) return this.fault(entry, 'crosses');
    if (!entry.canMove) return this.fault(entry, 'held');
    const [start, end] = places;
    return { entry, start, end };
  }

  /** What an entry without an end points to, where it does not end its lemma itself. */
  private whole({ from }: ApartEntry): readonly [Place, Place] | undefined {
    const { before, behind } = this.scan.named.get(from)!;
    return behind && this.around(before, behind);
  }

  /** Around two places, or around the words between them. */
  private around(start: Place, end: Place): readonly [Place, Place] | undefined {
    const places = together(start, end);
    if (places || start.words >= end.words) return places;
    return together(...this.wordsAt(start.words, end.words));
  }

  private wordsAt(from: number, to: number): readonly [Place, Place] {
    const [a, b] = [this.scan.places[from]!, this.scan.places[to - 1]!];
    return [
      { around: a.around, words: from, offset: a.text + a.index, at: { text: a.text, index: a.index } },
      { around: b.around, words: to, offset: b.text + b.end, at: { text: b.text, index: b.end } },
    ];
  }

  private between({ from, to, place }: ApartEntry): readonly [Place, Place] | EntryFault {
    const first = this.scan.named.get(from);
    const last = this.scan.named.get(to === '' ? from : to);
    if (!first || !last?.behind) return 'no-target';
    const endsItself = to === '' && first.isEmpty && place && place.offset > first.before.offset;
    return [first.before, endsItself ? place : last.behind];
  }

  private atNumber(entry: ApartEntry): readonly [Place, Place] | EntryFault {
    const unit = this.unitOf(plainNumber(entry.loc), entry.within);
    if (!unit) return 'no-number';
    const words = Array.from(wordsIn(entry.lemma?.words ?? ''), ([word]) => word);
    if (words.length === 0) return 'no-lemma';
    const found = this.find(words, unit);
    const n = attributeOf(entry.lemma!.tag, 'n');
    const at = n === undefined ? found[0] : found[Number(n) - 1];
    if (at === undefined) return 'no-lemma';
    if (n === undefined && found.length > 1) return 'several';
    return this.wordsAt(at, at + words.length);
  }

  private unitOf(number: string, within: string): Numbered | undefined {
    const inList = within !== '' && number.startsWith(`${within}.`) ? number.slice(within.length + 1) : number;
    for (const key of new Set([inList, number])) {
      const found = this.scan.whole.get(key) ?? this.scan.ending.get(key);
      if (found !== undefined && found !== 'several') return found;
    }
    return undefined;
  }

  /** Where words are in a stretch, by the number of the first. */
  private find(words: readonly string[], { from, to }: Numbered): number[] {
    this.byWord ??= placesByWord(this.scan.words);
    const places = this.byWord.get(words[0]!) ?? [];
    const [first, last] = [countBelow(places, from), countBelow(places, to)];
    if (last - first > mostPlaces) return [];
    return places
      .slice(first, last)
      .filter((at) => at + words.length <= to && words.every((word, i) => this.scan.words[at + i] === word));
  }

  /** Entries whose lemmas are outside or inside each other; of two that overlap the first has its place. */
  private nested(ranges: readonly Range[]): (Range & PlacedEntry)[] {
    const inOrder = ranges.toSorted(
      (a, b) => a.start.offset - b.start.offset || b.end.offset - a.end.offset || a.entry.tag.start - b.entry.tag.start,
    );
    const open: Range[] = [];
    return inOrder.flatMap((range) => {
      while (open.length > 0 && open.at(-1)!.end.offset <= range.start.offset) open.pop();
      const outer = open.at(-1);
      if ((outer && outer.end.offset < range.end.offset) || open.length >= mostEntriesInEachOther) {
        this.fault(range.entry, 'overlaps');
        return [];
      }
      open.push(range);
      return [{ ...range, ...this.lemmaOf(range) }];
    });
  }

  /** The `lem` of an entry, where its words are those of the text; else one that says nothing. */
  private lemmaOf({ entry, start, end }: Range): PlacedEntry {
    const { lemma, tag } = entry;
    const prefix = tag.name.slice(0, tag.name.length - tag.local.length);
    const said = Array.from(wordsIn(lemma?.words ?? ''), ([word]) => word).join('');
    const agrees =
      lemma?.isPlain === true && (said === '' || said === this.scan.words.slice(start.words, end.words).join(''));
    if (lemma && !agrees) this.fault(entry, 'differs');
    const made = { ...tag, name: `${prefix}lem`, local: 'lem', attributes: [], start: -1, end: -1, empty: false };
    return { entry, lemma: agrees ? lemma.tag : made, agrees };
  }

  private edges(placed: readonly (Range & PlacedEntry)[]): Pick<EntryPlan, 'before' | 'behind' | 'inText'> {
    const before = new Map<number, Edge[]>();
    const behind = new Map<number, Edge[]>();
    const inText = new Map<number, (Edge & { index: number })[]>();
    const put = <T>(map: Map<number, T[]>, at: number, edge: T): unknown =>
      map.get(at)?.push(edge) ?? map.set(at, [edge]);
    const add = (one: Range & PlacedEntry, isStart: boolean): void => {
      const { at, offset } = isStart ? one.start : one.end;
      const edge: Edge = { placed: one, isStart };
      if ('text' in at) put(inText, at.text, { ...edge, index: at.index });
      else put(offset === at.tag.start ? before : behind, at.tag.start, edge);
    };
    // What ends comes before what begins, and of what ends the inner first.
    for (const one of placed.toReversed()) add(one, false);
    for (const one of placed) add(one, true);
    return { before, behind, inText: new Map([...inText].map(([at, edges]) => [at, inOrder(edges)])) };
  }
}

const inOrder = <T extends { index: number }>(edges: readonly T[]): T[] => edges.toSorted((a, b) => a.index - b.index);

function placesByWord(words: readonly string[]): Map<string, number[]> {
  const found = new Map<string, number[]>();
  words.forEach((word, i) => {
    const known = found.get(word);
    if (known) known.push(i);
    else found.set(word, [i]);
  });
  return found;
}

/** Lists and divisions in which nothing is left. */
function goneOf(holders: readonly ListHolder[], moved: ReadonlyMap<number, ApartEntry>): Set<number> {
  const gone = new Set<number>();
  const filled = new Set<ListHolder>();
  for (const holder of holders.toReversed()) {
    const isGone = !holder.hasMore && !filled.has(holder) && holder.entries.every((start) => moved.has(start));
    if (isGone) gone.add(holder.start);
    else if (holder.outer) filled.add(holder.outer);
  }
  return gone;
}
