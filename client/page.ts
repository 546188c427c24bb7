import { Bar, button, copy } from './bar.ts';
import { findAll, type Hit } from './find.ts';
import { PageText } from './page-text.ts';
import { closeNote, openNotesFrom } from './note-sheet.ts';
import { passageOf, type Sought, soughtIn } from './passage.ts';
import { wantedOf } from './query.ts';

/** What the page of a text does where scripts run: shows what was sought in it, cites what is selected. Without it the page lacks nothing else. */

const main = document.querySelector<HTMLElement>('main')!;
const bar = new Bar();

let read: PageText | undefined;
const text = (): PageText => (read ??= new PageText(main));

/** Marks words in the page without changing it. */
function highlight(name: string, ranges: readonly Range[]): void {
  if (typeof Highlight === 'undefined') return;
  CSS.highlights.set(name, new Highlight(...ranges));
}

function show(range: Range | undefined): void {
  if (!range) return;
  const { top } = range.getBoundingClientRect();
  scrollTo({ top: scrollY + top - innerHeight / 3 });
}

/** The words of a passage of which the address has the first and the last. */
async function passage(hit: Hit, to: string): Promise<Hit> {
  const last = (await findAll(wantedOf(to), text().lookup)).find((one) => one.from >= hit.from);
  return last ? { ...hit, to: last.to, marks: [[hit.from, last.to]] } : hit;
}

async function find({ query, hit, to }: Sought): Promise<void> {
  const hits = await findAll(wantedOf(query), text().lookup);
  if (hits.length === 0) return;
  if (to !== undefined) {
    const ranges = text().rangesOf(await passage(hits[Math.min(hit, hits.length) - 1]!, to));
    highlight('hit', ranges);
    show(ranges[0]);
    return;
  }
  highlight('found', hits.flatMap((one) => text().rangesOf(one))); // prettier-ignore
  const go = (number: number): void => {
    const ranges = text().rangesOf(hits[number - 1]!);
    highlight('hit', ranges);
    show(ranges[0]);
    const said = hits.length === 1 ? 'One place in this text' : `Place ${number} of ${hits.length} in this text`;
    const others = hits.length === 1 ? [] : [
      button('Previous', () => go(number === 1 ? hits.length : number - 1)),
      button('Next', () => go(number === hits.length ? 1 : number + 1)),
    ]; // prettier-ignore
    bar.show(said, ...others, button('Close', close));
  };
  go(Math.min(hit, hits.length));
}

function close(): void {
  highlight('found', []);
  highlight('hit', []);
  bar.hide();
}

let citing = false;

async function cite(): Promise<void> {
  const selection = getSelection();
  const range = selection && !selection.isCollapsed ? selection.getRangeAt(0) : undefined;
  const found = range && main.contains(range.startContainer) ? await passageOf(range, text()) : undefined;
  if (!found) {
    if (citing) bar.hide();
    citing = false;
    return;
  }
  citing = true;
  const both = button('Copy citation', () => void copy(`${found.citation}\n${found.address}`, both));
  const link = button('Copy link', () => void copy(found.address, link));
  bar.show(found.citation, both, link);
}

let waiting: ReturnType<typeof setTimeout> | undefined;
document.addEventListener('selectionchange', () => {
  clearTimeout(waiting);
  waiting = setTimeout(() => void cite(), 200);
});
document.addEventListener('keydown', ({ key }) => {
  if (key !== 'Escape') return;
  closeNote();
  close();
});

const cited = document.querySelector('#o\\:cite p');
if (cited) {
  const all = button('Copy', () => void copy(cited.textContent?.trim() ?? '', all));
  all.lang = 'en';
  cited.after(all);
}

function follow(): void {
  const sought = soughtIn(location.hash);
  if (sought) void find(sought);
}
openNotesFrom(main);
addEventListener('hashchange', follow);
follow();
