import type { Finding } from '../diagnostics/finding.ts';
import { type SourceText, sourceText } from './text.ts';
import { firstNotBefore } from './sorted.ts';

/**
 * Bytes to text. The encoding is reported by a byte order mark, else by the XML declaration, else it is UTF-8 (XML 1.0
 * appendix F). Bytes that are wrong for the encoding are reported with their place, never replaced silently.
 */

const declared = /^<\?xml\s[^>]*?\bencoding\s*=\s*["']([A-Za-z][A-Za-z0-9._-]*)["']/;

/** Names of encodings that are Latin-1 to those who write them. The web reads them as Windows-1252; XML means ISO 8859-1. */
const latin1 = new Set(['iso-8859-1', 'iso8859-1', 'latin1', 'latin-1', 'l1', 'us-ascii', 'ascii']);

export interface Decoded {
  readonly source: SourceText;
  readonly findings: readonly Finding[];
}

function encodingOf(bytes: Uint8Array, otherwise: string): { name: string; skip: number } {
  const [a, b, c] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return { name: 'utf-8', skip: 3 };
  if (a === 0xff && b === 0xfe) return { name: 'utf-16le', skip: 2 };
  if (a === 0xfe && b === 0xff) return { name: 'utf-16be', skip: 2 };
  if (a === 0x3c && b === 0) return { name: 'utf-16le', skip: 0 };
  if (a === 0 && b === 0x3c) return { name: 'utf-16be', skip: 0 };
  const start = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 200)).toString('latin1');
  const name = declared.exec(start)?.[1]?.toLowerCase() ?? otherwise.toLowerCase();
  return { name: name.startsWith('utf-16') ? 'utf-8' : name, skip: 0 };
}

function decodeBytes(name: string, bytes: Uint8Array): string | undefined {
  if (latin1.has(name)) return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');
  try {
    return new TextDecoder(name, { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

const isKnown = (name: string): boolean => {
  try {
    return new TextDecoder(name).encoding !== '';
  } catch {
    return latin1.has(name);
  }
};

/** Whether bytes are right for an encoding as far as they go: they may end inside a character. */
function isGoodStart(name: string, bytes: Uint8Array): boolean {
  try {
    new TextDecoder(name, { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}

/** The text before the first wrong byte of a UTF-8 file. */
function goodPart(name: string, bytes: Uint8Array): string {
  const length = firstNotBefore(bytes.length, (index) => isGoodStart(name, bytes.subarray(0, index + 1)));
  return new TextDecoder(name, { ignoreBOM: true }).decode(bytes.subarray(0, length), { stream: true });
}

/**
 * Decodes a file. With a finding of severity `error` the text is what could be read up to the fault. `otherwise` is the encoding of a file
 * that does not say which it has.
 */
export function decode(file: string, bytes: Uint8Array, otherwise = 'utf-8'): Decoded {
  const { name, skip } = encodingOf(bytes, otherwise);
  const content = bytes.subarray(skip);
  if (!isKnown(name)) {
    const source = sourceText(file, Buffer.from(content).toString('latin1'));
    const message = `The file declares the encoding “${name}”, which is not known here.`;
    const fix = 'Save the file as UTF-8 and write encoding="UTF-8" in its first line.';
    return {
      source,
      findings: [{ code: 'unknown-encoding', severity: 'error', message, span: source.span(0, 0), fix }],
    };
  }
  const text = decodeBytes(name, content);
  if (text !== undefined) return { source: sourceText(file, text), findings: [] };
  const source = sourceText(file, goodPart(name, content));
  const end = source.text.length;
  return {
    source,
    findings: [
      {
        code: 'wrong-bytes',
        severity: 'error',
        message: `The bytes from here on are not ${name.toUpperCase()}.`,
        span: source.span(end, end),
        why: 'A character that cannot be read would be lost.',
        fix: 'Save the file as UTF-8; if it is in another encoding on purpose, name that in its first line: <?xml version="1.0" encoding="…"?>.',
      },
    ],
  };
}
