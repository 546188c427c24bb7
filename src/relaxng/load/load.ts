import type { Finding } from '../../diagnostics/finding.ts';
import type { SourceText } from '../../source/text.ts';
import type { Grammar } from '../grammar/nodes.ts';
import { noProblems } from '../syntax/problems.ts';
import { readSchemaSource } from '../syntax/read.ts';
import type { SchemaElement } from '../syntax/tree.ts';
import type { Loader, ResolveSchema } from './loader.ts';
import { checkLength } from './length.ts';
import { normalise } from './normalise.ts';
import { readPattern } from './patterns.ts';
import { checkRestrictions } from './restrictions.ts';

/** Reads, simplifies and checks a schema of either syntax; `grammar` is missing where it is not correct. */
export function loadGrammar(source: SourceText, resolve: ResolveSchema): { grammar?: Grammar; findings: Finding[] } {
  const problems = noProblems();
  const root = readSchemaSource(source, problems);
  if (root === undefined) return { findings: problems.findings };
  const loader: Loader = {
    resolve,
    problems,
    datatypes: new Map(),
    trees: new Map([[source.file, root]]),
    pattern: (element, env) => readPattern(element, env, loader),
  };
  try {
    const grammar = simplify(root, loader, source.file);
    return grammar === undefined ? { findings: problems.findings } : { grammar, findings: problems.findings };
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    problems.add('schema-restriction', 'The schema is nested too deeply to be read.', root);
    return { findings: problems.findings };
  }
}

function simplify(root: SchemaElement, loader: Loader, file: string): Grammar | undefined {
  const { problems } = loader;
  const env = { ns: '', datatypeLibrary: '', scope: undefined, base: file, files: [file] };
  const raw = readPattern(root, env, loader);
  if (problems.findings.length > 0) return undefined;
  const grammar = normalise(raw, problems);
  if (problems.findings.length === 0) checkRestrictions(grammar, root, problems);
  if (problems.findings.length === 0) checkLength(grammar, root, problems);
  return problems.findings.length === 0 ? grammar : undefined;
}
