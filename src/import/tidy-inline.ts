/** Programs cut a sentence into runs as they like. What looks the same and touches is put together again. */
import type { Inline, Phrase } from './document.ts';

const same = (a: Inline | undefined, b: Phrase): a is Phrase =>
  a?.kind === 'phrase' &&
  a.element === b.element &&
  (b.element === 'hi' || b.element === 'add' || b.element === 'del') &&
  JSON.stringify(a.attributes) === JSON.stringify(b.attributes);

const isBlank = (content: readonly Inline[]): boolean =>
  content.every((c) => c.kind === 'text' && c.text.trim() === '');

/** Spaces that look bold or italic are spaces. */
const plainBlanks = (items: readonly Inline[]): Inline[] =>
  items.flatMap((item) =>
    item.kind === 'phrase' && item.element === 'hi' && isBlank(item.content) ? item.content : [item],
  );

/** The same content with as few phrases and runs as it needs. */
export function tidyInline(content: readonly Inline[]): Inline[] {
  const out: Inline[] = [];
  for (const item of content) {
    const last = out.at(-1);
    if (item.kind === 'phrase') {
      if (item.content.length === 0 && item.element === 'hi') continue;
      if (same(last, item)) out[out.length - 1] = { ...last, content: [...last.content, ...item.content] };
      else out.push(item);
    } else if (item.kind === 'text' && last?.kind === 'text' && last.at + last.text.length === item.at) {
      out[out.length - 1] = { ...last, text: last.text + item.text };
    } else out.push(item);
  }
  return plainBlanks(
    out.map((item) => (item.kind === 'phrase' ? { ...item, content: tidyInline(item.content) } : item)),
  );
}
