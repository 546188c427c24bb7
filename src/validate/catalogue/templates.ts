import type { Explanation } from './explanation.ts';

/** What can be wrong with the templates of an edition. */
export const templates: readonly Explanation[] = [
  {
    code: 'wrong-template',
    title: 'A design of printed books that cannot be used',
    severity: 'error',
    why: 'Without its design a book (PDF) cannot be set.',
    fix: 'Name one of the designs that come with Octavo, or put the file into templates/print/ (docs/how-to/print.md).',
  },
  {
    code: 'broken-template',
    title: 'A template that cannot be read',
    severity: 'error',
    why: 'No page can be made from it.',
    fix: 'Look at the braces: {{field}}, {{{html}}}, {{#if field}} … {{/if}}, {{> partial}}.',
  },
  {
    code: 'template-variable',
    title: 'A template that uses something that does not exist',
    severity: 'error',
    why: 'The page would be empty at this place.',
    fix: 'What a template can use is listed in docs/formats/html.md.',
  },
  {
    code: 'unused-template',
    title: 'A template that no page uses',
    severity: 'review',
    why: 'A template with a misspelt name replaces nothing.',
    fix: 'Give it the name of the template that it replaces, or use it in another one.',
  },
];
