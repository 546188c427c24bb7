/** The content of a line: text, typography, links, calls. */
import type { FootnoteReference, Html, PhrasingContent } from 'mdast';
import type { Inline, PhraseElement } from '../document.ts';
import { phrase } from '../phrase.ts';
import { withPageMarks } from '../marked-inline.ts';
import { endOf, startOf } from './syntax-tree.ts';
import { runsOf } from '../text-places.ts';
import type { MarkdownContext } from './context.ts';
import { htmlPiece } from './html-tags.ts';
import { link, picture } from './links.ts';

const look = (rend: string | undefined): Record<string, string> => (rend ? { rend } : {});

function call(node: FootnoteReference, context: MarkdownContext): Inline[] {
  const at = startOf(node);
  const note = context.noteNamed.get(node.identifier);
  if (note === undefined) return [];
  if (!context.called.has(note)) {
    context.called.add(note);
    return [{ kind: 'call', note, at }];
  }
  const shown: Inline = { kind: 'text', text: context.notes[note]!.label, at };
  return [
    { ...phrase('ref', [phrase('hi', [shown], look('superscript'))]), attributes: { type: 'noteref' }, toNote: note },
  ];
}

/** An HTML tag that was opened, and what has been read since. */
interface Frame {
  readonly tag: string;
  readonly node?: Html;
  readonly element: PhraseElement;
  readonly rend: string | undefined;
  readonly content: Inline[];
}

/** Reads an HTML tag. Tags that do not pair leave their words. */
function html(node: Html, frames: Frame[], context: MarkdownContext): void {
  const place = frames.at(-1)!.content;
  const piece = htmlPiece(node.value);
  if (piece.is === 'page') place.push({ kind: 'page', label: piece.label, at: startOf(node) });
  else if (piece.is === 'line') place.push({ kind: 'line', at: startOf(node) });
  else if (piece.is === 'open')
    frames.push({ tag: piece.tag, node, element: piece.element, rend: piece.rend, content: [] });
  else if (piece.is === 'close' && frames.some((f) => f.tag === piece.tag)) {
    for (let frame = frames.pop()!; ; frame = frames.pop()!) {
      if (frame.tag === piece.tag)
        return void frames.at(-1)!.content.push(phrase(frame.element, frame.content, look(frame.rend)));
      frames.at(-1)!.content.push(...frame.content);
    }
  } else leftOut(node, context);
}

function leftOut(node: Html, context: MarkdownContext): void {
  const what = node.value.startsWith('<!--') ? 'comment' : 'HTML tag';
  context.findings.push({
    code: 'import-left-out',
    severity: what === 'comment' ? 'review' : 'note',
    message: `The ${what} ${node.value.replace(/\s+/g, ' ').slice(0, 80)} is not text and was left out.`,
    span: context.source.span(startOf(node), endOf(node)),
    fix: 'If it says something that the edition needs, put it into the text or mark it in the TEI.',
  });
}

function one(node: PhrasingContent, context: MarkdownContext): readonly Inline[] {
  switch (node.type) {
    case 'text':
      return runsOf(node.value, context.source.text, startOf(node), endOf(node));
    case 'emphasis':
      return [phrase('hi', nested(node.children, context), look('italic'))];
    case 'strong':
      return [phrase('hi', nested(node.children, context), look('bold'))];
    case 'delete':
      return [phrase('del', nested(node.children, context), look('strikethrough'))];
    case 'inlineCode':
      return [phrase('code', [{ kind: 'text', text: node.value, at: startOf(node) + 1 }])];
    case 'break':
      return [{ kind: 'line', at: startOf(node) }];
    case 'link':
    case 'linkReference':
      return link(node, nested(node.children, context), context);
    case 'image':
    case 'imageReference':
      return picture(node, context);
    case 'footnoteReference':
      return call(node, context);
    case 'html':
      return [];
  }
}

function nested(nodes: readonly PhrasingContent[], context: MarkdownContext): Inline[] {
  const frames: Frame[] = [{ tag: '', element: 'seg', rend: undefined, content: [] }];
  for (const node of nodes) {
    if (node.type === 'html') html(node, frames, context);
    else frames.at(-1)!.content.push(...one(node, context));
  }
  while (frames.length > 1) {
    const frame = frames.pop()!;
    if (frame.node) leftOut(frame.node, context);
    frames.at(-1)!.content.push(...frame.content);
  }
  return frames[0]!.content;
}

/** The content of a block, with its page marks. */
export const inlineContent = (nodes: readonly PhrasingContent[], context: MarkdownContext): Inline[] =>
  withPageMarks(nested(nodes, context), context.pages);
