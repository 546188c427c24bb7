import type { Settings } from '../config/settings.ts';
import type { Finding } from '../diagnostics/finding.ts';
import { placed } from '../source/resolve/placed.ts';
import type { SourceText } from '../source/text.ts';
import { documentSelector } from '../model/read-tei/selector.ts';
import type { Place } from '../source/files.ts';
import type { Checking, EditionReading, FileChecker } from './check.ts';
import type { CheckRun } from './check-run.ts';
import { withoutConsequences } from './consequences.ts';
import { tellTogether } from './one-mistake.ts';
import { groupBy } from './tally.ts';
import { filesBeside } from './beside.ts';
import { onceEach, oncePerSchema, orderFindings } from './order-findings.ts';
import { rulesOfOneFile, runRules } from './run-rules.ts';
import { chooseRules } from './choose-rules.ts';
import { silenceFindings } from './silence.ts';
import { checkXsd } from './schemas/check-xsd.ts';
import { type SchemaChecks, schemaChecks } from './schemas/check-schemas.ts';
import type { SchemaWishes } from './schemas/choose-schemas.ts';
import type { SchematronOptions } from './schematron/check-schematron.ts';
import { schemaStore } from './schemas/load-schema.ts';

/** Its engine is large, and loaded only where somebody has such a schema. */
async function bySchematron({ schematron }: SchemaChecks, options: SchematronOptions): Promise<readonly Finding[]> {
  if (schematron.length === 0) return [];
  const { checkSchematron } = await import('./schematron/check-schematron.ts');
  return checkSchematron(schematron, options);
}

function schematronOptions({ phase, limits }: Settings, { folder }: Place, wishes: SchemaWishes): SchematronOptions {
  const { schematronSeconds: seconds, schematronMegabytes: megabytes } = limits;
  return {
    folder,
    phase: wishes.phase ?? phase,
    limits: { ...(seconds !== undefined && { seconds }), ...(megabytes !== undefined && { megabytes }) },
  };
}

/** What rules say of a file that was not read to its end proves nothing. */
function ofWhole({ broken }: EditionReading, findings: readonly Finding[]): readonly Finding[] {
  const names = new Set([...broken].map(({ source }) => source.file));
  return names.size === 0 ? findings : findings.filter(({ span }) => !span || !names.has(span.file));
}

/** Leaves out what rules say only because of a mistake of XML or against the schema. */
function bySources(
  found: readonly Finding[],
  rules: ReadonlySet<string>,
  { files }: EditionReading,
  check: (source: SourceText) => readonly Finding[],
): readonly Finding[] {
  const byFile = groupBy(found, ({ span }) => span?.file);
  const dropped = new Set<Finding>();
  for (const { source } of files) {
    // A text that was put together is not one that could be read again with a change.
    if (source.origin) continue;
    const own = byFile.get(source.file) ?? [];
    const told = own.filter(({ code }) => rules.has(code));
    const causes = own.filter(({ code }) => !rules.has(code));
    const kept = new Set(withoutConsequences(source, causes, told, check));
    for (const one of told) if (!kept.has(one)) dropped.add(one);
  }
  return dropped.size === 0 ? found : found.filter((one) => !dropped.has(one));
}

/** What one file is checked with. */
function together(parts: readonly FileChecker[]): FileChecker {
  return {
    handlers: parts.flatMap(({ handlers }) => handlers),
    faults: (reading) => parts.find(({ faults }) => faults)?.faults?.(reading) ?? reading.findings,
    finish: (reading) => parts.flatMap(({ finish }) => finish(reading)),
  };
}

/** Everything an edition is checked with, made ready: schemas and rules. */
export function prepareChecking(settings: Settings, place: Place, wishes: SchemaWishes): Checking {
  const store = schemaStore();
  const rulesRun: CheckRun[] = [];
  const schemas = schemaChecks(store, place.folder, wishes);
  const choice = chooseRules(settings, place.folder);
  const selector = documentSelector(settings.documents);
  const options = { rules: choice.chosen, selector, beside: filesBeside(place.folder) };
  const rules = runRules(options);
  const codes = new Set(choice.chosen.map(({ rule }) => rule.code));
  const alone = (source: SourceText): readonly Finding[] => (selector ? rulesOfOneFile(options, selector, source) : []);
  const ran = (run: CheckRun): void => void rulesRun.push(run);
  return {
    anyRoot: wishes.schemas.length > 0,
    hash: (files) => schemas.hash(files),
    ran: () => [...schemas.ran(), ...rulesRun],
    file: (source) => together([schemas.file(source), rules.file(source)]),
    conclude: async (reading) => {
      const byXsd = await checkXsd(schemas.xsd);
      const late = [...byXsd, ...(await bySchematron(schemas, { ...schematronOptions(settings, place, wishes), ran }))];
      const ofRules = ofWhole(reading, rules.edition(reading));
      const texts = reading.files.map(({ source }) => source);
      // From here on places are those in the files themselves.
      const sources = new Map(texts.flatMap((text) => (text.origin?.files ?? [text]).map((one) => [one.file, one])));
      const ofTexts = placed([...late, ...ofRules], texts);
      const found = [...choice.findings, ...store.findings, ...reading.findings, ...ofTexts];
      const once = tellTogether(oncePerSchema(onceEach(found)), sources);
      const own = bySources(once, codes, reading, alone);
      const shown = silenceFindings(own, settings.silence, sources, place.folder);
      return orderFindings(shown, [...sources.keys()]);
    },
  };
}
