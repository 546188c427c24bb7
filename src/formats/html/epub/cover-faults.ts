import type { XmlHandler } from '../../../source/xml.ts';
import type { ExpectedFacts } from './expected-facts.ts';

/** Reads the picture on the cover: the words that it must have, and nothing that could hide them or show something else. */

const number = /^\d{1,5}$/;
const colour = /^#[0-9a-f]{6}$/;

const elements: Readonly<Record<string, Readonly<Record<string, RegExp>>>> = {
  svg: { xmlns: /^http:\/\/www\.w3\.org\/2000\/svg$/, viewBox: /^0 0 600 \d{3,5}$/ },
  title: {},
  rect: { x: number, y: number, width: number, height: number, fill: colour },
  g: { 'font-family': /^serif$/, fill: colour },
  text: { x: /^(?:60|540)$/, y: number, 'font-size': /^\d\d$/, 'font-style': /^italic$/, 'text-anchor': /^end$/ },
};

/** Words of all texts of a picture, with a space between them. */
const oneLine = (words: string): string => words.replace(/\s+/g, ' ').trim();

export class CoverReader implements XmlHandler {
  readonly faults: string[] = [];
  private readonly words: string[] = [];
  private title = '';
  private readonly names: string[] = [];
  private last = 0;

  open({ name, attributes }: Parameters<NonNullable<XmlHandler['open']>>[0]): void {
    this.names.push(name);
    if (name === 'text') this.words.push('');
    const allowed = Object.hasOwn(elements, name) ? elements[name]! : undefined;
    if (!allowed) this.faults.push(`<${name}> is in the picture`);
    for (const attribute of attributes) {
      const pattern = allowed && Object.hasOwn(allowed, attribute.name) ? allowed[attribute.name] : undefined;
      if (!pattern?.test(attribute.value)) this.faults.push(`${attribute.name}="${attribute.value}" is on <${name}>`);
      if (name === 'text' && attribute.name === 'y') this.below(Number(attribute.value));
    }
  }

  /** Lines are one below the other, so that none hides another. */
  private below(y: number): void {
    if (y < this.last + 10) this.faults.push('a line of the picture is on another');
    this.last = y;
  }

  close(): void {
    this.names.pop();
  }

  text(value: string): void {
    if (this.names.at(-1) === 'title') this.title += value;
    else if (this.names.at(-1) === 'text') this.words[this.words.length - 1] += value;
    else if (value.trim() !== '') this.faults.push(`“${value}” is in no line of the picture`);
  }

  comment(): void {
    this.faults.push('a comment is in the picture');
  }

  instruction(target: string): void {
    if (target !== 'xml') this.faults.push(`<?${target}?> is in the picture`);
  }

  /** What is wrong with the words. */
  wordFaults({ title, series, ownTitle, makers, house }: ExpectedFacts): string[] {
    const wanted = oneLine([series, ownTitle, makers, house].filter((each) => each !== undefined).join(' '));
    const found = oneLine(this.words.join(' '));
    return [
      ...(wanted === found ? [] : [`it says “${found}” instead of “${wanted}”`]),
      ...(oneLine(this.title) === oneLine(title) ? [] : [`it is called “${this.title}” instead of “${title}”`]),
    ];
  }
}
