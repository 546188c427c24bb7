import { isFurtherSide, type Kind, type ReadingNode } from '../../model/reading.ts';
import { attribute, idAttribute } from './element.ts';
import { lineId, newIds, pageBreakId } from './ids.ts';
import { numberAddress } from './numbers.ts';
import { amongWords, isNumber } from '../with-numbers.ts';
import type { Place } from './place.ts';

/**
 * The lines of a source. One without a number is a break as everywhere. A numbered one begins with a point that has its number and an address; the stylesheet shows the number
 * in the margin. Where a line ends inside a word the point has a sign, which is not copied and which the stylesheet shows as a hyphen and a break, so that the word stays one.
 */

/** Sign of a line end inside a word, as it is without our stylesheet. */
const inWord = '|';

/** What `withLineStarts` says of a numbered line in its role; its address is the title. */
const isShownRole = 'shown';
const isFirstRole = 'first';

/** A line break of the reading edition. */
export function lineBreak(node: ReadingNode, place: Place): string {
  const { n, series, joined, number, role = '' } = node;
  if (n === undefined && joined === undefined) return `<br${idAttribute(node, place)}/>${' '.repeat(node.indent ?? 0)}`;
  const classes = ['lb', ...(joined ? ['in-word'] : []), ...(role.includes(isShownRole) ? ['shown'] : [])];
  const said =
    attribute('data-n', n) +
    (n === undefined ? '' : attribute('data-ed', series)) +
    attribute('data-number', number?.full);
  const sign = joined ? inWord : '';
  const inner = node.id === undefined && !joined ? '' : `<span${idAttribute(node, place)}>${sign}</span>`;
  const isFirst = joined === true || role.includes(isFirstRole);
  return `${isFirst ? '' : '<br class="lb"/>'}<span${attribute('id', node.title)} class="${classes.join(' ')}"${said}>${inner}</span>`;
}

/** Kinds that are seen on a line without words of their own. */
const fillsLine: ReadonlySet<Kind> = new Set<Kind>(['note', 'image', 'mark', 'formula']);

const isPlain = (n: string): boolean => /^[0-9]+$/.test(n);

/** Whether the number of a line is shown: every fifth, and each that comes first, that has more than digits, or with which counting begins anew. */
function isShown(n: string, before: string | undefined): boolean {
  if (before === undefined || !isPlain(n)) return true;
  return Number(n) % 5 === 0 || (isPlain(before) && Number(n) <= Number(before));
}

const isLine = ({ kind }: ReadingNode): boolean => kind === 'line-break' || kind === 'line';

const isPage = ({ kind, n }: ReadingNode): boolean => kind === 'page-break' && n !== undefined && n !== '';

/**
 * What has an address by its number in each run: pages, numbers, and lines that have numbers, verse too. The text first, then the readings that are not
 * in it, then the notes in the order in which they begin.
 */
function numberedByRun(tree: ReadingNode): ReadingNode[][] {
  const runs: ReadingNode[][] = [];
  // Readings that are not in the text are below it, before the notes.
  const readings: ReadingNode[] = [];
  const walk = (node: ReadingNode, around: ReadingNode[]): void => {
    let run = isFurtherSide(node) ? readings : around;
    if (node.kind === 'note' || runs.length === 0) runs.push((run = []));
    if (isPage(node) || isNumber(node) || (isLine(node) && node.n !== undefined && node.n !== '')) run.push(node);
    for (const child of node.children) if (typeof child !== 'string') walk(child, run);
  };
  walk(tree, []);
  const [text = [], ...notes] = runs;
  return [text, readings, ...notes];
}

/** Goes through a tree and says of each numbered line whether anything is before it on its line. */
class LineStarts {
  private atStart = true;
  private readonly known: ReadonlyMap<ReadingNode, Pick<ReadingNode, 'title' | 'role'>>;

  constructor(known: ReadonlyMap<ReadingNode, Pick<ReadingNode, 'title' | 'role'>>) {
    this.known = known;
  }

  node(node: ReadingNode, parent?: Kind): ReadingNode {
    if (node.kind === 'line-break') return this.line(node);
    if (isFurtherSide(node)) return this.apart(node);
    // A label that is in no list is among words.
    const isBlock = !amongWords.has(node.kind) && (node.kind !== 'label' || parent === 'list');
    if (isBlock || node.kind === 'note') this.atStart = true;
    const children = node.children.map((child) =>
      typeof child === 'string' ? this.text(child) : this.node(child, node.kind),
    );
    if (isBlock) this.atStart = true;
    if (fillsLine.has(node.kind)) this.atStart = false;
    return { ...node, ...this.known.get(node), children };
  }

  /** A reading is below the text: it begins and ends no line of it. */
  private apart(node: ReadingNode): ReadingNode {
    const { atStart } = this;
    this.atStart = true;
    const children = node.children.map((child) => (typeof child === 'string' ? child : this.node(child, node.kind)));
    this.atStart = atStart;
    return { ...node, children };
  }

  private text(value: string): string {
    if (/[^ \t\n\r]/.test(value)) this.atStart = false;
    return value;
  }

  private line(node: ReadingNode): ReadingNode {
    const known = this.known.get(node);
    const isFirst = this.atStart;
    this.atStart = known === undefined && node.joined === undefined;
    return known ? { ...node, ...known, role: `${known.role ?? ''} ${isFirst ? isFirstRole : ''}` } : node;
  }
}

/**
 * The tree, where each page that has a number, each number and each numbered line, of verse or not, has its address as its title. Those that are not of verse know whether their number is shown and whether
 * they are the first of their block.
 */
export function withLineStarts(tree: ReadingNode): ReadingNode {
  const known = new Map<ReadingNode, Pick<ReadingNode, 'title' | 'role'>>();
  const ids = newIds();
  const runs = numberedByRun(tree);
  for (const [i, run] of runs.entries()) {
    let before: string | undefined;
    const isApart = i === 1;
    for (const line of run) {
      const title = ids.claim(
        isPage(line) ? pageBreakId(line.n!, isApart) : (numberAddress(line) ?? lineId(line.n!, line.series)),
      );
      if (line.kind !== 'line-break') known.set(line, { title });
      else {
        known.set(line, { title, role: isShown(line.n!, before) ? isShownRole : '' });
        before = line.n;
      }
    }
  }
  return known.size === 0 ? tree : new LineStarts(known).node(tree);
}
