/**
 * How likely a candidate is the call of a note, from what stands around it. The figures are weights found on published volumes;
 * only their differences matter. A call after a full stop is worth 5, a number in a sentence less than nothing.
 */
import type { Candidate } from './call-candidates.ts';
import { type NumberWords, digitRunScore } from './number-words.ts';

export interface CallContext {
  readonly text: string;
  readonly numbers: NumberWords;
  /** The heading in the running text. */
  readonly head: { readonly start: number; readonly end: number };
  /** Figures whose meaning is known, the number of the document and the archive’s own: no call is within them. */
  readonly taken: readonly { readonly start: number; readonly end: number }[];
  /** Where the last lines of the document begin, in which signatures stand. */
  readonly tailFrom: number;
}

const never = -40;

const numberNouns =
  /(?:^|[\s(“])(?:no|nos|number|numbers|tab|tabs|box|part|parts|paragraph|paragraphs|para|paras|page|pages|p|pp|vol|vols|volume|section|sections|sec|article|articles|art|chapter|annex|appendix|enclosure|item|items|footnote|footnotes|fn|document|documents|doc|docs|point|points|phase|category|option|options|group|class|type|step|stage|priority|division|corps|region|line|table|figure|chart|question|subparagraph|subpara|room|lot|entry|folder|reel|title|rule|track|zone|route|mark|under|over|about|approximately|only|than|some|nearly|almost|least|most|first|last|next|every|by|of|in|for|at|from|to|with|and|or|the|these|those|on|per|between|within|after|before|until|plus|minus|times|another|all|other|our|their|his|its|your|my|are|were|is|was|has|have|had|be|january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec|telegram|telegrams|deptel|embtel|despatch|nsc|mig|apollo|todel|tosec|secto|tedul|dulte|cahto|tohak|hakto|delga|gadel|usun|musto|topol|polto|cirtel|circular|psalm|article)\.?$/iu;

const unitsAfter =
  /^ ?(?:percent|per cent|%|million|billion|thousand|hundred|[ap]\. ?m\b|[ap]m\b|years?|months?|weeks?|days?|hours?|minutes?|miles?|dollars?|cents?|tons?|kilometers?|km|men|people|persons|copies|pages?|paragraphs?|lines?|times|members?|countries|nations|votes?|points?|January|February|March|April|May|June|July|August|September|October|November|December|and \d|or \d|to \d|x \d|of the \d)/iu;

function afterScore(text: string, end: number): number {
  const rest = text.slice(end, end + 3);
  if (rest === '' || /^\s/.test(rest)) return 2;
  if (/^[.,:]\d/.test(rest) || rest.startsWith('%')) return -6;
  if (/^[–-]\d/.test(rest) || rest.startsWith('/')) return -5;
  if (/^[–-]/.test(rest)) return -3;
  if (rest.startsWith('—')) return 1.5;
  if (/^[”’"'.,;:)\]?!…]/.test(rest)) return 0.3;
  if (/^[\p{L}]/u.test(rest)) return -4;
  return -1;
}

/** `B2`, `IL28`, `G77`: capitals that carry a number of their own. */
function gluedToLetter(text: string, at: number): number {
  const word = /[\p{L}\p{N}–.’'-]+$/u.exec(text.slice(Math.max(0, at - 24), at))?.[0] ?? '';
  const letters = /\p{L}+$/u.exec(word)?.[0] ?? '';
  if (/^\p{Lu}{1,2}$/u.test(letters)) return letters === word ? -0.8 : 0.2;
  if (/^\p{Lu}{3,4}$/u.test(letters)) return 1.6;
  if (letters.length === 1) return 0.5;
  return 2.6;
}

function gluedScore(text: string, at: number, numbers: NumberWords, label: string): number {
  const before = text[at - 1]!;
  const twoBefore = text[at - 2] ?? ' ';
  if (/\d/.test(before)) return digitRunScore(text, at, label, numbers);
  if (/[.,:]/.test(before) && /\d/.test(twoBefore)) {
    // 3.5, 1,000 and 10:30 are numbers; “in 1962.3” is a sentence and its call.
    const run = /(\d+)[.,:]$/.exec(text.slice(Math.max(0, at - 12), at))![1]!;
    const year = /^1[89]\d\d$/.test(run);
    if (before === ':' || unitsAfter.test(text.slice(at + label.length, at + label.length + 16))) return -4.5;
    if (before === ',' && label.length === 3) return -4;
    return year || run.length > 3 ? 2.6 : before === ',' ? 0.5 : 0.6;
  }
  if (/[.”’?!)\]"'»…]/.test(before)) return 3;
  if (/[,;:]/.test(before)) return 2.7;
  if (/\p{L}/u.test(before)) return gluedToLetter(text, at);
  if (/[*†‡%]/.test(before)) return 0.5;
  if (/[“‘]/.test(before)) return -1.5;
  return never;
}

function spacedScore(text: string, at: number, end: number): number {
  const before = text.slice(Math.max(0, at - 40), at - 1);
  const lineEnd = end === text.length || text[end] === '\n';
  // 1) and 2) of an enumeration have no opening bracket.
  if (text[end] === ')' && !/\([^)]*$/.test(before)) return -4.5;
  if (/[.?!”’)"\]]$/.test(before)) {
    if (/\b(?:No|Nos|p|pp|Vol|Art|Sec|para|paras|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\.$/i.test(before))
      return -3;
    return lineEnd ? 2.4 : 1.4;
  }
  if (/[$(–\-/—#+=&•]$/.test(before)) return never;
  if (numberNouns.test(before)) return lineEnd ? -2.5 : -4.5;
  if (unitsAfter.test(text.slice(end, end + 16))) return -4;
  if (/[,;:]$/.test(before)) return lineEnd ? 1.5 : -0.8;
  if (/\d$/.test(before)) return lineEnd ? 0.8 : -1;
  return lineEnd ? 2 : -0.6;
}

/** Places where a note of this wording usually hangs. */
function placeScore(candidate: Candidate, note: string, first: boolean, context: CallContext): number {
  const inHead = candidate.at > context.head.start && candidate.at <= context.head.end;
  let score = 0;
  if (inHead) {
    if (first) score += 2.5;
    if (/^(?:Source|Summary|\[?Source)\b/i.test(note)) score += 2.5;
  } else if (/^(?:Source|Summary):/i.test(note)) score -= 1.5;
  const signature =
    /\b(?:bears? (?:this|these|the) (?:typed|stamped|handwritten)|signed (?:the )?original|typed signature|stamped signature|initialed (?:the )?original|signed for|signature)\b/i;
  if (signature.test(note.slice(0, 120))) score += candidate.at >= context.tailFrom ? 2 : -0.5;
  return score;
}

/** The worth of a candidate for a note. */
export function callScore(
  candidate: Candidate,
  label: string,
  note: string,
  first: boolean,
  context: CallContext,
): number {
  const { text, taken } = context;
  const end = candidate.at + candidate.length;
  if (taken.some((t) => candidate.at >= t.start && candidate.at < t.end)) return never;
  const left = candidate.spaced
    ? spacedScore(text, candidate.at, end)
    : gluedScore(text, candidate.at, context.numbers, label);
  if (left <= never) return never;
  return left + afterScore(text, end) + placeScore(candidate, note, first, context);
}
