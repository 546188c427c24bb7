/**
 * Numbers as words, learnt from the document itself: where `1962` occurs elsewhere and `19623` only here, the 3 is a call;
 * where `5429` occurs elsewhere, its last figure is its own.
 */
export interface NumberWords {
  /** How often a run of figures is in the whole document, notes included. */
  count(run: string): number;
}

/** Counts all runs of figures of a text. */
export function learnNumbers(text: string): NumberWords {
  const counts = new Map<string, number>();
  for (const [run] of text.matchAll(/\d+/g)) counts.set(run, (counts.get(run) ?? 0) + 1);
  return { count: (run) => counts.get(run) ?? 0 };
}

const months =
  '(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\\.?';
const yearOfDate = new RegExp(
  `(?:${months} \\d{1,2}(?:st|nd|rd|th)?,? |\\d{1,2} ${months},? |${months},? )(1[5-9]\\d\\d|20\\d\\d)$`,
  'u',
);
const dayOfDate = new RegExp(`${months} (?:\\d{1,2}[–-])?(\\d{1,2})$`, 'u');

const shortYear = new RegExp(`\\b\\d{1,2} (?:${months}),? $`, 'u');

const monthBefore = new RegExp(`${months} (?:\\d{1,2}[–-])?$`, 'u');
const monthAfter = new RegExp(`^ ${months}`, 'u');

/** A date read as a whole: it says whether the figures before the label are already complete. */
function dateScore(before: string, prefix: string, run: string, after: string): number | undefined {
  const head = before + prefix;
  // `December 12, 1953` and `14 April` are dates as they stand.
  if (/^,? \d{4}\b/.test(after) && monthBefore.test(before)) return -7;
  if (monthAfter.test(after) && Number(run) <= 31) return -6;
  // `26 Sept 52`, as telegrams write.
  if (shortYear.test(before)) return run.length <= 2 ? -6 : prefix.length === 2 ? 3 : undefined;
  if (yearOfDate.test(head)) return 3.6;
  const day = dayOfDate.exec(head)?.[1];
  if (day === prefix && Number(prefix) >= 1 && Number(prefix) <= 31) return Number(run) > 31 ? 3 : -2.5;
  return undefined;
}

/** The worth of a label that ends a run of figures: `19623`. */
export function digitRunScore(text: string, at: number, label: string, numbers: NumberWords): number {
  const before = text.slice(Math.max(0, at - 40), at);
  const prefix = /\d+$/.exec(before)![0];
  const run = prefix + label;
  const head = before.slice(0, before.length - prefix.length);
  const dated = dateScore(head, prefix, run, text.slice(at + label.length, at + label.length + 12));
  if (dated !== undefined) return dated;
  // `1945. Garner reports`: telegrams begin with their number.
  if ((head === '' || head.endsWith('\n')) && text.slice(at + label.length, at + label.length + 2).startsWith('. '))
    return -7;
  let score = -2.5;
  if (/^(?:1[6-9]\d\d|20[0-3]\d)$/.test(prefix)) score += /[\s–\-—(]$/.test(head) && !/[$#]$/.test(head) ? 4 : 2;
  if (numbers.count(run) > 1) score -= 2;
  if (/^(?:1[6-9]\d\d|20[0-3]\d)$/.test(run)) score -= 3;
  if (numbers.count(prefix) > 0 && prefix.length > 1) score += numbers.count(run) > 1 ? 0 : 2;
  if (/[$.]$/.test(head) || /\d,$/.test(head)) score -= 2;
  return score;
}
