import { canonicalItems } from '../../model/canonical-items.ts';
import { directionOfLanguage } from '../../model/direction.ts';
import { noWitnesses, siglumOf, type Witnesses } from '../../model/apparatus.ts';
import type { EditionContext, UnitInfo } from '../../model/edition.ts';
import { formulaValue } from '../../model/formula/linear.ts';
import { glossValue } from '../../model/gloss.ts';
import { runsOf } from '../../model/spine.ts';
import type { UnitContent } from '../../model/unit-content.ts';
import {
  type Directions,
  fieldMark,
  isOwnLine,
  type Item,
  type Structure,
  withoutItem,
} from '../../model/structure.ts';
import { lineBegin, lineOf, lineValue } from '../../model/lines.ts';
import { repeatedId } from './ids.ts';
import { pageMath } from './page-math.ts';
import { languageCode } from '../language.ts';
import { decoded } from './decoded.ts';
import type { View } from '../../model/views.ts';
import type { FindAsset } from './place.ts';
import type { Surroundings } from './surroundings.ts';

/**
 * What a page promises of a unit, in the words in which a page says it: where links lead, where pictures lie, languages as HTML names them. It says less
 * than the source in four things: the unit's own element is the page itself; a language that is the page's need not be said, nor a direction from left to right; and a page break
 * has the address `pg_591`, which is not said twice where the source gives it the same.
 */

/** The language of a unit where nothing on its words says one, as the source writes it. */
export const languageOf = (unit: UnitInfo, edition: EditionContext): string | undefined =>
  unit.facts.language ?? unit.volume.language ?? edition.language;

/** The language of a page: empty where it is not known. */
export const languageOfPage = (unit: UnitInfo, edition: EditionContext): string =>
  languageCode(languageOf(unit, edition)) ?? '';

/** The directions that a page promises. A structure that does not know any is that of a test. */
export function promiseDirections(structure: Structure, unit: UnitInfo, edition: EditionContext): Directions {
  const language = languageOf(unit, edition);
  const known = structure.directions?.(language, structure.ownBlock !== undefined);
  return known ?? { unit: directionOfLanguage(language) ?? 'ltr', items: [] };
}

/** What is written from left to right need not be said. */
export const isTurned = ({ aspect, value }: Item): boolean => aspect !== 'direction' || value.endsWith('rtl');

export const isWeb = (target: string): boolean =>
  /^mailto:[^\s@]+@[^\s@]+$/i.test(target) ||
  (/^https?:\/\/[^\s/]/i.test(target) && URL.canParse(target.replace(/%(?![0-9A-F]{2})/gi, '%25')));

/** A page from which a link leads: the ids of the source that are in it, and the view that it shows. */
export interface From {
  readonly unit: UnitInfo;
  readonly edition: EditionContext;
  readonly ids: ReadonlySet<string>;
  readonly view: View;
}

export const fromPage = (
  structure: Structure,
  unit: UnitInfo,
  edition: EditionContext,
  view: View = 'reading',
): From => ({
  unit,
  edition,
  ids: new Set(structure.items.flatMap(({ aspect, value }) => (aspect === 'id' ? [value] : []))),
  view,
});

/** Where one target leads from a page; undefined where nobody can follow it. What is not in the page is looked for in the diplomatic view, if there is one, and from other views in the reading view. */
export function inPage(target: string, { unit, edition, ids, view }: From): string | undefined {
  const to = edition.resolve(target, unit);
  if (!to) return isWeb(target) ? target : undefined;
  const isTop = to.id === undefined || to.unit === to.id || to.unit.endsWith(`.${to.id}`);
  if (isTop) return `${to.unit}.html`;
  const place = `#${to.id.replace(/\s+/g, '_')}`;
  if (to.unit !== unit.facts.id) return `${to.unit}.html${place}`;
  if (ids.has(to.id)) return place;
  if (view !== 'reading') return `${to.unit}.html${place}`;
  return unit.hasDiplomatic ? `${to.unit}.diplomatic.html${place}` : `${to.unit}.html`;
}

/** Where a link of these targets leads: to the first that can be followed, else nowhere, and the page says what the source points to. */
function linkIn(targets: string, from: From): string {
  for (const target of targets.split(/\s+/)) {
    const to = target === '' ? undefined : inPage(target, from);
    if (to !== undefined) return decoded(to);
  }
  return decoded(targets);
}

function pictureIn([source = '', text = '']: readonly string[], unit: UnitInfo, findAsset: FindAsset): string {
  const path = findAsset(source, unit);
  return path === undefined
    ? [decoded(source), text].join(fieldMark)
    : [`../${path}`, text === '' ? 'Figure' : text].join(fieldMark);
}

/** Is it a year, a month, a day, or a day with its hour, as HTML knows them? */
function isTime(said: string): boolean {
  const [, date = '', , hour = '0', minute = '0', second = '0'] =
    /^(\d{4}(?:-\d\d(?:-\d\d)?)?)(T(\d\d):(\d\d)(?::(\d\d)(?:\.\d{1,3})?)?(?:Z|[+-]\d\d:\d\d)?)?$/.exec(said) ?? [];
  if (date === '' || date.startsWith('0000') || (said.includes('T') && date.length < 10)) return false;
  const whole = `${date}-01-01`.slice(0, 10);
  const real = new Date(`${whole}T00:00:00Z`);
  const isDay = !Number.isNaN(real.getTime()) && real.toISOString().startsWith(whole);
  return isDay && Number(hour) < 24 && Number(minute) < 60 && Number(second) < 60;
}

/** Roles whose words have a tooltip with what the source says next to them. */
const titledRoles = new Set(['expanded']);

const oneSpaceEach = (value: string): string => value.replace(/[\t\n\r]/g, ' ');

/** A date that HTML does not know, and what stands next to words that have no tooltip, is not said in a page. */
function roleInPage([role = '', said = '']: readonly string[]): string {
  const isSaid = role === 'date' ? isTime(said) : titledRoles.has(role);
  return [role, isSaid ? oneSpaceEach(said) : ''].join(fieldMark);
}

/** A page says of numbered lines only whose they are. */
function lineBreakInPage(value: string): string {
  const { series, n, joined } = lineOf(value);
  return lineValue(lineBegin(n === '' ? '' : series, n), joined);
}

/** A gloss, in a language as HTML names it. */
const glossInPage = ([words = '', place = '', language = '']: readonly string[]): string =>
  glossValue(words, place, language === '' ? '' : languageCode(language));

/** A side of the apparatus: its sigla as they are shown, each with where it leads; of a note they are only said. */
function sideInPage(fields: readonly string[], witnesses: Witnesses, from: From): string {
  const isShown = fields[0] === 'lemma' || fields[0] === 'reading';
  const sigla = (pointers: string): string =>
    pointers
      .split(' ')
      .filter((each) => each !== '')
      .map(
        (to) =>
          `${siglumOf(to, witnesses)}\x1e${decoded(from.edition.resolve(to, from.unit) ? (inPage(to, from) ?? '') : '')}`,
      )
      .join(' ');
  return fields
    .map((field, i) => (isShown && (i === 3 || i === 4) ? sigla(field) : oneSpaceEach(field)))
    .join(fieldMark);
}

const pageMarks = /\x01([^\x02]*)\x02/g;

/** The addresses that page breaks of a unit have by their numbers. */
function pageAddresses({ spine }: UnitContent): Set<string> {
  const runs = runsOf(spine);
  return new Set(runs.flatMap((run) => [...run.matchAll(pageMarks)].map(([, n]) => `pg_${n!.replace(/\s+/g, '_')}`)));
}

/** Ids of the source as a page has them: without white space; one that the source gives twice, which is an error of the source, gets `:2`. */
function uniqueIds(): (id: string) => string {
  const times = new Map<string, number>();
  return (id) => {
    const own = id.replace(/\s+/g, '_');
    const count = (times.get(own) ?? 0) + 1;
    times.set(own, count);
    return repeatedId(own, count);
  };
}

export function promisePage(
  source: UnitContent,
  unit: UnitInfo,
  edition: EditionContext,
  { findAsset = () => undefined, view }: Pick<Surroundings, 'findAsset' | 'view'>,
): UnitContent {
  const { spine, structure } = source;
  const from = fromPage(structure, unit, edition, view);
  const pages = pageAddresses(source);
  const language = languageOfPage(unit, edition);
  const idInPage = uniqueIds();
  const valueIn = ({ aspect, value }: Item): string | undefined => {
    const fields = value.split(fieldMark);
    if (aspect === 'picture') return pictureIn(fields, unit, findAsset);
    if (aspect === 'id') return pages.has(value) ? undefined : idInPage(value);
    if (aspect === 'pointer' && fields[0] === 'link') return `link${fieldMark}${linkIn(fields[1] ?? '', from)}`;
    if (aspect === 'role') return roleInPage(fields);
    if (aspect === 'reading') return sideInPage(fields, source.witnesses ?? noWitnesses, from);
    if (aspect === 'status' || aspect === 'mark' || aspect === 'speaker') return oneSpaceEach(value);
    if (aspect === 'line') return lineBreakInPage(value);
    if (aspect === 'gloss') return glossInPage(fields);
    if (aspect === 'formula') return fields[0] === 'mathml' ? formulaValue('mathml', pageMath(fields[1]!)) : value;
    if (aspect !== 'language') return value;
    return languageCode(value) ?? '';
  };
  const { items: own, ownBlock } = structure;
  const said = (ownBlock ? withoutItem(own, ownBlock) : own).flatMap((item) => {
    if (!isOwnLine(item, spine)) return [];
    const value = item.aspect === 'direction' ? undefined : valueIn(item);
    return value === undefined ? [] : [{ ...item, value }];
  });
  const turned = promiseDirections(structure, unit, edition).items;
  const items = canonicalItems([...said, ...turned], runsOf(spine));
  return {
    spine,
    structure: {
      items: items.filter((item) => (item.aspect === 'language' ? item.value !== language : isTurned(item))),
    },
  };
}
