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
  let waiting: Buffer[] = [];
  let size = 0;
  /** Length of the body that is awaited; undefined while its header is. */
  let length: number | undefined;

  const all = (): Buffer => {
    const whole = waiting.length === 1 ? waiting[0]! : Buffer.concat(waiting);
    waiting = [whole];
    return whole;
  };
  const drop = (count: number): void => {
    const rest = all().subarray(count);
    waiting = rest.length > 0 ? [rest] : [];
    size = rest.length;
  };
  const readHeader = (): boolean => {
    const bytes = size === 0 ? Buffer.alloc(0) : all();
    const end = bytes.indexOf('\r\n\r\n');
    if (end < 0) {
      if (size > longestHeader) {
        hearing.broken('There is no header.');
        drop(size);
      }
      return false;
    }
    const told = /(?:^|\r\n)content-length: *(\d{1,12}) *(?:\r\n|$)/i.exec(bytes.toString('latin1', 0, end))?.[1];
    drop(end + 4);
    if (told === undefined || Number(told) > longest) hearing.broken('The header has no usable Content-Length.');
    else length = Number(told);
    return true;
  };
  const readBody = (): boolean => {
    if (length === undefined || size < length) return false;
    const body = length === 0 ? Buffer.alloc(0) : all().subarray(0, length);
    drop(length);
    length = undefined;
    parse(body, hearing);
    return true;
  };
  return (chunk) => {
    waiting.push(chunk);
    size += chunk.length;
    while (length === undefined ? readHeader() : readBody());
  };
}
