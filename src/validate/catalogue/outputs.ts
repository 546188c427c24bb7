import type { Explanation } from './explanation.ts';

/** What a build and its proof have to say. */
export const outputs: readonly Explanation[] = [
  {
    code: 'element-without-rule',
    title: 'An element that the reading edition does not know',
    severity: 'note',
    why: 'Its words are kept as they stand, but no rule says how they should be shown.',
    fix: 'To decide how to show it: docs/how-to/add-an-element.md.',
  },
  {
    code: 'lost',
    title: 'Something in the source that is missing or changed in an output',
    severity: 'error',
    why: 'The edition promises that every word, page break, note call and note of the source is in every output.',
    fix: 'Build again; if it stays, please report it.',
  },
  {
    code: 'address-moved',
    title: 'A document that would move to another address',
    severity: 'error',
    why: 'Whoever has cited or linked its address would find nothing there, or another text.',
    fix: 'Give the new documents ids of their own, build them into a folder of their own, or accept it with --allow-removals.',
  },
  {
    code: 'address-gone',
    title: 'A document that was built and would vanish',
    severity: 'error',
    why: 'Whoever has cited or linked its address would find nothing there.',
    fix: 'Put the document back, with the id it had, or accept it with --allow-removals.',
  },
];
