/** What is left out inside the text itself: asked once, told one by one. */
import type { Finding } from '../../diagnostics/finding.ts';
import type { SourceText } from '../../source/text.ts';
import type { Chooser } from '../decisions.ts';
import type { HtmlElement } from './tree.ts';
import { elements, textOf, wordsIn } from './query.ts';
import { type Reason, reasonToLeaveOut } from './left-out.ts';

export interface LeftOut {
  readonly element: HtmlElement;
  readonly reason: Reason;
}

function find(parent: HtmlElement, out: LeftOut[]): void {
  for (const element of elements(parent)) {
    const reason = reasonToLeaveOut(element);
    if (reason) out.push({ element, reason });
    else find(element, out);
  }
}

const short = (text: string): string => (text.length > 80 ? `${text.slice(0, 77)}…` : text);

/** The elements of the text that are not text. Those that only a name says are kept where a person says so. */
export function leftOutOf(main: HtmlElement, chooser: Chooser): LeftOut[] {
  const all: LeftOut[] = [];
  find(main, all);
  const named = all.filter((l) => l.reason === 'tools' && wordsIn(l.element) !== '');
  const [first] = named;
  if (!first) return all;
  const what = named.map((l) => `“${short(wordsIn(l.element)).slice(0, 40)}”`).slice(0, 3);
  const chosen = chooser.choose({
    kind: 'main-text',
    start: first.element.at,
    end: first.element.at + 2,
    ask: `Within the text there are ${named.length === 1 ? 'words' : `${named.length} pieces`} that seem to belong to the site: ${what.join(', ')}${named.length > 3 ? ' …' : ''}. Are they left out?`,
    options: [
      { value: 'leave out', label: 'yes, they are not part of the text' },
      { value: 'keep', label: 'no, they are text' },
    ],
    preferred: 'leave out',
    confidence: 0.8,
  });
  return chosen === 'leave out' ? all : all.filter((l) => l.reason !== 'tools');
}

const reasons: Readonly<Record<Reason, string>> = {
  machinery: 'Scripts, forms and hidden parts of the page were left out',
  navigation: 'Navigation was left out',
  tools: 'Words of the site were left out',
};

/** Findings that tell what was left out, and how much of the page is not the text. */
export function tellLeftOut(source: SourceText, leftOut: readonly LeftOut[], body: number, main: number): Finding[] {
  const tell = (at: number, message: string): Finding => ({
    code: 'import-left-out',
    severity: 'note',
    message,
    span: source.span(at, at + 1),
    fix: 'Nothing needs to be done if it is not part of the text.',
  });
  const inside = leftOut.flatMap(({ element, reason }) => {
    const words = wordsIn(element);
    return words === '' || reason === 'machinery' ? [] : [tell(element.at, `${reasons[reason]}: “${short(words)}”`)];
  });
  const machinery = leftOut.filter((l) => l.reason === 'machinery' && textOf(l.element).trim() !== '');
  const scripts = machinery[0] ? [tell(machinery[0].element.at, `${reasons.machinery} (${machinery.length}).`)] : [];
  const around =
    body - main > 0
      ? [tell(0, `${body - main} characters of the page are outside its text (navigation, tools) and were left out.`)]
      : [];
  return [...around, ...inside, ...scripts];
}
