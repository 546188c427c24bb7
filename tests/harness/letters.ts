/** TEI files for tests: a header and what is wanted. */
export const tei = (text: string): string =>
  `<TEI xmlns="http://www.tei-c.org/ns/1.0">
<teiHeader><fileDesc><titleStmt><title>Letters</title></titleStmt><publicationStmt><p/></publicationStmt><sourceDesc><p/></sourceDesc></fileDesc></teiHeader>
<text><body>
${text}
</body></text>
</TEI>
`;

/** A document: one paragraph of these words, and a note. */
export const letter = (id: string, words: string): string =>
  `<div type="document" xml:id="${id}"><head>Letter ${id}</head><p>${words}<note n="1">Note.</note></p></div>`;

/** A file with these documents. */
export const letters = (count: number): string =>
  tei(Array.from({ length: count }, (_, i) => letter(`d${i + 1}`, `The words of letter ${i + 1}.`)).join('\n'));
