import type { FileReading } from '../../model/read-tei/read-file.ts';
import { similar } from '../../source/scan/similar.ts';
import type { SourceText } from '../../source/text.ts';
import type { XmlTag } from '../../source/xml.ts';
import type { EditionView } from '../edition-view.ts';
import {
  pointerKind,
  pointerTokens,
  type PointerToken,
  prefixDefinition,
  type PrefixDefinition,
  privatePrefix,
} from '../pointers.ts';
import type { FileWatch, Rule, RuleRun } from '../rule.ts';

/** A pointer with an id in it, as a file writes it. */
interface Seen extends PointerToken {
  /** Before the `#`; empty where the pointer stays in its file. */
  readonly name: string;
  readonly id: string;
  readonly describing: boolean;
}

interface FilePointers {
  readonly seen: Seen[];
  readonly prefixed: PointerToken[];
  readonly prefixes: Map<string, PrefixDefinition>;
}

function collect(into: FilePointers): FileWatch {
  const take = (token: PointerToken, value: string, describing: boolean): void => {
    const hash = value.indexOf('#');
    const id = value.slice(hash + 1);
    // Addresses of the web lead out of the edition; what stands in brackets is a search, not an id.
    if (hash < 0 || /^[a-z][a-z0-9+.-]*:/i.test(value) || id.includes('(')) return;
    into.seen.push({ ...token, name: value.slice(0, hash), id, describing });
  };
  return {
    open: (tag: XmlTag) => {
      if (tag.local === 'prefixDef') {
        const definition = prefixDefinition(tag);
        if (definition) into.prefixes.set(definition.ident, definition);
      }
      for (const { name, value, valueStart, valueEnd } of tag.attributes) {
        if (!value.includes('#') && !value.includes(':')) continue;
        const kind = pointerKind(name);
        if (kind === undefined) continue;
        for (const token of pointerTokens(value, valueStart, valueEnd)) {
          if (privatePrefix(token.value) === undefined) take(token, token.value, kind === 'describing');
          else into.prefixed.push(token);
        }
      }
    },
    end: () => {
      for (const token of into.prefixed) {
        const prefix = privatePrefix(token.value)!;
        const expanded = into.prefixes.get(prefix)?.expand(token.value.slice(prefix.length + 1));
        if (expanded !== undefined) take(token, expanded, false);
      }
    },
  };
}

/** Ids that a slip of the pen would explain; looked for only while mistakes are few. */
function guesses(id: string, ids: ReadonlySet<string>): string[] {
  const near: string[] = [];
  for (const one of ids) if (similar(id, one) && near.push(one) === 3) break;
  return near;
}

const mostGuesses = 50;

function reportMissing(
  { report }: RuleRun,
  file: FileReading,
  pointer: Seen,
  ids: ReadonlySet<string>,
  guess: boolean,
): void {
  const { id, name, start, end, describing } = pointer;
  const near = guess && id !== '' ? guesses(id, ids) : [];
  const where = name === '' ? 'in this file' : `in ${name}`;
  const message =
    id === '' ? 'This pointer names no id behind the “#”.' : `There is no element with the id “${id}” ${where}.`;
  report(file.source, start, end, {
    message: near.length > 0 ? `${message} Did you mean “${near[0]}”?` : message,
    expected: near.map((one) => `${name}#${one}`),
    ...(describing && {
      severity: 'review',
      why: 'What the pointer says of the text (a hand, a style, a category) is described nowhere.',
    }),
  });
}

/** Pointers into files and volumes that are not here: one finding for each file that is missing, and one for all volumes. */
function reportElsewhere({ report }: RuleRun, source: SourceText, pointers: readonly Seen[]): void {
  const byName = new Map<string, Seen[]>();
  for (const pointer of pointers) byName.set(pointer.name, [...(byName.get(pointer.name) ?? []), pointer]);
  const volumes = [...byName].filter(([name]) => !/\.xml$/i.test(name));
  for (const [name, [first, ...more]] of byName) {
    if (!/\.xml$/i.test(name)) continue;
    const often = more.length === 0 ? 'A pointer leads' : `${more.length + 1} pointers lead`;
    report(source, first!.start, first!.end, {
      message: `${often} to ${name}, but there is no such file here.`,
      severity: 'review',
      fix: 'Put the file into the edition’s folder, or mend the name.',
    });
  }
  if (volumes.length === 0) return;
  const first = volumes[0]![1][0]!;
  const count = volumes.reduce((sum, [, list]) => sum + list.length, 0);
  const names = volumes.slice(0, 5).map(([name, list]) => `${name} (${list.length})`);
  const rest = volumes.length > 5 ? ` and ${volumes.length - 5} more` : '';
  report(source, first.start, first.end, {
    message: `${count === 1 ? '1 pointer leads' : `${count} pointers lead`} to volumes that are not here and cannot be checked: ${names.join(', ')}${rest}.`,
    severity: 'review',
    why: 'A link into another volume works only where that volume is published as well.',
    fix: 'Check the volumes together, or write the whole web address.',
  });
}

function reportPrefixes({ report }: RuleRun, source: SourceText, { prefixed, prefixes }: FilePointers): void {
  const first = new Map<string, PointerToken[]>();
  for (const token of prefixed) {
    const prefix = privatePrefix(token.value)!;
    if (!prefixes.has(prefix)) first.set(prefix, [...(first.get(prefix) ?? []), token]);
  }
  for (const [prefix, tokens] of first) {
    const often = tokens.length === 1 ? '' : ` (${tokens.length} times)`;
    report(source, tokens[0]!.start, tokens[0]!.end, {
      message: `The prefix “${prefix}:” is explained nowhere in this file${often}.`,
      severity: 'review',
      fix: `Explain it in the header: <prefixDef ident="${prefix}" matchPattern="(.+)" replacementPattern="people.xml#$1"/>.`,
    });
  }
}

function checkFile(run: RuleRun, edition: EditionView, file: FileReading, pointers: FilePointers): void {
  const elsewhere: Seen[] = [];
  let missing = 0;
  for (const pointer of pointers.seen) {
    const { name, id } = pointer;
    const target = name === '' ? file : edition.file(name, file.source.file);
    const ids = target ? edition.ids(target) : run.idsBeside(name, file.source.file);
    if (!target && !ids) elsewhere.push(pointer);
    else if (ids?.has(id) === false) reportMissing(run, file, pointer, ids, missing++ < mostGuesses);
  }
  reportElsewhere(run, file.source, elsewhere);
  reportPrefixes(run, file.source, pointers);
}

export const danglingPointer: Rule = {
  code: 'dangling-pointer',
  title: 'A pointer to an id that is not there',
  why: 'A link made from it would lead nowhere.',
  fix: 'Mend the pointer, or give the element that is meant this id.',
  severity: 'error',
  examples: {
    good: [
      '<p xml:id="a">See <ref target="#a">here</ref> and <ref target="https://example.org/#b">there</ref>.</p>',
      '<p ana="#x">One</p><div xml:id="x"><p>Two</p></div>',
    ],
    bad: [
      { tei: '<p xml:id="part1">See <ref target="#part2">below</ref>.</p>', finds: '#part2"' },
      { tei: '<p>See <ref target="">above</ref>, <ref target="volume7#d3">below</ref>.</p>', finds: 'volume7#d3"' },
      { tei: '<p><persName ref="psn:KHA">Kissinger</persName></p>', finds: 'psn:KHA"' },
    ],
  },
  begin: (run) => {
    const byFile = new Map<SourceText, FilePointers>();
    return {
      file: ({ source }) => {
        const pointers: FilePointers = { seen: [], prefixed: [], prefixes: new Map() };
        byFile.set(source, pointers);
        return collect(pointers);
      },
      edition: (edition) => {
        for (const file of edition.files) checkFile(run, edition, file, byFile.get(file.source)!);
      },
    };
  },
};
