/** JSON that a person has written: what `JSON.parse` passes over or chokes on is a fault with a place. */

export interface JsonFault {
  /** In words that complete “NAME …”. */
  readonly message: string;
  /** In the text, in UTF-16 units. */
  readonly at: number;
  readonly length: number;
}

/** Deeper than any value that makes sense; what is deeper would exhaust the stack of whoever walks it. */
const deepest = 64;

const token = /"(?:[^"\\]|\\.)*"|[{}[\],:]/g;

/** In valid JSON: a key that an object has twice (RFC 8259 section 4: software disagrees on what it means), or nesting that is too deep. */
function structureFault(text: string): JsonFault | undefined {
  const open: { keys: Set<string> | undefined; expectsKey: boolean }[] = [];
  for (const { 0: found, index: at } of text.matchAll(token)) {
    const inside = open.at(-1);
    if (found === '{' || found === '[') {
      if (open.length === deepest) return { message: `is nested more than ${deepest} levels deep here`, at, length: 1 };
      open.push({ keys: found === '{' ? new Set() : undefined, expectsKey: found === '{' });
    } else if (found === '}' || found === ']') open.pop();
    else if (found === ',') {
      if (inside?.keys) inside.expectsKey = true;
    } else if (found !== ':' && inside?.keys && inside.expectsKey) {
      inside.expectsKey = false;
      const key = JSON.parse(found) as string;
      if (inside.keys.has(key)) return { message: `has ${found} twice; this is the second`, at, length: found.length };
      inside.keys.add(key);
    }
  }
  return undefined;
}

/** Where `JSON.parse` stopped: its message names a position, or the text it could not read, or nothing. */
function faultPlace(message: string, text: string): number {
  const position = /position (\d+)/.exec(message)?.[1];
  return position === undefined ? (message.includes('end of JSON') ? text.length : 0) : Number(position);
}

/** Reads JSON; the value, or what is wrong with it. */
export function readStrictJson(text: string): { readonly value: unknown } | { readonly fault: JsonFault } {
  try {
    const value: unknown = JSON.parse(text);
    const fault = structureFault(text);
    return fault ? { fault } : { value };
  } catch (error) {
    const at = faultPlace((error as Error).message, text);
    return { fault: { message: 'is not JSON: the mistake is here or just before', at, length: 1 } };
  }
}
