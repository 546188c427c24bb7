import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll } from 'vitest';

/** What attacks try to reach: words that no output may hold, and a server that nobody may call. */

export const secret = 'THE-SECRET-OF-THE-HOUSE';

export interface OutsideWorld {
  /** The address of the server, known when tests run. */
  web: string;
  /** How often it was called. */
  calls: number;
}

/** Starts the server for the tests of a file. */
export function outsideWorld(): OutsideWorld {
  const world: OutsideWorld = { web: '', calls: 0 };
  const server = createServer((_, response) => {
    world.calls++;
    response.end(`<s>${secret}</s>`);
  });
  beforeAll(async () => {
    await new Promise<void>((done) => server.listen(0, 'localhost', done));
    world.web = `http://localhost:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => server.close());
  return world;
}
