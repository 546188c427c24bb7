import type { XmlTag } from '../source/xml.ts';
import { withoutEnding } from '../source/file-names.ts';
import { fileKey, freeName } from './file-key.ts';
import { pieceId } from './piece-names.ts';
import type { FileReading } from './read-tei/read-file.ts';
import { attributeOf } from './read-tei/structure.ts';
import { isWholeText, type UnitCut } from './read-tei/units.ts';

/**
 * Ids of units: the `xml:id` of the element, made fit for a file name, unique in the edition without regard to case. Where documents of several
 * files have the same id, all ids of files with several units begin with the file's id: `frus1969-76v12.d194`.
 */

export interface NamedUnit {
  readonly id: string;
  readonly unit: UnitCut;
  readonly file: FileReading;
  /** Id of the file it is in. */
  readonly fileId: string;
}

/** Names that Windows keeps for devices, whatever ending they have. */
const reserved = /^(con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;

/** Characters, and bytes as UTF-8, of a name: with a prefix and an ending it stays below the 255 bytes of common file systems. */
const mostCharacters = 100;
const mostBytes = 110;

/** The beginning of a name, as far as a file name may be long; no character is cut in two. */
function shortened(name: string): string {
  let bytes = 0;
  let count = 0;
  let kept = '';
  for (const c of name) {
    bytes += Buffer.byteLength(c);
    if (bytes > mostBytes || ++count > mostCharacters) break;
    kept += c;
  }
  return kept;
}

/** Makes an id a file name: letters, digits, `.`, `_` and `-` stay; no more than 100 characters and 110 bytes; never empty. */
export function fileNameOf(id: string): string {
  const safe = id.normalize('NFC').replace(/[^\p{L}\p{M}\p{N}._-]+/gu, '-');
  const name = shortened(safe.replace(/^[.-]+/, '')).replace(/[.-]+$/, '');
  return name === '' || reserved.test(name) ? `unit-${name}` : name;
}

/** The id of a file: its root's `xml:id`, else its name without ending. */
export function fileIdOf(file: FileReading): string {
  const { root } = file.structure;
  return (root && attributeOf(root, 'xml:id')) ?? withoutEnding(file.source.file.replace(/^.*\//, ''));
}

/** The ids of the texts of a file, by their roots: the `xml:id` of its `TEI`, else the name of the file, with a number from the second on. */
function textIds({ source, units }: FileReading): ReadonlyMap<XmlTag, string> {
  const name = withoutEnding(source.file.replace(/^.*\//, ''));
  const roots = new Set(units.map(({ part }) => part.root));
  return new Map(
    [...roots].map((root, i) => [root, attributeOf(root, 'xml:id') ?? (i === 0 ? name : `${name}-${i + 1}`)]),
  );
}

function ownId(unit: UnitCut, fileId: string): string {
  const { node } = unit;
  if (node.id !== undefined) return node.id;
  if (isWholeText(unit)) return fileId;
  if (unit.kind === 'record') return unit.beside ? `${fileId}.about` : fileId;
  if (node.tag.local === 'sourceDoc' && !unit.beside) return fileId;
  if (node.tag.local === 'titlePage') return 'title-page';
  if (unit.piece) return pieceId(node);
  const name = attributeOf(node.tag, 'type') ?? node.tag.local;
  const n = attributeOf(node.tag, 'n');
  return n === undefined ? name : `${name}-${n}`;
}

/** Names all units of an edition, in reading order. */
export function nameUnits(files: readonly FileReading[]): NamedUnit[] {
  const units = files.flatMap((file) => {
    const ids = textIds(file);
    return file.units.map((unit) => {
      const fileId = ids.get(unit.part.root)!;
      return { unit, file, fileId, own: fileNameOf(ownId(unit, fileId)) };
    });
  });
  const firstFile = new Map<string, FileReading>();
  const clash = units.some(({ own, file, unit }) => {
    if (unit.kind !== 'document') return false;
    const first = firstFile.get(fileKey(own));
    if (!first) firstFile.set(fileKey(own), file);
    return first !== undefined && first !== file;
  });
  const taken = new Set<string>();
  return units.map(({ unit, file, fileId, own }) => {
    const prefixed = clash && !isWholeText(unit) && unit.kind !== 'record' ? `${fileNameOf(fileId)}.${own}` : own;
    const id = freeName(prefixed, '', taken);
    return { id, unit, file, fileId };
  });
}
