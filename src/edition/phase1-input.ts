import type { FileReading } from '../model/read-tei/read-file.ts';
import { attributesText, inherited, unitStretches, unitText } from '../model/read-tei/slice.ts';
import { noWitnesses, type Witnesses } from '../model/apparatus.ts';
import type { Part, StructureNode } from '../model/read-tei/structure.ts';
import type { NamedUnit } from '../model/unit-ids.ts';
import type { Outer, UnitNumbering } from '../transform/number-tree.ts';
import { spliceSource } from './splice.ts';
import { unitXml } from '../transform/phase1.ts';

/** The texts of units and headers as phase 1 gets them. */

/** Units as phase 1 gets them: each note is where it is called and each entry at its lemma, in whatever unit it is written. */
export function phase1Inputs(files: readonly FileReading[]): (unit: NamedUnit) => string {
  const splices = new Map(files.map((file) => [file, spliceSource(file)]));
  return ({ unit, file }) => {
    const splice = splices.get(file);
    const text = splice
      ? unitStretches({ ...unit, away: [] })
          .map(({ start, end }) => splice(start, end))
          .join('')
      : unitText(file.source.text, unit);
    return unitXml(attributesText(inherited(unit.node.parent, unit.part)), text);
  };
}

const apparatus = /<(?:[^\s<>:/]+:)?app[\s>/]/;
const pointed = /#([^\s"'<>]+)/g;

/** The witnesses of a unit's file as far as the unit needs them; `texts`: those as whose texts it is read. */
export function phase1Witnesses(
  { file: { witnesses } }: NamedUnit,
  input: string,
  texts: readonly string[],
): Witnesses {
  if (!apparatus.test(input)) return noWitnesses;
  const named = new Set([...input.matchAll(pointed)].map(([, id]) => id!));
  const sigla = [...named].toSorted().flatMap((id) => {
    const siglum = witnesses.sigla.get(id);
    return siglum === undefined ? [] : [[id, siglum] as const];
  });
  const groups = new Map(texts.map((id) => [id, witnesses.groups.get(id) ?? []]));
  return { ...witnesses, sigla: new Map(sigla), groups };
}

const numbered = /<(?:[^\s<>:/]+:)?(?:div[1-7]?|p|ab|seg|l|lb|milestone|cb|gb)\s[^<]*\bn\s*=/;

/** How a unit is numbered, where it has numbers or the source declares which it has. */
export function phase1Numbering({ unit, file }: NamedUnit, input: string): UnitNumbering | undefined {
  if (unit.kind === 'record') return undefined;
  const numbering = file.numbering(unit.part);
  if (numbering.levels.length === 0 && !numbered.test(input)) return undefined;
  const around: Outer[] = [];
  for (let node: StructureNode | undefined = unit.node.parent; node; node = node.parent) {
    const { tag, document } = node;
    const attributes = new Map(tag.attributes.map(({ name, value }) => [name, value]));
    around.unshift({ name: tag.local, attributes, isDocument: document });
  }
  return { numbering, around, isDocument: unit.node.document };
}

/** All that the numbers of a unit depend on besides its text, as one string. */
export const numberingKey = ({ numbering, around, isDocument }: UnitNumbering): string =>
  JSON.stringify([
    numbering.levels,
    [...numbering.above],
    [...numbering.delims],
    numbering.lines,
    around.map((outer) => [outer.name, ...outer.attributes, outer.isDocument]),
    isDocument,
  ]);

/** The header of a part as XML that stands alone; undefined where there is none. `source` is the text of its file. */
export function headerXml(part: Part, source: string): string | undefined {
  const { header } = part;
  if (!header) return undefined;
  const text = source.slice(header.start, header.end);
  const spaces = [...inherited(undefined, part)].filter(
    ([name]) => !text.slice(0, text.indexOf('>')).includes(` ${name}=`),
  );
  return text.replace(/^<([^\s/>]+)/, (start) => start + attributesText(new Map(spaces)));
}
