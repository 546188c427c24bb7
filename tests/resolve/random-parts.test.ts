import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { decode } from '../../src/source/decode.ts';
import { Resolver } from '../../src/source/resolve/resolve.ts';
import { type Chance, chance } from '../harness/chance.ts';
import { amount } from '../harness/long.ts';
import { newFolder } from '../harness/scratch.ts';

/** Texts that are cut into files at random are put together again, and every word knows where it is. */

const declarations = 'xmlns="http://www.tei-c.org/ns/1.0" xmlns:xi="http://www.w3.org/2001/XInclude"';
const folders = ['', 'a/', 'a/b/', 'c/'];

/** The way from one folder to a file; longer than it need be. */
const way = (from: string, to: string): string => '../'.repeat(from.split('/').length - 1) + to;

class Cutter {
  readonly files: Record<string, string> = {};
  words = 0;
  readonly #chance: Chance;

  constructor(random: Chance) {
    this.#chance = random;
  }

  /** An element as it would be in one file, and as it is in a file of this folder. */
  element(depth: number, folder: string): { whole: string; cut: string } {
    const random = this.#chance;
    const own = random.pick(['here', 'here', 'file', 'text', 'fallback']);
    if (own === 'text') return this.#text(folder);
    const inside = random.pick(folders);
    const at = own === 'file' ? inside : folder;
    const id = `e${++this.words}`;
    const children = Array.from({ length: depth > 4 ? 0 : random.below(4) }, () => this.element(depth + 1, at));
    const open = (more: string): string => `<p${more} xml:id="${id}"> w${id}w\n 😀 `;
    const whole = `${open('')}${children.map((one) => one.whole).join('')}</p>`;
    const cut = (more: string): string => `${open(more)}${children.map((one) => one.cut).join('')}</p>`;
    if (own === 'fallback')
      return { whole, cut: `<xi:include href="none-${id}.xml"><xi:fallback>${cut('')}</xi:fallback></xi:include>` };
    if (own !== 'file') return { whole, cut: cut('') };
    const name = `${inside}${id}.xml`;
    const byId = random.often(50);
    this.files[name] = byId
      ? `<x ${declarations}>\n<y/>${cut('')}</x>`
      : `<?xml version="1.0"?>\n${cut(` ${declarations}`)}`;
    return { whole, cut: `<xi:include href="${way(folder, name)}"${byId ? ` xpointer="${id}"` : ''}/>` };
  }

  #text(folder: string): { whole: string; cut: string } {
    const id = `t${++this.words}`;
    this.files[`${id}.txt`] = `w${id}w & so`;
    return { whole: `w${id}w &#38; so`, cut: `<xi:include parse="text" href="${way(folder, `${id}.txt`)}"/>` };
  }
}

test('A text that was cut into files is the same when it is put together', () => {
  let parts = 0;
  for (let seed = 1; seed <= amount(150, 5000); seed++) {
    const cutter = new Cutter(chance(seed));
    const made = Array.from({ length: 3 }, () => cutter.element(0, ''));
    const around = (inside: string): string => `<TEI ${declarations}>${inside}</TEI>`;
    const folder = newFolder({ ...cutter.files, 'main.xml': around(made.map(({ cut }) => cut).join('')) });
    const { source } = decode('main.xml', readFileSync(join(folder, 'main.xml')));
    const resolved = new Resolver({ folder, files: [], limits: {} }).resolve(source);
    const text = resolved?.source ?? source;
    const found = around(text.text.replaceAll(` ${declarations}`, '').replace(/^<TEI>|<\/TEI>$/g, ''));
    expect(found, `seed ${seed}`).toBe(around(made.map(({ whole }) => whole).join('')));
    for (const { 0: word, index } of text.text.matchAll(/w[et]\d+w/g)) {
      const { span, written } = text.origin?.at(index, index + word.length) ?? {
        span: text.span(index, index),
        written: true,
      };
      const there = readFileSync(join(folder, span.file), 'utf8');
      expect([there.slice(span.start.offset).startsWith(word), written], `seed ${seed}: ${word}`).toEqual([true, true]);
      const line = there.split('\n')[span.start.line - 1]!;
      expect([...line].slice(span.start.column - 1).join('')).toContain(word);
      if (span.file !== 'main.xml') parts++;
    }
  }
  expect(parts).toBeGreaterThan(300);
});
