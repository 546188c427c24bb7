import { attributesText, inherited, unitText } from '../model/read-tei/slice.ts';
import { noWitnesses, type Witnesses } from '../model/apparatus.ts';
import type { StructureNode } from '../model/read-tei/structure.ts';
import type { NamedUnit } from '../model/unit-ids.ts';
import type { Outer, UnitNumbering } from '../transform/number-tree.ts';
import { unitXml } from '../transform/phase1.ts';

/** The texts of units and headers as phase 1 gets them. */

/** The unit as phase 1 gets it. */
export function phase1Input({ unit, file }: NamedUnit): string {
  return unitXml(attributesText(inherited(unit.node.parent, unit.part)), unitText(file.source.text, unit));
}

const apparatus = /<(?:[^\s<>:/]+:)?app[\s>/]/;
const pointed = /#([^\s"'<>]+)/g;

/** The witnesses of a unit's file as far as the unit needs them. */
export function phase1Witnesses({ file: { witnesses } }: NamedUnit, input: string): Witnesses {
  if (!apparatus.test(input)) return noWitnesses;
  const named = new Set([...input.matchAll(pointed)].map(([, id]) => id!));
  const sigla = [...named].toSorted().flatMap((id) => {
    const siglum = witnesses.sigla.get(id);
    return siglum === undefined ? [] : [[id, siglum] as const];
  });
  return { ...witnesses, sigla: new Map(sigla) };
}

const numbered = /<(?:[^\s<>:/]+:)?(?:div[1-7]?|p|ab|seg|l|lb|milestone|cb|gb)\s[^<]*\bn\s*=/;

/** How a unit is numbered, where it has numbers or the source declares which it has. */
export function phase1Numbering({ unit, file }: NamedUnit, input: string): UnitNumbering | undefined {
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

/** The header of a unit's file as XML that stands alone; undefined where there is none. */
export function headerXml({ unit, file }: NamedUnit): string | undefined {
  const { header } = unit.part;
  if (!header) return undefined;
  const text = file.source.text.slice(header.start, header.end);
  const spaces = [...inherited(undefined, unit.part)].filter(
    ([name]) => !text.slice(0, text.indexOf('>')).includes(` ${name}=`),
  );
  return text.replace(/^<([^\s/>]+)/, (start) => start + attributesText(new Map(spaces)));
}
