import type { EditionContext, UnitInfo } from '../model/edition.ts';
import type { Written } from '../model/unit-content.ts';
import { targetsInFolder, targetsOfFile } from './tei-targets.ts';

/**
 * The TEI of a unit must be the text of its source, character for character, but for pointers that lead to another file now; around it is the
 * header as the source has it, and nothing but the elements that make a file of it.
 */

/** Comments and the like, which stay as they are; or a tag with its attributes. */
export const markup =
  /<!--[^]*?-->|<!\[CDATA\[[^]*?\]\]>|<\?[^]*?\?>|<[^\s<>!?/]+(?:\s+[^\s=<>]+\s*=\s*(?:"[^"]*"|'[^']*'))*\s*\/?>/g;
const pointer = /(=\s*)(?:"([^"]*#[^"]*)"|'([^']*#[^']*)')/g;

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

export const plain = (value: string): string =>
  value
    .replace(/[\t\n\r]/g, ' ')
    .replace(/&(?:#x([\da-f]+)|#(\d+)|(\w+));/gi, (whole: string, hex?: string, decimal?: string, name?: string) =>
      hex !== undefined || decimal !== undefined
        ? String.fromCodePoint(hex === undefined ? Number(decimal) : parseInt(hex, 16))
        : (named[name ?? ''] ?? whole),
    );

/** A text with its pointers as `map` leads them. */
export const withPointers = (text: string, map: (targets: string) => string): string =>
  text.replace(markup, (tag) =>
    tag.startsWith('<!') || tag.startsWith('<?') || !tag.includes('#')
      ? tag
      : tag.replace(
          pointer,
          (_: string, equals: string, a?: string, b?: string) => `${equals}"${map(plain(a ?? b ?? ''))}"`,
        ),
  );

const opening = '<?xml version="1.0" encoding="UTF-8"?>\n';
const rootElement = /^<(?:[^\s<>:]+:)?TEI((?:\s+[^\s=<>]+="[^"<]*")*)>/;
/** Elements that notes and entries of the apparatus are in that are written elsewhere in the source. */
const notesShell =
  /<\/?(?:[^\s<>:/]+:)?(?:back|standOff|div|listApp)>|<(?:[^\s<>:/]+:)?(?:div type="(?:notes|apparatus)"|standOff|listApp)(?: (?:xml:lang|n)="[^"<]*")?>/g;
/** Elements that make a file of a unit. */
const shell = /<\/?(?:[^\s<>:/]+:)?(?:text|front|body|sourceDoc)>|<(?:[^\s<>:/]+:)?p\/>|\s+/g;

/** What is around the text of a unit that is not a whole file. */
function aroundFaults(before: string, after: string, root: string, header: string, notes: readonly string[]): string[] {
  const faults: string[] = [];
  const found = rootElement.exec(before.slice(opening.length));
  const inside = before.slice(opening.length + (found?.[0].length ?? 0));
  if (found?.[1] !== withPointers(root, targetsOfFile) || !before.startsWith(opening))
    faults.push('the file does not begin as ours do');
  const at = inside.indexOf(header);
  if (at < 0) return [...faults, 'the header is not that of the source'];
  const rest = inside.slice(0, at) + inside.slice(at + header.length);
  const end = withoutNotes(after.replace(/<\/(?:[^\s<>:/]+:)?TEI>\s*$/, ''), notes);
  if (end === undefined) faults.push('a note that is written elsewhere is missing, or not as the source has it');
  if (rest.replace(shell, '') !== '' || (end ?? '').replace(shell, '') !== '')
    faults.push('something is around the text that the source does not have');
  return faults;
}

/** What is behind a unit without the notes that are there, in their order; undefined where one of them is not. */
function withoutNotes(after: string, notes: readonly string[]): string | undefined {
  if (notes.length === 0) return after;
  let rest = '';
  let from = 0;
  for (const note of notes) {
    const at = after.indexOf(note, from);
    if (at < 0) return undefined;
    rest += after.slice(from, at);
    from = at + note.length;
  }
  return (rest + after.slice(from)).replace(notesShell, '');
}

/** Where two texts begin to differ. */
function difference(expected: string, found: string): string {
  let i = 0;
  while (i < expected.length && expected[i] === found[i]) i++;
  return `“${found.slice(i, i + 40)}” is where the source has “${expected.slice(i, i + 40)}”`;
}

/** What of a TEI file is not as its source has it, in words. */
export function writtenFaults(
  content: string,
  { whole, root, before, text, after, notes = [] }: Written,
  unit: UnitInfo,
  edition: EditionContext,
): string[] {
  const found = withPointers(content, targetsOfFile);
  const inFolder = (written: string): string =>
    withPointers(written, (targets) => targetsInFolder(targets, unit, edition));
  const own = inFolder(text);
  if (whole) {
    const expected = withPointers(before, targetsOfFile) + own + withPointers(after, targetsOfFile).trimEnd();
    const is = found.replace(opening, '').trimEnd();
    return expected === is ? [] : [difference(expected, is)];
  }
  const at = found.indexOf(own);
  if (at < 0) {
    const start = found.indexOf(own.slice(0, 20));
    return [difference(own, start < 0 ? found : found.slice(start))];
  }
  return aroundFaults(
    found.slice(0, at),
    found.slice(at + own.length),
    root,
    withPointers(before, targetsOfFile),
    notes.map(inFolder),
  );
}
