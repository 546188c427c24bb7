/**
 * The proof of an import: source characters = TEI characters + calls + page marks + bullets + list numbers, in order. The TEI is read
 * back as a stranger would read it, so a mistake of any step before is caught here and the file is refused.
 */
import { sourceText } from '../source/text.ts';
import { scanXml } from '../source/xml.ts';
import type { Note } from './document.ts';

/** The characters of a text that are not white space. */
export const withoutSpace = (text: string): string => text.replace(/\s+/g, '');

interface Open {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** Index of the note that this element is, else of the one around it; -1 in the body. */
  readonly into: number;
}

/** What a start tag stands for in the source: a page mark, a bullet, a number. */
function markOf(tag: Open, parent: Open | undefined): string {
  if (tag.name === 'pb') return `[Page${tag.attributes.n ?? ''}]`;
  if (tag.name !== 'item') return '';
  if (parent?.attributes.rend === 'bulleted') return '•';
  return parent?.attributes.rend === 'numbered' ? `${tag.attributes.n ?? ''}.` : '';
}

/** The source as the TEI says it: body in order, then the notes in the order of the list, each with its number. */
export function sourceFromTei(tei: string, notes: readonly Note[], noteIds: readonly string[]): string {
  const body: string[] = [];
  const inside: string[][] = notes.map(() => []);
  const stack: Open[] = [];
  const noteOf = new Map(noteIds.map((id, i) => [id, i]));
  let header = 0;
  const emit = (text: string, into: number): void => {
    if (header === 0) (into < 0 ? body : inside[into]!).push(withoutSpace(text));
  };
  const faults = scanXml(sourceText('import.xml', tei), {
    open(tag) {
      if (tag.local === 'teiHeader') header++;
      const attributes = Object.fromEntries(tag.attributes.map((a) => [a.name, a.value]));
      const parent = stack.at(-1);
      const around = parent?.into ?? -1;
      const note = tag.local === 'note' ? (noteOf.get(attributes['xml:id'] ?? '') ?? -1) : -1;
      const open: Open = { name: tag.local, attributes, into: note >= 0 ? note : around };
      if (note >= 0 && notes[note]!.called) emit(attributes.n ?? '', around);
      emit(markOf(open, parent), around);
      stack.push(open);
    },
    close(tag) {
      stack.pop();
      if (tag.local === 'teiHeader') header--;
    },
    text: (text) => emit(text, stack.at(-1)?.into ?? -1),
  });
  if (faults.length > 0) throw new Error(`The TEI that was written is not well-formed: ${faults[0]!.message}`);
  return body.join('') + notes.map((n, i) => `${withoutSpace(n.listed)}.${inside[i]!.join('')}`).join('');
}

/** Where two texts part, or undefined. */
export function firstDifference(expected: string, found: string): number | undefined {
  if (expected === found) return undefined;
  let i = 0;
  while (i < expected.length && expected[i] === found[i]) i++;
  return i;
}

/** The offset in a text of its n-th character that is not white space. */
export function offsetOfCharacter(text: string, n: number): number {
  let seen = 0;
  for (let i = 0; i < text.length; i++) {
    if (/\s/.test(text[i]!)) continue;
    if (seen === n) return i;
    seen++;
  }
  return text.length;
}
