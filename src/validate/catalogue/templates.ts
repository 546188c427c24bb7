import type { Explanation } from './explanation.ts';

/** What can be wrong with the templates of an edition. */
export const templates: readonly Explanation[] = [
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
