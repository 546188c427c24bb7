/**
 * Bytes of a text file to text. Unlike XML, plain text does not say how it is written: a byte order mark decides, then UTF-8 if the bytes
 * are good UTF-8, then UTF-16 without a mark, else Windows-1252, which Latin-1 is a part of. A guess is always said.
 */
import type { Finding } from '../diagnostics/finding.ts';
import { decode } from '../source/decode.ts';
import { windows1252 } from './clean-text.ts';
import { type SourceText, sourceText } from '../source/text.ts';

export interface DecodedText {
  /** Absent where the bytes are not text. */
  readonly source?: SourceText;
  readonly findings: readonly Finding[];
}

/** Larger files are not a single document. */
export const largestFile = 16 * 1024 * 1024;

/** Pictures, programs and data show by characters no writer types; of texts, even damaged ones, only a few are such. */
function isNoText(bytes: Uint8Array): boolean {
  const sample = bytes.subarray(0, 65536);
  const odd = sample.reduce((n, b) => n + (b < 9 || (b > 13 && b < 32 && b !== 26 && b !== 27) ? 1 : 0), 0);
  return odd > sample.length / (odd > 4 ? 100 : 10);
}

/** How files of other kinds begin, whatever their names say. */
const signatures: readonly (readonly [start: string, kind: string])[] = [
  ['%PDF', 'a PDF'],
  ['PK\u0003\u0004', 'a Word, OpenDocument or ZIP file'],
  ['\u00d0\u00cf\u0011\u00e0', 'an old Word file (.doc)'],
  ['{\\rtf', 'an RTF file'],
  ['\u0089PNG', 'a picture (PNG)'],
  ['\u00ff\u00d8\u00ff', 'a picture (JPEG)'],
  ['GIF8', 'a picture (GIF)'],
  ['II*\0', 'a picture (TIFF)'],
  ['MM\0*', 'a picture (TIFF)'],
  ['\u001f\u008b', 'a compressed file (gzip)'],
];

const isBinary = (bytes: Uint8Array): string | undefined => {
  const start = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(8, bytes.length)).toString('latin1');
  return signatures.find(([signature]) => start.startsWith(signature))?.[1];
};

type Refusal = Pick<Finding, 'code' | 'message' | 'why' | 'fix'>;

function refuse(file: string, refusal: Refusal): DecodedText {
  const source = sourceText(file, '');
  return { findings: [{ ...refusal, severity: 'error', span: source.span(0, 0) }] };
}

const empty = (message: string): Refusal => ({
  code: 'import-empty',
  message,
  fix: 'Leave it out, or put the text into it.',
});

function tooLarge(file: string, bytes: number): Refusal {
  const megabytes = (n: number): number => Math.ceil(n / 1024 / 1024);
  return {
    code: 'import-too-large',
    message: `${file} has ${megabytes(bytes)} MB; a file to import may have ${megabytes(largestFile)} MB.`,
    why: 'A file becomes one document, and no document is that long: this is a whole volume or more, and its notes could not be distinguished.',
    fix: 'Split it into one file for each document, with its notes at the end, and import the folder.',
  };
}

/** UTF-16 shows by its zeros: every second byte of Latin letters. */
function utf16Without(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  const sample = bytes.subarray(0, 2000);
  let even = 0;
  let odd = 0;
  sample.forEach((b, i) => {
    if (b !== 0) return;
    if (i % 2 === 0) even++;
    else odd++;
  });
  if (odd > sample.length / 4 && even < odd / 10) return 'utf-16le';
  return even > sample.length / 4 && odd < even / 10 ? 'utf-16be' : undefined;
}

/** Windows-1252 by its own table: some decoders of that name know only the Latin-1 half. */
export const decodeWindows = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
    .toString('latin1')
    .replace(/[\u0080-\u009f]/g, (c) => windows1252[c.charCodeAt(0) - 0x80]!);

function guessed(file: string, name: string, label: string, bytes: Uint8Array): DecodedText {
  const source = sourceText(file, name === 'windows-1252' ? decodeWindows(bytes) : new TextDecoder(name).decode(bytes));
  const first = source.text.search(/[^\u0000-\u007f]/);
  const at = Math.max(0, first);
  return {
    source,
    findings: [
      {
        code: 'import-encoding',
        severity: 'review',
        message: `${file} is not UTF-8; it was read as ${label}.`,
        span: source.span(at, at + 1),
        why: 'Plain text does not state its encoding. If the guess is wrong, accents, dashes and quotation marks are wrong.',
        fix: 'Look at this character; if it is wrong, save the file as UTF-8 and import it again.',
      },
    ],
  };
}

/** Decodes a text file. */
export function decodeText(file: string, bytes: Uint8Array): DecodedText {
  if (bytes.length === 0) return refuse(file, empty(`${file} is empty.`));
  if (bytes.length > largestFile) return refuse(file, tooLarge(file, bytes.length));
  const binary = isBinary(bytes);
  if (binary) {
    const message = `${file} is ${binary}, not plain text.`;
    return refuse(file, { code: 'import-kind', message, fix: 'Save it as plain text (UTF-8) and import that.' });
  }
  const marked =
    (bytes[0] === 0xff && bytes[1] === 0xfe) ||
    (bytes[0] === 0xfe && bytes[1] === 0xff) ||
    (bytes[0] === 0xef && bytes[1] === 0xbb);
  if (!marked) {
    const wide = utf16Without(bytes);
    if (wide) return guessed(file, wide, 'UTF-16', bytes);
  }
  if (!marked && isNoText(bytes)) {
    const message = `${file} is a picture, a program or data, not plain text.`;
    return refuse(file, { code: 'import-kind', message, fix: 'Leave it out, or check whether the file is damaged.' });
  }
  const { source, findings } = decode(file, bytes);
  if (findings.length === 0) return withText(file, source);
  return marked
    ? { findings }
    : withText(file, ...both(guessed(file, 'windows-1252', 'Windows-1252 (Latin-1)', bytes)));
}

const both = (d: DecodedText): [SourceText, readonly Finding[]] => [d.source!, d.findings];

function withText(file: string, source: SourceText, findings: readonly Finding[] = []): DecodedText {
  if (source.text.trim() !== '') return { source, findings };
  return refuse(file, empty(`${file} contains nothing but white space.`));
}
