/** Names of the output formats, as in `--formats`, in the order in which they are reported. In a file of its own: it is read where no format is. */
export const formatNames = [
  'html',
  'text',
  'tei',
  'csl-json',
  'bibtex',
  'ris',
  'epub',
  'pdf',
  'data-package',
  'cmif',
  'rdf',
  'dts',
  'standoff',
  'search',
] as const;
/** Those of which no unit has a file of its own. */
export const wholeNames = ['data-package', 'cmif', 'rdf', 'dts', 'search'] as const;
export type FormatName = (typeof formatNames)[number];
/** Formats of books. */
export type BookName = 'epub' | 'pdf';
