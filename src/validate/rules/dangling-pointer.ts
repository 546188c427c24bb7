import type { FileReading } from '../../model/read-tei/read-file.ts';
import { isXmlName } from '../../source/file-names.ts';
import { editDistance, similar } from '../../source/scan/similar.ts';
import type { SourceText } from '../../source/text.ts';
import type { EditionView } from '../edition-view.ts';
import type { FilePointer } from '../file-pointers.ts';
import { privatePrefix } from '../pointers.ts';
import type { Rule, RuleRun, Told } from '../rule.ts';
import { groupBy, often } from '../tally.ts';
import { type MissingId, missingIds, reportUndescribed } from '../undescribed.ts';

/** Ids that a slip of the pen would explain, the nearest first. */
function guesses(id: string, ids: ReadonlySet<string>): string[] {
  if (id === '') return [];
  const near = [...ids].filter((one) => similar(id, one));
  const apart = (one: string): number => editDistance(id.toLowerCase(), one.toLowerCase(), 2);
  return near.sort((a, b) => apart(a) - apart(b)).slice(0, 3);
}

/** Puts the id in place of the one that is not there; only where nothing else is as near. */
function correction(source: SourceText, id: string, near: readonly string[], start: number, end: number): Told['edit'] {
  const [first, second] = near;
  const apart = (one: string): number => editDistance(id.toLowerCase(), one.toLowerCase(), 2);
  if (first === undefined || (second !== undefined && apart(second) === apart(first))) return undefined;
  const at = source.text.lastIndexOf(`#${id}`, end);
  return at < start ? undefined : { start: at + 1, end: at + 1 + id.length, newText: first };
}

/** Beyond so many mistakes of a file nobody needs a guess, and each costs a look at all ids. */
const mostGuesses = 50;

function reportLink({ report }: RuleRun, { source }: FileReading, missing: MissingId, near: readonly string[]): void {
  const { pointer, count, places } = missing;
  const { id, name } = pointer;
  const where = name === '' ? 'in this file' : `in ${name}`;
  const message =
    id === ''
      ? `This pointer has no id after the “#”${often(count)}.`
      : `There is no element with the id “${id}” ${where}${often(count)}.`;
  const [[start, end], ...others] = places as [readonly [number, number], ...(readonly [number, number])[]];
  report(source, start, end, {
    message: near.length > 0 ? `${message} Did you mean “${near[0]}”?` : message,
    suggestion: correction(source, id, near, start, end),
    expected: near.map((one) => `${name}#${one}`),
    related: others.map(([from, to]) => ({ message: 'This points there too.', span: source.span(from, to) })),
  });
}

/** What is known of the edition and the file, to tell a broken link from a list that is elsewhere. */
interface Known {
  readonly edition: EditionView;
  /** Whether a file of the edition has entries for persons, places and the like. */
  readonly hasRegister: boolean;
  /** The lists, by attribute and file, in which a pointer of this file finds its id. */
  readonly found: Set<string>;
}

const listOf = ({ kind, attribute, name }: FilePointer): string => `${kind} ${attribute} ${name}`;

/** Whether a reader would follow the pointer in vain; not so where it describes, or where the register it names is not here. */
function isLink(pointer: FilePointer, { found, hasRegister }: Known): boolean {
  if (pointer.kind !== 'naming') return pointer.kind === 'leading';
  return pointer.name !== '' || hasRegister || found.has(listOf(pointer));
}

const hasRegister = ({ files }: EditionView): boolean =>
  files.some(({ registers }) => [...registers.values()].some(({ kind }) => kind !== 'term'));

function reportMissing(run: RuleRun, file: FileReading, pointers: readonly FilePointer[], known: Known): void {
  const { edition, found } = known;
  let left = mostGuesses;
  const guessed = new Map<string, readonly string[]>();
  const near = ({ pointer: { name, id } }: MissingId): readonly string[] => {
    const target = name === '' ? file : edition.file(name, file.source.file);
    const ids = target && edition.ids(target);
    const before = guessed.get(`${name}#${id}`) ?? (ids && left-- > 0 ? guesses(id, ids) : []);
    guessed.set(`${name}#${id}`, before);
    return before;
  };
  const links = pointers.filter((one) => isLink(one, known));
  for (const one of missingIds(links)) reportLink(run, file, one, near(one));
  const described = pointers.filter((one) => !isLink(one, known));
  for (const [list, some] of groupBy(described, listOf)) {
    const { attribute } = some[0]!;
    reportUndescribed(run, file, { attribute, ids: missingIds(some), someHere: found.has(list), near });
  }
}

/** Pointers into files and volumes that are not here: one finding for each file that is missing, and one for all volumes. */
function reportElsewhere({ report }: RuleRun, source: SourceText, pointers: readonly FilePointer[]): void {
  const all = [...groupBy(pointers, ({ name }) => name)].map(([name, list]) => ({ name, ...together(list) }));
  const isFile = ({ name }: { name: string }): boolean => isXmlName(name);
  for (const { name, start, end, count } of all.filter(isFile)) {
    report(source, start, end, {
      message: `${count === 1 ? 'A pointer leads' : `${count} pointers lead`} to ${name}, but there is no such file here.`,
      severity: 'review',
      fix: 'Put the file into the edition’s folder, or fix the name.',
    });
  }
  const volumes = all.filter((one) => !isFile(one)).sort((a, b) => a.start - b.start);
  const [first] = volumes;
  if (!first) return;
  const count = volumes.reduce((sum, one) => sum + one.count, 0);
  const lead = count === 1 ? '1 pointer leads' : `${count} pointers lead`;
  const names = volumes.slice(0, 5).map((one) => `${one.name} (${one.count})`);
  const rest = volumes.length > 5 ? ` and ${volumes.length - 5} more` : '';
  report(source, first.start, first.end, {
    message: `${lead} to volumes that are not here and cannot be checked: ${names.join(', ')}${rest}.`,
    severity: 'review',
    why: 'A link into another volume works only if that volume is published too.',
    fix: 'Check the volumes together, or write the full web address.',
  });
}

/** Ids that may be in files that were to be included and are not here: one finding, whatever the pointers mean. */
function reportAbsent({ report }: RuleRun, { source }: FileReading, pointers: readonly FilePointer[]): void {
  if (pointers.length === 0) return;
  const { start, end, count } = together(pointers);
  const ids = [...new Set(pointers.map(({ id }) => id))];
  const more = ids.length > 5 ? `, and ${ids.length - 5} more` : '';
  const names = source.origin!.absent.map((name) => `“${name}”`).join(', ');
  report(source, start, end, {
    message: `${count === 1 ? '1 pointer leads' : `${count} pointers lead`} to ids that are not in this file, and may be in ${names}: ${ids.slice(0, 5).join(', ')}${more}.`,
    severity: 'review',
    why: 'What is to be included here is not in the folder, so its ids cannot be checked.',
    fix: 'Put the file into the edition’s folder, or fix the pointers.',
  });
}

/** The first place of several pointers, and how many places there are. */
function together(pointers: readonly FilePointer[]): { start: number; end: number; count: number } {
  const first = pointers.reduce((a, b) => (b.starts[0]! < a.starts[0]! ? b : a));
  const count = pointers.reduce((sum, { starts }) => sum + starts.length, 0);
  return { start: first.starts[0]!, end: first.ends[0]!, count };
}

function reportPrefixes({ report }: RuleRun, source: SourceText, unexplained: readonly FilePointer[]): void {
  for (const [prefix, list] of groupBy(unexplained, ({ value }) => privatePrefix(value)!)) {
    const { start, end, count } = together(list);
    report(source, start, end, {
      message: `The prefix “${prefix}:” is not explained anywhere in this file${often(count)}.`,
      severity: 'review',
      fix: `Explain it in the header: <prefixDef ident="${prefix}" matchPattern="(.+)" replacementPattern="people.xml#$1"/>.`,
    });
  }
}

function checkFile(run: RuleRun, file: FileReading, known: Known): void {
  const { edition, found } = known;
  const elsewhere: FilePointer[] = [];
  const missing: FilePointer[] = [];
  const { pointers, unexplained } = edition.pointers(file);
  for (const pointer of pointers) {
    const { name, id } = pointer;
    const target = name === '' ? file : edition.file(name, file.source.file);
    const ids = target ? edition.ids(target) : run.idsBeside(name, file.source.file);
    if (!target && !ids) elsewhere.push(pointer);
    else if (ids?.has(id) === false) missing.push(pointer);
    else found.add(listOf(pointer));
  }
  const mayBeAbsent = ({ name, id }: FilePointer): boolean =>
    (file.source.origin?.absent.length ?? 0) > 0 &&
    id !== '' &&
    (name === '' || edition.file(name, file.source.file) === file);
  reportAbsent(run, file, missing.filter(mayBeAbsent));
  const really = missing.filter((one) => !mayBeAbsent(one));
  reportMissing(run, file, really, known);
  reportElsewhere(run, file.source, elsewhere);
  reportPrefixes(run, file.source, unexplained);
}

export const danglingPointer: Rule = {
  code: 'dangling-pointer',
  title: 'A pointer to an id that does not exist',
  why: 'A link made from it would lead nowhere.',
  fix: 'Fix the pointer, or give this id to the element that is meant.',
  severity: 'error',
  examples: {
    good: [
      '<p xml:id="a">See <ref target="#a">here</ref> and <ref target="https://example.org/#b">there</ref>.</p>',
      '<p ana="#x">One</p><div xml:id="x"><p>Two</p></div>',
    ],
    bad: [
      { tei: '<p xml:id="part1">See <ref target="#part2">below</ref>.</p>', finds: 'target="#part2"' },
      { tei: '<p>a <c rendition="#long">s</c> b <c rendition="#long">s</c></p>', finds: 'rendition="#long">s</c> b' },
      {
        tei: '<p>See <ref target="">above</ref>, <ref target="volume7#d3">below</ref>.</p>',
        finds: 'target="volume7#d3"',
      },
      {
        tei: '<p><seg ana="#noun #past">a</seg> <seg ana="#past">b</seg></p>',
        finds: '#noun',
      },
      { tei: '<p><persName ref="psn:KHA">Kissinger</persName></p>', finds: 'ref="psn:KHA"' },
    ],
  },
  begin: (run) => ({
    edition: (edition) => {
      const registerHere = hasRegister(edition);
      for (const file of edition.files) checkFile(run, file, { edition, hasRegister: registerHere, found: new Set() });
    },
  }),
};
