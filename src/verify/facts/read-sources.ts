import { pathsOf } from '../../config/pages.ts';
import type { Settings } from '../../config/settings.ts';
import { buildable } from '../../edition/buildable.ts';
import type { FileReading } from '../../model/read-tei/read-file.ts';
import { documentSelector, elementOfPages } from '../../model/read-tei/selector.ts';
import type { EditionReading, FileChecker } from '../../validate/check.ts';
import { readEdition, type SourceList } from '../../validate/read-edition.ts';
import { elementRecorder } from './element-tree.ts';
import { type KeptAsWords, KeptAsWordsCounter } from '../kept-as-words.ts';
import type { ElementsOf } from './around-headers.ts';
import { sourceUnits, type SourceUnits } from './source-units.ts';

/** Reads the sources for the proof: in one pass the text, the elements from which facts are read, and those that no rule knows. */
export function readSources(
  sources: SourceList,
  settings: Settings,
): SourceUnits & { readonly reading: EditionReading; readonly keptAsWords: KeptAsWords | undefined } {
  const counter = new KeptAsWordsCounter();
  const recorded = new Map<FileReading, ReturnType<ElementsOf>>();
  const document = documentSelector(settings.documents)?.element ?? '';
  const pages = pathsOf(settings.pages).flatMap((path) => elementOfPages(path) ?? []);
  const units = new Set([document, ...pages]);
  const record = (): FileChecker => {
    const { handler, at } = elementRecorder(units);
    return {
      handlers: [],
      asDecided: [handler, counter.handler()],
      finish: (file) => {
        recorded.set(file, at);
        return [];
      },
    };
  };
  const reading = readEdition(sources, settings, { anyRoot: false, file: record }, 'structure');
  return {
    reading,
    keptAsWords: counter.found(),
    ...sourceUnits(buildable(reading), (file) => recorded.get(file) ?? (() => undefined)),
  };
}
