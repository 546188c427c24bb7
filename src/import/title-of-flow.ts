/**
 * The heading of the whole document among the headings of a source: the first one where it is first and alone at its
 * level. Where a source has no heading that could be it, Octavo supplies one (what the source calls itself, else the
 * name of the file) and says so.
 */
import type { SourceText } from '../source/text.ts';
import type { Chooser } from './decisions.ts';
import type { Block, Inline } from './document.ts';
import { type FlowBlock, type HeadingBlock, placeOfInline } from './flow.ts';
import { looksLikeArchiveLine } from './frus-text/heading.ts';
import { wordsOf, wordsOfParagraph } from './words-of.ts';

export interface TitledFlow {
  /** Page breaks and archive lines above the heading. */
  readonly before: readonly Block[];
  readonly head: readonly Inline[];
  readonly rest: readonly FlowBlock[];
  /** The heading, where it is ours and not the source's. */
  readonly supplied?: string;
}

interface Asked {
  readonly flow: readonly FlowBlock[];
  /** What the source calls itself, next to its text. */
  readonly told: string | undefined;
  readonly source: SourceText;
  readonly chooser: Chooser;
}

const isAside = (b: FlowBlock): boolean => b.kind === 'page' || (b.kind === 'text-line' && b.element === 'fw');
const solid = (text: string): string => text.replace(/[^\p{L}\p{N}]+/gu, '').toLowerCase();

function supplied({ flow, told, source }: Asked): TitledFlow {
  const name = source.file.replace(/^.*[/\\]/, '').replace(/(?<=.)\.[^.]*$/, '');
  const text = told ?? name;
  const head: Inline[] = [
    { kind: 'phrase', element: 'supplied', attributes: {}, content: [{ kind: 'text', text, at: 0 }] },
  ];
  return { before: [], head, rest: flow, supplied: text };
}

/** The heading at an index; what is above it becomes archive lines. */
function cutAt(flow: readonly FlowBlock[], index: number, content: readonly Inline[]): TitledFlow {
  const before = flow
    .slice(0, index)
    .map((b): Block => (b.kind === 'paragraph' ? { kind: 'source-line', content: b.content } : (b as Block)));
  return { before, head: content, rest: flow.slice(index + 1) };
}

function ask(
  asked: Asked,
  content: readonly Inline[],
  question: { ask: string; no: string; yes: boolean; sure: number },
) {
  const start = placeOfInline(content) ?? 0;
  return (
    asked.chooser.choose({
      kind: 'heading',
      start,
      end: start + wordsOf(content).length,
      ask: question.ask,
      options: [
        { value: 'yes', label: 'yes, the heading of the document' },
        { value: 'no', label: question.no },
      ],
      preferred: question.yes ? 'yes' : 'no',
      confidence: question.sure,
    }) === 'yes'
  );
}

function firstLine(asked: Asked): TitledFlow {
  const { flow, told } = asked;
  const index = flow.findIndex((b) => !isAside(b));
  const block = flow[index];
  const words = block?.kind === 'paragraph' ? wordsOf(block.content) : '';
  const alone = !flow.slice(index + 1).some((b) => !isAside(b));
  if (block?.kind !== 'paragraph' || words === '' || words.length > 200 || alone) return supplied(asked);
  const same = told !== undefined && solid(told) === solid(words);
  // Two sentences are not a heading.
  const sentences = /\p{Ll}{3}[.!?]["”’)]? \p{Lu}/u.test(words);
  const yes = ask(asked, block.content, {
    ask: 'The text has no heading. Is its first line the heading?',
    no: 'no, a paragraph; the document gets its title from the metadata or the name of the file',
    yes: same || (told === undefined && !sentences),
    sure: same
      ? 1
      : told !== undefined
        ? 0.95
        : sentences
          ? 0.85
          : words.length > 120 || /[,;:]$/.test(words)
            ? 0.6
            : 0.75,
  });
  return yes ? cutAt(flow, index, block.content) : supplied(asked);
}

/** A line that may be above a heading: short, and no sentence. */
function isShortLine(b: FlowBlock): boolean {
  if (isAside(b)) return true;
  const words = b.kind === 'paragraph' ? wordsOf(b.content) : '';
  return words !== '' && words.length <= 200 && !(words.length > 70 && /[.!?]["”’)]?$/u.test(words));
}

function amongMany(asked: Asked, index: number, heading: HeadingBlock): TitledFlow {
  const { flow, told } = asked;
  const same = told !== undefined && solid(told) === solid(wordsOf(heading.content));
  if (told !== undefined && !same && heading.level > 1) return supplied(asked);
  const other = flow.slice(index + 1).findIndex((b) => b.kind === 'heading' && b.level <= heading.level);
  if (other < 0 || flow.slice(index + 1, index + 1 + other).every(isAside)) return cutAt(flow, index, heading.content);
  const yes = ask(asked, heading.content, {
    ask: 'There are several headings of the highest level. Is the first one the heading of the whole document?',
    no: 'no, the heading of its first part; the document gets its title from the metadata or the name of the file',
    yes: same || told === undefined,
    sure: same ? 1 : told === undefined ? 0.65 : 0.95,
  });
  return yes ? cutAt(flow, index, heading.content) : supplied(asked);
}

/** Finds the heading of the document. */
export function titleOf(asked: Asked): TitledFlow {
  const { flow } = asked;
  const index = flow.findIndex((b) => b.kind === 'heading');
  const heading = flow[index];
  if (heading?.kind !== 'heading') return firstLine(asked);
  const above = flow.slice(0, index).filter((b) => !isAside(b));
  if (above.length === 0) return amongMany(asked, index, heading);
  if (above.length > 3 || !above.every(isShortLine)) return supplied(asked);
  if (above.every((b) => b.kind !== 'heading' && looksLikeArchiveLine(wordsOfParagraph(b))))
    return cutAt(flow, index, heading.content);
  const { told } = asked;
  const other = told !== undefined && solid(told) !== solid(wordsOf(heading.content));
  const yes = ask(asked, heading.content, {
    ask: `Is this the heading of the document, though ${above.length === 1 ? 'there is a line' : 'there are lines'} above it?`,
    no: 'no, the heading of a section; the document gets its title from the metadata or the name of the file',
    yes: !other,
    sure: other ? 0.75 : 0.7,
  });
  return yes ? cutAt(flow, index, heading.content) : supplied(asked);
}
