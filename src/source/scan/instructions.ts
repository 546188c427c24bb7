import { skipSpace } from './attributes.ts';
import { isNameStart, isSpace } from './characters.ts';
import { readName } from './names.ts';
import { nextOf } from './next-signs.ts';
import { report } from './state.ts';
import type { Scan } from './state.ts';
import { checkCharacters, normaliseLineEnds } from './text.ts';

const declaration =
  /^[ \t\r\n]+version[ \t\r\n]*=[ \t\r\n]*("1\.[0-9]+"|'1\.[0-9]+')([ \t\r\n]+encoding[ \t\r\n]*=[ \t\r\n]*("[A-Za-z][\w.-]*"|'[A-Za-z][\w.-]*'))?([ \t\r\n]+standalone[ \t\r\n]*=[ \t\r\n]*("(yes|no)"|'(yes|no)'))?[ \t\r\n]*$/;

/** Reads the processing instruction at `scan.at` (XML 1.0, section 2.6), or the XML declaration (2.8) when it opens the file. */
export function readInstruction(scan: Scan): void {
  const { text, at: start, next } = scan;
  if (!isNameStart(text, start + 2)) {
    reportNameless(scan, start);
    return;
  }
  const name = readName(scan.names, text, start + 2);
  const nameEnd = scan.names.end;
  const close = nextOf(next, text, '?>', nameEnd);
  // The declaration holds no tags: where it seems to, its end is missing, and the one found is another's.
  const swallows =
    name.name === 'xml' && close >= 0 && text.slice(nameEnd, Math.min(close, nameEnd + 300)).includes('<');
  if (close < 0 || swallows) {
    reportUnclosed(scan, start, name.name);
    return;
  }
  scan.at = close + 2;
  checkCharacters(scan, nameEnd, close);
  if (name.name.toLowerCase() === 'xml') checkDeclaration(scan, name.name, start, nameEnd, close);
  else {
    if (close > nameEnd && !isSpace(text.charCodeAt(nameEnd))) reportGlued(scan, name.name, start, nameEnd);
    if (name.name.includes(':')) reportColon(scan, name.name, start + 2);
    const from = Math.min(skipSpace(text, nameEnd), close);
    scan.handler.instruction?.(name.name, normaliseLineEnds(text.slice(from, close)), start, close + 2);
  }
}

function checkDeclaration(scan: Scan, name: string, start: number, nameEnd: number, close: number): void {
  const first = scan.text.charCodeAt(0) === 0xfeff ? 1 : 0;
  const end = close + 2;
  if (start !== first) {
    // Text before it is the mistake that is reported.
    if (scan.findings.at(-1)?.code === 'text-before-root') return;
    const onlySpace = scan.text.slice(first, start).trim() === '';
    report(scan, {
      code: 'xml-declaration-not-first',
      message: 'The XML declaration is not at the very beginning of the file.',
      start,
      end,
      why: 'Nothing may come before it, not even a space or an empty line.',
      fix: onlySpace ? 'Remove the white space before it.' : 'Move it to the beginning, or remove it.',
      edit: onlySpace ? [first, start, ''] : [start, end, ''],
    });
    return;
  }
  if (name === 'xml' && declaration.test(scan.text.slice(nameEnd, close))) return;
  const encoding =
    /encoding[ \t\r\n]*=[ \t\r\n]*["']?([A-Za-z][\w.-]*)/.exec(scan.text.slice(nameEnd, close))?.[1] ?? 'UTF-8';
  const proper = `<?xml version="1.0" encoding="${encoding}"?>`;
  report(scan, {
    code: 'malformed-xml-declaration',
    message: 'The XML declaration is malformed.',
    start,
    end,
    why: 'It names the version, then optionally the encoding, then optionally standalone, each in quotes.',
    fix: `Write ${proper}.`,
    edit: [start, end, proper],
  });
}

function reportNameless(scan: Scan, start: number): void {
  const close = nextOf(scan.next, scan.text, '?>', start + 2);
  const nested = nextOf(scan.next, scan.text, '<', start + 2);
  const end = close >= 0 && (nested < 0 || close < nested) ? close + 2 : start + 2;
  const name = skipSpace(scan.text, start + 2);
  report(scan, {
    code: 'malformed-instruction',
    message: 'There is “<?” here, but no name follows.',
    start,
    end,
    why: 'It begins a processing instruction, and its name must follow immediately.',
    fix: 'Put the name directly after “<?”, or write “&lt;?” where the characters themselves are meant.',
    ...(end > start + 2 && isNameStart(scan.text, name) && { edit: [start + 2, name, ''] as const }),
  });
  scan.at = end;
}

function reportUnclosed(scan: Scan, start: number, name: string): void {
  const { text } = scan;
  // A tag that follows is not part of it: its bracket does not end the instruction.
  const stop = /\?[ \t\r\n]+>|>|<|\r|\n|$/g;
  stop.lastIndex = start + 2;
  const end = stop.exec(text)!;
  const atClose = end[0].endsWith('>');
  const atTag = end[0] === '<';
  scan.at = end.index + (atClose ? end[0].length : 0);
  report(scan, {
    code: 'unclosed-instruction',
    message: `The processing instruction <?${name} never ends.`,
    start,
    end: scan.at,
    fix: 'End it with “?>”.',
    ...(atClose && { edit: [end.index, scan.at, '?>'] as const }),
    ...(atTag && { suggestion: [end.index, end.index, '?>'] as const }),
  });
}

function reportGlued(scan: Scan, name: string, start: number, nameEnd: number): void {
  report(scan, {
    code: 'malformed-instruction',
    message: `There is no space after the name of the processing instruction <?${name}.`,
    start,
    end: nameEnd + 1,
    fix: 'Put a space after the name.',
    edit: [nameEnd, nameEnd, ' '],
  });
}

function reportColon(scan: Scan, name: string, start: number): void {
  report(scan, {
    code: 'malformed-instruction',
    message: `The name “${name}” of a processing instruction contains a colon.`,
    start,
    end: start + name.length,
    why: 'A colon separates a prefix from a name, and processing instructions have no prefixes.',
    fix: 'Write the name without the colon.',
  });
}
