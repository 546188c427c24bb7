import type { RegisterEntry } from '../../model/edition.ts';
import type { FileReading } from '../../model/read-tei/read-file.ts';
import type { EditionView } from '../edition-view.ts';
import type { Rule, RuleRun } from '../rule.ts';

/** The ids of each file that something points to. */
function targets(edition: EditionView): Map<FileReading, Set<string>> {
  const pointed = new Map<FileReading, Set<string>>(edition.files.map((file) => [file, new Set<string>()]));
  for (const file of edition.files) {
    for (const { name, id } of edition.pointers(file).pointers) {
      const target = name === '' ? file : edition.file(name, file.source.file);
      if (target) pointed.get(target)?.add(id);
    }
  }
  return pointed;
}

function checkFile({ report }: RuleRun, file: FileReading, pointed: ReadonlySet<string>): void {
  const kinds = new Map<RegisterEntry['kind'], number>();
  for (const [id, { kind }] of file.registers) if (pointed.has(id)) kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
  const places = new Map(file.structure.ids.map(({ id, offset }) => [id, offset]));
  for (const [id, { kind, name }] of file.registers) {
    // Where nothing points to entries of this kind, the list is meant to be read, not pointed to.
    if (pointed.has(id) || !kinds.has(kind)) continue;
    const start = places.get(id) ?? 0;
    const end = file.source.text.indexOf('>', start) + 1;
    report(file.source, start, end, { message: `Nothing points to “${name || id}” (${id}).` });
  }
}

export const registerUnused: Rule = {
  code: 'register-unused',
  title: 'A register entry that no name points to',
  why: 'Either its names in the text are not marked yet, or the entry is no longer needed.',
  fix: 'Mark its names, or remove the entry.',
  severity: 'note',
  examples: {
    good: [
      '<p><persName ref="#A">A.</persName></p><listPerson><person xml:id="A"><persName>Alba</persName></person></listPerson>',
    ],
    bad: [
      {
        tei: '<p><persName ref="#A">A.</persName></p><listPerson><person xml:id="A"><persName>Alba</persName></person><person xml:id="B"><persName>Berg</persName></person></listPerson>',
        finds: '<person xml:id="B">',
      },
    ],
  },
  begin: (run) => ({
    edition: (edition) => {
      const pointed = targets(edition);
      for (const file of edition.files) checkFile(run, file, pointed.get(file)!);
    },
  }),
};
