import { noWitnesses } from '../model/apparatus.ts';
import { type Addresses, addresses } from '../model/addresses.ts';
import type { UnitInfo } from '../model/edition.ts';
import type { VolumeFacts } from '../model/facts.ts';
import type { Reading, ReadingNode, ReadingTrees } from '../model/reading.ts';
import { type LeftOut, leftOutWords } from '../model/decides/sums.ts';
import type { UnitChanges } from '../model/sheet-changes.ts';
import type { SignVotes } from '../model/signs.ts';
import type { HasViews } from '../model/views.ts';
import { isShownAsSource } from '../formats/html/formulas.ts';
import { type FileReading, unitSpine, viewsOf } from '../model/read-tei/read-file.ts';
import { openPages } from '../model/read-tei/unit-pages.ts';
import type { UnitCut } from '../model/read-tei/units.ts';
import { countSpine } from '../model/spine-items.ts';
import { type NamedUnit, nameUnits } from '../model/unit-ids.ts';
import { phase1Stylesheet } from '../transform/compiled.ts';
import type { Stylesheet } from '../transform/engine.ts';
import type { HeaderFacts } from '../transform/facts.ts';
import { overlaidTrees, type OverlayUnit } from '../transform/overlay/run.ts';
import { readUnits, type UnitKnown } from '../transform/phase1.ts';
import type { Cache } from '../work/cache.ts';
import { hashOf } from '../work/hash.ts';
import { unitChanges } from './overlay/compare-trees.ts';
import type { EditionOverlay } from './overlay/overlay.ts';
import { unitFactsOf, volumeFacts } from './facts.ts';
import { factsOfHeaders } from './headers.ts';
import { cacheKey, type Hold, newHold } from './hold.ts';
import { numberingKey, phase1Inputs, phase1Numbering, phase1Witnesses } from './phase1-input.ts';
import { unitSource } from './plan.ts';
import { basesOf } from './bases.ts';
import type { BaseUse, BuildMemory, UnitMemory, UnitRecord } from './record.ts';

/**
 * Brings every unit to the point where it can be written: its facts known, its reading tree available or known to be in
 * the cache.
 */

export interface PreparedUnit {
  readonly named: NamedUnit;
  readonly info: UnitInfo;
  /** Hash of all that phase 1 depends on. */
  readonly key: string;
  readonly memory: Omit<UnitMemory, 'paths'> & { readonly paths?: readonly string[] };
}

export interface Prepared {
  readonly units: readonly PreparedUnit[];
  readonly at: Addresses;
  /** For which signs the encoding of each file speaks. */
  readonly votes: readonly SignVotes[];
  /** Whose readings are in the text where entries of an apparatus have no lemma. */
  readonly bases: readonly BaseUse[];
  /** Texts that have several pages, with the level at which they are divided. */
  readonly pages: Readonly<Record<string, number>>;
  /** Words that the edition’s table leaves out. */
  readonly leftOut: LeftOut;
  readonly headers: Readonly<Record<string, HeaderFacts>>;
  /** The reading trees of a unit, transformed now where they were only remembered. */
  trees(this: void, unit: PreparedUnit): ReadingTrees;
}

/** Told after each unit. */
export type Progress = (done: number, total: number) => void;

/**
 * What a build remembers of a reading tree in addition to its facts: elements that phase 1 did not know, images, and formulas that pages show as source.
 */
function survey(reading: ReadingNode): Pick<UnitRecord, 'unknown' | 'images' | 'formulas'> {
  const unknown: Record<string, number> = {};
  const images: string[] = [];
  const formulas = new Set<string>();
  const visit = (node: Reading): void => {
    if (typeof node === 'string') return;
    if (node.role === 'unknown') unknown[node.tei] = (unknown[node.tei] ?? 0) + 1;
    if (node.kind === 'formula' && isShownAsSource(node)) formulas.add(node.raw!);
    if (node.kind === 'image' && node.source) images.push(node.source);
    node.children.forEach(visit);
  };
  visit(reading);
  return { unknown, images, ...(formulas.size > 0 && { formulas: [...formulas] }) };
}

type Input = ReturnType<typeof phase1Inputs>;

interface Source {
  readonly named: NamedUnit;
  readonly views: HasViews;
  readonly known: UnitKnown;
  readonly key: string;
}

function sourceOf(named: NamedUnit, input: string, stamp: string): Source {
  const views = viewsOf(named.file, named.unit);
  const { witnessTexts: texts = [] } = views;
  const witnesses = phase1Witnesses(named, input, texts);
  const { base = '', sigla, groups } = witnesses;
  const more = witnesses === noWitnesses ? [] : [JSON.stringify([base, ...sigla, ...groups])];
  const numbering = phase1Numbering(named, input);
  if (numbering) more.push(numberingKey(numbering));
  return { named, views, known: { witnesses, texts, numbering }, key: hashOf(stamp, input, ...more) };
}

/**
 * What earlier builds remember of units, by id, and the units that are not remembered. `withTrees`: a unit whose trees the cache has lost is made again with the
 * others, since a process for it alone would cost more.
 */
function recall(sources: readonly Source[], { memory, cache }: PrepareOptions, withTrees: boolean) {
  const known = new Map<string, PreparedUnit['memory']>();
  const fresh: Source[] = [];
  for (const source of sources) {
    const found = memory?.units[source.key] ?? (cache.read(source.key) as UnitRecord | undefined);
    const isWhole = !withTrees || cache.readBytes(cacheKey(source.key)) !== undefined;
    if (found && isWhole) known.set(source.named.id, found);
    else fresh.push(source);
  }
  return { known, fresh };
}

/** Units as stylesheets of the edition get them. */
function* overlayUnits(sources: readonly Source[], input: Input): Generator<OverlayUnit> {
  for (const { named, known } of sources) yield { id: named.id, xml: input(named), known };
}

/** The trees of units under stylesheets of the edition, where there are any, each given after that of ours. */
function overlaying(overlay: EditionOverlay | undefined, fresh: readonly Source[], input: Input) {
  const trees = overlay && overlaidTrees(overlay, overlayUnits(fresh, input));
  return (ours: ReadingTrees): { trees: ReadingTrees; changes?: UnitChanges } => {
    const theirs = trees?.next().value as ReadingTrees | undefined;
    const changes = theirs && unitChanges(ours, theirs);
    return { trees: theirs ?? ours, ...(changes && { changes }) };
  };
}

/** Runs phase 1 over the units that are not remembered. */
function transformNew(
  fresh: readonly Source[],
  sheet: () => Stylesheet,
  hold: Hold,
  { cache, progress, overlay }: Pick<PrepareOptions, 'cache' | 'progress' | 'overlay'>,
  input: Input,
): Map<string, UnitRecord> {
  const made = new Map<string, UnitRecord>();
  if (fresh.length === 0) return made;
  const inputs = (function* () {
    for (const { named } of fresh) yield input(named);
  })();
  const overlaid = overlaying(overlay, fresh, input);
  let i = 0;
  for (const { facts, ...ours } of readUnits(sheet(), inputs, (unit) => fresh[unit]!.known)) {
    const { named, key } = fresh[i++]!;
    const spine = unitSpine(named.file.tape, named.unit);
    const { trees, changes } = overlaid(ours);
    const { images } = survey(ours.reading);
    const found = { found: facts, counts: countSpine(spine), ...survey(trees.reading), images };
    const record: UnitRecord = { ...found, ...(changes && { changes }) };
    made.set(named.id, record);
    hold.put(key, trees);
    if (hold.lasting) cache.write(key, record);
    progress(i, fresh.length);
  }
  if (i !== fresh.length) throw new Error(`phase 1 returned ${i} of ${fresh.length} units`);
  return made;
}

/** The reading trees of a unit that was only remembered. */
function transformedAgain(
  unit: NamedUnit,
  input: string,
  sheet: () => Stylesheet,
  overlay: EditionOverlay | undefined,
): ReadingTrees {
  const { known } = sourceOf(unit, input, '');
  if (overlay) return [...overlaidTrees(overlay, [{ id: unit.id, xml: input, known }])][0]!;
  const [made] = [...readUnits(sheet(), [input], () => known)];
  const { facts: _facts, ...trees } = made!;
  return trees;
}

export interface PrepareOptions {
  readonly files: readonly FileReading[];
  readonly cache: Cache;
  readonly memory: BuildMemory | undefined;
  /** What all results of phase 1 depend on: program and stylesheet. */
  readonly stamp: string;
  /** Stylesheets of the edition. */
  readonly overlay?: EditionOverlay | undefined;
  /** Trees are asked for again: by outputs of the edition’s own. */
  readonly keepTrees?: boolean;
  readonly progress: Progress;
}

/** What is decided or counted file by file. */
function saidByFiles(files: readonly FileReading[]): Pick<Prepared, 'votes' | 'bases' | 'pages' | 'leftOut'> {
  return {
    votes: files.map((file) => file.votes),
    bases: basesOf(files),
    pages: Object.fromEntries(files.flatMap(({ levels }) => [...levels])),
    leftOut: leftOutWords(files),
  };
}

export function prepare(options: PrepareOptions): Prepared {
  const { files, cache, memory, stamp, overlay, keepTrees = false } = options;
  const named = nameUnits(files);
  const input = phase1Inputs(files);
  const at = addresses(files, named);
  const idOf = new Map(named.map(({ unit, id }) => [unit, id]));
  const length = files.reduce((sum, file) => sum + file.source.text.length, 0);
  const hold = newHold(length, cache, overlay !== undefined || keepTrees);
  let loaded: Stylesheet | undefined;
  const sheet = (): Stylesheet => (loaded ??= phase1Stylesheet());

  const unitStamp = overlay ? hashOf(stamp, overlay.hash) : stamp;
  const sources = named.map((unit) => sourceOf(unit, input(unit), unitStamp));
  const { known, fresh } = recall(sources, options, overlay !== undefined);
  const headers = factsOfHeaders(named, memory?.headers ?? {}, sheet, stamp);
  const made = transformNew(fresh, sheet, hold, options, input);
  const volumes = new Map<UnitCut['part'], VolumeFacts>();

  const units = sources.map(({ named: unit, views, key }): PreparedUnit => {
    const record = made.get(unit.id) ?? known.get(unit.id)!;
    const header = headers.of(unit);
    const volume = volumes.get(unit.unit.part) ?? volumeFacts(header, unit.fileId);
    volumes.set(unit.unit.part, volume);
    const facts = unitFactsOf(unit, record.found, header, record.counts, at);
    const open = openPages(unit.file.tape, unit.unit);
    const info: UnitInfo = {
      facts,
      source: unitSource(unit, idOf),
      volume,
      depth: unit.unit.depth,
      leadingPages: unit.unit.leading.length,
      ...views,
      ...(Object.keys(open).length > 0 && { open }),
    };
    return { named: unit, info, key, memory: record };
  });
  const trees = ({ key, named: unit }: PreparedUnit): ReadingTrees =>
    hold.take(key) ?? transformedAgain(unit, input(unit), sheet, overlay);
  return { units, at, headers: headers.all, trees, ...saidByFiles(files) };
}
