/**
 * Signs that are not characters of the text but of the way it was made: soft hyphens, ligatures of a typeface, control
 * characters, spaces of no width. They are replaced, every kind is reported with its number and its first place, and
 * places still count in the file as it is.
 */
import type { Finding } from '../diagnostics/finding.ts';
import type { SourceText } from '../source/text.ts';
import { countUpTo } from '../source/sorted.ts';

interface Change {
  readonly at: number;
  readonly length: number;
  readonly text: string;
  readonly kind: Kind;
}

type Kind = 'soft-hyphen' | 'ligature' | 'control' | 'windows' | 'zero-width' | 'blank';

const ligatures: Readonly<Record<string, string>> = { ﬀ: 'ff', ﬁ: 'fi', ﬂ: 'fl', ﬃ: 'ffi', ﬄ: 'ffl', ﬅ: 'ſt', ﬆ: 'st' };

/** What is at 0x80–0x9F in Windows-1252; in Latin-1 they are control characters that nobody means. */
export const windows1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

const sign =
  /\u00ad|[\ufb00-\ufb06]|[\u200b\u2060\ufeff]|[\u0000-\u0008\u000e-\u001f\u007f]|[\u0080-\u009f]|^[\u00a0\u202f\t ]*[\u00a0\u202f][\u00a0\u202f\t ]*|\[Page[\u00a0\u202f]/gm;

function changeOf(found: string, at: number): Change {
  const make = (kind: Kind, text: string): Change => ({ at, length: found.length, text, kind });
  if (found === '\u00ad') return make('soft-hyphen', '');
  if (ligatures[found]) return make('ligature', ligatures[found]);
  if (/^[\u200b\u2060\ufeff]/.test(found)) return make('zero-width', '');
  if (/^[\u0080-\u009f]$/.test(found)) {
    const meant = windows1252[found.charCodeAt(0) - 0x80]!;
    return meant === found ? make('control', '') : make('windows', meant);
  }
  if (found.length > 0 && /[\u00a0\u202f]/.test(found)) return make('blank', found.replace(/[\u00a0\u202f]/g, ' '));
  return make('control', '');
}

const wording: Readonly<
  Record<
    Kind,
    { readonly code: string; readonly what: string; readonly severity: Finding['severity']; readonly fix: string }
  >
> = {
  'soft-hyphen': {
    code: 'import-soft-hyphen',
    what: 'Soft hyphens were removed, so that their words are complete',
    severity: 'note',
    fix: 'Nothing needs to be done.',
  },
  ligature: {
    code: 'import-ligature',
    what: 'Typographic ligatures (ﬁ, ﬂ …) were written as letters',
    severity: 'note',
    fix: 'Nothing needs to be done.',
  },
  'zero-width': {
    code: 'import-zero-width',
    what: 'Zero-width spaces were removed',
    severity: 'note',
    fix: 'Nothing needs to be done.',
  },
  blank: {
    code: 'import-blank',
    what: 'No-break spaces used for layout were read as spaces',
    severity: 'note',
    fix: 'Nothing needs to be done.',
  },
  control: {
    code: 'import-control',
    what: 'Control characters, which no XML file may contain, were left out',
    severity: 'review',
    fix: 'Check whether a character is missing here.',
  },
  windows: {
    code: 'import-windows',
    what: 'Characters that a wrong encoding had damaged were restored (as Windows-1252)',
    severity: 'review',
    fix: 'Look at this place and compare it with the original.',
  },
};

function report(source: SourceText, changes: readonly Change[]): Finding[] {
  const kinds = [...new Set(changes.map((c) => c.kind))];
  const findings = kinds.map((kind): Finding => {
    const own = changes.filter((c) => c.kind === kind);
    const { code, what, severity, fix } = wording[kind];
    const first = own[0]!;
    return {
      code,
      severity,
      message: own.length === 1 ? `${what}: one, here.` : `${what}: ${own.length}. The first is here.`,
      span: source.span(first.at, first.at + first.length),
      fix,
    };
  });
  const lost = source.text.indexOf('\ufffd');
  if (lost >= 0) {
    findings.push({
      code: 'import-replacement',
      severity: 'review',
      message: 'The character \ufffd says that a character was lost before this file was written. It was kept.',
      span: source.span(lost, lost + 1),
      fix: 'Find the character in the original and put it in.',
    });
  }
  return findings;
}

/** The text without such symbols, with places that count in the file as it is. */
export function cleanText(source: SourceText): { source: SourceText; findings: readonly Finding[] } {
  const changes = [...source.text.matchAll(sign)].map((m) => changeOf(m[0], m.index));
  const findings = report(source, changes);
  if (changes.length === 0) return { source, findings };
  let text = '';
  let next = 0;
  const starts: number[] = [];
  for (const change of changes) {
    text += source.text.slice(next, change.at);
    starts.push(text.length);
    text += change.text;
    next = change.at + change.length;
  }
  text += source.text.slice(next);
  const original = (offset: number): number => {
    const count = countUpTo(starts, offset);
    const change = changes[count - 1];
    if (!change) return offset;
    const behind = offset - starts[count - 1]!;
    return behind < change.text.length ? change.at : change.at + change.length + behind - change.text.length;
  };
  const locate = (offset: number): ReturnType<SourceText['locate']> => source.locate(original(offset));
  return {
    source: {
      file: source.file,
      text,
      locate,
      span: (start, end) => ({ file: source.file, start: locate(start), end: locate(end) }),
    },
    findings,
  };
}
