import type { Explanation } from './explanation.ts';

/** What Schematron rules find, and what can be wrong with them. */
export const schematron: readonly Explanation[] = [
  {
    code: 'schematron',
    title: 'Something that a Schematron rule of yours does not allow',
    severity: 'error',
    why: 'The rule is in the schema that was given with --schematron; the message is its own text.',
    fix: 'Do what the message says, or fix the rule.',
  },
  {
    code: 'schematron-schema',
    title: 'A Schematron schema that cannot be used',
    severity: 'error',
    why: 'A schema with a mistake would reject valid documents, or accept invalid ones; so nothing is checked against it.',
    fix: 'Fix the schema; the finding says what is wrong.',
  },
  {
    code: 'schematron-refused',
    title: 'A Schematron schema that uses what rules may not use',
    severity: 'error',
    why: 'Rules come with an edition, and an edition of strangers must not run programs, read files or reach the network. The schema was not run.',
    fix: 'Write the rule with functions that only look at the document; other XML documents are read with doc().',
  },
  {
    code: 'schematron-untrusted',
    title: 'Schematron rules that wait for trust in an editor',
    severity: 'review',
    why: 'Rules are programs that come with the files, and files that are only looked at must not run any.',
    fix: 'If you know where the files come from, answer “Run its rules” when the editor asks, or set “trusted” for Octavo in its settings.',
  },
  {
    code: 'schematron-not-run',
    title: 'Schematron rules inside a grammar that were not run',
    severity: 'note',
    why: 'The grammar is named as a grammar only, so its rules were not asked for.',
    fix: 'Name it as Schematron too, in an xml-model with schematypens="http://purl.oclc.org/dsdl/schematron", or give it with --schematron.',
  },
  {
    code: 'schematron-reach',
    title: 'A document that Schematron rules asked for and may not read',
    severity: 'review',
    why: 'Rules read XML files in the folder of the schema and in that of the edition. They went on as if this one did not exist.',
    fix: 'Put the document there; a document on the web is named in a catalog.xml next to the schema.',
  },
  {
    code: 'schematron-stopped',
    title: 'A Schematron check that was stopped',
    severity: 'error',
    why: 'Its rules failed, or took too long or too much memory on this file; the rest of the file is not checked by them.',
    fix: 'Look for rules that compare everything with everything: keys and variables make them fast.',
  },
];
