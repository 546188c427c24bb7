/** Which tables a data package can have, and what is in each of their columns; `datapackage.json` and the documentation say it in these words. */

export interface Column {
  readonly name: string;
  /** Of Table Schema (Data Package 2.0). Pages are strings: `IX`, `590a`. */
  readonly type: 'string' | 'integer' | 'number' | 'date' | 'array';
  readonly about: string;
}

export interface TableKind {
  /** Of the file, below `data/`. */
  readonly file: string;
  readonly about: string;
  readonly columns: readonly Column[];
  /** Columns that hold ids of another table. */
  readonly refers?: Readonly<Record<string, string>>;
}

const text = (name: string, about: string): Column => ({ name, type: 'string', about });
const count = (name: string, about: string): Column => ({ name, type: 'integer', about });
const day = (name: string, about: string): Column => ({ name, type: 'date', about });

const document = text('document', 'Id of the document or section; see documents.csv.');
const page = text('page', 'Label of the printed page; empty where the source has none.');

const dates: readonly Column[] = [
  text('date', 'When it was written, in EDTF (ISO 8601-2): 1970-08-04, 1970-08, 1940/1941, [1970-08-04..1970-08-14].'),
  day('date_from', 'The first day that the date allows.'),
  day('date_to', 'The last day that the date allows.'),
  text('date_printed', 'The date in the words of the source.'),
];

const entity = (of: string, named: readonly Column[] = []): readonly Column[] => [
  text('id', `Unique id of the ${of}; mentions.csv refers to it in the column entity.`),
  text('name', 'The name as the register writes it.'),
  ...named,
  count('mentions', 'How many names in the edition point to it.'),
  count('documents', 'In how many documents and sections these are.'),
  text('gnd', 'Id in the Gemeinsame Normdatei (GND).'),
  text('viaf', 'Id in the Virtual International Authority File (VIAF).'),
  text('wikidata', 'Id in Wikidata.'),
  text('geonames', 'Id in GeoNames.'),
  text('lcnaf', 'Id in the Library of Congress Name Authority File.'),
  text('same_as', 'All web addresses at which the same is described, separated by spaces.'),
];

const register = (file: string, of: string, many: string, named?: readonly Column[]): TableKind => ({
  file,
  about: `The ${many} of the registers.`,
  columns: entity(of, named),
});

export const documents: TableKind = {
  file: 'documents.csv',
  about: 'Documents and the sections around them, in reading order.',
  columns: [
    text('id', 'Unique id; the name of its files in the edition.'),
    text('kind', 'document, section (preface, list of persons, index …) or record (the header of a text).'),
    text('volume', 'Id of the volume or file that it is in.'),
    text('number', 'Number of the document as printed.'),
    text('title', 'Title, without notes.'),
    ...dates,
    text('place', 'Where it was written.'),
    text('first_page', 'Label of the printed page on which its text begins.'),
    text('last_page', 'Label of the last printed page.'),
    count('notes', 'How many notes it has.'),
    count('words', 'How many words its running text has.'),
    text('language', 'Language (BCP 47).'),
  ],
};

export const entityTables = {
  person: register('persons.csv', 'person', 'persons', [
    text('family_name', 'Family name, where the register says which it is.'),
    text('given_name', 'Given names, likewise.'),
  ]),
  organization: register('organizations.csv', 'organisation', 'organisations'),
  place: register('places.csv', 'place', 'places'),
  term: register('terms.csv', 'term', 'terms and abbreviations'),
  other: register('things.csv', 'object or event', 'objects and events'),
} as const;

export const mentions: TableKind = {
  file: 'mentions.csv',
  about: 'Every name in the edition that points to a register or an authority file, in reading order.',
  columns: [
    document,
    page,
    text('where', 'text, note or apparatus.'),
    count('note', 'Number of the note in the document that it is in; see notes.jsonl. Empty where it is in none.'),
    text('kind', 'What the register says it is (person, organization, place, term, other), else its markup.'),
    text('entity', 'Id of the entry in persons.csv, places.csv … Empty where the pointer leads to none.'),
    text('pointer', 'The pointer as the source writes it.'),
    text('words', 'The words of the source.'),
    text('certainty', 'How sure the editors are (high, medium, low), where they say it.'),
  ],
  refers: { document: 'documents' },
};

export const letters: TableKind = {
  file: 'letters.csv',
  about:
    'Documents that have a sender or a recipient. Several of either are separated by semicolons, and so are their ids.',
  columns: [
    document,
    text('number', 'Number of the document as printed.'),
    text('title', 'Title, without notes.'),
    text('sender', 'Who wrote it.'),
    text('sender_id', 'Ids of the senders in the registers; empty where they have none.'),
    text('recipient', 'To whom.'),
    text('recipient_id', 'Ids of the recipients, likewise.'),
    text('place', 'Where it was written.'),
    text('place_id', 'Id of the place in the registers.'),
    ...dates,
  ],
  refers: { document: 'documents' },
};

export const nodes: TableKind = {
  file: 'nodes.csv',
  about: 'Who writes and who is written to, as Gephi reads it.',
  columns: [
    text('Id', 'Id in the registers; without one the name.'),
    text('Label', 'The name.'),
    text('Kind', 'person or organization.'),
  ],
};

export const edges: TableKind = {
  file: 'edges.csv',
  about: 'Who wrote to whom, and how often, as Gephi reads it.',
  columns: [
    text('Source', 'Id of the sender in nodes.csv.'),
    text('Target', 'Id of the recipient in nodes.csv.'),
    text('Type', 'Directed.'),
    count('Weight', 'How many documents.'),
  ],
};

export const pages: TableKind = {
  file: 'pages.jsonl',
  about:
    'The text of each printed page. A word that is divided by the end of a page is on the page where it begins; paragraphs are separated by line ends.',
  columns: [
    text('volume', 'Id of the volume or file.'),
    page,
    { name: 'documents', type: 'array', about: 'Ids of the documents and sections on the page.' },
    text('text', 'The running text, without notes.'),
    { name: 'notes', type: 'array', about: 'The notes called on the page: document, number, call, text.' },
  ],
};

export const notes: TableKind = {
  file: 'notes.jsonl',
  about: 'The notes.',
  columns: [
    document,
    count('number', 'Number of the note in its document, from 1, in the order of the calls.'),
    text('call', 'The call as it is shown.'),
    text('page', 'Label of the printed page on which it is called.'),
    text('text', 'The words of the note.'),
  ],
  refers: { document: 'documents' },
};

export const paragraphs: TableKind = {
  file: 'paragraphs.jsonl',
  about:
    'The running text in paragraphs, headings, lines of verse and items of lists. All of a document in their order are its text.',
  columns: [
    document,
    count('number', 'Number in the document, from 1.'),
    text('kind', 'paragraph, heading, dateline, signed, item, cell, line …'),
    text('page', 'Label of the printed page on which it begins.'),
    text('text', 'Its words.'),
  ],
  refers: { document: 'documents' },
};

export const apparatus: TableKind = {
  file: 'apparatus.csv',
  about: 'What the critical apparatus has in addition to the text: readings of other witnesses, and notes on them.',
  columns: [
    document,
    page,
    count('entry', 'Number of the entry in its document, from 1.'),
    text('lemma', 'The words in the text.'),
    text('kind', 'reading, or what is said of one: note, detail, witnesses.'),
    text('reading', 'The words of the reading.'),
    text('witnesses', 'Sigla of its witnesses, separated by spaces.'),
    text('sources', 'Sigla of the editions or scholars that it is from.'),
    text('hand', 'Whose hand it is.'),
    text('type', 'Its type, in the words of the source.'),
    text('cause', 'Why it differs, in the words of the source.'),
    text('certainty', 'How sure the editors are.'),
  ],
  refers: { document: 'documents' },
};

/** All tables in the order in which the package lists them. */
export const tableKinds: readonly TableKind[] = [
  documents,
  ...Object.values(entityTables),
  mentions,
  letters,
  nodes,
  edges,
  pages,
  notes,
  paragraphs,
  apparatus,
];
