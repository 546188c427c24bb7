import type { Elements } from '../../config/elements.ts';
import type { Settings } from '../../config/settings.ts';
import type { Span } from '../../diagnostics/finding.ts';
import { readTable } from '../../model/decides/table.ts';
import { unitContent } from '../../model/read-tei/read-file.ts';
import { withoutRole } from '../../model/sheet-changes.ts';
import { runsOf, type Spine } from '../../model/spine.ts';
import { type Item, withoutItem } from '../../model/structure.ts';
import type { NamedUnit } from '../../model/unit-ids.ts';
import { scanXml } from '../../source/xml.ts';
import type { Sheet } from '../../config/sheet-fault.ts';
import { readEdition, type SourceList } from '../../validate/read-edition.ts';

/**
 * The row of the setting `elements` that would say what a stylesheet does to the words of a unit, found by trial: patterns of its templates are
 * selectors, and the right row is that under which the source reads as the stylesheet made it.
 */

export interface MissingRow {
  readonly rows: Elements;
  /** Of the template. */
  readonly span: Span;
}

/** What rows are tried with, the likeliest first. */
const tried: readonly Elements[string][] = [
  { counted: 'no' },
  { kind: 'span' },
  { kind: 'block' },
  { kind: 'line' },
  { kind: 'note' },
  { kind: 'line-break' },
];

/** So many readings, of so many characters in all: a row is offered where that is quick. */
const mostTried = 48;
const mostRead = 60_000_000;

interface Pattern {
  readonly selector: string;
  readonly span: Span;
}

/** Names in a pattern have a prefix where the stylesheet has no default for them. */
const withoutPrefixes = (pattern: string): string =>
  pattern.replace(/(?<![\w.:-])[A-Za-z_][\w.-]*:(?=[A-Za-z_])(?!:)/g, '').trim();

/** Patterns of templates that are selectors of a table as well. */
function patternsIn(sheet: Sheet): Pattern[] {
  const found: Pattern[] = [];
  scanXml(sheet, {
    open: ({ local, uri, attributes }) => {
      const match = attributes.find(({ name }) => name === 'match');
      if (local !== 'template' || !match || uri !== 'http://www.w3.org/1999/XSL/Transform') return;
      const selector = withoutPrefixes(match.value);
      found.push({ selector, span: sheet.span(match.valueStart, match.valueEnd) });
    },
  });
  return found;
}

const isRow = (rows: Elements): boolean => readTable(rows).faults.length === 0;

/** Rows to try: each pattern alone, and all of them left out. */
function* candidates(patterns: readonly Pattern[]): Generator<MissingRow> {
  for (const row of tried)
    for (const { selector, span } of patterns)
      if (isRow({ [selector]: row })) yield { rows: { [selector]: row }, span };
  const out = patterns.filter(({ selector }) => isRow({ [selector]: tried[0]! }));
  if (out.length > 1)
    yield { rows: Object.fromEntries(out.map(({ selector }) => [selector, tried[0]!])), span: out[0]!.span };
}

/** Words, and the blocks they are in. */
interface Said {
  readonly spine: Spine;
  readonly items: readonly Item[];
}

const keyOf = ({ spine, items }: Said): string =>
  JSON.stringify([
    runsOf(spine),
    items.flatMap(({ aspect, run, from, to, value }) =>
      aspect === 'block' ? [run, from, to, withoutRole(value)] : [],
    ),
  ]);

/** What the source says of a unit under a table; undefined where there is no such unit then. */
function saidUnder(elements: Elements, unit: NamedUnit, sources: SourceList, settings: Settings): Said | undefined {
  const { file } = unit.file.source;
  const files = sources.files.filter(({ path, part }) => path === file || part === true);
  const under = { ...settings, elements };
  const { files: read } = readEdition({ ...sources, files, named: true }, under, undefined, 'structure');
  const one = read.find(({ source }) => source.file === file);
  const same = one?.units.find(({ node }) => node.tag.start === unit.unit.node.tag.start);
  const content = one && same && unitContent(one, same);
  if (!content) return undefined;
  const { spine, structure } = content;
  const { items, ownBlock } = structure;
  return { spine, items: ownBlock ? withoutItem(items, ownBlock) : items };
}

/** Finds it, for a unit whose words the stylesheets made `made` of. Undefined where no row does it, or not quickly. */
export function missingRow(
  sheets: readonly Sheet[],
  made: Said,
  unit: NamedUnit,
  sources: SourceList,
  settings: Settings,
): MissingRow | undefined {
  const patterns = sheets.flatMap(patternsIn);
  const length = unit.file.source.text.length;
  let count = 0;
  for (const candidate of candidates(patterns)) {
    if (++count > mostTried || count * length > mostRead) return undefined;
    const said = saidUnder({ ...settings.elements, ...candidate.rows }, unit, sources, settings);
    if (said && keyOf(said) === keyOf(made)) return candidate;
  }
  return undefined;
}
