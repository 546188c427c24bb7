import { describe, expect, it } from 'vitest';
import { documentsTable } from '../../src/formats/citation/documents-table.ts';
import { recommendedCitation } from '../../src/formats/citation/recommended.ts';
import { editionOf, manyEdition, manyUnits, unitWith } from './citation-units.ts';

describe('the recommended citation', () => {
  it('has the form that history.state.gov asks for', () => {
    expect(recommendedCitation(unitWith(), manyEdition)).toEqual({
      text: 'Foreign Relations of the United States, 1969–1976, Volume XII, Soviet Union, January 1969–October 1970, ed. Erin R. Mahan (Washington: Government Printing Office, 2006), Document 194.',
      html: '<i>Foreign Relations of the United States</i>, 1969–1976, Volume XII, Soviet Union, January 1969–October 1970, ed. Erin R. Mahan (Washington: Government Printing Office, 2006), Document 194.',
    });
  });

  it('leaves out what is not known, and names a section by its heading', () => {
    const unit = unitWith(
      { kind: 'section', number: '', title: 'Preface' },
      { editors: [], publisher: '', subseries: '' },
    );
    expect(recommendedCitation(unit, manyEdition).text).toBe(
      'Foreign Relations of the United States, Volume XII, Soviet Union, January 1969–October 1970, Preface.',
    );
  });

  it('cites a letter in its edition, and a novel as a book', () => {
    expect(recommendedCitation(manyUnits[6]!, manyEdition).html).toBe(
      'Fedor Mamroth, “Fedor Mamroth an Arthur Schnitzler, 2. 8. 1889,” in <i>Briefwechsel mit Autorinnen und Autoren</i>, eds. Martin Anton Müller and Gerd-Hermann Susen (Vienna: Austrian Centre for Digital Humanities, 2023), https://history.state.gov/historicaldocuments/frus1969-76v12/L00001.',
    );
    expect(recommendedCitation(manyUnits[5]!, manyEdition).text).toBe(
      'Victoria Cross, The Woman Who Didn’t (London: John Lane, 1895).',
    );
  });

  it('takes a publisher’s short form and a template of one’s own', () => {
    const unit = unitWith({}, { publisher: 'Imprint & Co.' });
    const publishers = { 'Imprint & Co.': 'Imprint <Co.>' };
    expect(
      recommendedCitation(unit, manyEdition, { publishers, template: '_{title}_[, {isbnx}] ([{publisher}])' }).html,
    ).toBe(
      '<i>Memorandum From the President’s Assistant for National Security Affairs (Kissinger) to President Nixon</i> (Imprint &lt;Co.&gt;)',
    );
  });
});

describe('the table of documents', () => {
  const table = documentsTable(editionOf([unitWith({ title: 'A "quoted", title' }), manyUnits[1]!]));

  it('has a line for each document, and none for the sections around them', () => {
    const content = String(table.content);
    expect(table.path).toBe('documents.csv');
    expect(
      content.startsWith(
        '\uFEFFid,number,title,date,printed date,sender,recipient,place,first page,last page,notes,words,citation\r\n',
      ),
    ).toBe(true);
    expect(content.split('\r\n')[1]).toBe(
      'd194,194,"A ""quoted"", title",1970-08-04/1970-08-14,undated,"Kissinger, Henry A.",Nixon,Washington,590,595,8,1800,' +
        '"Foreign Relations of the United States, 1969–1976, Volume XII, Soviet Union, January 1969–October 1970, ed. Erin R. Mahan (Washington: Government Printing Office, 2006), Document 194."',
    );
    expect(content.split('\r\n')).toHaveLength(3);
  });
});
