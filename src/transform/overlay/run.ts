import { sheetFault, StylesheetFault } from '../../config/sheet-fault.ts';
import type { ReadingTrees } from '../../model/reading.ts';
import type { ResultNode } from '../engine.ts';
import type { UnitKnown } from '../phase1.ts';
import { readResult } from '../read-result.ts';
import { asked, type Overlay } from './ask.ts';
import { checkResult, checkTree } from './check-result.ts';

/** Runs the stylesheets of an edition over units; what comes back is read as data. */

/** A unit as phase 1 gets it. */
export interface OverlayUnit {
  readonly id: string;
  readonly xml: string;
  readonly known: UnitKnown;
}

function treesOf(overlay: Overlay, { id, known }: OverlayUnit, section: ResultNode): ReadingTrees {
  const wrong = checkResult(section);
  if (!wrong) {
    const trees = readResult(section, known.witnesses, known.texts);
    const fault = checkTree(trees.reading) ?? (trees.diplomatic && checkTree(trees.diplomatic));
    if (!fault) return trees;
    throw notOurs(overlay, id, fault.name, fault.message);
  }
  throw notOurs(overlay, id, wrong.name, wrong.message);
}

/** What a stylesheet made and the reading edition does not have, at the place in a stylesheet where it may have been made. */
function notOurs(overlay: Overlay, id: string, name: string, message: string): StylesheetFault {
  const made = new RegExp(`<(?:${name}(?=[\\s/>])|xsl:element[^>]*\\bname=["']${name}["'])`);
  const sheet = overlay.sheets.find(({ text }) => made.test(text));
  const found = sheet && made.exec(sheet.text)!;
  return new StylesheetFault(
    sheetFault(
      'stylesheet-result',
      sheet ? sheet.span(found!.index, found!.index + found![0].length) : overlay.sheets[0]!.span(0, 0),
      `In ${id} the stylesheets made what the reading edition does not have: ${message}.`,
      'Make only what docs/reading-vocabulary.md lists.',
    ),
  );
}

function* askedUnits(units: Iterable<OverlayUnit>) {
  for (const unit of units) yield { ...unit, numbering: unit.known.numbering };
}

/** The trees that the stylesheets make of units, in their order. Throws `StylesheetFault`. */
export function* overlaidTrees(overlay: Overlay, units: Iterable<OverlayUnit>): Generator<ReadingTrees> {
  for (const [unit, section] of asked(overlay, 'section', askedUnits(units))) yield treesOf(overlay, unit, section);
}
