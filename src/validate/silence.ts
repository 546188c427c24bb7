import { globMatcher } from '../config/glob.ts';
import type { Silence } from '../config/settings.ts';
import type { Finding } from '../diagnostics/finding.ts';
import type { SourceText } from '../source/text.ts';
import { scanXml, type XmlTag } from '../source/xml.ts';
import { settingFinding } from './setting-finding.ts';

/** Findings that somebody has checked and found correct are not shown again; a silence that silences nothing is. */

/** Where the elements with these ids begin and end. */
function stretches(source: SourceText, ids: ReadonlySet<string>): Map<string, [number, number]> {
  const found = new Map<string, [number, number]>();
  const open: [XmlTag, string][] = [];
  scanXml(source, {
    open: (tag) => {
      const id = tag.attributes.find(({ name }) => name === 'xml:id')?.value;
      if (id !== undefined && ids.has(id) && !found.has(id)) open.push([tag, id]);
    },
    close: (tag, _start, end) => {
      if (open[open.length - 1]?.[0] === tag) found.set(open.pop()![1], [tag.start, end]);
    },
  });
  return found;
}

interface Matcher {
  readonly silence: Silence;
  readonly matches: (finding: Finding) => boolean;
  used: boolean;
  /** It would silence an error. */
  refused: boolean;
}

function matchers(silences: readonly Silence[], sources: ReadonlyMap<string, SourceText>): Matcher[] {
  const ids = new Set(silences.flatMap(({ id }) => id ?? []));
  const known = new Map<string, Map<string, [number, number]>>();
  const stretchOf = (file: string, id: string): [number, number] | undefined => {
    const source = sources.get(file);
    if (source && !known.has(file)) known.set(file, stretches(source, ids));
    return known.get(file)?.get(id);
  };
  return silences.map((silence) => {
    const { code, file, id } = silence;
    const files = file === undefined ? undefined : globMatcher(file);
    const matches = (finding: Finding): boolean => {
      const { span } = finding;
      if (finding.code !== code || (files && !(span && files(span.file)))) return false;
      if (id === undefined) return true;
      const stretch = span && stretchOf(span.file, id);
      return stretch !== undefined && span!.start.offset >= stretch[0] && span!.start.offset < stretch[1];
    };
    return { silence, matches, used: false, refused: false };
  });
}

function unused({ silence: { code }, refused }: Matcher, i: number, folder: string): Finding {
  return settingFinding(folder, ['silence', i], {
    code: 'unused-silence',
    severity: 'review',
    message: refused
      ? `This silence does nothing: errors of the kind ${code} cannot be silenced.`
      : `This silence does nothing: there is no finding ${code} at that place.`,
    why: refused
      ? 'An error is wrong whatever the reason.'
      : 'A silence that is left over when its reason is gone would hide the next mistake.',
    fix: 'Remove it from octavo.config.json.',
  });
}

/** Takes out what is silenced, and says the silences that silence nothing. `sources` are the files by path. */
export function silenceFindings(
  findings: readonly Finding[],
  silences: readonly Silence[],
  sources: ReadonlyMap<string, SourceText>,
  folder: string,
): Finding[] {
  if (silences.length === 0) return [...findings];
  const all = matchers(silences, sources);
  const left = findings.filter((finding) => {
    const hits = all.filter(({ matches }) => matches(finding));
    const isError = finding.severity === 'error';
    for (const hit of hits) {
      if (isError) hit.refused = true;
      else hit.used = true;
    }
    return isError || hits.length === 0;
  });
  return [...left, ...all.flatMap((one, i) => (one.used ? [] : [unused(one, i, folder)]))];
}
