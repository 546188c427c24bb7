import { SaxesParser } from 'saxes';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openEdition } from '../../src/serve/built-edition.ts';
import { type Listening, replies, serve } from '../../src/serve/server.ts';
import { chance } from '../harness/chance.ts';
import { tei } from '../harness/letters.ts';
import { octavo } from '../harness/octavo.ts';
import { newFolder } from '../harness/scratch.ts';
import { join } from 'node:path';

/** The text service of `octavo serve` against the tables of the specification (DTS 1.0): parameters, errors, headers, passages. */

const body =
  '<div type="document" xml:id="d1" n="1"><head>One</head><p>a<pb n="1"/>b</p><p>c <hi>d<pb n="2"/>e</hi></p><pb n="3"/><p>f</p></div>' +
  '<div type="document" xml:id="d2" n="2"><head>Two</head><p>words</p></div>';
const verses = tei(
  '<div type="book" n="1"><p n="1">v</p><p n="2">w <seg n="1">x</seg> <seg n="2">y</seg></p></div><div type="book" n="2"><p n="1">z<pb n="9"/>z</p></div>',
);

let out: string;
let reply: ReturnType<typeof replies>;
let server: Listening;
beforeAll(async () => {
  const folder = newFolder({
    'letters.xml': tei(body),
    'verses.xml': verses,
    'plain.xml': tei('<p>words</p>'),
    'octavo.config.json': '{ "baseUrl": "https://example.org" }',
  });
  out = join(newFolder(), 'dist');
  expect(octavo(['build', folder, '--formats', 'html,tei,dts', '--out', out, '--quiet']).code).toBe(0);
  reply = replies(openEdition(out), 'https://texts.example.org');
  server = await serve(openEdition(out), '127.0.0.1', 0);
});
afterAll(() => void server.server.close());

const ask = (path: string) => reply(`/api/dts/${path}`);
const json = (path: string) => JSON.parse(ask(path).body as string) as Record<string, unknown>;
const refs = (path: string): string =>
  ((json(path)['member'] ?? []) as { identifier: string }[]).map(({ identifier }) => identifier).join(' ');

/** The words of a passage, and that it is well-formed with the root that the specification wants. */
function wordsOf(path: string): string {
  let words = '';
  let inWrapper = 0;
  const names: string[] = [];
  const parser = new SaxesParser({ xmlns: true });
  parser.on('opentag', ({ uri, local }) => {
    names.push(`{${uri}}${local}`);
    if (inWrapper > 0 || uri === 'https://w3id.org/api/dts#') inWrapper++;
  });
  parser.on('closetag', () => void (inWrapper > 0 && inWrapper--));
  parser.on('text', (text) => void (words += inWrapper > 0 ? text : ''));
  parser.write(ask(path).body).close();
  expect(names.slice(0, 2)).toEqual(['{http://www.tei-c.org/ns/1.0}TEI', '{https://w3id.org/api/dts#}wrapper']);
  return words.replace(/\s+/g, ' ').trim();
}

describe('the entry and the collections', () => {
  it('say where all else is', () => {
    expect(json('')).toMatchObject({
      '@context': 'https://dtsapi.org/context/v1.0.json',
      '@id': 'https://texts.example.org/api/dts/',
      dtsVersion: '1.0',
      collection: 'https://texts.example.org/api/dts/collection{?id,nav,page}',
    });
    expect(reply('/api/dts').type).toBe('application/ld+json');
  });

  it('lead from the edition to a text and back', () => {
    const root = json('collection');
    expect((root['member'] as { '@id': string }[]).map((one) => one['@id'])).toEqual(['volume.letters', 'texts']);
    expect(json('collection?id=d1')).toMatchObject({
      '@type': 'Resource',
      totalParents: 1,
      citationTrees: [{ '@type': 'CitationTree' }],
    });
    expect(json('collection?id=d1&nav=parents')['member']).toMatchObject([
      { '@id': 'volume.letters', totalChildren: 2 },
    ]);
    expect(json('collection?id=edition&nav=parents')['member']).toEqual([]);
  });
});

describe('the navigation', () => {
  // The table “Usage of down, ref, start and end”, line by line.
  it.each([
    ['down=1', '1 2'],
    ['down=2', '1 1.1 1.2 2 2.1'],
    ['down=-1', '1 1.1 1.2 1.2.1 1.2.2 2 2.1'],
    ['down=9', '1 1.1 1.2 1.2.1 1.2.2 2 2.1'],
    ['ref=1', ''],
    ['ref=1.1&down=0', '1.1 1.2'],
    ['ref=1&down=1', '1 1.1 1.2'],
    ['ref=2.1&down=1', '2.1'],
    ['start=1&end=2', ''],
    ['start=1.2&end=2&down=1', '1.2 1.2.1 1.2.2 2 2.1'],
    ['start=1.2&end=2&down=-1', '1.2 1.2.1 1.2.2 2 2.1'],
    ['tree=pages&down=1', 'pg_9'],
  ])('of a text with numbers: %s', (query, expected) => {
    expect(refs(`navigation?resource=verses&${query}`)).toBe(expected);
  });

  it('has no members where only a unit is asked for', () => {
    expect(json('navigation?resource=verses&ref=1')).not.toHaveProperty('member');
    expect(json('navigation?resource=verses&start=1&end=2')).toMatchObject({
      start: { identifier: '1' },
      end: { identifier: '2', parent: null },
    });
  });

  it('of a text that has no parts is empty, and no error', () => {
    expect(json('navigation?resource=plain&down=1')).toMatchObject({ member: [], resource: { citationTrees: [] } });
  });
});

describe('a passage', () => {
  it.each([
    ['resource=d1&ref=pg_1', 'bc d'],
    ['resource=d1&ref=pg_2', 'e'],
    ['resource=d1&start=pg_1&end=pg_2', 'bc de'],
    ['resource=d1&start=pg_2&end=pg_3', 'ef'],
    ['resource=verses&ref=1.2', 'w x y'],
    ['resource=verses&start=1.1&end=1.2.1', 'vw x'],
    ['resource=verses&start=1.2.2&end=2.1', 'yzz'],
    ['resource=verses&ref=pg_9&tree=pages', 'z'],
  ])('%s', (query, words) => {
    expect(wordsOf(`document?${query}`)).toBe(words);
  });

  it('is TEI with a link to its collection; the whole text is the file of the edition', () => {
    const whole = ask('document?resource=d1');
    expect(whole.body).toBe(openEdition(out).file('tei/d1.xml')!.toString('utf8'));
    expect(whole.type).toBe('application/tei+xml');
    expect(whole.headers).toEqual({ Link: '<https://texts.example.org/api/dts/collection?id=d1>; rel="collection"' });
    expect(ask('document?resource=d1&mediaType=application/tei%2Bxml').status).toBe(200);
  });
});

describe('a wrong request', () => {
  it.each([
    [400, 'navigation'],
    [400, 'navigation?resource=verses'],
    [400, 'navigation?resource=verses&down=0'],
    [400, 'navigation?resource=verses&down=x'],
    [400, 'navigation?resource=verses&down=-2'],
    [400, 'navigation?resource=verses&start=1&end=2&down=0'],
    [400, 'navigation?resource=verses&ref=1&start=1&end=2'],
    [400, 'navigation?resource=verses&start=1'],
    [400, 'navigation?resource=verses&end=1&down=1'],
    [400, 'navigation?resource=verses&resource=d1&down=1'],
    [404, 'navigation?resource=nobody&down=1'],
    [404, 'navigation?resource=verses&ref=7'],
    [404, 'navigation?resource=verses&start=1&end=7'],
    [404, 'navigation?resource=verses&start=2&end=1'],
    [404, 'navigation?resource=verses&tree=lines&down=1'],
    [404, 'navigation?resource=verses&down=1&page=2'],
    [400, 'document'],
    [400, 'document?resource=d1&start=pg_1'],
    [404, 'document?resource=d1&ref=pg_7'],
    [404, 'document?resource=d1&mediaType=text/html'],
    [404, 'document?resource=__proto__'],
    [404, 'document?resource=..%2F..%2Fetc%2Fpasswd'],
    [400, 'collection?nav=up'],
    [404, 'collection?id=nobody'],
    [404, 'elsewhere'],
  ])('is answered with %i: %s', (status, path) => {
    expect([ask(path).status, ask(path).type]).toEqual([status, 'application/problem+json']);
  });

  it('is never a fault, whatever is asked', () => {
    const luck = chance(11);
    const one = (of: readonly string[]): string => of[luck.below(of.length)]!;
    const words = ['resource', 'ref', 'start', 'end', 'down', 'tree', 'page', 'id', 'nav', 'mediaType', 'd1', 'verses', 'pg_1', '1.2', '-1', '0', '99999999999999999999', '%', '%00', '%ff', '..', '/', '\\', '//', '#', '&', '=', '?', 'constructor', '__proto__', 'ä', '%F0%9F%92%A9', '{?id}', '[', 'x'.repeat(300)]; // prettier-ignore
    for (let i = 0; i < 10_000; i++) {
      const endpoint = one(['navigation', 'document', 'collection', '', '../..', 'x']);
      const query = Array.from({ length: luck.below(6) }, () => `${one(words)}=${one(words)}`).join('&');
      const { status } = reply(luck.often(5) ? `/${one(words)}/${one(words)}` : `/api/dts/${endpoint}?${query}`);
      expect([200, 400, 404]).toContain(status);
    }
  });
});

describe('the server', () => {
  it('lets any page ask, answers HEAD and OPTIONS, and changes nothing', async () => {
    const got = await fetch(`${server.address}/api/dts/document?resource=d1&ref=pg_1`);
    expect([got.status, got.headers.get('access-control-allow-origin'), got.headers.get('content-type')]).toEqual([200, '*', 'application/tei+xml']); // prettier-ignore
    expect(got.headers.get('link')).toBe(`<${server.address}/api/dts/collection?id=d1>; rel="collection"`);
    const head = await fetch(`${server.address}/api/dts/collection`, { method: 'HEAD' });
    expect([head.status, await head.text()]).toEqual([200, '']);
    expect((await fetch(`${server.address}/api/dts`, { method: 'OPTIONS' })).status).toBe(204);
    const post = await fetch(`${server.address}/api/dts`, { method: 'POST', body: 'x' });
    expect([post.status, post.headers.get('allow')]).toEqual([405, 'GET, HEAD, OPTIONS']);
  });

  it('has the files of the edition and no others', async () => {
    const status = async (path: string): Promise<number> => (await fetch(server.address + path)).status;
    expect(await (await fetch(`${server.address}/`)).text()).toBe(
      openEdition(out).file('index.html')!.toString('utf8'),
    );
    expect((await fetch(`${server.address}/dts/index.jsonld`)).headers.get('content-type')).toBe('application/ld+json');
    expect(await status('/documents/d1.html')).toBe(200);
    for (const path of ['/..%2f..%2fetc/passwd', '/documents', '/nothing.html', '/%2e%2e/octavo.config.json'])
      expect(await status(path), path).toBe(404);
  });
});
