import type { Edition } from '../../model/edition.ts';
import { editionAddress, publicAddress } from '../../model/public-address.ts';
import type { Written } from '../../model/unit-content.ts';
import type { ExpectedFile, RecordFields, WholeProof } from '../format.ts';
import { targetsInFolder, targetsOfFile } from '../tei-targets.ts';
import { plain, withPointers, writtenFaults } from '../tei-written.ts';
import { AnswerList, type ExpectedGroup, type ExpectedText, fieldsOf } from './expected-answers.ts';
import { expectedNumbers, expectedPages, type ExpectedUnit } from './expected-units.ts';

/** The proof of the files of `dts/`: each answer field by field, each passage character by character. */

interface ProvenText extends ExpectedText {
  readonly written: Written;
}

/** An answer as it is written: without spaces, and no field twice. */
function readAnswer(content: string): RecordFields[] {
  const answer = JSON.parse(content) as Record<string, unknown>;
  if (`${JSON.stringify(answer)}\n` !== content) throw new Error('it is not written as answers are');
  return [fieldsOf(answer)];
}

/** Elements that make a file of a unit, and of the notes that are written elsewhere in the source. */
const filler = /<(?:[^\s<>:/]+:)?body><(?:[^\s<>:/]+:)?p\/><\/(?:[^\s<>:/]+:)?body>/g;
const shell = /\s*<\/?(?:[^\s<>:/]+:)?(?:text|front|body|sourceDoc)>\s*/g;
const notesShell =
  /\s*<\/?(?:[^\s<>:/]+:)?(?:back|standOff|div|listApp)>\s*|\s*<(?:[^\s<>:/]+:)?(?:div type="(?:notes|apparatus)"|standOff|listApp)(?: (?:xml:lang|n)="[^"<]*")?>\s*/g;

function bare(text: string, hasNotes: boolean): string {
  const inside = text.replace(filler, '').replace(shell, '');
  return (hasNotes ? inside.replace(notesShell, '') : inside).trim();
}

const wrapped =
  /^<\?xml version="1\.0" encoding="UTF-8"\?>\n<([^\s<>]+)((?:\s[^\s=<>]+="[^"<]*")*)><dts:wrapper xmlns:dts="https:\/\/w3id\.org\/api\/dts#">([^]*)<\/dts:wrapper><\/\1>\n$/;

/** What is in a passage. */
function readPassage(content: string, hasNotes: boolean): RecordFields[] {
  const found = wrapped.exec(content);
  if (!found || !/^(?:[^:]+:)?TEI(?:\.2|Corpus)?$/.test(found[1]!)) throw new Error('it is not a passage in a wrapper');
  return [{ root: holding(found[2]!), passage: bare(withPointers(found[3]!, targetsOfFile), hasNotes) }];
}

const holds = /\s(xmlns(?::[^\s=]+)?|xml:(?:lang|base|space))\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

/** What attributes say that holds inside, of several the last, in the order of their names. */
function holding(...tags: readonly string[]): string {
  const said = new Map(
    tags.flatMap((tag) => [...tag.matchAll(holds)].map((one) => [one[1]!, plain(one[2] ?? one[3]!)])),
  );
  return JSON.stringify([...said].sort(([a], [b]) => (a < b ? -1 : 1)));
}

class DtsProof implements WholeProof {
  private readonly texts: ProvenText[] = [];
  private readonly edition: Edition;
  private readonly address: string;
  private readonly most: number;

  constructor(edition: Edition, address: string, most: number) {
    this.edition = edition;
    this.address = address;
    this.most = most;
  }

  unit: WholeProof['unit'] = (unit, content) => {
    const written = content.written!;
    const text = withPointers(written.text, (targets) => targetsInFolder(targets, unit, this.edition));
    const numbers = unit.facts.kind === 'record' ? [] : expectedNumbers(content, text);
    const units = numbers.length > 0 || unit.facts.kind === 'record' ? numbers : expectedPages(unit, content, text);
    this.texts.push({ unit, address: publicAddress(unit.facts.id, this.edition)!, units, written });
  };

  files(): ExpectedFile[] {
    const files = this.texts.reduce((sum, { units }) => sum + units.length * filesPerUnit(units), 0);
    const texts = files > this.most ? this.texts.map((text) => ({ ...text, units: [] })) : this.texts;
    const answers = new AnswerList(`${this.address}/dts`);
    answers.entry();
    const { root, groups } = this.groups(texts);
    answers.collections(root, this.edition.title || this.edition.id, groups);
    for (const text of texts) answers.navigation(text);
    const said = [...answers.all].map(([path, fields]) => ({ path, records: [fields], readBack: readAnswer }));
    return [...said, ...texts.flatMap((text) => this.documents(text))];
  }

  /** Texts by their files, in the order of the edition; those that are alone in theirs together at the end. */
  private groups(texts: readonly ProvenText[]): { root: string; groups: ExpectedGroup[] } {
    const taken = new Set(texts.map(({ unit }) => unit.facts.id));
    const free = (id: string, n = 1): string => {
      const name = n === 1 ? id : `${id}-${n}`;
      if (taken.has(name)) return free(id, n + 1);
      taken.add(name);
      return name;
    };
    const root = free('edition');
    const byFile = new Map<string, ProvenText[]>();
    for (const text of texts) byFile.set(text.unit.source.path, [...(byFile.get(text.unit.source.path) ?? []), text]);
    const several = [...byFile.values()].filter((of) => of.length > 1);
    const alone = [...byFile.values()].filter((of) => of.length === 1).flat();
    const groups = several.map((of) => {
      const { id, title } = of[0]!.unit.volume;
      return { id: free(`volume.${id}`.replace(/[^\w.-]/g, '-')), title, texts: of };
    });
    if (alone.length > 0)
      groups.push({ id: free('texts'), title: this.edition.title || this.edition.id, texts: alone });
    return { root, groups };
  }

  private documents({ unit, units, written }: ProvenText): ExpectedFile[] {
    const folder = `dts/document/${unit.facts.id}`;
    const { notes = [] } = written;
    const mapped = (text: string): string => withPointers(text, (targets) => targetsInFolder(targets, unit, this.edition)); // prettier-ignore
    const brought = notes.map(mapped).join('');
    const passage = (
      { identifier, citeType, written: characters, around }: ExpectedUnit,
      isLast: boolean,
    ): ExpectedFile => ({
      path: `${folder}/${identifier}/document.tei`,
      records: [
        {
          root: holding(written.root, ...around),
          passage: bare(characters + (isLast && citeType === 'page' ? brought : ''), notes.length > 0),
        },
      ],
      readBack: (content) => readPassage(content, notes.length > 0),
    });
    const asItIs = 'as its source writes it';
    return [
      {
        path: `${folder}/document.tei`,
        records: [{ text: asItIs }],
        readBack: (content) => [{ text: writtenFaults(content, written, unit, this.edition).join('; ') || asItIs }],
      },
      ...units.map((one, i) => passage(one, i === units.length - 1)),
    ];
  }
}

/** Of a unit what is said of it, its siblings, each way down from it, and its passage. */
const filesPerUnit = (units: readonly ExpectedUnit[]): number =>
  4 + Math.max(2, ...new Set(units.map(({ level }) => level)));

const nothing: WholeProof = { unit: () => undefined, files: () => [] };

/** What must be there; without an address of the edition nothing. `most`: more files of passages than this are not written. */
export function proveDts(edition: Edition, most: number): WholeProof {
  const address = editionAddress(edition);
  return address === undefined ? nothing : new DtsProof(edition, address, most);
}
