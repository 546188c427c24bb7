/** Text back to bytes, in the encoding in which a file was read. */

const starts = (bytes: Uint8Array, ...first: readonly number[]): boolean => first.every((one, i) => bytes[i] === one);

const swapped = (bytes: Buffer): Buffer => bytes.swap16();

/** How to write a text as `bytes` are written; undefined for encodings that are not written here. */
function encoderOf(bytes: Uint8Array): ((text: string) => Buffer) | undefined {
  if (starts(bytes, 0xef, 0xbb, 0xbf)) return (text) => Buffer.from(`\uFEFF${text}`, 'utf8');
  if (starts(bytes, 0xff, 0xfe)) return (text) => Buffer.from(`\uFEFF${text}`, 'utf16le');
  if (starts(bytes, 0xfe, 0xff)) return (text) => swapped(Buffer.from(`\uFEFF${text}`, 'utf16le'));
  if (starts(bytes, 0x3c, 0)) return (text) => Buffer.from(text, 'utf16le');
  if (starts(bytes, 0, 0x3c)) return (text) => swapped(Buffer.from(text, 'utf16le'));
  const start = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 200)).toString('latin1');
  const declared = /^<\?xml\s[^>]*?\bencoding\s*=\s*["']([^"'<>]*)/.exec(start)?.[1] ?? 'utf-8';
  return /^utf-?8$/i.test(declared) ? (text) => Buffer.from(text, 'utf8') : undefined;
}

/**
 * Encodes `changed` as `bytes` are encoded, byte order mark included. `text` is what `bytes` were decoded to: undefined is answered
 * unless that gives the same bytes again, so that nothing but the change is changed.
 */
export function encodeLike(bytes: Uint8Array, text: string, changed: string): Uint8Array | undefined {
  const encode = encoderOf(bytes);
  return encode?.(text).equals(bytes) ? encode(changed) : undefined;
}
