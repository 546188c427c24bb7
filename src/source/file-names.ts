/** Endings of the names of TEI files. */
const endings = /\.(?:xml|tei)$/i;

/** Whether a file of a folder is XML, by its name. */
export const isXmlName = (name: string): boolean => endings.test(name);

/** A name without the ending that makes it a source. */
export const withoutEnding = (name: string): string => name.replace(endings, '');
