import { plainNumber } from '../model/read-tei/apart-entries.ts';
import { escapeAttribute } from '../model/read-tei/slice.ts';
import { attributeOf, type StructureNode } from '../model/read-tei/structure.ts';
import type { BroughtNote, UnitCut } from '../model/read-tei/units.ts';

/** What a unit as a file of its own has of what is written elsewhere: notes that it calls, entries of the apparatus whose lemmas are in it. */

/** The source of a note or an entry. */
type Source = (one: BroughtNote) => string;

/** Both, in divisions of their own; of a whole text they are outside it. */
export function broughtText(unit: UnitCut, prefix: string, language: string | undefined, source: Source): string {
  const notes = unit.brought.filter(({ loc }) => loc === undefined);
  const entries = unit.brought.filter(({ loc }) => loc !== undefined);
  const parts = [notesText(notes, unit, prefix, language, source), entriesText(entries, unit, prefix, source)];
  return parts.filter((part) => part !== '').join('\n');
}

const isText = ({ node }: UnitCut): boolean => node.tag.local === 'text';

/** In divisions of notes in one language each. */
function notesText(
  notes: readonly BroughtNote[],
  unit: UnitCut,
  prefix: string,
  language: string | undefined,
  source: Source,
): string {
  let out = '';
  let spoken: string | undefined | null = null;
  const [name, type] = isText(unit) ? ['standOff', ''] : ['div', ' type="notes"'];
  for (const note of notes) {
    if (note.language !== spoken) {
      const own = note.language === undefined || note.language === language ? '' : note.language;
      const says = own === '' ? '' : ` xml:lang="${escapeAttribute(own)}"`;
      out += `${spoken === null ? '' : `</${prefix}${name}>\n`}<${prefix}${name}${type}${says}>\n`;
      spoken = note.language;
    }
    out += `${source(note)}\n`;
  }
  return out === '' ? '' : `${out}</${prefix}${name}>`;
}

/** In lists, each with the number around the unit with which the numbers of its entries begin: in the file of the unit it is not said otherwise. */
function entriesText(entries: readonly BroughtNote[], unit: UnitCut, prefix: string, source: Source): string {
  if (entries.length === 0) return '';
  const around = numbersAround(unit);
  let lists = '';
  let last: string | undefined;
  for (const entry of entries) {
    const number = around.find((outer) => plainNumber(entry.loc!).startsWith(`${outer}.`)) ?? '';
    const n = number === '' ? '' : ` n="${escapeAttribute(number)}"`;
    if (number !== last) lists += `${last === undefined ? '' : `</${prefix}listApp>\n`}<${prefix}listApp${n}>\n`;
    lists += `${source(entry)}\n`;
    last = number;
  }
  const [name, type] = isText(unit) ? ['standOff', ''] : ['div', ' type="apparatus"'];
  return `<${prefix}${name}${type}>\n${lists}</${prefix}listApp>\n</${prefix}${name}>`;
}

/** The number around a unit, and what may be meant by a part of it, the longest first. */
function numbersAround({ node }: UnitCut): string[] {
  const numbers: string[] = [];
  for (let at: StructureNode | undefined = node.parent; at; at = at.parent) {
    const n = /^div[1-7]?$/.test(at.tag.local) ? plainNumber(attributeOf(at.tag, 'n') ?? '') : '';
    if (n !== '') numbers.unshift(n);
  }
  let full = '';
  for (const n of numbers) full = full === '' || n.startsWith(`${full}.`) ? n : `${full}.${n}`;
  return [full, ...numbers.map((_, i) => numbers.slice(i).join('.'))].filter((n) => n !== '');
}
