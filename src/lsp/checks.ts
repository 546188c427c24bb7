import { join, relative, sep } from 'node:path';
import type { Finding } from '../diagnostics/finding.ts';
import type { SchemaWishes } from '../validate/schemas/choose-schemas.ts';
import type { Checker } from './checker-thread.ts';
import { homeOf } from './edition-of.ts';
import { moveFindings } from './moved-findings.ts';
import type { Answer } from './whole-check.ts';
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

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

function stopTimers({ timer, practice }: Checked): void {
  clearTimeout(timer);
  clearTimeout(practice);
}

export class Checks {
  readonly #with: Surroundings;
  readonly #files = new Map<string, Checked>();
  /** Files for which the whole check is due. */
  readonly #waiting = new Set<Checked>();
  #wholeTimer: NodeJS.Timeout | undefined;
  #busy = false;

  constructor(surroundings: Surroundings) {
    this.#with = surroundings;
  }

  get(uri: string): Checked | undefined {
    return this.#files.get(uri);
  }

  opened(file: OpenFile): void {
    const folder = homeOf(file.path).folder;
    const name = file.untitled ? file.uri : relative(folder, file.path).split(sep).join('/');
    const checked: Checked = { file, name, folder, quick: [], more: [], hidden: new Set() };
    this.#files.set(file.uri, checked);
    this.#due(checked, 0);
    if (file.text.length > largeFile) this.#practise(checked, 0);
  }

  changed(file: OpenFile, edits: readonly Edit[]): void {
    const checked = this.get(file.uri);
    if (!checked) return;
    checked.file = file;
    checked.quick = moveFindings(checked.quick, edits, checked.name);
    checked.more = moveFindings(checked.more, edits, checked.name);
    this.#due(checked, quickPause);
  }

  closed(uri: string): void {
    const checked = this.get(uri);
    if (!checked) return;
    stopTimers(checked);
    this.#waiting.delete(checked);
    this.#files.delete(uri);
    this.#with.show(checked, []);
  }

  /** Something on the disk changed. */
  checkAgain(uri: string): void {
    const checked = this.get(uri);
    if (checked) this.#due(checked, quickPause);
  }

  /** More is trusted than before. */
  checkAll(): void {
    for (const checked of this.#files.values()) this.#due(checked, quickPause);
  }

  end(): void {
    clearTimeout(this.#wholeTimer);
    for (const checked of this.#files.values()) stopTimers(checked);
    this.#with.checker.end();
  }

  #due(checked: Checked, pause: number): void {
    clearTimeout(checked.timer);
    checked.timer = setTimeout(() => this.#checkQuickly(checked), pause);
    if (checked.file.untitled) return;
    this.#waiting.add(checked);
    this.#plan();
  }

  #checkQuickly(checked: Checked): void {
    const { schemas, show, log } = this.#with;
    delete checked.timer;
    try {
      checked.quick = schemas.check(sourceOf(checked.file, checked.name), checked.folder);
    } catch (error) {
      log(messageOf(error));
    }
    show(checked, shownOf(checked));
  }

  #practise(checked: Checked, done: number): void {
    const { version } = checked.file;
    checked.practice = setTimeout(() => {
      const { file, name, folder } = checked;
      if (this.get(file.uri) !== checked || file.version !== version) return;
      try {
        this.#with.schemas.check(sourceOf(file, name), folder);
        outlineBefore(file.text, file.text.length >> 1);
      } catch {
        // What goes wrong here goes wrong in the quick check too, and is reported there.
      }
      if (done + 1 < practices) this.#practise(checked, done + 1);
    }, 50);
  }

  #plan(): void {
    clearTimeout(this.#wholeTimer);
    if (!this.#busy) this.#wholeTimer = setTimeout(() => this.#runWhole(), wholePause);
  }

  #runWhole(): void {
    this.#wholeTimer = undefined;
    const [next] = this.#waiting;
    if (!next || this.#busy) return;
    this.#waiting.delete(next);
    this.#checkWholly(next).catch((error: unknown) => {
      this.#busy = false;
      this.#with.log(messageOf(error));
    });
  }

  async #checkWholly({ folder, file: { path } }: Checked): Promise<void> {
    const { checker, trust, wishes } = this.#with;
    this.#busy = true;
    const asked = new Map(
      [...this.#files.values()].filter(({ file }) => !file.untitled).map(({ file }) => [file.path, file]),
    );
    const open = new Map([...asked].map(([each, { text }]) => [each, text]));
    const untrusted = !trust.of(folder);
    const answer = await checker.ask({ path, wishes: { ...wishes, untrusted }, open });
    this.#busy = false;
    if (untrusted && answer?.findings.some(({ code }) => code === 'schematron-untrusted')) trust.ask(folder);
    if (answer) this.#takeAnswer(answer, asked);
    if (this.#waiting.size > 0) this.#plan();
  }

  #takeAnswer(answer: Answer, asked: ReadonlyMap<string, OpenFile>): void {
    for (const one of this.#files.values()) {
      // What was said of a text that has changed since comes again with the next check.
      if (!answer.checked.includes(one.file.path) || asked.get(one.file.path) !== one.file || one.timer) continue;
      this.#waiting.delete(one);
      this.#take(
        one,
        answer.findings.filter(({ span }) => span && join(answer.folder, span.file) === one.file.path),
      );
    }
  }

  #take(checked: Checked, findings: readonly Finding[]): void {
    const known = new Set(checked.quick.map(keyOf));
    const whole = new Set(findings.map(keyOf));
    checked.more = findings.filter((one) => !known.has(keyOf(one)));
    checked.hidden = new Set(checked.quick.filter((one) => !whole.has(keyOf(one))).map(saying));
    this.#with.show(checked, shownOf(checked));
  }
}
