import type { Finding } from '../../diagnostics/finding.ts';
import type { Edition } from '../../model/edition.ts';
import type { UnitNumber } from '../../model/numbers.ts';
import type { ReadingNode } from '../../model/reading.ts';
import { editionAddress } from '../../model/public-address.ts';
import type { OutputFile, WholeFormat } from '../format.ts';
import { dtsFolder, staticAddresses } from './addresses.ts';
import { collectionAnswer, entryAnswer, navigationAnswer, type Question } from './answers.ts';
import { citationTrees } from './citable.ts';
import type { CitableUnit, CitationTree } from './citable-unit.ts';
import { editionLibrary } from './library.ts';
import { type Passage, passagesOf, passageText } from './passage.ts';
import { proveDts } from './prove-dts.ts';

/** Distributed Text Services 1.0 as files (Level 0): the default tree of each text, unit by unit, without ranges. */

export const dtsPath = `${dtsFolder}/index.jsonld`;

/** More files than this no edition needs that has no server. */
const mostFiles = 20_000;

/** What is kept of a text until its files are written. */
interface Part {
  readonly tei: string;
  readonly tree?: CitationTree | undefined;
  readonly passages: readonly Passage[];
}

/** How far down is asked: as far as there are units, and one level more than texts with one level have, which clients ask for. */
const depths = (tree: CitationTree): number[] => {
  const deepest = tree.units.reduce((most, { level }) => Math.max(most, level), 2);
  return [-1, ...Array.from({ length: deepest }, (_, i) => i + 1)];
};

/** The files of one unit of a text: what is said of it, each way to go down from it, and its passage. */
const filesOfUnit = (tree: CitationTree): number => depths(tree).length + 3;

const isTooMuch = (parts: readonly Part[]): boolean => countFiles(parts) > mostFiles;
const countFiles = (parts: readonly Part[]): number =>
  parts.reduce((sum, { tree }) => sum + (tree ? tree.units.length * filesOfUnit(tree) : 0), 0);

function partOf(bytes: Uint8Array): Part {
  return JSON.parse(Buffer.from(bytes).toString('utf8')) as Part;
}

const json = (path: string, answer: object): OutputFile => ({
  path: `${dtsFolder}/${path}/index.jsonld`,
  content: `${JSON.stringify(answer)}\n`,
});

class DtsFiles {
  private readonly at: ReturnType<typeof staticAddresses>;
  private readonly base: string;
  private readonly edition: Edition;
  private readonly texts: ReadonlyMap<string, Part>;

  constructor(edition: Edition, address: string, parts: readonly Part[]) {
    this.edition = edition;
    this.at = staticAddresses(address);
    this.base = `${address}/${dtsFolder}`;
    const without = isTooMuch(parts);
    this.texts = new Map(
      edition.units.map(({ facts }, i) => [facts.id, without ? { tei: parts[i]!.tei, passages: [] } : parts[i]!]),
    );
  }

  private readonly treesOf = (id: string): readonly CitationTree[] => {
    const { tree } = this.texts.get(id)!;
    return tree ? [tree] : [];
  };

  all(): OutputFile[] {
    return [
      { path: dtsPath, content: `${JSON.stringify(entryAnswer(this.at))}\n` },
      ...this.collections(),
      ...[...this.texts].flatMap(([id, text]) => [...this.navigation(id, text), ...this.documents(id, text)]),
    ];
  }

  private collections(): OutputFile[] {
    const library = editionLibrary(this.edition);
    const ids = library.collections.flatMap(({ id, members }) => [id, ...members.map((one) => one.id)]);
    const answer = (id: string, nav: 'children' | 'parents') =>
      collectionAnswer(library, id, nav, this.treesOf, this.at)!;
    return [
      json('collection', answer(library.id, 'children')),
      ...[library.id, ...ids].flatMap((id) => [
        json(`collection/${id}`, answer(id, 'children')),
        json(`collection/${id}/children`, answer(id, 'children')),
        json(`collection/${id}/parents`, answer(id, 'parents')),
      ]),
    ];
  }

  private navigation(id: string, { tree = { ofElements: false, units: [] } }: Part): OutputFile[] {
    const one = (question: Question): OutputFile => {
      const down = question.down === undefined ? '' : `;down=${question.down}`;
      const behind = question.ref ? `/${question.ref.identifier}` : '';
      const url = `${this.base}/navigation/${encodeURIComponent(id)}${down}${behind}/index.jsonld`;
      const answer = navigationAnswer(id, this.treesOf(id), tree, question, url, this.at);
      return json(`navigation/${id}${down}${behind}`, answer);
    };
    const about = (ref: CitableUnit): OutputFile[] => [
      one({ ref }),
      one({ ref, down: 0 }),
      ...depths(tree).map((down) => one({ ref, down })),
    ];
    return [...depths(tree).map((down) => one({ down })), ...tree.units.flatMap(about)];
  }

  private documents(id: string, { tei, tree, passages }: Part): OutputFile[] {
    const folder = `${dtsFolder}/document/${id}`;
    return [
      { path: `${folder}/document.tei`, content: tei },
      ...passages.map((passage, i) => ({
        path: `${folder}/${tree!.units[i]!.identifier}/document.tei`,
        content: passageText(tei, passage),
      })),
    ];
  }
}

const noAddress: Finding = {
  code: 'no-address',
  severity: 'review',
  message: 'The folder dts is not written: the address at which the edition is published is not known.',
  why: 'Its files say where others are, and programs that read them want whole addresses.',
  fix: 'Set “baseUrl” in octavo.config.json.',
};

const withoutPassages = (files: number): Finding => ({
  code: 'dts-without-passages',
  severity: 'review',
  message: `The folder dts has whole texts only: with their pages or numbers it would have ${files} more files, and ${mostFiles} are the most.`,
  why: 'Hosts and tools have trouble with folders of so many small files.',
  fix: 'Nothing is wrong with the edition: its texts are there as wholes.',
});

/** The numbers that pages show, in their order: those of a text that is a part of a file depend on what is around it. */
function numbersIn(node: ReadingNode): UnitNumber[] {
  const inside = node.children.flatMap((child) => (typeof child === 'string' ? [] : numbersIn(child)));
  return node.number ? [node.number, ...inside] : inside;
}

/** The texts of the edition for programs that read them piece by piece. */
export const dts: WholeFormat = {
  name: 'dts',
  path: dtsPath,
  part: ({ tei, facts, source, open, reading }) => {
    const isInterrupted = source.except.length > 0;
    const trees = citationTrees({
      tei,
      kind: facts.kind,
      startsOn: open?.startsOn,
      isInterrupted,
      numbers: numbersIn(reading),
    });
    const [tree] = trees;
    const passages = tree ? passagesOf(tei, tree.units, tree.ofElements) : [];
    return Buffer.from(JSON.stringify({ tei, tree, passages } satisfies Part));
  },
  files: (edition, parts) => {
    const address = editionAddress(edition);
    return address === undefined ? [] : new DtsFiles(edition, address, parts.map(partOf)).all();
  },
  findings: (edition, parts) => {
    if (editionAddress(edition) === undefined) return [noAddress];
    const read = parts.map(partOf);
    return isTooMuch(read) ? [withoutPassages(countFiles(read))] : [];
  },
  prove: (edition) => proveDts(edition, mostFiles),
};
