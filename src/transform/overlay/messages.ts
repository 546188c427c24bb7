import type { ResultNode } from '../engine.ts';
import type { UnitNumbering } from '../number-tree.ts';

/**
 * The talk with the process in which stylesheets of an edition run: one question on its stdin, in the form of `node:v8`, and one answer on its stdout, in
 * JSON. The process is not believed: whatever it says is read as what it should be, or not at all.
 */

export interface OverlayQuestion {
  readonly sef: string;
  /** What is wanted of each unit: its section in the reading edition, or the text that a stylesheet makes of it. */
  readonly as: 'section' | 'text';
  readonly units: readonly { readonly xml: string; readonly numbering: UnitNumbering | undefined }[];
}

/** A node of a result: a text, or an element with its name, its attributes one after the other, and its children. */
export type SentNode = string | readonly [name: string, attributes: readonly string[], children: readonly SentNode[]];

/** What went wrong, where the engine says it. */
export interface OverlayError {
  /** The unit, counted from 0. */
  readonly unit: number;
  readonly message: string;
  readonly line?: number;
  readonly module?: string;
}

export type OverlayAnswer = { readonly sections: readonly SentNode[] } | { readonly error: OverlayError };

/** Elements inside each other: more than sources have, and few enough to be written. */
export const deepest = 600;

class SentElement implements ResultNode {
  readonly nodeType = 1;
  readonly nodeValue = null;
  readonly localName: string;
  readonly attributes: readonly { readonly name: string; readonly value: string }[];
  readonly childNodes: readonly ResultNode[];
  constructor(name: string, attributes: SentElement['attributes'], children: readonly ResultNode[]) {
    this.localName = name;
    this.attributes = attributes;
    this.childNodes = children;
  }
}

const textNode = (data: string): ResultNode => ({ nodeType: 3, localName: '', data, nodeValue: data, childNodes: [] });

const areTexts = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((each) => typeof each === 'string');

/** A node as it was sent; undefined where it is none. */
function nodeOf(value: unknown, depth: number): ResultNode | undefined {
  if (typeof value === 'string') return textNode(value);
  if (!Array.isArray(value) || depth > deepest) return undefined;
  const [name, pairs, sent] = value as readonly unknown[];
  if (typeof name !== 'string' || !areTexts(pairs) || pairs.length % 2 !== 0 || !Array.isArray(sent)) return undefined;
  const attributes = pairs.flatMap((each, i) => (i % 2 === 0 ? [{ name: each, value: pairs[i + 1]! }] : []));
  const children: ResultNode[] = [];
  for (const each of sent) {
    const child = nodeOf(each, depth + 1);
    if (!child) return undefined;
    children.push(child);
  }
  return new SentElement(name, attributes, children);
}

function errorOf(value: unknown): OverlayError | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { unit, message, line, module } = value as Record<string, unknown>;
  if (typeof unit !== 'number' || typeof message !== 'string') return undefined;
  return {
    unit,
    message,
    ...(typeof line === 'number' && { line }),
    ...(typeof module === 'string' && { module }),
  };
}

/** Reads an answer about so many units; undefined where it is none. */
export function readAnswer(
  body: string,
  units: number,
): { readonly sections: readonly ResultNode[] } | { readonly error: OverlayError } | undefined {
  try {
    const { sections, error } = JSON.parse(body) as Record<string, unknown>;
    if (error !== undefined) {
      const read = errorOf(error);
      return read && { error: read };
    }
    if (!Array.isArray(sections) || sections.length !== units) return undefined;
    const nodes = sections.flatMap((each) => nodeOf(each, 0) ?? []);
    return nodes.length === units ? { sections: nodes } : undefined;
  } catch {
    return undefined;
  }
}
