/** Fields that a template of the recommended citation may use (docs/formats/citations.md). */
export const citationFields = [
  'authors',
  'title',
  'container',
  'series',
  'subseries',
  'volumeLabel',
  'volumeTitle',
  'editors',
  'translators',
  'place',
  'publisher',
  'year',
  'number',
  'locator',
  'pages',
  'url',
] as const;

export type CitationField = (typeof citationFields)[number];

/** The first `{field}` of a template that does not exist; undefined where all do. */
export function unknownCitationField(template: string): string | undefined {
  const known: readonly string[] = citationFields;
  return [...template.matchAll(/\{([A-Za-z]+)\}/g)].map(([, field]) => field!).find((field) => !known.includes(field));
}
