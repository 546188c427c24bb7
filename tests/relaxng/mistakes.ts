import { sourceText } from '../../src/source/text.ts';
import { scanXml } from '../../src/source/xml.ts';
import type { XmlAttribute, XmlTag } from '../../src/source/xml.ts';

/** Makes mistakes as people make them, in real documents: the same ones every time. */

/** A document with one mistake in it. */
export interface Mistake {
  readonly kind: string;
  readonly file: string;
  readonly schema: string;
  readonly original: string;
  readonly text: string;
  /** Where a person would point: the offset of the culprit in `text`. */
  readonly at: number;
}

interface Element {
  readonly tag: XmlTag;
  readonly parent: Element | undefined;
  readonly children: Element[];
  /** Its end tag; both `tag.end` where it is empty. */
  endStart: number;
  end: number;
  /** Has it text of its own? */
  text: boolean;
}

/** A document ready to be damaged. */
export interface Site {
  readonly file: string;
  /** The schema under which it is valid. */
  readonly schema: string;
  readonly text: string;
  readonly elements: readonly Element[];
}

export function siteOf(file: string, text: string, schema: string): Site {
  const elements: Element[] = [];
  const open: Element[] = [];
  scanXml(sourceText(file, text), {
    open: (tag) => {
      const parent = open.at(-1);
      const element: Element = { tag, parent, children: [], endStart: tag.end, end: tag.end, text: false };
      parent?.children.push(element);
      elements.push(element);
      open.push(element);
    },
    close: (_, start, end) => {
      const element = open.pop()!;
      element.endStart = start;
      element.end = end;
    },
    text: (value) => {
      if (value.trim() !== '') open.at(-1)!.text = true;
    },
  });
  return { file, schema, text, elements };
}

/** Numbers below a bound, the same series for the same seed (mulberry32). */
function dice(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) % below;
  };
}

type Dice = (below: number) => number;
/** `original` where the right text is not that of the site. */
type Damage = { text: string; at: number; original?: string } | undefined;
type Maker = (site: Site, roll: Dice) => Damage;

const pick = <T>(from: readonly T[], roll: Dice): T | undefined =>
  from.length === 0 ? undefined : from[roll(from.length)];

/** `text` with the range replaced. */
const splice = (text: string, start: number, end: number, by: string): string =>
  text.slice(0, start) + by + text.slice(end);

/** Replaces ranges, given in any order. */
function spliceAll(text: string, changes: readonly (readonly [number, number, string])[]): string {
  return [...changes].sort((a, b) => b[0] - a[0]).reduce((now, [start, end, by]) => splice(now, start, end, by), text);
}

/** A slip of the pen that is no other word of these. */
function slip(word: string, roll: Dice, taken: ReadonlySet<string>): string | undefined {
  for (let tries = 0; tries < 20; tries++) {
    const i = 1 + roll(Math.max(1, word.length - 1));
    const way = roll(4);
    const slipped =
      way === 0
        ? word.slice(0, i) + word.slice(i + 1)
        : way === 1
          ? word.slice(0, i) + word.charAt(i) + word.slice(i)
          : way === 2 && i + 1 < word.length
            ? word.slice(0, i) + word.charAt(i + 1) + word.charAt(i) + word.slice(i + 2)
            : word.slice(0, i) + 'abcdefghijklmnopqrstuvwxyz'.charAt(roll(26)) + word.slice(i + 1);
    if (slipped !== word && /^[\p{L}_][\p{L}\p{N}_.-]*$/u.test(slipped) && !taken.has(slipped)) return slipped;
  }
  return undefined;
}

const names = (site: Site): Set<string> => new Set(site.elements.map(({ tag }) => tag.name));

function rename(site: Site, { tag, endStart, end }: Element, name: string): Damage {
  const changes: [number, number, string][] = [[tag.start + 1, tag.start + 1 + tag.name.length, name]];
  if (!tag.empty) changes.push([endStart + 2, end - 1, name]);
  return { text: spliceAll(site.text, changes), at: tag.start };
}

const inBody = (element: Element): boolean =>
  element.tag.local === 'body' || (element.parent !== undefined && inBody(element.parent));

/** Elements in the text, of any size but the largest. */
const common = (site: Site): Element[] =>
  site.elements.filter(
    (element) => inBody(element) && element.tag.local !== 'body' && element.end - element.tag.start < 5000,
  );

/** As many of one kind of element as of another, else all would be of the two or three commonest. */
function anyElement(elements: readonly Element[], roll: Dice): Element | undefined {
  const name = pick([...new Set(elements.map((element) => element.tag.local))], roll);
  return pick(
    elements.filter((element) => element.tag.local === name),
    roll,
  );
}

const attributesIn = (elements: readonly Element[], fits: (one: XmlAttribute, element: Element) => boolean) =>
  elements.flatMap((element) =>
    element.tag.attributes.filter((one) => fits(one, element)).map((one) => ({ one, element })),
  );

const whole = (one: XmlAttribute): number => one.valueEnd + 1;

/** Makes it at an element that fits. */
const atElement =
  (
    fits: (element: Element, site: Site) => boolean,
    make: (site: Site, element: Element, roll: Dice) => Damage,
  ): Maker =>
  (site, roll) => {
    const element = anyElement(
      common(site).filter((one) => fits(one, site)),
      roll,
    );
    return element && make(site, element, roll);
  };

const atAttribute =
  (
    fits: (one: XmlAttribute, element: Element) => boolean,
    make: (site: Site, one: XmlAttribute, roll: Dice) => Damage,
  ): Maker =>
  (site, roll) => {
    const all = attributesIn(common(site), fits);
    const name = pick([...new Set(all.map(({ one }) => one.name))], roll);
    const found = pick(
      all.filter(({ one }) => one.name === name),
      roll,
    );
    return found && make(site, found.one, roll);
  };

/** A place in a text, after a word. */
function inText(site: Site, element: Element, roll: Dice): number | undefined {
  const text = site.text.slice(element.tag.end, element.endStart);
  const gaps = [...text.matchAll(/[\p{L},.] (?=\p{L}[^<>]*$|\p{L}[^<>]*<)/gu)];
  const gap = pick(gaps, roll);
  return gap && element.tag.end + gap.index + 1;
}

const insertInText =
  (what: string, offset: number, right: string): Maker =>
  (site, roll) => {
    const element = pick(
      common(site).filter((one) => one.text && one.tag.local === 'p'),
      roll,
    );
    const at = element && inText(site, element, roll);
    return at === undefined
      ? undefined
      : {
          text: splice(site.text, at, at, what),
          at: at + offset,
          original: splice(site.text, at, at, right),
        };
  };

const parts: Readonly<Record<string, string>> = {
  hi: 'i',
  lb: 'br',
  ref: 'a',
  list: 'ul',
  item: 'li',
  row: 'tr',
  cell: 'td',
  p: 'para',
  head: 'h1',
  emph: 'em',
};

const isOwn = (one: XmlAttribute): boolean => !one.name.startsWith('xmlns');
const long = (element: Element): boolean => element.tag.local.length >= 4;
const inline = new Set([
  'hi',
  'persName',
  'placeName',
  'date',
  'ref',
  'emph',
  'foreign',
  'name',
  'rs',
  'gloss',
  'title',
]);

const makers: Readonly<Record<string, Maker>> = {
  'an element misspelt': atElement(long, (site, element, roll) => {
    const name = slip(element.tag.name, roll, names(site));
    return name === undefined ? undefined : rename(site, element, name);
  }),
  'an element in wrong capitals': atElement(
    (element) => /[A-Z]/.test(element.tag.name),
    (site, element, roll) =>
      rename(
        site,
        element,
        roll(2) === 0
          ? element.tag.name.toLowerCase()
          : element.tag.name.charAt(0).toUpperCase() + element.tag.name.slice(1),
      ),
  ),
  'an element of HTML': atElement(
    (element) => element.tag.local in parts,
    (site, element) => rename(site, element, parts[element.tag.local]!),
  ),
  'an attribute misspelt': atAttribute(
    (one) => isOwn(one) && one.name.length >= 4 && !one.name.includes(':'),
    (site, one, roll) => {
      const name = slip(one.name, roll, new Set(['rend', 'ref', 'type', 'target', 'when', 'who']));
      return name === undefined
        ? undefined
        : { text: splice(site.text, one.start, one.start + one.name.length, name), at: one.start };
    },
  ),
  'an attribute in wrong capitals': atAttribute(
    (one) => isOwn(one) && !one.name.includes(':'),
    (site, one) => ({
      text: splice(
        site.text,
        one.start,
        one.start + one.name.length,
        one.name.charAt(0).toUpperCase() + one.name.slice(1),
      ),
      at: one.start,
    }),
  ),
  'an attribute without its prefix': atAttribute(
    (one) => one.name.startsWith('xml:'),
    (site, one) => ({ text: splice(site.text, one.start, one.start + 4, ''), at: one.start }),
  ),
  'a value that is none of the list': (site, roll) => {
    if (site.schema !== 'octavo-edition') return undefined;
    const all = attributesIn(
      site.elements,
      (one, { tag }) =>
        (one.name === 'type' && ['div', 'correspAction'].includes(tag.local)) ||
        (one.name === 'rend' && tag.local === 'hi'),
    );
    const found = pick(all, roll);
    const value = found && slip(found.one.value, roll, new Set());
    if (found === undefined || value === undefined) return undefined;
    return { text: splice(site.text, found.one.valueStart, found.one.valueEnd, value), at: found.one.start };
  },
  'a date in words': atAttribute(
    (one) => one.name === 'when' && /^\d{4}-\d\d-\d\d$/.test(one.value),
    (site, one) => {
      const [year, month, day] = one.value.split('-').map(Number) as [number, number, number];
      const months = 'January February March April May June July August September October November December'.split(' ');
      return {
        text: splice(site.text, one.valueStart, one.valueEnd, `${months[month - 1]} ${day}, ${year}`),
        at: one.start,
      };
    },
  ),
  'a date with month and day in wrong order': atAttribute(
    (one) => one.name === 'when' && /^\d{4}-\d\d-(1[3-9]|2\d|3[01])$/.test(one.value),
    (site, one) => ({
      text: splice(site.text, one.valueStart, one.valueEnd, one.value.replace(/-(\d\d)-(\d\d)/, '-$2-$1')),
      at: one.start,
    }),
  ),
  'an id that begins with a digit': atAttribute(
    (one) => one.name === 'xml:id',
    (site, one) => ({ text: splice(site.text, one.valueStart, one.valueStart, '1 '), at: one.start }),
  ),
  'an attribute that the element cannot have': atElement(
    (element) => !element.tag.attributes.some((one) => one.name === 'colour'),
    (site, { tag }) => {
      const at = tag.start + 1 + tag.name.length;
      return { text: splice(site.text, at, at, ' colour="red"'), at: at + 1 };
    },
  ),
  'an element that is missing before another': (site, roll) => {
    const wanted = ['titleStmt', 'publicationStmt', 'fileDesc', 'correspAction'];
    const found = pick(
      site.elements.filter(({ tag, parent }) => {
        const siblings = parent?.children ?? [];
        const i = siblings.findIndex((one) => one.tag === tag);
        const sole = siblings.filter((one) => one.tag.name === tag.name).length === 1;
        return wanted.includes(tag.local) && sole && i === 0 && i < siblings.length - 1;
      }),
      roll,
    );
    if (found === undefined) return undefined;
    const next = found.parent!.children[1]!;
    return { text: splice(site.text, found.tag.start, next.tag.start, ''), at: found.tag.start };
  },
  'an element that is missing at the end': (site) => {
    const found = site.elements.find(
      ({ tag, parent }) => tag.local === 'sourceDesc' && parent?.tag.local === 'fileDesc',
    );
    if (found === undefined) return undefined;
    return { text: splice(site.text, found.tag.start, found.end, ''), at: found.parent!.tag.start };
  },
  'an element at a wrong place': atElement(
    (element) => element.tag.local === 'hi' || element.tag.local === 'date' || element.tag.local === 'persName',
    (site, element) => {
      const at = element.endStart;
      return { text: splice(site.text, at, at, '<titleStmt><title>A title</title></titleStmt>'), at };
    },
  ),
  'an element that nobody knows': atElement(
    (element) => element.tag.local === 'p',
    (site, element) => ({
      text: splice(site.text, element.endStart, element.endStart, '<xyzzy>magic</xyzzy>'),
      at: element.endStart,
    }),
  ),
  'a heading behind a paragraph': atElement(
    ({ tag, parent, end }) =>
      tag.local === 'head' &&
      parent?.tag.local === 'div' &&
      parent.children.filter((one) => one.tag.local === 'p' && one.tag.start >= end).length > 0,
    (site, { tag, parent, end }) => {
      const p = parent!.children.find((one) => one.tag.local === 'p' && one.tag.start >= end)!;
      const head = site.text.slice(tag.start, end);
      const space = site.text.slice(end, p.tag.start);
      if (space.trim() !== '') return undefined;
      const moved = site.text.slice(p.tag.start, p.end) + space + head;
      return { text: splice(site.text, tag.start, p.end, moved), at: p.end - head.length };
    },
  ),
  'words that belong into a paragraph': atElement(
    ({ tag, parent, text, end }) =>
      text && tag.local === 'p' && end - tag.start > 60 && parent?.tag.local === 'div' && tag.attributes.length === 0,
    (site, { tag, endStart, end }) => {
      const before = site.text.slice(tag.end, endStart).search(/[^\s]/);
      if (site.text.charAt(tag.end + before) === '<' || before > 0) return undefined;
      return {
        text: spliceAll(site.text, [
          [tag.start, tag.end, ''],
          [endStart, end, ''],
        ]),
        at: tag.start,
      };
    },
  ),
  'stray words between blocks': atElement(
    ({ tag, parent }) => tag.local === 'p' && parent?.tag.local === 'div',
    (site, { tag }) => ({ text: splice(site.text, tag.start, tag.start, 'etc. '), at: tag.start }),
  ),
  'text in an empty element': atElement(
    ({ tag }) => tag.empty && (tag.local === 'pb' || tag.local === 'lb'),
    (site, { tag }) => {
      const text = splice(site.text, tag.end - 2, tag.end, `>page</${tag.name}>`);
      return { text, at: tag.end - 1 };
    },
  ),
  'the namespace forgotten': (site) => {
    const { tag } = site.elements[0]!;
    const one = tag.attributes.find((other) => other.name === 'xmlns');
    if (one === undefined) return undefined;
    return { text: splice(site.text, one.start - 1, whole(one), ''), at: tag.start };
  },
  'the namespace misspelt': (site) => {
    const { tag } = site.elements[0]!;
    const one = tag.attributes.find((other) => other.name === 'xmlns');
    if (one === undefined) return undefined;
    return { text: splice(site.text, one.valueEnd, one.valueEnd, '/'), at: tag.start };
  },
  'a bare ampersand': insertInText(' & Sons', 1, ' &amp; Sons'),
  'an entity of HTML': (site, roll) => {
    const dashes = [...site.text.matchAll(/[–—éäöüß’“”]/g)].filter((one) => {
      const before = site.text.slice(Math.max(0, one.index - 2000), one.index);
      return before.lastIndexOf('>') > before.lastIndexOf('<');
    });
    const found = pick(dashes, roll);
    if (found === undefined) return undefined;
    const entities: Record<string, string> = {
      '–': 'ndash',
      '—': 'mdash',
      é: 'eacute',
      ä: 'auml',
      ö: 'ouml',
      ü: 'uuml',
      ß: 'szlig',
      '’': 'rsquo',
      '“': 'ldquo',
      '”': 'rdquo',
    };
    return { text: splice(site.text, found.index, found.index + 1, `&${entities[found[0]]!};`), at: found.index };
  },
  'an end tag forgotten': atElement(
    ({ tag, end }) => !tag.empty && end - tag.start < 3000,
    (site, { parent, endStart, end }) => {
      const text = splice(site.text, endStart, end, '');
      return { text, at: parent!.endStart - (end - endStart) };
    },
  ),
  'an end tag misspelt': atElement(
    (element) => !element.tag.empty && long(element),
    (site, { tag, endStart, end }, roll) => {
      const name = slip(tag.name, roll, names(site));
      return name === undefined ? undefined : { text: splice(site.text, endStart + 2, end - 1, name), at: endStart };
    },
  ),
  'two end tags in wrong order': atElement(
    ({ tag, parent, end }) => !tag.empty && parent?.endStart === end && parent.tag.name !== tag.name,
    (site, { parent, endStart, end }) => {
      const inner = site.text.slice(endStart, end);
      const outer = site.text.slice(parent!.endStart, parent!.end);
      return { text: splice(site.text, endStart, parent!.end, outer + inner), at: endStart };
    },
  ),
  'an end tag twice': atElement(
    ({ tag }) => !tag.empty,
    (site, { endStart, end }) => ({ text: splice(site.text, end, end, site.text.slice(endStart, end)), at: end }),
  ),
  'a start tag forgotten': atElement(
    ({ tag }) => !tag.empty && inline.has(tag.local),
    (site, { tag, endStart }) => ({
      text: splice(site.text, tag.start, tag.end, ''),
      at: endStart - (tag.end - tag.start),
    }),
  ),
  'a value without quotes': atAttribute(
    (one) => isOwn(one) && /^[^\s"'=<>`/]+$/.test(one.value),
    (site, one) => ({
      text: spliceAll(site.text, [
        [one.valueStart - 1, one.valueStart, ''],
        [one.valueEnd, whole(one), ''],
      ]),
      at: one.start,
    }),
  ),
  'a value without its closing quote': atAttribute(isOwn, (site, one) => ({
    text: splice(site.text, one.valueEnd, whole(one), ''),
    at: one.start,
  })),
  'an attribute twice': atAttribute(isOwn, (site, one) => {
    const again = ` ${site.text.slice(one.start, whole(one))}`;
    return { text: splice(site.text, whole(one), whole(one), again), at: whole(one) + 1 };
  }),
  'no space between attributes': (site, roll) => {
    const pairs = common(site).flatMap(({ tag }) =>
      tag.attributes.slice(1).filter((one, i) => whole(tag.attributes[i]!) + 1 === one.start),
    );
    const one = pick(pairs, roll);
    return one && { text: splice(site.text, one.start - 1, one.start, ''), at: one.start - 1 };
  },
  'a less-than sign': insertInText(' < ', 1, ' &lt; '),
  'a control character': insertInText('\u000b', 0, ''),
  'a tag without its bracket': atElement(
    ({ tag, text }) => text && !tag.empty && tag.attributes.length > 0 && inline.has(tag.local),
    (site, { tag }) => ({ text: splice(site.text, tag.end - 1, tag.end, ''), at: tag.start }),
  ),
  'two hyphens in a comment': (site, roll) => {
    const element = pick(
      common(site).filter(({ tag }) => tag.local === 'p'),
      roll,
    );
    if (element === undefined) return undefined;
    const { start } = element.tag;
    return {
      text: splice(site.text, start, start, '<!-- look -- here -->'),
      at: start + 10,
      original: splice(site.text, start, start, '<!-- look – here -->'),
    };
  },
  'an empty line before the declaration': (site) =>
    site.text.startsWith('<?xml ') ? { text: `\n${site.text}`, at: 1 } : undefined,
  'a second outermost element': (site) => {
    const end = site.elements[0]!.end;
    return { text: `${site.text.slice(0, end)}\n<p>And this?</p>\n`, at: end + 1 };
  },
  'an id given twice': (site, roll) => {
    if (site.schema !== 'tei_all') return undefined;
    const ids = attributesIn(site.elements, (one) => one.name === 'xml:id');
    if (ids.length < 2) return undefined;
    const i = 1 + roll(ids.length - 1);
    const [first, second] = [ids[roll(i)]!.one, ids[i]!.one];
    return { text: splice(site.text, second.valueStart, second.valueEnd, first.value), at: second.start };
  },
};

/** So many mistakes of every kind, in documents chosen by the dice. */
export function makeMistakes(sites: readonly Site[], each: number, seed: number): Mistake[] {
  const roll = dice(seed);
  const made: Mistake[] = [];
  for (const [kind, make] of Object.entries(makers)) {
    for (let tries = 0, count = 0; tries < 60 && count < each; tries++) {
      const site = sites[roll(sites.length)]!;
      const damage = make(site, roll);
      if (damage === undefined || made.some((one) => one.text === damage.text)) continue;
      made.push({ kind, file: site.file, schema: site.schema, original: site.text, ...damage });
      count++;
    }
  }
  return made;
}
