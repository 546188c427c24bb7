import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import type { Finding } from '../../src/diagnostics/finding.ts';
import { findImages } from '../../src/edition/images.ts';
import { cleanImage } from '../../src/edition/svg/clean.ts';
import { build } from '../../src/publish/run.ts';
import { scanXml } from '../../src/source/xml.ts';
import { sourceText } from '../../src/source/text.ts';
import { tei } from '../harness/letters.ts';
import { newFolder } from '../harness/scratch.ts';

/** Images are published as images: what else a file can do is taken out, or the file is not published. The file of the edition stays as it is. */

const svgNs = 'http://www.w3.org/2000/svg';
const svg = (inside: string, attributes = ''): string =>
  `<svg xmlns="${svgNs}" xmlns:xlink="http://www.w3.org/1999/xlink"${attributes}>${inside}</svg>`;

/** What is published of an SVG file, and what was taken out. */
function cleaned(text: string | Uint8Array): { text: string; out: string[] } {
  const image = cleanImage('a.svg', typeof text === 'string' ? Buffer.from(text) : text);
  if ('why' in image) throw new Error(image.why);
  return { text: Buffer.from(image.bytes).toString('utf8'), out: image.takenOut.map(({ what }) => what) };
}

function refused(text: string | Uint8Array): string {
  const image = cleanImage('a.svg', typeof text === 'string' ? Buffer.from(text) : text);
  return 'why' in image ? image.why : 'not refused';
}

const png = 'data:image/png;base64,iVBORw0KGgo=';
const svgData = 'data:image/svg+xml,%3Csvg onload=%22evil()%22/%3E';
/** JavaScript that no image may keep, and an address that none may load. */
const evil = 'evil()';
const far = 'https://evil.example/x';

/** What an attacker writes; each has `evil` or `far` in it, and in what is published neither occurs. */
const attacks: Readonly<Record<string, string>> = {
  'a script': svg(`<script>${evil}</script>`),
  'a script in a group': svg(`<g><g><script>${evil}</script></g></g>`),
  'a script that is loaded': svg(`<script href="${far}"/>`),
  'a script that is loaded by xlink': svg(`<script xlink:href="${far}"></script>`),
  'a script in CDATA': svg(`<script><![CDATA[${evil}]]></script>`),
  'a script in capitals': svg(`<SCRIPT>${evil}</SCRIPT><Script>${evil}</Script>`),
  'a script under a prefix': `<s:svg xmlns:s="${svgNs}"><s:script>${evil}</s:script></s:svg>`,
  'a script under a prefix that is declared later': svg(`<g xmlns:q="${svgNs}"><q:script>${evil}</q:script></g>`),
  'a script under a prefix whose address has references': svg(
    `<q:script xmlns:q="http://www.w3.org/2000/sv&#103;">${evil}</q:script>`,
  ),
  'a script of HTML': svg(`<script xmlns="http://www.w3.org/1999/xhtml">${evil}</script>`),
  'a script of HTML in a description': svg(
    `<desc><h:p xmlns:h="http://www.w3.org/1999/xhtml"><h:script>${evil}</h:script></h:p></desc>`,
  ),
  'a script of HTML in metadata': svg(
    `<metadata><h:img xmlns:h="http://www.w3.org/1999/xhtml" src="${far}"/></metadata>`,
  ),
  'a script within an element that shows nothing': svg(`<defs><script>${evil}</script></defs>`),
  'a handler at the root': svg('', ` onload="${evil}"`),
  'a handler in capitals': svg(`<g ONCLICK="${evil}" OnMouseOver="${evil}"/>`),
  'a handler with references': svg(`<g onclick="&#101;vil()"/>`),
  'a handler of an animation': svg(`<animate onbegin="${evil}" attributeName="x" dur="1s"/>`),
  'a handler of SVG Tiny': svg(`<handler type="text/javascript">${evil}</handler>`),
  'a listener of XML Events': svg(
    `<ev:listener xmlns:ev="http://www.w3.org/2001/xml-events" event="load" handler="${far}"/>`,
  ),
  'HTML in a foreignObject': svg(
    `<foreignObject><body xmlns="http://www.w3.org/1999/xhtml"><iframe src="${far}"/></body></foreignObject>`,
  ),
  'HTML outside a foreignObject': svg(`<h:iframe xmlns:h="http://www.w3.org/1999/xhtml" src="${far}"/>`),
  'a foreignObject of its own kind': svg(`<foreignObject><g onclick="${evil}"/></foreignObject>`),
  'MathML with a link': svg(`<math xmlns="http://www.w3.org/1998/Math/MathML" href="${far}"><mi>x</mi></math>`),
  'an element that SVG 2 adds': svg(`<iframe src="${far}"/><audio src="${far}"/><video src="${far}"/><canvas/>`),
  'a link with JavaScript': svg(`<a href="javascript:${evil}"><text>x</text></a>`),
  'a link with JavaScript by xlink': svg(`<a xlink:href="javascript:${evil}"><text>x</text></a>`),
  'a link with JavaScript under another prefix': svg(
    `<a xmlns:l="http://www.w3.org/1999/xlink" l:href="javascript:${evil}"><text>x</text></a>`,
  ),
  'a link with JavaScript behind spaces': svg(`<a href="  &#9;java&#10;script:${evil}"><text>x</text></a>`),
  'a link with JavaScript in capitals': svg(`<a href="JaVaScRiPt:${evil}"><text>x</text></a>`),
  'a link with VBScript': svg(`<a href="vbscript:${evil}"><text>x</text></a>`),
  'a link with data': svg(`<a href="data:text/html,&lt;script>${evil}&lt;/script>"><text>x</text></a>`),
  'a link elsewhere': svg(`<a href="${far}" ping="${far}"><text>x</text></a>`),
  'a use of data': svg(`<use href="${svgData}#x"/>`),
  'a use of another file': svg(`<use xlink:href="${far}.svg#x"/>`),
  'an image from elsewhere': svg(`<image href="${far}.png"/>`),
  'an image from elsewhere without a scheme': svg('<image href="//evil.example/x.png"/>'),
  'an image that is SVG again': svg(`<image href="${svgData}"/>`),
  'an image that is SVG again, in base64': svg(
    `<image href="data:image/svg+xml;base64,${Buffer.from(svg(`<script>${evil}</script>`)).toString('base64')}" id="${evil}"/>`,
  ).replace(` id="${evil}"`, ''),
  'an image of a filter': svg(`<filter id="f"><feImage href="${far}.png"/></filter>`),
  'a gradient of another file': svg(`<linearGradient id="a" href="${far}.svg#g"/>`),
  'a base address': svg('<image href="#x"/>', ` xml:base="${far}/"`),
  'an animation that sets a link': svg(`<a><set attributeName="href" to="javascript:${evil}"/><text>x</text></a>`),
  'an animation that sets an xlink': svg(
    `<a><animate attributeName="xlink:href" values="javascript:${evil};#a" dur="1s"/></a>`,
  ),
  'an animation that sets a link under a prefix of its own': svg(
    `<a><set xmlns:l="http://www.w3.org/1999/xlink" attributeName=" l:href " to="javascript:${evil}"/></a>`,
  ),
  'an animation that sets a handler': svg(`<set attributeName="onmouseover" to="${evil}"/>`),
  'an animation that sets a paint from elsewhere': svg(`<set attributeName="fill" to="url(${far}#p)"/>`),
  'a style that imports': svg(`<style>@import "${far}.css";</style>`),
  'a style that imports an address': svg(`<style>@import url(${far}.css);</style>`),
  'a style that imports with escapes': svg(`<style>@\\69mport "${far}.css";</style>`),
  'a style that imports without an end': svg(`<style>@import '${far}</style>`),
  'a style that loads an image': svg(`<style>rect { fill: url("${far}.svg#p") }</style>`),
  'a style that loads an image with escapes': svg(`<style>rect { fill: u\\72l("${far}.svg#p") }</style>`),
  'a style that loads an image in capitals': svg(`<style>rect { fill: URL( '${far}.svg#p' ) }</style>`),
  'a style that loads a set of images': svg(`<style>rect { background: image-set("${far}.png" 1x) }</style>`),
  'a style that loads a font': svg(`<style>@font-face { font-family: a; src: url(${far}.woff2) }</style>`),
  'a style that holds SVG': svg(`<style>rect { fill: url("data:image/svg+xml,&lt;svg onload=${evil}>") }</style>`),
  'a style in CDATA': svg(`<style><![CDATA[rect { fill: url(${far}.svg#p) }]]></style>`),
  'a style that markup hides': svg(`<style>rect { fill: url(<g>#a</g>${far}.svg#p) }</style>`),
  'a style that a comment hides': svg(`<style>rect { fill: url(<!--#a-->${far}.svg#p) }</style>`),
  'a style within strings that look like comments': svg(
    `<style>a { content: "/*" } b { fill: url(${far}) } c { content: "*/" }</style>`,
  ),
  'a style with an expression': svg(`<style>rect { width: expression(${evil}) }</style>`),
  'a style with a binding': svg(`<style>rect { -moz-binding: url(${far}.xml#b) }</style>`),
  'a style of an element': svg(`<rect style="fill: url(${far}.svg#p)"/>`),
  'a style of an element with references': svg(`<rect style="fill: &#117;rl(${far}.svg#p)"/>`),
  'a paint from elsewhere': svg(`<rect fill="url(${far}.svg#p)"/>`),
  'a filter from elsewhere': svg(`<rect filter="url('${far}.svg#f')"/>`),
  'a mask from elsewhere': svg(`<rect mask="u\\rl(${far}.svg#f)"/>`),
  'a cursor from elsewhere': svg(`<rect cursor="url(${far}.cur), auto"/>`),
  'a stylesheet': `<?xml-stylesheet type="text/css" href="${far}.css"?>${svg('')}`,
  'a stylesheet in XSLT': `<?xml version="1.0"?><?xml-stylesheet type="text/xsl" href="${far}.xsl"?>${svg('')}`,
  'a document type': `<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "${far}.dtd">${svg('')}`,
  'an inclusion': svg(`<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="${far}"/>`),
};

/** Elements and attributes of a text, by its own reading. */
function namesIn(text: string): string[] {
  const names: string[] = [];
  const faults = scanXml(sourceText('b.svg', text), {
    open: (tag) => names.push(tag.local, ...tag.attributes.map(({ local }) => `@${local}`)),
    instruction: (target) => names.push(`?${target}`),
  });
  expect(faults).toEqual([]);
  return names;
}

describe('what an attacker writes into an SVG image', () => {
  test.each(Object.entries(attacks))('%s is not published', (_, text) => {
    expect(text.includes('evil') || text.includes('&#101;vil') || text.includes('data:image/svg')).toBe(true);
    const { text: published, out } = cleaned(text);
    expect(out.length).toBeGreaterThan(0);
    expect(published).not.toMatch(/evil|data:image\/svg|script:|<!DOCTYPE/i);
    expect(namesIn(published).filter((name) => /script|^@on|foreign|iframe|handler|listener|^\?/i.test(name))).toEqual(
      [],
    );
    expect(cleaned(published)).toEqual({ text: published, out: [] });
  });

  test('there are enough of them', () => {
    expect(Object.keys(attacks).length).toBeGreaterThanOrEqual(60);
  });
});

describe('what a draughtsman writes into an SVG image', () => {
  test('is published byte for byte', () => {
    const drawing = `\uFEFF<?xml version="1.0" encoding="utf-8" standalone="no"?>
<!-- Created by hand -->
<svg xmlns="${svgNs}" xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape" viewBox="0 0 9 9"
 inkscape:version="1.2">
<metadata><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="https://example.org/"/></rdf:RDF></metadata>
<style>@font-face { font-family: "A"; src: url(data:font/woff2;base64,d09GMg==) } .a { fill: url(#g); clip-path: url('#c') } /* é */</style>
<defs><linearGradient id="g"><stop offset="0" stop-color="#fff"/></linearGradient><clipPath id="c"><rect width="9" height="9"/></clipPath></defs>
<inkscape:page id="p"/><use href="#g"/><use xlink:href="#c"/><image href="${png}" width="1"/><a href="#g"><text class="a">Grüße &amp; more</text></a>
<rect fill="url(#g)" style="stroke: url(&quot;#g&quot;)"><animate attributeName="width" values="1;9" dur="1s"/></rect></svg>
`;
    expect(cleaned(drawing)).toEqual({ text: drawing, out: [] });
  });

  test('stays where something else is taken out', () => {
    const { text, out } = cleaned(
      svg(
        `<style>@import url('${far}.css'); .a { fill: red }</style><g class="a" onclick="x"><text xml:space="preserve">a  &lt;b&gt; &#233;</text></g>`,
      ),
    );
    expect(text).toContain('.a { fill: red }');
    expect(text).toContain('<g class="a"><text xml:space="preserve">a  &lt;b&gt; é</text></g>');
    expect(out).toEqual(['what a style loads', 'onclick']);
  });

  test('is rewritten as UTF-8 where it is encoded otherwise, and nothing needs to be said', () => {
    const latin1 = Buffer.from(`<?xml version="1.0" encoding="ISO-8859-1"?>${svg('<text>é</text>')}`, 'latin1');
    const { text, out } = cleaned(latin1);
    expect(out).toEqual([]);
    expect(text).toContain('encoding="UTF-8"');
    expect(text).toContain('<text>é</text>');
    const wide = Buffer.from(`\uFEFF${svg(`<script>${evil}</script><text>é</text>`)}`, 'utf16le');
    expect(cleaned(wide)).toMatchObject({ out: ['<script>'] });
    expect(cleaned(wide).text).toContain('<text>é</text>');
  });
});

test.each<readonly [string, string | Uint8Array, RegExp]>([
  ['entities', `<!DOCTYPE svg [<!ENTITY e "<script>evil()</script>">]>${svg('&e;')}`, /declarations/],
  [
    'external entities',
    `<!DOCTYPE svg [<!ENTITY e SYSTEM "file:///etc/passwd">]>${svg('<text>&e;</text>')}`,
    /declarations/,
  ],
  ['an entity that nothing declares', svg('<text>&e;</text>'), /not well-formed/],
  ['an end tag that is missing', `<svg xmlns="${svgNs}"><g>`, /not well-formed/],
  ['elements nested without end', svg('<g>'.repeat(100_000) + '</g>'.repeat(100_000)), /nested/],
  ['an encoding that browsers may read otherwise', `<?xml version="1.0" encoding="UTF-7"?>${svg('')}`, /encoding/],
  ['bytes that are not its encoding', Buffer.concat([Buffer.from(svg('<text>é</text>'), 'latin1')]), /UTF-8/],
  ['no namespace', '<svg><script>evil()</script></svg>', /namespace/],
  ['another root', '<html xmlns="http://www.w3.org/1999/xhtml"/>', /namespace/],
  ['a prefix that nothing declares', svg('<x:g/>'), /not well-formed/],
])('an SVG with %s is refused, since nobody can say what it does', (_, text, why) => {
  expect(refused(text)).toMatch(why);
});

/** An edition that shows these files. */
function edition(
  files: Readonly<Record<string, string | Uint8Array>>,
  urls: readonly string[] = Object.keys(files),
): string {
  const shown = urls.map((url) => `<figure><graphic url="${url}"/></figure>`).join('');
  return newFolder({
    ...files,
    'letters.xml': tei(`<div type="document" xml:id="d1"><head>1</head><p>Words</p>${shown}</div>`),
  });
}

async function built(
  folder: string,
): Promise<{ findings: readonly Finding[]; out: string; page: string; unchanged: boolean }> {
  const out = join(folder, 'dist');
  const { findings, unchanged } = await build({ path: folder, out, check: false });
  return { findings, out, unchanged, page: readFileSync(join(out, 'documents/d1.html'), 'utf8') };
}

const pngBytes = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex');
const jpegBytes = Buffer.from('ffd8ffe000104a464946', 'hex');
const evilSvg = `<svg xmlns="${svgNs}" width="20" onload="parent.PWN=30">\n<script>parent.PWN=31</script></svg>`;

describe('an edition that shows images', () => {
  test('publishes an SVG without its script, with a finding that has a line; the file stays', async () => {
    const folder = edition({ 'seal.svg': evilSvg });
    const { findings, out } = await built(folder);
    expect(findings).toMatchObject([
      { code: 'image-cleaned', span: { file: 'seal.svg', start: { line: 1, column: 52 } } },
    ]);
    expect(findings[0]!.message).toContain('onload (line 1), <script> (line 2)');
    expect(findings[0]!.related).toMatchObject([{ span: { start: { line: 2 } } }]);
    expect(readFileSync(join(out, 'images/seal.svg'), 'utf8')).not.toMatch(/PWN|script|onload/);
    expect(readFileSync(join(folder, 'seal.svg'), 'utf8')).toBe(evilSvg);
  });

  test.each<readonly [string, string, string | Uint8Array, RegExp]>([
    ['HTML', 'a.png', '<!DOCTYPE html><script>evil()</script>', /named as a PNG image but is HTML/],
    ['SVG', 'a.png', evilSvg, /is SVG/],
    ['SVG behind a declaration', 'a.jpg', `<?xml version="1.0"?>\n${evilSvg}`, /is SVG/],
    ['HTML', 'a.gif', ' <html>', /is HTML/],
    ['text', 'a.webp', 'Dear Sir', /not an image that we know/],
    ['nothing', 'a.avif', '', /empty/],
    ['a compressed SVG', 'a.svg', gzipSync(evilSvg), /gzip/],
    ['a PNG', 'a.svg', pngBytes, /a PNG image/],
    ['HTML', 'a.svg', '<!doctype html><svg onload="evil()">', /HTML/],
    ['a script', 'a.SVG', 'evil()', /not well-formed/],
  ])('does not publish %s under the name %s', async (_, name, bytes, message) => {
    const { findings, out, page } = await built(edition({ [name]: bytes }));
    expect(findings.map(({ code }) => code)).toEqual(['image-refused']);
    expect(findings[0]!.message).toMatch(message);
    expect(existsSync(join(out, 'images'))).toBe(false);
    expect(page).toContain('[Image');
  });

  test('publishes pictures of every kind, and says where a name is of another kind', async () => {
    const avif = Buffer.from('0000001c66747970617669660000000061766966', 'hex');
    const webp = Buffer.from('RIFF\0\0\0\0WEBPVP8 ', 'latin1');
    const kinds = {
      'a.png': pngBytes,
      'b.JPEG': jpegBytes,
      'c.gif': 'GIF89a',
      'd.webp': webp,
      'e.avif': avif,
      'f.png': jpegBytes,
    };
    const { findings, out } = await built(edition(kinds));
    expect(findings.map(({ code, message }) => [code, message.slice(0, 5)])).toEqual([['image-kind', 'f.png']]);
    for (const [name, bytes] of Object.entries(kinds))
      expect(readFileSync(join(out, 'images', name))).toEqual(Buffer.from(bytes));
  });

  test('says it again when nothing has changed, and sees a file that is put right', async () => {
    const folder = edition({ 'a.svg': evilSvg, 'b.png': 'Dear Sir' });
    const first = await built(folder);
    const second = await built(folder);
    expect(second.unchanged).toBe(true);
    expect(second.findings).toEqual(first.findings);
    writeFileSync(join(folder, 'b.png'), pngBytes);
    // The same image in other lines: what is published stays the same, what is said does not.
    writeFileSync(join(folder, 'a.svg'), evilSvg.replace('\n', ' '));
    const third = await built(folder);
    expect(third.findings.map(({ code }) => code)).toEqual(['image-cleaned']);
    expect(third.findings[0]!.message).toContain('<script> (line 1)');
    expect(third.page).toContain('src="../images/b.png"');
  });

  test('names the images that are not there, in one finding, until they are', async () => {
    const folder = edition({}, ['a.png', 'my%20seal.svg', 'https://example.org/b.png', 'a.png']);
    const { findings } = await built(folder);
    expect(findings.map(({ code, message }) => [code, message])).toEqual([
      ['image-missing', '2 images are not in the folder of the edition: a.png, my seal.svg.'],
    ]);
    writeFileSync(join(folder, 'my seal.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
    const second = await built(folder);
    expect(second.findings.map(({ message }) => message)).toEqual([
      'a.png, shown in letters.xml, is not in the folder of the edition.',
    ]);
    expect((await built(folder)).findings).toEqual(second.findings);
    writeFileSync(join(folder, 'a.png'), pngBytes);
    const third = await built(folder);
    expect(third.findings).toEqual([]);
    expect(third.page).toContain('src="../images/a.png"');
  });

  test('takes nothing from outside, whatever the address looks like', async () => {
    const outside = newFolder({ 'secret.png': pngBytes });
    const up = `../${outside.split('/').at(-1)!}/secret.png`;
    const urls = [
      up,
      up.replaceAll('/', '%2f'),
      up.replace('../', '%2e%2e%2f'),
      `/${up}`,
      `file://${outside}/secret.png`,
      'in/secret.png',
    ];
    const folder = edition({}, [
      ...urls,
      'sub%2f..%2f..%2fx.png',
      'a%00.png',
      '%',
      '%zz.png',
      `${'n'.repeat(5000)}.png`,
    ]);
    symlinkSync(outside, join(folder, 'in'));
    const { out, page } = await built(folder);
    expect(existsSync(join(out, 'images'))).toBe(false);
    expect(page).not.toContain('<img');
  });

  test('reads neither folders nor pipes that are named as images', async () => {
    const folder = edition({}, ['folder.png', 'pipe.png', 'loop.png', 'pipe.svg']);
    mkdirSync(join(folder, 'folder.png'));
    symlinkSync('loop.png', join(folder, 'loop.png'));
    execFileSync('mkfifo', [join(folder, 'pipe.png'), join(folder, 'pipe.svg')]);
    const { findings } = await built(folder);
    const refusals = findings.filter(({ code }) => code !== 'link-out-of-folder');
    expect(refusals.map(({ code, message }) => [code, message.slice(0, 8)])).toEqual([
      ['image-refused', 'folder.p'],
      ['image-refused', 'pipe.png'],
      ['image-refused', 'pipe.svg'],
      ['image-missing', 'loop.png'],
    ]);
  });

  test('finds a name with references, which Word files and web pages have', async () => {
    const { page } = await built(
      edition({ 'Grüße 1.png': pngBytes, '100%.png': pngBytes }, ['Gr%C3%BC%C3%9Fe%201.png', '100%.png']),
    );
    expect(page).toContain('src="../images/Gr%C3%BC%C3%9Fe%201.png"');
    expect(page).toContain('src="../images/100%25.png"');
  });

  test('does not publish an SVG that is too large to be read', () => {
    const folder = newFolder({ 'a.svg': Buffer.alloc(33_000_000, 0x20) });
    const images = findImages(folder);
    expect(images.find('a.svg', { source: { path: 'a.xml' } })).toBeUndefined();
    expect(images.findings.map(({ message }) => message)).toEqual([
      'a.svg, shown in a.xml, is not in the edition: it is larger than 32 MB.',
    ]);
  });
});
