import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { build } from '../../src/publish/run.ts';
import { type Browser, hasChromium, needsChromium, startBrowser } from '../harness/chromium.ts';
import { letter, tei } from '../harness/letters.ts';
import { newFolder } from '../harness/scratch.ts';

/** What a browser does with built pages: it applies their style and has nothing to complain of, and runs no code that got into them. */

if (!hasChromium) console.warn('tests/attacks/in-a-browser.test.ts is skipped: chromium is not here');

const pwn = 'document.documentElement.setAttribute("data-pwn","1")';
const evilSvg = `<svg xmlns="http://www.w3.org/2000/svg" width="20" height="20" onload='${pwn}'><script>${pwn}</script><rect width="9" height="9"/></svg>`;
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

describe.skipIf(!hasChromium)(`Built pages in a browser${needsChromium}`, () => {
  let browser: Browser;
  let out = '';
  let folder = '';
  const address = (path: string): string => pathToFileURL(join(out, path)).href;

  beforeAll(async () => {
    const figures = '<figure><graphic url="seal.svg"/></figure><figure><graphic url="page.png"/></figure>';
    const table = '<table><row><cell>1</cell><cell>2</cell></row></table>';
    folder = newFolder({
      'a.xml': tei(
        `${letter('d1', 'The words of a letter.').replace('</div>', `${table}${figures}</div>`)}${letter('d2', 'More.')}`,
      ),
      'seal.svg': evilSvg,
      'page.png': png,
    });
    out = join(folder, 'dist');
    await build({ path: folder, out });
    browser = startBrowser();
  });
  afterAll(() => browser.close());

  it('have their style and their images, and break no policy', async () => {
    for (const path of ['index.html', 'documents/d1.html', 'documents/d2.html']) {
      const { value, complaints } = await browser.open(address(path));
      expect(await value('document.styleSheets.length'), path).toBeGreaterThan(0);
      // A browser without our style uses its own.
      expect(
        await value('getComputedStyle(document.body).maxWidth + getComputedStyle(document.body).fontFamily'),
      ).not.toMatch(/^none"?Times New Roman/);
      expect(await value('[...document.images].filter((one) => one.naturalWidth === 0).length')).toBe(0);
      expect(complaints, path).toEqual([]);
    }
    const { value } = await browser.open(address('documents/d1.html'));
    expect(await value('document.images.length')).toBe(2);
    await value('document.querySelector("a[href$=\'d2.html\']").click()');
    await expect.poll(() => value('location.pathname + document.readyState')).toMatch(/d2\.htmlcomplete$/);
  });

  it.each([
    ['an inline script', `<script>${pwn}</script>`],
    ['a handler', `<img src="x" onerror='${pwn}'/>`],
    ['a script from elsewhere', '<script src="https://evil.example/evil.js"></script>'],
    ['a script in data', `<script src='data:text/javascript,${pwn}'></script>`],
    ['a frame', `<iframe srcdoc='<script>parent.${pwn}</script>'></iframe>`],
    ['a base address', '<base href="https://evil.example/"/><script src="evil.js"></script>'],
  ])('do not run %s that got into them', async (_, code) => {
    const page = readFileSync(join(out, 'documents/d1.html'), 'utf8');
    writeFileSync(join(out, 'evil.js'), pwn);
    writeFileSync(
      join(out, 'documents/evil.html'),
      page.replace('</main>', () => `${code}</main>`),
    );
    expect(readFileSync(join(out, 'documents/evil.html'), 'utf8')).toContain(code);
    const { value, complaints } = await browser.open(address('documents/evil.html'));
    expect(await value('document.documentElement.hasAttribute("data-pwn")')).toBe(false);
    expect(complaints.join('\n')).toMatch(/Content Security Policy|Content-Security-Policy/);
  });

  it('show an SVG that runs nothing when it is opened by itself, as the file of the edition does', async () => {
    expect(readdirSync(join(out, 'images')).sort()).toEqual(['page.png', 'seal.svg']);
    const published = await browser.open(address('images/seal.svg'));
    expect(await published.value('document.documentElement.localName')).toBe('svg');
    expect(await published.value('document.documentElement.hasAttribute("data-pwn")')).toBe(false);
    const own = await browser.open(pathToFileURL(join(folder, 'seal.svg')).href);
    expect(await own.value('document.documentElement.hasAttribute("data-pwn")')).toBe(true);
  });
});
