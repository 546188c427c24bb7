import { queryOf, type Wanted } from './query.ts';
import type { Hit } from './find.ts';
import type { IndexFiles } from './index-files.ts';
import { snippetOf } from './snippet.ts';
import type { UnitAt, Where } from './units.ts';

/** The list of results: hits in the order in which they are read, under the unit that they are in. */

/** A hit where it is, with its number among all hits of its unit, from 1. */
export interface Found {
  readonly hit: Hit;
  readonly where: Where;
  readonly lastPage: string;
  readonly number: number;
}

/** How many are listed at once. */
const step = 1000;
/** How many snippets are loaded without being seen. */
const seen = 10;

export type Say = (name: string, values?: Readonly<Record<string, string>>) => string;

function make<K extends keyof HTMLElementTagNameMap>(
  name: K,
  properties: Partial<HTMLElementTagNameMap[K]> = {},
  ...children: (Node | string)[]
): HTMLElementTagNameMap[K] {
  const element = Object.assign(document.createElement(name), properties);
  element.append(...children);
  return element;
}

const address = ({ row }: UnitAt): string => `documents/${encodeURIComponent(row[0])}.html`;

/** The address of a hit: the page, which finds the words again and shows this one of them. */
const hitAddress = ({ where: { unit }, number }: Found, query: string): string =>
  `${address(unit)}#find=${encodeURIComponent(query)}&hit=${number}`;

function pageWords({ where: { page }, lastPage }: Found, say: Say): string {
  if (page === '') return '';
  return lastPage === page ? say('page', { page }) : say('pages', { page, last: lastPage });
}

function item(found: Found, query: string, say: Say): HTMLLIElement {
  const { where, lastPage } = found;
  const { field, note, page, unit } = where;
  const place = field === 'text' ? '' : say(field, { note: String(note ?? '') });
  const words = [pageWords(found, say), place].filter((one) => one !== '').join(', ');
  const link = make('a', { href: hitAddress(found, query) }, words === '' ? say('place') : words);
  const li = make('li', {}, link, make('span', { className: 'snippet', dir: 'auto' }));
  Object.assign(li.dataset, { document: unit.row[0], field });
  if (page !== '') li.dataset['page'] = page;
  if (lastPage !== page) li.dataset['pageEnd'] = lastPage;
  return li;
}

function group(unit: UnitAt, items: readonly HTMLLIElement[]): HTMLElement {
  const [, number, title, , , date] = unit.row;
  const name = make('a', { href: address(unit), dir: 'auto' }, `${number === '' ? '' : `${number}. `}${title}`);
  const when = date === '' ? [] : [' ', make('span', { className: 'date' }, date.replace('/', '–'))];
  return make('section', { className: 'found' }, make('h2', {}, name, ...when), make('ol', {}, ...items));
}

export class ResultList {
  private readonly into: HTMLElement;
  private readonly say: Say;
  private readonly files: IndexFiles;
  private observer: IntersectionObserver | undefined;

  constructor(into: HTMLElement, files: IndexFiles, say: Say) {
    this.into = into;
    this.files = files;
    this.say = say;
  }

  /** Shows results in place of those before; gives what is done when the first snippets are there. */
  async show(all: readonly Found[], wanted: readonly Wanted[]): Promise<void> {
    this.observer?.disconnect();
    this.into.replaceChildren();
    const pending = new Map<Element, Found>();
    this.observer = new IntersectionObserver((entries) => {
      for (const { target, isIntersecting } of entries) {
        const found = pending.get(target);
        if (isIntersecting && found) void this.fill(target, found).finally(() => this.observer?.unobserve(target));
      }
    }, { rootMargin: '200px' }); // prettier-ignore
    const first: Promise<void>[] = [];
    const add = (from: number): void => {
      const query = queryOf(wanted);
      let items: HTMLLIElement[] = [];
      const some = all.slice(from, from + step);
      for (const [i, found] of some.entries()) {
        const li = item(found, query, this.say);
        items.push(li);
        if (from === 0 && i < seen) first.push(this.fill(li, found));
        else {
          pending.set(li, found);
          this.observer!.observe(li);
        }
        if (some[i + 1]?.where.unit === found.where.unit) continue;
        this.into.append(group(found.where.unit, items));
        items = [];
      }
      if (from + step < all.length) this.more(all.length - from - step, () => add(from + step));
    };
    add(0);
    await Promise.all(first);
  }

  private more(left: number, add: () => void): void {
    const button = make(
      'button',
      { type: 'button', className: 'more' },
      this.say('more', { count: String(Math.min(step, left)) }),
    );
    button.addEventListener('click', () => {
      button.remove();
      add();
    });
    this.into.append(button);
  }

  private async fill(li: Element, { hit }: Found): Promise<void> {
    const parts = await snippetOf(hit, this.files);
    const nodes = parts.map(({ text, isHit }) => (isHit ? make('mark', {}, text) : text));
    li.querySelector('.snippet')!.replaceChildren(...nodes);
  }
}
