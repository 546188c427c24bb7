/** Bytes to a source: a Word file by what it is, anything else as text. */
import type { Finding } from '../diagnostics/finding.ts';
import { type SourceText, sourceText } from '../source/text.ts';
import { cleanText } from './clean-text.ts';
import { decodeText } from './decode-text.ts';
import { looksLikeZip, openDocxSource } from './docx/source.ts';
import { otherKindFinding } from './other-kinds.ts';
import { decodeHtml } from './html/decode.ts';

export interface OpenedSource {
  /** Absent where the bytes cannot be read; then a finding says why. */
  readonly source?: SourceText;
  readonly findings: readonly Finding[];
}

const isOldWord = (bytes: Uint8Array): boolean =>
  bytes[0] === 0xd0 && bytes[1] === 0xcf && bytes[2] === 0x11 && bytes[3] === 0xe0;

function oldWord(file: string): OpenedSource {
  const message = `${file} is an old Word file (.doc), or one that is protected by a password.`;
  const fix = 'Open it in a word processor, save it as .docx without a password, and import that.';
  return {
    findings: [{ code: 'import-kind', severity: 'error', message, span: sourceText(file, '').span(0, 0), fix }],
  };
}

/** Opens a source. */
export function openSource(file: string, bytes: Uint8Array): OpenedSource {
  if (looksLikeZip(bytes)) return openDocxSource(file, bytes);
  if (isOldWord(bytes)) return oldWord(file);
  const decoded = decodeHtml(file, bytes) ?? decodeText(file, bytes);
  if (!decoded.source) return { findings: decoded.findings };
  const other = otherKindFinding(decoded.source);
  if (other) return { findings: [...decoded.findings, other] };
  const { source, findings } = cleanText(decoded.source);
  return { source, findings: [...decoded.findings, ...findings] };
}
