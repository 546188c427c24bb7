import type { XmlHandler, XmlTag } from '../source/xml.ts';
import {
  pointerKind,
  pointerTokens,
  type PointerKind,
  type PrefixDefinition,
  prefixDefinition,
  privatePrefix,
} from './pointers.ts';

/** The pointers of a file, gathered once for all rules. A volume has ten thousands, but only some hundred that differ. */

/** A pointer with an id in it, and all the places where it is on the same element and attribute. */
export interface FilePointer {
  /** As the file writes it, prefix and all. */
  readonly value: string;
  /** The element that bears it, and the attribute. */
  readonly element: string;
  readonly attribute: string;
  /** What is before the `#`; empty where the pointer stays in its file. */
  readonly name: string;
  readonly id: string;
  readonly kind: PointerKind;
  /** Offsets where it begins and ends; one pair for each place. */
  readonly starts: number[];
  readonly ends: number[];
}

export interface FilePointers {
  readonly pointers: readonly FilePointer[];
  /** Pointers with a prefix that the file does not explain. */
  readonly unexplained: readonly FilePointer[];
}

type Place = Pick<FilePointer, 'value' | 'element' | 'attribute' | 'starts' | 'ends'>;

/** Gathers while a file is read; `finish` is for its end, since prefixes may be explained after their use. */
export function pointerCollector(): { handler: XmlHandler; finish: () => FilePointers } {
  const byValue = new Map<string, Place[]>();
  const prefixes = new Map<string, PrefixDefinition>();
  const add = (value: string, element: string, attribute: string, start: number, end: number): void => {
    let places = byValue.get(value);
    if (!places) byValue.set(value, (places = []));
    let place = places.find((one) => one.element === element && one.attribute === attribute);
    if (!place) places.push((place = { value, element, attribute, starts: [], ends: [] }));
    place.starts.push(start);
    place.ends.push(end);
  };
  const open = (tag: XmlTag): void => {
    if (tag.local === 'prefixDef') {
      const definition = prefixDefinition(tag);
      if (definition) prefixes.set(definition.ident, definition);
    }
    for (const { name, value, start: from, valueStart, valueEnd } of tag.attributes) {
      if ((!value.includes('#') && !value.includes(':')) || pointerKind(name) === undefined) continue;
      if (!/\s/.test(value)) add(value, tag.local, name, from, valueEnd + 1);
      else
        for (const { value: one, start, end } of pointerTokens(value, valueStart, valueEnd))
          add(one, tag.local, name, start, end);
    }
  };
  return { handler: { open }, finish: () => sortOut(byValue, prefixes) };
}

function sortOut(
  byValue: ReadonlyMap<string, readonly Place[]>,
  prefixes: ReadonlyMap<string, PrefixDefinition>,
): FilePointers {
  const pointers: FilePointer[] = [];
  const unexplained: FilePointer[] = [];
  for (const [value, places] of byValue) {
    const prefix = privatePrefix(value);
    const definition = prefix === undefined ? undefined : prefixes.get(prefix);
    const whole = prefix === undefined ? value : definition?.expand(value.slice(prefix.length + 1));
    const target = whole === undefined ? undefined : targetOf(whole);
    for (const place of places) {
      const kind = pointerKind(place.attribute, place.element)!;
      if (target) pointers.push({ ...place, ...target, kind });
      else if (prefix !== undefined && !definition) unexplained.push({ ...place, name: '', id: '', kind });
    }
  }
  return { pointers, unexplained };
}

/** What a pointer points to, where that may be an id of this edition. */
function targetOf(value: string): { name: string; id: string } | undefined {
  const hash = value.indexOf('#');
  const id = value.slice(hash + 1);
  // Addresses of the web lead out of the edition; what is in brackets is a search, not an id.
  if (hash < 0 || /^[a-z][a-z0-9+.-]*:/i.test(value) || id.includes('(')) return undefined;
  return { name: value.slice(0, hash), id };
}
