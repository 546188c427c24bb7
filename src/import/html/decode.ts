/** Bytes of a page to text: what the page says of its encoding counts (HTML Standard, 13.2.3.2), unless its bytes say otherwise. */
import type { Finding } from '../../diagnostics/finding.ts';
import { type SourceText, sourceText } from '../../source/text.ts';
import { decodeWindows, largestFile } from '../decode-text.ts';

const tag =
  /^(?:\ufeff)?\s*(?:<\?xml[^>]*\?>\s*)?(?:<!--(?:(?!-->)[^])*-->\s*)*<(?:!doctype\s+html|html|head|body|title|meta|div|article|main|p|h[1-6]|table)\b/i;

/** Whether text, or bytes read as Latin-1, are a page. XML of other kinds is none. */
export const looksLikeHtml = (text: string): boolean => tag.test(text.slice(0, 4000));

const named = /<meta\b[^>]*?\bcharset\s*=\s*(?:["']\s*)?([\w:.-]+)|<\?xml\b[^>]*?\bencoding\s*=\s*["']([\w:.-]+)/i;

const isUtf8 = (bytes: Uint8Array): boolean => {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
};

function odd(source: SourceText, message: string): Finding {
  const first = Math.max(0, source.text.search(/[^\u0000-\u007f]/));
  return {
    code: 'import-encoding',
    severity: 'review',
    message,
    span: source.span(first, first + 1),
    why: 'If the encoding is wrong, accents, dashes and quotation marks are wrong.',
    fix: 'Look at this character; if it is wrong, save the page as UTF-8 and import it again.',
  };
}

/**
 * Decodes a page that names its encoding; undefined where it names none, or only what its bytes are anyway. Bytes that are good UTF-8 and
 * more than ASCII are UTF-8, whatever an old line of the page says: browsers save so.
 */
export function decodeHtml(
  file: string,
  bytes: Uint8Array,
): { source: SourceText; findings: readonly Finding[] } | undefined {
  const start = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 4096)).toString('latin1');
  const marked = /^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)/.test(start);
  const label = named.exec(start)?.slice(1).find(Boolean)?.toLowerCase();
  if (bytes.length > largestFile || !looksLikeHtml(start)) return undefined;
  if (marked || label === undefined || /^utf-?8$/.test(label)) return undefined;
  if (isUtf8(bytes)) {
    const source = sourceText(file, new TextDecoder().decode(bytes));
    const wide = /[^\u0000-\u007f]/.test(source.text);
    const message = `${file} declares the encoding ${label}, but its bytes are UTF-8; it was read as UTF-8.`;
    return { source, findings: wide ? [odd(source, message)] : [] };
  }
  try {
    const decoder = new TextDecoder(label);
    const latin = decoder.encoding === 'windows-1252';
    return { source: sourceText(file, latin ? decodeWindows(bytes) : decoder.decode(bytes)), findings: [] };
  } catch {
    const source = sourceText(file, decodeWindows(bytes));
    return {
      source,
      findings: [
        odd(source, `${file} declares the encoding “${label}”, which is unknown; it was read as Windows-1252.`),
      ],
    };
  }
}
