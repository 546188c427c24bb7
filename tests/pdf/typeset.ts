import { join, resolve } from 'node:path';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import type { Content, Node, PdfDocument, Tag } from '../../src/pdf/document.ts';
import { readPdf } from '../../src/pdf/read-pdf.ts';

/** Small PDFs made by Typst, for the reader to read: what was put in is known. */

const packages = resolve(import.meta.dirname, '../../node_modules/@expo-google-fonts');
const fonts = ['eb-garamond', 'noto-serif-hebrew', 'noto-naskh-arabic'].map((name) => join(packages, name));

let compiler: NodeCompiler | undefined;

const preamble = `
#set document(title: "A Book", author: "An Editor", date: datetime(year: 1970, month: 1, day: 1))
#set text(font: ("EB Garamond", "Noto Serif Hebrew", "Noto Naskh Arabic"), lang: "en", size: 11pt, fallback: false)
#set page(width: 240pt, height: 320pt, margin: 30pt)
#set par(justify: true)
`;

export function typeset(source: string): Uint8Array {
  compiler ??= NodeCompiler.create({ workspace: import.meta.dirname, fontArgs: [{ fontPaths: fonts }] });
  const made = compiler.compile({ mainFileContent: preamble + source });
  const wrong = made.result ? null : made.takeDiagnostics();
  if (!made.result) throw new Error(JSON.stringify(wrong && compiler.fetchDiagnostics(wrong)));
  return compiler.pdf(made.result, { pdfStandard: 'ua-1' });
}

export const typesetAndRead = (source: string): PdfDocument => readPdf(typeset(source));

/** Embeddings that Typst writes around text with a direction of its own, and hyphens that end lines. */
const invisible = /[\u00ad\u202a-\u202e\u2066-\u2069]/g;

export const wordsOf = (text: string): string => text.replace(invisible, '').replace(/ +/g, ' ').trim();

export const contentText = ({ pieces }: Content): string => pieces.map(({ text }) => text).join('');

/** The text of tags in their order, without what `leaveOut` names; blocks are separated by line ends. */
export function textOf(nodes: readonly Node[], leaveOut: readonly string[] = []): string {
  const text = (node: Node): string => {
    if (node.kind === 'content') return contentText(node);
    if (node.kind === 'link' || leaveOut.includes(node.role)) return '';
    const isBlock = /^(?:P|H\d|LI|TD|TH|Note|TOCI)$/.test(node.role);
    return `${node.children.map(text).join('')}${isBlock ? '\n' : ''}`;
  };
  return nodes
    .map(text)
    .join('')
    .split(/\n+/)
    .map(wordsOf)
    .filter((line) => line !== '')
    .join('\n');
}

/** All tags with a role, in order. */
export const tagsOf = (nodes: readonly Node[], role: string): Tag[] =>
  nodes.flatMap((node) =>
    node.kind === 'tag' ? [...(node.role === role ? [node] : []), ...tagsOf(node.children, role)] : [],
  );
