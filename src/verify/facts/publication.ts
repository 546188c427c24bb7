import type { OriginalFacts, PublicationDate, VolumeFacts } from '../../model/facts.ts';
import { allText, attribute, children, descendants, type Element, firstAttribute, follow, textWithout, tidy } from './element-tree.ts'; // prettier-ignore

/** When and where a text was published, and what it was made from, as its header says it. */

const none: ReadonlySet<number> = new Set();
const words = (element: Element | undefined): string => (element ? tidy(allText(element)) : '');
const isFilled = (element: Element): boolean => words(element) !== '';

/** Properties that have a value. */
function given<T extends object>(properties: { [K in keyof T]: T[K] | undefined }): Partial<T> {
  return Object.fromEntries(
    Object.entries(properties).filter(([, value]) => value !== undefined && value !== ''),
  ) as Partial<T>;
}

const besideHouses = new Set(['note', 'date', 'idno', 'email', 'address', 'addrLine', 'street', 'ref']);

/** The name of a house or place. A link is only taken where there is nothing else. */
function nameOf(element: Element | undefined): string {
  if (!element) return '';
  const [own = element] = children(element, none, 'orgName', 'persName', 'placeName');
  const text = tidy(textWithout(own, besideHouses));
  return text === '' ? tidy(children(own, none, 'ref').map(allText).join(' ')) : text;
}

/** Names without the punctuation of catalogues; addresses are not names. */
function together(elements: readonly (Element | undefined)[]): string {
  const names = elements
    .map(nameOf)
    .filter((name) => name !== '' && !name.startsWith('http:') && !name.startsWith('https:'));
  const clean = names.map((name) => (/[,:;]$/.test(name) ? name.slice(0, -1).replace(/ $/, '') : name));
  return [...new Set(clean)].filter((name) => name !== '').join('; ');
}

const limits = ['when', 'from', 'to', 'notBefore', 'notAfter'] as const;

/** Of several dates the first that is marked, else the first with words. */
function dateOf(dates: readonly Element[]): PublicationDate | undefined {
  const isMarked = (date: Element): boolean =>
    limits.some((name) => firstAttribute(date, name, `${name}-iso`) !== undefined);
  const date = dates.find(isMarked) ?? dates.find(isFilled);
  if (!date) return undefined;
  const marked = given<PublicationDate>(
    Object.fromEntries(limits.map((name) => [name, firstAttribute(date, name, `${name}-iso`)])),
  );
  const text = words(date);
  if (Object.keys(marked).length === 0 && text === '') return undefined;
  const [cert, precision, calendar] = ['cert', 'precision', 'calendar'].map((name) => attribute(date, name));
  return { ...marked, ...given<PublicationDate>({ cert, precision, calendar, text }) };
}

/** Publisher, place and date of the edition. */
export function publicationOf(header: Element): Partial<VolumeFacts> {
  const [file] = follow(header, none, 'fileDesc');
  if (!file) return {};
  const statements = children(file, none, 'publicationStmt');
  const of = (name: string): string => together(statements.flatMap((one) => children(one, none, name)));
  const houses = ['publisher', 'distributor', 'authority'].map(of);
  const dates = [
    ...statements.map((one) => children(one, none, 'date')),
    ...children(file, none, 'editionStmt').map((one) =>
      [...descendants(one, none)].filter(({ name }) => name === 'date'),
    ),
  ];
  return given<VolumeFacts>({
    publisher: houses.find((house) => house !== ''),
    place: of('pubPlace'),
    published: dates.map(dateOf).find((date) => date !== undefined),
  } as VolumeFacts);
}

const scopeUnits = {
  volume: ['vol', 'volume', 'jg', 'band'],
  issue: ['issue', 'nr', 'no', 'number', 'heft'],
  pages: ['p', 'pp', 'page', 'pages'],
} as const;

function scopeIn(scopes: readonly Element[], name: keyof typeof scopeUnits): string {
  const units: readonly string[] = scopeUnits[name];
  const scope = scopes.find((one) => units.includes((firstAttribute(one, 'unit', 'type') ?? '').toLowerCase()));
  if (!scope) return '';
  const ends = ['from', 'to'].map((end) => attribute(scope, end) ?? '').filter((end) => end !== '');
  return words(scope) || ends.join('–');
}

interface Described {
  readonly own: Element | undefined;
  readonly host: Element | undefined;
  readonly imprint: readonly Element[];
  readonly scopes: readonly Element[];
  readonly isMeeting: boolean;
}

/** The parts of a description, whichever of the three elements of TEI it is in. */
function describedBy(source: Element): Described | undefined {
  const kinds = ['biblStruct', 'biblFull', 'bibl'].map((name) => children(source, none, name));
  const all = kinds.flat().filter((one) => one.name !== 'bibl' || attribute(one, 'type') !== 'digitalSource');
  const [bibl] = all;
  if (!bibl) return undefined;
  const at = (...steps: readonly string[]): Element[] => follow(bibl, none, ...steps);
  const isBibl = bibl.name === 'bibl';
  const titles = at('title').filter(isFilled);
  const isOwn = (title: Element): boolean => attribute(title, 'level') === 'a';
  const full = at('titleStmt', 'title').filter(isFilled);
  const hosts = [...at('monogr', 'title').filter(isFilled), ...full.filter((one) => attribute(one, 'type') === 'main')];
  return {
    own: at('analytic', 'title').find(isFilled) ?? titles.find(isOwn),
    host: hosts[0] ?? full[0] ?? titles.find((title) => !isOwn(title)),
    imprint: [...(isBibl ? [bibl] : []), ...at('monogr', 'imprint'), ...at('publicationStmt')],
    scopes: inOrder([
      ...(isBibl ? at('biblScope') : []),
      ...at('monogr', 'biblScope'),
      ...at('monogr', 'imprint', 'biblScope'),
    ]),
    isMeeting: at('monogr', 'meeting').length > 0,
  };
}

const inOrder = (elements: Element[]): Element[] => elements.sort((a, b) => a.tag.start - b.tag.start);

function formOf(described: Described | undefined, isManuscript: boolean): OriginalFacts['form'] {
  if (!described) return isManuscript ? 'manuscript' : undefined;
  const isJournal = described.host !== undefined && attribute(described.host, 'level') === 'j';
  if (!described.own || !described.host) return isJournal ? 'journal' : 'book';
  if (described.isMeeting) return 'paper';
  return isJournal ? 'article' : 'part';
}

/** Where the original is, or the one witness of it. */
function copyOf(source: Element): Pick<OriginalFacts, 'archive' | 'archivePlace' | 'shelfmark'> {
  const single = children(source, none, 'listWit').filter((list) => children(list, none, 'witness').length === 1);
  const witnesses = single.flatMap((list) => follow(list, none, 'witness', 'msDesc'));
  const [description] = [...children(source, none, 'msDesc'), ...witnesses];
  const [identifier] = description ? [description].flatMap((one) => follow(one, none, 'msIdentifier')) : [];
  const first = (...names: readonly string[]): string =>
    identifier ? words(names.flatMap((name) => children(identifier, none, name)).find(isFilled)) : '';
  return given<OriginalFacts>({
    archive: first('repository', 'institution'),
    archivePlace: first('settlement'),
    shelfmark: first('idno'),
  });
}

/** What the text was made from. */
export function originalOf(header: Element): OriginalFacts | undefined {
  const [source] = follow(header, none, 'fileDesc', 'sourceDesc');
  if (!source) return undefined;
  const described = describedBy(source);
  const form = formOf(described, children(source, none, 'msDesc').length > 0);
  const copy = copyOf(source);
  if (form === undefined && (copy.archive ?? copy.shelfmark) === undefined) return undefined;
  const { own, host, imprint = [], scopes = [] } = described ?? {};
  const inImprint = (name: string): Element[] => imprint.flatMap((one) => children(one, none, name));
  return given<OriginalFacts>({
    form,
    title: words(own ?? host),
    container: own && words(host),
    volume: scopeIn(scopes, 'volume'),
    issue: scopeIn(scopes, 'issue'),
    pages: scopeIn(scopes, 'pages'),
    date: dateOf(inImprint('date')),
    publisher: together(inImprint('publisher').slice(0, 1)),
    place: together(inImprint('pubPlace').slice(0, 1)),
    ...copy,
  });
}
