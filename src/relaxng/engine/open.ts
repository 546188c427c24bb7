import { holds } from '../grammar/name-class.ts';
import { contentOf } from './build.ts';
import type { QName } from './names.ts';
import type { Pattern } from './pattern.ts';
import { after, choice, elementOf, group, interleave, optional } from './table.ts';
import type { PatternTable } from './table.ts';

/**
 * What is left of a pattern when an element of this name opens: an `after`, a choice of such, or `notAllowed`. (This is the derivative
 * by the opening of a start tag, in James Clark's words.)
 */
export function open(table: PatternTable, pattern: Pattern, name: QName): Pattern {
  if (pattern.kind === 'element') return openElement(table, pattern, name);
  if (!pattern.contentful || pattern.kind === 'text' || pattern.kind === 'anything') return table.notAllowed;
  const known = pattern.opened?.get(name);
  if (known !== undefined) return known;
  const result = openComposite(table, pattern, name);
  (pattern.opened ??= new Map()).set(name, result);
  return result;
}

function openElement(table: PatternTable, element: Pattern, name: QName): Pattern {
  const fits =
    element.name === undefined ? holds(elementOf(element).names, name.uri, name.local) : element.name === name;
  return fits ? after(table, contentOf(table, element), table.empty) : table.notAllowed;
}

function openComposite(table: PatternTable, pattern: Pattern, name: QName): Pattern {
  const { a, b } = pattern;
  switch (pattern.kind) {
    case 'choice':
      return openChoice(table, pattern, name);
    case 'group': {
      const first = mapAfter(table, open(table, a!, name), (rest) => group(table, rest, b!));
      return a!.nullable ? choice(table, [first, open(table, b!, name)]) : first;
    }
    case 'interleave':
      return choice(table, [
        mapAfter(table, open(table, a!, name), (rest) => interleave(table, rest, b!)),
        mapAfter(table, open(table, b!, name), (rest) => interleave(table, a!, rest)),
      ]);
    case 'oneOrMore':
      return mapAfter(table, open(table, a!, name), (rest) => group(table, rest, optional(table, pattern)));
    case 'after':
      return mapAfter(table, open(table, a!, name), (rest) => after(table, rest, b!));
    default:
      return table.notAllowed;
  }
}

function openChoice(table: PatternTable, pattern: Pattern, name: QName): Pattern {
  if (pattern.unnamed === undefined) indexByName(pattern);
  const named = pattern.byName!.get(name);
  const results: Pattern[] = [];
  if (named !== undefined) for (const one of named) results.push(openElement(table, one, name));
  for (const one of pattern.unnamed!) results.push(open(table, one, name));
  return results.length === 1 ? results[0]! : choice(table, results);
}

/** A content model can have a hundred alternatives, nearly all of them elements with one name. */
function indexByName(pattern: Pattern): void {
  const byName = new Map<QName, Pattern[]>();
  const unnamed: Pattern[] = [];
  for (const one of pattern.parts) {
    if (one.kind === 'element' && one.name !== undefined) {
      const same = byName.get(one.name);
      if (same === undefined) byName.set(one.name, [one]);
      else same.push(one);
    } else if (one.contentful && one.kind !== 'text') unnamed.push(one);
  }
  pattern.byName = byName;
  pattern.unnamed = unnamed;
}

/** Changes what follows the open elements. */
function mapAfter(table: PatternTable, pattern: Pattern, change: (rest: Pattern) => Pattern): Pattern {
  if (pattern.kind === 'after') return after(table, pattern.a!, change(pattern.b!));
  if (pattern.kind !== 'choice') return table.notAllowed;
  return choice(
    table,
    pattern.parts.map((one) => mapAfter(table, one, change)),
  );
}

/**
 * Like `open`, but what should come first may be missing: finds the element further on in what is still expected. Used when `open` finds
 * nothing, to tell “not allowed yet” from “not allowed here”.
 */
export function openLater(table: PatternTable, pattern: Pattern, name: QName): Pattern {
  const { a, b } = pattern;
  switch (pattern.kind) {
    case 'element':
      return openElement(table, pattern, name);
    case 'choice':
      return choice(
        table,
        pattern.parts.map((one) => openLater(table, one, name)),
      );
    case 'group':
      return choice(table, [
        mapAfter(table, openLater(table, a!, name), (rest) => group(table, rest, b!)),
        openLater(table, b!, name),
      ]);
    case 'interleave':
      return choice(table, [
        mapAfter(table, openLater(table, a!, name), (rest) => interleave(table, rest, b!)),
        mapAfter(table, openLater(table, b!, name), (rest) => interleave(table, a!, rest)),
      ]);
    case 'oneOrMore':
      return mapAfter(table, openLater(table, a!, name), (rest) => group(table, rest, optional(table, pattern)));
    case 'after':
      return mapAfter(table, openLater(table, a!, name), (rest) => after(table, rest, b!));
    default:
      return table.notAllowed;
  }
}
