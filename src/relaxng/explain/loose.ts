import { attributeInfo } from '../engine/attribute-info.ts';
import { endAttributesAnyway } from '../engine/attributes.ts';
import { contentOf } from '../engine/build.ts';
import { intern } from '../engine/names.ts';
import type { QName } from '../engine/names.ts';
import { open } from '../engine/open.ts';
import type { Pattern } from '../engine/pattern.ts';
import type { Run } from '../engine/run.ts';
import { after } from '../engine/table.ts';
import { takeText } from '../engine/text.ts';
import { namesOf, nextElements, requiredAttributes } from './expected.ts';
import { usage } from './frequency.ts';

/** An element that could be around what is not allowed without it. */
export interface Wrapper {
  readonly name: QName;
  /** What is left inside it after what was found. */
  readonly inner: Pattern;
  /** What may follow it. */
  readonly rest: Pattern;
  /** Must it have attributes? Then it cannot simply be put in. */
  readonly needsAttributes: boolean;
}

/** The elements that may be here and whose content `take` can begin: first those that are missing, then the commonest. */
function wrappers(run: Run, take: (content: Pattern) => Pattern): Wrapper[] {
  const { table } = run;
  const found: Wrapper[] = [];
  for (const element of nextElements(run.current)) {
    const info = attributeInfo(table, contentOf(table, element));
    const content = endAttributesAnyway(table, info.content);
    const needsAttributes = info.required.length > 0 || requiredAttributes(info.content).length > 0;
    const inner = take(content);
    if (inner.kind === 'notAllowed') continue;
    for (const { uri, local } of namesOf(element)) {
      const name = intern(table.names, uri, local);
      const opened = open(table, run.current, name);
      if (opened.kind !== 'after') continue;
      found.push({
        name,
        inner,
        rest: opened.b!,
        needsAttributes,
      });
    }
  }
  const missing = ({ rest }: Wrapper): number => (rest.nullable ? 0 : 1);
  return found.sort(
    (a, b) =>
      missing(a) - missing(b) || usage(a.name.local) - usage(b.name.local) || (a.name.local < b.name.local ? -1 : 1),
  );
}

/** The wrappers that hold text. */
export const textWrappers = (run: Run): Wrapper[] =>
  wrappers(run, (content) => (content.valued ? run.table.notAllowed : takeText(run.table, content, 'x', run.context)));

/** The wrappers that hold an element of this name. */
export const elementWrappers = (run: Run, name: QName): Wrapper[] =>
  wrappers(run, (content) => afterElement(run, content, name));

/** What is left of a content after a whole element of this name. */
function afterElement(run: Run, content: Pattern, name: QName): Pattern {
  const opened = open(run.table, content, name);
  return opened.kind === 'after' ? opened.b! : run.table.notAllowed;
}

/** Could there be another such element after it? Else it may be there, only further on. */
export const canRepeat = (run: Run, { rest, name }: Wrapper): boolean =>
  open(run.table, rest, name).kind !== 'notAllowed';

/** Goes on as if `wrapper` had been there from `start` on. */
export function beginLoose(run: Run, wrapper: Wrapper, start: number, end: number, tell: (end: number) => void): void {
  const parent = run.open.at(-1);
  if (parent === undefined) {
    tell(end);
    return;
  }
  parent.loose = { inner: wrapper.inner, start, end, tell, name: wrapper.name };
  run.current = wrapper.rest;
}

/** Takes an element as content of the missing one, if it fits there. Answers what to continue with. */
export function continueLoose(run: Run, name: QName): Pattern | undefined {
  const loose = run.open.at(-1)?.loose;
  if (loose === undefined) return undefined;
  const opened = open(run.table, loose.inner, name);
  if (opened.kind !== 'after') return undefined;
  loose.inner = opened.b!;
  return after(run.table, opened.a!, run.current);
}

/**
 * What stood loose is over: says it, unless the end tag of the missing element comes next. Then only the start tag was
 * forgotten, which is already reported.
 */
export function endLoose(run: Run, next: number): void {
  const element = run.open.at(-1)!;
  const { loose } = element;
  element.loose = undefined;
  if (loose === undefined) return;
  const between = run.source.text.slice(loose.end, Math.min(next, loose.end + 200));
  const endTag = /^\s*<\/\s*(?:[^\s:<>]+:)?([^\s:<>]+)\s*>/.exec(between)?.[1];
  if (endTag !== loose.name.local) loose.tell(loose.end);
}
