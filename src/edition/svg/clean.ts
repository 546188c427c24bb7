import type { Finding } from '../../diagnostics/finding.ts';
import { decode } from '../../source/decode.ts';
import type { SourceText } from '../../source/text.ts';
import { scanXml, type XmlAttribute, type XmlTag } from '../../source/xml.ts';
import {
  isAddress,
  isAllowedElement,
  isAnimation,
  isFragment,
  isHandler,
  isImageRoot,
  isPicture,
  isRasterData,
  isStyle,
  isUnsafeTarget,
} from './allowed.ts';
import { harmlessStyle, isHarmless } from './style.ts';

/**
 * An SVG image is a document that can run scripts and load files. It is read by our own scanner and, where it holds anything of that kind, written
 * again from what was read: so the file that is published holds nothing that was not understood.
 */

export interface TakenOut {
  /** As a person would call it: `<script>`, `onload`, `xlink:href="https://…"`. */
  readonly what: string;
  readonly start: number;
  readonly end: number;
}

export interface CleanImage {
  readonly source: SourceText;
  /** The bytes of the file where nothing was taken out. */
  readonly bytes: Uint8Array;
  readonly takenOut: readonly TakenOut[];
}

/** Why a file cannot be read as an SVG image. */
export interface Unreadable {
  readonly source: SourceText;
  /** Completes “the image …”. */
  readonly why: string;
  readonly start: number;
  readonly end: number;
}

interface Writing {
  readonly out: string[];
  readonly takenOut: TakenOut[];
  /** The element that is being left out, with all it holds. */
  left?: XmlTag | undefined;
  /** The style whose text is being collected. */
  style?: { readonly tag: XmlTag; text: string } | undefined;
  root?: XmlTag;
}

const escapeText = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/\r/g, '&#13;');
const escapeValue = (text: string): string =>
  escapeText(text).replace(/"/g, '&quot;').replace(/\t/g, '&#9;').replace(/\n/g, '&#10;');

const declares = ({ uri }: XmlAttribute): boolean => uri === 'http://www.w3.org/2000/xmlns/';
const shortened = (text: string): string => (text.length > 60 ? `${text.slice(0, 57)}…` : text);

/** The value an attribute may keep; undefined where it must go. */
function keptValue(tag: XmlTag, { name, local, value }: XmlAttribute): string | undefined {
  if (isHandler(local) || name.toLowerCase() === 'xml:base') return undefined;
  if (isAddress(local)) return isFragment(value) || (isPicture(tag) && isRasterData(value)) ? value : undefined;
  if (local !== 'style') return isHarmless(value) ? value : undefined;
  return harmlessStyle(value);
}

function startTag(tag: XmlTag, { takenOut }: Writing): string {
  const attributes = tag.attributes.map((attribute) => {
    const { name, local, value, start, valueEnd } = attribute;
    const kept = declares(attribute) ? value : keptValue(tag, attribute);
    if (kept !== value)
      takenOut.push({ what: isHandler(local) ? name : `${name}="${shortened(value)}"`, start, end: valueEnd + 1 });
    return kept === undefined ? '' : ` ${name}="${escapeValue(kept)}"`;
  });
  return `<${tag.name}${attributes.join('')}>`;
}

/** Whether an element must go, with all it holds. */
function mustGo(tag: XmlTag): boolean {
  if (!isAllowedElement(tag)) return true;
  return (
    isAnimation(tag) && tag.attributes.some(({ local, value }) => local === 'attributeName' && isUnsafeTarget(value))
  );
}

function open(tag: XmlTag, writing: Writing): void {
  if (writing.left) return;
  writing.root ??= tag;
  // Markup inside a style is not a style, and hides what its text says.
  if (mustGo(tag) || writing.style) {
    writing.left = tag;
    writing.takenOut.push({ what: `<${tag.name}>`, start: tag.start, end: tag.end });
    return;
  }
  if (isStyle(tag)) writing.style = { tag, text: '' };
  writing.out.push(startTag(tag, writing));
}

function close(tag: XmlTag, writing: Writing): void {
  const { left, style, out, takenOut } = writing;
  if (left) {
    if (left === tag) writing.left = undefined;
    return;
  }
  if (style?.tag === tag) {
    const kept = harmlessStyle(style.text);
    if (kept !== style.text) takenOut.push({ what: 'what a style loads', start: tag.start, end: tag.end });
    out.push(escapeText(kept));
    writing.style = undefined;
  }
  out.push(`</${tag.name}>`);
}

function text(value: string, { left, style, out, root }: Writing): void {
  if (left || !root) return;
  if (style) style.text += value;
  else out.push(escapeText(value));
}

/** Faults of the file, other than a document type that only names a public definition: no browser reads that, and it is left out. */
function faultOf(findings: readonly Finding[], takenOut: TakenOut[]): Finding | undefined {
  for (const finding of findings) {
    const { code, edit, span } = finding;
    if (code === 'doctype' && edit && span)
      takenOut.push({ what: 'the document type', start: span.start.offset, end: span.end.offset });
    else return finding;
  }
  return undefined;
}

/** Whether every reader gets the same text from a file: it is UTF-8 and declares nothing else. */
function isPlainUtf8(text: string, bytes: Uint8Array): boolean {
  const mark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  const declared = /^\ufeff?<\?xml[^>]*?\bencoding\s*=\s*["']([^"']*)/.exec(text)?.[1] ?? 'utf-8';
  return /^utf-8$/i.test(declared) && Buffer.from(text).equals(bytes.subarray(mark));
}

/** Reads an SVG image and takes out what does more than show something. */
export function cleanImage(file: string, bytes: Uint8Array): CleanImage | Unreadable {
  const { source, findings } = decode(file, bytes);
  const writing: Writing = { out: [], takenOut: [] };
  const scanned = scanXml(source, {
    open: (tag) => open(tag, writing),
    close: (tag) => close(tag, writing),
    text: (value) => text(value, writing),
    instruction: (target, _, start, end) => writing.takenOut.push({ what: `<?${target}?>`, start, end }),
    comment: (value) => {
      if (!writing.left && !writing.style) writing.out.push(`<!--${value}-->`);
    },
  });
  const { root, takenOut, out } = writing;
  const fault = faultOf([...findings, ...scanned], takenOut);
  if (fault) {
    const { start, end } = fault.span ?? source.span(0, 0);
    return { source, why: `is not well-formed: ${fault.message}`, start: start.offset, end: end.offset };
  }
  if (!root || !isImageRoot(root))
    return { source, why: 'is not SVG: its outermost element is not “svg” of the SVG namespace', start: 0, end: 0 };
  if (takenOut.length === 0 && isPlainUtf8(source.text, bytes)) return { source, bytes, takenOut };
  takenOut.sort((a, b) => a.start - b.start);
  return { source, bytes: Buffer.from(`<?xml version="1.0" encoding="UTF-8"?>\n${out.join('')}\n`), takenOut };
}
