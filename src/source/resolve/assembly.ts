import type { Finding, Span } from '../../diagnostics/finding.ts';
import { firstNotBefore } from '../sorted.ts';
import { asFrom, shown, wayTo } from './addresses.ts';
import type { Document, Documents } from './documents.ts';
import { includeLimit, includeWrong, notIncluded } from './findings.ts';
import { troubleOf, wrongIn } from './include-faults.ts';
import { attributesToAdd } from './fix-up.ts';
import { attributeOf, type IncludeElement, isInHeader, type Node, xincludeNamespace } from './include-elements.ts';
import type { ResolveLimits } from './limits.ts';
import { Composer, type Pieced, placeOf } from './pieced.ts';
import { idOfXpointer } from './xpointer.ts';

/** Puts one text together from the files that it includes (XInclude 1.0). */

/** What was included of a file: the whole of it, or elements of it by their ranges. */
export type Included = 'whole' | (readonly [start: number, end: number])[];

/** Thrown where a limit is reached. */
class Stopped extends Error {}

export class Assembly {
  readonly findings: Finding[] = [];
  readonly included = new Map<string, Included>();
  readonly absent = new Set<string>();
  /** Something that should be in the text is not. */
  incomplete = false;
  readonly #documents: Documents;
  readonly #limits: ResolveLimits;
  readonly #host: Document;
  readonly #made = new Composer();
  readonly #reported = new Set<Document>();
  #count = 0;
  readonly #counted: Set<string>;
  #ownLength: number;

  constructor(documents: Documents, limits: ResolveLimits, host: Document) {
    this.#documents = documents;
    this.#limits = limits;
    this.#host = host;
    this.#counted = new Set([host.path]);
    this.#ownLength = host.pieced.text.length;
  }

  /** The text; where a limit is reached, it is that of the file without all that it includes. */
  finish(): Pieced {
    const { path, pieced } = this.#host;
    try {
      this.#add(this.#host, 0, pieced.text.length, [`${path}#`]);
      return this.#made.finish();
    } catch (error) {
      if (!(error instanceof Stopped)) throw error;
      return this.#withoutIncludes();
    }
  }

  #withoutIncludes(): Pieced {
    const { pieced, elements } = this.#host;
    const made = new Composer();
    let at = 0;
    for (const { start, end } of elements.includes) {
      made.copy(pieced, at, start);
      at = Math.max(at, end);
    }
    made.copy(pieced, at, pieced.text.length);
    return made.finish();
  }

  /** A range of a file with its includes. */
  #add(document: Document, start: number, end: number, around: readonly string[]): void {
    const { includes } = document.elements;
    let at = start;
    for (let i = firstNotBefore(includes.length, (index) => includes[index]!.start < start); i < includes.length; i++) {
      const include = includes[i]!;
      if (include.start >= end) break;
      if (include.start < at) continue;
      this.#copy(document, at, include.start);
      this.#include(document, include, around);
      at = include.end;
    }
    this.#copy(document, at, end);
  }

  /** A range of a file without includes. Relative addresses lead on to where they led. */
  #copy({ path, pieced, elements: { pointers } }: Document, start: number, end: number): void {
    let from = start;
    for (let i = firstNotBefore(pointers.length, (at) => pointers[at]!.valueStart < start); i < pointers.length; i++) {
      const { value, valueStart, valueEnd } = pointers[i]!;
      if (valueEnd > end) break;
      const moved = value.replace(/[^ \t\r\n]+/g, (one) => asFrom(one, path, this.#host.path) ?? one);
      if (moved === value) continue;
      this.#made.copy(pieced, from, valueStart);
      this.#made.insert(
        moved.replace(/[&<"']/g, (c) => `&#${c.charCodeAt(0)};`),
        pieced,
        valueStart,
        valueEnd,
      );
      from = valueEnd;
    }
    this.#made.copy(pieced, from, end);
  }

  #include(document: Document, include: IncludeElement, around: readonly string[]): void {
    const { source, from, to } = placeOf(document.pieced, include.start, include.node.tag.end);
    const span = source.span(from, to);
    if (++this.#count > this.#limits.includes)
      return this.#stop(span, `More than ${this.#limits.includes} files are included in ${this.#host.path}.`);
    if (around.length > this.#limits.includeDepth)
      return this.#stop(span, `More than ${this.#limits.includeDepth} files are included in one another.`);
    const wrong = include.wrong ?? wrongIn(include.node);
    if (wrong !== undefined) return this.#fail(includeWrong(span, wrong, 'Write <xi:include href="…"/>.'));
    const href = attributeOf(include.node, 'href') ?? '';
    const way = href === '' ? { path: document.path } : wayTo(href, include.node, document.path);
    if ('refused' in way) return this.#without(document, include, span, 'include-refused', way.refused, around);
    if (attributeOf(include.node, 'parse') === 'text') this.#text(document, include, span, way.path, around);
    else this.#xml(document, include, span, way.path, around);
  }

  /** The file is not there: what `xi:fallback` holds is read instead; in a header nothing is; in a text it is an error. */
  #without(
    document: Document,
    include: IncludeElement,
    span: Span,
    code: 'include-missing' | 'include-refused',
    trouble: string,
    around: readonly string[],
  ): void {
    const { fallback, node } = include;
    this.absent.add(attributeOf(node, 'href') ?? '');
    const instead = fallback ? 'fallback' : isInHeader(node) ? 'nothing' : undefined;
    const finding = notIncluded(span, code, trouble, instead);
    if (instead === undefined) return this.#fail(finding);
    this.findings.push(finding);
    if (fallback) this.#add(document, fallback.start, fallback.end, around);
  }

  #text(document: Document, include: IncludeElement, span: Span, path: string, around: readonly string[]): void {
    const file = this.#documents.text(path, attributeOf(include.node, 'encoding'));
    if ('trouble' in file) return this.#without(document, include, span, ...troubleOf(file, path), around);
    const { length } = file.pieced.text;
    this.#checkLength(path, length, length, span);
    this.included.set(path, 'whole');
    if (file.findings.length > 0) return this.#fail(...file.findings);
    const { pieced } = file;
    let from = 0;
    for (const { 0: sign, index } of pieced.text.matchAll(/[&<>]/g)) {
      this.#made.copy(pieced, from, index);
      this.#made.insert(`&#${sign.charCodeAt(0)};`, pieced, index, index + 1);
      from = index + 1;
    }
    this.#made.copy(pieced, from, pieced.text.length);
  }

  #xml(document: Document, include: IncludeElement, span: Span, path: string, around: readonly string[]): void {
    const xpointer = attributeOf(include.node, 'xpointer');
    const id = xpointer === undefined ? undefined : idOfXpointer(xpointer);
    if (id === null) {
      const message = `${shown(xpointer!)} is not an id; other xpointers are not followed.`;
      return this.#fail(includeWrong(span, message, 'Give the element an xml:id and write xpointer="the-id".'));
    }
    const key = `${path}#${id ?? ''}`;
    if (around.includes(key)) return this.#stop(span, `${shown(path)} includes itself.`, 'include-cycle');
    const part = this.#documents.xml(path);
    if ('trouble' in part) return this.#without(document, include, span, ...troubleOf(part, path), around);
    this.#note(path, part, id);
    if (!this.#isWhole(part, document)) return;
    const element = id === undefined ? part.elements.root : part.elements.ids.get(id);
    if (!element) {
      const fix = 'Correct xpointer, or give this id to the element that is meant.';
      return this.#fail(
        includeWrong(span, `There is no element with the id ${shown(id ?? '')} in ${shown(path)}.`, fix),
      );
    }
    this.#checkLength(path, part.pieced.text.length, element.end - element.start, span);
    this.#put(part, element, include.node, [...around, key]);
  }

  /** An element in place of an include, with what it needs to remain what it is. */
  #put(
    part: Document,
    element: { start: number; end: number; node: Node },
    place: Node,
    around: readonly string[],
  ): void {
    const { tag } = element.node;
    const nameEnd = element.start + 1 + tag.name.length;
    if (tag.uri === xincludeNamespace) return this.#add(part, element.start, element.end, around);
    this.#copy(part, element.start, nameEnd);
    this.#made.insert(attributesToAdd(element.node, place), part.pieced, element.start, tag.end);
    this.#add(part, nameEnd, element.end, around);
  }

  #note(path: string, part: Document, id: string | undefined): void {
    if (path === this.#host.path) return;
    const known = this.included.get(path) ?? [];
    const element = id === undefined ? undefined : part.elements.ids.get(id);
    if (element && known !== 'whole') known.push([element.start, element.end]);
    this.included.set(path, id === undefined ? 'whole' : known);
  }

  /** A part that is not well-formed would carry its mistakes into the text around it: it is reported and left out. */
  #isWhole(part: Document, from: Document): boolean {
    if (part === from || part === this.#host) return true;
    const faults = part.elements.findings;
    if (!this.#reported.has(part)) {
      this.#reported.add(part);
      this.findings.push(...part.findings, ...faults);
    }
    const isWhole = ![...part.findings, ...faults].some(({ severity }) => severity === 'error');
    if (!isWhole) this.incomplete = true;
    return isWhole;
  }

  /** Whether a part is too much for the text. A part that is included again and again is soon more than the files are. */
  #checkLength(path: string, whole: number, length: number, span: Span): void {
    if (!this.#counted.has(path)) this.#ownLength += whole;
    this.#counted.add(path);
    const { growth, short, length: most } = this.#limits;
    const limit = Math.min(most, Math.max(short, growth * this.#ownLength));
    if (this.#made.length + length > limit)
      this.#stop(span, `With its includes ${this.#host.path} has more than ${limit} characters.`);
  }

  #fail(...findings: readonly Finding[]): void {
    this.findings.push(...findings);
    this.incomplete = true;
  }

  #stop(span: Span, message: string, code: 'include-limit' | 'include-cycle' = 'include-limit'): never {
    this.#fail({ ...includeLimit(span, message), code });
    throw new Stopped();
  }
}
