import type { XmlHandler, XmlTag } from '../../source/xml.ts';
import { type Numbering, notNumbered } from '../numbers.ts';
import { isTei } from './elements.ts';
import { isDivision, isLine, isUnnumbered, ownNumber, seriesOf } from './numbered.ts';
import { RefsDeclaration } from './refs-declaration.ts';
import type { DocumentSelector } from './structure.ts';
import { selects } from './structure.ts';

/**
 * Finds how each text of a file is numbered: what its header declares, and, where it leaves that open, whether a series of milestones or of lines begins
 * again in each unit of another: then its numbers need those of that unit.
 */

/** More series than this no text has; their pairs are compared. */
const most = 8;

interface Series {
  readonly name: string;
  readonly first: string;
  last: string;
  /** Larger series that have gone on since its last number. */
  readonly waiting: Set<number>;
  /** By larger series: how often its first number after theirs was looked at, and how often it began again. */
  readonly seen: number[];
  readonly again: number[];
}

const begins = /^(?:[01aAiIαΑ]|1[a-z])$/;

/** Counts what begins again in what. Series 0 are the divisions. */
class Restarts {
  private readonly series: Series[] = [];
  private readonly byName = new Map<string, number>();
  private readonly lines = { isFirst: false, last: '', seen: 0, again: 0 };

  constructor() {
    this.add('', '');
  }

  private add(name: string, first: string): number {
    const at = this.series.length;
    this.series.push({ name, first, last: first, waiting: new Set(), seen: [], again: [] });
    this.byName.set(name, at);
    return at;
  }

  division(n: string): void {
    this.goOn(0, n);
    this.lines.isFirst = true;
  }

  milestone(name: string, n: string): void {
    const known = this.byName.get(name);
    if (known !== undefined) this.goOn(known, n);
    else if (this.series.length < most) this.add(name, n);
  }

  /** A line in a numbered division. */
  line(n: string): void {
    const { lines } = this;
    if (lines.isFirst && lines.last !== '') {
      lines.seen++;
      if (Number(n) <= Number(lines.last)) lines.again++;
    }
    lines.isFirst = false;
    lines.last = n;
  }

  private goOn(at: number, n: string): void {
    const own = this.series[at]!;
    for (const larger of own.waiting) {
      own.seen[larger] = (own.seen[larger] ?? 0) + 1;
      const goesOn = n === own.first || n.startsWith(this.series[larger]!.last);
      if (goesOn) own.again[larger] = (own.again[larger] ?? 0) + 1;
    }
    own.waiting.clear();
    own.last = n;
    for (const smaller of this.series.slice(at + 1)) smaller.waiting.add(at);
  }

  /** The nearest larger series in which one begins again. */
  private aboveOf(own: Series, at: number): Series | undefined {
    return this.series.slice(0, at).findLast((larger, i) => {
      const seen = own.seen[i] ?? 0;
      if (seen > 0) return 2 * (own.again[i] ?? 0) > seen;
      return begins.test(own.first) || (larger.last !== '' && own.first.startsWith(larger.last));
    });
  }

  above(): Map<string, string> {
    const found = new Map<string, string>();
    this.series.forEach((own, i) => {
      const above = i === 0 ? undefined : this.aboveOf(own, i);
      if (above) found.set(own.name, above.name);
    });
    // The largest units of a text without numbered divisions.
    const isWithoutDivisions = this.series[0]!.last === '';
    for (const above of [...found.values()]) if (isWithoutDivisions && !found.has(above)) found.set(above, '');
    found.delete('');
    return found;
  }

  names(): string[] {
    return [...this.byName.keys()];
  }

  get linesBeginAgain(): boolean {
    return this.lines.seen > 0 && 2 * this.lines.again > this.lines.seen;
  }
}

/** How one text is numbered, while it is read. */
class PartNumbering {
  readonly declared: RefsDeclaration;
  readonly restarts = new Restarts();

  constructor(declared: RefsDeclaration) {
    this.declared = declared;
  }

  finish(): Numbering {
    const { levels, states } = this.declared;
    const above = this.restarts.above();
    const delims = new Map<string, string>();
    const names = new Set(this.restarts.names());
    let larger = '';
    let delim = '.';
    for (const { unit, delim: behind } of states) {
      if (names.has(unit)) {
        above.set(unit, larger);
        delims.set(unit, delim);
        larger = unit;
      }
      delim = behind;
    }
    return { levels, above, delims, lines: levels.length === 0 && this.restarts.linesBeginAgain };
  }
}

export interface NumberingReader {
  readonly handler: XmlHandler;
  /** The levels that are declared for the text that begins. */
  declared(): Numbering['levels'];
  /** How a `text` is numbered, when it is read. */
  of(text: XmlTag | undefined): Numbering;
  /** How the text that has just ended is numbered. */
  latest(): Numbering;
}

export function numberingReader(selector: DocumentSelector): NumberingReader {
  const handler = new NumberingHandler(selector);
  return {
    handler,
    declared: () => handler.current?.declared.levels ?? [],
    of: (text) => (text && handler.finished.get(text)) ?? notNumbered,
    latest: () => handler.latest,
  };
}

/** Its methods run for every tag. */
class NumberingHandler implements XmlHandler {
  readonly finished = new Map<XmlTag, Numbering>();
  current: PartNumbering | undefined;
  latest = notNumbered;
  private textTag: XmlTag | undefined;
  private readonly selector: DocumentSelector;
  /** The `TEI` and `teiCorpus` that are open, and what their headers declare. */
  private readonly roots: { readonly tag: XmlTag; declared: RefsDeclaration | undefined }[] = [];
  private inRefs: RefsDeclaration | undefined;
  private depthOfText = 0;
  private unnumbered = 0;
  /** The numbered divisions that are open. */
  private readonly divisions: XmlTag[] = [];

  constructor(selector: DocumentSelector) {
    this.selector = selector;
  }

  open(tag: XmlTag): void {
    if (this.depthOfText > 0) return this.inText(tag);
    if (this.inRefs) return this.inRefs.open(tag);
    const { local } = tag;
    if (this.roots.length === 0 || local === 'TEI' || local === 'teiCorpus')
      this.roots.push({ tag, declared: undefined });
    const root = this.roots.at(-1)!;
    if (local === 'refsDecl') this.inRefs = root.declared ??= new RefsDeclaration();
    if (local !== 'text' || !isTei(tag)) return;
    const declared = this.roots.findLast((one) => one.declared)?.declared ?? new RefsDeclaration();
    this.current = new PartNumbering(declared);
    this.textTag = tag;
    this.depthOfText = 1;
  }

  close(tag: XmlTag): void {
    const { local } = tag;
    if (this.depthOfText > 0) this.closeInText(tag);
    else if (this.inRefs) {
      this.inRefs.close(tag);
      if (local === 'refsDecl') this.inRefs = undefined;
    }
    if (this.roots.at(-1)?.tag === tag) this.roots.pop();
  }

  private inText(tag: XmlTag): void {
    this.depthOfText++;
    if (this.unnumbered > 0 || isUnnumbered(tag)) {
      this.unnumbered++;
      return;
    }
    const { restarts } = this.current!;
    const n = tag.attributes.length === 0 ? undefined : ownNumber(tag);
    if (n === undefined) return;
    if (isDivision(tag.local)) {
      if (selects(this.selector, tag)) return;
      restarts.division(n);
      this.divisions.push(tag);
    } else if (isLine(tag.local)) {
      if (this.divisions.length > 0) restarts.line(n);
    } else if (tag.local === 'milestone') restarts.milestone(seriesOf(tag), n);
  }

  private closeInText(tag: XmlTag): void {
    if (this.unnumbered > 0) this.unnumbered--;
    else if (this.divisions.at(-1) === tag) this.divisions.pop();
    if (--this.depthOfText > 0) return;
    this.latest = this.current!.finish();
    this.finished.set(this.textTag!, this.latest);
  }
}
