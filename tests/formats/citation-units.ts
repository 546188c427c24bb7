/** Units with the facts of real editions, for the tests of the citations. */

import { plainSigns } from '../../src/model/signs.ts';
import type { Edition, RegisterEntry, Unit, UnitInfo } from '../../src/model/edition.ts';
import type { Agent, UnitFacts, VolumeFacts } from '../../src/model/facts.ts';

const frusVolume: VolumeFacts = {
  id: 'frus1969-76v12',
  title: 'Foreign Relations of the United States, 1969–1976, Volume XII, Soviet Union, January 1969–October 1970',
  series: 'Foreign Relations of the United States',
  subseries: '1969–1976',
  volumeLabel: 'Volume XII',
  volume: '12',
  volumeTitle: 'Soviet Union, January 1969–October 1970',
  authors: [],
  editors: [{ family: 'Mahan', given: 'Erin R.', literal: 'Erin R. Mahan' }],
  generalEditors: [{ family: 'Keefer', given: 'Edward C.', literal: 'Edward C. Keefer' }],
  publisher: 'United States Government Printing Office',
  place: 'Washington',
  published: { text: '2006' },
  isbn: '9780160766985',
  language: 'en-US',
};

export const person = (text: string, key?: string): Agent => ({
  kind: 'person',
  name: { literal: text },
  text,
  ...(key === undefined ? {} : { key }),
});

const facts: UnitFacts = {
  id: 'd194',
  kind: 'document',
  number: '194',
  title: 'Memorandum From the President’s Assistant for National Security Affairs (Kissinger) to President Nixon',
  senders: [person('Kissinger', 'people.xml#KHA')],
  recipients: [person('Nixon', '#nowhere')],
  date: { notBefore: '1970-08-04', notAfter: '1970-08-14', text: 'undated' },
  place: 'Washington',
  source: 'National Archives, Nixon Presidential Materials',
  pages: ['590', '591', '592', '593', '594', '595'],
  notes: 8,
  words: 1800,
};

/** A unit of a volume: document 194 of FRUS 1969–76, volume XII, unless told otherwise. */
export function unitWith(
  changes: Partial<UnitFacts> = {},
  volume: Partial<VolumeFacts> = {},
  wholeFile = false,
): UnitInfo {
  return {
    facts: { ...facts, ...changes },
    source: { path: 'volume.xml', sha256: '', except: [], ...(wholeFile ? {} : { xmlId: changes.id ?? facts.id }) },
    volume: { ...frusVolume, ...volume },
    depth: 0,
    leadingPages: 0,
  };
}

const register: readonly RegisterEntry[] = [
  { id: 'KHA', kind: 'person', name: 'Henry A. Kissinger', family: 'Kissinger', given: 'Henry A.' },
  { id: 'DOS', kind: 'organization', name: 'Department of State' },
];

export function editionOf(units: readonly UnitInfo[], changes: Partial<Edition> = {}): Edition {
  return {
    id: 'edition',
    title: 'An edition',
    signs: plainSigns,
    baseUrl: 'https://history.state.gov/historicaldocuments/frus1969-76v12/{id}',
    units,
    resolve: () => undefined,
    register: (target) => register.find((entry) => target.endsWith(`#${entry.id}`)),
    ...changes,
  };
}

export const asUnit = (info: UnitInfo): Unit => ({
  ...info,
  reading: { kind: 'section', tei: 'div', children: [] },
  tei: '',
});

const novel = (title: string): Partial<VolumeFacts> => ({
  ...{ id: 'ENG18950', title, volumeTitle: title, volumeLabel: '', subseries: '', isbn: '', language: 'en' },
  ...{ authors: [{ family: 'Cross', given: 'Victoria', literal: 'Victoria Cross' }], editors: [], generalEditors: [] },
  ...{ publisher: 'John Lane', place: 'London', published: { when: '1895' }, series: 'Keynotes', volume: '18' },
});

const letters: Partial<VolumeFacts> = {
  ...{
    id: 'L00001',
    title: 'Fedor Mamroth an Arthur Schnitzler, 2. 8. 1889',
    series: 'Briefwechsel mit Autorinnen und Autoren',
  },
  ...{
    subseries: '',
    volumeLabel: '',
    volume: '',
    volumeTitle: '',
    isbn: '',
    published: { when: '2023', text: '2023' },
    place: 'Vienna',
    language: 'de-AT',
  },
  publisher: 'Austrian Centre for Digital Humanities',
  generalEditors: [],
  editors: [
    { family: 'Müller', given: 'Martin Anton', literal: 'Martin Anton Müller' },
    { family: 'Susen', given: 'Gerd-Hermann', literal: 'Gerd-Hermann Susen' },
  ],
};

const withoutNumber = { senders: [], recipients: [], pages: [], number: '' } as const;

/** One unit of every kind that is cited differently, and every trap that a format has. */
export const manyUnits: readonly UnitInfo[] = [
  unitWith(),
  unitWith({ ...withoutNumber, id: 'preface', kind: 'section', title: 'Preface', pages: ['III', 'IV', 'IX'] }),
  unitWith({ ...withoutNumber, id: 'untitled', kind: 'section', title: '', pages: ['I'] }),
  unitWith({
    id: 'd7',
    number: '7',
    title: 'A & B: 50% of $5 #1 under_score {braces} ~ ^ \\n “q” -- --- a,,b <<x>> [sic] @ = x | y ?`z` é 日本',
    senders: [
      {
        ...person('Sanford'),
        name: { family: 'Sanford', given: 'William F.', suffix: 'Jr.', literal: 'William F. Sanford, Jr.' },
      },
      {
        ...person('MacArthur'),
        name: { family: 'MacArthur', given: 'Douglas', suffix: 'II', literal: 'Douglas MacArthur II' },
      },
      { ...person('Van der Berg'), name: { family: 'Van der Berg', given: 'Bob', literal: 'Bob Van der Berg' } },
    ],
  }),
  unitWith({
    id: 'd8',
    number: '8',
    title: 'It’s the “Understanding” That’s Printed 1969–1970',
    senders: [
      { kind: 'organization', name: { literal: 'Department of State' }, text: 'the Department', key: 'people.xml#DOS' },
      { kind: 'organization', name: { literal: 'Smith and Sons' }, text: 'Smith and Sons' },
      person('Khrushchev'),
    ],
    pages: ['600'],
  }),
  unitWith({ id: 'ENG18950', ...withoutNumber, title: 'The Woman Who Didn’t' }, novel('The Woman Who Didn’t'), true),
  unitWith(
    {
      id: 'L00001',
      number: '',
      title: 'Fedor Mamroth an Arthur Schnitzler, 2. 8. 1889',
      senders: [{ ...person('Mamroth, Fedor'), name: { family: 'Mamroth', given: 'Fedor', literal: 'Fedor Mamroth' } }],
      date: { when: '1889-08-02', text: '2. 8. 1889' },
      pages: ['1'],
    },
    letters,
    true,
  ),
];

export const manyEdition: Edition = editionOf(manyUnits);
