import { textIn } from '../../../pdf/blocks.ts';
import type { Link, Node, PdfDocument, Tag } from '../../../pdf/document.ts';
import type { EditionContext, UnitInfo } from '../../../model/edition.ts';
import { fieldMark } from '../../../model/structure.ts';
import type { UnitContent } from '../../../model/unit-content.ts';
import { seen } from './kinds-of-words.ts';
import type { Sheets } from './sheets.ts';

/** The index of a printed book against what the source names, and the sheets on which these words were found. */

/** Something named: in which part of the index it belongs, as it is there, and where. */
export interface Named {
  readonly part: string;
  readonly name: string;
  /** From 0. */
  readonly sheet: number;
  /** Of the note in which it is named. */
  readonly note?: string;
}

const parts: ReadonlySet<string> = new Set(['person', 'organization', 'place', 'term']);

/** What a text names, with the sheets; `shown`: the text as the book has it. */
export function namedIn(shown: UnitContent, unit: UnitInfo, edition: EditionContext, sheets: Sheets): Named[] {
  return shown.structure.items.flatMap(({ aspect, value, run, from, to }): Named[] => {
    const [kind, target = ''] = value.split(fieldMark);
    const first = target.trim().split(/\s+/)[0]!;
    if (aspect !== 'pointer' || kind !== 'name' || from === to || first === '') return [];
    const entry = edition.register(first, unit);
    const sheet = sheets.at(run, from)?.sheet;
    if (!entry || !parts.has(entry.kind) || sheet === undefined) return [];
    const { family, given } = entry;
    const name = family === undefined || given === undefined ? entry.name : `${family}, ${given}`;
    const note = shown.spine.notes[run - 1]?.label;
    return [{ part: entry.kind, name: oneLine(name), sheet, ...(note !== undefined && { note }) }];
  });
}

const oneLine = (text: string): string => seen(text).replace(/\s+/g, ' ').trim();

const linkIn = ({ children }: Tag): Link | undefined => children.find((node): node is Link => node.kind === 'link');

/** The references of a line: `sheet` or `sheet n label`, each page of a range apart. */
function referencesOf(line: Tag, { pages }: PdfDocument): { readonly found: string[]; readonly faults: string[] } {
  const links = line.children.filter((node): node is Tag => node.kind === 'tag' && node.role === 'Link');
  const found: string[] = [];
  const faults: string[] = [];
  for (const link of links) {
    const shown = oneLine(textIn(link.children));
    const [, from = '', to, note] = /^([^–n]+)(?:–([^n]+))?(?:n(.*))?$/s.exec(shown) ?? [];
    const sheets = [from, to ?? from].map((label) => pages.findIndex((page) => page.label === label));
    const [first, last] = [sheets[0]!, sheets[1]!];
    if (first < 0 || last < first) faults.push(`${oneLine(textIn([line]))}: no page is ${shown}`);
    else for (let n = first; n <= last; n++) found.push(note === undefined ? String(n) : `${n} n ${note}`);
    const leads = linkIn(link)?.destination?.page;
    if (leads !== first) faults.push(`${shown} leads to sheet ${(leads ?? -1) + 1} instead of ${first + 1}`);
  }
  return { found, faults };
}

/** The name before the references. */
function nameOf({ children }: Tag): string {
  const end = children.findIndex((node) => node.kind === 'tag' && node.role === 'Link');
  const before: readonly Node[] = end < 0 ? children : children.slice(0, end);
  return oneLine(textIn(before)).replace(/,$/, '');
}

/** A line of the index, and the part that it is in. */
export interface IndexLine {
  readonly part: string;
  readonly line: Tag;
}

/** `named`: what all texts name. A book may have no index. */
export function indexFaults(lines: readonly IndexLine[], named: readonly Named[], document: PdfDocument): string[] {
  if (lines.length === 0) return [];
  const wanted = new Map<string, Set<string>>();
  for (const { part, name, sheet, note } of named) {
    const key = `${part}\n${name}`;
    const all = wanted.get(key) ?? new Set();
    wanted.set(key, all.add(note === undefined ? String(sheet) : `${sheet} n ${note}`));
  }
  const faults: string[] = [];
  for (const { part, line } of lines) {
    const name = nameOf(line);
    const { found, faults: own } = referencesOf(line, document);
    const must = wanted.get(`${part}\n${name}`) ?? new Set();
    wanted.delete(`${part}\n${name}`);
    const said = (reference: string): string =>
      reference.replace(/^\d+/, (n) => `page ${document.pages[Number(n)]!.label}`);
    const missing = [...must].filter((one) => !found.includes(one)).map((one) => `${said(one)} is missing`);
    const wrong = found.filter((one) => !must.has(one)).map((one) => `${said(one)} does not name it`);
    faults.push(...[...own, ...missing, ...wrong].map((fault) => `index, “${name}”: ${fault}`));
  }
  for (const key of wanted.keys()) faults.push(`index: “${key.split('\n')[1]}” is missing`);
  return faults;
}
