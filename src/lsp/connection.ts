import type { Readable, Writable } from 'node:stream';
import { frame, type Message, messageReader } from './messages.ts';

/** The talk with an editor: its requests are answered in their order, whatever it sends. */

export interface Methods {
  /** Requests, by method; what is answered is sent back. */
  readonly requests: Readonly<Record<string, (params: never) => unknown>>;
  readonly notifications: Readonly<Record<string, (params: never) => void>>;
}

/** Sends the editor something that it did not ask for. */
export type Notify = (method: string, params: object) => void;

/** Asks the editor something; `answered` gets its result, and nothing where it gives none. */
export type AskEditor = (method: string, params: object, answered: (result: unknown) => void) => void;

const codes = { parse: -32700, invalid: -32600, unknown: -32601, params: -32602, fault: -32603, early: -32002 };

type Failure = readonly [code: number, message: string];

interface Life {
  initialized: boolean;
  shutDown: boolean;
}

/** What forbids a request now (LSP, “Initialize Request”, “Shutdown Request”). */
function forbidden(life: Life, method: string): Failure | undefined {
  if (life.shutDown) return [codes.invalid, 'The server is shut down.'];
  if (method === 'initialize') return life.initialized ? [codes.invalid, 'The server is initialized.'] : undefined;
  return life.initialized ? undefined : [codes.early, 'The server is waiting for “initialize”.'];
}

function answer(methods: Methods, life: Life, method: string, params: unknown): { result: unknown } | Failure {
  const no = forbidden(life, method);
  if (no) return no;
  if (method === 'initialize') life.initialized = true;
  if (method === 'shutdown') {
    life.shutDown = true;
    return { result: null };
  }
  const request = Object.hasOwn(methods.requests, method) ? methods.requests[method] : undefined;
  if (!request) return [codes.unknown, `There is no request “${method}” here.`];
  try {
    return { result: request((params ?? {}) as never) ?? null };
  } catch (error) {
    // Parameters of another shape than the protocol says end here too.
    return [codes.fault, error instanceof Error ? error.message : String(error)];
  }
}

function notice(methods: Methods, life: Life, notify: Notify, { method, params }: Message): void {
  if (!life.initialized || life.shutDown || !Object.hasOwn(methods.notifications, method!)) return;
  try {
    methods.notifications[method!]!((params ?? {}) as never);
  } catch (error) {
    const message = `octavo: ${method!}: ${error instanceof Error ? error.message : String(error)}`;
    notify('window/logMessage', { type: 1, message });
  }
}

type Answer = Message & { readonly result?: unknown };

/** What the editor is asked, until it answers. */
class Questions {
  readonly #open = new Map<unknown, (result: unknown) => void>();
  #asked = 0;

  /** Notes who asked; gives the id that the answer will bear. */
  put(answered: (result: unknown) => void): string {
    const id = `octavo-${++this.#asked}`;
    this.#open.set(id, answered);
    return id;
  }

  /** Hands an answer to whoever asked; what answers no question is passed over. */
  take({ id, result }: Answer): void {
    const answered = this.#open.get(id);
    this.#open.delete(id);
    answered?.(result);
  }
}

/** Talks until the editor says `exit` or is gone; answers the exit code: 0 where `shutdown` came before (LSP, “Exit Notification”). */
export function converse(
  input: Readable,
  output: Writable,
  begin: (notify: Notify, ask: AskEditor) => Methods,
): Promise<number> {
  const life: Life = { initialized: false, shutDown: false };
  const send = (message: object): void => {
    if (output.writable) output.write(frame(message));
  };
  const notify: Notify = (method, params) => send({ method, params });
  const questions = new Questions();
  const ask: AskEditor = (method, params, answered) => send({ id: questions.put(answered), method, params });
  const methods = begin(notify, ask);
  const fail = (id: Message['id'], [code, message]: Failure): void => send({ id, error: { code, message } });

  return new Promise((resolve) => {
    const end = (): void => resolve(life.shutDown ? 0 : 1);
    const hear = (message: Message): void => {
      const { id, method } = message;
      if (method === 'exit') end();
      else if (typeof method !== 'string') {
        if ('result' in message || 'error' in message) questions.take(message);
        else fail(null, [codes.invalid, 'The message has no method.']);
      } else if (id === undefined || id === null) notice(methods, life, notify, message);
      else {
        const given = answer(methods, life, method, message.params);
        if ('result' in given) send({ id, result: given.result });
        else fail(id, given);
      }
    };
    const read = messageReader({ message: hear, broken: (why) => fail(null, [codes.parse, why]) });
    input.on('data', read);
    input.on('end', end);
    input.on('error', end);
    output.on('error', end);
  });
}
