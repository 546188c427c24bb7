import type { Edition, UnitInfo } from '../../model/edition.ts';
import type { VolumeFacts } from '../../model/facts.ts';
import { address, pagePath } from './addresses.ts';
import { dateInWords } from './dates.ts';
import { headLinks, metas } from './head-meta.ts';
import { editionJsonLd } from './json-ld.ts';
import { type Frame, frameLanguage } from './page-data.ts';
import type { Citation, Download, Surroundings } from './surroundings.ts';
import { editorsInWords, imprint, volumeLines } from './unit-names.ts';

/** A line of the contents with what stands below it. */
interface Entry {
  readonly href: string;
  readonly kind: string;
  readonly number: string | undefined;
  readonly title: string;
  readonly date: string | undefined;
  readonly page: string | undefined;
  readonly entries: Entry[];
}

interface IndexVolume {
  /** Of its place in the page. */
  readonly anchor: string;
  readonly series: string | undefined;
  readonly title: string;
  readonly editors: string | undefined;
  readonly imprint: string | undefined;
  readonly entries: readonly Entry[];
}

/** What templates/index.hbs gets. */
export interface IndexData extends Frame {
  readonly title: string;
  readonly series: string | undefined;
  readonly volumes: readonly IndexVolume[];
  /** More than one volume: each needs its own heading. */
  readonly several: boolean;
  readonly counts: string;
  readonly citation: Citation | undefined;
  readonly downloads: readonly Download[];
}

const entry = (unit: UnitInfo): Entry => ({
  href: address(pagePath(unit.facts.id)),
  kind: unit.facts.kind,
  number: unit.facts.number,
  title: unit.facts.title,
  date: unit.facts.kind === 'document' ? dateInWords(unit.facts.date) : undefined,
  page: unit.facts.pages[0],
  entries: [],
});

/** Units as a tree by their depth; one that is deeper by more than one level stands below the nearest above it. */
function nested(units: readonly UnitInfo[]): Entry[] {
  const top: Entry[] = [];
  const open: { depth: number; entries: Entry[] }[] = [{ depth: -1, entries: top }];
  for (const unit of units) {
    while (open.length > 1 && open[open.length - 1]!.depth >= unit.depth) open.pop();
    const line = entry(unit);
    open[open.length - 1]!.entries.push(line);
    open.push({ depth: unit.depth, entries: line.entries });
  }
  return top;
}

interface Group {
  /** Absent: files of one unit each, letters for instance, whose titles are those of the units. */
  readonly volume: VolumeFacts | undefined;
  readonly units: UnitInfo[];
}

/** Units by volume, in reading order; neighbouring volumes of a single unit stand together. */
function byVolume(units: readonly UnitInfo[]): Group[] {
  const groups: { volume: VolumeFacts; units: UnitInfo[] }[] = [];
  for (const unit of units) {
    const last = groups[groups.length - 1];
    if (last?.volume.id === unit.volume.id) last.units.push(unit);
    else groups.push({ volume: unit.volume, units: [unit] });
  }
  if (groups.length < 2) return groups;
  const merged: Group[] = [];
  for (const group of groups) {
    const last = merged[merged.length - 1];
    if (group.units.length > 1) merged.push(group);
    else if (last?.volume === undefined && last !== undefined) last.units.push(...group.units);
    else merged.push({ volume: undefined, units: [...group.units] });
  }
  return merged;
}

/** What the contents say of a volume before its units. */
function volumeHead(volume: VolumeFacts | undefined): Omit<IndexVolume, 'anchor' | 'entries'> {
  if (volume === undefined) return { series: undefined, title: 'Documents', editors: undefined, imprint: undefined };
  const lines = volumeLines(volume);
  return { series: lines.series, title: lines.volume, editors: editorsInWords(volume), imprint: imprint(volume) };
}

const counted = (count: number, one: string, many: string): string[] =>
  count === 0 ? [] : [`${String(count).replace(/\B(?=(?:\d{3})+$)/g, ',')} ${count === 1 ? one : many}`];

function counts(units: readonly UnitInfo[]): string {
  const sum = (of: (unit: UnitInfo) => number): number => units.reduce((total, unit) => total + of(unit), 0);
  const pages = new Set(units.flatMap(({ volume, facts }) => facts.pages.map((page) => `${volume.id} ${page}`)));
  return [
    ...counted(
      sum(({ facts }) => (facts.kind === 'document' ? 1 : 0)),
      'document',
      'documents',
    ),
    ...counted(pages.size, 'page', 'pages'),
    ...counted(
      sum(({ facts }) => facts.notes),
      'note',
      'notes',
    ),
    ...counted(
      sum(({ facts }) => facts.words),
      'word',
      'words',
    ),
  ].join(' · ');
}

function editionMetas(edition: Edition, volume: VolumeFacts | undefined): string {
  return metas([
    ['DC.title', volume?.title ?? edition.title],
    ...(volume?.editors ?? []).map((editor) => ['DC.contributor', editor.literal] as const),
    ['DC.date', volume?.year],
    ['DC.type', 'Collection'],
    ['DC.publisher', volume?.publisher],
    ['DC.identifier', edition.baseUrl],
    ['DC.language', volume?.language ?? edition.language],
    ['DC.rights', edition.licence?.url ?? edition.licence?.text],
  ]);
}

function editionLinks(edition: Edition, downloads: readonly Download[]): string {
  const url = edition.baseUrl;
  return headLinks([
    ...(url === undefined
      ? []
      : [
          { rel: 'canonical', href: `${url}/` },
          { rel: 'cite-as', href: `${url}/` },
        ]),
    ...(edition.licence?.url === undefined ? [] : [{ rel: 'license', href: edition.licence.url }]),
    ...downloads.map(({ label, type, path }) => ({ rel: 'alternate', href: address(path), type, title: label })),
  ]);
}

/** The data of the index page: title, contents, downloads. */
export function indexData(edition: Edition, around: Surroundings): IndexData {
  const groups = byVolume(edition.units);
  const only = groups.length === 1 ? groups[0]?.volume : undefined;
  const lines = only === undefined ? { volume: edition.title } : volumeLines(only);
  const downloads = around.editionDownloads ?? [];
  return {
    root: '',
    stylesheet: 'style/edition.css',
    ...frameLanguage(edition.language ?? only?.language),
    edition: { title: edition.title, id: edition.id },
    licence: edition.licence ?? only?.licence,
    generator: around.generator,
    version: around.version,
    date: around.date,
    head: editionMetas(edition, only) + editionLinks(edition, downloads),
    jsonLd: editionJsonLd(
      edition,
      groups.flatMap(({ volume }) => volume ?? []),
    ),
    title: lines.volume,
    series: lines.series,
    several: groups.length > 1,
    volumes: groups.map(({ volume, units }, i) => ({
      anchor: `volume:${i + 1}`,
      ...volumeHead(volume),
      entries: nested(units),
    })),
    counts: counts(edition.units),
    citation: around.editionCitation?.(edition),
    downloads: downloads.map((download) => ({ ...download, path: address(download.path) })),
  };
}
