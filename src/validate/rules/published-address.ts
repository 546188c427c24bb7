import type { EditionView } from '../edition-view.ts';
import type { Rule, RuleRun } from '../rule.ts';

/** The ids of the documents that were published: of a manifest, or one a line. */
function publishedIds(text: string): string[] {
  if (!text.trimStart().startsWith('{')) return text.split(/\s+/).filter((id) => id !== '');
  try {
    const { documents } = JSON.parse(text) as { documents?: { id?: unknown; kind?: unknown }[] };
    return (documents ?? []).flatMap(({ id }) => (typeof id === 'string' ? [id] : []));
  } catch {
    return [];
  }
}

function check({ report, option, readText }: RuleRun, { files, units }: EditionView): void {
  const list = String(option('list'));
  const [first] = files;
  if (list === '' || !first) return;
  const text = readText(list);
  if (text === undefined) {
    report(first.source, 0, 0, {
      message: `The list of published documents is missing: ${list}.`,
      fix: 'Fix the path in octavo.config.json; it is relative to the edition’s folder.',
    });
    return;
  }
  const now = new Set(units.map(({ id }) => id));
  for (const id of publishedIds(text)) {
    if (now.has(id)) continue;
    report(first.source, 0, 0, { message: `The document “${id}” was published, and is no longer in the edition.` });
  }
}

export const publishedAddress: Rule = {
  code: 'published-address',
  title: 'A published document that would lose its address',
  why: 'Citations of the document and links to it would lead nowhere.',
  fix: 'Give the document its old id again; if it was withdrawn on purpose, remove it from the list.',
  severity: 'error',
  options: {
    list: {
      description:
        'File in the edition’s folder: the manifest.json of the last release, or a list of ids, one per line.',
      default: '',
    },
  },
  examples: {
    options: { list: 'published.txt' },
    files: { 'published.txt': 'd1\n' },
    good: ['<div type="document" xml:id="d1"><head>1. Note</head></div>'],
    bad: [{ tei: '<div type="document" xml:id="d01"><head>1. Note</head></div>', finds: '<?xml version' }],
  },
  begin: (run) => ({ edition: (edition) => check(run, edition) }),
};
