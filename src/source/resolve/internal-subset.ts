import { isAllowedCodePoint, isSpace } from '../scan/characters.ts';

/** The declarations inside a document type declaration (XML 1.0, sections 2.8, 3.3 and 4.2). Nothing they name is ever read. */

interface Declared {
  /** Where the declaration is. */
  readonly start: number;
  readonly end: number;
}

export interface Entity extends Declared {
  /** Its replacement text (section 4.5); absent where it is another file. */
  readonly value?: string;
}

/** A default of an attribute that is to be added to elements that do not have it. */
export interface AttributeDefault extends Declared {
  readonly name: string;
  readonly value: string;
}

export interface Subset {
  /** The `[` and the place after the `]`. */
  readonly start: number;
  readonly end: number;
  readonly entities: ReadonlyMap<string, Entity>;
  /** By the name of the element, as written. */
  readonly defaults: ReadonlyMap<string, readonly AttributeDefault[]>;
  /** Declarations that are not followed: parameter entities, and lists of attributes that are not simple. */
  readonly passedOver: readonly (Declared & { readonly what: 'parameter entity' | 'attribute list' })[];
}

const name = '[\\p{L}_:][\\p{L}\\p{N}_:.\\u00b7-]*';
const space = '[ \\t\\r\\n]+';
const literal = `(?:"[^"]*"|'[^']*')`;

const sticky = (pattern: string): RegExp => new RegExp(pattern, 'uy');
const generalEntity = sticky(`<!ENTITY${space}(${name})${space}(${literal})[ \\t\\r\\n]*>`);
const otherEntity = sticky(
  `<!ENTITY${space}(%${space})?(${name})${space}(?:(?:SYSTEM|PUBLIC)${space})?[^<>"']*(?:${literal}[^<>"']*){1,3}>`,
);
const attributeList = sticky(`<!ATTLIST${space}(${name})((?:[^<>"']|${literal})*)>`);
const otherDeclaration = sticky(`<!(?:ELEMENT|NOTATION)${space}(?:[^<>"']|${literal})*>`);
const reference = sticky(`%${name};`);
const comment = /<!--(?:(?!--)[^])*-->/y;
const instruction = /<\?[^]*?\?>/y;

function match(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

/** References to characters are replaced when an entity is declared, those to entities when it is used (section 4.4). */
function replacementOf(quoted: string): string | undefined {
  let allowed = !quoted.includes('%');
  const value = quoted
    .slice(1, -1)
    .replace(/\r\n?/g, '\n')
    .replace(/&#(?:x([\da-fA-F]{1,8})|(\d{1,9}));/g, (_, hex?: string, decimal?: string) => {
      const code = hex === undefined ? Number(decimal) : parseInt(hex, 16);
      if (isAllowedCodePoint(code)) return String.fromCodePoint(code);
      allowed = false;
      return '';
    });
  return allowed ? value : undefined;
}

const type = `(?:CDATA|IDREFS?|ID|ENTIT(?:Y|IES)|NMTOKENS?|NOTATION[ \\t\\r\\n]*\\([^()]*\\)|\\([^()]*\\))`;
const attribute = sticky(
  `${space}(${name})${space}${type}[ \\t\\r\\n]*(?:(#REQUIRED|#IMPLIED)|(?:#FIXED${space})?(${literal}))`,
);

/** The attributes of a list; undefined where something in it is not understood. */
function defaultsOf(list: string, place: Declared): AttributeDefault[] | undefined {
  const found: AttributeDefault[] = [];
  const trimmed = list.trimEnd();
  for (let at = 0; at < trimmed.length;) {
    const one = match(attribute, trimmed, at);
    const value = one?.[3] === undefined ? '' : replacementOf(one[3]);
    if (!one || value === undefined || /[<&]/.test(value)) return undefined;
    if (one[3] !== undefined) found.push({ name: one[1]!, value, ...place });
    at = attribute.lastIndex;
  }
  return found;
}

class SubsetReader {
  readonly entities = new Map<string, Entity>();
  readonly defaults = new Map<string, AttributeDefault[]>();
  readonly passedOver: (Declared & { readonly what: 'parameter entity' | 'attribute list' })[] = [];
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  /** Reads what is at a place; answers where it ends, or undefined where it is nothing that XML knows. */
  read(at: number): number | undefined {
    const text = this.#text;
    const passed = match(comment, text, at) ?? match(instruction, text, at) ?? match(otherDeclaration, text, at);
    const found = passed ?? this.#entity(at) ?? this.#list(at) ?? this.#parameter(at);
    return found ? at + found[0].length : undefined;
  }

  #entity(at: number): RegExpExecArray | null {
    const found = match(generalEntity, this.#text, at);
    const other = found ? null : match(otherEntity, this.#text, at);
    const whole = found ?? other;
    if (!whole) return null;
    const place = { start: at, end: at + whole[0].length };
    if (other?.[1] !== undefined) {
      this.passedOver.push({ ...place, what: 'parameter entity' });
      return other;
    }
    const value = found ? replacementOf(found[2]!) : undefined;
    const named = found ? found[1]! : other![2]!;
    // The first declaration binds (section 4.2).
    if (!this.entities.has(named)) this.entities.set(named, { ...place, ...(value !== undefined && { value }) });
    return whole;
  }

  #list(at: number): RegExpExecArray | null {
    const found = match(attributeList, this.#text, at);
    if (!found) return null;
    const place = { start: at, end: at + found[0].length };
    const defaults = defaultsOf(found[2]!, place);
    if (!defaults) this.passedOver.push({ ...place, what: 'attribute list' });
    const known = this.defaults.get(found[1]!) ?? [];
    const added = (defaults ?? []).filter((one) => !known.some((other) => other.name === one.name));
    if (added.length > 0) this.defaults.set(found[1]!, [...known, ...added]);
    return found;
  }

  #parameter(at: number): RegExpExecArray | null {
    const found = match(reference, this.#text, at);
    if (found) this.passedOver.push({ start: at, end: at + found[0].length, what: 'parameter entity' });
    return found;
  }
}

/** Characters of a document type declaration that are read. */
const longestSubset = 1_000_000;

/** Reads declarations from after a `[`; undefined where they are not what XML knows or are too many, so that the scanner refuses them. */
export function readSubset(whole: string, open: number, most: number): Subset | undefined {
  const text = whole.slice(0, open + longestSubset);
  const reader = new SubsetReader(text);
  let count = 0;
  for (let at = open + 1; at < text.length;) {
    if (isSpace(text.charCodeAt(at))) at++;
    else if (text.charCodeAt(at) === 93) {
      const { entities, defaults, passedOver } = reader;
      return { start: open, end: at + 1, entities, defaults, passedOver };
    } else {
      const next = reader.read(at);
      if (next === undefined || ++count > most) return undefined;
      at = next;
    }
  }
  return undefined;
}
