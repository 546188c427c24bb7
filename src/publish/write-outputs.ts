import { outputPath } from '../config/own-sheets.ts';
import type { OwnOutput } from '../edition/overlay/outputs.ts';
import { ownUnitXml } from '../edition/overlay/unit-xml.ts';
import type { Prepared } from '../edition/prepare.ts';
import type { BuildMemory } from '../edition/record.ts';
import { outputTexts } from '../transform/overlay/run-output.ts';
import { hashOf } from '../work/hash.ts';
import type { Draft } from './output-folder.ts';
import type { UnitWriter } from './write-units.ts';

/** Writes the outputs that stylesheets of an edition make; what would be the same is kept. */

interface Making {
  readonly prepared: Prepared;
  readonly writer: UnitWriter;
  readonly draft: Draft;
  readonly memory: BuildMemory | undefined;
}

/** Throws `StylesheetFault`. Gives what each file was made from, by its path, as a hash, for the next build. */
export function writeOutputs(outputs: readonly OwnOutput[], making: Making): Record<string, string> {
  const keys: Record<string, string> = {};
  for (const output of outputs) writeOutput(output, making, keys);
  return keys;
}

function writeOutput(
  output: OwnOutput,
  { prepared, writer, draft, memory }: Making,
  keys: Record<string, string>,
): void {
  const paths: string[] = [];
  const units = function* () {
    for (const unit of prepared.units) {
      const { id } = unit.named;
      const xml = ownUnitXml(unit.info, prepared.trees(unit).reading);
      const path = outputPath(output.of, id);
      const key = hashOf(output.hash, xml);
      keys[path] = key;
      if (memory?.outputs?.[path] === key && writer.keep(path)) continue;
      paths.push(path);
      yield { id, xml, numbering: undefined };
    }
  };
  let i = 0;
  for (const text of outputTexts(output, units())) writer.put(draft, paths[i++]!, text);
}
