import type { XmlTag } from './events.ts';
import { closingEdit } from './closing-edit.ts';
import { placeInWords } from './place-in-words.ts';
import { similar } from './similar.ts';
import { strayEdit } from './stray-edit.ts';
import { lineOf, report } from './state.ts';
import type { Scan } from './state.ts';

/** The wording of everything that can be wrong with an end tag. */

/** The places of an end tag and of its name, which ends at `nameEnd`. */
export interface EndTagPlace {
  readonly name: string;
  readonly start: number;
  readonly nameEnd: number;
  readonly end: number;
}

const nesting = 'Elements are nested like boxes: what is opened last is closed first.';

const openedAt = (tag: XmlTag): readonly [string, number, number] => [
  `<${tag.name}> is opened here.`,
  tag.start,
  tag.end,
];

const closers = (inner: readonly XmlTag[]): string =>
  [...inner]
    .reverse()
    .map((tag) => `</${tag.name}>`)
    .join('');

/** `</b>` where an `<a>` inside the `<b>` is not closed. */
export function reportUnclosedBefore(scan: Scan, place: EndTagPlace, inner: readonly XmlTag[]): void {
  const first = inner[0]!;
  const names = inner.map((tag) => `<${tag.name}> (line ${lineOf(scan, tag.start)})`);
  const message =
    inner.length === 1
      ? `</${place.name}> is here, but <${first.name}>, opened on line ${lineOf(scan, first.start)}, is not closed yet.`
      : `</${place.name}> is here, but these elements are not closed yet: ${names.join(', ')}.`;
  const suggestion = closingEdit(scan.text, inner, place.start);
  const [at, , newText] = suggestion ?? [];
  report(scan, {
    code: 'tag-mismatch',
    message,
    start: place.start,
    end: place.end,
    why: nesting,
    fix:
      newText === '/' && inner.length === 2
        ? `Write </${first.name}> for the second <${first.name}>, on line ${lineOf(scan, at!)}.`
        : newText === '/'
          ? `Write <${first.name}/>.`
          : newText === '<'
            ? `Write </${first.name}> on line ${lineOf(scan, at!)}, where the “<” is missing.`
            : suggestion
              ? `Put ${newText!} on line ${lineOf(scan, at!)}, ${placeInWords(scan.text, at!)}.`
              : `Put ${closers(inner)} where the ${inner.length === 1 ? 'element ends' : 'elements end'}, before </${place.name}>.`,
    ...(suggestion && { suggestion }),
    related: inner.map(openedAt),
  });
}

/** `</hi></persName>` for `<hi><persName>`. */
export function reportOverlap(scan: Scan, place: EndTagPlace, inner: readonly XmlTag[]): void {
  const late = inner.at(-1)!;
  const swapped = `</${late.name}></${place.name}>`;
  const both = `</${place.name}></${late.name}>`;
  const adjacent = inner.length === 1 && scan.text.startsWith(both, place.start);
  report(scan, {
    code: 'overlapping-elements',
    message: `<${late.name}>, opened on line ${lineOf(scan, late.start)} inside <${place.name}>, is closed only behind </${place.name}>.`,
    start: place.start,
    end: place.end,
    why: nesting,
    fix: adjacent
      ? `Swap the two end tags: ${swapped}.`
      : `Close <${late.name}> before </${place.name}>, and open it again after it where needed.`,
    ...(adjacent && { edit: [place.start, place.start + both.length, swapped] as const }),
    related: [openedAt(late)],
  });
}

/** `</persname>` for `</persName>`. */
export function reportMisnamed(scan: Scan, place: EndTagPlace, top: XmlTag): void {
  report(scan, {
    code: 'tag-mismatch',
    message: `</${place.name}> is here, but the element to close is <${top.name}>, opened on line ${lineOf(scan, top.start)}.`,
    start: place.start,
    end: place.end,
    why: 'An end tag repeats the name of its start tag exactly; case matters.',
    fix: `Write </${top.name}>.`,
    [similar(place.name, top.name) ? 'edit' : 'suggestion']: [
      place.nameEnd - place.name.length,
      place.nameEnd,
      top.name,
    ] as const,
    related: [openedAt(top)],
  });
}

/** An end tag without a start tag. */
export function reportStrayEnd(scan: Scan, place: EndTagPlace): void {
  report(scan, {
    code: 'unexpected-end-tag',
    message: scan.open.some((tag) => tag.name === place.name)
      ? `</${place.name}> is one too many: no <${place.name}> can end here.`
      : `</${place.name}> closes nothing: no <${place.name}> is open here.`,
    start: place.start,
    end: place.end,
    fix: 'Remove it, or put the start tag that is missing where the element begins.',
    suggestion: strayEdit(scan.text, place.name, place.start, place.end),
  });
}

/** `</>`. */
export function reportEndWithoutName(
  scan: Scan,
  start: number,
  end: number,
  top: XmlTag | undefined,
  closed: boolean,
): void {
  const known = closed && top !== undefined;
  report(scan, {
    code: 'end-tag-without-name',
    message: closed ? 'This end tag has no name.' : 'There is “</” here, but no name follows.',
    start,
    end,
    fix: known
      ? `Write </${top.name}>.`
      : 'Write the name of the element to close, or “&lt;/” where the characters themselves are meant.',
    ...(known && { edit: [start, end, `</${top.name}>`] as const, related: [openedAt(top)] }),
  });
}

const onlyAttributes = /^(?:\s+[^\s=<>"']+\s*=\s*(?:"[^"<>]*"|'[^'<>]*'))*\s*$/;

/** `</p n="1">`; whether words that are there may go is for a person to say. */
export function reportAttributeInEndTag(scan: Scan, name: string, from: number, to: number): void {
  const certain = onlyAttributes.test(scan.text.slice(from, to));
  report(scan, {
    code: 'attribute-in-end-tag',
    message: `The end tag </${name}> contains more than its name.`,
    start: from,
    end: to,
    why: 'Attributes belong in the start tag; an end tag has none.',
    fix: `Write </${name}>.`,
    [certain ? 'edit' : 'suggestion']: [from, to, ''] as const,
  });
}

/** `</p` without `>`. */
export function reportUnclosedEndTag(scan: Scan, name: string, start: number, end: number): void {
  report(scan, {
    code: 'unclosed-tag',
    message: `The end tag </${name} is not closed with “>”.`,
    start,
    end,
    fix: `Write </${name}>.`,
    edit: [end, end, '>'],
  });
}
