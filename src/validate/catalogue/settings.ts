import type { Explanation } from './explanation.ts';

/** What can be wrong with the settings of an edition. */
export const settings: readonly Explanation[] = [
  {
    code: 'unknown-setting',
    title: 'A setting that does not exist',
    severity: 'error',
    why: 'A misspelt setting would be ignored silently, and the edition would not be what was wanted.',
    fix: 'The settings are listed in docs/how-to/settings.md.',
  },
  {
    code: 'wrong-setting',
    title: 'A setting with a value that does not make sense',
    severity: 'error',
    why: 'Guessing what is meant would be worse than asking.',
    fix: 'Write the value as the finding says.',
  },
  {
    code: 'unused-silence',
    title: 'A silence that silences nothing',
    severity: 'review',
    why: 'A silence that is left over when its reason is gone would hide the next mistake. Errors cannot be silenced.',
    fix: 'Remove it from octavo.config.json.',
  },
  {
    code: 'unused-row',
    title: 'A row of the edition’s table that decides nothing',
    severity: 'review',
    why: 'The row may be misspelt; what it was written for is shown as if it were not there.',
    fix: 'Correct the selector under “elements” in octavo.config.json, or remove the row.',
  },
  {
    code: 'model-not-followed',
    title: 'A model of the ODD that is not followed',
    severity: 'note',
    why: 'Its predicate cannot be decided while a file is read, or its behaviour is not something that an element can be here: our own rule holds.',
    fix: 'Where it matters, say it in a row of the setting “elements”, which is stronger than a model.',
  },
  {
    code: 'row-not-followed',
    title: 'Elements that cannot be what a row of the edition’s table says',
    severity: 'review',
    why: 'At their place the page has no room for it: a heading, for example, holds nothing but words. They are shown as they would be without the row.',
    fix: 'Select only the elements that can be it, or change what is around them.',
  },
];
