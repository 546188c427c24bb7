import type { Explanation } from './explanation.ts';

/** What can be wrong with the stylesheets of an edition. */
export const stylesheets: readonly Explanation[] = [
  {
    code: 'stylesheet-broken',
    title: 'A stylesheet of the edition that cannot be used',
    severity: 'error',
    why: 'The edition would not be as its stylesheets say, so nothing is built.',
    fix: 'Correct it at the place that the finding names; docs/how-to/own-stylesheets.md shows how one begins.',
  },
  {
    code: 'stylesheet-refused',
    title: 'A stylesheet of the edition that uses what it may not use',
    severity: 'error',
    why: 'Whoever builds an edition of strangers must be safe, and the same text must always give the same result.',
    fix: 'Write it with functions and instructions that make values from the text: no other documents, no clock, no chance.',
  },
  {
    code: 'stylesheet-failed',
    title: 'A stylesheet of the edition that stopped',
    severity: 'error',
    why: 'What it was to make is missing, so nothing is built.',
    fix: 'Correct the template. Where two templates match one element, give one of them a priority.',
  },
  {
    code: 'stylesheet-result',
    title: 'A stylesheet that makes what the reading edition does not have',
    severity: 'error',
    why: 'No page and no other output knows what it should be.',
    fix: 'Make only the kinds that docs/reading-vocabulary.md lists.',
  },
  {
    code: 'stylesheet-needs-row',
    title: 'A stylesheet that changes more than roles and looks',
    severity: 'review',
    why: 'The proof does not run stylesheets. It would report the change as lost, so that no stylesheet can hide a loss.',
    fix: 'If it is meant, say it in a row of the setting “elements” as well; the finding offers the row where it can.',
  },
  {
    code: 'stylesheet-passed-over',
    title: 'A stylesheet that is not laid over ours',
    severity: 'note',
    why: 'A folder with the name xslt may hold stylesheets for other programs.',
    fix: 'Nothing needs to be done; one that is meant for Octavo names the namespace urn:octavo:mode.',
  },
];
