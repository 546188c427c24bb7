import type { Finding } from '../../diagnostics/finding.ts';
import type { SourceText } from '../../source/text.ts';
import { isRemote } from './fetched.ts';
import { type NamedSchema, namedSchemas } from './named-schemas.ts';

/** Schemas that a file names and that it was not checked by: what was asked for and not done is always reported. */

/** A schema that is not there, or on the web and not fetched; `failure` says why it could not be fetched. */
export function notAtHand(
  source: SourceText,
  { href, kind, start, end }: NamedSchema,
  failure: string | undefined,
): Finding {
  const remote = isRemote(href);
  const rules = kind === 'schematron';
  const what = rules ? 'The Schematron schema' : 'The schema';
  const where =
    failure !== undefined
      ? `could not be fetched: ${href} (${failure})`
      : remote
        ? `is on the web and is not fetched: ${href}`
        : `is missing: ${href}`;
  const option = rules ? '--schematron FILE' : '--schema FILE';
  return {
    code: 'schema-not-at-hand',
    severity: 'review',
    message: `${what} that this file names ${where}.`,
    span: source.span(start, end),
    why: rules
      ? 'The file is not checked by these rules.'
      : 'The file is checked against Octavo’s own exchange schema instead.',
    fix: remote
      ? `Fetch it once with --allow-network: it is kept, and used without the network from then on. Or give a file with ${option}.`
      : `Put the schema where the file says, or name it with ${option}.`,
  };
}

/** Rules that a file names and that wait for trust; the finding is at the first instruction that names some. */
export function untrustedRules(source: SourceText): Finding {
  const named = namedSchemas(source).find(({ kind }) => kind === 'schematron');
  return {
    code: 'schematron-untrusted',
    severity: 'review',
    message: 'The Schematron rules that this file names are not run, because its folder is not trusted yet.',
    span: source.span(named?.start ?? 0, named?.end ?? 0),
    why: 'Rules are programs that come with the files.',
    fix: 'If you know where the files come from, answer “Run its rules”, or set “trusted” for Octavo in your editor.',
  };
}

/** Rules in a grammar that is not named as Schematron. */
export const embeddedNotRun = (source: SourceText, schema: string, count: number): Finding => ({
  code: 'schematron-not-run',
  severity: 'note',
  message: `The grammar ${schema} holds Schematron rules (${count}), which were not run.`,
  span: source.span(0, 0),
  why: 'They were not asked for: the grammar is named as a grammar only.',
  fix: 'Name it as Schematron too (an xml-model with schematypens="http://purl.oclc.org/dsdl/schematron"), or give it with --schematron FILE.',
});
