import { numberOfLabel, pageLabel } from '../../model/page-label.ts';
import type { SpineBuilder } from '../../model/spine.ts';
import type { XmlTag } from '../../source/xml.ts';
import { FrameReader } from './frame/lines.ts';
import { nameSeen } from './frame/names.ts';
import { OutlineReader } from './frame/outline.ts';
import { generatedFault, generatedLinkFault } from './generated.ts';
import { isForeign } from '../language.ts';
import { OpenLine } from './line-faults.ts';
import { FormulaInPage, glossInPage, type PointInPage } from './read-formula.ts';
import { PageDirections } from './page-directions.ts';
import type { Seen } from './page-read.ts';
import { PageStructure } from './page-structure.ts';
import type { Body, Call } from './pair-calls.ts';
import { isBlock, isSeen, type State, stateOf } from './read-state.ts';
import { type Tag, tagOf } from './tag-structure.ts';
import { wrongTag } from './tag-faults.ts';
import { ApparatusReader } from './read-apparatus.ts';
import { tagFaults } from './vocabulary.ts';

interface Open {
  readonly tag: Tag;
  readonly state: State;
  readonly block: boolean;
  readonly footnote: boolean;
}

/** The reader's memory while it goes through a page. */
export class PageReader {
  readonly calls: Call[] = [];
  readonly bodies: Body[] = [];
  readonly faults: string[] = [];
  readonly frame = new FrameReader();
  readonly outline = new OutlineReader();
  readonly directions = new PageDirections();
  readonly seen: Seen = { names: [], signs: [], speakers: [], numbers: [] };
  utterances = 0;
  readonly line = new OpenLine(this.faults);
  /** The language of the page. */
  language = '';
  private readonly stack: Open[] = [];
  private readonly builder: SpineBuilder;
  private readonly structure: PageStructure;
  readonly apparatus: ApparatusReader;
  private label = '';
  /** Id and visible words of our own that are inside the page mark or note call being read. */
  private alias: string | undefined;
  private mark: Tag | undefined;
  private generated = '';
  /** Where a link in words of our own leads. */
  private generatedHref: string | undefined;
  /** The note body that is open; its number has not come yet where `opened` is false. */
  private readonly formula = new FormulaInPage();
  private note: Tag | undefined;
  private opened = false;
  /** In a reading, or in a note on one, of the apparatus. */
  private isApart = false;

  constructor(builder: SpineBuilder) {
    this.builder = builder;
    this.structure = new PageStructure(builder, this.faults);
    this.apparatus = new ApparatusReader(builder);
  }

  get allFaults(): string[] {
    const { faults, outline, directions, apparatus } = this;
    return [...faults, ...outline.faults, ...directions.faults, ...apparatus.faults];
  }

  private get state(): State {
    return this.stack[this.stack.length - 1]?.state ?? 'outside';
  }

  open(source: XmlTag): void {
    const around = this.state;
    const tag = tagOf(source);
    if (around === 'generated' && tag.name === 'a') this.generatedHref = tag.get('href') ?? '';
    if (around === 'outside') this.frame.open(source);
    else this.check(tag, source);
    const state = stateOf(tag, around);
    const isSide = around === 'apparatus' && state === 'text';
    if ((around === 'text' && state === 'text') || isSide) this.outline.open(tag);
    if (around === 'outside' && (tag.name === 'html' || tag.name === 'main'))
      this.language = tag.get('lang') ?? this.language;
    const isText = state === 'text';
    this.directions.open(tag, isText, around !== 'outside');
    if (state === 'formula') this.formula.open(source);
    const block = isText && isBlock(tag);
    const footnote = isText && tag.get('role') === 'doc-footnote';
    if (block) this.separate(tag);
    if (isText && isSeen(tag)) this.line.fill();
    if (isSide) {
      this.isApart = true;
      this.apparatus.startSide(tag);
      this.structure.enterNote(tag, this.directions.current);
    } else if (state === 'apparatus') this.apparatus.enter(tag);
    else if ((around === 'text' || around === 'apparatus') && !isText) this.startMark(tag, state);
    else if (around !== 'outside' && around !== 'text' && tag.get('id') !== undefined) this.alias = tag.get('id');
    if (footnote) this.note = tag;
    else if (isText && around === 'text') {
      if (tag.classes.includes('lem')) this.apparatus.startLemma(tag);
      this.structure.enter(tag, this.directions.current);
    }
    if (isText && tag.get('data-who') !== undefined) this.utterances++;
    this.stack.push({ tag, state, block, footnote });
  }

  /** What is in the text must be of the kind that we write. */
  private check(tag: Tag, source: XmlTag): void {
    const linked = this.stack.some(({ tag: { name } }) => name === 'a');
    this.faults.push(...tagFaults(source.name, source.attributes), ...wrongTag(tag, this.stack.at(-1)?.tag, linked));
    const isLabel = tag.name === 'b' && tag.classes.includes('label');
    const isOurs = tag.get('role') === 'doc-pagebreak' || tag.get('id') === 'o:notes' || isLabel;
    if (isOurs && tag.get('lang') !== (isForeign(this.language) ? 'en' : undefined))
      this.faults.push(`<${tag.name}> has words of our own and does not say their language as our pages do`);
    const name = nameSeen(tag, this.outline.inHeading);
    if (name) this.seen.names.push(name);
  }

  private startMark(tag: Tag, state: State): void {
    this.label = '';
    this.generated = '';
    this.generatedHref = undefined;
    this.alias = undefined;
    if (state !== 'generated' && state !== 'sign') this.mark = tag;
  }

  close(): void {
    const ended = this.stack.pop()!;
    this.directions.close();
    const { state } = this;
    if (state === 'outside') this.frame.close(ended.tag.name);
    const isSide = ended.state === 'text' && state === 'apparatus';
    if ((ended.state === 'text' && state === 'text') || isSide) this.outline.close();
    if (state === 'formula') this.formula.close();
    if (isSide) {
      this.structure.leave();
      this.builder.endSide();
      this.isApart = false;
    } else if (ended.state === 'text' && state === 'text' && !ended.footnote) {
      this.structure.leave();
      if (ended.tag.classes.includes('lem')) this.apparatus.endLemma();
    }
    if (ended.state === 'generated' && state !== 'generated') {
      const around = this.stack.at(-1)!.tag;
      if (ended.tag.classes.includes('who'))
        this.seen.speakers.push({ who: around.get('data-who') ?? '', words: this.generated });
      const isEntry = this.apparatus.generated(ended.tag, this.generated);
      const fault = isEntry ? undefined : generatedFault(ended.tag, around, this.generated);
      if (fault !== undefined) this.faults.push(fault);
      const linked = this.stack.some(({ tag: { name } }) => name === 'a');
      const linkFault = generatedLinkFault(this.generatedHref, around, linked);
      if (linkFault !== undefined) this.faults.push(linkFault);
      this.generated = '';
      this.generatedHref = undefined;
    }
    if ((state === 'text' || state === 'apparatus') && ended.state !== state && !isSide) this.finish(ended);
    if (ended.footnote && this.opened) {
      this.structure.leave();
      this.builder.endNote();
    }
    if (ended.footnote) this.opened = false;
    if (ended.block && ended.tag.name !== 'br') this.separate(ended.tag);
  }

  /** A block begins or ends, or a line. */
  private separate(tag: Tag): void {
    this.builder.boundary();
    if (tag.name === 'br' && tag.classes.includes('lb')) return this.line.break();
    this.line.end();
    if (tag.name === 'br') this.structure.unnumberedLine();
  }

  text(value: string): void {
    const { state } = this;
    if (state === 'text') {
      if (/[^ \t\n\r]/.test(value)) this.line.fill();
      this.builder.text(value);
      this.outline.text(value);
      this.directions.text(value);
    } else if (state === 'generated') this.generated += value;
    else if (state === 'outside') this.frame.text(value);
    else if (state === 'apparatus') {
      if (/[^ \n]/.test(value)) this.faults.push(`“${value}” is in the apparatus and in no reading`);
    } else {
      this.label += value;
      if (state === 'formula') this.formula.text(value);
    }
  }

  private finish({ state: ended, tag }: Open): void {
    const { label, builder } = this;
    if (ended === 'line') return this.beginLine(label);
    if (ended === 'number') return this.structure.number(tag, label);
    if (ended === 'formula') return this.endPoint(this.formula.end());
    if (ended === 'gloss') return this.endPoint(glossInPage(tag, label));
    if (ended === 'call' || ended === 'sign') this.line.fill();
    if (ended === 'entry-call') this.apparatus.call(tag.get('href') ?? '', label);
    else if (ended === 'entry-number') this.apparatus.number(tag, label);
    else if (ended === 'siglum') this.apparatus.siglum(tag, label);
    else if (ended === 'page') this.page(label);
    else if (ended === 'sign') this.seen.signs.push({ ...builder.place(), sign: label });
    else if (ended === 'call') {
      builder.call(label);
      this.calls.push({ label, target: this.mark?.get('href') ?? '', id: this.mark?.get('id') ?? '' });
    } else if (ended === 'back' && this.opened) builder.text(label);
    else if (ended === 'back') {
      builder.body(label);
      this.opened = true;
      this.bodies.push({ label, id: this.note?.get('id') ?? '', back: this.mark?.get('href') ?? '' });
      this.structure.enterNote(this.note!, this.directions.current);
    }
  }

  private endPoint({ aspect, value, id, words = '', fault }: PointInPage): void {
    if (fault !== undefined) this.faults.push(fault);
    if (id !== undefined) this.builder.point('id', id);
    this.line.fill();
    this.builder.mark(value, aspect);
    this.outline.text(words);
  }

  private beginLine(label: string): void {
    const tag = this.mark!;
    this.line.begin(tag, label);
    if (!tag.classes.includes('in-word')) this.outline.line();
    const fault = this.structure.line(tag, this.alias);
    if (fault !== undefined) this.faults.push(fault);
    if (tag.get('data-n') !== undefined)
      this.seen.numbers.push({ run: this.builder.place().run, shown: tag.classes.includes('shown') });
  }

  private page(visible: string): void {
    const label = numberOfLabel(visible);
    if (label === undefined) this.faults.push(`the page break “${visible}” does not say ${pageLabel('…')}`);
    const { id, fault } = this.structure.pageId(this.mark!, label ?? '', this.alias, this.isApart);
    if (fault !== undefined) this.faults.push(fault);
    this.builder.page(label ?? visible, false, id);
    this.outline.pageMark();
  }
}
