import type { EntryFault, FaultyEntry } from '../../model/read-tei/apart-entries.ts';
import type { Rule, Told } from '../rule.ts';

const tellers: Readonly<Record<EntryFault, (entry: FaultyEntry) => Told>> = {
  'no-target': ({ says }) => ({
    message: `This entry is about ${says}, which is not in the text of this file.`,
    fix: 'Give from and to the ids of elements or anchors in the text.',
  }),
  'no-number': ({ says }) => ({
    message: `No place of the text has the number ${says}, or several have it.`,
    fix: 'Write the number as the n of the divisions, sections and lines say it: 12.1.',
  }),
  'no-lemma': ({ says, lemma }) =>
    lemma === ''
      ? {
          message: `This entry is about ${says}, but does not say about which words.`,
          fix: 'Put the words into a lem, or say with from and to where they are.',
        }
      : { message: `“${lemma}” is not in ${says}.`, fix: 'Write the lemma as the text has it.' },
  several: ({ says, lemma }) => ({
    message: `“${lemma}” is in ${says} more than once.`,
    fix: 'Say with n of the lem which one is meant: <lem n="2">.',
  }),
  crosses: ({ says }) => ({
    message: `The words of this entry (${says}) begin in one paragraph or line and end in another.`,
    fix: 'Write an entry for each of them.',
  }),
  overlaps: ({ says }) => ({
    message: `The words of this entry (${says}) overlap those of another entry, or have too many entries.`,
    fix: 'Let one entry be about the words of both.',
  }),
  held: ({ says }) => ({
    message: `This entry (${says}) holds a division or a collected note and cannot be put at its words.`,
    fix: 'Take the division or the note out of the entry.',
  }),
  differs: ({ says, lemma }) => ({
    message: `The text does not have “${lemma}” where this entry is (${says}).`,
    why: 'The words of the text are its lemma; what it has as its lem is shown as a further reading.',
    fix: 'Write the lem as the text has it, or move from and to.',
  }),
};

export const entryPlace: Rule = {
  code: 'entry-place',
  title: 'An entry of the apparatus without its lemma',
  why: 'Without its lemma an entry cannot be called from the text; it stays where it is written.',
  fix: 'Say in from and to, or in loc and lem, which words of the text it is about.',
  severity: 'review',
  examples: {
    good: [
      '<p>The <anchor xml:id="a"/>fox<anchor xml:id="b"/> ran</p><listApp><app from="#a" to="#b"><rdg>dog</rdg></app></listApp>',
      '<p n="1">The fox ran</p><listApp><app loc="1"><lem>fox</lem><rdg>dog</rdg></app></listApp>',
    ],
    bad: [
      {
        tei: '<p n="1">The fox ran</p><listApp><app loc="1"><lem>wolf</lem><rdg>dog</rdg></app></listApp>',
        finds: '<app loc="1">',
      },
      {
        tei: '<p>The <w xml:id="a">fox</w> ran</p><listApp><app from="#a"><lem>wolf</lem><rdg>dog</rdg></app></listApp>',
        finds: '<app from="#a">',
      },
    ],
  },
  begin: ({ report }) => ({
    file: () => ({
      end: ({ source, faultyEntries }) => {
        for (const entry of faultyEntries) report(source, entry.start, entry.end, tellers[entry.fault](entry));
      },
    }),
  }),
};
