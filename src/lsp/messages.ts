/** Messages of JSON-RPC 2.0 as the language server protocol frames them (LSP 3.17, “Base Protocol”): a header, an empty line, JSON. */

export interface Message {
  readonly id?: number | string | null;
  readonly method?: string;
  readonly params?: unknown;
}

/** No honest message is longer; what claims to be is not waited for. */
const longest = 512 * 1024 * 1024;
const longestHeader = 16 * 1024;

/** A message with its header. */
export function frame(message: object): Buffer {
  const body = Buffer.from(JSON.stringify({ jsonrpc: '2.0', ...message }), 'utf8');
  return Buffer.concat([Buffer.from(`Content-Length: ${body.length}\r\n\r\n`, 'ascii'), body]);
}

interface Hearing {
  readonly message: (message: Message) => void;
  /** Something came that is not a message. */
  readonly broken: (why: string) => void;
}

function parse(body: Buffer, { message, broken }: Hearing): void {
  let value: unknown;
  try {
    value = JSON.parse(body.toString('utf8'));
  } catch {
    broken('The message is not JSON.');
    return;
  }
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) message(value);
  else broken('The message is not an object.');
}

/**
 * Takes bytes as they come, in whatever pieces, and passes on complete messages. What makes no sense is reported and
 * skipped.
 */
export function messageReader(hearing: Hearing): (chunk: Buffer) => void {
  const reader = new MessageReader(hearing);
  return (chunk) => reader.take(chunk);
}

class MessageReader {
  readonly #hearing: Hearing;
  #waiting: Buffer[] = [];
  #size = 0;
  /** Length of the body that is awaited; undefined while its header is. */
  #length: number | undefined;

  constructor(hearing: Hearing) {
    this.#hearing = hearing;
  }

  take(chunk: Buffer): void {
    this.#waiting.push(chunk);
    this.#size += chunk.length;
    while (this.#length === undefined ? this.#readHeader() : this.#readBody(this.#length));
  }

  #all(): Buffer {
    const whole = this.#waiting.length === 1 ? this.#waiting[0]! : Buffer.concat(this.#waiting);
    this.#waiting = [whole];
    return whole;
  }

  #drop(count: number): void {
    const rest = this.#all().subarray(count);
    this.#waiting = rest.length > 0 ? [rest] : [];
    this.#size = rest.length;
  }

  /** Reads a header, if it has come completely. */
  #readHeader(): boolean {
    const bytes = this.#size === 0 ? Buffer.alloc(0) : this.#all();
    const end = bytes.indexOf('\r\n\r\n');
    if (end < 0) {
      if (this.#size > longestHeader) {
        this.#hearing.broken('There is no header.');
        this.#drop(this.#size);
      }
      return false;
    }
    const given = /(?:^|\r\n)content-length: *(\d{1,12}) *(?:\r\n|$)/i.exec(bytes.toString('latin1', 0, end))?.[1];
    this.#drop(end + 4);
    if (given === undefined || Number(given) > longest)
      this.#hearing.broken('The header has no usable Content-Length.');
    else this.#length = Number(given);
    return true;
  }

  #readBody(length: number): boolean {
    if (this.#size < length) return false;
    const body = length === 0 ? Buffer.alloc(0) : this.#all().subarray(0, length);
    this.#drop(length);
    this.#length = undefined;
    parse(body, this.#hearing);
    return true;
  }
}
