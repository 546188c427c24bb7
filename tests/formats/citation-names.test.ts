import { describe, expect, it } from 'vitest';
import { citationOf } from './citation-header.ts';

/** Names are taken apart only where the source does so, and never torn. */

const authorsOf = (people: string): unknown => citationOf({ people }).csl['author'];
const author = (content: string): unknown => authorsOf(`<author>${content}</author>`);
const bibOf = (people: string): string | undefined => /^ {2}author = \{(.*)\},$/m.exec(citationOf({ people }).bib)?.[1];

describe('names of corporate bodies', () => {
  it.each([
    'Department of Trade and Industry',
    'U.S. Department of State',
    'Cambridge University Press',
    'Office of the Secretary, Defense',
    'Académie française, Paris',
    'Bundesarchiv, Koblenz',
    'United States, President (1861-1865 : Lincoln)',
    'Marks and Spencer',
    'Royal Society of London for Improving Natural Knowledge',
    'J. Paul Getty Trust',
    'John F. Kennedy Library',
  ])('stay whole, though nothing marks them: %s', (name) => {
    expect(author(name)).toEqual([{ literal: name }]);
    expect(bibOf(`<author>${name}</author>`)).toBe(`{${name}}`);
  });

  it.each([
    '<orgName>Office, Historian</orgName>',
    '<name type="org">Office, Historian</name>',
    '<name type="organisation">Office, Historian</name>',
  ])('stay whole where the source says what they are: %s', (marked) => {
    expect(author(marked)).toEqual([{ literal: 'Office, Historian' }]);
    expect(bibOf(`<author>${marked}</author>`)).toBe('{Office, Historian}');
  });

  it('are not the affiliation of a person', () => {
    expect(author('<persName>Prag, Jonathan</persName>, <orgName>University of Oxford</orgName>')).toEqual([
      { family: 'Prag', given: 'Jonathan' },
    ]);
  });
});

describe('life dates are left out of a name:', () => {
  const john = [{ family: 'Burnet', given: 'John' }];
  it.each([
    ...['Burnet, John, 1863–1928', 'Burnet, John (1863-1928)', 'Burnet, John, 1863-1928?', 'Burnet, John, b. 1863', 'Burnet, John 1863–1928'],
    ...['Burnet, John, 1863-', 'Burnet, John, ca. 1863-1928.', 'Burnet, John [1863–1928]', 'Burnet, John, d. 1928', 'Burnet, John, fl. 1900'],
    ...['<persName>Burnet, John <date>1863–1928</date></persName>', 'Burnet, John<note>born in 1863</note>'],
  ])('%s', (name) => {
    expect(author(name)).toEqual(john);
  }); // prettier-ignore

  it('but a name of nothing but dates is not emptied, and bodies keep their years', () => {
    expect(author('1863–1928')).toEqual([{ literal: '1863–1928' }]);
    expect(author('<orgName>Congress (1863)</orgName>')).toEqual([{ literal: 'Congress (1863)' }]);
  });
});

describe('the parts of a name', () => {
  it('are those that the source marks: particle and suffix too', () => {
    const people = `<author><persName><forename>Vincent</forename> <nameLink>van</nameLink> <surname>Gogh</surname></persName></author>
      <author><forename>Jean</forename> <nameLink>d’</nameLink><surname>Alembert</surname></author>
      <author><forename>Martin Luther</forename> <surname>King</surname> <genName>Jr.</genName></author>`;
    expect(authorsOf(people)).toEqual([
      { family: 'Gogh', given: 'Vincent', 'non-dropping-particle': 'van' },
      { family: 'Alembert', given: 'Jean', 'non-dropping-particle': 'd’' },
      { family: 'King', given: 'Martin Luther', suffix: 'Jr.' },
    ]);
    expect(bibOf(people)).toBe('van Gogh, Vincent and {d’Alembert}, Jean and King, Jr., Martin Luther');
    const { ris, words } = citationOf({ people });
    expect(ris).toContain('AU  - van Gogh, Vincent\nAU  - d’Alembert, Jean\nAU  - King, Martin Luther, Jr.\n');
    expect(words).toMatch(/^Vincent van Gogh, Jean d’Alembert, and Martin Luther King, Jr., The Title/);
  });

  it('are separated by a comma, or by an initial before the last word', () => {
    expect(author('Hofmannsthal, Hugo von')).toEqual([{ family: 'Hofmannsthal', given: 'Hugo von' }]);
    expect(author('Erin R. Mahan')).toEqual([{ family: 'Mahan', given: 'Erin R.' }]);
    expect(author('William F. Sanford, Jr.')).toEqual([{ family: 'Sanford', given: 'William F.', suffix: 'Jr.' }]);
    expect(author('Sanford, Jr., William F.')).toEqual([{ family: 'Sanford', given: 'William F.', suffix: 'Jr.' }]);
  });

  it.each(['Plato', 'A. B.', 'Li Bai', '白居易', 'محمد كرد علي', 'Juan C. García Lorca', 'Louis XIV', '[Anonymous]', 'Thompson, Ambassador at Large'])(
    'are not guessed: %s',
    (name) => {
      expect(author(name)).toEqual([{ literal: name }]);
      expect(bibOf(`<author>${name}</author>`)).toBe(`{${name}}`);
    },
  ); // prettier-ignore

  it('are no parts where only a forename is marked', () => {
    expect(author('<forename>Louis</forename> <genName>XIV</genName>')).toEqual([{ literal: 'Louis XIV' }]);
  });

  it('are of any script', () => {
    expect(author('<forename>محمد</forename> <surname>كرد علي</surname>')).toEqual([
      { family: 'كرد علي', given: 'محمد' },
    ]);
    expect(bibOf('<author>كرد علي, محمد</author>')).toBe('{كرد علي}, محمد');
  });
});

describe('several persons', () => {
  const two = [
    { family: 'Smith', given: 'John' },
    { family: 'Doe', given: 'Jane' },
  ];
  it('in one string are taken apart where that is certain, and kept whole where it is not', () => {
    expect(author('Smith, John; Doe, Jane')).toEqual(two);
    expect(author('Smith, John and Doe, Jane')).toEqual(two);
    expect(author('John Smith and Jane Doe')).toEqual([{ literal: 'John Smith and Jane Doe' }]);
  });

  it('of whom not all are named end with “others”', () => {
    expect(author('Smith, John; Doe, Jane, et al.')).toEqual([...two, { literal: 'others' }]);
    const people = '<author><persName>Smith, John</persName> et al.</author>';
    expect(bibOf(people)).toBe('Smith, John and others');
    expect(citationOf({ people }).words).toMatch(/^John Smith et al., The Title/);
  });

  it('are one where the same pointer says so: a name in two scripts', () => {
    const people =
      '<author><persName ref="#a">محمد كرد علي</persName><persName ref="#a">Muḥammad Kurd ʿAlī</persName></author>';
    expect(authorsOf(people)).toEqual([{ literal: 'محمد كرد علي' }]);
  });

  it('without a name vanish', () => {
    expect(authorsOf('<author/><author> </author><author><persName/></author><author>;</author>')).toBeUndefined();
  });
});

describe('people who are not authors', () => {
  it('are editors and translators by their role, by MARC codes, or by a statement that says nothing else', () => {
    const { csl, bib, ris, words } = citationOf({
      people: `<author>Plato</author><editor role="translator">Jowett, B.</editor><respStmt><resp>Edited by</resp><name>Burnet, John</name></respStmt>
        <respStmt><resp key="trl">x</resp><name>Doe, Jane</name></respStmt><respStmt><resp>transcribed by</resp><name>Poe, Joe</name></respStmt>`,
    });
    expect(csl).toMatchObject({
      editor: [{ family: 'Burnet', given: 'John' }],
      translator: [
        { family: 'Jowett', given: 'B.' },
        { family: 'Doe', given: 'Jane' },
      ],
    });
    expect(bib).toContain('  translator = {Jowett, B. and Doe, Jane},\n');
    expect(ris).toContain('A4  - Jowett, B.\nA4  - Doe, Jane\n');
    expect(words).toBe('Plato, The Title, ed. John Burnet, trans. B. Jowett and Jane Doe (P).');
    expect(JSON.stringify(csl)).not.toContain('Poe');
  });
});
