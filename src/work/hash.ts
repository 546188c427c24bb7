import { createHash } from 'node:crypto';

/**
 * SHA-256 of texts and bytes, hexadecimal. Parts are distinguished by their lengths, so that `ab`, `c` and `a`, `bc`
 * differ.
 */
export function hashOf(...parts: readonly (string | Uint8Array)[]): string {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(`${part.length}:`).update(part);
  return hash.digest('hex');
}

/** SHA-256 of one content, as `sha256sum` prints it. */
export const sha256 = (content: string | Uint8Array): string => createHash('sha256').update(content).digest('hex');
