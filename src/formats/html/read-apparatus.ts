import { sideValue } from '../../model/apparatus.ts';
import { canonicalItems } from '../../model/canonical-items.ts';
import type { SpineBuilder } from '../../model/spine.ts';
import { fieldMark, type Item } from '../../model/structure.ts';
import { wordsOfRun } from '../lemma-words.ts';
import { repeatedLemma } from './apparatus.ts';
import { decoded } from './decoded.ts';
import type { Tag } from './tag-structure.ts';

/**
 * Reads the apparatus of a page: lemmas and their calls in the text, entries below it. A value is whole only when the sigla have come, which are
 * behind the words; until then an item has a value of its own that stands for it.
 */

/** How a page says a siglum: the siglum, and where it leads. */
export const siglumInPage = (siglum: string, href: string): string => `${siglum}\x1e${href}`;

interface SideRead {
  readonly temporary: string;
  readonly role: 'lemma' | 'reading' | 'note' | 'detail' | 'witnesses';
  readonly entry: number;
  readonly place: string;
  readonly tag: Tag;
  /** The group that it is in, whose sigla and attributes are its own; of a remark nothing. */
  readonly group: Group | undefined;
}

interface Group {
  readonly tag: Tag;
  readonly place: string;
  readonly wit: string[];
  readonly source: string[];
}

interface EntryRead {
  readonly number: number;
  readonly tag: Tag;
  back: string;
  /** The lemma as the entry repeats it. */
  lemma: string | undefined;
  groups: number;
}

interface LemmaRead {
  readonly temporary: string;
  readonly id: string;
  entry: number;
}

const roleOf = ({ classes }: Tag): SideRead['role'] =>
  classes.includes('reading')
    ? 'reading'
    : classes.includes('detail')
      ? 'detail'
      : classes.includes('witnesses')
        ? 'witnesses'
        : 'note';

const isSide = ({ classes }: Tag): boolean => classes.includes('reading') || classes.includes('remark');

export class ApparatusReader {
  readonly faults: string[] = [];
  private readonly builder: SpineBuilder;
  private readonly lemmas: LemmaRead[] = [];
  /** Lemmas that have ended and have no call yet. */
  private readonly uncalled: LemmaRead[] = [];
  private readonly open: LemmaRead[] = [];
  private readonly sides: SideRead[] = [];
  private readonly entries: EntryRead[] = [];
  private readonly omitted = new Set<string>();
  private group: Group | undefined;

  constructor(builder: SpineBuilder) {
    this.builder = builder;
  }

  startLemma(tag: Tag): void {
    const lemma = {
      temporary: ['lemma', `t${this.lemmas.length}`, '0'].join(fieldMark),
      id: tag.get('id') ?? '',
      entry: 0,
    };
    this.lemmas.push(lemma);
    this.open.push(lemma);
    this.builder.open('reading', lemma.temporary);
  }

  endLemma(): void {
    this.builder.close();
    this.uncalled.push(this.open.pop()!);
  }

  call(href: string, words: string): void {
    const [, n] = /^#app:(\d+)e$/.exec(href) ?? [];
    const lemma = this.uncalled.pop();
    if (n === undefined || !lemma || words !== '°')
      this.faults.push(`the call “${words}” of an entry is not behind its lemma`);
    else lemma.entry = Number(n);
  }

  /** An element of the apparatus opens that is none of its words. */
  enter(tag: Tag): void {
    if (tag.classes.includes('app-entry')) {
      const number = this.entries.length + 1;
      if (tag.get('id') !== `app:${number}e`)
        this.faults.push(`entry ${number} of the apparatus has the address of another`);
      this.entries.push({ number, tag, back: '', lemma: undefined, groups: 0 });
      this.group = undefined;
    } else if (tag.classes.includes('side')) {
      const entry = this.entries.at(-1);
      if (!entry) return void this.faults.push('a reading is in no entry of the apparatus');
      this.group = { tag, place: String(entry.groups++), wit: [], source: [] };
      if (this.group.place === '0') this.add('lemma', tag);
    }
  }

  /** Words of an entry, or of a note on it, begin: a run of its own. */
  startSide(tag: Tag): void {
    if (!isSide(tag) || !this.group) this.faults.push('words are in the apparatus that are no reading');
    this.builder.startSide(this.add(roleOf(tag), tag));
  }

  private add(role: SideRead['role'], tag: Tag): string {
    const entry = this.entries.at(-1)?.number ?? 0;
    const { group } = this;
    const temporary = [role, entry, group?.place ?? '', this.sides.length].join(fieldMark);
    this.sides.push({ temporary, role, entry, place: group?.place ?? '', tag, group });
    return temporary;
  }

  siglum(tag: Tag, words: string): void {
    const list = tag.classes.includes('source') ? this.group?.source : this.group?.wit;
    list?.push(siglumInPage(words, decoded(tag.get('href') ?? '')));
    if (!list) this.faults.push(`the siglum “${words}” belongs to no reading`);
  }

  number(tag: Tag, words: string): void {
    const entry = this.entries.at(-1);
    if (entry) entry.back = tag.get('href') ?? '';
    if (words !== String(entry?.number))
      this.faults.push(`an entry of the apparatus has the number “${words}” instead of ${entry?.number}`);
  }

  /** Words of our own; whether they are some that an entry may have. */
  generated(tag: Tag, words: string): boolean {
    const last = this.sides.at(-1);
    if (tag.get('id') === 'o:apparatus') return words === 'Apparatus';
    if (tag.name === 'i' && words === 'om.' && last?.role === 'reading') {
      this.omitted.add(last.temporary);
      return true;
    }
    if (tag.name === 'b' && this.group?.place === '0') {
      this.entries.at(-1)!.lemma = words;
      return true;
    }
    return tag.name === 'span' && (words === ' : ' || words === '(' || words === ')');
  }

  /** Items with the values that they have when all is read. `runs`: of the finished spine. */
  finish(items: readonly Item[], runs: readonly string[]): Item[] {
    for (const _ of this.uncalled) this.faults.push('a lemma has no call');
    const readings = new Set(
      this.sides.filter(({ role }) => role === 'reading').map(({ entry, place }) => `${entry} ${place}`),
    );
    const values = new Map(this.sides.map((side) => [side.temporary, this.valueOf(side, readings)]));
    const byEntry = new Map(this.sides.filter(({ role }) => role === 'lemma').map((side) => [side.entry, side]));
    for (const lemma of this.lemmas) {
      const side = byEntry.get(lemma.entry);
      values.set(lemma.temporary, side ? values.get(side.temporary)! : lemma.temporary);
    }
    this.checkEntries(items, runs);
    if (this.sides.length === 0) return [...items];
    const said = items.map((item) => {
      if (item.aspect !== 'reading') return item;
      if (this.omitted.has(item.value) && /[^\x01-\x06 ]/.test(runs[item.run]!.replace(/\x01[^\x02]*\x02/g, '')))
        this.faults.push('“om.” is at a reading that has words');
      return { ...item, value: values.get(item.value) ?? item.value };
    });
    return canonicalItems(said, runs);
  }

  private valueOf({ role, entry, place, tag, group }: SideRead, readings: ReadonlySet<string>): string {
    const isRemark = role !== 'lemma' && role !== 'reading';
    const said = isRemark ? tag : group?.tag;
    const get = (name: string): string => said?.get(name) ?? '';
    const about = place === '0' || readings.has(`${entry} ${place}`) ? place : '';
    return sideValue(
      role,
      String(entry),
      about,
      {
        wit: isRemark ? get('data-wit') : (group?.wit.join(' ') ?? ''),
        source: isRemark ? get('data-source') : (group?.source.join(' ') ?? ''),
        resp: get('data-resp'),
        hand: get('data-hand'),
        type: get('data-type'),
        cause: get('data-cause'),
        cert: get('data-cert'),
      },
      role === 'lemma' ? (this.entries[entry - 1]?.tag.get('data-kind') ?? '') : '',
    );
  }

  /** Each entry leads back to its lemma, and repeats its words. */
  private checkEntries(items: readonly Item[], runs: readonly string[]): void {
    const places = new Map(items.flatMap((item) => (item.aspect === 'reading' ? [[item.value, item] as const] : [])));
    const lemmas = new Map(this.lemmas.map((lemma) => [lemma.entry, lemma]));
    for (const { number, back, groups, lemma: shown } of this.entries) {
      const lemma = lemmas.get(number);
      const item = lemma && places.get(lemma.temporary);
      if (!lemma || !item) {
        this.faults.push(`entry ${number} of the apparatus has no lemma in the text`);
        continue;
      }
      if (decoded(back) !== `#${lemma.id}`)
        this.faults.push(`entry ${number} of the apparatus does not lead back to its lemma`);
      const wanted = repeatedLemma(wordsOfRun(runs[item.run]!.slice(item.from, item.to)));
      const isNotes = shown === undefined && groups === 2 && wanted === 'om.';
      if (shown !== wanted && !isNotes)
        this.faults.push(`entry ${number} of the apparatus has the lemma “${shown ?? ''}” instead of “${wanted}”`);
    }
    if (this.lemmas.length !== this.entries.length)
      this.faults.push(`there are ${this.lemmas.length} lemmas and ${this.entries.length} entries of the apparatus`);
  }
}
