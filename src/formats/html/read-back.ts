import { numberOfLabel, pageLabel } from '../../model/page-label.ts';
import type { SpineBuilder } from '../../model/spine.ts';
import { runsOf, spineBuilder } from '../../model/spine.ts';
import type { Item } from '../../model/structure.ts';
import { structureRecorder } from '../../model/structure-recorder.ts';
import type { SignSeen } from '../expected-signs.ts';
import type { ReadBack } from '../format.ts';
import { madeLimits } from '../../source/scan/events.ts';
import { sourceText } from '../../source/text.ts';
import { scanXml, type XmlHandler, type XmlTag } from '../../source/xml.ts';
import { FrameReader } from './frame/lines.ts';
import { type NameSeen, nameSeen } from './frame/names.ts';
import { type Outline, OutlineReader } from './frame/outline.ts';
import { blockClass, inlineClass } from './element.ts';
import { decoded } from './decoded.ts';
import { generatedFault } from './generated.ts';
import { linksFaults, rawFaults, referenceFault } from './page-faults.ts';
import { PageStructure } from './page-structure.ts';
import { pairCalls, type Body, type Call } from './pair-calls.ts';
import { type State, stateOf } from './page-state.ts';
import { type Tag, tagOf } from './tag-structure.ts';
import { wrongTag } from './tag-faults.ts';
import { ApparatusReader } from './read-apparatus.ts';
import { tagFaults } from './vocabulary.ts';

/** Elements that are among words; all others separate them. */
const amongWords: ReadonlySet<string> = new Set(
  'a abbr b bdi bdo cite code data dfn em i img ins del kbd mark q ruby s samp small span strong sub sup time u var wbr'.split(
    ' ',
  ),
);

interface Open {
  readonly tag: Tag;
  readonly state: State;
  readonly block: boolean;
  readonly footnote: boolean;
}

/** The reader's memory while it goes through a page. */
class PageReader {
  readonly calls: Call[] = [];
  readonly bodies: Body[] = [];
  readonly faults: string[] = [];
  readonly frame = new FrameReader();
  readonly outline = new OutlineReader();
  readonly names: NameSeen[] = [];
  readonly signs: SignSeen[] = [];
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
  /** The note body that is open; its number has not come yet where `opened` is false. */
  private note: Tag | undefined;
  private opened = false;
  /** In a reading, or in a note on one, of the apparatus. */
  private isApart = false;

  constructor(builder: SpineBuilder) {
    this.builder = builder;
    this.structure = new PageStructure(builder);
    this.apparatus = new ApparatusReader(builder);
  }

  private get state(): State {
    return this.stack[this.stack.length - 1]?.state ?? 'outside';
  }

  open(source: XmlTag): void {
    const around = this.state;
    const tag = tagOf(source);
    if (around === 'outside') this.frame.open(source);
    else this.check(tag, source);
    const state = stateOf(tag, around);
    const isSide = around === 'apparatus' && state === 'text';
    if ((around === 'text' && state === 'text') || isSide) this.outline.open(tag);
    if (around === 'outside')
      this.language = tag.name === 'html' || tag.name === 'main' ? (tag.get('lang') ?? this.language) : this.language;
    const isText = state === 'text';
    const block = isText && isBlock(tag);
    const footnote = isText && tag.get('role') === 'doc-footnote';
    if (block) this.builder.boundary();
    if (isSide) {
      this.isApart = true;
      this.apparatus.startSide(tag);
      this.structure.enterNote(tag);
    } else if (state === 'apparatus') this.apparatus.enter(tag);
    else if ((around === 'text' || around === 'apparatus') && !isText) this.startMark(tag, state);
    else if (around !== 'outside' && around !== 'text' && tag.get('id') !== undefined) this.alias = tag.get('id');
    if (footnote) this.note = tag;
    else if (isText && around === 'text') {
      if (tag.classes.includes('lem')) this.apparatus.startLemma(tag);
      this.structure.enter(tag);
    }
    this.stack.push({ tag, state, block, footnote });
  }

  /** What is in the text must be of the kind that we write. */
  private check(tag: Tag, source: XmlTag): void {
    const linked = this.stack.some(({ tag: { name } }) => name === 'a');
    this.faults.push(...tagFaults(source.name, source.attributes), ...wrongTag(tag, this.stack.at(-1)?.tag, linked));
    const name = nameSeen(tag, this.outline.inHeading);
    if (name) this.names.push(name);
  }

  private startMark(tag: Tag, state: State): void {
    this.label = '';
    this.generated = '';
    this.alias = undefined;
    if (state !== 'generated' && state !== 'sign') this.mark = tag;
  }

  close(): void {
    const ended = this.stack.pop()!;
    const { state } = this;
    if (state === 'outside') this.frame.close(ended.tag.name);
    const isSide = ended.state === 'text' && state === 'apparatus';
    if ((ended.state === 'text' && state === 'text') || isSide) this.outline.close();
    if (isSide) {
      this.structure.leave();
      this.builder.endSide();
      this.isApart = false;
    } else if (ended.state === 'text' && state === 'text' && !ended.footnote) {
      this.structure.leave();
      if (ended.tag.classes.includes('lem')) this.apparatus.endLemma();
    }
    if (ended.state === 'generated' && state !== 'generated') {
      const isEntry = this.apparatus.generated(ended.tag, this.generated);
      const fault = isEntry ? undefined : generatedFault(ended.tag, this.stack.at(-1)!.tag, this.generated);
      if (fault !== undefined) this.faults.push(fault);
      this.generated = '';
    }
    if ((state === 'text' || state === 'apparatus') && ended.state !== state && !isSide) this.finish(ended);
    if (ended.footnote && this.opened) {
      this.structure.leave();
      this.builder.endNote();
    }
    if (ended.footnote) this.opened = false;
    if (ended.block) this.builder.boundary();
  }

  text(value: string): void {
    const { state } = this;
    if (state === 'text') {
      this.builder.text(value);
      this.outline.text(value);
    } else if (state === 'generated') this.generated += value;
    else if (state === 'outside') this.frame.text(value);
    else if (state === 'apparatus') {
      if (/[^ \n]/.test(value)) this.faults.push(`“${value}” is in the apparatus and in no reading`);
    } else this.label += value;
  }

  private finish({ state: ended, tag }: Open): void {
    const { label, builder } = this;
    if (ended === 'entry-call') this.apparatus.call(tag.get('href') ?? '', label);
    else if (ended === 'entry-number') this.apparatus.number(tag, label);
    else if (ended === 'siglum') this.apparatus.siglum(tag, label);
    else if (ended === 'page') this.page(label);
    else if (ended === 'sign') this.signs.push({ ...builder.place(), sign: label });
    else if (ended === 'call') {
      builder.call(label);
      this.calls.push({ label, target: this.mark?.get('href') ?? '', id: this.mark?.get('id') ?? '' });
    } else if (ended === 'back' && this.opened) builder.text(label);
    else if (ended === 'back') {
      builder.body(label);
      this.opened = true;
      this.bodies.push({ label, id: this.note?.get('id') ?? '', back: this.mark?.get('href') ?? '' });
      this.structure.enterNote(this.note!);
    }
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

/** Does the element separate words? */
function isBlock(tag: Tag): boolean {
  return amongWords.has(tag.name) ? tag.classes.includes(blockClass) : !tag.classes.includes(inlineClass);
}

/** A language that is the page's need not be said; addresses are compared decoded. */
function inWords(item: Item, language: string): Item[] {
  if (item.aspect === 'language') return item.value === language ? [] : [item];
  const isAddress = item.aspect === 'picture' || (item.aspect === 'pointer' && item.value.startsWith('link'));
  return [isAddress ? { ...item, value: decoded(item.value) } : item];
}

/** A page as it is read. */
export interface PageRead {
  readonly back: ReadBack;
  /** What is around the text. */
  readonly lines: readonly string[];
  readonly outline: Outline;
  /** Names of the text that point to a register. */
  readonly names: readonly NameSeen[];
  /** Signs for the status of words, and of what is missing. */
  readonly signs: readonly SignSeen[];
}

/** What a page says, read from its bytes alone: the words in `main`, but for matter marked as generated, what stands on them, and what is around. */
export function readPage(content: string): PageRead {
  const recorder = structureRecorder();
  const builder = spineBuilder(recorder);
  const reader = new PageReader(builder);
  const handler: XmlHandler = {
    open: (tag) => reader.open(tag),
    close: () => reader.close(),
    text: (value) => reader.text(value),
    comment: () => void reader.faults.push('a comment is in the page'),
    instruction: (target) => void (target === 'xml' || reader.faults.push(`<?${target}?> is in the page`)),
  };
  const findings = scanXml(sourceText('page', content), handler, { limits: madeLimits });
  const main = content.slice(content.indexOf('<main'), content.lastIndexOf('</main>'));
  const reference = referenceFault(main);
  const spine = pairCalls(builder.finish(), reader.calls, reader.bodies);
  const outline = reader.outline.finish();
  const broken = findings.filter(({ severity }) => severity === 'error').map(({ message }) => message);
  const items = reader.apparatus.finish(recorder.structure().items, runsOf(spine));
  const signs = reader.signs.map((sign) => ({ ...sign, run: builder.runOf(sign.run) }));
  const back: ReadBack = {
    spine,
    structure: { items: items.flatMap((item) => inWords(item, reader.language)) },
    faults: [
      ...broken,
      ...rawFaults(content),
      ...linksFaults(content),
      ...(reference === undefined ? [] : [reference]),
      ...reader.faults,
      ...reader.outline.faults,
      ...reader.apparatus.faults,
    ],
  };
  return { back, lines: reader.frame.lines, outline, names: reader.names, signs };
}
