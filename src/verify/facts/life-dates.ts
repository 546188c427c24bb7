/** The years of a life behind a name, as the proof finds them: `, 1863–1928`, ` (1868-1952)`, ` [b. 1900]`, ` 1863-1928`. */

const events = new Set(['b', 'd', 'fl', 'ca', 'c', 'geb', 'gest', 'born', 'died', 'active', 'approximately', 'circa']);

/** `1863`, `1655?` */
const isYear = (text: string): boolean => /^[0-9]{3,4}\??$/.test(text);

/** A year, with or without what happened in it: `b. 1900`, `† 1655`. */
function isEvent(text: string): boolean {
  if (isYear(text)) return true;
  if (/^[*†]/.test(text)) return isYear(text.slice(1).replace(/^ /, ''));
  const at = text.indexOf(' ');
  return at > 0 && events.has(text.slice(0, at).replace(/\.$/, '').toLowerCase()) && isYear(text.slice(at + 1));
}

/** One event, or two with a dash between them; the second may still be to come. */
function isLife(text: string): boolean {
  const at = text.search(/[-–—/]/);
  if (at < 0) return isEvent(text);
  const [from, to] = [text.slice(0, at).replace(/ $/, ''), text.slice(at + 1).replace(/^ /, '')];
  return isEvent(from) && (to === '' || isEvent(to));
}

/** No life is written longer. */
const longest = 80;

const withoutStop = (text: string): string => text.replace(/\.$/, '');

/** What somebody did, behind the name: `Smith, John (ed.)`. */
const parts = new Set('ed eds hrsg hg trans transl editor editors translator translators'.split(' '));

/** Where the years in brackets at the end of a text begin. */
function bracketAt(text: string): number {
  const open = text.endsWith(')') ? '(' : text.endsWith(']') ? '[' : undefined;
  const at = open === undefined ? -1 : text.lastIndexOf(open);
  const inside = text.slice(at + 1, -1);
  if (at < 0 || inside.includes(')')) return -1;
  if (isLife(inside)) return at;
  return open === '(' && text[at - 1] === ' ' && parts.has(inside.toLowerCase().replace(/\.$/, '')) ? at : -1;
}

function commaAt(text: string): number {
  for (let at = text.indexOf(','); at >= 0; at = text.indexOf(',', at + 1)) {
    if (text.length - at > longest) continue;
    const behind = text.slice(at + 1).replace(/^ /, '');
    if (isLife(behind) || isLife(withoutStop(behind))) return at;
  }
  return -1;
}

/** How many characters at the end of a name are years of a life; none where there would be no name left. */
export function lifeBehind(text: string): number {
  const bracket = bracketAt(text);
  const found = bracket >= 0 ? bracket : commaAt(text);
  if (found >= 0) {
    const begin = text[found] !== ',' && text[found - 1] === ' ' ? found - 1 : found;
    return begin === 0 ? 0 : text.length - begin;
  }
  const years = / [0-9]{3,4}\?? ?[-–—] ?[0-9]{3,4}\??\.?$/.exec(text);
  return years && years.index > 0 ? years[0].length : 0;
}
