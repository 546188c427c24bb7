import { attributesText, inherited, unitText } from '../model/read-tei/slice.ts';
import type { NamedUnit } from '../model/unit-ids.ts';
import { unitXml } from '../transform/phase1.ts';

/** The texts of units and headers as phase 1 gets them. */

/** The unit as phase 1 gets it. */
export function phase1Input({ unit, file }: NamedUnit): string {
  return unitXml(attributesText(inherited(unit.node.parent, unit.part)), unitText(file.source.text, unit));
}

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
