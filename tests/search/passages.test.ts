import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { build } from '../../src/publish/run.ts';
import { verify } from '../../src/verify/run.ts';
import { type Browser, hasChromium, needsChromium, offline, type OpenPage, startBrowser } from '../harness/chromium.ts';
import { tei } from '../harness/letters.ts';
import { newFolder } from '../harness/scratch.ts';

/** What scripts add to the page of a text: words that were sought are marked, passages cited, notes shown at the bottom edge. And that it lacks nothing else without them. */

if (!hasChromium) console.warn('tests/search/passages.test.ts is skipped: chromium is not here');

const filler = Array.from({ length: 60 }, (_, i) => `<p>Paragraph ${i + 1} of many that make a page long.</p>`).join(
  '\n',
);
const edition =
  tei(`<pb n="590"/><div type="document" xml:id="d1" n="1"><head>First</head><p>The first letter.</p></div>
<div type="document" xml:id="d2" n="2"><head>Second<note n="*" xml:id="fn0">A source note.</note></head>
<p xml:id="p1">Before any mark of a page are these words.</p>
<p xml:id="p2">Nixon<note n="1" xml:id="fn1">The note speaks of a bridge.</note> said: one long pa<hi rend="italic">ssa</hi>ge that <pb n="591"/>crosses the end of a page, and more and more words.<note n="2" xml:id="fn2">Another note.</note></p>
<table xml:id="t1"><row><cell>upper cell</cell><cell>other cell</cell></row><row><cell>lower</cell><cell>last cell</cell></row></table>
<lg xml:id="v1"><l n="5">Roses of the</l><l n="6">garden grow</l></lg>
${filler}
<p xml:id="p3">said<note n="3" xml:id="fn3">At the end.</note></p></div>`);

const narrow = async (tell: Parameters<typeof offline>[0]): Promise<unknown> => {
  await offline(tell);
  return tell('Emulation.setDeviceMetricsOverride', { width: 360, height: 640, deviceScaleFactor: 1, mobile: true });
};
const withoutScripts = (tell: Parameters<typeof offline>[0]): Promise<unknown> =>
  tell('Emulation.setScriptExecutionDisabled', { value: true });

const bar = `document.querySelector('.bar p')?.textContent`;
const marked = (name: string): string => `[...(CSS.highlights.get('${name}') ?? [])].map(String)`;
/** What is marked as it would be selected: without numbers of notes and pages. */
const selectMarked = `(() => { const [hit] = CSS.highlights.get('hit') ?? []; if (!hit) return ''; const range = document.createRange(); range.setStart(hit.startContainer, hit.startOffset); range.setEnd(hit.endContainer, hit.endOffset); getSelection().removeAllRanges(); getSelection().addRange(range); return getSelection().toString(); })()`;
const inNode = (id: string): string => `document.getElementById('${id}')`;
const select = (expression: string): string => `(() => { ${expression}; return getSelection().toString(); })()`;
const selectAll = (id: string): string => select(`getSelection().selectAllChildren(${inNode(id)})`);

describe.skipIf(!hasChromium)(`The page of a text${needsChromium}`, () => {
  let browser: Browser;
  let address = '';
  const opened = (hash = '', prepare = offline): Promise<OpenPage> => browser.open(address + hash, prepare);

  beforeAll(async () => {
    const folder = newFolder({ 'a.xml': edition });
    const out = join(folder, 'dist');
    await build({ path: folder, out, formats: ['html'] });
    expect((await verify({ path: folder, out })).losses).toEqual([]);
    address = pathToFileURL(join(out, 'documents/d2.html')).href;
    browser = startBrowser();
  });
  afterAll(() => browser.close());

  it.each([
    ['before the first mark of a page', selectAll('p1'), /Document 2, p\. 590\.$|, p\. 590\.$/],
    ['across the end of a page', selectAll('p2'), /, pp\. 590–591\.$/],
    ['in a note: the page of its call', selectAll('fn1'), /, p\. 590, note 1\.$/],
    ['in a note called on the next page', selectAll('fn2'), /, p\. 591, note 2\.$/],
    [
      'in a table',
      select(`getSelection().selectAllChildren(document.querySelector('td, th').closest('table'))`),
      /, p\. 591\.$/,
    ],
    ['in lines of verse', selectAll('v1'), /, p\. 591, lines 5–6\.$/],
  ])('cites a passage %s', async (_, selecting, citation) => {
    const page = await opened();
    expect(await page.value(selecting)).not.toMatch(/\[Page|Nixon1/);
    await expect.poll(() => page.value(bar)).toMatch(citation);
    expect(page.complaints).toEqual([]);
  });

  it.each([
    ['a whole paragraph over the end of a page', selectAll('p2')],
    [
      'a few words',
      select(`getSelection().setBaseAndExtent(${inNode('p1')}.firstChild, 7, ${inNode('p1')}.firstChild, 20)`),
    ],
    ['a note', selectAll('fn1')],
    [
      'several blocks',
      select(
        `getSelection().setBaseAndExtent(${inNode('p1')}.firstChild, 0, document.querySelectorAll('td')[2].firstChild, 5)`,
      ),
    ],
    ['the second of two places with the same word', selectAll('p3')],
  ])('gives %s an address that leads back to it and marks it', async (_, selecting) => {
    const page = await opened();
    const selected = String(await page.value(selecting))
      .replace(/\W+/g, ' ')
      .trim();
    await expect.poll(() => page.value(bar)).toMatch(/\d/);
    await page.value(
      `navigator.clipboard.writeText = (words) => { globalThis.copied = words; return Promise.resolve(); }`,
    );
    await page.value(`document.querySelectorAll('.bar button')[1].click()`);
    const link = String(await page.value('globalThis.copied'));
    expect(link.startsWith(`${address}#find=`)).toBe(true);
    const back = await opened(link.slice(address.length));
    await expect.poll(() => back.value(marked('hit'))).toHaveLength(1);
    const found = String(await back.value(selectMarked));
    expect(found.replace(/\W+/g, '')).toBe(selected.replace(/\W+/g, ''));
    const top = Number(await back.value(`[...CSS.highlights.get('hit')][0].getBoundingClientRect().top`));
    expect(top).toBeGreaterThanOrEqual(-1);
    expect(top).toBeLessThan(Number(await back.value('innerHeight')));
  });

  it('marks all words that were sought, over note calls and in notes, and goes from one to the next', async () => {
    const page = await opened('#find=nixon.said&hit=1');
    await expect.poll(() => page.value(marked('hit'))).toEqual(['Nixon1 said']);
    const all = await opened('#find=said|bridge&hit=3');
    await expect.poll(() => all.value(bar)).toBe('Place 3 of 3 in this text');
    expect(await all.value(marked('hit'))).toEqual(['bridge']);
    await all.value(`[...document.querySelectorAll('.bar button')].find((one) => one.textContent === 'Next').click()`);
    await expect.poll(() => all.value(bar)).toBe('Place 1 of 3 in this text');
    await all.press('Escape');
    expect(await all.value(marked('hit'))).toEqual([]);
    expect(await all.value('document.querySelector(".bar").hidden')).toBe(true);
  });

  it('shows notes at the bottom edge of a small screen, where they never cover their calls', async () => {
    const page = await opened('', narrow);
    for (const call of ['call:1', 'call:2', 'call:4']) {
      await page.value(
        `${inNode(call)}.scrollIntoView({ block: 'end', behavior: 'instant' }); ${inNode(call)}.click()`,
      );
      const sheet = `document.querySelector('.note.sheet').getBoundingClientRect()`;
      expect(await page.value(`${inNode(call)}.getBoundingClientRect().bottom <= ${sheet}.top`), call).toBe(true);
      expect(await page.value(`Math.round(${sheet}.bottom) === innerHeight`)).toBe(true);
      expect(await page.value(`document.querySelectorAll('.note').length`)).toBe(4);
      expect(await page.value('document.activeElement.className')).toContain('sheet');
    }
    await page.press('Escape');
    expect(await page.value(`document.querySelectorAll('.sheet, .close').length`)).toBe(0);
    expect(await page.value('document.activeElement.id')).toBe('call:4');
  });

  it('has calls of 24 pixels each way, and neighbours that can be read, on a small screen', async () => {
    const page = await opened('', narrow);
    const sizes = `[...document.querySelectorAll('[role=doc-noteref]')].map((one) => one.getBoundingClientRect()).filter(({ width, height }) => width < 24 || height < 24).length`;
    expect(await page.value(sizes)).toBe(0);
    const step = `(() => { const a = document.querySelector('.steps .previous a'); return [a.scrollWidth <= a.clientWidth, getComputedStyle(a, '::after').content]; })()`;
    expect(await page.value(step)).toEqual([true, '"1"']);
  });

  it('lacks nothing without scripts: a call is a link to its note, and back', async () => {
    const page = await opened('', withoutScripts);
    expect(await page.value('document.querySelectorAll(".bar, .citation button").length')).toBe(0);
    expect(await page.value(`${inNode('call:2')}.getAttribute('href')`)).toBe('#fn1');
    expect(await page.value(`${inNode('fn1')}.querySelector('[role=doc-backlink]').getAttribute('href')`)).toBe(
      '#call:2',
    );
  });
});
