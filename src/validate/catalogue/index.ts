import { rules } from '../rules/index.ts';
import type { Explanation } from './explanation.ts';
import { files } from './files.ts';
import { includes } from './includes.ts';
import { imports } from './imports.ts';
import { outputs } from './outputs.ts';
import { schema } from './schema.ts';
import { schematron } from './schematron.ts';
import { settings } from './settings.ts';
import { stylesheets } from './stylesheets.ts';
import { templates } from './templates.ts';
import { xmlAttributes } from './xml-attributes.ts';
import { xmlCharacters } from './xml-characters.ts';
import { xmlTags } from './xml-tags.ts';

/** Every code a finding can have, with its explanation: the rules explain themselves, the rest is here. */

export type { Explanation } from './explanation.ts';

/** A chapter of the catalogue. */
interface Chapter {
  readonly title: string;
  readonly explanations: readonly Explanation[];
}

const ruleExplanations: readonly Explanation[] = rules.map(({ code, title, severity, why, fix, examples }) => {
  const [bad] = examples.bad;
  const [good] = examples.good;
  return { code, title, severity, why, fix, ...(bad && { bad: bad.tei }), ...(good !== undefined && { good }) };
});

export const chapters: readonly Chapter[] = [
  { title: 'Rules', explanations: ruleExplanations },
  { title: 'What a schema finds', explanations: schema },
  { title: 'What a Schematron schema finds', explanations: schematron },
  { title: 'XML: tags', explanations: xmlTags },
  { title: 'XML: attributes', explanations: xmlAttributes },
  { title: 'XML: characters, comments, instructions', explanations: xmlCharacters },
  { title: 'Files', explanations: files },
  { title: 'Includes and entities', explanations: includes },
  { title: 'Settings', explanations: settings },
  { title: 'Templates', explanations: templates },
  { title: 'Stylesheets of an edition', explanations: stylesheets },
  { title: 'Imports', explanations: imports },
  { title: 'Outputs', explanations: outputs },
];

/** Codes that were used once and mean nothing any more; they are never used again. */
export const retiredCodes: readonly string[] = [];

export const explanations: readonly Explanation[] = chapters.flatMap((chapter) => chapter.explanations);

/** The explanation of a code. */
export const explain = (code: string): Explanation | undefined => explanations.find((one) => one.code === code);
