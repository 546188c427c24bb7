import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { newFolder } from './scratch.ts';

/** A real browser, without a window, spoken to through pipes in its own protocol: nothing but the browser is needed. */

const names = ['chromium', 'chromium-browser', 'google-chrome'];
const program = names.find((name) => spawnSync(name, ['--version'], { stdio: 'ignore' }).status === 0);
export const hasChromium = program !== undefined;
/** To put into the name of what needs it, so that a reader of the log knows why it was skipped. */
export const needsChromium = hasChromium ? '' : ' (skipped: chromium is not here)';

interface Message {
  readonly id?: number;
  readonly sessionId?: string;
  readonly method?: string;
  readonly params?: Record<string, unknown>;
  readonly result?: Record<string, unknown>;
}

export interface OpenPage {
  /** What an expression gives in the page, whatever its policy says. */
  readonly value: (expression: string) => Promise<unknown>;
  /** What the browser complained of: errors, and what a policy forbade. */
  readonly complaints: readonly string[];
  /** What it asked for, the page itself included. */
  readonly requests: readonly string[];
  /** Presses a key: `ArrowDown`, `/`. */
  readonly press: (key: string) => Promise<void>;
}

/** A command of the protocol with its parameters. */
type Tell = (method: string, params: object) => Promise<unknown>;

/** No network, whatever a page asks for. */
export const offline = (tell: Tell): Promise<unknown> =>
  tell('Network.emulateNetworkConditions', { offline: true, latency: 0, downloadThroughput: 0, uploadThroughput: 0 });

export interface Browser {
  /** `prepare` may say things to the browser before the page is loaded: that it is offline, how wide it is. */
  readonly open: (url: string, prepare?: (tell: Tell) => Promise<unknown>) => Promise<OpenPage>;
  readonly close: () => Promise<void>;
}

export function startBrowser(): Browser {
  const folder = newFolder();
  const words = [
    '--headless=new',
    '--no-sandbox',
    '--disable-gpu',
    '--disable-dev-shm-usage',
    '--remote-debugging-pipe',
  ];
  const child: ChildProcess = spawn(program!, [...words, `--user-data-dir=${folder}`, 'about:blank'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
  });
  const [into, from] = [child.stdio[3] as Writable, child.stdio[4] as Readable];
  const waiting = new Map<number, (message: Message) => void>();
  const listeners = new Set<(message: Message) => void>();
  let rest = '';
  from.on('data', (chunk: Buffer) => {
    const parts = (rest + chunk.toString()).split('\0');
    rest = parts.pop()!;
    for (const part of parts) {
      const message = JSON.parse(part) as Message;
      if (message.id === undefined) for (const listener of listeners) listener(message);
      else waiting.get(message.id)?.(message);
    }
  });
  let last = 0;
  const ask = (method: string, params: object = {}, sessionId?: string): Promise<Record<string, unknown>> =>
    new Promise((done) => {
      const id = ++last;
      waiting.set(id, ({ result }) => done(result ?? {}));
      into.write(`${JSON.stringify({ id, method, params, ...(sessionId !== undefined && { sessionId }) })}\0`);
    });
  const open: Browser['open'] = async (url, prepare = () => Promise.resolve()) => {
    const { targetId } = await ask('Target.createTarget', { url: 'about:blank' });
    const { sessionId } = (await ask('Target.attachToTarget', { targetId, flatten: true })) as { sessionId: string };
    const complaints: string[] = [];
    const requests: string[] = [];
    const loaded = new Promise<void>((done) => {
      listeners.add(({ method, params, sessionId: from }) => {
        if (from !== sessionId) return;
        if (method === 'Network.requestWillBeSent') requests.push((params!['request'] as { url: string }).url);
        if (method === 'Log.entryAdded') complaints.push((params!['entry'] as { text: string }).text);
        if (method === 'Page.loadEventFired') done();
      });
    });
    for (const domain of ['Page', 'Log', 'Runtime', 'Network']) await ask(`${domain}.enable`, {}, sessionId);
    await prepare((method, params) => ask(method, params, sessionId));
    await ask('Page.navigate', { url }, sessionId);
    await loaded;
    const value = async (expression: string): Promise<unknown> => {
      const { result } = (await ask(
        'Runtime.evaluate',
        { expression, returnByValue: true, awaitPromise: true },
        sessionId,
      )) as {
        result: { value?: unknown };
      };
      return result.value;
    };
    const press = async (key: string): Promise<void> => {
      const text = key.length === 1 ? { text: key } : key === 'Enter' ? { text: '\r' } : {};
      for (const type of ['keyDown', 'keyUp'])
        await ask('Input.dispatchKeyEvent', { type, key, code: key, ...(type === 'keyDown' && text) }, sessionId);
    };
    return { value, complaints, requests, press };
  };
  const close = async (): Promise<void> => {
    await ask('Browser.close');
    if (child.exitCode === null) await new Promise((done) => child.on('exit', done));
  };
  return { open, close };
}

/** A page as the browser prints it, with tags. */
export function printPage(html: string): Uint8Array {
  const folder = newFolder();
  const [from, to] = [join(folder, 'page.html'), join(folder, 'page.pdf')];
  writeFileSync(from, html);
  const words = ['--headless=new', '--no-sandbox', '--disable-gpu', '--no-pdf-header-footer', `--print-to-pdf=${to}`];
  spawnSync(program!, [...words, `--user-data-dir=${join(folder, 'profile')}`, from], {
    stdio: 'ignore',
    timeout: 120_000,
  });
  return readFileSync(to);
}
