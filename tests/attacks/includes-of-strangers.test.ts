import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, test } from 'vitest';
import { runInProcess } from '../harness/in-process.ts';
import { tei } from '../harness/letters.ts';
import { octavoMeasured } from '../harness/octavo.ts';
import { newFolder } from '../harness/scratch.ts';
import { outsideWorld, secret } from './outside-world.ts';

/**
 * Files of strangers that include what is not theirs, each other, or more than anybody can hold. Only files inside the folder of the edition may
 * ever be read, nobody may be called, and every command must end soon with a finding.
 */

const world = outsideWorld();
const outside = newFolder({ 'secret.txt': secret, 'secret.xml': `<s xml:id="s">${secret}</s>` });
const far = pathToFileURL(outside).href;
const up = `../${outside.split('/').at(-1)!}`;

type Files = Readonly<Record<string, string | Uint8Array>>;

const xi = 'xmlns:xi="http://www.w3.org/2001/XInclude"';
const letter = (inside: string): string => tei(`<div type="document" xml:id="d1" ${xi}><head>1</head>${inside}</div>`);
const include = (href: string, more = ''): string => `<xi:include href="${href}"${more}/>`;
const asText = ' parse="text"';

const addresses = (name: string): string[] => [
  `${up}/${name}`,
  `x/../${up}/${name}`,
  `./././${up}/${name}`,
  `${up.replace('..', '%2e%2e')}/${name}`,
  `${up}/${name}`.replaceAll('/', '%2F'),
  `${up}/${name}`.replaceAll('.', '&#46;'),
  `..\\${outside.split('/').at(-1)!}\\${name}`,
  `${outside}/${name}`,
  `/${outside}/${name}`,
  `${far}/${name}`,
  `FILE://${outside}/${name}`,
  `file:${outside}/${name}`,
  `${world.web}/${name}`,
  world.web.replace(/^https?:/, ''),
  `ftp://localhost/${name}`,
  'data:text/plain,x',
  `jar:${far}/${name}!/x`,
  `%00${outside}/${name}`,
  `${up}/${name}%00.xml`,
  '/etc/passwd',
  '/proc/self/environ',
  'file:///etc/passwd',
];

/** What the program prints about a folder when it checks and builds it, and the codes of what it found. */
async function told(folder: string): Promise<{ text: string; codes: string[] }> {
  const checked = await runInProcess(['validate', folder, '--format', 'json']);
  expect([0, 1], checked.said).toContain(checked.code);
  const out = join(newFolder(), 'dist');
  const built = await runInProcess(['build', folder, '--out', out, '--keep-going']);
  expect([0, 1], built.said).toContain(built.code);
  const { findings } = JSON.parse(checked.out) as { findings: { code: string; severity: string }[] };
  return {
    text: [checked.out, checked.said, built.out, built.said].join('\n'),
    codes: findings.map(({ code }) => code),
  };
}

describe('An include of what is outside the folder', () => {
  test('is refused, by whatever path, as XML and as text, and calls nobody', async () => {
    const notRefused: string[] = [];
    for (const [name, more] of [
      ['secret.xml', ''],
      ['secret.txt', asText],
    ] as const) {
      const all = addresses(name);
      const { text, codes } = await told(newFolder({ 'a.xml': letter(all.map((one) => include(one, more)).join('')) }));
      expect(text).not.toContain(secret.slice(0, -1));
      expect(text).not.toContain('root:x:');
      const refused = codes.filter((code) => code.startsWith('include-'));
      if (refused.length !== all.length) notRefused.push(`${name}: ${refused.length} of ${all.length}`);
    }
    expect(notRefused).toEqual([]);
    expect(world.calls).toBe(0);
  });

  test('is refused from an xml:base that leads out', async () => {
    const inside = ['..', up, `${far}/`, `${world.web}/`, '/']
      .map((base) => `<p xml:base="${base}/">${include('secret.xml')}</p>`)
      .join('');
    const { text, codes } = await told(newFolder({ 'a.xml': letter(inside) }));
    expect(text).not.toContain(secret);
    expect(codes.filter((code) => code === 'include-refused' || code === 'include-missing')).toHaveLength(5);
    expect(world.calls).toBe(0);
  });

  test('is refused by a link, to a file and to a folder', async () => {
    const folder = newFolder({
      'a.xml': letter(include('link.xml') + include('there/secret.xml') + include('l.txt', asText)),
    });
    symlinkSync(join(outside, 'secret.xml'), join(folder, 'link.xml'));
    symlinkSync(outside, join(folder, 'there'));
    symlinkSync(join(outside, 'secret.txt'), join(folder, 'l.txt'));
    const { text, codes } = await told(folder);
    expect(text).not.toContain(secret);
    expect(codes.filter((code) => code === 'include-refused')).toHaveLength(3);
  });

  test('is refused by an entity and by a fallback inside a fallback', async () => {
    const typed = `<!DOCTYPE TEI [<!ENTITY up "${up}"><!ENTITY x '${include('&up;/secret.xml')}'>]>\n${letter('<p>&x;</p>')}`;
    const nested = `<xi:include href="none.xml"><xi:fallback>${include(`${up}/secret.xml`)}</xi:fallback></xi:include>`;
    for (const text of [typed, letter(nested)]) {
      const found = await told(newFolder({ 'a.xml': text }));
      expect(found.text).not.toContain(secret);
      expect(found.codes).toContain('include-refused');
    }
  });

  test('the canary is included where it is in the folder', async () => {
    const folder = newFolder({ 'a.xml': letter(`<p>${include('secret.txt', asText)}</p>`), 'secret.txt': secret });
    const out = join(newFolder(), 'dist');
    expect((await runInProcess(['build', folder, '--out', out])).code).toBe(0);
    expect(execFileSync('grep', ['-rl', secret, out], { encoding: 'utf8' })).toContain('d1.txt');
  });
});

test('An include of a folder, a pipe or a device ends with a finding and waits for nobody', async () => {
  const folder = newFolder({
    'a.xml': letter(['d', 'pipe', 'null', '.', '', 'd/'].map((href) => include(href) + include(href, asText)).join('')),
  });
  mkdirSync(join(folder, 'd'));
  execFileSync('mkfifo', [join(folder, 'pipe')]);
  symlinkSync('/dev/zero', join(folder, 'null'));
  const { codes } = await told(folder);
  expect(codes.filter((code) => code === 'include-refused' || code === 'include-wrong')).toHaveLength(12);
});

describe('Tricks with xpointer', () => {
  const tricks = [
    '//*',
    '/1',
    'element(/1)',
    'element(s/1)',
    "xpointer(document('/etc/passwd'))",
    `xpointer(doc('${far}/secret.xml'))`,
    'xmlns(x=urn:x)xpath1(//s)',
    'xpath1(unparsed-text("secret"))',
    '(('.repeat(5000),
    'element('.repeat(5000),
    'a'.repeat(100_000),
    '__proto__',
    'constructor',
    '',
    ' ',
    '&#x202e;s',
  ];
  test('are findings, and none of them finds an element', async () => {
    const inside = tricks.map((one) => include('b.xml', ` xpointer="${one.replaceAll('"', '&quot;')}"`)).join('');
    const folder = newFolder({
      'a.xml': letter(inside),
      'b.xml': '<div xmlns="http://www.tei-c.org/ns/1.0"><p xml:id="s">found</p></div>',
    });
    const { codes, text } = await told(folder);
    expect(codes.filter((code) => code === 'include-wrong')).toHaveLength(tricks.length);
    expect(text.length).toBeLessThan(1_000_000);
  });
});

describe('What includes without end, or too much', () => {
  const file = (inside: string, n = 0): string =>
    `<div xmlns="http://www.tei-c.org/ns/1.0" ${xi}><p>${n}</p>${inside}</div>`;
  const chain = (length: number, times: number, last = file('')): Files => ({
    'a.xml': letter(include('f0.xml')),
    ...Object.fromEntries(
      Array.from({ length }, (_, i) => [
        `f${i}.xml`,
        i === length - 1 ? last : file(include(`f${i + 1}.xml`).repeat(times), i),
      ]),
    ),
  });
  const bombs: Readonly<Record<string, readonly [Files, string]>> = {
    'a file that includes itself': [{ 'a.xml': letter(include('a.xml')) }, 'include-cycle'],
    'a file that includes itself by another name': [{ 'a.xml': letter(include('x/../a.xml')) }, 'include-cycle'],
    'two files that include each other twice': [
      { 'a.xml': letter(include('b.xml').repeat(2)), 'b.xml': file(include('a.xml').repeat(2)) },
      'include-cycle',
    ],
    'a fallback that includes the file around it': [
      { 'a.xml': letter(`<xi:include href="none"><xi:fallback>${include('a.xml')}</xi:fallback></xi:include>`) },
      'include-cycle',
    ],
    'files that double thirty times': [chain(30, 2), 'include-limit'],
    'files that grow ten times as often as they are read': [chain(12, 10), 'include-limit'],
    'a thousand files in one another': [chain(1000, 1), 'include-limit'],
    'a large file a thousand times': [
      {
        'a.xml': letter(include('big.txt', asText).repeat(1000)),
        'big.txt': 'many words '.repeat(500_000),
      },
      'include-limit',
    ],
    'a large element, doubled': [chain(14, 2, file('<p>many words</p>'.repeat(100_000))), 'include-limit'],
    '50,000 includes of nothing': [{ 'a.xml': letter(include('none.xml').repeat(50_000)) }, 'include-limit'],
    'entities that include': [
      {
        'a.xml': `<!DOCTYPE TEI [<!ENTITY x '${include('b.xml')}'>]>${letter('&x;'.repeat(100_000))}`,
        'b.xml': file(''),
      },
      'include-limit',
    ],
    'an entity in entities in attributes': [
      {
        'a.xml': `<!DOCTYPE TEI [<!ENTITY a0 "ha">${Array.from({ length: 12 }, (_, i) => `<!ENTITY a${i + 1} "${`&a${i};`.repeat(10)}">`).join('')}]>\n${letter('<p n="&a12;">a</p>')}`,
      },
      'entity-limit',
    ],
    'an entity that is in itself, in an attribute': [
      { 'a.xml': `<!DOCTYPE TEI [<!ENTITY a "&b;"><!ENTITY b "&a;">]>\n${letter('<p n="&a;">a</p>')}` },
      'entity-limit',
    ],
    'a large entity, many times': [
      { 'a.xml': `<!DOCTYPE TEI [<!ENTITY a "${'x'.repeat(100_000)}">]>\n${letter(`<p>${'&a;'.repeat(10_000)}</p>`)}` },
      'entity-limit',
    ],
    'entities of nothing, in one another': [
      {
        'a.xml': `<!DOCTYPE TEI [<!ENTITY a0 "">${Array.from({ length: 15 }, (_, i) => `<!ENTITY a${i + 1} "${`&a${i};`.repeat(10)}">`).join('')}]>\n${letter('<p>&a15;</p>')}`,
      },
      'entity-limit',
    ],
    'defaults of attributes, large and many times': [
      {
        'a.xml': `<!DOCTYPE TEI [<!ATTLIST p n CDATA "${'x'.repeat(100_000)}">]>\n${letter('<p>a</p>'.repeat(10_000))}`,
      },
      'entity-limit',
    ],
    'a million declarations': [
      {
        'a.xml': `<!DOCTYPE TEI [${Array.from({ length: 1_000_000 }, (_, i) => `<!ENTITY e${i} "">`).join('')}]>\n${letter('<p>a</p>')}`,
      },
      'doctype',
    ],
    'a declaration that never ends': [
      {
        'a.xml': `<!DOCTYPE TEI [<!ATTLIST p n (${'a|'.repeat(1_000_000)}a) "${'x'.repeat(1_000_000)}>\n${letter('<p>a</p>')}`,
      },
      'doctype',
    ],
  };
  test.each(Object.entries(bombs))('%s: ends with a finding, within 700 MB', (_, [files, code]) => {
    const { code: exit, said, out, megabytes } = octavoMeasured(['validate', newFolder(files), '--format', 'json']);
    expect(exit, said).toBe(1);
    const { findings } = JSON.parse(out) as { findings: { code: string }[] };
    expect(findings.map((one) => one.code)).toContain(code);
    expect(findings.length).toBeLessThan(25_000);
    expect(megabytes).toBeLessThan(700);
  });

  test('a part that grows while it is read does no harm to what is built', async () => {
    const folder = newFolder({ 'a.xml': letter(include('b.xml')), 'b.xml': file('<p>first</p>') });
    const out = join(newFolder(), 'dist');
    expect((await runInProcess(['build', folder, '--out', out])).code).toBe(0);
    writeFileSync(join(folder, 'b.xml'), file('<p>second'));
    expect((await runInProcess(['build', folder, '--out', out])).code).toBe(1);
    expect((await runInProcess(['verify', folder, '--out', out])).code).toBe(1);
  });
});
