import type { Finding } from '../../diagnostics/finding.ts';
import { type SourceText, sourceText } from '../text.ts';
import { scanXml } from '../xml.ts';
import { predefinedEntities } from '../scan/entities.ts';
import {
  declarationPassedOver,
  defaultsTooMuch,
  entityElsewhere,
  entityInItself,
  entityNotWhole,
  entityTooMuch,
} from './findings.ts';
import { readSubset, type Subset } from './internal-subset.ts';
import type { ResolveLimits } from './limits.ts';
import { Composer, type Pieced, piecedFile } from './pieced.ts';
import { placesIn, type Reference, referencesIn, type TagPlaces } from './references-in.ts';

/**
 * Expands the entities that a file declares itself, and adds the attributes for which it declares defaults; the declarations go. So the
 * scanner reads a text without any, and nothing behind it needs to know of them.
 */

export interface Expanded {
  readonly pieced: Pieced;
  readonly findings: readonly Finding[];
}

type Range = readonly [start: number, end: number];

const declaration =
  /<!DOCTYPE[ \t\r\n]+[^\s<>["']+(?:[ \t\r\n]+[A-Z]+(?:[ \t\r\n]+(?:"[^"]*"|'[^']*'))+)?[ \t\r\n]*\[/y;

/** The `[` of the document type declaration, where there is one with declarations. */
function subsetStart(text: string): number {
  let at = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  for (;;) {
    const rest = /\S/g;
    rest.lastIndex = at;
    at = rest.exec(text)?.index ?? text.length;
    const ending = text.startsWith('<?', at) ? '?>' : text.startsWith('<!--', at) ? '-->' : undefined;
    const end = ending === undefined ? -1 : text.indexOf(ending, at + 2);
    if (end < 0) break;
    at = end + ending!.length;
  }
  declaration.lastIndex = at;
  return declaration.test(text) ? declaration.lastIndex - 1 : -1;
}

/** Thrown where a limit is reached or an entity contains itself. */
class Refused extends Error {}

/** A reference that is not expanded: an error says so, and what follows from its absence is not another one. */
const asWritten = (name: string): string => `&#38;${name};`;

const escaped = (value: string): string => value.replace(/"/g, '&quot;');
/** A replacement text in the value of an attribute: its quotes do not end it, its white space is spaces (XML 1.0, sections 3.3.3 and 4.4.5). */
const inValueOf = (value: string): string =>
  value.replace(/[\t\n\r]/g, ' ').replace(/["']/g, (c) => `&#${c.charCodeAt(0)};`);

class Expansion {
  readonly findings: Finding[] = [];
  readonly #source: SourceText;
  readonly #subset: Subset;
  readonly #limits: ResolveLimits;
  readonly #elsewhere = new Set<string>();
  readonly #checked = new Set<string>();
  /** Nothing is expanded any more. */
  #gaveUp = false;
  #uses = 0;
  #added = 0;

  constructor(source: SourceText, subset: Subset, limits: ResolveLimits) {
    this.#source = source;
    this.#subset = subset;
    this.#limits = limits;
  }

  /** The text; where too much would be made of it, as it is, with the references as words. */
  run(): Pieced {
    try {
      return this.#expandAll();
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      this.#gaveUp = true;
      return this.#expandAll();
    }
  }

  #expandAll(): Pieced {
    const { text } = this.#source;
    const file = piecedFile(this.#source);
    const made = new Composer();
    const open = text.slice(0, this.#subset.start).trimEnd().length;
    made.copy(file, 0, open);
    let from = this.#subset.end;
    const put = (written: string | undefined, start: number, end: number, of: Range): void => {
      if (written === undefined) return;
      made.copy(file, from, start);
      made.insert(written, file, of[0], of[1]);
      from = end;
    };
    const expand = ({ name, start, end }: Reference, inValue: boolean): void => {
      const replacement = this.#replacement(name, [], [start, end], inValue);
      if (!inValue && replacement?.includes('<') === true) this.#checkWhole(name, replacement, [start, end]);
      put(replacement, start, end, [start, end]);
    };
    placesIn(text, from, {
      reference: (reference) => expand(reference, false),
      tag: ({ name, nameEnd, attributes, references }) => {
        const defaults = name === undefined ? '' : this.#defaultsFor(name, nameEnd, attributes);
        if (defaults !== '') put(defaults, nameEnd, nameEnd, [nameEnd - name!.length - 1, nameEnd]);
        for (const reference of references) expand(reference, true);
      },
    });
    made.copy(file, from, text.length);
    return made.finish();
  }

  /** The text of an entity with those in it expanded, as it is written in text or in a value; undefined where it is not declared. */
  #replacement(name: string, around: readonly string[], at: Range, inValue: boolean): string | undefined {
    const entity = predefinedEntities.has(name) ? undefined : this.#subset.entities.get(name);
    if (!entity) return undefined;
    if (this.#gaveUp) return asWritten(name);
    const span = this.#source.span(...at);
    if (entity.value === undefined) {
      if (!this.#elsewhere.has(name)) this.findings.push(entityElsewhere(span, name, true));
      this.#elsewhere.add(name);
      return asWritten(name);
    }
    if (around.includes(name)) this.#refuse(entityInItself(span, name));
    this.#count(entity.value.length, () => entityTooMuch(span, name));
    if (around.length >= this.#limits.entityDepth) this.#refuse(entityTooMuch(span, name));
    return this.#nested(entity.value, [...around, name], at, inValue);
  }

  /** A replacement text with the entities in it expanded. */
  #nested(value: string, around: readonly string[], at: Range, inValue: boolean): string {
    const parts: string[] = [];
    let from = 0;
    const keep = (text: string): string => (inValue ? inValueOf(text) : text);
    const expand = ({ name, start, end }: Reference, quoted: boolean): void => {
      const text = this.#replacement(name, around, at, quoted);
      if (text === undefined) return;
      parts.push(keep(value.slice(from, start)), text);
      from = end;
    };
    if (inValue) for (const reference of referencesIn(value, 0, value.length)) expand(reference, true);
    else {
      const tag = ({ name, nameEnd, attributes, references }: TagPlaces): void => {
        const defaults = name === undefined ? '' : this.#defaultsFor(name, at[0], attributes);
        parts.push(value.slice(from, nameEnd), defaults);
        from = nameEnd;
        for (const reference of references) expand(reference, true);
      };
      placesIn(value, 0, { reference: (one) => expand(one, false), tag });
    }
    return parts.join('') + keep(value.slice(from));
  }

  /** What an entity begins it must end (XML 1.0, section 4.3.2). Said once of each. */
  #checkWhole(name: string, replacement: string, at: Range): void {
    if (this.#checked.has(name)) return;
    this.#checked.add(name);
    const faults = scanXml(sourceText('', `<x>${replacement}</x>`), {});
    // Prefixes and names are for the whole text to explain.
    if (faults.some(({ code }) => code !== 'undeclared-prefix' && code !== 'unknown-entity'))
      this.findings.push(entityNotWhole(this.#source.span(...at), name));
  }

  #defaultsFor(name: string, place: number, attributes: ReadonlySet<string>): string {
    const defaults = this.#gaveUp ? [] : (this.#subset.defaults.get(name) ?? []);
    let text = '';
    for (const one of defaults) {
      if (attributes.has(one.name)) continue;
      const added = ` ${one.name}="${escaped(one.value)}"`;
      this.#count(added.length, () => defaultsTooMuch(this.#source.span(place, place)));
      text += added;
    }
    return text;
  }

  #count(length: number, finding: () => Finding): void {
    this.#added += length;
    if (this.#added > this.#limits.entityLength || ++this.#uses > this.#limits.entityUses) this.#refuse(finding());
  }

  #refuse(finding: Finding): never {
    this.findings.push(finding);
    throw new Refused();
  }

  /** What is said of the declarations themselves. */
  declarations(): Finding[] {
    const { entities, passedOver } = this.#subset;
    const found = passedOver.map(({ start, end, what }) => declarationPassedOver(this.#source.span(start, end), what));
    for (const [name, { value, start, end }] of entities)
      if (value === undefined && !this.#elsewhere.has(name))
        found.push(entityElsewhere(this.#source.span(start, end), name, false));
    return found;
  }
}

/** A file with its entities expanded; undefined where it declares nothing, or where what it declares is for the scanner to refuse. */
export function expandEntities(source: SourceText, limits: ResolveLimits): Expanded | undefined {
  const { text } = source;
  if (!text.includes('<!DOCTYPE')) return undefined;
  const open = subsetStart(text);
  const subset = open < 0 ? undefined : readSubset(text, open, limits.declarations);
  if (!subset) return undefined;
  const expansion = new Expansion(source, subset, limits);
  const pieced = expansion.run();
  return { pieced, findings: [...expansion.findings, ...expansion.declarations()] };
}
