import type { XmlTag } from '../../source/xml.ts';
import type { FileWatch, Rule, RuleRun, WatchedFile } from '../rule.ts';

interface Seen {
  readonly tag: XmlTag;
  dated: boolean;
  heading: string;
  /** The text of its datelines: “undated” is an answer, too. */
  dateline: string;
}

const dating = /^(when|notBefore|notAfter|from|to)(-iso|-custom)?$/;
const undated = /\bundated\b|\bno date\b|\bn\. ?d\.|\bs\. ?d\.|\bo\. ?d\.|\bohne datum\b|\bsans date\b|\[\s*\?/i;
/** What editors write themselves has no date. */
const editorial = /\beditorial note\b|\bpreface\b|\bvorbemerkung\b|\bnote on\b/i;

/** Only where nearly all documents have a date is one without worth a word. */
const nearlyAll = 0.8;

function check({ report }: RuleRun, { source }: WatchedFile, documents: readonly Seen[]): void {
  const wanted = documents.filter(({ heading }) => !editorial.test(heading));
  const without = wanted.filter(({ dated, dateline }) => !dated && !undated.test(dateline));
  if (without.length === 0 || wanted.length - without.length < wanted.length * nearlyAll) return;
  for (const { tag, heading } of without) {
    const name = heading.replace(/\s+/g, ' ').trim().slice(0, 60);
    report(source, tag.start, tag.end, { message: `This document has no date${name === '' ? '' : ` (“${name}”)`}.` });
  }
}

function watch(run: RuleRun, file: WatchedFile): FileWatch {
  const documents: Seen[] = [];
  const byTag = new Map<XmlTag, Seen>();
  let part: 'heading' | 'dateline' | undefined;
  let notes = 0;
  const current = (): Seen | undefined => {
    const { document } = file;
    if (document?.local === 'text' || !document) return undefined;
    const known = byTag.get(document);
    if (known) return known;
    const seen: Seen = { tag: document, dated: false, heading: '', dateline: '' };
    documents.push(seen);
    byTag.set(document, seen);
    return seen;
  };
  return {
    only: new Set(['date', 'docDate', 'origDate', 'head', 'dateline', 'opener', 'note', 'lb']),
    open: (tag) => {
      if (tag.local === 'note') notes++;
      const document = notes > 0 ? undefined : current();
      if (!document) return;
      if (tag.local === 'lb') {
        if (part) document[part] += ' ';
      } else if (tag.local === 'head' && document.heading === '') part = 'heading';
      else if (tag.local === 'dateline' || tag.local === 'opener') part = 'dateline';
      else if (tag.attributes.some(({ name }) => dating.test(name))) document.dated = true;
    },
    close: ({ local }) => {
      if (local === 'note') notes--;
      else if (local !== 'date' && local !== 'lb') part = undefined;
    },
    text: (value) => {
      if (part === undefined || notes > 0) return;
      const document = current();
      if (document) document[part] += value;
    },
    end: () => check(run, file, documents),
  };
}

const dated = (n: number): string =>
  `<div type="document" xml:id="d${n}"><head>${n}. Letter</head><dateline><date when="1962-10-26">October 26, 1962</date></dateline></div>`;

export const documentWithoutDate: Rule = {
  code: 'document-without-date',
  title: 'A document without a date, where nearly all others have one',
  why: 'It is missing from every list by date, and citations cannot say when it was written.',
  fix: 'Mark its date with when; if nobody knows it, say so (undated) or give notBefore and notAfter.',
  severity: 'note',
  examples: {
    good: [
      `${[1, 2, 3, 4].map(dated).join('')}<div type="document"  xml:id="d5"><head>5. Letter</head><dateline>Washington, undated</dateline></div>`,
      `${[1, 2, 3, 4].map(dated).join('')}<div type="document"  xml:id="d5"><head>5. Editorial Note</head></div>`,
    ],
    bad: [
      {
        tei: `${[1, 2, 3, 4].map(dated).join('')}<div type="document" xml:id="d5"><head>5. Letter</head><dateline>Washington</dateline></div>`,
        finds: '<div type="document" xml:id="d5">',
      },
    ],
  },
  begin: (run) => ({ file: (file) => watch(run, file) }),
};
