import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { validate } from '../../src/validate/run.ts';
import { WrongSchema } from '../../src/validate/schemas/choose-schemas.ts';
import { fetchSchemas } from '../../src/validate/schemas/fetch-schemas.ts';
import { check, editionFolder } from './edition-folder.ts';

/** Schemas of the web: fetched only where that is allowed, once. The web is a server of this machine that the test starts. */

const main =
  '<grammar xmlns="http://relaxng.org/ns/structure/1.0"><start><ref name="TEI"/></start><include href="parts/tei.rng"/></grammar>';
const part =
  '<grammar xmlns="http://relaxng.org/ns/structure/1.0" ns="http://www.tei-c.org/ns/1.0"><define name="TEI"><element name="TEI"><attribute name="n"/><ref name="any"/></element></define><define name="any"><zeroOrMore><choice><text/><element><anyName/><zeroOrMore><attribute><anyName/></attribute></zeroOrMore><ref name="any"/></element></choice></zeroOrMore></define></grammar>';

let asked: string[] = [];
const answers: Readonly<Record<string, (response: ServerResponse) => void>> = {
  '/tei/s.rng': (response) => response.end(main),
  '/tei/parts/tei.rng': (response) => response.end(part),
  '/moved.rng': (response) => response.writeHead(302, { location: '/tei/parts/tei.rng' }).end(),
  '/circle.rng': (response) => response.writeHead(302, { location: '/circle.rng' }).end(),
  '/away.rng': (response) => response.writeHead(302, { location: 'file:///etc/hostname' }).end(),
  '/large.rng': (response) => response.end('x'.repeat(5000)),
  '/slow.rng': () => undefined,
};
const server = createServer((request: IncomingMessage, response: ServerResponse) => {
  asked.push(request.url!);
  const answer = answers[request.url!];
  if (answer) answer(response);
  else response.writeHead(404).end();
});
let web = '';
let cache = '';
const before = process.env['OCTAVO_CACHE'];

beforeAll(async () => {
  await new Promise<void>((done) => server.listen(0, 'localhost', done));
  web = `http://localhost:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});
beforeEach(() => {
  asked = [];
  cache = mkdtempSync(join(tmpdir(), 'octavo-cache-'));
  process.env['OCTAVO_CACHE'] = cache;
});
afterEach(() => {
  rmSync(cache, { recursive: true });
  if (before === undefined) delete process.env['OCTAVO_CACHE'];
  else process.env['OCTAVO_CACHE'] = before;
});

const naming = (name: string): string =>
  `<?xml version="1.0"?>\n<?xml-model href="${web}${name}" schematypens="http://relaxng.org/ns/structure/1.0"?>\n<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader/><text><body><p>a</p></body></text></TEI>`;

describe('a schema that a file names by an address', () => {
  test('is not fetched unasked, and the finding says the fix', async () => {
    const { findings } = await check(editionFolder({ 'a.xml': naming('/tei/s.rng') }), {}, 'a.xml');
    expect(findings.find(({ code }) => code === 'schema-not-at-hand')).toMatchObject({
      severity: 'review',
      span: { start: { line: 2, column: 1 } },
      fix: expect.stringContaining('--allow-network') as string,
    });
    expect(asked).toEqual([]);
  });

  test('is fetched where that is allowed, with its parts, and used without the network from then on', async () => {
    const folder = editionFolder({ 'a.xml': naming('/tei/s.rng'), 'b.xml': naming('/tei/s.rng') });
    const { codes } = await check(folder, { allowNetwork: true });
    expect(codes).toEqual(['missing-attribute', 'missing-attribute']);
    expect(asked).toEqual(['/tei/s.rng', '/tei/parts/tei.rng']);
    expect((await check(folder)).codes).toEqual(codes);
    expect((await check(folder, { allowNetwork: true })).codes).toEqual(codes);
    expect(asked).toHaveLength(2);
  });

  test('that is not there is reported with the answer of the server', async () => {
    const { findings } = await check(editionFolder({ 'a.xml': naming('/none.rng') }), { allowNetwork: true }, 'a.xml');
    expect(findings.find(({ code }) => code === 'schema-not-at-hand')).toMatchObject({
      severity: 'review',
      message: `The schema that this file names could not be fetched: ${web}/none.rng (the server answers 404).`,
    });
  });
});

describe('a schema that is given by an address', () => {
  test('is refused unasked, in one line that says the fix', async () => {
    const folder = editionFolder({ 'a.xml': '<p>a</p>' });
    await expect(validate({ paths: [folder], schemas: [`${web}/tei/s.rng`] })).rejects.toThrow(
      `${web}/tei/s.rng is on the web and not in the cache: fetch it once with --allow-network, or give a file`,
    );
    expect(asked).toEqual([]);
  });

  test('is fetched where that is allowed', async () => {
    const folder = editionFolder({ 'a.xml': '<p>a</p>' });
    expect((await check(folder, { schemas: [`${web}/tei/s.rng`], allowNetwork: true })).codes).toEqual([
      'missing-attribute',
    ]);
  });

  test('and cannot be fetched is an error of use', async () => {
    const folder = editionFolder({ 'a.xml': '<p>a</p>' });
    const wish = { paths: [folder], schemas: [`${web}/none.rng`], allowNetwork: true };
    await expect(validate(wish)).rejects.toThrow(WrongSchema);
  });
});

test.each([
  ['/circle.rng', 'it was redirected more than 2 times'],
  ['/away.rng', 'it leads to file:///etc/hostname, which is not a web address'],
  ['/large.rng', 'it is larger than 4000 bytes'],
  ['/slow.rng', 'it took longer than 0.2 seconds'],
])('what a server cannot be trusted with is left: %s', async (name, reason) => {
  const limits = { seconds: 0.2, bytes: 4000, redirects: 2, files: 3 };
  const failures = await fetchSchemas([{ address: web + name }], limits);
  expect([...failures.values()]).toEqual([reason]);
});

test('a schema that was moved is kept under the address it was asked for', async () => {
  expect(await fetchSchemas([{ address: `${web}/moved.rng` }])).toEqual(new Map());
  expect(await fetchSchemas([{ address: `${web}/moved.rng` }])).toEqual(new Map());
  expect(asked).toEqual(['/moved.rng', '/tei/parts/tei.rng']);
});
