import type { SourceText } from '../../source/text.ts';

/**
 * A schema as it is written, whichever of the two syntaxes it is written in: the compact syntax is read into the elements of the XML
 * syntax, so that there is one thing to simplify and one thing to write out.
 */
export interface SchemaElement {
  readonly kind: 'element';
  readonly uri: string;
  readonly local: string;
  /** As written, for foreign elements. */
  readonly prefix: string;
  readonly attributes: readonly SchemaAttribute[];
  readonly children: readonly SchemaNode[];
  /** The namespaces of the prefixes at this place; the empty prefix is that of names without one. */
  readonly namespaces: ReadonlyMap<string, string>;
  readonly source: SourceText;
  readonly start: number;
  readonly end: number;
}

export interface SchemaAttribute {
  readonly uri: string;
  readonly local: string;
  readonly prefix: string;
  readonly value: string;
  readonly start: number;
  readonly end: number;
}

export interface SchemaText {
  readonly kind: 'text';
  readonly value: string;
}

export interface SchemaComment {
  readonly kind: 'comment';
  readonly value: string;
}

export type SchemaNode = SchemaElement | SchemaText | SchemaComment;

export const RNG = 'http://relaxng.org/ns/structure/1.0';
export const ANNOTATIONS = 'http://relaxng.org/ns/compatibility/annotations/1.0';

/** The value of an attribute without namespace. */
export function attributeOf(element: SchemaElement, local: string): string | undefined {
  return element.attributes.find((one) => one.local === local && one.uri === '')?.value;
}

/** The children that belong to RELAX NG itself. */
export function ownChildren(element: SchemaElement): SchemaElement[] {
  return element.children.filter((child): child is SchemaElement => child.kind === 'element' && child.uri === RNG);
}

/** The text directly inside an element. */
export function textOf(element: SchemaElement): string {
  return element.children.map((child) => (child.kind === 'text' ? child.value : '')).join('');
}

/** What an `a:documentation` says, in one line; empty for any other element. */
export function documentationText(element: SchemaElement): string {
  const isDocumentation = element.uri === ANNOTATIONS && element.local === 'documentation';
  return isDocumentation ? textOf(element).replace(/\s+/g, ' ').trim() : '';
}

/** What the schema says of this element's meaning, in `a:documentation`. */
export function documentationOf(element: SchemaElement): string {
  const parts = element.children.map((child) => (child.kind === 'element' ? documentationText(child) : ''));
  return parts.filter((part) => part !== '').join('\n');
}
