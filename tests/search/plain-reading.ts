import { SaxesParser } from 'saxes';

/** The words of a TEI file as a plain XML parser finds them, and a search through them that compares word by word: knows nothing of editions or of any index. */

/** A word, and the page that was open before it; `undefined` is the end of a block. */
type Word = { readonly word: string; readonly page: string } | undefined;

export interface PlainRun {
  readonly unit: string;
  readonly field: 'text' | 'note';
  readonly words: Word[];
}

export interface PlainRules {
  /** Elements that are blocks: no phrase goes over their ends. */
  readonly blocks: string;
  /** Elements whose words are not text. */
  readonly passed?: string;
  /** The id of the unit that an element begins. */
  readonly unit: (name: string, attributes: Readonly<Record<string, string>>) => string | undefined;
  /** Notes that are in the text. */
  readonly isInline?: (attributes: Readonly<Record<string, string>>) => boolean;
}

const fold = (word: string): string =>
  word
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/ß/g, 'ss')
    .replace(/æ/g, 'ae')
    .replace(/œ/g, 'oe')
    .replace(/ø/g, 'o')
    .replace(/ł/g, 'l')
    .normalize('NFC');

interface Open {
  readonly element: string;
  readonly before?: PlainRun;
  readonly isPassed: boolean;
}

class Reader {
  readonly runs: PlainRun[] = [];
  private readonly rules: PlainRules;
  private readonly blocks: ReadonlySet<string>;
  private readonly passed: ReadonlySet<string>;
  private readonly open: Open[] = [];
  private readonly byUnit = new Map<string, PlainRun>();
  private run: PlainRun | undefined;
  private page = '';
  private letters = '';
  private isText = false;

  constructor(rules: PlainRules) {
    this.rules = rules;
    this.blocks = new Set(rules.blocks.split(' '));
    this.passed = new Set((rules.passed ?? '').split(' '));
  }

  start(element: string, attributes: Readonly<Record<string, string>>): void {
    if (element === 'text') this.isText = true;
    if (!this.isText) return;
    const unit = this.rules.unit(element, attributes);
    const isNote = element === 'note' && this.rules.isInline?.(attributes) !== true;
    const isPassed = this.passed.has(element) || this.open.at(-1)?.isPassed === true;
    if (element === 'lb' || element === 'l' || element === 'space') this.letters += ' ';
    if (element === 'pb' && !isPassed) {
      if (attributes['break'] !== 'no') this.finish();
      this.page = attributes['n'] ?? '';
    }
    if (this.blocks.has(element) && !isNote) this.end();
    // A note call is nothing: the word before it may go on.
    const isApart = unit !== undefined || isNote;
    if (isApart) {
      const letters = this.letters;
      if (unit !== undefined) this.end();
      this.open.push({ element, isPassed, ...(this.run && { before: this.run }) });
      this.letters = '';
      this.run = isNote ? this.newRun({ unit: this.run?.unit ?? '', field: 'note', words: [] }) : this.textOf(unit!);
      if (isNote) this.held.push(letters);
    } else this.open.push({ element, isPassed });
  }

  /** Letters before a note call. */
  private readonly held: string[] = [];

  private newRun(run: PlainRun): PlainRun {
    this.runs.push(run);
    return run;
  }

  private textOf(unit: string): PlainRun {
    const known = this.byUnit.get(unit) ?? this.newRun({ unit, field: 'text', words: [] });
    this.byUnit.set(unit, known);
    return known;
  }

  text(value: string): void {
    // White space in a choice is between elements.
    const inside = this.open.at(-1);
    if (this.isText && inside?.isPassed !== true && inside?.element !== 'choice') {
      this.run ??= this.textOf('');
      this.letters += value;
    }
  }

  stop(element: string): void {
    if (!this.isText) return;
    const { before, element: begun } = this.open.pop()!;
    if (begun !== element) throw new Error('not well-formed');
    const isNote = before !== undefined && element === 'note';
    if (this.blocks.has(element) && !isNote) this.end();
    if (element === 'l') this.letters += ' ';
    if (before) {
      this.end();
      this.run = before;
      if (isNote) this.letters = this.held.pop()!;
    }
    if (element === 'text') this.isText = this.open.length > 0;
  }

  private finish(): void {
    for (const [word] of this.letters.replace(/[\u00ad\u0640\u200b-\u200d]/g, '').matchAll(/[\p{L}\p{N}\p{M}]+/gu))
      this.run?.words.push({ word: fold(word), page: this.page });
    this.letters = '';
  }

  private end(): void {
    this.finish();
    if (this.run?.words.at(-1)) this.run.words.push(undefined);
  }
}

/** All runs of a file. */
export function plainReading(source: string, rules: PlainRules): PlainRun[] {
  const reader = new Reader(rules);
  const parser = new SaxesParser();
  parser.on('opentag', ({ name, attributes }) => reader.start(name, attributes as Record<string, string>));
  parser.on('closetag', ({ name }) => reader.stop(name));
  parser.on('text', (text) => reader.text(text));
  parser.on('cdata', (text) => reader.text(text));
  parser.write(source).close();
  return reader.runs;
}

/** Where a phrase is: `d194 text 591`, with the page of its last word where it is another. */
export class PlainSearch {
  private readonly places = new Map<string, (readonly [PlainRun, number])[]>();

  constructor(runs: readonly PlainRun[]) {
    for (const run of runs)
      for (const [i, word] of run.words.entries()) {
        if (!word) continue;
        const known = this.places.get(word.word);
        if (known) known.push([run, i]);
        else this.places.set(word.word, [[run, i]]);
      }
  }

  find(words: readonly string[]): string[] {
    return (this.places.get(words[0]!) ?? []).flatMap(([{ unit, field, words: all }, at]) => {
      if (words.some((word, i) => all[at + i]?.word !== word)) return [];
      const [first, last] = [all[at]!.page, all[at + words.length - 1]!.page];
      return [[unit, field, first, ...(first === last ? [] : [last])].join(' ')];
    });
  }
}
