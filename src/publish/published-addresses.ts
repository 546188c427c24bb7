import type { Finding } from '../diagnostics/finding.ts';
import type { Manifest } from '../edition/manifest.ts';
import type { Edition, UnitInfo } from '../model/edition.ts';
import { howToKeepPages } from './kept-pages.ts';

/** What the edition in the output folder has promised to those who cite it: the addresses of its documents. */

type Source = Pick<UnitInfo['source'], 'path' | 'xmlId' | 'xpath'>;
const placeIn = ({ path, xmlId, xpath }: Source): string => `${path} ${xmlId ?? xpath ?? ''}`;

/**
 * Whether the edition that is there is another one than the one to be put in its place. No single sign decides: the id of an edition may be that of
 * its first file, `letters.xml` and `d1` are in many, and a person may change titles and texts. So it is the same where a text is in both as it was;
 * else it needs two signs: a document at the same place, and the id and the title of the edition, or the title of that document, kept.
 */
export function isOtherEdition(before: Manifest, edition: Edition): boolean {
  if (before.documents.length === 0) return false;
  const texts = new Set(edition.units.map(({ source }) => source.sha256));
  if (before.documents.some(({ source }) => texts.has(source.sha256))) return false;
  const sameName = before.edition.id === edition.id && before.edition.title === edition.title;
  if (sameName) return false;
  const titles = new Map(edition.units.map(({ source, facts }) => [placeIn(source), facts.title]));
  return !before.documents.some(({ source, title }) => titles.get(placeIn(source)) === title);
}

const shownAtMost = 5;

function list(items: readonly string[]): string {
  const more = items.length > shownAtMost ? `, and ${items.length - shownAtMost} more` : '';
  return `${items.slice(0, shownAtMost).join(', ')}${more}`;
}

const why = 'Whoever has cited or linked this address would find nothing there, or another text.';

/** Where a document that was at an address is now: found by its element in its file, else by its text. */
function newPlaces(units: readonly UnitInfo[]): (document: Manifest['documents'][number]) => string | undefined {
  const byElement = new Map(
    units.flatMap(({ facts, source }) =>
      source.xmlId === undefined ? [] : [[`${source.path} ${source.xmlId}`, facts.id] as const],
    ),
  );
  const byText = new Map(units.map(({ facts, source }) => [source.sha256, facts.id]));
  return ({ source }) => byElement.get(`${source.path} ${source.xmlId ?? ''}`) ?? byText.get(source.sha256);
}

/** Addresses of the edition that is there (ids of documents and sections, which name their pages) that the new one lacks or gives to another text. */
export function lostAddresses(before: Manifest, edition: Edition): Finding[] {
  const { units } = edition;
  const keep = howToKeepPages(before, edition);
  const ids = new Set(units.map(({ facts }) => facts.id));
  const placeOf = newPlaces(units);
  const moved: string[] = [];
  const gone: string[] = [];
  for (const document of before.documents) {
    const now = placeOf(document);
    if (now !== undefined && now !== document.id && !(ids.has(document.id) && document.source.xmlId === undefined))
      moved.push(`${document.id} (now ${now})`);
    else if (now === undefined && !ids.has(document.id)) gone.push(document.id);
  }
  const findings: Finding[] = [];
  if (moved.length > 0)
    findings.push({
      code: 'address-moved',
      severity: 'error',
      message: `${moved.length === 1 ? 'A document' : `${moved.length} documents`} would move to another address: ${list(moved)}.`,
      why,
      fix: `${keep ?? 'Give the new documents ids of their own, build them into a folder of their own'}, or accept it with --allow-removals.`,
    });
  if (gone.length > 0)
    findings.push({
      code: 'address-gone',
      severity: 'error',
      message: `${gone.length === 1 ? 'A document that was built' : `${gone.length} documents that were built`} would vanish: ${list(gone)}.`,
      why,
      fix: `${keep ?? 'Put the documents back, with the ids they had'}, or accept it with --allow-removals.`,
    });
  return findings;
}
