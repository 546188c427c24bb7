import type { RegisterEntry } from '../../model/edition.ts';
import type { FileReading } from '../../model/read-tei/read-file.ts';
import type { EditionView } from '../edition-view.ts';
import type { FilePointer } from '../file-pointers.ts';
import { elementAt } from '../element-at.ts';
import type { Rule, RuleRun } from '../rule.ts';

/** Elements that name somebody or something, and the kind of entry they may lead to; empty: any. */
const names: Readonly<Record<string, RegisterEntry['kind'] | ''>> = {
  persName: 'person',
  orgName: 'organization',
  placeName: 'place',
  name: '',
  rs: '',
  term: '',
  gloss: '',
};

/** Elements that hold text and are not an entry of anything. */
const textual =
  /^(div[0-7]?|p|ab|pb|lb|note|head|text|body|front|back|TEI|teiHeader|figure|table|row|cell|l|lg|q|quote|ref|anchor)$/;

const words: Readonly<Record<RegisterEntry['kind'], string>> = {
  person: 'a person',
  organization: 'an organisation',
  place: 'a place',
  term: 'a term',
  other: 'something else',
};

const pointing = /^(ref|corresp|target)$/;

/** What is wrong with a name's pointer, if anything. */
function mistake(target: FileReading, { element, id, value }: FilePointer): string | undefined {
  const wanted = names[element];
  const entry = target.registers.get(id);
  if (!entry) {
    const found = elementAt(target, id);
    const isText = found !== undefined && textual.test(found);
    return isText ? `“${value}” leads to a <${found}>, which is not a register entry.` : undefined;
  }
  if (!wanted || entry.kind === wanted || entry.kind === 'other' || entry.kind === 'term') return undefined;
  return `This name of ${words[wanted]} leads to ${words[entry.kind]}: “${entry.name || value}”.`;
}

function check({ report }: RuleRun, edition: EditionView, file: FileReading, pointer: FilePointer): void {
  const { element, attribute, name, starts, ends } = pointer;
  if (names[element] === undefined || !pointing.test(attribute)) return;
  const target = name === '' ? file : edition.file(name, file.source.file);
  const message = target && mistake(target, pointer);
  if (message !== undefined) starts.forEach((start, i) => report(file.source, start, ends[i]!, { message }));
}

export const nameTarget: Rule = {
  code: 'name-target',
  title: 'A name that does not lead to a register entry, or leads to one of another kind',
  why: 'A reader who follows the name, and the index made from it, would get something else.',
  fix: 'Make it point to the entry that is meant.',
  severity: 'review',
  examples: {
    good: [
      '<p><persName ref="#KHA">Kissinger</persName></p><list><item><persName xml:id="KHA">Kissinger, Henry A.</persName></item></list>',
      '<p><rs ref="#KHA">he</rs></p><listPerson><person xml:id="KHA"><persName>Kissinger</persName></person></listPerson>',
    ],
    bad: [
      { tei: '<p><persName ref="#d1">Kissinger</persName></p><div xml:id="d1"><p>a</p></div>', finds: 'ref="#d1"' },
      {
        tei: '<p><placeName ref="#KHA">Moscow</placeName></p><listPerson><person xml:id="KHA"><persName>K.</persName></person></listPerson>',
        finds: 'ref="#KHA"',
      },
    ],
  },
  begin: (run) => ({
    edition: (edition) => {
      for (const file of edition.files)
        for (const pointer of edition.pointers(file).pointers) check(run, edition, file, pointer);
    },
  }),
};
