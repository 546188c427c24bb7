import { createHash } from 'node:crypto';

/**
 * A UUID (RFC 9562, version 8) that is the same whenever it is made from the same names, and begins with a letter, as an `xml:id` must.
 */
export function stableUuid(...names: readonly string[]): string {
  for (let draw = 0; ; draw++) {
    const hex = createHash('sha256').update(JSON.stringify([...names, draw])).digest('hex'); // prettier-ignore
    if (!/^[a-f]/.test(hex)) continue;
    const variant = '89ab'[parseInt(hex[16]!, 16) % 4]!;
    return [
      hex.slice(0, 8),
      hex.slice(8, 12),
      `8${hex.slice(13, 16)}`,
      variant + hex.slice(17, 20),
      hex.slice(20, 32),
    ].join('-');
  }
}
