import type { DtsLibrary, DtsResource } from '../formats/dts/answers.ts';
import { citationTrees } from '../formats/dts/citable.ts';
import type { CitationTree } from '../formats/dts/citable-unit.ts';
import { libraryOf } from '../formats/dts/library.ts';
import type { Manifest } from '../edition/manifest.ts';
import type { UnitNumber } from '../model/numbers.ts';
import { Refusal } from './answer.ts';
import type { BuiltEdition } from './built-edition.ts';

/** The texts of a built edition as its text service reads them: from their TEI files, the latest kept in memory. */

export interface ServedText {
  readonly tei: string;
  readonly trees: readonly CitationTree[];
}

/** Characters of TEI that are kept. */
const mostKept = 16 * 1024 * 1024;

type ManifestUnit = Manifest['documents'][number];

/** The TEI of a text: in the format `tei`, else as `dts` has it. */
const teiPath = ({ id, outputs }: ManifestUnit): string => outputs['tei'] ?? `dts/document/${id}/document.tei`;

export class Texts {
  readonly library: DtsLibrary;
  private readonly edition: BuiltEdition;
  private readonly units: ReadonlyMap<string, ManifestUnit>;
  /** The latest last. */
  private readonly kept = new Map<string, ServedText>();
  private characters = 0;

  constructor(edition: BuiltEdition) {
    this.edition = edition;
    const { documents } = edition.manifest;
    this.units = new Map(documents.filter((unit) => edition.has(teiPath(unit))).map((unit) => [unit.id, unit]));
    this.library = libraryIn(edition.manifest, [...this.units.values()]);
  }

  /** Throws `Refusal` where there is no such text. */
  text(id: string): ServedText {
    const known = this.kept.get(id);
    if (known) {
      this.kept.delete(id);
      this.kept.set(id, known);
      return known;
    }
    const unit = this.units.get(id);
    const tei = unit && this.edition.file(teiPath(unit))?.toString('utf8');
    if (!unit || tei === undefined) throw new Refusal(404, `There is no text ${id}.`);
    const text = { tei, trees: this.treesOf(unit, tei) };
    this.keep(id, text);
    return text;
  }

  private treesOf({ id, kind, pages, source }: ManifestUnit, tei: string): readonly CitationTree[] {
    const isInterrupted = (source.except ?? []).length > 0;
    const about = { tei, kind, isInterrupted, numbers: this.numbersOf(id) };
    return citationTrees({ ...about, startsOn: startsOn(pages, tei) });
  }

  /** Its numbers, as the files of `dts/` say; none where these were not built. */
  private numbersOf(id: string): UnitNumber[] {
    const answer = this.edition.file(`dts/navigation/${id};down=-1/index.jsonld`)?.toString('utf8');
    if (answer === undefined) return [];
    const { member } = JSON.parse(answer) as {
      member: readonly { citeType: string; dublinCore?: { title: readonly string[] } }[];
    };
    return member
      .filter(({ citeType }) => citeType !== 'page')
      .map(({ citeType: unit, dublinCore }) => ({ unit, full: dublinCore?.title[0] ?? '', shown: 'margin' }));
  }

  private keep(id: string, text: ServedText): void {
    this.kept.set(id, text);
    this.characters += text.tei.length;
    for (const [oldest, { tei }] of this.kept) {
      if (this.characters <= mostKept || oldest === id) break;
      this.kept.delete(oldest);
      this.characters -= tei.length;
    }
  }
}

/** The page on which a text begins that is not its own first one. */
function startsOn([first]: readonly string[], tei: string): string | undefined {
  const own = /<(?:[\w.-]+:)?pb\s[^>]*?\bn="([^"]*)"/.exec(tei)?.[1];
  return first === own ? undefined : first;
}

function libraryIn({ edition: { id, title } }: Manifest, units: readonly ManifestUnit[]): DtsLibrary {
  const byFile = new Map<string, DtsResource[]>();
  for (const unit of units) {
    const { path } = unit.source;
    const one = {
      id: unit.id,
      title: unit.title || unit.id,
      dublinCore: unit.date === null ? {} : { date: unit.date },
    };
    const known = byFile.get(path);
    if (known) known.push(one);
    else byFile.set(path, [one]);
  }
  const name = title === '' ? id : title;
  const files = [...byFile].map(([path, members]) => {
    const file = path.slice(path.lastIndexOf('/') + 1).replace(/\.xml$/, '');
    return { id: file, title: byFile.size === 1 ? name : file, members };
  });
  return libraryOf(name, files);
}
