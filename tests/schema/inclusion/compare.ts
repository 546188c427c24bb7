/** Compares two grammars: whatever is valid under the narrow one must be valid under the wide one. */
import type { Grammar } from '../../../scripts/schema/read-grammar.ts';
import { elementsOf, type AttributeFacts, type ElementFacts } from './elements.ts';
import { counterexample } from './expression.ts';

/** One sentence for each way in which the narrow grammar allows what the wide one does not; none where it is within it. */
export function beyond(narrow: Grammar, wide: Grammar): string[] {
  const allowed = elementsOf(wide);
  return [...elementsOf(narrow)].flatMap(([name, facts]) => {
    const other = allowed.get(name);
    if (!other) return [`<${name}> is unknown`];
    return [...contentBeyond(name, facts, other), ...attributesBeyond(name, facts, other)];
  });
}

function contentBeyond(name: string, facts: ElementFacts, other: ElementFacts): string[] {
  const path = counterexample(facts.content, other.content);
  return path ? [`<${name}> may contain: ${path.join(' ')}`] : [];
}

function attributesBeyond(name: string, facts: ElementFacts, other: ElementFacts): string[] {
  const found: string[] = [];
  for (const [attribute, ours] of facts.attributes) {
    const theirs = other.attributes.get(attribute) ?? other.attributes.get('*');
    if (!theirs) found.push(`<${name}> may carry ${attribute}`);
    else found.push(...valuesBeyond(ours, theirs).map((value) => `<${name} ${attribute}> may be ${value}`));
  }
  for (const [attribute, theirs] of other.attributes) {
    if (theirs.required && !facts.attributes.get(attribute)?.required) found.push(`<${name}> may lack ${attribute}`);
  }
  return found;
}

function valuesBeyond(ours: AttributeFacts, theirs: AttributeFacts): string[] {
  return [...ours.values].filter((value) => ![...theirs.values].some((other) => within(value, other)));
}

const ISO_DATE = 'token{[0-9.,DHMPRSTWYZ/:+\\-]+}';
const WORD = 'token{[^\\p{C}\\p{Z}]+}';

/** Whether every value of the one kind is a value of the other kind. */
function within(value: string, other: string): boolean {
  if (value === other || other === 'text' || other === 'string') return true;
  // Ids: that a name is only once in a file is checked by the rules, not by the schema.
  if (other === 'NCName' && /^"[\w.-]+"$/.test(value)) return true;
  if (other === 'ID' || other === 'NCName') return value === 'NCName' || value === 'ID';
  if (other === ISO_DATE) return /^(date|time|dateTime|g[A-Z][A-Za-z]+)$/.test(value);
  if (other === WORD) return /^("\S+"|Name|NCName)$/.test(value);
  if (other === 'token') return value.startsWith('"');
  const [list, otherList] = [inside(value), inside(other)];
  if (list === undefined || otherList === undefined) return false;
  return list.split('|').every((part) => otherList.split('|').some((otherPart) => within(part, otherPart)));
}

/** What is in a list of one or more values, or `undefined` for everything else. */
function inside(value: string): string | undefined {
  return /^list\((?:oneOrMore|zeroOrMore)\((.*)\)\)$/.exec(value)?.[1] ?? /^list\(([^,()]*)\)$/.exec(value)?.[1];
}
