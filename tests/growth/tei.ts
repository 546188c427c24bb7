/** What the inputs of the growth tests are put together from. */

export const times = (n: number, one: (i: number) => string): string =>
  Array.from({ length: n }, (_, i) => one(i)).join('');

/** An input by what grows in it: one file, or several by name. */
export type Inputs = Readonly<Record<string, (n: number) => string | Readonly<Record<string, string>>>>;

export const header = (title = 'T'): string =>
  `<teiHeader><fileDesc><titleStmt><title>${title}</title></titleStmt><publicationStmt><p>P</p></publicationStmt>` +
  '<sourceDesc><p>S</p></sourceDesc></fileDesc></teiHeader>';

export const tei = (body: string, around: { title?: string; before?: string; back?: string } = {}): string =>
  `<TEI xmlns="http://www.tei-c.org/ns/1.0">${header(around.title)}${around.before ?? ''}<text><body>${body}</body>${around.back ?? ''}</text></TEI>`;

export const inDocument = (body: string): string => tei(`<div type="document" xml:id="a"><head>H</head>${body}</div>`);
export const inParagraph = (body: string): string => inDocument(`<p>begin ${body} end</p>`);

/** The files of an input by name. */
export const filesOf = (input: ReturnType<Inputs[string]>): Readonly<Record<string, string>> =>
  typeof input === 'string' ? { 'a.xml': input } : input;
