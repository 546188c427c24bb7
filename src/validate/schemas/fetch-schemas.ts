import { fetchedPath, isFetched, isRemote, keepFetched } from './fetched.ts';
import type { NamedSchema } from './named-schemas.ts';
import { mentions } from './schema-files.ts';

/** Fetches schemas from the web: only where `--allow-network` was given, and only what is not available yet. */

export interface FetchLimits {
  /** For one file. */
  readonly seconds: number;
  readonly bytes: number;
  readonly redirects: number;
  /** Of one schema. */
  readonly files: number;
}

const usualLimits: FetchLimits = { seconds: 30, bytes: 20_000_000, redirects: 5, files: 100 };

/** A schema of the web, and of which kind it is where its name does not say it. */
export interface RemoteSchema {
  readonly address: string;
  readonly kind?: NamedSchema['kind'];
}

/** Fetches schemas and the parts they bring in. Answers why some could not be had, by their addresses. */
export async function fetchSchemas(
  wanted: readonly RemoteSchema[],
  limits: FetchLimits = usualLimits,
): Promise<Map<string, string>> {
  const failures = new Map<string, string>();
  for (const { address, kind } of wanted) {
    if (isFetched(fetchedPath(address, kind))) continue;
    try {
      await fetchWhole(address, kind, limits);
    } catch (error) {
      failures.set(address, reasonOf(error, limits));
    }
  }
  return failures;
}

/** The schema itself is kept last: where a part is missing, it counts as not fetched. */
async function fetchWhole(address: string, kind: NamedSchema['kind'] | undefined, limits: FetchLimits): Promise<void> {
  const bytes = await fetchBytes(address, limits);
  const waiting = partsOf(address, bytes);
  const seen = new Set([address]);
  for (let part = waiting.pop(); part !== undefined; part = waiting.pop()) {
    if (seen.has(part)) continue;
    seen.add(part);
    if (seen.size > limits.files) throw new Error(`it has more than ${limits.files} parts`);
    const path = fetchedPath(part);
    if (isFetched(path)) continue;
    const content = await fetchBytes(part, limits);
    waiting.push(...partsOf(part, content));
    keepFetched(path, content);
  }
  keepFetched(fetchedPath(address, kind), bytes);
}

/** The addresses of what a schema brings in: next to it, not from elsewhere. */
const partsOf = (address: string, bytes: Uint8Array): string[] =>
  mentions(Buffer.from(bytes).toString('utf8')).flatMap((href) =>
    URL.canParse(href, address) ? new URL(href, address).href : [],
  );

async function fetchBytes(address: string, limits: FetchLimits): Promise<Uint8Array> {
  const signal = AbortSignal.timeout(limits.seconds * 1000);
  let at = address;
  for (let hop = 0; hop <= limits.redirects; hop++) {
    if (!isRemote(at)) throw new Error(`it leads to ${at}, which is not a web address`);
    if (at.startsWith('http:') && address.startsWith('https:')) throw new Error(`it leads to ${at}, which is not safe`);
    const response = await fetch(at, { redirect: 'manual', signal });
    const next = response.headers.get('location');
    if (response.status >= 300 && response.status < 400 && next !== null) {
      await response.body?.cancel();
      at = new URL(next, at).href;
    } else if (response.status === 200) return readBody(response, limits);
    else {
      await response.body?.cancel();
      throw new Error(`the server answers ${response.status}`);
    }
  }
  throw new Error(`it was redirected more than ${limits.redirects} times`);
}

async function readBody({ body }: Response, { bytes }: FetchLimits): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of (body ?? []) as AsyncIterable<Uint8Array>) {
    length += part.length;
    if (length > bytes) throw new Error(`it is larger than ${bytes} bytes`);
    parts.push(part);
  }
  return Buffer.concat(parts);
}

function reasonOf(error: unknown, { seconds }: FetchLimits): string {
  const { name, message, cause } = error as Error & { cause?: { code?: string; message?: string } };
  if (name === 'TimeoutError') return `it took longer than ${seconds} seconds`;
  return cause?.code ?? cause?.message ?? message;
}
