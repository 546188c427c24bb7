/** Headings that nothing marks: the head of a list, the title of a section. */

const listHeads =
  /^(?:LIST OF )?(?:SUBJECTS?|SUBJ|PARTICIPANTS?|PRESENT|ALSO PRESENT|OTHERS? PRESENT|ATTENDANCE|ATTENDEES|THOSE PRESENT|REFS?|REFERENCES?|TO|FROM|THRU|THROUGH|VIA|INFO|COUNTRY|COUNTRIES|DOI|ACQ|SOURCE|DATE|PLACE|TIME|DISTRIBUTION|COPIES TO|CC|COPIES|BY|PASS TO|ATTENTION|RE|TAGS|E\.O\.|ENCLOSURES?|ATTACHMENTS?)(?: (?:OF|FOR|AT|ON)\b.{0,40})?:?$/iu;

/** True for a line before a list that names what the list is: `SUBJECT`, `PARTICIPANTS`. */
export function looksLikeListHead(words: string): boolean {
  if (words.length > 70) return false;
  if (listHeads.test(words)) return true;
  return /\p{Lu}/u.test(words) && words === words.toUpperCase() && !/[.;,?!”]$/u.test(words) && !/^[[(]/.test(words);
}

/** The kind of list a head announces, as a plain word. */
export function listType(words: string): string | undefined {
  const head = words.toLowerCase();
  if (head.startsWith('subj')) return 'subject';
  if (/participant|present|attend/.test(head)) return 'participants';
  if (/^(?:to|from)\b/.test(head)) return head.startsWith('to') ? 'to' : 'from';
  if (head.startsWith('ref')) return 'references';
  return undefined;
}

const small =
  /^(?:a|an|and|as|at|by|for|from|in|of|on|or|the|to|with|vs\.?|de|between|into|over|under|upon|toward|towards|about)$/iu;

/** The share of words with a capital, small words left out. */
function capitalShare(words: string): number {
  const parts = words.split(/[\s—–/]+/).filter((w) => /\p{L}/u.test(w) && !small.test(w));
  return parts.length === 0 ? 0 : parts.filter((w) => /^[“"‘(['’]?\p{Lu}/u.test(w)).length / parts.length;
}

/** True for a line that could be the title of a section; what follows it decides. */
export function looksLikeTitle(words: string): boolean {
  if (words.length < 4 || words.length > 120) return false;
  if (/[.,:;?!”"…)\]]$/u.test(words) || /^[[“"•*(]/u.test(words) || /:\s/.test(words)) return false;
  return capitalShare(words) >= 0.8 && /\p{Lu}/u.test(words);
}

/** `Letter from Khrushchev to Kennedy—October 26, 1962`: a text inside the text. */
export function quotedKind(words: string): 'letter' | 'message' | undefined {
  if (/^Letter (?:from|to)\b.* (?:to|from|[–—])/iu.test(words)) return 'letter';
  return /^(?:Text of )?(?:\p{Lu}[\p{L}’'.-]* )?(?:Message|Telegram|Cable) (?:from|to)\b/iu.test(words)
    ? 'message'
    : undefined;
}
