import type { Entry } from './contents.ts';
import type { IndexData } from './index-data.ts';
import type { ShownLicence } from './licence.ts';
import type { PageData } from './page-data.ts';
import type { SearchPageData } from './search/pages.ts';
import type { Citation, Download, Surroundings } from './surroundings.ts';

/** Every name that templates can use, at whatever depth. The compiler asks for each that the data of pages get. */

type Name =
  | keyof PageData
  | keyof IndexData
  | keyof PageData['unit']
  | keyof PageData['contents'][number]
  | keyof NonNullable<PageData['next']>
  | keyof IndexData['volumes'][number]
  | keyof NonNullable<IndexData['volumes'][number]['ranges']>[number]
  | keyof PageData['edition']
  | keyof SearchPageData
  | keyof SearchPageData['letters'][number]
  | keyof SearchPageData['books'][number]['pages'][number]
  | keyof SearchPageData['ways'][number]
  | keyof SearchPageData['letters'][number]['entries'][number]['entries'][number]
  | keyof Entry
  | keyof ShownLicence
  | keyof Citation
  | keyof Download
  | keyof NonNullable<Surroundings['generator']>;

const names: Readonly<Record<Name, true>> = {
  anchor: true,
  books: true,
  citation: true,
  contents: true,
  counts: true,
  date: true,
  direction: true,
  downloads: true,
  edition: true,
  editors: true,
  entries: true,
  generator: true,
  head: true,
  href: true,
  html: true,
  id: true,
  imprint: true,
  jsonLd: true,
  kind: true,
  label: true,
  lang: true,
  letters: true,
  level: true,
  licence: true,
  mainLang: true,
  name: true,
  next: true,
  otherView: true,
  number: true,
  ourLang: true,
  page: true,
  pages: true,
  path: true,
  place: true,
  previous: true,
  ranges: true,
  root: true,
  search: true,
  series: true,
  several: true,
  startsOn: true,
  stylesheet: true,
  text: true,
  title: true,
  titleUnseen: true,
  type: true,
  unit: true,
  untitled: true,
  url: true,
  version: true,
  witnesses: true,
  volume: true,
  volumes: true,
  ways: true,
  years: true,
};

export const templateNames: ReadonlySet<string> = new Set([...Object.keys(names), 'this', 'length']);

/** How templates are compiled, ours and those of an edition: no helper but those of Handlebars and `bdi`. */
export const templateOptions = { knownHelpersOnly: true, knownHelpers: { bdi: true }, preventIndent: true };
