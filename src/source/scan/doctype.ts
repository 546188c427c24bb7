import { skipSpace } from './attributes.ts';
import { isNameStart } from './characters.ts';
import { readName } from './names.ts';
import { report } from './state.ts';
import type { Scan } from './state.ts';

/** Reads the document type declaration at `scan.at` without believing a word of it: nothing is expanded and nothing fetched. */
export function readDoctype(scan: Scan): void {
  const { text, at: start } = scan;
  const nameAt = skipSpace(text, start + 9);
  const named = nameAt > start + 9 && isNameStart(text, nameAt);
  const name = named ? readName(scan.names, text, nameAt).name : '';
  const at = named ? skipSpace(text, scan.names.end) : nameAt;
  const misplaced = scan.root !== undefined || scan.doctype;
  // In the middle of a text only what is plainly a declaration is one: quotes and brackets after it may be the text's.
  const end = misplaced ? (plainEnd(text, start) ?? Math.max(start + 9, at)) : endOfDoctype(scan, at);
  scan.at = end;
  scan.doctype = true;
  if (misplaced) reportMisplaced(scan, start, end);
  else if (!named || text.charCodeAt(end - 1) !== 62) reportMalformed(scan, start, end);
  else if (text.charCodeAt(at) !== 62) reportRefused(scan, name, start, end, text.slice(at, end));
}

function plainEnd(text: string, start: number): number | undefined {
  const plain =
    /<!DOCTYPE[ \t\r\n]+[^\s<>["']+(?:[ \t\r\n]+(?:(?:SYSTEM|PUBLIC)[ \t\r\n]*)?(?:"[^"<>]*"|'[^'<>]*'))*[ \t\r\n]*>/y;
  plain.lastIndex = start;
  return plain.test(text) ? plain.lastIndex : undefined;
}

/** After the `>` that ends the declaration: quotes, comments, instructions and inner declarations are stepped over. */
function endOfDoctype(scan: Scan, from: number): number {
  const { text } = scan;
  const sign = /["'[\]<>]/g;
  let depth = 0;
  let inside = false;
  sign.lastIndex = from;
  for (let found = sign.exec(text); found !== null; found = sign.exec(text)) {
    const at = found.index;
    const skipped = skipQuietly(text, at);
    if (skipped !== undefined) sign.lastIndex = skipped;
    else if (found[0] === '[') inside = true;
    else if (found[0] === ']') inside = false;
    else if (found[0] === '<') {
      noteEntity(scan, at);
      depth++;
      if (!inside) return at;
    } else if (depth > 0) depth--;
    else if (!inside) return at + 1;
  }
  return text.length;
}

function skipQuietly(text: string, at: number): number | undefined {
  const first = text.charAt(at);
  const closing =
    first === '"' || first === "'"
      ? first
      : text.startsWith('<!--', at)
        ? '-->'
        : text.startsWith('<?', at)
          ? '?>'
          : undefined;
  if (closing === undefined) return undefined;
  const end = text.indexOf(closing, at + (closing.length === 3 ? 4 : 1));
  return end < 0 ? text.length : end + closing.length;
}

function noteEntity(scan: Scan, at: number): void {
  const declared = /<!ENTITY\s+([^\s%"'<>]+)/y;
  declared.lastIndex = at;
  const name = declared.exec(scan.text)?.[1];
  if (name !== undefined && scan.declaredEntities.size < 10_000) scan.declaredEntities.add(name);
}

function reportRefused(scan: Scan, name: string, start: number, end: number, rest: string): void {
  const subset = rest.includes('[');
  report(scan, {
    code: 'doctype',
    message: subset
      ? 'The document type declaration contains declarations.'
      : 'The document type declaration points to another file.',
    start,
    end,
    why: 'Entities and external files can make a program read other files, open connections, or run out of memory; so they are never used, and text that depends on them would be lost.',
    fix: subset
      ? `Type the characters instead of the entities, and write <!DOCTYPE ${name}> or nothing.`
      : `Write <!DOCTYPE ${name}> or nothing; a schema is named by <?xml-model href="…"?>.`,
    ...(!subset && { edit: [start, end, `<!DOCTYPE ${name}>`] as const }),
  });
}

function reportMisplaced(scan: Scan, start: number, end: number): void {
  report(scan, {
    code: 'doctype',
    message: 'A document type declaration is not allowed here.',
    start,
    end,
    why: 'It may appear once, before the outermost element.',
    fix: 'Remove it.',
    [scan.text.charAt(end - 1) === '>' ? 'edit' : 'suggestion']: [start, end, ''] as const,
  });
}

function reportMalformed(scan: Scan, start: number, end: number): void {
  report(scan, {
    code: 'doctype',
    message: 'The document type declaration is not complete.',
    start,
    end: Math.min(end, start + 200),
    why: 'It begins with “<!DOCTYPE”, a space and the name of the outermost element, and ends with “>”.',
    fix: 'Remove it; it is not needed.',
  });
}
