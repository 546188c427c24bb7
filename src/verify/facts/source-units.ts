import { unitSource } from '../../edition/plan.ts';
import { addresses, type Addresses } from '../../model/addresses.ts';
import type { UnitInfo } from '../../model/edition.ts';
import type { Agent, DateFact, UnitFacts, VolumeFacts } from '../../model/facts.ts';
import { type FileReading, unitContent, unitSpine, viewsOf } from '../../model/read-tei/read-file.ts';
import { openPages, unitPages } from '../../model/read-tei/unit-pages.ts';
import type { UnitCut } from '../../model/read-tei/units.ts';
import { type LeftOut, leftOutWords } from '../../model/decides/sums.ts';
import type { SignVotes } from '../../model/signs.ts';
import type { Spine } from '../../model/spine.ts';
import { countSpine } from '../../model/spine-items.ts';
import type { UnitContent } from '../../model/unit-content.ts';
import { type NamedUnit, nameUnits } from '../../model/unit-ids.ts';
import type { OtherView } from '../../model/views.ts';
import { openingOf, titleOfPiece } from './piece-title.ts';
import { type Element, type Holes, tidy } from './element-tree.ts';
import { type ElementsOf, headerReader } from './around-headers.ts';
import type { Described, Header } from './header-facts.ts';
import { type OwnFacts, ownFacts } from './unit-facts.ts';

/**
 * The units of an edition and their facts as the proof reads them: from the one pass over the sources, without phase 1 and without the code that
 * puts facts together for a build. Where the two differ, `verify` reports it.
 */

export interface SourceUnit {
  readonly named: NamedUnit;
  readonly info: UnitInfo;
}

export interface SourceUnits {
  readonly units: readonly SourceUnit[];
  readonly at: Addresses;
  /** For which signs the encoding of each file speaks. */
  readonly votes: readonly SignVotes[];
  /** Texts that have several pages, with the level at which they are divided. */
  readonly pages: Readonly<Record<string, number>>;
  /** Words that the edition’s table leaves out. */
  readonly leftOut: LeftOut;
  /** What must survive of a unit: kept from when its words were counted, unless the contents of all units would fill the memory. */
  contentOf(this: void, unit: NamedUnit): UnitContent;
  /** The same of another view. */
  viewOf(this: void, unit: NamedUnit, view: OtherView): UnitContent;
}

/** Characters of source above which contents are made again when they are asked for. */
const largeAbove = 8_000_000;

/** Of a unit, its spine when its facts are read, and its content when it is proven. */
interface Contents {
  readonly contentOf: SourceUnits['contentOf'];
  readonly spineOf: (unit: NamedUnit) => Spine;
}

function contents(files: readonly FileReading[]): Contents {
  const kept = new Map<NamedUnit, UnitContent>();
  const isLarge = files.reduce((sum, { source }) => sum + source.text.length, 0) > largeAbove;
  const make = ({ file, unit }: NamedUnit): UnitContent => unitContent(file, unit);
  return {
    contentOf: (unit) => {
      const known = kept.get(unit);
      kept.delete(unit);
      return known ?? make(unit);
    },
    spineOf: (unit) => {
      if (isLarge) return unitSpine(unit.file.tape, unit.unit);
      const content = make(unit);
      kept.set(unit, content);
      return content.spine;
    },
  };
}

function holesOf(unit: UnitCut, { moved }: FileReading): Holes {
  const inner = new Set(unit.inner.map(({ node }) => node.tag.start));
  return { has: (start) => inner.has(start) || moved.has(start) };
}

/** A text that has a header of its own. */
const isWhole = ({ tag, parent }: UnitCut['node']): boolean => parent === undefined && tag.local === 'text';

/** The `correspDesc` of a unit: the one that points to it; of a whole text, else the one that points nowhere. */
function describedOf({ unit, id, file }: NamedUnit, header: Header | undefined, at: Addresses): Described | undefined {
  const all = header?.described ?? [];
  for (const one of all) {
    if (one.unit === undefined) continue;
    const to = at.resolve(one.unit, file.source.file);
    if (to?.unit === id && (to.id ?? unit.node.id) === unit.node.id) return one;
  }
  return isWhole(unit.node) ? all.find((one) => one.unit === undefined) : undefined;
}

/** An agent under the name that the register has for it. */
function named(agent: Agent, file: string, at: Addresses): Agent {
  const entry = agent.key === undefined ? undefined : at.register(agent.key, file);
  if (entry === undefined || entry.name === '') return agent;
  const { family, given, name } = entry;
  if (agent.kind === 'organization' || family === undefined) return { ...agent, name: { literal: name } };
  const full = given === undefined ? { family, literal: family } : { family, given, literal: `${given} ${family}` };
  return { ...agent, name: full };
}

const saysMoreThanWords = ({ text: _text, ...date }: DateFact = {}): boolean => Object.keys(date).length > 0;

/** Of two dates the one in W3C form; of two such, or none, the unit’s own. */
const betterDate = (own: DateFact | undefined, described: DateFact | undefined): DateFact | undefined =>
  [own, described].find((date) => saysMoreThanWords(date)) ?? own ?? described;

const namesOfParts: ReadonlyMap<string, string> = new Map([
  ['titlePage', 'Title page'],
  ['front', 'Front matter'],
  ['body', 'Text'],
  ['back', 'Back matter'],
  ['text', 'Text'],
  ['teiHeader', 'About this text'],
  ['sourceDoc', 'The leaves, line by line'],
]);

/** The title of a unit. A title page repeats that of the volume, and a text that is one document has that of its header. */
function titleOf({ unit, id }: NamedUnit, own: string, header: Header | undefined, spine: Spine): string {
  const { local } = unit.node.tag;
  const isInGroup = unit.node.parent?.tag.local === 'group';
  const isRecord = (unit.kind === 'record' || local === 'sourceDoc') && unit.beside !== true;
  const isText = isWhole(unit.node) && unit.kind === 'document';
  const ofHeader = isText || isRecord ? header?.documentTitle : undefined;
  const heading = local === 'titlePage' ? '' : own;
  const n = local === 'surface' ? unit.node.tag.attributes.find(({ name }) => name === 'n') : undefined;
  const surface = tidy(n?.value ?? '');
  const named = surface === '' ? (namesOfParts.get(local) ?? '') : `Surface ${surface}`;
  const known = [ofHeader ?? '', heading, isInGroup ? '' : named];
  const ofPiece = (): string => (unit.piece ? (titleOfPiece(unit) ?? openingOf(spine)) : '');
  return known.find((title) => title !== '') ?? (ofPiece() || id);
}

function factsOf(
  unit: NamedUnit,
  element: Element | undefined,
  header: Header | undefined,
  at: Addresses,
  spine: Spine,
): UnitFacts {
  const { id, file, unit: cut } = unit;
  const { words, notes } = countSpine(spine);
  const own: OwnFacts = element ? ownFacts(element, holesOf(cut, file)) : { title: '', senders: [], recipients: [] };
  const described = describedOf(unit, header, at);
  const agents = (role: 'senders' | 'recipients'): Agent[] => {
    const marked = own[role].length > 0 ? own[role] : (described?.[role] ?? []);
    return marked.map((agent) => named(agent, file.source.file, at));
  };
  const date = betterDate(own.date, described?.date);
  const written = own.place === undefined ? described : own;
  const language = spokenAt(cut.node) ?? header?.volume.language;
  return {
    id,
    kind: cut.kind,
    ...(own.form && { form: own.form }),
    ...(own.number !== undefined && { number: own.number }),
    title: titleOf(unit, own.title, header, spine),
    ...(language !== undefined && { language }),
    senders: agents('senders'),
    recipients: agents('recipients'),
    ...(date && { date }),
    ...(written?.place !== undefined && { place: written.place }),
    ...(written?.placeKey !== undefined && { placeKey: written.placeKey }),
    ...(own.source !== undefined && { source: own.source }),
    pages: unitPages(file.tape, cut),
    notes,
    words,
  };
}

/** The language of a unit: what the nearest element says that is a text or in one. */
function spokenAt(unit: UnitCut['node']): string | undefined {
  for (let at: UnitCut['node'] | undefined = unit; at; at = at.parent) {
    const said = at.tag.attributes.find(({ name }) => name === 'xml:lang');
    if (said) return said.value;
  }
  return undefined;
}

/** What is known of a file without a header. */
const untold = (id: string): VolumeFacts => ({ id, title: id, authors: [], editors: [], generalEditors: [] });

/** The units of these files in reading order, with all that is known of them but their text. */
export function sourceUnits(files: readonly FileReading[], elementsOf: ElementsOf): SourceUnits {
  const all = nameUnits(files);
  const at = addresses(files, all);
  const idOf = new Map(all.map(({ unit, id }) => [unit, id]));
  const headerOf = headerReader(elementsOf);
  const { contentOf, spineOf } = contents(files);
  const units = all.map((unit): SourceUnit => {
    const header = headerOf(unit.unit.part, unit.file);
    const element = elementsOf(unit.file)(unit.unit.node.tag.start);
    const open = openPages(unit.file.tape, unit.unit);
    const info: UnitInfo = {
      facts: factsOf(unit, element, header, at, spineOf(unit)),
      source: unitSource(unit, idOf),
      volume: header ? { ...header.volume, id: header.volume.id ?? unit.fileId } : untold(unit.fileId),
      depth: unit.unit.depth,
      leadingPages: unit.unit.leading.length,
      ...viewsOf(unit.file, unit.unit),
      ...(Object.keys(open).length > 0 && { open }),
    };
    return { named: unit, info };
  });
  const viewOf = ({ file, unit }: NamedUnit, view: OtherView): UnitContent => unitContent(file, unit, view);
  const pages = Object.fromEntries(files.flatMap(({ levels }) => [...levels]));
  const votes = files.map((file) => file.votes);
  return { units, at, votes, pages, leftOut: leftOutWords(files), contentOf, viewOf };
}
