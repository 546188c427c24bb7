import type { Edition, EditionContext, Unit, UnitInfo } from '../model/edition.ts';
import type { Spine } from '../model/spine.ts';

/** A file of the built edition: path below the output folder, with `/`; text is written as UTF-8. */
export interface OutputFile {
  readonly path: string;
  readonly content: string | Uint8Array;
}

/** Fields by name, e.g. of a citation: what a record format must carry unchanged. */
export type RecordFields = Readonly<Record<string, string>>;

interface FormatBase {
  /** As in `--formats` and the manifest's `outputs`: `html`, `text`, `tei`, `csl-json` … */
  readonly name: string;
  /** Where the file of the unit with this id is, below the output folder. */
  path(id: string): string;
  /** The unit's file. Must depend on nothing but its arguments: `unit` (with its neighbours) and the context all units share. */
  write(unit: Unit, edition: EditionContext): string;
  /** Files of the whole edition (index, bibliography …), from what is known of all units. */
  writeEdition?(edition: Edition): readonly OutputFile[];
}

/** A format that carries the text: the proof is the spine. No format without its proof: it does not compile. */
export interface TextFormat extends FormatBase {
  readonly carries: 'text';
  /** The spine of a file that `write` made, read from its bytes alone. */
  readBack(content: string): Spine;
  /** The spine this format promises for a unit, where it is not the whole spine of the source (say why there). */
  promise?(spine: Spine, unit: UnitInfo): Spine;
}

/** A format that carries a record of the unit: the proof is its fields. */
export interface RecordFormat extends FormatBase {
  readonly carries: 'record';
  /** The fields that must survive, as the facts give them. */
  expected(unit: UnitInfo, edition: EditionContext): RecordFields;
  /** The same fields, read from the file that `write` made. */
  readBack(content: string): RecordFields;
}

export type Format = TextFormat | RecordFormat;
