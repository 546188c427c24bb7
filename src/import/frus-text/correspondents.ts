/**
 * Who writes to whom, from the heading: `Memorandum From A (Name) to B (Name)`, `Telegram From the Embassy in X to the Department of State`,
 * `The Ambassador in Iran (Wiley) to the Secretary of State`. A conversation, a record or an editorial note has neither.
 */
import type { Correspondent, Inline } from '../document.ts';
import { runs, wrapPhrase } from './dateline.ts';

/** A correspondent with the range of the heading that names him. */
interface Named extends Correspondent {
  readonly from: number;
  readonly to: number;
}

const kinds =
  '(?:[A-Z][\\w-]+ ){0,3}?(?:Memorandum|Letter|Telegram|Message|Messages|Despatch|Dispatch|Airgram|Cable|Cablegram|Note|Aide-Mémoire|Instruction|Telegrams|Report|Circular|Paper|Transmittal|Memo)';
const fromTo = new RegExp(`^${kinds}(?: (?:No\\. )?[A-Z]*[-–]?\\d[\\w–-]*)?,? (?:[Ff]rom|[Bb]y|[Oo]f) (?=\\S)`, 'u');
/** `Informal Communication From …`: any title that says from whom it comes. */
const anyFrom = /^(?:\p{Lu}[\p{L}’-]* ){1,4}From (?=\S)/u;
/** `Report to the National Security Council by the Executive Secretary (Lay)` */
const reportTo = /^((?:Report|Memorandum|Letter|Note) to )(.+?) by (.+)$/u;
const conversation = /\b(?:Conversation|Discussion|Meeting|for the Record|for the Files?|Editorial Note|Prepared)\b/u;
const office =
  /^(?:[Tt]he |[Hh]is )?(?:[\w’'.–-]+ ){0,4}?(?:Ambassador|Minister|Chargé|Consul|Secretary|Under Secretary|Assistant|Deputy|Acting|Director|Chief|President|Representative|Counselor|Adviser|Officer|Chairman|Commander|High Commissioner|Appointed|Political|Special|Head|Prime|Foreign|King|Premier|Chancellor|Attorney|General|Senator|Military|Naval|Air|Army|Executive|Vice|Administrator|Commissioner|Joint Chiefs|Embassy|Department|Legation|Mission|Consulate|Delegation)(?!\p{L})/u;
const organisation =
  /^(?:[\p{L}’'.-]+ ){0,3}?(?:Joint Chiefs|Embassy|Department|Legation|Mission|Consulate|Delegation|Headquarters)(?!\p{L})/u;
const roleBeforeTo =
  /(?:Ambassador|Assistants?|Representatives?|Advis[eo]rs?|Counselor|Delegat(?:e|ion)|Mission|Envoy|Deputy|Aide|Consultant|Minister|Liaison|Secretary|Observer|Assigned|Accredited|Delegates|Counsel|Attaché|Designate)(?: [A-Z][\w’'-]+)?$/u;

/** Where the sender ends: after `)`, else at the first ` to ` that is not part of an office (`Ambassador to Germany`). */
function splitAt(text: string): number {
  const bracket = text.search(/\)\s*(?:, [^,()]{1,40},? )? ?to (?:the |\p{Lu})/u);
  if (bracket >= 0) return text.indexOf(' to ', bracket);
  let last = -1;
  for (let i = text.indexOf(' to '); i >= 0; i = text.indexOf(' to ', i + 1)) {
    last = i;
    if (!roleBeforeTo.test(text.slice(0, i))) return i;
  }
  return last;
}

const title =
  /^(?:(?:the |former |then |Acting |Deputy |Assistant |Under |Vice |Soviet |South |North |West |East |[A-Z][\w-]+(?:an|ese|ish|i|ch|ian) )?(?:President(?:-[Ee]lect)?|Vice President|Secretary of \w+|Secretary|Under Secretary(?: of State)?|Premier|Prime Minister|Chancellor|Foreign (?:Minister|Secretary)|Ambassador|General|Admiral|Senator|Governor|King|Shah|Chairman|Minister|Mr\.|Messrs\.|Mrs\.|Dr\.|Sir|Lord|Earl|Count|Baron|Señor|Colonel|Commander|Captain|Major|Lieutenant|Brigadier|Field Marshal|Marshal|Congressman|Attorney General|Director|Representative|Consul|Chargé|Prince|Sultan|Emperor|Counselor)) (?=\p{Lu})/u;

/** The part of a name that names: what is in brackets, what follows a title, else the whole. */
function nameIn(text: string): { name: string; index: number; element: Correspondent['element'] } | undefined {
  const trimmed = text.replace(/[\s,.]+$/u, '');
  for (const { 1: inside, index } of trimmed.matchAll(/\(([^()]*)\)/gu)) {
    if (!/\p{L}/u.test(inside!)) continue;
    return { name: inside!.trim(), index: index + 1 + inside!.search(/\S/), element: 'persName' };
  }
  const lead = /^(?:the |The )/.exec(trimmed)?.[0].length ?? 0;
  const rest = trimmed.slice(lead);
  const titled = title.exec(rest);
  if (titled) {
    const name = /^(?:Headquarters|Assembly|Staff|Counsel|Conference|Affairs|Delegation)/u.test(
      rest.slice(titled[0].length),
    )
      ? ''
      : rest.slice(titled[0].length).replace(/(?:,| (?:of|in|at|on|for) ).*$/u, '');
    if (/^\p{Lu}[\p{L}.’'-]+(?: [\p{Lu}(][\p{L}.’'-]*){0,3}$/u.test(name))
      return { name, index: lead + titled[0].length, element: 'persName' };
  }
  const person = /^((?:\p{Lu}[\p{L}’'-]*\.? ){1,3}\p{Lu}[\p{L}’'-]+(?:, Jr\.)?)(?= of |,|$)/u.exec(rest);
  if (
    person &&
    lead === 0 &&
    !/\b(?:Embassy|Department|Mission|Consulate|Legation|House|Agency|Government|Delegation|Staff|Council|Command|Chiefs)\b/u.test(
      person[1]!,
    )
  ) {
    return { name: person[1]!, index: 0, element: 'persName' };
  }
  const name = rest.replace(/,.*$/u, '');
  return name
    ? { name, index: lead, element: office.test(rest) && !organisation.test(rest) ? 'persName' : 'orgName' }
    : undefined;
}

/** The heading without its number and without the summary and date that some volumes add: where it begins and ends. */
function nameable(head: string): { from: number; text: string } {
  const from = /^\[?\d+[a-z]?\]?\.\s+|^No\. \d+[a-z]?\s*/u.exec(head)?.[0].length ?? 0;
  const text = head.slice(from);
  const end = text.search(
    /(?<=[\p{Ll}\d]{2})\. \p{Lu}|, (?:January|February|March|April|May|June|July|August|September|October|November|December) \d|, (?:\p{Lu}[\p{L} ]+, )?(?:undated|\d{1,2} \p{Lu}\p{Ll}+ \d{4})/u,
  );
  return { from, text: end < 0 ? text : text.slice(0, end) };
}

type Side = readonly [Correspondent['role'], number, number];

/** `Mr. Adams to Mr. Seward.`, as the oldest volumes print it. */
function betweenTitles(text: string): Side[] | undefined {
  const m = /^([^,()]{4,50}?) to ([^,()]{4,50}?)\.?\s*$/u.exec(text);
  if (!m || !title.test(m[1]!) || !title.test(m[2]!)) return undefined;
  const to = m[1]!.length + 4;
  return [
    ['from', 0, m[1]!.length],
    ['to', to, to + m[2]!.length],
  ];
}

/** The ranges of a heading that hold sender and recipient. */
function sidesOf(text: string): Side[] {
  const by = reportTo.exec(text);
  if (by) {
    const to = by[1]!.length;
    return [
      ['to', to, to + by[2]!.length],
      ['from', text.length - by[3]!.length, text.length],
    ];
  }
  const titled = betweenTitles(text);
  if (titled) return titled;
  const lead = fromTo.exec(text)?.[0] ?? anyFrom.exec(text)?.[0];
  if (!lead && !(office.test(text) && text.startsWith('The ') && / to (?:the |\p{Lu})/u.test(text))) return [];
  if (lead && (/\b[Oo]f $/u.test(lead) || conversation.test(lead))) return [];
  const start = lead?.length ?? 0;
  const split = splitAt(text.slice(start));
  if (split < 0) return [['from', start, text.length]];
  return [
    ['from', start, start + split],
    ['to', start + split + 4, text.length],
  ];
}

/** The correspondents with their places in the heading. */
function find(head: string): Named[] {
  const { from: begin, text } = nameable(head);
  return sidesOf(text).flatMap(([role, from, to]): Named[] => {
    const named = nameIn(text.slice(from, to));
    if (!named) return [];
    const at = begin + from + named.index;
    return [{ role, name: named.name.trim(), element: named.element, from: at, to: at + named.name.length }];
  });
}

/** Sender and recipient, and the heading with their names marked. */
export function readCorrespondents(head: readonly Inline[]): { correspondents: Correspondent[]; head: Inline[] } {
  const named = find(runs(head));
  let out = [...head];
  for (const n of named) out = wrapPhrase(out, n.from, n.to, { element: n.element, attributes: { type: n.role } });
  return { correspondents: named.map(({ role, name, element }) => ({ role, name, element })), head: out };
}
