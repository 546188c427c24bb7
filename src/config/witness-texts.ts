import { isWitnessId } from './base.ts';

/** The setting `witnessTexts`: of which witnesses of an apparatus texts are made. */

export type WitnessTexts = 'all' | 'none' | readonly string[];

export const witnessTextsWanted = '"all", "none", or a list of ids of witnesses: ["A", "B"]';

export const areWitnessTexts = (value: unknown): value is WitnessTexts =>
  value === 'all' || value === 'none' || (Array.isArray(value) && value.every(isWitnessId));
