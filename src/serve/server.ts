import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { Refusal, refused, type Reply } from './answer.ts';
import type { BuiltEdition } from './built-edition.ts';
import { Dts } from './dts.ts';
import { fileReply } from './files.ts';
import { Texts } from './texts.ts';

/** The server: requests in, answers out. It only reads; what it serves is public, so any page may ask. */

const dtsPath = '/api/dts';

const shared = {
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Expose-Headers': 'Link',
  'X-Content-Type-Options': 'nosniff',
};
const allowed = 'GET, HEAD, OPTIONS';

/** Answers requests for an edition. `address`: at which its readers see it, without a slash at the end. */
export function replies(edition: BuiltEdition, address: string): (url: string) => Reply {
  const dts = new Dts(new Texts(edition), address + dtsPath);
  return (url) => {
    try {
      const { pathname, searchParams } = new URL(url, 'http://localhost');
      const path = decodeURIComponent(pathname);
      const isDts = path === dtsPath || path.startsWith(`${dtsPath}/`);
      if (isDts) return dts.reply(path.slice(dtsPath.length).replace(/^\/|\/$/g, ''), searchParams);
      return fileReply(path.slice(1), edition);
    } catch (error) {
      if (error instanceof Refusal) return refused(error.status, error.message);
      if (error instanceof URIError || error instanceof TypeError) return refused(400, 'The address is not one.');
      throw error;
    }
  };
}

function send(response: ServerResponse, { status, type, body, headers = {} }: Reply, isHead: boolean): void {
  const length = typeof body === 'string' ? Buffer.byteLength(body) : body.length;
  response.writeHead(status, { ...shared, 'Content-Type': type, 'Content-Length': length, ...headers });
  response.end(isHead ? undefined : body);
}

function answer(reply: (url: string) => Reply, { method, url = '/' }: IncomingMessage, response: ServerResponse): void {
  if (method === 'OPTIONS') {
    response.writeHead(204, {
      ...shared,
      'Access-Control-Allow-Methods': allowed,
      'Access-Control-Allow-Headers': '*',
    });
    response.end();
    return;
  }
  const isHead = method === 'HEAD';
  if (method !== 'GET' && !isHead) {
    send(response, { ...refused(405, 'This server only reads.'), headers: { Allow: allowed } }, false);
    return;
  }
  try {
    send(response, reply(url), isHead);
  } catch {
    send(response, refused(500, 'The server could not read what was asked for.'), isHead);
  }
}

export interface Listening {
  readonly server: Server;
  /** At which it can be asked. */
  readonly address: string;
}

/** Serves an edition. `address`: its public one; default: where it listens. Rejects where the port cannot be had. */
export async function serve(edition: BuiltEdition, host: string, port: number, address?: string): Promise<Listening> {
  const server = createServer();
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  const bound = server.address();
  const at = host.includes(':') ? `[${host}]` : host;
  const own = `http://${at}:${typeof bound === 'object' && bound ? bound.port : port}`;
  const reply = replies(edition, (address ?? own).replace(/\/+$/, ''));
  server.on('request', (request, response) => {
    answer(reply, request, response);
  });
  return { server, address: own };
}
