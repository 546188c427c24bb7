/** Where the text of a page is. A page that says so (`main`, `article`) is believed, else the element that holds most of its words is taken. */
import type { Chooser } from '../decisions.ts';
import type { HtmlElement } from './tree.ts';
import { descendants, elements, hasClass, hasRole, textOf, wordsIn } from './query.ts';
import { reasonToLeaveOut } from './left-out.ts';

/** Characters of the text inside, navigation and links not counted. */
function worth(element: HtmlElement): number {
  if (reasonToLeaveOut(element)) return 0;
  return element.children.reduce((sum, c) => {
    if (c.kind === 'text') return sum + c.text.replace(/\s+/g, ' ').length;
    return sum + (c.name === 'a' ? worth(c) / 4 : worth(c));
  }, 0);
}

const bodyOf = (root: HtmlElement): HtmlElement => {
  for (const e of descendants(root)) if (e.name === 'body') return e;
  return root;
};

/** Elements that sites put their text into, the most telling first, and how much of the words they must hold at least. */
const places: readonly (readonly [(e: HtmlElement) => boolean, number])[] = [
  [(e) => hasClass(e, /^mw-parser-output$/), 0.02],
  [(e) => e.name === 'main' || hasRole(e, 'main'), 0.02],
  [(e) => e.name === 'article' || hasRole(e, 'article'), 0.3],
  [(e) => /^(?:mw-content-text|bodyContent|(?:main-?)?content|main|text)$/i.test(e.attributes.id ?? ''), 0.3],
];

interface Found {
  readonly element: HtmlElement;
  readonly sure: number;
}

function told(body: HtmlElement, whole: number): Found | undefined {
  for (const [matches, least] of places) {
    const found = [...descendants(body)].filter(matches).map((element) => ({ element, words: worth(element) }));
    const best = found.sort((a, b) => b.words - a.words)[0];
    if (!best || best.words <= least * whole) continue;
    const sure = found.length === 1 && (least < 0.1 || best.words > 0.5 * whole) ? 0.95 : 0.8;
    return { element: best.element, sure };
  }
  return undefined;
}

/** Goes down while one child holds nearly all words. */
function densest(element: HtmlElement): HtmlElement {
  const total = worth(element);
  const [best] = elements(element)
    .filter((e) => /^(?:div|section|article|main|table|tbody|tr|td|center|font)$/.test(e.name))
    .map((e) => ({ e, words: worth(e) }))
    .sort((a, b) => b.words - a.words);
  return best && best.words > 0.85 * total ? densest(best.e) : element;
}

const labelOf = (e: HtmlElement): string =>
  `<${e.name}${e.attributes.id ? ` id="${e.attributes.id}"` : e.attributes.class ? ` class="${e.attributes.class.slice(0, 40)}"` : ''}>`;

/** Finds the text of a page. */
export function mainText(root: HtmlElement, chooser: Chooser): HtmlElement {
  const body = bodyOf(root);
  const whole = worth(body);
  const found = told(body, whole) ?? { element: densest(body), sure: 0.75 };
  const { element } = found;
  const left = textOf(body).replace(/\s+/g, '').length - textOf(element).replace(/\s+/g, '').length;
  if (element === body || whole - worth(element) < 20) return element;
  const value = chooser.choose({
    kind: 'main-text',
    start: element.at,
    end: element.at + 1,
    ask: `Is ${labelOf(element)} the text of the page? It begins “${wordsIn(element).slice(0, 50)}”; ${left} characters are around it.`,
    options: [
      { value: 'this', label: `yes: only what is in ${labelOf(element)}` },
      { value: 'page', label: 'no: everything on the page that is not navigation' },
    ],
    preferred: 'this',
    confidence: found.sure,
  });
  return value === 'this' ? element : body;
}
