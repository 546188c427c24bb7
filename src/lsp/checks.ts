import { join, relative, sep } from 'node:path';
import type { Finding } from '../diagnostics/finding.ts';
import type { SchemaWishes } from '../validate/schemas/choose-schemas.ts';
import type { Checker } from './checker-thread.ts';
import { homeOf } from './edition-of.ts';
import { moveFindings } from './moved-findings.ts';
import { type Edit, type OpenFile, sourceOf } from './open-file.ts';
import { outlineBefore } from './outline-before.ts';
import type { Schemas } from './schemas.ts';
import type { Trust } from './trust.ts';

/**
 * When open files are checked. At once after a keystroke: whether the file is well-formed and keeps to its schema, in this thread. After a
 * pause: the whole edition with all rules, in the other thread. Until that answers, what it said before is shown where it stands now.
 */

/** What is known of an open file. */
export interface Checked {
  file: OpenFile;
  /** How findings call it. */
  readonly name: string;
  readonly folder: string;
  /** Of the quick check. */
  quick: readonly Finding[];
  /** What only the whole check finds. */
  more: readonly Finding[];
  /** What the whole check leaves out though the quick one says it: silenced, or said better by a rule. */
  hidden: ReadonlySet<string>;
  timer?: NodeJS.Timeout;
  practice?: NodeJS.Timeout;
}

export interface Checks {
  readonly opened: (file: OpenFile) => void;
  readonly changed: (file: OpenFile, edits: readonly Edit[]) => void;
  readonly closed: (uri: string) => void;
  /** Something on the disk changed. */
  readonly checkAgain: (uri: string) => void;
  /** More is trusted than before. */
  readonly checkAll: () => void;
  readonly get: (uri: string) => Checked | undefined;
  readonly end: () => void;
}

export interface Surroundings {
  readonly schemas: Schemas;
  readonly checker: Checker;
  readonly trust: Trust;
  readonly wishes: SchemaWishes;
  readonly show: (checked: Checked, findings: readonly Finding[]) => void;
  readonly log: (message: string) => void;
}

/**
 * The first passes over a large file are slow, until the engine has compiled the reader; so a few are made before anybody types. They cost
 * less than half a second together, and none is longer than the first.
 */
const largeFile = 500_000;
const practices = 4;

/** Milliseconds: keys that come quicker are one change; the whole check waits until nobody types. */
const quickPause = 20;
const wholePause = 300;

const keyOf = ({ code, span, message }: Finding): string => `${code} ${span?.start.offset} ${message}`;
/** The same, wherever it stands. */
const saying = ({ code, message }: Finding): string => `${code} ${message}`;

/** Findings of a file, those of the whole check after those at the same place. */
export const shownOf = ({ quick, more, hidden }: Checked): Finding[] =>
  [...quick.filter((one) => !hidden.has(saying(one))), ...more].sort(
    (a, b) => (a.span?.start.offset ?? 0) - (b.span?.start.offset ?? 0),
  );

export function startChecks({ schemas, checker, trust, wishes, show, log }: Surroundings): Checks {
  const files = new Map<string, Checked>();
  const waiting = new Set<Checked>();
  let wholeTimer: NodeJS.Timeout | undefined;
  let busy = false;

  const checkQuickly = (checked: Checked): void => {
    delete checked.timer;
    try {
      checked.quick = schemas.check(sourceOf(checked.file, checked.name), checked.folder);
    } catch (error) {
      log(error instanceof Error ? error.message : String(error));
    }
    show(checked, shownOf(checked));
  };
  const take = (checked: Checked, findings: readonly Finding[]): void => {
    const known = new Set(checked.quick.map(keyOf));
    const whole = new Set(findings.map(keyOf));
    checked.more = findings.filter((one) => !known.has(keyOf(one)));
    checked.hidden = new Set(checked.quick.filter((one) => !whole.has(keyOf(one))).map(saying));
    show(checked, shownOf(checked));
  };
  const checkWholly = async (checked: Checked): Promise<void> => {
    busy = true;
    const asked = new Map(
      [...files.values()].filter((one) => !one.file.untitled).map((one) => [one.file.path, one.file]),
    );
    const open = new Map([...asked].map(([path, { text }]) => [path, text]));
    const untrusted = !trust.of(checked.folder);
    const answer = await checker.ask({ path: checked.file.path, wishes: { ...wishes, untrusted }, open });
    busy = false;
    if (untrusted && answer?.findings.some(({ code }) => code === 'schematron-untrusted')) trust.ask(checked.folder);
    for (const one of files.values()) {
      // What was said of a text that has changed since comes again with the next check.
      if (!answer?.checked.includes(one.file.path) || asked.get(one.file.path) !== one.file || one.timer) continue;
      waiting.delete(one);
      take(
        one,
        answer.findings.filter(({ span }) => span && join(answer.folder, span.file) === one.file.path),
      );
    }
    if (waiting.size > 0) plan();
  };
  const runWhole = (): void => {
    wholeTimer = undefined;
    const [next] = waiting;
    if (!next || busy) return;
    waiting.delete(next);
    checkWholly(next).catch((error: unknown) => {
      busy = false;
      log(error instanceof Error ? error.message : String(error));
    });
  };
  const plan = (): void => {
    clearTimeout(wholeTimer);
    if (!busy) wholeTimer = setTimeout(runWhole, wholePause);
  };
  const practise = (checked: Checked, done: number): void => {
    const again = (): void => {
      const { file, name, folder } = checked;
      if (files.get(file.uri) !== checked || file.version !== version) return;
      try {
        schemas.check(sourceOf(file, name), folder);
        outlineBefore(file.text, file.text.length >> 1);
      } catch {
        // What goes wrong here goes wrong in the quick check too, and is reported there.
      }
      if (done + 1 < practices) practise(checked, done + 1);
    };
    const { version } = checked.file;
    checked.practice = setTimeout(again, 50);
  };
  const due = (checked: Checked, pause: number): void => {
    clearTimeout(checked.timer);
    checked.timer = setTimeout(() => checkQuickly(checked), pause);
    if (checked.file.untitled) return;
    waiting.add(checked);
    plan();
  };

  return {
    opened: (file) => {
      const folder = homeOf(file.path).folder;
      const name = file.untitled ? file.uri : relative(folder, file.path).split(sep).join('/');
      const checked: Checked = { file, name, folder, quick: [], more: [], hidden: new Set() };
      files.set(file.uri, checked);
      due(checked, 0);
      if (file.text.length > largeFile) practise(checked, 0);
    },
    changed: (file, edits) => {
      const checked = files.get(file.uri);
      if (!checked) return;
      checked.file = file;
      checked.quick = moveFindings(checked.quick, edits, checked.name);
      checked.more = moveFindings(checked.more, edits, checked.name);
      due(checked, quickPause);
    },
    closed: (uri) => {
      const checked = files.get(uri);
      if (!checked) return;
      clearTimeout(checked.timer);
      clearTimeout(checked.practice);
      waiting.delete(checked);
      files.delete(uri);
      show(checked, []);
    },
    checkAgain: (uri) => {
      const checked = files.get(uri);
      if (checked) due(checked, quickPause);
    },
    checkAll: () => {
      for (const checked of files.values()) due(checked, quickPause);
    },
    get: (uri) => files.get(uri),
    end: () => {
      clearTimeout(wholeTimer);
      for (const { timer, practice } of files.values()) {
        clearTimeout(timer);
        clearTimeout(practice);
      }
      checker.end();
    },
  };
}
