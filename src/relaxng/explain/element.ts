import type { XmlTag } from '../../source/xml.ts';
import { contentOf } from '../engine/build.ts';
import { isFull } from '../engine/findings.ts';
import { intern } from '../engine/names.ts';
import type { QName } from '../engine/names.ts';
import { open, openLater } from '../engine/open.ts';
import type { Pattern } from '../engine/pattern.ts';
import type { Run } from '../engine/run.ts';
import { after, choice, elementOf } from '../engine/table.ts';
import { beginLoose, canRepeat, elementWrappers } from './loose.ts';
import { namesOf, skipped, takesText } from './expected.ts';
import { laterSibling, moveUp } from './later-sibling.ts';
import { missingInWords } from './incomplete.ts';
import { strangeElement } from './strange-element.ts';
import { elementEnd, renameEdit, tagPlace, tell } from './tell.ts';
import { unwrapEdit, wrapEdit } from './wrap.ts';
import type { Edit } from './tell.ts';
import { unknownElement } from './unknown-element.ts';
import { elementName, expectedNames, oneOf, rankedNames, said, tagged } from './words.ts';

/**
 * An element is where none of its name is allowed. Reports why, unless it belongs to a mistake that is already
 * reported, and answers what to continue with, so that what is inside it and after it is still checked.
 */
export function unexpectedElement(run: Run, tag: XmlTag, name: QName): Pattern {
  const { table } = run;
  const known = run.schema.byName.get(name);
  if (run.current.kind === 'anything')
    return after(table, known ? ownContent(run, known) : table.anything, table.anything);
  if (isFull(run.findings)) return after(table, known ? ownContent(run, known) : table.anything, run.current);
  if (known === undefined) return unknownElement(run, tag, name);
  const later = openLater(table, run.current, name);
  if (later.kind !== 'notAllowed') {
    tooEarly(run, tag, name, known);
    return later;
  }
  return misplaced(run, tag, name, known);
}

/** What an element of this name may hold, wherever it stands. */
export function ownContent(run: Run, definitions: readonly Pattern[]): Pattern {
  return choice(
    run.table,
    definitions.map((one) => contentOf(run.table, one)),
  );
}

const saidOf = (run: Run, tag: XmlTag, definitions: readonly Pattern[]): string | undefined =>
  said(run, `<${tag.name}>`, elementOf(definitions[0]!).documentation);

/** Something must come before it. */
function tooEarly(run: Run, tag: XmlTag, name: QName, known: readonly Pattern[]): void {
  if (run.open.at(-1)?.spoiled === true) return;
  const missing = skipped(run.current, (pattern) => openLater(run.table, pattern, name).kind !== 'notAllowed');
  const names = rankedNames(run, missing[0] ?? []);
  const parent = run.open.at(-1);
  const where = parent === undefined ? '' : ` in <${parent.tag.name}>`;
  for (const one of missing.flat().flatMap(namesOf)) {
    (parent!.missed ??= new Set()).add(intern(run.table.names, one.uri, one.local));
  }
  const later = laterSibling(run, tag, names);
  const reason = later
    ? `<${later.name}>, which stands on line ${run.source.locate(later.start).line}, must come before it`
    : missingInWords(run, missing);
  tell(run, {
    code: 'missing-element',
    message: `<${tag.name}> is not allowed yet${where}${names.length === 0 ? '' : `: ${reason}`}.`,
    ...tagPlace(run, tag),
    why: saidOf(run, tag, known),
    fix: names.length === 0 ? undefined : `Put ${oneOf(names.map(tagged))} before it.`,
    suggestion: later && moveUp(run, tag, later),
    ...(later && { related: [[`<${later.name}> is here.`, later.start, later.end]] as const }),
    expected: expectedNames(run),
  });
}

/** It is not allowed here, nor further on. */
function misplaced(run: Run, tag: XmlTag, name: QName, known: readonly Pattern[]): Pattern {
  const { table } = run;
  run.misplaced = true;
  const content = ownContent(run, known);
  const parent = run.open.at(-1);
  const expected = expectedNames(run);
  const place = tagPlace(run, tag);
  const why = saidOf(run, tag, known);
  if (parent === undefined) {
    const message =
      run.current.kind === 'empty'
        ? `<${tag.name}> comes after the outermost element.`
        : `<${tag.name}> cannot be the outermost element.`;
    tell(run, { code: 'element-not-allowed', message, ...place, why, fix: fixFor(expected), expected });
    return after(table, content, run.current);
  }
  const inside = `<${parent.tag.name}>`;
  const culprit = strangeElement(run, tag, known);
  if (culprit?.kind === 'around') return toldAsWrapper(run, tag, inside, why, expected);
  if (culprit?.kind === 'renamed') return toldAsRenamed(run, tag, inside, culprit.meant, expected);
  if (openLater(table, parent.start, name).kind !== 'notAllowed') {
    tooLate(run, tag, name, { inside, expected, why });
    return after(table, content, run.current);
  }
  return withWrapper(run, tag, name, content, why, expected);
}

/** An element too many around what may be here: what is in it is checked as if it were not there. */
function toldAsWrapper(
  run: Run,
  tag: XmlTag,
  inside: string,
  why: string | undefined,
  expected: readonly string[],
): Pattern {
  tell(run, {
    code: 'element-not-allowed',
    message: `<${tag.name}> is not allowed in ${inside}; what it holds is.`,
    ...tagPlace(run, tag),
    why,
    fix: `Remove <${tag.name}> and its end tag, and keep what is between them.`,
    suggestion: unwrapEdit(run, tag),
    expected,
  });
  run.transparent = true;
  return run.current;
}

/** An element under the name of another one. */
function toldAsRenamed(run: Run, tag: XmlTag, inside: string, meant: QName, expected: readonly string[]): Pattern {
  const written = elementName(run, meant);
  tell(run, {
    code: 'element-not-allowed',
    message: `<${tag.name}> is not allowed in ${inside}; what it holds fits <${written}>, which is allowed here.`,
    ...tagPlace(run, tag),
    why: said(run, `<${written}>`, elementOf(run.schema.byName.get(meant)![0]!).documentation),
    fix: `Write <${written}>.`,
    suggestion: renameEdit(run, tag, written),
    expected: [written, ...expected.filter((one) => one !== written)],
  });
  run.misplaced = false;
  return open(run.table, run.current, meant);
}

interface Circumstances {
  readonly inside: string;
  readonly expected: readonly string[];
  readonly why: string | undefined;
}

/** It could have stood earlier: before the sibling that is named. */
function tooLate(run: Run, tag: XmlTag, name: QName, { inside, expected, why }: Circumstances): void {
  const parent = run.open.at(-1)!;
  if (parent.missed?.has(name)) return;
  const turn = parent.turns?.find(({ next }) => openLater(run.table, next, name).kind === 'notAllowed')?.tag;
  const line = turn === undefined ? 0 : run.source.locate(turn.start).line;
  const message =
    turn === undefined
      ? `<${tag.name}> is no longer allowed here in ${inside}.`
      : turn.name === tag.name
        ? `<${tag.name}> stands already in ${inside}, on line ${line}.`
        : `<${tag.name}> is not allowed after <${turn.name}> (line ${line}) in ${inside}.`;
  tell(run, {
    code: 'element-too-late',
    message,
    ...tagPlace(run, tag),
    why,
    fix: `${turn === undefined || turn.name === tag.name ? '' : `Move it before <${turn.name}>. `}${fixFor(expected, 'From here on')}`,
    suggestion: turn && turn.name !== tag.name ? moveBefore(run, tag, turn) : undefined,
    expected,
    ...(turn && {
      related: [[`After this <${turn.name}> it is no longer allowed.`, turn.start, turn.end]] as const,
    }),
  });
}

/** Moves an element before an earlier sibling. */
function moveBefore(run: Run, tag: XmlTag, sibling: XmlTag): Edit | undefined {
  const { text } = run.source;
  const end = elementEnd(run, tag);
  if (end === undefined || end - sibling.start > 20_000) return undefined;
  const between = text.slice(sibling.start, tag.start);
  const space = between.slice(between.trimEnd().length);
  return [sibling.start, end, text.slice(tag.start, end) + space + between.trimEnd()];
}

/** Perhaps an element is missing around it: items without their list. */
function withWrapper(
  run: Run,
  tag: XmlTag,
  name: QName,
  content: Pattern,
  why: string | undefined,
  expected: readonly string[],
): Pattern {
  const inside = `<${run.open.at(-1)!.tag.name}>`;
  const around = elementWrappers(run, name);
  const names = [...new Set(around.map((one) => elementName(run, one.name)))];
  const told = {
    code: 'element-not-allowed',
    message: `<${tag.name}> is not allowed in ${inside}.`,
    ...tagPlace(run, tag),
    why,
    fix:
      names.length > 0
        ? `Put it into ${oneOf(names.slice(0, 4).map(tagged), 4)}, which is allowed here.`
        : fixFor(expected),
    expected,
  };
  // Where it could be in many elements, none of them is plainly missing.
  const [first] = around;
  if (first === undefined || names.length > 1 || !canRepeat(run, first)) {
    tell(run, { ...told, suggestion: names.length === 0 ? withoutTags(run, tag) : undefined });
  } else {
    beginLoose(run, first, tag.start, tag.end, (end) =>
      tell(run, { ...told, suggestion: wrapEdit(run, first, tag.start, Math.max(end, elementEnd(run, tag) ?? 0)) }),
    );
  }
  return after(run.table, content, run.current);
}

/** Without its tags an element loses nothing, if it is empty, or if there is only text in it and text may be here. */
function withoutTags(run: Run, tag: XmlTag): Edit | undefined {
  const edit = tag.empty || takesText(run.current) ? unwrapEdit(run, tag) : undefined;
  return edit?.[2].includes('<') === true ? undefined : edit;
}

/** “Allowed here: <p>, <list> or <table>.” */
export function fixFor(expected: readonly string[], begin = 'Allowed here'): string {
  if (expected.length === 0) return 'Nothing more is allowed here: remove it, or move it elsewhere.';
  return `${begin}${begin === 'Allowed here' ? ':' : ' these are allowed:'} ${oneOf(expected.map(tagged))}.`;
}
