import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { wantedOf } from '../../client/query.ts';
import { build } from '../../src/publish/run.ts';
import { verify } from '../../src/verify/run.ts';
import { type Browser, hasChromium, needsChromium, offline, type OpenPage, startBrowser } from '../harness/chromium.ts';
import { letter, tei } from '../harness/letters.ts';
import { hasCorpus, needsCorpus, volume12 } from '../harness/places.ts';
import { newFolder } from '../harness/scratch.ts';
import { readFolder } from '../harness/edition.ts';
import { filesOf } from '../harness/whole-formats.ts';
import { asking, makeFormat } from './asking.ts';

/** The page that searches, in a browser, from a disk, without a network. */

if (!hasChromium) console.warn('tests/search/in-a-browser.test.ts is skipped: chromium is not here');

const isReady = '!document.querySelector("main").hasAttribute("aria-busy") && !document.querySelector("form").hidden';

async function opened(browser: Browser, address: string): Promise<OpenPage> {
  const page = await browser.open(address, offline);
  await expect.poll(() => page.value(isReady), { timeout: 20_000 }).toBe(true);
  return page;
}

const listed = `[...document.querySelectorAll('li[data-document]')].map(({ dataset }) => [dataset.document, dataset.field, dataset.page, dataset.pageEnd].filter(Boolean).join(' '))`;
const status = `document.querySelector('[role=status]').textContent`;

const texts = tei(
  `<pb n="590"/>${letter('d1', 'A silver <pb n="591"/>bridge &lt;img src=x onerror=alert(1)&gt;')}
${letter('d2', 'A golden bridge.').replace('<p>', '<dateline><date when="1890-05-02">2 May</date></dateline><p><persName ref="p.xml#K">Karl</persName> ')}`,
);
const people = tei('<p/>').replace(
  '<text>',
  '<standOff><listPerson><person xml:id="K"><persName>Karl</persName></person></listPerson></standOff><text>',
);

describe.skipIf(!hasChromium)(`The page that searches${needsChromium}`, () => {
  let browser: Browser;
  let out = '';
  const search = (query: string): Promise<OpenPage> =>
    opened(browser, `${pathToFileURL(join(out, 'search.html')).href}?${query}`);

  beforeAll(async () => {
    const folder = newFolder({ 'a.xml': texts, 'p.xml': people });
    out = join(folder, 'dist');
    const { findings } = await build({ path: folder, out, formats: ['html', 'search'] });
    expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect((await verify({ path: folder, out })).losses).toEqual([]);
    browser = startBrowser();
  });
  afterAll(() => browser.close());

  it('answers what its address asks, from files of the edition alone', async () => {
    const page = await search('q=bridge');
    expect(await page.value(listed)).toEqual(['d1 text 591', 'd2 text 591']);
    expect(await page.value(status)).toBe('2 places in 2 texts for bridge.');
    expect(await page.value('document.querySelector("li .snippet").innerHTML')).toBe(
      'A silver <mark>bridge</mark> &lt;img src=x onerror=alert(1)&gt;',
    );
    expect(await page.value('document.querySelector("main li a").getAttribute("href")')).toBe(
      'documents/d1.html#find=bridge&hit=1',
    );
    expect(page.complaints).toEqual([]);
    expect(page.requests.length).toBeGreaterThan(5);
    expect(page.requests.filter((one) => !one.startsWith('file:'))).toEqual([]);
  });

  it.each([
    ['q=%22silver+bridge%22', ['d1 text 590 591']],
    ['q=note&in=note', ['d1 note 591', 'd2 note 591']],
    ['q=bridge&from=1890&to=1890-05', ['d2 text 591']],
    ['q=bridge&to=1889', []],
    ['q=bridge&person=K', ['d2 text 591']],
    ['q=brigde&sort=order', ['d1 text 591', 'd2 text 591']],
    ['q=bridge&kind=section', []],
  ])('answers %s', async (query, answers) => {
    expect(await (await search(query)).value(listed)).toEqual(answers);
  });

  it('is worked by keys alone, and keeps its address as what is shown', async () => {
    const page = await search('');
    expect(await page.value('document.activeElement.name')).toBe('q');
    for (const key of 'golden') await page.press(key);
    await page.press('Enter');
    await expect.poll(() => page.value(listed)).toEqual(['d2 text 591']);
    expect(await page.value('location.search')).toBe('?q=golden');
    await page.press('ArrowDown');
    expect(await page.value('document.activeElement.textContent')).toBe('Page 591');
    await page.press('/');
    expect(await page.value('document.activeElement.name + getSelection().toString()')).toBe('qgolden');
  });

  it('says which file of a damaged edition cannot be read', async () => {
    const broken = join(newFolder(), 'dist');
    const folder = newFolder({ 'a.xml': texts, 'p.xml': people });
    await build({ path: folder, out: broken, formats: ['html', 'search'] });
    rmSync(join(broken, 'search/words/0.js'));
    const page = await opened(browser, `${pathToFileURL(join(broken, 'search.html')).href}?q=bridge`);
    expect(await page.value(status)).toBe('The index cannot be read: search/words/0.js.');
  });

  it.skipIf(!hasCorpus)(
    `answers as the index of a volume does${needsCorpus}`,
    async () => {
      const dist = join(newFolder(), 'dist');
      await build({ path: volume12, out: dist, formats: ['html', 'search'] });
      const ask = asking(filesOf(await makeFormat(), readFolder(volume12)));
      const queries = [
        '"suez canal ceasefire"',
        'dobrynin backchannel',
        '"to be"',
        '"nixon s"',
        'kissinger',
        'sonnenf*',
        '"archives nixon presidential materials nsc"',
        'moscow|kiev',
      ];
      const page = await opened(browser, pathToFileURL(join(dist, 'search.html')).href);
      for (const query of queries) {
        await page.value(
          `document.querySelector('[name=q]').value = ${JSON.stringify(query)}; document.querySelector('form').requestSubmit()`,
        );
        await expect.poll(() => page.value(isReady), { timeout: 20_000 }).toBe(true);
        const answers = await ask.answers(wantedOf(query));
        const expected = answers.map(({ where: { unit, field, page: label }, lastPage }) =>
          [unit.row[0], field, label, ...(lastPage === label ? [] : [lastPage])].join(' '),
        );
        expect(await page.value(listed), query).toEqual(expected.slice(0, 1000));
      }
      expect(page.requests.filter((one) => !one.startsWith('file:'))).toEqual([]);
    },
    120_000,
  );
});
