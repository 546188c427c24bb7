import { bibtex } from '../../src/formats/citation/bibtex.ts';
import { cslJson } from '../../src/formats/citation/csl-json.ts';
import { recommendedCitation } from '../../src/formats/citation/recommended.ts';
import { ris } from '../../src/formats/citation/ris.ts';
import { readFiles } from '../harness/edition.ts';

/** The citation of a text with this header, in every form. */
export interface Cited {
  readonly csl: Readonly<Record<string, unknown>> & { readonly custom?: Readonly<Record<string, unknown>> };
  readonly bib: string;
  readonly ris: string;
  readonly words: string;
}

export interface Header {
  readonly title?: string;
  /** More in `titleStmt`. */
  readonly people?: string;
  readonly publication?: string;
  readonly series?: string;
  readonly source?: string;
  readonly profile?: string;
  readonly text?: string;
}

export function citationsOf(header: Header): Cited[] {
  const {
    title = '<title>The Title</title>',
    people = '',
    publication = '<publisher>P</publisher>',
    series = '',
  } = header;
  const { source = '<p>s</p>', profile = '', text = '<body><p>Words of the text.</p></body>' } = header;
  const { edition, units } = readFiles({
    'file.xml': `<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="e1"><teiHeader><fileDesc><titleStmt>${title}${people}</titleStmt>
      <publicationStmt>${publication}</publicationStmt>${series}<sourceDesc>${source}</sourceDesc></fileDesc>
      <profileDesc>${profile}</profileDesc></teiHeader><text>${text}</text></TEI>`,
  });
  return units.map((unit) => ({
    csl: (JSON.parse(cslJson.write(unit, edition)) as Cited['csl'][])[0]!,
    bib: bibtex.write(unit, edition),
    ris: ris.write(unit, edition).replaceAll('\r', ''),
    words: recommendedCitation(unit, edition).text,
  }));
}

export const citationOf = (header: Header): Cited => citationsOf(header)[0]!;
