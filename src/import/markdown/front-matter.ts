/** YAML between two lines of `---` at the top of the file is what the text says of itself: metadata, not text. */
import { parse } from 'yaml';
import type { Finding } from '../../diagnostics/finding.ts';
import { type SourceText, sourceText } from '../../source/text.ts';
import { type Metadata, readMetadata } from '../metadata.ts';

export interface FrontMatter {
  readonly metadata: Metadata;
  /** Where the text begins. */
  readonly end: number;
  readonly findings: readonly Finding[];
}

const fence = /^\ufeff?---[ \t]*\r?\n([^]*?)(?:^|\r?\n)(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/;

const isPlain = (v: unknown): v is string | number => typeof v === 'string' || typeof v === 'number';

/** One line for a value: lists of words and of persons with a name are joined; nested maps say nothing we know. */
function asLine(value: unknown, depth = 0): string | undefined {
  // An alias can make a list part of itself.
  if (depth > 8) return undefined;
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  if (isPlain(value) || typeof value === 'boolean') return String(value);
  if (Array.isArray(value)) {
    const parts = value.map((one) => asLine(one, depth + 1));
    return parts.every((p) => p !== undefined) ? parts.join('; ') : undefined;
  }
  const name = (value as { name?: unknown } | null)?.name;
  return isPlain(name) ? String(name) : undefined;
}

function unreadable(source: SourceText, message: string, at: number): Finding {
  return {
    code: 'import-front-matter',
    severity: 'review',
    message: `The lines between --- at the top are not valid YAML: ${message.split('\n')[0]!}`,
    span: source.span(at, at + 3),
    why: 'What they say about the text (title, date, author) does not reach the header.',
    fix: 'Fix the lines and import again, or supply the data with --metadata.',
  };
}

/** Names under which YAML headers say what our metadata say. */
const otherNames: Readonly<Record<string, string>> = { lang: 'language', rights: 'licence', year: 'published' };

/** Reads the front matter, if there is any. */
export function readFrontMatter(source: SourceText): FrontMatter {
  const found = fence.exec(source.text);
  if (!found) return { metadata: {}, end: 0, findings: [] };
  const end = found[0].length;
  let data: unknown;
  try {
    data = parse(found[1]!, { maxAliasCount: 20, schema: 'core' });
  } catch (error) {
    return { metadata: {}, end, findings: [unreadable(source, (error as Error).message, found.index)] };
  }
  if (typeof data !== 'object' || data === null || Array.isArray(data)) {
    // Two rules with words between them are not a front matter.
    return { metadata: {}, end: 0, findings: [] };
  }
  const entries = Object.entries(data).map(([key, value]): [string, string | undefined] => [
    Object.hasOwn(otherNames, key) ? otherNames[key]! : key,
    asLine(value),
  ]);
  const told = Object.fromEntries(
    entries.filter(([key, value]) => key !== 'file' && value !== undefined && value !== ''),
  );
  if (Object.keys(told).length === 0) return { metadata: {}, end, findings: [] };
  const { records, findings } = readMetadata(sourceText(source.file, JSON.stringify(told)));
  return { metadata: records[0] ?? {}, end, findings: findings.map((f) => ({ ...f, span: source.span(0, 3) })) };
}
