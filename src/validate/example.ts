/** The small files that examples of rules are in. */

const before = `<?xml version="1.0" encoding="UTF-8"?>
<TEI xmlns="http://www.tei-c.org/ns/1.0">
<teiHeader><fileDesc><titleStmt><title>Example</title></titleStmt><publicationStmt><p>Example</p></publicationStmt><sourceDesc><p>Example</p></sourceDesc></fileDesc></teiHeader>
`;

/** An example as a whole file: what is not a file yet is in the `body` of one. */
export function exampleFile(tei: string): string {
  if (tei.includes('<TEI')) return tei;
  if (/^<(text|teiHeader|standOff)\b/.test(tei)) return `${before}${tei}\n</TEI>\n`;
  return `${before}<text><body>\n${tei}\n</body></text>\n</TEI>\n`;
}
