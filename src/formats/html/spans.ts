import type { Look, ReadingNode } from '../../model/reading.ts';
import type { Status } from '../../model/status.ts';
import { attribute, inlineClass, startTag, typeAttribute } from './element.ts';
import { escapeAttribute, escapeText } from './escape.ts';
import { isNumber } from '../with-numbers.ts';
import { name } from './names.ts';
import { hasWords, holdsBlocks, isSilent } from './nesting.ts';
import { gloss, ruby } from './ruby.ts';
import { numberMark } from './numbers.ts';
import { phrasing, type Place, type Writer } from './place.ts';
import { isHtmlTime } from './time.ts';

/** The element that shows a look by itself, without a stylesheet; the looks without one are classes only. */
const elements: Partial<Record<Look, string>> = {
  superscript: 'sup',
  subscript: 'sub',
  italic: 'i',
  bold: 'b',
  underline: 'u',
  strikethrough: 's',
  monospace: 'code',
};

const selfSaying: ReadonlySet<string> = new Set(['cite', 'em', 'ruby']);

/** Writes words in an element; a `div` where something among them is on lines of its own and HTML allows it. */
function words(
  element: string,
  classes: string,
  more: string,
  node: ReadingNode,
  place: Place,
  looks = node.looks ?? [],
): string {
  const division = place.flow && holdsBlocks(node.children);
  const name = division && element !== 'ins' && element !== 'del' ? 'div' : element;
  const inner = division ? place : phrasing(place);
  const shown = name === 'div' ? `${inlineClass} ${classes}`.trimEnd() : classes;
  // Elements that say by themselves what their words are: as divisions they say it as others do.
  const type = name !== element && selfSaying.has(element) ? typeAttribute(node) : '';
  const ref = node.target === undefined ? '' : ` data-ref="${escapeAttribute(node.target)}"`;
  return `${startTag(name, node, place, shown, type + more + ref, { looks })}${place.write(node.children, inner)}</${name}>`;
}

/** Words whose only property is how they look, or none at all. */
function plain(node: ReadingNode, place: Place): string {
  // A look on nothing but a note call would be that of the call, which has its own.
  const looks = node.looks !== undefined && hasWords(node) ? node.looks : [];
  const look = looks.find((candidate) => elements[candidate] !== undefined);
  const bare = [node.id, node.lang, node.dir, node.role, node.rend, node.target].every(
    (property) => property === undefined,
  );
  if (look === undefined && bare && looks.length === 0) return place.write(node.children, place);
  // A division says by its classes what an element says by itself.
  const isDivision = place.flow && holdsBlocks(node.children);
  const others = isDivision ? looks : looks.filter((other) => other !== look);
  return words(look === undefined ? 'span' : elements[look]!, '', typeAttribute(node), node, place, others);
}

/** Words with a tooltip that says what the source gives next to them. */
const withTitle =
  (element: string, classes: string, say: (title: string) => string): Writer =>
  (node, place) => {
    const title = node.title === undefined ? '' : ` title="${escapeAttribute(say(node.title))}"`;
    return words(element, classes, title, node, place);
  };

const asElement =
  (element: string, classes = ''): Writer =>
  (node, place) =>
    words(element, classes, '', node, place);

const date: Writer = (node, place) => {
  const division = place.flow && holdsBlocks(node.children);
  if (division || node.title === undefined || !isHtmlTime(node.title)) return words('span', 'date', '', node, place);
  // A record whose dates are in attributes says them in the words of the standard.
  const { write } = place;
  const said = `<span data-generated="">${escapeText(node.title)}</span>`;
  const inner: Place =
    place.inFact === true && isSilent(node)
      ? { ...place, write: (children, at) => said + write(children, { ...at, write }) }
      : place;
  return words('time', '', ` datetime="${escapeAttribute(node.title)}"`, node, inner);
};

/** What each role of words looks like; a role that is not here keeps its name in `data-type`. */
const roles: Readonly<Record<string, Writer>> = {
  person: name,
  organization: name,
  place: name,
  term: name,
  date,
  gap: asElement('span', 'gap'),
  stage: asElement('span', 'stage'),
  title: asElement('cite'),
  foreign: asElement('span', 'foreign'),
  quote: asElement('span', 'quote'),
  emphasis: asElement('em'),
  substitution: asElement('span', 'substitution'),
  anchor: asElement('span'),
  ruby: (node, place) => ruby(node, (part) => words('ruby', '', '', part, place)),
  expanded: withTitle('span', 'expanded', (title) => `In the source: ${title}`),
};

/** Words with a status: what was done to them is the element or its class, what the source says of it is in attributes. */
function withStatus(node: ReadingNode, { is, why, cert, place: where, hand }: Status, place: Place): string {
  const [element, classes] = is === 'added' ? ['ins', ''] : is === 'deleted' ? ['del', ''] : ['span', is];
  const isSide = is === 'corrected' || is === 'regularized';
  const title = node.title === undefined ? undefined : isSide ? `In the source: ${node.title}` : node.title;
  const said = [
    attribute('title', title),
    attribute('data-why', why),
    attribute('data-cert', cert),
    attribute('data-place', where),
    attribute('data-hand', hand),
    attribute('data-part', node.part),
  ];
  return words(element, classes, said.join(''), node, place);
}

/** A sign of ours, or a point that has one: its sign is not part of the text. */
export function mark(node: ReadingNode, place: Place): string {
  const sign =
    node.title === undefined || node.title === '' ? '' : `<span class="sign">${escapeText(node.title)}</span>`;
  if (node.role === 'sign') return sign;
  if (node.role === 'gloss') return gloss(node, place);
  const said = attribute('data-why', node.why) + attribute('data-extent', node.extent);
  return `${startTag('span', node, place, `mark ${node.role ?? ''}`, said)}${sign}</span>`;
}

/** Words with a property. */
export function span(node: ReadingNode, place: Place): string {
  if (isNumber(node)) return numberMark(node, place);
  if (node.status !== undefined) return withStatus(node, node.status, place);
  const writer = node.role === undefined ? plain : (roles[node.role] ?? plain);
  return writer(node, place);
}
