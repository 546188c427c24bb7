import type { Addresses } from '../model/addresses.ts';
import type { RegisterEntry } from '../model/edition.ts';
import type { Agent, DateFact, PersonName, UnitFacts, VolumeFacts } from '../model/facts.ts';
import { beginning, pieceTitle } from '../model/piece-names.ts';
import { unitPages } from '../model/read-tei/unit-pages.ts';
import { oneLine } from '../model/spine.ts';
import { attributeOf, type StructureNode } from '../model/read-tei/structure.ts';
import { isWholeText, type UnitCut } from '../model/read-tei/units.ts';
import type { SpineCounts } from '../model/spine-items.ts';
import type { NamedUnit } from '../model/unit-ids.ts';
import type { Correspondence, FoundFacts, HeaderFacts } from '../transform/facts.ts';

/** Puts together what a unit says of itself, what its header says of it, and what the registers say of its people. */

export const volumeFacts = (header: HeaderFacts | undefined, fileId: string): VolumeFacts => ({
  title: fileId,
  authors: [],
  editors: [],
  generalEditors: [],
  ...header?.volume,
  id: header?.volume.id ?? fileId,
});

function registerName(entry: RegisterEntry): PersonName {
  const { name, family, given } = entry;
  if (family === undefined) return { literal: name };
  return {
    family,
    ...(given !== undefined && { given }),
    literal: given === undefined ? family : `${given} ${family}`,
  };
}

/** The name in full, where the agent points to a register. */
function fullName(agent: Agent, from: string, at: Addresses): Agent {
  const entry = agent.key === undefined ? undefined : at.register(agent.key, from);
  if (!entry || entry.name === '') return agent;
  return { ...agent, name: agent.kind === 'person' ? registerName(entry) : { literal: entry.name } };
}

/** The `correspDesc` that describes a unit: one that points to it, or, of a file that is one document, the one that points nowhere. */
function correspondenceOf(
  named: NamedUnit,
  header: HeaderFacts | undefined,
  at: Addresses,
): Correspondence | undefined {
  const from = named.file.source.file;
  const own = named.unit.node.id;
  const pointing = header?.correspondence.find(({ unit }) => {
    const to = unit === undefined ? undefined : at.resolve(unit, from);
    return to?.unit === named.id && (to.id === undefined || to.id === own);
  });
  if (pointing) return pointing;
  const isWhole = isWholeText(named.unit);
  return isWhole ? header?.correspondence.find(({ unit }) => unit === undefined) : undefined;
}

/** A whole text, or the record or the leaves in its place: it has the title of its header. */
const isTextOrRecord = (unit: UnitCut): boolean =>
  (isWholeText(unit) && unit.kind === 'document') ||
  ((unit.kind === 'record' || unit.node.tag.local === 'sourceDoc') && !unit.beside);

/** A date that says more than its words is better than one that does not. */
const dated = (date: DateFact | undefined): boolean =>
  date !== undefined && Object.keys(date).some((key) => key !== 'text');

export function unitFactsOf(
  named: NamedUnit,
  found: FoundFacts,
  header: HeaderFacts | undefined,
  counts: SpineCounts,
  at: Addresses,
): UnitFacts {
  const { unit, file, id } = named;
  const described = correspondenceOf(named, header, at);
  const from = file.source.file;
  const agents = (own: readonly Agent[], said: readonly Agent[] | undefined): Agent[] =>
    (own.length > 0 ? own : (said ?? [])).map((agent) => fullName(agent, from, at));
  const date = dated(found.date) || !dated(described?.date) ? (found.date ?? described?.date) : described?.date;
  const { place, placeKey } = found.place !== undefined || !described ? found : described;
  const isWhole = isTextOrRecord(unit);
  // A title page repeats the title of the volume: in a list of contents it is “Title page”.
  const own = unit.node.tag.local === 'titlePage' ? '' : found.title;
  const title = (isWhole ? header?.documentTitle : undefined) ?? (own || titleless(named));
  const language = languageOf(unit.node) ?? header?.volume.language;
  return {
    id,
    kind: unit.kind,
    ...(found.form && { form: found.form }),
    ...(found.number !== undefined && { number: found.number }),
    title,
    ...(language !== undefined && { language }),
    senders: agents(found.senders, described?.senders),
    recipients: agents(found.recipients, described?.recipients),
    ...(date && { date }),
    ...(place !== undefined && { place }),
    ...(placeKey !== undefined && { placeKey }),
    ...(found.source !== undefined && { source: found.source }),
    pages: unitPages(file.tape, unit),
    notes: counts.notes,
    words: counts.words,
  };
}

/** The language that a division or the text around it says it is in. What `TEI` says is as often the language of its header. */
function languageOf(node: StructureNode | undefined): string | undefined {
  if (node === undefined) return undefined;
  return attributeOf(node.tag, 'xml:lang') ?? languageOf(node.parent);
}

const plainNames: Readonly<Record<string, string>> = {
  titlePage: 'Title page',
  front: 'Front matter',
  body: 'Text',
  back: 'Back matter',
  text: 'Text',
  teiHeader: 'About this text',
  sourceDoc: 'The leaves, line by line',
};

/** What is there in place of a missing title: the kind of section; of a page of a divided text its number or how it begins; else the id. */
function titleless({ unit, id, file }: NamedUnit): string {
  const { tag, parent } = unit.node;
  const n = tag.local === 'surface' ? oneLine(attributeOf(tag, 'n') ?? '') : '';
  if (n !== '') return `Surface ${n}`;
  const name = plainNames[tag.local];
  if (name !== undefined && parent?.tag.local !== 'group') return name;
  return (unit.piece && (pieceTitle(unit) ?? beginning(file.tape, unit))) || id;
}
