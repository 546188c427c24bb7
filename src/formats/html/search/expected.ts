import type { Edition, UnitInfo } from '../../../model/edition.ts';
import { fieldMark } from '../../../model/structure.ts';
import type { UnitContent } from '../../../model/unit-content.ts';
import type { ExpectedFile, RecordFields, WholeProof } from '../../format.ts';
import { type ExpectedRun, ExpectedRuns } from './expected-runs.ts';
import type { MentionsOfUnits } from './mentions.ts';
import { readDirectory, readIndexFile, readWordShard } from './read-index.ts';
import { type Directory, shardPath, type UnitRow } from './shard.ts';
import type { Mention } from './unit-runs.ts';
import { eachWord, nearest, runEnd } from './words.ts';

/**
 * The proof of the index: every word of the spine of every unit, at every place, and of each place its unit, run and page, computed with no function that
 * writes it. How it is divided among files is no matter of the sources: the directory says it, and must be exact.
 */
export class IndexProof implements WholeProof {
  private readonly edition: Edition;
  private readonly places = new Map<string, number[]>();
  private readonly texts: string[] = [];
  private readonly rows: UnitRow[] = [];
  private readonly starts: number[] = [];
  private place = 0;
  private readonly mentions: Mention[][] = [];
  private readonly others: (mentions: MentionsOfUnits) => readonly ExpectedFile[];

  /** `others` are the files next to the index, given what each unit mentions. */
  constructor(edition: Edition, others: (mentions: MentionsOfUnits) => readonly ExpectedFile[]) {
    this.edition = edition;
    this.others = others;
  }

  unit(unit: UnitInfo, content: UnitContent): void {
    const runs = new ExpectedRuns(unit, content);
    const { facts: { id, number = '', title, date }, depth } = unit; // prettier-ignore
    const start = this.place;
    const changes: [number, string][] = [];
    const lengths = runs.runs.map((run) => {
      const before = this.place;
      this.run(run, (label) => {
        if (changes.at(-1)?.[1] !== label) changes.push([this.place, label]);
      });
      return this.place - before;
    });
    const pages = changes.flatMap(([at, label], i) => [at - (changes[i - 1]?.[0] ?? start), label]);
    const first = date?.when ?? date?.notBefore ?? date?.from ?? '';
    const last = date?.when ?? date?.notAfter ?? date?.to ?? '';
    const when = [...new Set([first.split('T')[0], last.split('T')[0]])].join('/');
    this.mentions.push(this.mentionsOf(unit, runs));
    this.starts.push(start);
    this.rows.push([id, number, title, this.kindOf(unit, runs), depth, when, runs.noteCount, lengths, pages]);
  }

  private kindOf(unit: UnitInfo, { recorded }: ExpectedRuns): UnitRow[3] {
    const { edition } = this;
    const { kind, id } = unit.facts;
    const isEntry = (pointer: string): boolean =>
      edition.register(pointer, unit) !== undefined && edition.resolve(pointer, unit)?.unit === id;
    const ids = kind === 'section' ? recorded.items.filter(({ aspect }) => aspect === 'id') : [];
    return ids.some(({ value }) => isEntry(`#${value}`)) ? 'register' : kind;
  }

  private mentionsOf(unit: UnitInfo, runs: ExpectedRuns): Mention[] {
    return runs.recorded.items.flatMap(({ aspect, run, from, value }) => {
      const [what, target = ''] = value.split(fieldMark);
      if (aspect !== 'pointer' || what !== 'name') return [];
      return target.split(/[ \t\r\n]+/).flatMap((pointer): Mention[] => {
        const key = pointer === '' ? undefined : this.edition.entity?.(pointer, unit);
        return key === undefined ? [] : [[key, runs.page(run, from)]];
      });
    });
  }

  private run({ lines, turns }: ExpectedRun, turn: (label: string) => void): void {
    this.texts.push(lines);
    let [next, offset] = [0, 0];
    for (const line of lines.split('\n')) {
      eachWord(line, (word, at) => {
        for (; next < turns.length && turns[next]![0] <= offset + at; next++) turn(turns[next]![1]);
        const known = this.places.get(word);
        if (known) known.push(this.place);
        else this.places.set(word, [this.place]);
        this.place++;
      });
      offset += line.length + 1;
      this.place++;
    }
    // The last line ends with the run.
    this.place += nearest + 1;
  }

  files(bytes: (path: string) => Uint8Array | undefined): ExpectedFile[] {
    const index = shardPath('index');
    const found = bytes(index);
    const declared = found ? readDirectory(Buffer.from(found).toString('utf8')) : undefined;
    const others = this.others(this.mentions);
    if (!declared) return [...others, { path: index, records: [], readBack: readIndexFile('index') }];
    return [...others, ...this.divided(declared)];
  }

  private divided(declared: Directory): ExpectedFile[] {
    const sorted = [...this.places.keys()].sort();
    const backwards = sorted.map((word) => [...word].reverse().join('')).sort();
    const text = this.texts.map((one) => one + runEnd).join('');
    const words = cut(sorted, declared.words);
    const terms = [cut(sorted, declared.terms), cut(backwards, declared.backwards)];
    const pieces = cutText(text, declared.text);
    const tables = declared.units.map(([, from], i) => this.rows.slice(from, declared.units[i + 1]?.[1]));
    const directory: Directory = {
      words: words.map(([first]) => first ?? ''),
      terms: terms[0]!.map(([first]) => first ?? ''),
      backwards: terms[1]!.map(([first]) => first ?? ''),
      text: pieces.map(({ at, piece }) => [at, piece.length]),
      units: declared.units.map(([, from]) => [this.starts[from] ?? -1, from]),
      places: this.place,
    };
    const file = (name: string, records: RecordFields[], readBack = readIndexFile(name)): ExpectedFile => ({
      path: shardPath(name),
      records,
      readBack,
    });
    const said = (name: string, value: unknown): ExpectedFile => file(name, [{ says: JSON.stringify(value) }]);
    return [
      said('index', directory),
      ...words.map((some, i) =>
        file(
          `words/${i}`,
          some.map((word) => ({ word, places: this.places.get(word)!.join(' ') })),
          readWordShard(`words/${i}`),
        ),
      ),
      ...terms[0]!.map((some, i) => said(`terms/${i}`, some.join(' '))),
      ...terms[1]!.map((some, i) => said(`backwards/${i}`, some.join(' '))),
      ...pieces.map(({ piece }, i) => said(`text/${i}`, piece)),
      ...tables.map((rows, i) => said(`units/${i}`, rows)),
    ];
  }
}

/** A sorted list as it is said to be divided: the first words of its parts. All of it is in some part. */
function cut(sorted: readonly string[], firsts: readonly string[]): string[][] {
  const parts = firsts.map((): string[] => []);
  let part = 0;
  for (const word of sorted) {
    while (part + 1 < firsts.length && firsts[part + 1]! <= word) part++;
    parts[part]?.push(word);
  }
  return parts;
}

/** The text as it is said to be divided, with the place at which each piece begins; the last one takes what is left. */
function cutText(text: string, declared: Directory['text']): { at: number; piece: string }[] {
  let [offset, place] = [0, 0];
  return declared.map(([, length], i) => {
    const piece = text.slice(offset, i === declared.length - 1 ? undefined : offset + length);
    const at = place;
    offset += piece.length;
    eachWord(piece, () => void place++);
    for (const character of piece) place += character === '\n' ? 1 : character === runEnd ? nearest + 2 : 0;
    return { at, piece };
  });
}
