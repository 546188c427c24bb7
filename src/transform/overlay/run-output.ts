import { asked, type AskedUnit, type Overlay } from './ask.ts';

/** Runs a stylesheet of an edition that makes an output of its own. */

/** The texts that a stylesheet makes of units, in their order. Throws `StylesheetFault`. */
export function* outputTexts(output: Overlay, units: Iterable<AskedUnit>): Generator<string> {
  for (const [, { data = '' }] of asked(output, 'text', units)) yield data;
}
