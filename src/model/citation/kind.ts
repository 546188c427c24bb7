import type { EditionContext, UnitInfo } from '../edition.ts';
import type { OriginalFacts, VolumeFacts } from '../facts.ts';
import { type CitationItem, type CitationType, known } from './record.ts';
import { typographic } from './typography.ts';

/** What a unit is cited as, and what it is a part of: decided by what the header says that it is, never by its words. */

const printed = (text: string | undefined): string | undefined => (text === undefined ? undefined : typographic(text));

function seriesOf({ series, subseries }: VolumeFacts): string | undefined {
  return printed(series && subseries ? `${series}, ${subseries}` : series);
}

const inSeries = (volume: VolumeFacts): Partial<CitationItem> =>
  known<Partial<CitationItem>>({
    series: seriesOf(volume),
    volume: /^\d+$/.test(volume.volume ?? '') ? volume.volume : undefined,
  });

/** A page label that can be in a range of pages. */
const isPageNumber = (label: string | undefined): boolean => label !== undefined && /^[0-9A-Za-z.*]+$/.test(label);

function pageRange(first: string | undefined, last: string | undefined): Partial<CitationItem> {
  return isPageNumber(first) && isPageNumber(last)
    ? known<Partial<CitationItem>>({ firstPage: first, lastPage: last === first ? undefined : last })
    : {};
}

/** A unit that is all that its header describes: the `text` of a `TEI`, be it a file of its own or one of a corpus. */
export const isWholeFile = ({ source: { xmlId, xpath } }: UnitInfo): boolean =>
  xmlId === undefined && (xpath === undefined || /\/TEI(?:\[\d+\])?\/text(?:\[\d+\])?$/.test(xpath));

export const isLetter = ({ facts, volume }: UnitInfo): boolean =>
  volume.genre === 'letter' || facts.senders.length > 0 || facts.recipients.length > 0;

type Place = Partial<CitationItem> & { readonly type: CitationType };

/** Volume, issue and pages as the description of the original has them. */
const numbersOf = ({ volume, issue, pages }: OriginalFacts): Partial<CitationItem> => {
  const [first, last = first] = (pages ?? '').split(/ ?[-–—] ?/);
  return known<Partial<CitationItem>>({ volume: printed(volume), issue: printed(issue), ...pageRange(first, last) });
};

const containers = { article: 'article-journal', paper: 'paper-conference', part: 'chapter' } as const;

/** A text of which the source says that it is a part of something that was printed. */
function inPrint({ journal, title, issn, original }: VolumeFacts): Place | undefined {
  if (original?.form === 'article' || original?.form === 'paper' || original?.form === 'part') {
    const type = containers[original.form];
    const own = type === 'article-journal' ? known<Partial<CitationItem>>({ issn }) : {};
    return { type, containerTitle: typographic(original.container!), ...numbersOf(original), ...own };
  }
  if (journal === undefined || journal === title) return undefined;
  return known<Place>({ type: 'article-journal', containerTitle: typographic(journal), issn });
}

/** A part of a volume: an article of a journal, an entry of a dictionary, a chapter of anything else. */
function partOf({ volume, facts }: UnitInfo): Place {
  const pages = pageRange(facts.pages[0], facts.pages.at(-1));
  const { original, issn } = volume;
  if (original?.form === 'journal') {
    const { firstPage: _, lastPage: __, ...numbers } = numbersOf(original);
    const journal = { type: 'article-journal' as const, containerTitle: typographic(original.title ?? volume.title) };
    return known<Place>({ ...journal, ...numbers, ...pages, issn });
  }
  const type = facts.form === 'entry' ? 'entry-dictionary' : 'chapter';
  return { ...inSeries(volume), ...pages, type, containerTitle: typographic(volume.volumeTitle ?? volume.title) };
}

/** What a unit is, and what it is in: its volume, a journal or book; a letter that is a file of its own: the series, else the edition. */
export function placeOf(unit: UnitInfo, edition: EditionContext, title: string): Place {
  const { volume } = unit;
  if (!isWholeFile(unit)) return partOf(unit);
  const print = inPrint(volume);
  if (print) return print;
  if (isLetter(unit)) {
    const container = typographic(volume.series ?? edition.title);
    if (container !== '' && container !== title) return { type: 'chapter', containerTitle: container };
    return { ...inSeries(volume), type: 'personal_communication' };
  }
  const isManuscript = volume.genre === 'manuscript' || volume.original?.form === 'manuscript';
  const type = volume.genre === 'debate' ? 'hearing' : isManuscript ? 'manuscript' : 'book';
  return { ...inSeries(volume), type };
}
