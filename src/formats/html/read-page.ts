import { runsOf, spineBuilder } from '../../model/spine.ts';
import { isOwnLine, type Item } from '../../model/structure.ts';
import { structureRecorder } from '../../model/structure-recorder.ts';
import { madeLimits } from '../../source/scan/events.ts';
import { sourceText } from '../../source/text.ts';
import { scanXml, type XmlHandler } from '../../source/xml.ts';
import type { ReadBack } from '../format.ts';
import { decoded } from './decoded.ts';
import { linksFaults, rawFaults, referenceFault } from './page-faults.ts';
import type { PageRead, Seen } from './page-read.ts';
import { pairCalls } from './pair-calls.ts';
import { isTurned } from './promise.ts';
import { PageReader } from './read-back.ts';

/** Reads a page back. */

/** A language that is the page's need not be said, nor a direction from left to right; addresses are compared decoded. */
function inWords(item: Item, language: string): Item[] {
  if (item.aspect === 'language') return item.value === language ? [] : [item];
  if (!isTurned(item)) return [];
  const isAddress = item.aspect === 'picture' || (item.aspect === 'pointer' && item.value.startsWith('link'));
  return [isAddress ? { ...item, value: decoded(item.value) } : item];
}

/** What a page says, read from its bytes alone: the words in `main`, but for matter marked as generated, what stands on them, and what is around. */
export function readPage(content: string): PageRead {
  const recorder = structureRecorder();
  const builder = spineBuilder(recorder);
  const reader = new PageReader(builder);
  const handler: XmlHandler = {
    open: (tag) => reader.open(tag),
    close: () => reader.close(),
    text: (value) => reader.text(value),
    comment: () => void reader.faults.push('a comment is in the page'),
    instruction: (target) => void (target === 'xml' || reader.faults.push(`<?${target}?> is in the page`)),
  };
  const findings = scanXml(sourceText('page', content), handler, { limits: madeLimits });
  const main = content.slice(content.indexOf('<main'), content.lastIndexOf('</main>'));
  const reference = referenceFault(main);
  const spine = pairCalls(builder.finish(), reader.calls, reader.bodies);
  const outline = reader.outline.finish();
  const broken = findings.filter(({ severity }) => severity === 'error').map(({ message }) => message);
  const items = reader.apparatus.finish(recorder.structure().items, runsOf(spine));
  const inPlace = <T extends { readonly run: number }>(one: T): T => ({ ...one, run: builder.runOf(one.run) });
  const back: ReadBack = {
    spine,
    structure: { items: items.flatMap((item) => (isOwnLine(item, spine) ? inWords(item, reader.language) : [])) },
    faults: [
      ...broken,
      ...rawFaults(content),
      ...linksFaults(content),
      ...(reference === undefined ? [] : [reference]),
      ...reader.allFaults,
    ],
  };
  const { names, speakers, signs, numbers } = reader.seen;
  const seen: Seen = { names, speakers, signs: signs.map(inPlace), numbers: numbers.map(inPlace) };
  return { back, lines: reader.frame.lines, outline, utterances: reader.utterances, ...seen };
}
