import { join } from 'node:path';
import type { Finding } from '../diagnostics/finding.ts';
import { existsSync } from 'node:fs';
import { readRegularFile, UnreadableFile } from '../source/regular-file.ts';
import { nearestName } from '../source/scan/similar.ts';
import { type SourceText, sourceText } from '../source/text.ts';
import { citationFields, unknownCitationField } from './citation-fields.ts';
import { baseWanted, isBase } from './base.ts';
import { areWitnessTexts, witnessTextsWanted } from './witness-texts.ts';
import { areElements, elementsWanted } from './elements.ts';
import { areLimits, limitsWanted } from './limits.ts';
import { modelIn, wrongModel } from './processing-model.ts';
import { arePages, pagesWanted } from './pages.ts';
import { isPrint, printWanted } from './print.ts';
import { areSigns, signsWanted } from './signs.ts';
import { isObject, isText } from './shapes.ts';
import { type SettingKind, settingKinds, type Settings } from './setting-kinds.ts';
import { isSilence } from './silences.ts';
import { readStrictJson } from './strict-json.ts';

/** The settings of an edition: `octavo.config.json` in its folder, frozen. No file is needed: every setting has a default. */

export { type RuleSetting, settingKinds, type Settings } from './setting-kinds.ts';
export type { Silence } from './silences.ts';

export const configName = 'octavo.config.json';

export const defaultFormats = ['html', 'text', 'tei', 'csl-json', 'bibtex', 'ris'] as const;
/** Formats that are built where they are asked for. */
const knownFormats = [...defaultFormats, 'epub', 'pdf', 'data-package', 'cmif', 'rdf', 'dts', 'standoff', 'search'];
const defaults: Settings = Object.freeze({
  documents: "div[@type='document']",
  formats: defaultFormats,
  exclude: [],
  limits: {},
  rules: {},
  silence: [],
});

interface Loaded {
  readonly settings: Settings;
  readonly findings: readonly Finding[];
}

function placeOf(source: SourceText, key: string): ReturnType<SourceText['span']> {
  const at = source.text.indexOf(JSON.stringify(key));
  return at < 0 ? source.span(0, 0) : source.span(at, at + key.length + 2);
}

const isFormat = (value: unknown): boolean => knownFormats.some((name) => name === value);

/** Results of a search lead to pages. */
const isSearchable = (formats: readonly unknown[]): boolean => !formats.includes('search') || formats.includes('html');

/** What the value of a setting looks like. */
const shapes: Readonly<Record<SettingKind['type'], { fits: (value: unknown) => boolean; wanted: string }>> = {
  text: { fits: isText, wanted: 'a text in quotes' },
  list: { fits: (value) => Array.isArray(value) && value.every(isText), wanted: 'a list of texts: ["…", "…"]' },
  formats: {
    fits: (value) => Array.isArray(value) && value.length > 0 && value.every(isFormat) && isSearchable(value),
    wanted: `a list of one or more of these formats: ${knownFormats.join(', ')} (search only with html)`,
  },
  citation: {
    fits: (value) => typeof value === 'string' && unknownCitationField(value) === undefined,
    wanted: `a text whose fields in braces are some of these: ${citationFields.join(', ')}`,
  },
  rules: {
    fits: (value) => isObject(value) && Object.values(value).every((one) => isText(one) || isObject(one)),
    wanted: 'an object of rules: { "page-order": "off", "mixed-quotes": { "severity": "review" } }',
  },
  elements: { fits: areElements, wanted: elementsWanted },
  model: { fits: isText, wanted: 'the path of an ODD in the folder of the edition' },
  signs: { fits: areSigns, wanted: signsWanted },
  pages: { fits: arePages, wanted: pagesWanted },
  base: { fits: isBase, wanted: baseWanted },
  witnesses: { fits: areWitnessTexts, wanted: witnessTextsWanted },
  print: { fits: isPrint, wanted: printWanted },
  limits: { fits: areLimits, wanted: limitsWanted },
  silences: {
    fits: (value) => Array.isArray(value) && value.every(isSilence),
    wanted:
      'a list of objects, each with a code and a reason: [{ "code": "page-order", "file": "d1.xml", "reason": "…" }]',
  },
};

function checkEntry(key: string, value: unknown, source: SourceText): Finding | undefined {
  const kind = Object.hasOwn(settingKinds, key) ? settingKinds[key as keyof Settings] : undefined;
  const span = placeOf(source, key);
  if (!kind) {
    const known = Object.keys(settingKinds);
    const guess = nearestName(key, known);
    return {
      code: 'unknown-setting', severity: 'error', span,
      message: `“${key}” is not a setting.${guess ? ` Did you mean “${guess}”?` : ''}`,
      fix: `The settings are: ${known.join(', ')}.`, expected: known,
    }; // prettier-ignore
  }
  const { fits, wanted } = shapes[kind.type];
  if (fits(value)) return undefined;
  return {
    code: 'wrong-setting',
    severity: 'error',
    span,
    message: `The setting “${key}” must be ${wanted}.`,
    fix: kind.description,
  };
}

const repair = 'Correct the file, or remove it: Octavo works without one.';

function parse(source: SourceText): { content: Record<string, unknown> } | { finding: Finding } {
  const wrong = (message: string, at: number, length: number): { finding: Finding } => {
    const span = source.span(at, at + length);
    return {
      finding: { code: 'wrong-setting', severity: 'error', span, message: `${configName} ${message}.`, fix: repair },
    };
  };
  const read = readStrictJson(source.text);
  if ('fault' in read) return wrong(read.fault.message, read.fault.at, read.fault.length);
  return isObject(read.value) ? { content: read.value } : wrong('must hold one object: { … }', 0, 0);
}

/** The text of the settings; a finding where there is something of that name that cannot be read. */
function textOf(folder: string): { source: SourceText } | { finding: Finding } | undefined {
  const path = join(folder, configName);
  if (!existsSync(path)) return undefined;
  const wrong = (message: string): { finding: Finding } => {
    const span = sourceText(configName, '').span(0, 0);
    return {
      finding: { code: 'wrong-setting', severity: 'error', span, message: `${configName} ${message}.`, fix: repair },
    };
  };
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(readRegularFile(path));
    return { source: sourceText(configName, text) };
  } catch (error) {
    if (error instanceof UnreadableFile) return wrong(`cannot be read: ${error.trouble}`);
    return wrong('is not a text in UTF-8');
  }
}

/** Reads the settings of the edition in `folder`. With findings of severity `error` the defaults stand in for what is wrong. */
export function loadSettings(folder: string): Loaded {
  const text = textOf(folder);
  if (!text) return { settings: defaults, findings: [] };
  if ('finding' in text) return { settings: defaults, findings: [text.finding] };
  const { source } = text;
  const parsed = parse(source);
  if ('finding' in parsed) return { settings: defaults, findings: [parsed.finding] };
  const { content } = parsed;
  const findings = Object.entries(content).flatMap(([key, value]) => checkEntry(key, value, source) ?? []);
  const { processingModel: path, ...rest } = content;
  const odd = typeof path === 'string' ? modelIn(folder, path) : undefined;
  if (odd && 'wrong' in odd)
    findings.push(wrongModel(odd.wrong, settingKinds.processingModel.description, placeOf(source, 'processingModel')));
  const good = findings.length === 0 ? (rest as Partial<Settings>) : {};
  const processingModel = odd && 'text' in odd && findings.length === 0 ? { processingModel: odd } : {};
  const baseUrl = good.baseUrl === undefined ? {} : { baseUrl: good.baseUrl.replace(/\/+$/, '') };
  return { settings: Object.freeze({ ...defaults, ...good, ...processingModel, ...baseUrl }), findings };
}
