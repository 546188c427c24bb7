import { isAllowedCodePoint, isNameStart } from './characters.ts';
import { entityCharacter, entityInOtherCase, entityNear, predefinedEntities, typed } from './entities.ts';
import { readName } from './names.ts';
import { report } from './state.ts';
import type { Scan } from './state.ts';

const hexDigits = /[0-9A-Fa-f]*/y;
const decimalDigits = /[0-9]*/y;

/**
 * Reads the reference at `scan.at` (a `&`), moves after it and answers the text it stands for (XML 1.0, section 4.1).
 */
export function readReference(scan: Scan): string {
  const { text, at } = scan;
  if (text.charCodeAt(at + 1) === 35) return readNumber(scan);
  if (!isNameStart(text, at + 1)) return bareAmpersand(scan);
  const { name } = readName(scan.names, text, at + 1);
  const end = scan.names.end;
  const closed = text.charCodeAt(end) === 59;
  const value = predefinedEntities.get(name);
  if (!closed) {
    // “?a=1&copy=2” is an address, in which & is a character.
    const known = text.charCodeAt(end) !== 61 && (value ?? entityCharacter(name)) !== undefined;
    return known ? unfinished(scan, name, end) : bareAmpersand(scan);
  }
  scan.at = end + 1;
  return value ?? unknownEntity(scan, name, at, end + 1);
}

function bareAmpersand(scan: Scan): string {
  const { at } = scan;
  report(scan, {
    code: 'bare-ampersand',
    message: 'An “&” cannot be on its own; in XML it begins a reference such as “&amp;”.',
    start: at,
    end: at + 1,
    fix: 'Write “&amp;” where the character & itself is meant.',
    edit: [at, at + 1, '&amp;'],
  });
  scan.at = at + 1;
  return '&';
}

function unfinished(scan: Scan, name: string, end: number): string {
  const { at } = scan;
  const known = predefinedEntities.get(name);
  const newText = known === undefined ? typed(entityCharacter(name)!) : `&${name};`;
  report(scan, {
    code: 'unfinished-reference',
    message: `The reference “&${name}” has no semicolon.`,
    start: at,
    end,
    fix:
      known === undefined
        ? `Write “${newText}” instead.`
        : `Write “&${name};”, or “&amp;${name}” if the words themselves are meant.`,
    edit: [at, end, newText],
  });
  scan.at = end;
  return known ?? entityCharacter(name)!;
}

function unknownEntity(scan: Scan, name: string, start: number, end: number): string {
  const written = scan.text.slice(start, end);
  if (scan.declaredEntities.has(name)) return written;
  const meant = entityCharacter(name) === undefined ? entityInOtherCase(name) : name;
  const character = meant === undefined ? undefined : (predefinedEntities.get(meant) ?? entityCharacter(meant)!);
  const lowered = predefinedEntities.has(name.toLowerCase()) ? `&${name.toLowerCase()};` : undefined;
  const newText = lowered ?? (character === undefined ? undefined : typed(character));
  report(scan, {
    code: 'unknown-entity',
    message: `XML does not know the entity “${written}”.`,
    start,
    end,
    why: 'XML itself defines only &amp;, &lt;, &gt;, &quot; and &apos;; other names need a document type declaration, which every program would have to fetch.',
    fix:
      newText === undefined
        ? `Type the character itself, or its number, such as “&#x2014;”; write “&amp;${name};” if the words themselves are meant.`
        : `Type “${newText}” instead.`,
    ...(newText !== undefined ? { edit: [start, end, newText] } : slipOf(name, start, end)),
  });
  return character ?? written;
}

/** The character whose name is nearly this one; nobody knows for certain. */
function slipOf(name: string, start: number, end: number): { suggestion?: readonly [number, number, string] } {
  const meant = entityNear(name);
  if (meant === undefined) return {};
  return { suggestion: [start, end, predefinedEntities.has(meant) ? `&${meant};` : typed(entityCharacter(meant)!)] };
}

function readNumber(scan: Scan): string {
  const { text, at } = scan;
  const hex = text.charCodeAt(at + 2) === 120;
  const first = at + (hex ? 3 : 2);
  const digits = hex ? hexDigits : decimalDigits;
  digits.lastIndex = first;
  digits.test(text);
  const end = digits.lastIndex;
  if (end === first) return bareAmpersand(scan);
  const closed = text.charCodeAt(end) === 59;
  scan.at = closed ? end + 1 : end;
  const code = end - first > 12 ? Number.MAX_SAFE_INTEGER : Number.parseInt(text.slice(first, end), hex ? 16 : 10);
  if (!isAllowedCodePoint(code)) return forbiddenNumber(scan, at);
  if (!closed) unfinishedNumber(scan, at, end);
  return String.fromCodePoint(code);
}

function unfinishedNumber(scan: Scan, start: number, end: number): void {
  const written = scan.text.slice(start, end);
  report(scan, {
    code: 'unfinished-reference',
    message: `The reference “${written}” has no semicolon.`,
    start,
    end,
    fix: `Write “${written};”.`,
    edit: [start, end, `${written};`],
  });
}

function forbiddenNumber(scan: Scan, start: number): string {
  report(scan, {
    code: 'forbidden-character',
    message: `“${scan.text.slice(start, Math.min(scan.at, start + 20))}” is not the number of a character that XML allows.`,
    start,
    end: scan.at,
    fix: 'Remove it, or write the number of the character that is meant.',
  });
  return '';
}
