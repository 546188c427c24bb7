/** `import.yaml` as a recipe. What is not understood is a finding, and the recipe is not used. */
import { parseDocument } from 'yaml';
import type { Finding } from '../diagnostics/finding.ts';
import type { SourceText } from '../source/text.ts';
import type { NoteForms, Recipe } from './layout/recipe.ts';

const keys = new Set(['version', 'reader', 'lines', 'pages', 'notes', 'not']);

const isMap = (v: unknown): v is Record<string, unknown> => typeof v === 'object' && v !== null && !Array.isArray(v);
const areStrings = (v: unknown): v is string[] => Array.isArray(v) && v.every((s) => typeof s === 'string');
const areForms = (v: unknown): v is NoteForms[] =>
  Array.isArray(v) && v.every((n) => isMap(n) && typeof n.call === 'string' && typeof n.note === 'string');

/** What is wrong with a recipe; undefined where nothing is. */
function faultOf(data: unknown): string | undefined {
  if (!isMap(data)) return 'it is not a list of keys and values';
  const unknown = Object.keys(data).find((k) => !keys.has(k));
  if (unknown !== undefined) return `it has an unknown key, “${unknown}”`;
  if (data.version !== 1) return 'its version is not 1';
  if (data.reader !== undefined && data.reader !== 'text')
    return 'its reader is not “text”, the only one that takes a recipe';
  const wrapped = isMap(data.lines) ? data.lines.wrapped : undefined;
  if (data.lines !== undefined && wrapped !== false && !(typeof wrapped === 'number' && wrapped >= 20))
    return '“lines” is neither { wrapped: WIDTH } nor { wrapped: false }';
  if (data.pages !== undefined && !areStrings(data.pages)) return '“pages” is not a list of patterns';
  if (data.not !== undefined && !areStrings(data.not)) return '“not” is not a list of patterns';
  if (data.notes !== undefined && !areForms(data.notes))
    return '“notes” is not a list of { call: PATTERN, note: PATTERN }';
  return undefined;
}

/** Reads a recipe. */
export function readRecipe(source: SourceText): { recipe?: Recipe; findings: readonly Finding[] } {
  const parsed = parseDocument(source.text);
  const data: unknown = parsed.errors.length > 0 ? undefined : parsed.toJS({ maxAliasCount: 0 });
  const fault = parsed.errors[0]?.message.split('\n')[0] ?? faultOf(data);
  if (fault !== undefined) {
    const at = parsed.errors[0]?.pos[0] ?? 0;
    const finding: Finding = {
      code: 'import-recipe',
      severity: 'error',
      message: `The recipe ${source.file} cannot be used: ${fault}.`,
      span: source.span(at, at),
      why: 'Texts that are read with another recipe than was meant lose their notes and pages.',
      fix: 'Correct it, or delete it and write a new one with octavo import --learn.',
    };
    return { findings: [finding] };
  }
  const { reader, lines, pages, notes, not } = data as Recipe & { lines?: { wrapped: number | false } };
  return {
    recipe: {
      ...(reader === undefined ? {} : { reader }),
      ...(lines === undefined ? {} : { wrapped: lines.wrapped }),
      ...(pages === undefined ? {} : { pages }),
      ...(notes === undefined ? {} : { notes }),
      ...(not === undefined ? {} : { not }),
    },
    findings: [],
  };
}
