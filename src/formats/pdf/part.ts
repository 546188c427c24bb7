import type { EditionContext, Unit } from '../../model/edition.ts';
import { withDirections } from '../../model/reading-directions.ts';
import type { Reading, ReadingNode } from '../../model/reading.ts';
import { inOneView } from '../books.ts';
import { withWordsInLine } from '../in-line.ts';
import { withNumbers } from '../with-numbers.ts';
import { withSenseNumbers } from '../sense-numbers.ts';
import { withSigns } from '../with-signs.ts';
import { entries } from './apparatus.ts';
import { firstHeading, madeHeading } from './headings.ts';
import { languageOf } from './languages.ts';
import type { IndexedName } from './name-index.ts';
import { looksInside } from './looks-inside.ts';
import { call, sequence, words } from './code.ts';
import type { PageMarks, PartEntry, PartHeading, Place, UnitPage } from './place.ts';
import { waitingMarks } from './text.ts';
import { writeChildren } from './write-text.ts';

/** What a book is bound from of one unit. */
export interface Part {
  /** Its text as Typst code. */
  readonly code: string;
  readonly headings: readonly PartHeading[];
  /** Of blocks behind headings, the first of these: where a page is to be broken before one, it is broken before the other. */
  readonly chains: Readonly<Record<string, string>>;
  readonly images: readonly string[];
  /** The file of its source, and its id there. */
  readonly source: string;
  /** What of the index is named in it, by the keys of the marks. */
  readonly names: readonly (readonly [key: string, name: IndexedName])[];
  /** Its text is a title page. */
  readonly isTitlePage: boolean;
  /** Of its apparatus. */
  readonly entries: readonly PartEntry[];
}

export interface PartOptions {
  readonly marks: PageMarks;
  /** The book has an index of names. */
  readonly index: boolean;
  readonly findAsset: UnitPage['findAsset'];
}

/** The unit without the page breaks in front of it, and these. */
function withoutLeading(tree: ReadingNode): { tree: ReadingNode; leading: ReadingNode[] } {
  const isLeading = (child: Reading): child is ReadingNode =>
    typeof child === 'object' && child.kind === 'page-break' && child.role === 'leading';
  const leading = tree.children.filter(isLeading);
  return {
    tree: leading.length === 0 ? tree : { ...tree, children: tree.children.filter((child) => !isLeading(child)) },
    leading,
  };
}

const isTitlePage = ({ tei, role }: ReadingNode): boolean => tei === 'titlePage' || role === 'title-page';

const pageOf = (
  unit: Unit,
  edition: EditionContext,
  { marks, findAsset, index }: PartOptions,
  waiting: ReadingNode[],
): UnitPage => ({
  unit, edition, marks, findAsset, waiting, note: '',
  ...(index && { names: new Map() }),
  last: ' ', owed: false, isOpen: false, isBeginning: false, stacked: 0, blocks: 0, items: 0, notes: 0, block: unit.facts.id, chain: undefined, chains: {},
  headings: [], images: new Set(), wanted: false, entries: [], entry: undefined, line: undefined,
}); // prettier-ignore

/** The tree with all that is shown in it: numbers, signs, words in place of formulas. */
function shown(unit: Unit, edition: EditionContext, language: string | undefined) {
  const numbered = looksInside(withSenseNumbers(withWordsInLine(withNumbers(unit.reading))));
  const { reading, direction } = withDirections(numbered, language);
  return { ...withoutLeading(withSigns(reading, edition.signs, 'signed').tree), direction };
}

/** The text of a unit: behind its heading, of its own or of ours. */
function written(tree: ReadingNode, page: UnitPage): string {
  const { title } = page.unit.facts;
  const isTitled = firstHeading(tree) !== undefined;
  page.wanted = !isTitled && isTitlePage(tree);
  const place: Place = {
    page,
    top: true,
    outline: true,
    level: isTitled || page.wanted ? 0 : 1,
    linked: false,
    write: writeChildren,
  };
  const made = isTitled || page.wanted ? '' : madeHeading(title, { ...place, level: 0 });
  const text = writeChildren([tree], place);
  // A title page without any words that could be a heading.
  const late = page.wanted ? madeHeading(title, place) : '';
  const last = page.waiting.length === 0 ? '' : call('p', words(''), words('paragraph'), waitingMarks(place));
  return sequence([made, late, text, last, entries(page.entries)]);
}

export function partOf(given: Unit, edition: EditionContext, options: PartOptions): Part {
  const unit = inOneView(given);
  const language = unit.facts.language ?? unit.volume.language ?? edition.language;
  const { tree, leading, direction } = shown(unit, edition, language);
  const page = pageOf(unit, edition, options, leading);
  const whole = written(tree, page);
  // Lines are counted where an apparatus cites them; `true`: the edition itself numbers them.
  const counted = page.entries.length === 0 ? whole : call('edited', String(page.line !== undefined), whole);
  const text = isTitlePage(tree) ? call('title-text', counted) : counted;
  const spoken = (content: string): string => {
    const inLanguage = call('lang', ...languageOf(language).map(words), content);
    return direction === 'rtl' ? call('rtl', inLanguage) : inLanguage;
  };
  return {
    code: spoken(text),
    headings: page.headings,
    chains: page.chains,
    images: [...page.images],
    source: `${unit.source.path} (${unit.facts.id})`,
    names: [...(page.names ?? [])],
    isTitlePage: isTitlePage(tree),
    entries: page.entries.map((one) => ({ ...one, code: spoken(one.code) })),
  };
}
