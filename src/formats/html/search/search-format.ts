import type { Edition } from '../../../model/edition.ts';
import type { ExpectedFile, OutputFile, WholeFormat } from '../../format.ts';
import type { HtmlShell } from '../shell.ts';
import type { Surroundings } from '../surroundings.ts';
import { IndexProof } from './expected.ts';
import { type MentionsOfUnits, peopleOf } from './mentions.ts';
import { notFoundPage, searchPages } from './pages.ts';
import { type UnitRuns, runsOfUnit } from './unit-runs.ts';
import {
  datesPath, namesPath, notFoundPath, pagesPath, pageStubs, searchPath, sitemap,
} from './ways.ts'; // prettier-ignore
import { indexFile, IndexWriter } from './write-index.ts';

/** The pages that search and name, what they run, and who is named where: all that is not the index of words. */
function pageFiles(edition: Edition, mentions: MentionsOfUnits, shell: HtmlShell, around: Surroundings): OutputFile[] {
  const data = searchPages(edition, mentions, around);
  const people = peopleOf(edition, mentions);
  return [
    { path: searchPath, content: shell.search(data) },
    { path: 'search/search.js', content: shell.scripts['search'] ?? '' },
    { path: 'search/search.css', content: shell.searchStyle },
    ...(data.letters.length > 0 ? [{ path: namesPath, content: shell.names(data) }] : []),
    ...(data.books.length > 0 ? [{ path: pagesPath, content: shell.pages(data) }] : []),
    ...(data.years.length > 0 ? [{ path: datesPath, content: shell.dates(data) }] : []),
    { path: notFoundPath, content: shell.notFound(notFoundPage(data, edition)) },
    ...pageStubs(data.books),
    ...sitemap(edition),
    ...(people.length > 0 ? [indexFile('people', people)] : []),
  ];
}

/** A file of which every byte is known. */
const exactly = ({ path, content }: OutputFile): ExpectedFile => ({
  path,
  records: [{}],
  readBack: (found) => {
    if (found !== content) throw new Error('it does not say what the sources say');
    return [{}];
  },
});

/**
 * Search without a server: a page, and an index of every word in files that a browser loads from a host or a disk as it needs them. Belongs to the pages,
 * to which its results lead.
 */
export const searchFormat = (shell: HtmlShell, around: Surroundings): WholeFormat => ({
  name: 'search',
  path: searchPath,
  part: (unit, edition) => Buffer.from(JSON.stringify(runsOfUnit(unit, edition))),
  files: (edition, parts) => {
    const units = parts.map((part) => JSON.parse(Buffer.from(part).toString('utf8')) as UnitRuns);
    const index = new IndexWriter();
    for (const [i, runs] of units.entries()) index.unit(edition.units[i]!, runs);
    const mentions = units.map((runs) => runs.mentions);
    return [...pageFiles(edition, mentions, shell, around), ...index.files()];
  },
  prove: (edition) => new IndexProof(edition, (mentions) => pageFiles(edition, mentions, shell, around).map(exactly)),
});
