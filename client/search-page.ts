import type { Directory } from '../src/formats/html/search/shard.ts';
import { type Asked, filterOf } from './filter.ts';
import { findAll } from './find.ts';
import { IndexFiles } from './index-files.ts';
import { loadScript } from './load-script.ts';
import { respelt } from './one-error.ts';
import { type Wanted, wantedOf } from './query.ts';
import { type Found, ResultList, type Say } from './results.ts';
import { Units } from './units.ts';

/** The page that searches: reads what is asked from its address, finds it, lists it, and keeps the address as what is shown. */

const main = document.querySelector<HTMLElement>('#o\\:search')!;
const form = main.querySelector('form')!;
const field = form.querySelector<HTMLInputElement>('[name=q]')!;
const status = main.querySelector<HTMLElement>('[role=status]')!;
const list = main.querySelector<HTMLElement>('.results')!;

/** The page says in `data-` attributes what is to be said; `{name}` is a value. */
const say: Say = (name, values = {}) =>
  (main.dataset[name] ?? '').replace(/\{(\w+)\}/g, (_, value: string) => values[value] ?? '');

const names = ['q', 'in', 'kind', 'chapter', 'from', 'to', 'person', 'sort'] as const;

const askedFrom = (parameters: URLSearchParams): Asked =>
  Object.fromEntries(names.map((name) => [name, parameters.get(name)?.trim() ?? ''])) as unknown as Asked;

interface Engine {
  readonly files: IndexFiles;
  readonly units: Units;
  readonly results: ResultList;
}

let engine: Promise<Engine> | undefined;

function start(): Promise<Engine> {
  engine ??= loadScript('index').then((directory) => {
    const files = new IndexFiles(directory as Directory, loadScript);
    return { files, units: new Units(files), results: new ResultList(list, files, say) };
  });
  engine.catch(() => (engine = undefined));
  return engine;
}

/** The hits of a query where they are. */
async function find({ files, units }: Engine, wanted: readonly Wanted[]): Promise<Found[]> {
  const hits = await findAll(wanted, files.lookup);
  await units.load(hits.flatMap(({ from, to }) => [from, to - 1]));
  let [unit, number] = [-1, 0];
  return hits.map((hit) => {
    const where = units.where(hit.from);
    number = where.unit.number === unit ? number + 1 : 1;
    unit = where.unit.number;
    return { hit, where, lastPage: units.where(hit.to - 1).page, number };
  });
}

async function filtered({ units }: Engine, asked: Asked, found: readonly Found[]): Promise<readonly Found[]> {
  const isAsked = names.some((name) => name !== 'q' && name !== 'sort' && asked[name] !== '');
  if (!isAsked) return found;
  const named = asked.person === '' ? undefined : await unitsNaming(asked.person);
  const isWanted = filterOf(asked, asked.chapter === '' ? [] : await units.all(), named);
  return found.filter(({ where }) => isWanted(where));
}

/** The numbers of the units that name somebody; none where there are no registers. */
async function unitsNaming(key: string): Promise<ReadonlySet<number>> {
  const people = (await loadScript('people').catch(() => [])) as readonly (readonly [string, string, number[]])[];
  let unit = 0;
  return new Set(people.find(([one]) => one === key)?.[2].map((distance) => (unit += distance)));
}

/** Most hits first; units with as many in the order in which they are read. */
function byHits(found: readonly Found[]): Found[] {
  const counts = new Map<number, number>();
  for (const { where } of found) counts.set(where.unit.number, (counts.get(where.unit.number) ?? 0) + 1);
  const count = ({ where }: Found): number => counts.get(where.unit.number)!;
  return found.toSorted((a, b) => count(b) - count(a) || a.where.unit.number - b.where.unit.number);
}

function told(query: string, found: readonly Found[], other: readonly Wanted[] | undefined): string {
  const units = new Set(found.map(({ where }) => where.unit.number)).size;
  const count = found.length === 0 ? 'none' : found.length === 1 ? 'one' : 'many';
  const result = say(count, { query, places: String(found.length), units: String(units) });
  if (!other) return result;
  const words = other.filter(({ loose }) => !loose).flatMap(({ phrases }) => phrases.map((one) => one.words.join(' ')));
  return `${say('respelt', { words: words.join(', ') })} ${result}`;
}

let turn = 0;

async function search(asked: Asked): Promise<void> {
  const mine = ++turn;
  main.setAttribute('aria-busy', 'true');
  try {
    const wanted = wantedOf(asked.q);
    const ready = await start();
    let [found, other]: [Found[], Wanted[] | undefined] = [await find(ready, wanted), undefined];
    if (found.length === 0) {
      other = await respelt(wanted, ready.files);
      if (other) found = await find(ready, other);
    }
    const shown = await filtered(ready, asked, found);
    if (mine !== turn) return;
    status.textContent = wanted.length === 0 ? '' : told(asked.q, shown, other);
    await ready.results.show(asked.sort === 'hits' ? byHits(shown) : shown, other ?? wanted);
  } catch (error) {
    if (mine === turn) status.textContent = say('failed', { file: (error as Error).message });
  }
  if (mine === turn) main.removeAttribute('aria-busy');
}

/** What is in the form, as the address has it. */
function parameters(): URLSearchParams {
  const all = new URLSearchParams();
  for (const name of names) {
    const value = (form.elements.namedItem(name) as HTMLInputElement | HTMLSelectElement | null)?.value.trim();
    if (value) all.set(name, value);
  }
  return all;
}

/** Opens the filters with what they offer, which is known when the tables are there. */
async function offerFilters(): Promise<void> {
  const { units } = await start();
  const chapters = form.elements.namedItem('chapter') as HTMLSelectElement;
  if (chapters.length > 1) return;
  const all = await units.all();
  for (const [i, { row }] of all.entries())
    if ((all[i + 1]?.row[4] ?? 0) > row[4]) chapters.add(new Option(`${'\u2003'.repeat(row[4])}${row[2]}`, row[0]));
  const people = form.elements.namedItem('person') as HTMLSelectElement;
  const known = (await loadScript('people').catch(() => [])) as readonly (readonly [string, string])[];
  for (const [key, name] of known) people.add(new Option(name, key));
  people.closest('label')!.hidden = known.length === 0;
  chapters.closest('label')!.hidden = chapters.length < 2;
}

/** Arrow keys go through the results, / goes to the field. */
function onKey(event: KeyboardEvent): void {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const isTyping = event.target instanceof HTMLInputElement || event.target instanceof HTMLSelectElement;
  if (event.key === '/' && !isTyping) {
    event.preventDefault();
    field.select();
    return;
  }
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
  if (isTyping && event.target !== field) return;
  const links = [...list.querySelectorAll<HTMLAnchorElement>('li > a')];
  const at = links.indexOf(document.activeElement as HTMLAnchorElement);
  const next = event.key === 'ArrowDown' ? links[at + 1] : (links[at - 1] ?? field);
  if (!next || (at < 0 && event.key === 'ArrowUp')) return;
  event.preventDefault();
  next.focus();
}

async function open(): Promise<void> {
  form.hidden = false;
  const asked = askedFrom(new URLSearchParams(location.search));
  const filters = form.querySelector('details')!;
  const isNarrow = names.some((name) => name !== 'q' && asked[name] !== '');
  filters.addEventListener('toggle', () => void offerFilters());
  if (isNarrow) {
    filters.open = true;
    await offerFilters().catch(() => undefined);
  }
  for (const name of names) {
    const input = form.elements.namedItem(name) as HTMLInputElement | HTMLSelectElement | null;
    if (input && asked[name] !== '') input.value = asked[name];
  }
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const query = parameters();
    history.replaceState(null, '', query.size > 0 ? `?${query.toString()}` : location.pathname);
    void search(askedFrom(query));
  });
  form.addEventListener('change', ({ target }) => {
    if (target !== field && field.value.trim() !== '') form.requestSubmit();
  });
  document.addEventListener('keydown', onKey);
  if (asked.q === '') field.focus();
  else await search(asked);
}

void open();
