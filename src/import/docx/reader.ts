/** `docx`: a text in Word's format (Office Open XML), read from its own parts so that nothing of it is lost. */
import { documentOfFlow } from '../document-of-flow.ts';
import { expectedOf } from '../expected-text.ts';
import type { FlowBlock } from '../flow.ts';
import { wordsAtPages } from '../frus-text/words-at-pages.ts';
import { countWords } from '../hyphens.ts';
import { pageMarksIn } from '../page-marks.ts';
import { joinAtPages } from '../page-turns.ts';
import type { Chooser } from '../decisions.ts';
import type { Reader, ReadResult } from '../reader.ts';
import { elements, type XmlNode } from './xml-tree.ts';
import { numberCounter } from './numbering.ts';
import type { Atom } from './atoms.ts';
import { type DocxSource, isDocx } from './source.ts';
import { choose } from './choices.ts';
import { labelNotes } from './note-labels.ts';
import { wordPages } from './pages.ts';
import { mediaFolder } from './media.ts';
import { type DocxContext, linkedBookmarks } from './context.ts';
import { blocksOf } from './blocks.ts';
import { readNotes } from './notes.ts';
import { leftOut } from './left-out.ts';
import { piecesOfDocx } from './expected.ts';

function atomsByNode(source: DocxSource): Map<XmlNode, Atom> {
  const found = new Map<XmlNode, Atom>();
  for (const atom of [...source.body, ...source.notes.flatMap((n) => n.atoms)])
    if (!found.has(atom.node)) found.set(atom.node, atom);
  return found;
}

function contextOf(source: DocxSource, chooser: Chooser): DocxContext {
  const choices = choose(source, chooser);
  const { docx } = source;
  const marks = pageMarksIn(source.text).filter((m) => m.form === 'full' || choices.shortMarks);
  return {
    source,
    choices,
    labels: labelNotes(source, choices),
    wordPages: wordPages(source.body, choices),
    pages: { shortMarks: choices.shortMarks, insideWord: new Set(wordsAtPages(source.text, marks, chooser).keys()) },
    atoms: atomsByNode(source),
    called: new Set(),
    counter: numberCounter(docx.numbering),
    part: docx.main,
    bookmarks: linkedBookmarks([docx.main, docx.footnotes, docx.endnotes]),
    waiting: [],
    media: { folder: mediaFolder(source.file), files: new Map() },
    fields: [],
    findings: [],
  };
}

function read(source: DocxSource, chooser: Chooser): ReadResult {
  const context = contextOf(source, chooser);
  const body = elements(source.docx.main.root).find((e) => e.name === 'w:body');
  const first: FlowBlock[] = context.choices.wordPages ? [{ kind: 'page', label: '1', at: 0 }] : [];
  const blocks = body ? blocksOf(body, context) : [];
  const notes = readNotes(context);
  const flow = joinAtPages([...first, ...blocks], { chooser, words: countWords(source.text) });
  const { document, supplied, findings } = documentOfFlow({ source, chooser, flow, notes });
  const pieces = piecesOfDocx(source, context.choices, context.labels, context.wordPages);
  const { language } = source.styles;
  return {
    document,
    findings: [...context.findings, ...findings, ...leftOut(source, context.choices)],
    ...(language ? { metadata: { language } } : {}),
    files: [...context.media.files.values()],
    ...expectedOf([{ text: supplied, at: 0 }, ...pieces]),
  };
}

/** The reader of Word files. */
export const docx: Reader = {
  kind: 'docx',
  title: 'a Word file (.docx) with footnotes, endnotes, lists, tables, headings',
  detect: (source) => (isDocx(source) ? 1 : 0),
  reads: isDocx,
  read(source, chooser) {
    if (!isDocx(source)) throw new Error(`${source.file} was not opened as a Word file`);
    return read(source, chooser);
  },
};
