import { expect, it } from 'vitest';
import { readTeiFile, unitSpine } from '../../src/model/read-tei/read-file.ts';
import { spineItems } from '../../src/model/spine-items.ts';
import { sourceText } from '../../src/source/text.ts';
import { checkUnit } from '../../src/verify/check-unit.ts';
import { coverageLosses } from '../../src/verify/coverage.ts';
import { chance, type Chance } from '../harness/chance.ts';
import { readFiles } from '../harness/edition.ts';
import { allFormats } from '../harness/formats.ts';

/**
 * However documents, chapters, title pages and page breaks are in one another, every word belongs to exactly one unit.
 */

interface Making {
  readonly luck: Chance;
  readonly next: () => number;
}

const words = ({ luck, next }: Making): string => `<p>w${next()}${luck.often(20) ? `<note>n${next()}</note>` : ''}</p>`;
const pageBreak = ({ luck, next }: Making): string =>
  luck.often(40) ? `<pb n="${next()}"${luck.often(10) ? ' break="no"' : ''}/>` : '';

/** A division with divisions in it; some are documents. */
function division(making: Making, depth: number): string {
  const { luck, next } = making;
  const type = luck.pick(['document', 'document', 'chapter', 'section']);
  const id = luck.often(70) ? ` xml:id="d${next()}"` : '';
  const inside = Array.from({ length: luck.below(4) }, () =>
    luck.often(depth < 3 ? 45 : 0) ? division(making, depth + 1) : luck.often(70) ? words(making) : '',
  );
  const head = luck.often(50) ? `<head>h${next()}</head>` : '';
  return `<div type="${type}"${id}>${pageBreak(making)}${head}${inside.join(pageBreak(making))}${pageBreak(making)}</div>`;
}

const several = (making: Making, most: number): string =>
  Array.from({ length: making.luck.below(most + 1) }, () => division(making, 0) + pageBreak(making)).join('');

function text(making: Making): string {
  const { luck, next } = making;
  const title = luck.often(50) ? `<titlePage><docTitle><titlePart>t${next()}</titlePart></docTitle></titlePage>` : '';
  const front = luck.often(50) ? `<front>${pageBreak(making)}${title}${several(making, 2)}</front>` : '';
  const back = luck.often(50) ? `<back>${several(making, 2)}${pageBreak(making)}</back>` : '';
  return `<text>${pageBreak(making)}${front}<body>${luck.often(20) ? words(making) : ''}${pageBreak(making)}${several(making, 4)}</body>${back}</text>`;
}

const editions = 400;
const documents = { element: 'div', attribute: { name: 'type', value: 'document' } };
const wholeText = { element: '' };

/** Words and page breaks of spines, in no order. */
const content = (runs: readonly string[]): string[] =>
  runs
    .flatMap((run) =>
      spineItems(run)
        .filter(({ kind }) => kind !== 'call')
        .map(({ kind, text }) => `${kind} ${text}`),
    )
    .sort();

it(`in ${editions} editions made at random`, async () => {
  const formats = [...(await allFormats())];
  const luck = chance(194);
  for (let i = 0; i < editions; i++) {
    let number = 0;
    const source = `<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader/>${text({ luck, next: () => ++number })}</TEI>`;
    const cut = readTeiFile(sourceText('a.xml', source), documents);
    const whole = readTeiFile(sourceText('a.xml', source), wholeText);
    const runsOf = (file: typeof cut): string[] =>
      file.units.flatMap((unit) => {
        const spine = unitSpine(file.tape, unit);
        return [spine.text, ...spine.notes.map((note) => note.text)];
      });
    expect([source, coverageLosses(cut)]).toEqual([source, []]);
    if (cut.units.length > 0) expect([source, content(runsOf(cut))]).toEqual([source, content(runsOf(whole))]);
    // The same text without documents, divided at any level.
    const level = 1 + luck.below(3);
    const divided = readTeiFile(sourceText('a.xml', source), { ...wholeText, pages: () => level });
    expect([source, level, coverageLosses(divided)]).toEqual([source, level, []]);
    expect([source, level, content(runsOf(divided))]).toEqual([source, level, content(runsOf(whole))]);
    if (i % 8 === 0) {
      const settings = JSON.stringify({ documents: 'none', pages: level });
      const inPages = readFiles({ 'a.xml': source, 'octavo.config.json': settings });
      for (const unit of inPages.units)
        for (const [name, format] of formats)
          expect([
            source,
            name,
            checkUnit(format, unit, unit, inPages.edition, format.write(unit, inPages.edition)),
          ]).toEqual([source, name, []]);
    }
    if (i % 4 > 0 || cut.units.length === 0) continue;
    const { edition, units } = readFiles({ 'a.xml': source });
    for (const unit of units)
      for (const [name, format] of formats)
        expect([source, name, checkUnit(format, unit, unit, edition, format.write(unit, edition))]).toEqual([
          source,
          name,
          [],
        ]);
  }
});
