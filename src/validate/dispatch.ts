import type { XmlHandler, XmlTag } from '../source/xml.ts';
import type { FileWatch } from './rule.ts';

/**
 * One handler for many: an element is shown only to those who want to see elements of its name, a text only to those who want one like it. A
 * third of the texts of an indented file are white space alone, and six of seven hold no digit.
 */

type Open = (tag: XmlTag) => void;
type Text = (value: string, start: number, end: number) => void;
type Close = (tag: XmlTag, start: number, end: number) => void;

export function dispatch(watches: readonly FileWatch[]): XmlHandler {
  const opens = new Map<string, readonly Open[]>();
  const closes = new Map<string, readonly Close[]>();
  const wanting = (name: string): readonly FileWatch[] => watches.filter(({ only }) => only?.has(name) ?? true);
  const opensOf = (name: string): readonly Open[] => {
    const list = wanting(name).flatMap((one) => (one.open ? [one.open.bind(one)] : []));
    opens.set(name, list);
    return list;
  };
  const closesOf = (name: string): readonly Close[] => {
    const list = wanting(name).flatMap((one) => (one.close ? [one.close.bind(one)] : []));
    closes.set(name, list);
    return list;
  };
  const textsOf = (wanted: FileWatch['texts']): readonly Text[] =>
    watches.flatMap((one) => (one.text && one.texts === wanted ? [one.text.bind(one)] : []));
  const [all, solid, digits] = [textsOf(undefined), textsOf('solid'), textsOf('digits')];
  return {
    open: (tag) => {
      for (const open of opens.get(tag.local) ?? opensOf(tag.local)) open(tag);
    },
    close: (tag, start, end) => {
      for (const close of closes.get(tag.local) ?? closesOf(tag.local)) close(tag, start, end);
    },
    text: (value, start, end) => {
      for (const text of all) text(value, start, end);
      if (!/\S/.test(value)) return;
      for (const text of solid) text(value, start, end);
      if (digits.length > 0 && /\d/.test(value)) for (const text of digits) text(value, start, end);
    },
  };
}
