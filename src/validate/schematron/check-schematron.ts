import { pathToFileURL } from 'node:url';
import { join } from 'node:path';
import type { Finding } from '../../diagnostics/finding.ts';
import type { SourceText } from '../../source/text.ts';
import { openCache } from '../../work/cache.ts';
import { hashOf } from '../../work/hash.ts';
import type { Waiting } from '../schemas/check-schemas.ts';
import type { SchemaFiles } from '../schemas/schema-files.ts';
import type { CheckRun } from '../check-run.ts';
import { groupBy } from '../tally.ts';
import { type RuleDocuments, ruleDocuments } from './documents.ts';
import { outOfReach } from './schema-fault.ts';
import { type Outcome, runSchema, type SchematronLimits } from './run-rules-process.ts';
import { suggestionsOf } from './fix-edits.ts';
import { locateAll, type NodePlace } from './locate.ts';
import { type LoadedSchematron, loadSchematron } from './load-schematron.ts';
import type { SchAssertion } from './model.ts';
import { readResults, type SchematronResult } from './read-results.ts';

/** Checks files by the Schematron schemas of users. Files and schemas that have not changed since are not checked again. */

export interface SchematronOptions {
  /** The edition's. */
  readonly folder: string;
  readonly phase?: string | undefined;
  readonly limits?: Partial<SchematronLimits> | undefined;
  /** Is given what was run. */
  readonly ran?: (run: CheckRun) => void;
}

/** The name by which people know a schema. */
const nameOf = ({ path }: SchemaFiles): string => path.replace(/^.*[\\/]/, '');

/** Titles of quick fixes as something to do: one, or a choice. */
function adviceOf(titles: readonly string[]): string {
  const quoted = titles.length === 1 ? titles : titles.map((title) => `“${title}”`);
  return quoted.length < 2 ? quoted.join('') : `${quoted.slice(0, -1).join(', ')} or ${quoted[quoted.length - 1]!}`;
}

function findingOf(
  source: SourceText,
  result: SchematronResult,
  assertion: SchAssertion,
  places: ReadonlyMap<string, NodePlace>,
): Finding {
  const { message, reasons, fixes } = result;
  const rule = assertion.id === undefined ? '' : ` (${assertion.id})`;
  const { start, end } = places.get(result.place) ?? { start: 0, end: 0 };
  const suggestions = suggestionsOf(source, assertion.fixes, fixes, places);
  const titles = fixes.flatMap(({ fix }) => assertion.fixes[fix]?.title ?? []);
  return {
    code: 'schematron',
    severity: assertion.severity,
    message: `${message === '' ? `This does not hold: ${assertion.test}` : message}${rule}`,
    span: source.span(start, end),
    ...(reasons.length > 0 && { why: reasons.join(' ') }),
    ...(titles.length > 0 && { fix: adviceOf(titles) }),
    ...(suggestions.length > 0 && { suggestions }),
  };
}

/** An assertion that cannot be evaluated is reported once a file, however many nodes it fails on. */
function failures(
  source: SourceText,
  results: readonly SchematronResult[],
  { assertions }: LoadedSchematron,
): Finding[] {
  const failed = results.filter((result) => result.failed);
  return [...groupBy(failed, ({ assertion }) => assertion)].map(([number, [first, ...more]]) => ({
    code: 'schematron-stopped',
    severity: 'error',
    message: `This rule could not be checked on ${source.file} (${more.length + 1} times): ${first!.message}`,
    span: assertions[number]!.node.source.span(assertions[number]!.node.tag.start, assertions[number]!.node.tag.end),
    why: 'What a rule does not check may be wrong.',
    fix: 'Fix the rule. A document on the web that it reads can be put next to the schema and named in a catalog.xml there.',
  }));
}

function stopped(source: SourceText, schema: SchemaFiles, error: string): Finding {
  return {
    code: 'schematron-stopped',
    severity: 'error',
    message: `The check by ${nameOf(schema)} was stopped: ${error}`,
    span: source.span(0, 0),
    why: 'The file is not checked by these rules.',
    fix: 'Look for rules that compare everything with everything: keys and variables make them fast.',
  };
}

function findingsOf(source: SourceText, outcome: Outcome, schema: SchemaFiles, loaded: LoadedSchematron): Finding[] {
  if ('error' in outcome) return [stopped(source, schema, outcome.error)];
  // What rules print could look like results: only what names an assertion counts.
  const results = readResults(outcome.result).filter(({ assertion }) => loaded.assertions[assertion]);
  const changed = results.flatMap(({ fixes }) => fixes.flatMap(({ changes }) => changes.map(({ place }) => place)));
  const places = locateAll(source, new Set([...results.map(({ place }) => place), ...changed]));
  const good = results.filter(({ failed }) => !failed);
  return [
    ...good.map((one) => findingOf(source, one, loaded.assertions[one.assertion]!, places)),
    ...failures(source, results, loaded),
  ];
}

/** The key of the last result of each file. */
interface Remembered {
  readonly files: Readonly<Record<string, string>>;
}

/** A result with hashes of the documents it depends on, by their addresses. */
interface KeptOutcome {
  readonly outcome: Outcome;
  readonly documents: Readonly<Record<string, string>>;
}

/** The text without its XML declaration, in as many lines: the engine is given characters, not bytes. */
const undeclared = (text: string): string =>
  text.replace(/^\uFEFF?<\?xml[^]*?\?>/, (declaration) => declaration.replace(/[^\n]/g, ' ')).trimStart();

/** What a schema says of each file: remembered where nothing has changed, else asked now. */
async function outcomesOf(
  loaded: LoadedSchematron,
  schema: SchemaFiles,
  sources: readonly SourceText[],
  documents: RuleDocuments,
  { folder, phase, limits }: SchematronOptions,
): Promise<Outcome[]> {
  const cache = openCache('schematron-results', schema.path, folder, phase ?? '');
  const keys = sources.map(({ file, text }) => hashOf(loaded.key, file, text));
  const known = keys.map((key) => {
    const kept = cache.read(key) as KeptOutcome | undefined;
    return kept && documents.unchanged(kept.documents) ? kept.outcome : undefined;
  });
  const fresh = sources.filter((_, i) => !known[i]);
  const questions = fresh.map(({ file, text }) => ({
    xml: undeclared(text),
    source: pathToFileURL(join(folder, file)).href,
  }));
  const load = { sef: loaded.sef, schema: pathToFileURL(schema.path).href };
  const given = { documents: documents.give, limits };
  const answers = fresh.length === 0 ? [] : await runSchema(load, questions, given);
  // Which file asked for which document is not known, since the engine asks once: every result depends on all of them.
  const read = documents.given();
  const before = (cache.readIndex() as Remembered | undefined)?.files ?? {};
  const outcomes = known.map((outcome) => outcome ?? answers.shift()!);
  outcomes.forEach((outcome, i) => {
    if (!known[i] && 'result' in outcome) cache.write(keys[i]!, { outcome, documents: read } satisfies KeptOutcome);
  });
  // Other files of the folder may be checked another time.
  const files = { ...before, ...Object.fromEntries(sources.map(({ file }, i) => [file, keys[i]!])) };
  cache.finish({ files } satisfies Remembered, new Set(Object.values(files)));
  return outcomes;
}

/** Checks files by the schemas they wait for. */
export async function checkSchematron(waiting: readonly Waiting[], options: SchematronOptions): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const [schema, list] of groupBy(waiting, (one) => one.schema)) {
    const { loaded, findings: faults } = await loadSchematron(schema, options.phase);
    findings.push(...faults);
    if (!loaded) continue;
    const sources = list.map(({ source }) => source);
    const documents = ruleDocuments(schema.path, options.folder);
    const outcomes = await outcomesOf(loaded, schema, sources, documents, options);
    options.ran?.({
      schema: nameOf(schema),
      kind: 'schematron',
      files: sources.length,
      assertions: loaded.assertions.length,
      ...(options.phase !== undefined && { phase: options.phase }),
      ...(!schema.path.endsWith('.sch') && { embedded: true }),
    });
    outcomes.forEach((outcome, i) => findings.push(...findingsOf(sources[i]!, outcome, schema, loaded)));
    if (documents.refused.size > 0)
      findings.push(outOfReach(schema.sources.get(schema.path)!, [...documents.refused].sort()));
  }
  return findings;
}
