import type { UnitKind } from '../../model/facts.ts';
import type { UnitNumber } from '../../model/numbers.ts';
import { type FileReading, readTeiFile } from '../../model/read-tei/read-file.ts';
import { type OpCode, Op } from '../../model/read-tei/ops.ts';
import { madeLimits } from '../../source/scan/events.ts';
import { sourceText } from '../../source/text.ts';
import type { CitableUnit, CitationTree } from './citable-unit.ts';
import { fileNames } from './file-names.ts';
import { numberedUnits } from './numbered-units.ts';

/** The citable units of a text, found in its TEI file: its canonical numbers where it has any, else its printed pages. */

/** What must be known of a text to cite it. */
export interface CitableText {
  readonly tei: string;
  /** A record is not cited by its parts. */
  readonly kind: UnitKind;
  /** Label of the page that is open where its text begins; undefined: it begins with a page of its own, or there are no pages. */
  readonly startsOn: string | undefined;
  /** Other texts are inside it: where it goes on behind them, its file does not say on which page. */
  readonly isInterrupted: boolean;
  /** Its canonical numbers in their order: those of a part of a text depend on what is around it. */
  readonly numbers: readonly UnitNumber[];
}

/** Elements that cannot be in a document: the whole text is one unit. */
const noDocuments = { element: '' };

/** Operations that are words, or stand like a word. */
const words: ReadonlySet<OpCode> = new Set<OpCode>([Op.mark, Op.formula, Op.gloss]);

interface Point {
  readonly offset: number;
  readonly value: string;
}

/** Where the text of a file is, and which pages begin in it. Notes and further readings are apart, and nothing in them is cited. */
interface Read {
  readonly from: number;
  readonly to: number;
  readonly pages: readonly Point[];
  /** Words are before the first page break. */
  readonly beginsBefore: boolean;
}

function pointsOf({ tape, structure }: FileReading): Read | undefined {
  const [part, ...others] = structure.parts;
  const text = part?.text ?? part?.sourceDoc;
  if (!text || others.length > 0) return undefined;
  const { ops, values, offsets } = tape;
  const pages: Point[] = [];
  let apart = 0;
  let beginsBefore = false;
  for (let i = 0; i < ops.length; i++) {
    const op = ops[i]!;
    const point = { offset: offsets[i]!, value: values[i]! };
    if (op === Op.startNote || op === Op.startSide) apart++;
    else if (op === Op.endNote || op === Op.endSide) apart--;
    if (apart > 0 || point.offset < text.tag.start) continue;
    if (op === Op.page || op === Op.pageInWord) pages.push(point);
    else if (pages.length === 0) beginsBefore ||= words.has(op) || (op === Op.text && point.value.trim() !== '');
  }
  return { from: text.tag.start, to: text.end, pages, beginsBefore };
}

function pageUnits({ from, to, pages, beginsBefore }: Read, text: CitableText): CitableUnit[] {
  if (text.isInterrupted) return [];
  const { startsOn } = text;
  const begun = startsOn !== undefined && beginsBefore ? [{ offset: from, value: startsOn }] : [];
  const name = fileNames();
  const all = [...begun, ...pages];
  return all.map(({ offset, value }, i) => ({
    identifier: name(`pg_${value}`),
    level: 1,
    parent: null,
    citeType: 'page',
    title: value,
    from: offset,
    to: all[i + 1]?.offset ?? to,
  }));
}

/** The trees by which a text can be cited, the default one first; none where it has neither numbers nor pages. */
export function citationTrees(text: CitableText): readonly CitationTree[] {
  if (text.kind === 'record') return [];
  const file = readTeiFile(sourceText('', text.tei), noDocuments, [], madeLimits);
  const read = pointsOf(file);
  if (!read) return [];
  const numbers = numberedUnits(text.tei, text.numbers, read.from);
  const pages = pageUnits(read, text);
  const trees = [
    { ofElements: true, units: numbers },
    { ofElements: false, units: pages },
  ].filter(({ units }) => units.length > 0);
  return trees.map((tree, i) => (i === 0 ? tree : { identifier: 'pages', ...tree }));
}
