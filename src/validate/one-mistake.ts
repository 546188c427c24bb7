import type { Finding } from '../diagnostics/finding.ts';
import type { SourceText } from '../source/text.ts';

/** Mistakes that the reader of XML and the schema see each in its own way: only together they know what was meant. */

/** Reports each such mistake once. `sources` are the files, by name. */
export function tellTogether(findings: readonly Finding[], sources: ReadonlyMap<string, SourceText>): Finding[] {
  const byPlace = new Map<string, Finding[]>();
  for (const one of findings) {
    if (!one.span) continue;
    const key = `${one.span.file} ${one.span.start.offset}`;
    const there = byPlace.get(key);
    if (there) there.push(one);
    else byPlace.set(key, [one]);
  }
  const replaced = new Map<Finding, Finding | undefined>();
  const prefixes = prefixesOf();
  for (const one of findings) {
    const source = one.span && sources.get(one.span.file);
    if (!source) continue;
    const at = (offset: number): readonly Finding[] => byPlace.get(`${source.file} ${offset}`) ?? [];
    if (one.code === 'date-differs' && at(one.span.start.offset).some(({ code }) => code === 'bad-value'))
      replaced.set(one, undefined);
    else if (one.code === 'tag-mismatch') misspeltStart(one, source, at, replaced);
    else if (one.code === 'undeclared-prefix') {
      prefixTooMany(one, source, prefixes(source), replaced);
    } else if (one.code === 'attribute-without-value') spaceInName(one, source, at, replaced);
  }
  namespacesUnknown(findings, sources, replaced);
  return findings.flatMap((one) => (replaced.has(one) ? (replaced.get(one) ?? []) : [one]));
}

type At = (offset: number) => readonly Finding[];

/** `<plcaeName>…</placeName>`: the schema knows that it is the start tag which is misspelt. */
function misspeltStart(one: Finding, source: SourceText, at: At, replaced: Map<Finding, Finding | undefined>): void {
  const start = one.related?.[0]?.span.start.offset;
  if (start === undefined || one.edit === undefined) return;
  const ending = /^<\/\s*([^\s>]+)/.exec(source.text.slice(one.span!.start.offset, one.span!.end.offset))?.[1];
  const unknown = at(start).find(({ code, expected }) => code === 'unknown-element' && expected?.[0] === ending);
  if (unknown === undefined || ending === undefined) return;
  const name = /^<([^\s/>]+)/.exec(source.text.slice(start, start + 1000))![1]!;
  const span = source.span(start + 1, start + 1 + name.length);
  replaced.set(one, undefined);
  replaced.set(unknown, {
    ...unknown,
    message: `${unknown.message} Its end tag, </${ending}>, is right.`,
    edit: { span, newText: ending },
    related: [{ message: `</${ending}> is here.`, span: one.span! }],
  });
}

/** Characters of a tag in which its beginning is looked for. */
const longestTag = 2000;

/** `eviden ce="…"`: two names that make one which the element can have. */
function spaceInName(one: Finding, source: SourceText, at: At, replaced: Map<Finding, Finding | undefined>): void {
  const [from, to] = [one.span!.start.offset, one.span!.end.offset];
  const next = to + source.text.slice(to, to + 1000).search(/\S|$/);
  const name = source.text.slice(from, to) + /[^\s=<>"'/]*/.exec(source.text.slice(next, next + 200))![0];
  const second = at(next).find(({ code, expected }) => code.endsWith('-attribute') || expected?.includes(name));
  const near = Math.max(0, from - longestTag);
  const tag = near + source.text.slice(near, from).lastIndexOf('<');
  const missing = at(tag).find(({ code, expected }) => code === 'missing-attribute' && expected?.[0] === name);
  if (second === undefined || (missing === undefined && second.expected?.includes(name) !== true)) return;
  if (missing !== undefined) replaced.set(missing, undefined);
  replaced.set(second, undefined);
  replaced.set(one, {
    ...one,
    message: `There is a space in the name of the attribute “${name}”.`,
    fix: `Write ${name}="…".`,
    edit: { span: source.span(to, next), newText: '' },
  });
}

/** The prefix at the beginning of a name, with its colon. */
const prefixAt = (text: string): string | undefined => /^[^\s:<>"'=/]*:/.exec(text)?.[0];

/** How many start tags have each prefix; counted when a file is first asked for. */
function prefixesOf(): (source: SourceText) => ReadonlyMap<string, number> {
  const counted = new Map<SourceText, ReadonlyMap<string, number>>();
  return (source) => {
    const known = counted.get(source);
    if (known) return known;
    const uses = new Map<string, number>();
    for (const [, prefix] of source.text.matchAll(/<([^\s:<>"'=/]*:)/g))
      uses.set(prefix!, (uses.get(prefix!) ?? 0) + 1);
    counted.set(source, uses);
    return uses;
  };
}

/** What a schema says of names whose prefix nobody declared follows from that. */
function namespacesUnknown(
  findings: readonly Finding[],
  sources: ReadonlyMap<string, SourceText>,
  replaced: Map<Finding, Finding | undefined>,
): void {
  const nameOf = ({ span }: Finding, length: number): string =>
    sources.get(span!.file)!.text.slice(span!.start.offset, span!.start.offset + length);
  const undeclared = new Set<string>();
  const known = ({ span }: Finding): boolean => span !== undefined && sources.has(span.file);
  for (const one of findings) {
    if (one.code !== 'undeclared-prefix' || !known(one)) continue;
    const prefix = prefixAt(nameOf(one, longestPrefix));
    if (prefix !== undefined) undeclared.add(`${one.span!.file} ${prefix}`);
  }
  for (const one of undeclared.size === 0 ? [] : findings) {
    if (!aboutNames.has(one.code) || !known(one)) continue;
    const prefix = prefixAt(nameOf(one, longestPrefix).replace(/^</, ''));
    if (undeclared.has(`${one.span!.file} ${prefix}`)) replaced.set(one, undefined);
  }
}

/** Characters of a name that are looked at: the scanner allows no longer one. */
const longestPrefix = 1000;

const aboutNames: ReadonlySet<string> = new Set(
  'wrong-namespace unknown-element unknown-attribute attribute-not-allowed'.split(' '),
);

/** `<tei:hi>` in a file that writes no other name so: it is the prefix that is wrong, not its declaration that is missing. */
function prefixTooMany(
  one: Finding,
  source: SourceText,
  uses: ReadonlyMap<string, number>,
  replaced: Map<Finding, Finding | undefined>,
): void {
  const { text } = source;
  const [start, end] = [one.span!.start.offset, one.span!.end.offset];
  const prefix = /^[^:]+:/.exec(text.slice(start, end))?.[0];
  if (prefix === undefined || text.charAt(start - 1) !== '<' || uses.get(prefix) !== 1) return;
  const local = text.slice(start + prefix.length, end);
  const close = text.indexOf('>', end);
  const ending = text.indexOf(`</${prefix}${local}>`, end);
  const suggestion =
    text.charAt(close - 1) === '/'
      ? { span: source.span(start, end), newText: local }
      : ending < 0
        ? undefined
        : {
            span: source.span(start, ending + 2 + prefix.length + local.length),
            newText: `${local}${text.slice(end, ending)}</${local}`,
          };
  const { edit, ...rest } = one;
  replaced.set(one, {
    ...rest,
    fix: `Write <${local}>, as the others are written${edit ? ', or declare the prefix' : ''}.`,
    ...(suggestion && { suggestion }),
  });
}
