/**
 * The talk with the process in which rules of users run: JSON after its length in bytes (four bytes, the highest
 * first).
 */

/** From us. The first message is `Load`; what follows are questions, and documents where they are asked for. */
export interface Load {
  readonly sef: string;
  /** Address of the schema; relative addresses in it are relative to this. */
  readonly schema: string;
}

export interface Question {
  readonly xml: string;
  /** Address of the file, as rules see it. */
  readonly source: string;
}

/** A document that rules asked for; undefined where they may not have it, or it is not there. */
export interface Given {
  readonly document?: string | undefined;
}

/** From the process. It is not believed: whatever it says is read as a string or not at all. */
export type Answer = { readonly result: string } | { readonly error: string } | { readonly wanted: string };

/** What no honest answer exceeds. */
export const longestAnswer = 256 * 1024 * 1024;

export function frame(message: object): Buffer {
  const body = Buffer.from(JSON.stringify(message), 'utf8');
  const length = Buffer.alloc(4);
  length.writeUInt32BE(body.length);
  return Buffer.concat([length, body]);
}

/** Reads an answer; undefined where it is none. */
export function readAnswer(body: Buffer): Answer | undefined {
  try {
    const value = JSON.parse(body.toString('utf8')) as Record<string, unknown>;
    for (const kind of ['result', 'error', 'wanted'] as const) {
      const text = value[kind];
      if (typeof text === 'string') return { [kind]: text } as unknown as Answer;
    }
    return undefined;
  } catch {
    return undefined;
  }
}

/** Takes bytes as they come and hands on the body of each message; `broken` is called where one is longer than is allowed. */
export function frameReader(message: (body: Buffer) => void, broken: () => void): (chunk: Buffer) => void {
  let waiting: Buffer[] = [];
  let size = 0;
  return (chunk) => {
    waiting.push(chunk);
    size += chunk.length;
    while (size >= 4) {
      if (waiting[0]!.length < 4) waiting = [Buffer.concat(waiting)];
      const length = waiting[0]!.readUInt32BE(0);
      if (length > longestAnswer) return broken();
      if (size < 4 + length) return;
      const all = waiting.length === 1 ? waiting[0]! : Buffer.concat(waiting);
      waiting = [all.subarray(4 + length)];
      size = waiting[0]!.length;
      message(all.subarray(4, 4 + length));
    }
  };
}
