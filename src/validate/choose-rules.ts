import type { ChosenRule } from './run-rules.ts';
import { rules } from './rules/index.ts';

/** The rules of one edition. */
export const chooseRules = (): ChosenRule[] => rules.map((rule) => ({ rule, options: {} }));
