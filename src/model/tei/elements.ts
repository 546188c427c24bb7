import { mathNamespace } from '../formula/mathml.ts';
import { analysis } from './analysis.ts';
import { editorial } from './editorial.ts';
import { genres } from './genres.ts';
import type { TeiElement } from './names.ts';
import { namesAndRegisters } from './names-and-registers.ts';
import { phrases } from './phrases.ts';
import { records } from './records.ts';
import type { Rule } from './rule.ts';
import { text } from './text.ts';

/** The one table: what each element of TEI is. The compiler asks for every name. */
export const elements: Readonly<Record<TeiElement, Rule>> = {
  ...text,
  ...namesAndRegisters,
  ...phrases,
  ...editorial,
  ...genres,
  ...analysis,
  ...records,
};

/** Attachments, which projects have in namespaces of their own. */
const attachment: Rule = { group: 'division', becomes: 'section', role: 'attachment' };

/** A formula in MathML, by itself or in a `formula`. */
const math: Rule = { group: 'formula', becomes: 'formula' };

/** All rules by the local name of the element. */
export const rules: ReadonlyMap<string, Rule> = new Map<string, Rule>([
  ...Object.entries(elements),
  ['attachment', attachment],
  [`{${mathNamespace}}math`, math],
]);

/** The rule of an element; undefined for a name that TEI does not have. */
export const ruleOf = (name: string): Rule | undefined => rules.get(name);
