import { report } from './state.ts';
import type { Scan } from './state.ts';

/** Does an end tag of this name come before the next start tag of the same name? */
export function looksClosedLater(scan: Scan, name: string, at: number): boolean {
  const { text } = scan;
  const parent = scan.open.at(-1)?.name;
  const closed = nextTag(text, `</${name}`, at);
  if (closed < 0) return false;
  const again = nextTag(text, `<${name}`, at);
  const parentClosed = parent === undefined || parent === name ? -1 : nextTag(text, `</${parent}`, at);
  return (again < 0 || closed < again) && (parentClosed < 0 || closed < parentClosed);
}

/** Where `beginning` next is as a whole tag name; gives up after a range no element without `>` would fill. */
function nextTag(text: string, beginning: string, from: number): number {
  const window = text.slice(from, from + 100_000);
  let at = window.indexOf(beginning);
  while (at >= 0 && !/[ \t\r\n/>]/.test(window.charAt(at + beginning.length))) at = window.indexOf(beginning, at + 1);
  return at < 0 ? -1 : from + at;
}

/** A start tag without its `>`. Where that is missing between letters, one cannot be sure where the name ends. */
export function reportUnclosedTag(scan: Scan, name: string, start: number, end: number, certain = true): void {
  report(scan, {
    code: 'unclosed-tag',
    message: `The tag <${name} is not closed with “>”.`,
    start,
    end,
    fix: `Put “>” where the tag ends.`,
    [certain ? 'edit' : 'suggestion']: [end, end, '>'] as const,
  });
}

/** A `<` that begins no tag. Where a name follows, nobody but a person can say whether it was meant to. */
export function reportStrayLessThan(scan: Scan): void {
  const certain = !/[\p{L}_:/!?]/u.test(scan.text.charAt(scan.at + 1)) && scan.at + 1 < scan.text.length;
  report(scan, {
    code: 'stray-less-than',
    message: 'This “<” does not begin a tag.',
    start: scan.at,
    end: scan.at + 1,
    why: 'XML reserves the character for tags.',
    fix: 'Write “&lt;” where the character itself is meant.',
    [certain ? 'edit' : 'suggestion']: [scan.at, scan.at + 1, '&lt;'] as const,
  });
}

/** `<\\p>` for `</p>`. */
export function reportBackslash(scan: Scan, name: string): void {
  const { at } = scan;
  report(scan, {
    code: 'stray-less-than',
    message: `“<\\${name}>” is not a tag: an end tag has the other slash.`,
    start: at,
    end: at + name.length + 3,
    why: 'XML reserves the character < for tags.',
    fix: `Write </${name}>.`,
    edit: [at + 1, at + 2, '/'],
  });
}

/** White space between `<` or `</` and the name, or between `/` and `>`. */
export function reportSpaceInTag(scan: Scan, start: number, from: number, to: number): void {
  report(scan, {
    code: 'space-in-tag',
    message: `There is white space after “${scan.text.slice(start, from)}”, where a tag may not have any.`,
    start,
    end: to,
    fix: 'Remove it.',
    edit: [from, to, ''],
  });
}
