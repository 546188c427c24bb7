/**
 * Everything a Word file has that a reader sees or could see, one after the other: the ground of the places of findings and of
 * the proof. It knows what is deleted, inserted, hidden or made by a field, and nothing of paragraphs' meaning.
 */
import { below, child, elements, textOf, type XmlNode } from './xml-tree.ts';
import { charactersOf } from './characters.ts';
import { isHidden, paragraphProperties, roleOf, type Styles } from './styles.ts';

/** Why text may not be part of the text. */
export type AtomState = 'text' | 'inserted' | 'deleted' | 'hidden' | 'field' | 'contents' | 'call-mark';

export interface Atom {
  readonly is: 'text' | 'paragraph' | 'note' | 'page' | 'comment' | 'picture' | 'line';
  readonly node: XmlNode;
  readonly text: string;
  readonly at: number;
  readonly state: AtomState;
}

interface Field {
  code: string;
  phase: 'code' | 'result';
}

/** A table of contents and its kind is made by Word from the text. */
const madeByWord = /^\s*(?:TOC|TOA|INDEX|BIBLIOGRAPHY_TOC)\b/;

/** The part of a choice between two ways to say the same that a new Word shows. */
export const alternative = (node: XmlNode): XmlNode | undefined =>
  child(node, 'mc:Choice') ?? child(node, 'mc:Fallback');

/** The words that stand for a picture. */
export const descriptionOf = (drawing: XmlNode): string => {
  const [properties] = [...below(drawing, 'wp:docPr'), ...below(drawing, 'v:shape')];
  return (properties?.attributes.descr ?? properties?.attributes.alt ?? '').replace(/\s+/g, ' ').trim();
};

/** Boxes of text that a drawing holds; each is after the paragraph it is anchored in. */
export function textBoxes(node: XmlNode): XmlNode[] {
  if (node.name === 'mc:AlternateContent') return elements(alternative(node)).flatMap(textBoxes);
  return elements(node).flatMap((c) => (c.name === 'w:txbxContent' ? [c] : textBoxes(c)));
}

/** Whether a drawing shows a picture (it may be a box of text only). */
export const holdsPicture = (node: XmlNode): boolean =>
  below(node, 'a:blip').length + below(node, 'v:imagedata').length > 0;

/** Walks parts and keeps count of the characters. */
export class AtomReader {
  readonly atoms: Atom[] = [];
  #at = 0;
  readonly #fields: Field[] = [];
  #boxes: XmlNode[] = [];
  #awaitsMark = false;
  readonly #styles: Styles;

  constructor(styles: Styles) {
    this.#styles = styles;
  }

  /** The blocks of a part, of a cell, of a box. */
  blocks(container: XmlNode, state: AtomState = 'text'): void {
    for (const node of elements(container)) {
      if (node.name === 'w:p') this.#paragraph(node, state);
      else if (node.name === 'mc:AlternateContent') this.blocks(alternative(node) ?? node, state);
      else this.blocks(node, this.#stateOf(node, state));
    }
  }

  #paragraph(node: XmlNode, given: AtomState): void {
    const contents = roleOf(paragraphProperties(node, this.#styles).chain) === 'contents';
    const state = contents && given === 'text' ? 'contents' : given;
    const outer = this.#boxes;
    this.#boxes = [];
    this.#add('paragraph', node, '', state);
    this.#inline(node, state);
    this.#add('line', node, '\n', state);
    const boxes = this.#boxes;
    this.#boxes = outer;
    for (const box of boxes) this.blocks(box, state);
  }

  #stateOf(node: XmlNode, state: AtomState): AtomState {
    if (state !== 'text' && state !== 'inserted') return state;
    if (node.name === 'w:del' || node.name === 'w:moveFrom') return 'deleted';
    if (node.name === 'w:ins' || node.name === 'w:moveTo') return 'inserted';
    if (
      node.name === 'w:sdt' &&
      below(child(node, 'w:sdtPr') ?? node, 'w:docPartGallery').some(
        (g) => g.attributes['w:val'] === 'Table of Contents',
      )
    )
      return 'contents';
    if (node.name === 'w:tr') {
      const row = child(node, 'w:trPr');
      return child(row, 'w:del') ? 'deleted' : child(row, 'w:ins') ? 'inserted' : state;
    }
    return state;
  }

  #inline(parent: XmlNode, state: AtomState): void {
    for (const node of elements(parent)) {
      if (node.name === 'w:pPr' || node.name === 'w:rPr' || node.name === 'w:sdtPr') continue;
      if (node.name === 'w:r') this.#run(node, isHidden(node, this.#styles) && state === 'text' ? 'hidden' : state);
      else if (node.name === 'mc:AlternateContent') this.#inline(alternative(node) ?? node, state);
      else if (charactersOf(node) !== undefined) this.#piece(node, state);
      else this.#inline(node, this.#stateOf(node, state));
    }
  }

  /** A call with a mark of its own is followed by that mark, in its run or in the next one. */
  #run(run: XmlNode, state: AtomState): void {
    let marked = false;
    for (const node of elements(run)) {
      const isMark = this.#awaitsMark && charactersOf(node) !== undefined;
      this.#piece(node, isMark && state === 'text' ? 'call-mark' : state);
      marked ||= isMark;
      if (node.name === 'w:footnoteReference' || node.name === 'w:endnoteReference')
        this.#awaitsMark = /^(?:1|true|on)$/.test(node.attributes['w:customMarkFollows'] ?? '');
    }
    if (marked) this.#awaitsMark = false;
  }

  #fieldState(state: AtomState): AtomState {
    if (this.#fields.some((f) => f.phase === 'code')) return 'field';
    return this.#fields.some((f) => madeByWord.test(f.code)) ? 'contents' : state;
  }

  #piece(node: XmlNode, given: AtomState): void {
    const state = this.#fieldState(given);
    const text = charactersOf(node);
    if (text !== undefined) return this.#add('text', node, text, state);
    switch (node.name) {
      case 'w:fldChar':
        return this.#field(node.attributes['w:fldCharType']);
      case 'w:instrText': {
        const field = this.#fields.at(-1);
        if (field) field.code += textOf(node);
        return;
      }
      case 'w:br':
        return this.#add(node.attributes['w:type'] === 'page' ? 'page' : 'line', node, ' ', state);
      case 'w:cr':
        return this.#add('line', node, ' ', state);
      case 'w:lastRenderedPageBreak':
        return this.#add('page', node, '', state);
      case 'w:footnoteReference':
      case 'w:endnoteReference':
        return this.#add('note', node, '', state);
      case 'w:commentReference':
        return this.#add('comment', node, '', state);
      case 'mc:AlternateContent':
        return elements(alternative(node)).forEach((c) => this.#piece(c, state));
      case 'w:drawing':
      case 'w:pict':
      case 'w:object':
        this.#boxes.push(...textBoxes(node));
        if (holdsPicture(node)) this.#add('picture', node, descriptionOf(node), state);
        return;
      case 'w:ruby':
      case 'w:rubyBase':
      case 'w:rt':
        return this.#inline(node, state);
    }
  }

  #field(type: string | undefined): void {
    if (type === 'begin') this.#fields.push({ code: '', phase: 'code' });
    const field = this.#fields.at(-1);
    if (type === 'separate' && field) field.phase = 'result';
    if (type === 'end') this.#fields.pop();
  }

  #add(is: Atom['is'], node: XmlNode, text: string, state: AtomState): void {
    this.atoms.push({ is, node, text, at: this.#at, state });
    this.#at += text.length;
  }
}
