import type { Manifest } from '../edition/manifest.ts';
import type { Edition } from '../model/edition.ts';

/** What to write in the settings so that texts without documents have the pages they had: a sentence more may make a text too long for one page. */

type Levels = Readonly<Record<string, number>>;

/** The levels of the last build where this one has others; a text that was one page has the level 0. */
function changedLevels(before: Levels, now: Levels): Levels {
  const names = [...new Set([...Object.keys(before), ...Object.keys(now)])].toSorted();
  const changed = names.filter((name) => before[name] !== now[name]);
  // What the front or back of a text had is said only where the text had pages at all.
  const kept = changed.filter((name) => before[name] !== undefined || !/\/(?:front|back)$/.test(name));
  return Object.fromEntries(kept.map((name) => [name, before[name] ?? 0]));
}

/** The file of a text: `corpus.xml` of `corpus.xml#t1/back`. */
const fileOf = (name: string): string => name.replace(/\/(?:front|back)$/, '').replace(/#[^#]*$/, '');

/** Names of more texts would make no setting that anybody copies. */
const mostTexts = 20;

/** How to keep the pages of texts that are divided in another way than in the last build; undefined where there are none. */
export function howToKeepPages(before: Manifest, { pages = {}, units }: Edition): string | undefined {
  const changed = changedLevels(before.edition.pages ?? {}, pages);
  const here = new Set(units.map(({ source }) => source.path));
  const texts = Object.entries(changed).filter(([name]) => here.has(fileOf(name)));
  if (texts.length === 0 || texts.length > mostTexts) return undefined;
  return `Keep the pages as they were with "pages": ${JSON.stringify(Object.fromEntries(texts))} in octavo.config.json`;
}
