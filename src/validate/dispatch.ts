import type { XmlHandler, XmlTag } from '../source/xml.ts';
import type { FileWatch } from './rule.ts';

/** One handler for many: an element is shown only to those who want to see elements of its name. */

type Open = (tag: XmlTag) => void;
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
  const texts = watches.flatMap((one) => (one.text ? [one.text.bind(one)] : []));
  return {
    open: (tag) => {
      for (const open of opens.get(tag.local) ?? opensOf(tag.local)) open(tag);
    },
    close: (tag, start, end) => {
      for (const close of closes.get(tag.local) ?? closesOf(tag.local)) close(tag, start, end);
    },
    text: (value, start, end) => {
      for (const text of texts) text(value, start, end);
    },
  };
}
