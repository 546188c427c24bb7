import { collectionAnswer, entryAnswer, navigationAnswer, type Question } from '../formats/dts/answers.ts';
import type { CitableUnit, CitationTree } from '../formats/dts/citable-unit.ts';
import { passagesOf, passageText, type Range } from '../formats/dts/passage.ts';
import { Refusal, type Reply } from './answer.ts';
import { servedAddresses } from './dts-addresses.ts';
import type { ServedText, Texts } from './texts.ts';

/** Distributed Text Services 1.0, Level 1: what is asked for in parameters, and what the specification says of each combination. */

const linkedData = 'application/ld+json';
const teiType = 'application/tei+xml';

const json = (answer: object): Reply => ({ status: 200, type: linkedData, body: `${JSON.stringify(answer)}\n` });

/** The parameters of a request, each at most once. */
function parametersOf(query: URLSearchParams): (name: string) => string | undefined {
  return (name) => {
    const values = query.getAll(name);
    if (values.length > 1) throw new Refusal(400, `“${name}” is given ${values.length} times.`);
    return values[0];
  };
}

type Parameters = ReturnType<typeof parametersOf>;

/** All answers have one page. */
function onlyPage(of: Parameters): void {
  const page = of('page');
  if (page === undefined || page === '1') return;
  if (!/^\d+$/.test(page)) throw new Refusal(400, '“page” is a number.');
  throw new Refusal(404, 'There is only one page.');
}

function downOf(of: Parameters): number | undefined {
  const down = of('down');
  if (down === undefined) return undefined;
  if (!/^(?:-1|\d{1,6})$/.test(down)) throw new Refusal(400, '“down” is a number, or -1 for all levels.');
  return Number(down);
}

/** The tree that is asked for; undefined: the text has none. */
function treeOf(trees: readonly CitationTree[], name: string | undefined): CitationTree | undefined {
  if (name === undefined) return trees[0];
  const tree = trees.find(({ identifier }) => identifier === name);
  if (!tree) throw new Refusal(404, `The text has no citation tree “${name}”.`);
  return tree;
}

type Named = Pick<Question, 'ref' | 'start' | 'end'>;

/** The units that a request names. */
function namedIn(of: Parameters, tree: CitationTree | undefined): Named {
  const [ref, start, end] = [of('ref'), of('start'), of('end')];
  if (ref !== undefined && (start !== undefined || end !== undefined))
    throw new Refusal(400, '“ref” cannot be used with “start” and “end”.');
  if ((start === undefined) !== (end === undefined)) throw new Refusal(400, '“start” and “end” need each other.');
  const find = (identifier: string): CitableUnit => {
    const found = tree?.units.find((unit) => unit.identifier === identifier);
    if (!found) throw new Refusal(404, `The text has no “${identifier}” in this citation tree.`);
    return found;
  };
  if (ref !== undefined) return { ref: find(ref) };
  if (start === undefined || end === undefined) return {};
  const range = { start: find(start), end: find(end) };
  if (range.end.from < range.start.from) throw new Refusal(404, `“${end}” is before “${start}”.`);
  return range;
}

function resourceOf(of: Parameters): string {
  const id = of('resource');
  if (id === undefined) throw new Refusal(400, '“resource” is missing: the id of a text.');
  return id;
}

export class Dts {
  private readonly texts: Texts;
  private readonly at: ReturnType<typeof servedAddresses>;
  private readonly base: string;

  /** `base`: the address at which it begins. */
  constructor(texts: Texts, base: string) {
    this.texts = texts;
    this.base = base;
    this.at = servedAddresses(base);
  }

  /** Answers a request; `path` is that behind the beginning. Throws `Refusal`. */
  reply(path: string, query: URLSearchParams): Reply {
    const of = parametersOf(query);
    if (path === '') return json(entryAnswer(this.at));
    if (path === 'collection') return this.collection(of);
    if (path === 'navigation') return this.navigation(of, query);
    if (path === 'document') return this.document(of);
    throw new Refusal(404, 'There is the entry, and collection, navigation and document.');
  }

  private collection(of: Parameters): Reply {
    onlyPage(of);
    const nav = of('nav') ?? 'children';
    if (nav !== 'children' && nav !== 'parents') throw new Refusal(400, '“nav” is children or parents.');
    const id = of('id');
    const trees = (text: string) => (text === id ? this.texts.text(text).trees : undefined);
    const answer = collectionAnswer(this.texts.library, id, nav, trees, this.at);
    if (!answer) throw new Refusal(404, `There is no collection or text ${id}.`);
    return json(answer);
  }

  private navigation(of: Parameters, query: URLSearchParams): Reply {
    onlyPage(of);
    const id = resourceOf(of);
    const { trees } = this.texts.text(id);
    const tree = treeOf(trees, of('tree'));
    const named = namedIn(of, tree);
    const down = downOf(of);
    const isWhole = named.ref === undefined && named.start === undefined;
    if (isWhole && (down ?? 0) === 0)
      throw new Refusal(400, 'Without “ref” or a range “down” is needed, and is not 0.');
    if (named.start && down === 0) throw new Refusal(400, '“down” cannot be 0 for a range.');
    const question = { ...named, ...(down !== undefined && { down }) };
    const url = `${this.base}/navigation?${query.toString()}`;
    return json(navigationAnswer(id, trees, tree ?? { units: [] }, question, url, this.at));
  }

  private document(of: Parameters): Reply {
    const id = resourceOf(of);
    const text = this.texts.text(id);
    const type = of('mediaType') ?? teiType;
    if (type !== teiType) throw new Refusal(404, `Texts are there as ${teiType} only.`);
    const tree = treeOf(text.trees, of('tree'));
    const body = passageIn(text, tree, namedIn(of, tree));
    const link = `<${this.base}/collection?id=${encodeURIComponent(id)}>; rel="collection"`;
    return { status: 200, type: teiType, body, headers: { Link: link } };
  }
}

/** The text, or the part that is named. */
function passageIn({ tei }: ServedText, tree: CitationTree | undefined, { ref, start, end }: Named): string {
  const first = ref ?? start;
  const last = ref ?? end;
  if (!tree || !first || !last) return tei;
  const range: Range = { from: first.from, to: Math.max(first.to, last.to) };
  return passageText(tei, passagesOf(tei, [range], tree.ofElements)[0]!);
}
