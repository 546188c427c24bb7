import type { Edition, EditionContext, UnitInfo } from '../../model/edition.ts';
import { hasView, type OtherView } from '../../model/views.ts';
import type { NamedWitness } from '../../model/witness-names.ts';
import type { FindAsset } from './place.ts';

/** A recommended citation; `html` is well-formed, words and inline elements only. */
export interface Citation {
  readonly text: string;
  readonly html: string;
}

/** A file of the edition to be offered; `type` is its media type, `path` is below the output folder. */
export interface Download {
  readonly label: string;
  readonly type: string;
  readonly path: string;
}

/** The same for each unit. */
export interface UnitDownload {
  readonly label: string;
  readonly type: string;
  readonly path: (id: string) => string;
  /** Only units that have this view have such a file. */
  readonly view?: OtherView;
}

/** What the pages tell of things outside this format. All may be absent: the pages leave them out. */
export interface Surroundings {
  readonly citation?: (unit: UnitInfo, edition: EditionContext) => Citation;
  /** How to cite the edition as a whole. */
  readonly editionCitation?: (edition: Edition) => Citation | undefined;
  /** Files of a unit in addition to its page. */
  readonly unitDownloads?: readonly UnitDownload[];
  /** Files of the whole edition in addition to the index. */
  readonly editionDownloads?: readonly Download[];
  /** Books of the edition. */
  readonly bookDownloads?: (edition: Edition) => readonly Download[];
  /** The edition has a page that searches. */
  readonly search?: boolean;
  /** The program that made the pages. */
  readonly generator?: { readonly name: string; readonly version: string };
  /** Version of the edition. */
  readonly version?: string;
  /** Date of this version of the edition, `2026-11-23`. Never taken from a clock. */
  readonly date?: string;
  readonly findAsset?: FindAsset;
  /** The view that the pages show; absent: the reading view. */
  readonly view?: OtherView;
  /** The witnesses of the edition whose texts can be read. */
  readonly witnesses?: readonly NamedWitness[];
}

/** The files that are offered of a unit. */
export const downloadsOf = (unit: UnitInfo, { unitDownloads = [] }: Surroundings): UnitDownload[] =>
  unitDownloads.filter(({ view }) => hasView(unit, view));
