import type { Explanation } from './explanation.ts';

/** What can be wrong with the settings of an edition. */
export const settings: readonly Explanation[] = [
  {
    code: 'unknown-setting',
    title: 'A setting that does not exist',
    severity: 'error',
    why: 'A setting that is misspelt would be left aside in silence, and the edition would not be what was wanted.',
    fix: 'The settings are listed in docs/how-to/settings.md.',
  },
  {
    code: 'wrong-setting',
    title: 'A setting with a value that makes no sense',
    severity: 'error',
    why: 'Guessing what is meant would be worse than asking.',
    fix: 'Write the value as the finding says.',
  },
  {
    code: 'unused-silence',
    title: 'A silence that silences nothing',
    severity: 'review',
    why: 'A silence that stays behind when its reason is gone would hide the next mistake. Errors cannot be silenced.',
    fix: 'Take it out of octavo.config.json.',
  },
];
