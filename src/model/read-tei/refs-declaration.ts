import type { XmlTag } from '../../source/xml.ts';
import type { Level, Step } from '../numbers.ts';
import { oneLine } from '../spine.ts';
import { alternatives, stepsOf } from './cite-path.ts';
import { attributeOf } from './structure.ts';

/** What a header declares of references: `citeStructure`, else `cRefPattern`; the units of `refState` are those of milestones. */

/** A level that does not know yet where it is among the others. */
type Unplaced = Omit<Level, 'inner' | 'depth' | 'place'> & { readonly inner: readonly Unplaced[] };

interface OpenLevel {
  readonly path: readonly (readonly Step[])[];
  readonly rest: Omit<Level, 'steps' | 'inner' | 'depth' | 'place'>;
  readonly inner: Unplaced[];
}

interface Pattern {
  readonly unit: string;
  readonly groups: number;
  readonly delims: readonly string[];
  readonly path: string;
}

const isOwnNumber = /^\s*(?:\.\/)?@n\s*$/;
const delimOf = (value: string | undefined): string =>
  value === undefined || value.trim() === '' ? (value ?? '.') : value.trim();
/** What is between two groups of a `matchPattern`, where that is one character. */
const between = /\)\\?([^\w\s\\([\]])\(/g;

const holdsNumber = ({ isNumbered, inner }: Unplaced): boolean => isNumbered || inner.some(holdsNumber);

export class RefsDeclaration {
  private readonly open_: OpenLevel[] = [];
  private readonly structures: Unplaced[] = [];
  private placed: readonly Level[] | undefined;
  private readonly patterns: Pattern[] = [];
  /** The units of `refState`, the largest first, each with what is behind its number. */
  readonly states: { readonly unit: string; readonly delim: string }[] = [];

  open(tag: XmlTag): void {
    if (tag.local === 'citeStructure') this.structure(tag);
    else if (tag.local === 'cRefPattern') this.pattern(tag);
    else if (tag.local === 'refState') {
      const unit = oneLine(attributeOf(tag, 'unit') ?? '');
      if (unit !== '') this.states.push({ unit, delim: delimOf(attributeOf(tag, 'delim')) });
    }
  }

  close(tag: XmlTag): void {
    if (tag.local !== 'citeStructure') return;
    const { path, rest, inner } = this.open_.pop()!;
    const levels = path.map((steps): Unplaced => ({ ...rest, steps, inner })).filter(holdsNumber);
    (this.open_.at(-1)?.inner ?? this.structures).push(...levels);
  }

  /** The levels that are declared, when all is read. */
  get levels(): readonly Level[] {
    let places = 0;
    const put = (levels: readonly Unplaced[], depth: number): Level[] =>
      levels.map(({ inner, ...level }) => ({ ...level, depth, place: places++, inner: put(inner, depth + 1) }));
    return (this.placed ??= put(this.structures.length > 0 ? this.structures : this.fromPatterns(), 0));
  }

  private structure(tag: XmlTag): void {
    const isTop = this.open_.length === 0;
    this.open_.push({
      path: alternatives(attributeOf(tag, 'match') ?? '').flatMap((path) => {
        const steps = stepsOf(path, isTop);
        return steps ? [steps] : [];
      }),
      rest: {
        unit: oneLine(attributeOf(tag, 'unit') ?? ''),
        isNumbered: isOwnNumber.test(attributeOf(tag, 'use') ?? ''),
        delim: delimOf(attributeOf(tag, 'delim')),
      },
      inner: [],
    });
  }

  private pattern(tag: XmlTag): void {
    const match = attributeOf(tag, 'matchPattern') ?? '';
    const path = /^#xpath\((.*)\)\s*$/s.exec(attributeOf(tag, 'replacementPattern') ?? '')?.[1];
    if (path === undefined) return;
    const groups = match.split('(').length - 1;
    const delims = [...match.matchAll(between)].map(([, delim]) => delim!);
    this.patterns.push({ unit: oneLine(attributeOf(tag, 'n') ?? ''), groups, delims, path });
  }

  /** The levels of the longest pattern: each ends with the step whose `n` is a group. */
  private fromPatterns(): Unplaced[] {
    const longest = this.patterns.toSorted((a, b) => b.groups - a.groups)[0];
    const steps = longest && stepsOf(longest.path, true);
    if (!steps) return [];
    const stretches: Step[][] = [[]];
    for (const { tests, ...step } of steps) {
      const isNumber = tests.some(([name, value]) => name === 'n' && value?.startsWith('$'));
      stretches.at(-1)!.push({ ...step, tests: tests.filter(([, value]) => value?.startsWith('$') !== true) });
      if (isNumber) stretches.push([]);
    }
    const unitOf = (groups: number): string => this.patterns.find((pattern) => pattern.groups === groups)?.unit ?? '';
    return stretches.slice(0, -1).reduceRight<Unplaced[]>((inner, stretch, i) => {
      const delim = i === 0 ? '' : (longest.delims[i - 1] ?? '.');
      return [{ steps: stretch, unit: unitOf(i + 1), isNumbered: true, delim, inner }];
    }, []);
  }
}
