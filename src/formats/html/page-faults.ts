/** Faults of a page that can be seen without knowing what is in it. */

/** References that our pages have; all other characters stand for themselves. */
const reference = /&(?!(?:amp|lt|gt|quot);)[^;\s]{0,20};?/;

/** Markup that a parser of HTML takes for something else than one of XML, and characters that hide or turn others. */
export function rawFaults(content: string): string[] {
  const faults: string[] = [];
  if (!content.startsWith('<!DOCTYPE html>\n<html ')) faults.push('the page does not begin with <!DOCTYPE html>');
  if (content.includes('<![CDATA[')) faults.push('a CDATA section is in the page');
  if (/[\x00-\x08\x0b-\x1f]/.test(content)) faults.push('a control character is in the page');
  const mains = content.split('<main').length - 1;
  if (mains !== 1) faults.push(`the page has ${mains} elements <main>`);
  return faults;
}

const ids = /\sid="([^"]*)"/g;
const fragments = /\shref="#([^"]*)"/g;

const plain = (value: string): string =>
  value
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&');

/** Ids that stand twice, and links into the page that lead nowhere. */
export function linksFaults(content: string): string[] {
  const known = new Set<string>();
  const faults: string[] = [];
  for (const [, id] of content.matchAll(ids)) {
    if (known.has(id!)) faults.push(`the id “${plain(id!)}” stands twice in the page`);
    known.add(id!);
  }
  for (const [, target] of content.matchAll(fragments)) {
    let wanted = target!;
    try {
      wanted = decodeURIComponent(target!);
    } catch {
      // An address that cannot be decoded leads nowhere.
    }
    if (!known.has(wanted)) faults.push(`the link to “#${plain(target!)}” leads to nothing in the page`);
  }
  return faults;
}

export const referenceFault = (text: string): string | undefined => {
  const found = reference.exec(text);
  return found ? `the reference “${found[0]}” is in the page` : undefined;
};
