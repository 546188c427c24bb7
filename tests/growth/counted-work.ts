import { Session } from 'node:inspector';

/**
 * Work in counted operations. V8 counts how often each function and block of our code and of the engines below it runs; what runs inside V8
 * itself (searches in strings, regular expressions, copies of lists) is counted by the length of what it goes over. No clock is asked, so the
 * figure is the same on every machine.
 */

export interface CountedWork {
  /** The operations of `action`. The code that it needs must be imported after `countWork` was called. */
  of(action: () => unknown): Promise<number>;
  /** Those of the last action by function, the busiest first: `file:function` and operations. */
  busiest(): readonly (readonly [string, number])[];
}

interface Coverage {
  readonly result: readonly {
    readonly url: string;
    readonly functions: readonly {
      readonly functionName: string;
      readonly ranges: readonly { readonly startOffset: number; readonly count: number }[];
    }[];
  }[];
}

/** Whose work counts: ours, and that of the libraries which we hand texts and trees to. */
const isCounted = (url: string): boolean =>
  /\/src\/|\/node_modules\/(?!vitest|@vitest|vite|tinypool|chai|esbuild)/.test(url);

/** What ran inside V8, by method; with OCTAVO_GROWTH_CALLERS by the line of our code, or of a library, that called it. */
const natives = new Map<string, number>();
const asksCallers = process.env.OCTAVO_GROWTH_CALLERS !== undefined;
let isOn = false;

function add(method: string, n: number): void {
  if (!isOn) return;
  const name = `inside V8: ${method}${asksCallers && n > 1 ? callerOf() : ''}`;
  natives.set(name, (natives.get(name) ?? 0) + n);
}

function callerOf(): string {
  isOn = false;
  const lines = (new Error().stack ?? '').split('\n').slice(1);
  const caller = lines.find((line) => isCounted(line))?.replace(/^.*\/(src|node_modules)\//, '') ?? '';
  isOn = true;
  return ` ${caller}`;
}

/** Wraps a method of the language, so that the length which it goes over is added. */
function count<T extends object>(
  prototype: T,
  name: keyof T,
  length: (self: never, args: never, result: never) => number,
) {
  const original = prototype[name] as unknown as (...args: unknown[]) => unknown;
  const wrapped = function (this: unknown, ...args: unknown[]): unknown {
    const result = original.apply(this, args);
    if (isOn) add(String(name), length(this as never, args as never, result as never) / NATIVE_PER_OPERATION);
    return result;
  };
  Object.defineProperty(prototype, name, { value: wrapped, configurable: true, writable: true });
}

/** So many characters or items pass inside V8 in the time of one operation. */
const NATIVE_PER_OPERATION = 16;

function countNatives(): void {
  const search = (self: string, [, from = 0]: [string, number?], result: number): number =>
    result < 0 ? self.length - from : Math.abs(result - from);
  count(String.prototype, 'indexOf', search);
  count(String.prototype, 'lastIndexOf', (self: string, [, from = self.length]: [string, number?], result: number) =>
    result < 0 ? from : from - result,
  );
  for (const name of ['includes', 'trim', 'trimEnd', 'normalize', 'toLowerCase', 'toUpperCase', 'replaceAll'] as const)
    count(String.prototype, name, (self: string) => self.length);
  count(String.prototype, 'search', (self: string, _: unknown, result: number) => (result < 0 ? self.length : result));
  for (const name of ['split', 'replace', 'match'] as const)
    count(String.prototype, name, (self: string) => self.length);
  countLists();
  countExpressions();
}

function countLists(): void {
  const lists = Array.prototype as unknown[];
  for (const name of ['unshift', 'join', 'reverse'] as const) count(lists, name, (self: unknown[]) => self.length);
  count(lists, 'includes', (self: unknown[], [, from = 0]: [unknown, number?]) => self.length - from);
  for (const name of ['slice', 'concat'] as const)
    count(lists, name, (_: unknown, __: unknown, result: unknown[]) => result.length);
  count(lists, 'indexOf', (self: unknown[], [, from = 0]: [unknown, number?], result: number) =>
    result < 0 ? self.length - from : result - from,
  );
  count(lists, 'lastIndexOf', (self: unknown[], _: unknown, result: number) =>
    result < 0 ? self.length : self.length - result,
  );
  // What goes out and comes in, and where these are not equally many, all that is behind them and moves.
  count(
    lists,
    'splice',
    (self: unknown[], [start = 0, , ...added]: [number?, number?, ...unknown[]], gone: unknown[]) => {
      const begin = start < 0 ? Math.max(0, self.length - added.length + gone.length + start) : start;
      const moved = gone.length === added.length ? 0 : Math.max(0, self.length - begin - added.length);
      return gone.length + added.length + moved;
    },
  );
}

/** A regular expression goes over what lies between the place where it begins and the end of what it finds. */
function countExpressions(): void {
  for (const name of ['exec', 'test'] as const) {
    // eslint-disable-next-line @typescript-eslint/unbound-method -- it is called with the expression below
    const original: (this: RegExp, text: string) => unknown = RegExp.prototype[name];
    const wrapped = function (this: RegExp, text: string): unknown {
      const from = this.global || this.sticky ? this.lastIndex : 0;
      const result = original.call(this, text);
      if (isOn) add(name, gone(this, String(text).length, from, result) / NATIVE_PER_OPERATION);
      return result;
    };
    Object.defineProperty(RegExp.prototype, name, { value: wrapped, configurable: true, writable: true });
  }
}

function gone(expression: RegExp, length: number, from: number, result: unknown): number {
  const anchored = expression.sticky || (expression.source.startsWith('^') && !expression.multiline);
  if (result === null || result === false) return anchored ? 1 : length - from;
  if (result === true) return expression.global || expression.sticky ? expression.lastIndex - from : 1;
  const match = result as RegExpExecArray;
  return match.index + match[0].length - from;
}

function post<T>(session: Session, method: string, params: object = {}): Promise<T> {
  return new Promise((resolve, reject) =>
    session.post(method, params, (error: Error | null, result?: object) =>
      error ? reject(error) : resolve(result as T),
    ),
  );
}

/** Begins to count. */
export async function countWork(): Promise<CountedWork> {
  const session = new Session();
  session.connect();
  await post(session, 'Profiler.enable');
  await post(session, 'Profiler.startPreciseCoverage', { callCount: true, detailed: true });
  countNatives();
  let last = new Map<string, number>();
  const take = async (): Promise<number> => {
    const { result } = await post<Coverage>(session, 'Profiler.takePreciseCoverage');
    last = new Map();
    let sum = 0;
    for (const { url, functions } of result) {
      if (!isCounted(url)) continue;
      for (const { functionName, ranges } of functions) {
        const own = ranges.reduce((all, range) => all + range.count, 0);
        sum += own;
        const name = `${url.replace(/^.*\/(src|node_modules)\//, '')}:${functionName}@${ranges[0]!.startOffset}`;
        last.set(name, (last.get(name) ?? 0) + own);
      }
    }
    return sum;
  };
  return {
    of: async (action) => {
      await take();
      natives.clear();
      isOn = true;
      try {
        await action();
      } finally {
        isOn = false;
      }
      const own = await take();
      for (const [name, n] of natives) last.set(name, n);
      return own + [...natives.values()].reduce((sum, n) => sum + n, 0);
    },
    busiest: () => [...last].sort((a, b) => b[1] - a[1]),
  };
}
